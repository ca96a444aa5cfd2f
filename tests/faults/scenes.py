"""Operations during which faults are injected, each starting on a prepared store."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from exports.files import clear_killed
from exports.job import export
from tests.helpers.random_commands import act_at_random
from tests.helpers.sessions import Clock
from workshop_app.domain.errors import StoreError, UserError
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.workshops import CreateWorkshop, DeleteWorkshop
from workshop_app.services.copies import Occasion, copies_of, copying, make_copy, restore_beside
from workshop_app.services.session import Session
from workshop_app.store.auto_backup import carry_to
from workshop_app.store.recovery import put_in_place, recovered, sound_copies
from workshop_app.store.store import Store

SECRET = "青木のぞみの秘密"
PAPERS = "papers"
"""The folder of exported files beside the store."""
RELEASED = Path(__file__).resolve().parent.parent / "files"
"""Stores of each released version of the schema."""
Tell = Callable[[object], None]


@dataclass(frozen=True)
class Scene:
    """An operation of a user or of the program; ``do`` prints a line after each completed part."""

    name: str
    do: Callable[[Path, Tell], None]
    forgets: bool = False
    damaged: bool = False
    """Whether the store is damaged before it starts."""
    fresh: bool = False
    """Whether it starts without a store."""
    version: int = 0
    """The earlier version of the schema that the store has; 0 for the current one."""


def prepare(folder: Path) -> Path:
    """Create a store with two workshops, copies here and on a stick, and journals; return it."""
    path = folder / "workshops.db"
    session = copying(Session(Store(path), clock=Clock()))
    for name, words in (("一つ目の会社", "課題"), ("二つ目の会社", SECRET)):
        command = CreateWorkshop("会", "2026-12-03T13:30:00", customer_name=name)
        session.open(str(session.execute(command)))
        session.execute(AddParticipant("井上"))
        session.execute(AddProblems(tuple(f"{words} {number}" for number in range(4))))
        make_copy(session, Occasion.EVERY)
    (folder / "stick").mkdir()
    carry_to(folder / "stick", path)
    session.store.close()
    session = opened(path)
    write_papers(session, folder / PAPERS)
    session.store.close()
    return path


def write_papers(session: Session, folder: Path) -> None:
    """Export some files that are quickly created; all of them change if a problem is added."""
    assert session.state is not None
    export(session.state, {}, folder, ["issues", "workshop", "workshop_full", "calendar"])


def opened(path: Path) -> Session:
    """Open the store like the program, with the first workshop open."""
    session = copying(Session(Store(path, thorough=False), clock=Clock()))
    try:
        first = next((each.id for each in session.store.all(Workshop)), "")
        if first:
            session.open(first)
    except UserError:
        session.store.close()
        raise
    return session


def _actions(path: Path, tell: Tell) -> None:
    session = opened(path)
    random = Random(path.stat().st_size)
    for number in range(12):
        session.execute(AddProblem(f"新しい {number}"))
        act_at_random(session, random)
        tell([each.first_wording for each in session.state.problems] if session.state else [])
    session.store.close()


def _import(path: Path, tell: Tell) -> None:
    session = opened(path)
    state = session.state
    assert state is not None
    session.execute(ImportWorkshop(state))
    tell("imported")
    session.store.close()


def _backup(path: Path, tell: Tell) -> None:
    session = opened(path)
    session.execute(AddProblem("控えの前"))
    make_copy(session, Occasion.HAND)
    tell("copied")
    carry_to(path.parent / "stick", path)
    tell("carried")
    session.store.close()


def _restore(path: Path, tell: Tell) -> None:
    session = opened(path)
    copy = copies_of(session)[0]
    restore_beside(session, copy, session.workshop_id, lambda title: f"{title}（前）")
    tell("restored")
    session.store.close()


def _delete(path: Path, tell: Tell) -> None:
    session = opened(path)
    session.close()
    for each in session.store.all(Workshop):
        if session.store.get(Customer, each.customer_id).name == "二つ目の会社":
            session.execute(DeleteWorkshop(each.id))
            tell("deleted")
    make_copy(session, Occasion.EVERY)
    carry_to(path.parent / "stick", path)
    tell("cleaned")
    session.store.close()


def _forget_person(path: Path, tell: Tell) -> None:
    session = opened(path)
    who = session.execute(AddParticipant("佐藤"))
    session.execute(RemoveParticipant(str(who)))
    tell("removed")
    session.close()
    make_copy(session, Occasion.EVERY)
    tell("forgotten")
    session.store.close()


def _export(path: Path, tell: Tell) -> None:
    session = opened(path)
    session.execute(AddProblem("書き出す前の"))
    tell("changed")
    write_papers(session, path.parent / PAPERS)
    tell("exported")
    session.store.close()


def _migration(path: Path, tell: Tell) -> None:
    Store(path, thorough=False).close()
    tell("moved")


def _first_start(path: Path, tell: Tell) -> None:
    Store(path).close()
    tell("made")


def _recovery(path: Path, tell: Tell) -> None:
    found = recovered(path, copies=sound_copies(path))
    tell("ready")
    put_in_place(found, path)
    tell("in place")


SCENES = (
    Scene("actions", _actions),
    Scene("import", _import),
    Scene("backup", _backup),
    Scene("restore one", _restore),
    Scene("delete", _delete, forgets=True),
    Scene("forget a person", _forget_person),
    Scene("export", _export),
    *(Scene(f"move from v{version}", _migration, version=version) for version in (1, 7, 12)),
    Scene("first start", _first_start, fresh=True),
    Scene("recovery", _recovery, damaged=True),
)


def damage(path: Path) -> None:
    """Lose the whole content."""
    path.write_bytes(bytes(path.stat().st_size))


def settle(path: Path) -> Session:
    """Restart like the program: recover if necessary, open, and finish what was interrupted."""
    try:
        session = opened(path)
    except StoreError:
        put_in_place(recovered(path, copies=sound_copies(path)), path)
        session = opened(path)
    try:
        for _ in session.store.record_steps():
            pass
        clear_killed(path.parent / PAPERS)
        session.forget_people()
    except UserError:
        session.store.close()
        raise
    return session


def copy_of(prepared: Path, folder: Path) -> Path:
    """Return a copy of the prepared folder's store."""
    shutil.copytree(prepared.parent, folder)
    return folder / prepared.name
