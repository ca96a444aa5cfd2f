"""Writes the files of a user in the current schema: ``python -m tests.helpers.released_file``.

Run once when a schema is released; such files are never created again afterwards, since they
represent the files of users.

- ``tests/files/workshops-v<n>.db``: the sample workshop.
- ``tests/files/user-v<n>.tar.xz``: what a user has after some work. Its folder ``data`` holds the
  store with a workshop in each language, of which some steps are undone, its journals, drafts of
  text that was not entered, an earlier copy, and the settings. Beside it are workshop files of
  known states: ``now``, ``redone`` with all steps redone, and ``undone`` before all steps of the
  last hour, when the copy was made.
"""

import os
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.helpers.sessions import new_session
from workshop_app.domain.workshop_json import to_json
from workshop_app.i18n import LANGUAGES, set_language
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem, EditProblem, ParkProblem
from workshop_app.services.commands.workshops import EditWorkshop
from workshop_app.services.copies import Occasion, make_copy
from workshop_app.services.sample import play
from workshop_app.services.session import Session
from workshop_app.settings import Settings, save
from workshop_app.store.migrations import SCHEMA_VERSION

FILES = Path(__file__).resolve().parent.parent / "files"
DRAFTS = {"ja": "まだ入力していないことば", "en": "words that were not entered"}
"""Unentered text in List: Japanese in projected mode, English in private mode."""
UNDONE = 2
"""The number of steps that were undone and can be redone, in each workshop."""
STEPS = 4
"""The number of steps of the last hour, with those that were undone."""
SETTINGS = Settings(
    language="ja", theme="dark", facilitator="三浦", text_size=150,
    papers_contact="cre@example.com", papers_left_out=("record",),
    papers_closing="またお会いしましょう。",
    agendas={"短い会": [0, 10, 15, 10, 5, 20, 10, 5]},
    displays={"HDMI-1": "wall"}, wall_letters={"HDMI-1": 130},
)  # fmt: skip


def write() -> Path:
    """Write the file and return its path; raises FileExistsError if it exists."""
    path = FILES / f"workshops-v{SCHEMA_VERSION}.db"
    if path.exists():
        raise FileExistsError(path)
    session = new_session(path)
    play(session, "ja")
    session.store.database.execute("VACUUM")
    session.store.close()
    return path


def write_folder() -> Path:
    """Write the archive and return its path; raises FileExistsError if it exists."""
    path = FILES / f"user-v{SCHEMA_VERSION}.tar.xz"
    with tempfile.TemporaryDirectory() as made, tarfile.open(path, "x:xz") as archive:
        folder = Path(made)
        data = folder / "data"
        data.mkdir()
        save(SETTINGS, data / "settings.json")
        session = new_session(data / "workshops.db", first_start=True, lasting=True)
        ids = {language: play(session, language) for language in LANGUAGES}
        make_copy(session, Occasion.HAND)
        _write_states(session, ids, folder, "undone")
        for language, workshop_id in ids.items():
            session.open(workshop_id)
            _work(session, language)
        _write_states(session, ids, folder, "redone")
        for workshop_id in ids.values():
            session.open(workshop_id)
            for _ in range(UNDONE):
                session.undo()
        _write_states(session, ids, folder, "now")
        _type_drafts(session, ids, data, folder / "killed")
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.name.endswith(".lock"):
                archive.add(file, file.relative_to(folder).as_posix())
    return path


def _work(session: Session, language: str) -> None:
    """Take the steps of the last hour."""
    state = session.state
    assert state is not None
    first = state.problems[0]
    texts = {"ja": ("新しい課題", "書き直した課題"), "en": ("A new problem", "A reworded problem")}
    added, reworded = texts[language]
    session.execute(EditWorkshop(state.workshop.id, "place", "3F"))
    session.execute(AddProblem(added))
    session.execute(EditProblem(first.id, "wording", reworded))
    session.execute(ParkProblem((state.problems[1].id,), parked=True))


def _write_states(session: Session, ids: dict[str, str], folder: Path, name: str) -> None:
    for language, workshop_id in ids.items():
        text = to_json(snapshot.load(session.store, workshop_id), private=True)
        (folder / f"{name}-{language}.json").write_text(text, encoding="utf-8")


def _type_drafts(session: Session, ids: dict[str, str], data: Path, killed: Path) -> None:
    """Type into the window, and leave the files as they are before it closes."""
    from PySide6.QtTest import QTest

    from tests.helpers.desk import Desk
    from ui.app import application
    from ui.window.main_window import MainWindow

    application()
    set_language("ja")
    window = MainWindow(session, Settings(language="ja"))
    window.show()
    desk = Desk(window)
    for language, workshop_id in ids.items():
        window.open_workshop(workshop_id)
        window.set_private(language == "en")
        desk.go("list")
        desk.write(DRAFTS[language])
        QTest.qWait(2_000)  # the time within which it is on disk
    shutil.copytree(data, killed, ignore=shutil.ignore_patterns("*.lock"))
    if not window.close():  # unentered text requires a confirmation
        window.close()
    session.store.close()
    shutil.rmtree(data)
    killed.rename(data)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for make in (write, write_folder):
        try:
            make()
        except FileExistsError as error:
            print(f"{error.args[-1]} is there already", file=sys.stderr)  # noqa: T201
