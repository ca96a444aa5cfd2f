"""The files of a user of an earlier version open, undo, redo, restore and export as before.

`tests/helpers/released_file.py` wrote them when their schema was released.
"""

import shutil
import tarfile
from pathlib import Path

import pytest

from tests.helpers.desks import desks
from tests.helpers.released_file import DRAFTS, FILES, SETTINGS, STEPS, UNDONE
from tests.helpers.sessions import new_session
from ui.app import application
from workshop_app import cli
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.workshop import Workshop
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.i18n import LANGUAGES
from workshop_app.services import snapshot
from workshop_app.services.draft_file import draft_path, read
from workshop_app.services.session import Session
from workshop_app.settings import Settings, load
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.store import Store

ARCHIVES = sorted(FILES.glob("user-v*.tar.xz"))


class Released:
    """An unpacked archive; `is_current` says whether its schema is that of the program."""

    def __init__(self, folder: Path, *, is_current: bool) -> None:
        self.folder = folder
        self.is_current = is_current
        self.store = folder / "data" / "workshops.db"
        (self.copy,) = (folder / "data" / "backups").glob("*.db")

    def file(self, name: str, language: str) -> Path:
        """The workshop file of a known state."""
        return self.folder / f"{name}-{language}.json"

    def text(self, name: str, language: str) -> str:
        """The same file as the current version writes it."""
        text = self.file(name, language).read_text(encoding="utf-8")
        return to_json(from_json(text), private=True)

    def stored(self) -> dict[str, str]:
        """The workshop file of each workshop in the store, by language; the store is sound."""
        store = Store(self.store)
        try:
            assert store.check() == []
            return {
                one.language: to_json(snapshot.load(store, one.id), private=True)
                for one in store.all(Workshop)
            }
        finally:
            store.close()

    def all(self, name: str) -> dict[str, str]:
        """The same, in a known state."""
        return {language: self.text(name, language) for language in LANGUAGES}


@pytest.fixture(params=ARCHIVES, ids=lambda file: file.name.partition(".")[0])
def released(request, tmp_path):
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path, filter="data")
    return Released(tmp_path, is_current=request.param.name == f"user-v{SCHEMA_VERSION}.tar.xz")


@pytest.fixture
def opened(released):
    """Opens the workshop in one language."""
    session = new_session(released.store, lasting=True)

    def open_in(language: str) -> Session:
        found = (one.id for one in session.store.all(Workshop) if one.language == language)
        session.open(next(found))
        return session

    return open_in


def run(*arguments: object) -> int:
    """Call the program like a terminal."""
    return cli.run([str(argument) for argument in arguments], lambda *_, **__: 1)


def file_of(session: Session) -> str:
    assert session.state is not None
    return to_json(session.state, private=True)


def test_there_are_files_of_the_released_schema():
    assert f"user-v{SCHEMA_VERSION}.tar.xz" in {file.name for file in ARCHIVES}


def test_every_workshop_is_as_it_was(released):
    assert released.stored() == released.all("now")


def test_what_was_undone_can_be_redone_and_all_of_it_undone(released, opened, language):
    session = opened(language)
    if not released.is_current:  # undo does not survive a migration
        assert (session.next_undo(), session.next_redo()) == (None, None)
        return
    for _ in range(UNDONE):
        assert session.redo() is not None
    assert file_of(session) == released.text("redone", language)
    assert session.next_redo() is None
    for _ in range(STEPS):
        assert session.undo() is not None
    assert file_of(session) == released.text("undone", language)
    for _ in range(STEPS - UNDONE):
        session.redo()
    assert file_of(session) == released.text("now", language)


def test_the_copy_is_restored_by_the_command(released, capsys):
    restore = ("restore", released.copy, "--yes", "--store", released.store, "--lang", "en")
    assert run(*restore) == 2  # it has one problem less
    assert released.stored() == released.all("now")
    assert run(*restore, "--even-if-less") == 0
    assert str(released.copy) in capsys.readouterr().out
    assert released.stored() == released.all("undone")


@pytest.mark.parametrize("lost", [None, "journals", "backups"])
def test_what_is_lost_comes_back_from_copy_and_journals(released, lost):
    """Each alone brings back what it holds; both together bring back everything."""
    folders = {"journals": Path(f"{released.store}.journals"), "backups": released.copy.parent}
    if lost:
        shutil.rmtree(folders[lost])
    released.store.write_bytes(bytes(released.store.stat().st_size))
    assert run("restore", "--yes", "--store", released.store, "--lang", "en") == 0
    assert released.stored() == released.all("undone" if lost == "journals" else "now")


def test_a_workshop_file_is_imported_and_exported_as_it_was(released, tmp_path, language):
    store = tmp_path / "other.db"
    file = released.file("now", language)
    assert run("import", file, "--store", store, "--lang", language) == 0
    session = new_session(store)
    (workshop,) = session.store.all(Workshop)
    written = to_json(snapshot.load(session.store, workshop.id), private=True)
    assert written == released.text("now", language)
    if released.is_current:
        assert written.encode() == file.read_bytes()
    assert workshop.kind is ContactKind.WORKSHOP


def test_text_that_was_not_entered_is_in_its_field_again(released, qtbot):
    application()
    with desks(qtbot) as made:
        session = new_session(released.store)
        ids = {one.language: one.id for one in session.store.all(Workshop)}
        one = made.seat(session, Settings(language="ja"))
        one.window.open_workshop(ids["ja"])
        one.go("list")
        assert one.focus.text() == DRAFTS["ja"]
        one.window.open_workshop(ids["en"])
        one.go("list")
        assert DRAFTS["en"] not in one.everything()
        one.set_private(True)
        one.go("list")
        assert one.focus.text() == DRAFTS["en"]
        one.press("Return")
        assert one.state.problems[-1].first_wording == DRAFTS["en"]
        one.window.set_private(False)
        one.window.open_workshop(ids["ja"])
        one.go("list")
        one.press("Return")
        assert one.state.problems[-1].first_wording == DRAFTS["ja"]
    assert read(draft_path(released.store)) == ()


def test_the_settings_are_kept(released):
    assert load(released.store.with_name("settings.json")) == SETTINGS
