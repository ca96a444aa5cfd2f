"""Private files are readable only by their owner, and no copies are left behind."""

import os
import stat
from pathlib import Path

import pytest

from exports.files import FileSet
from tests.helpers.sessions import create_workshop, new_session
from workshop_app import settings
from workshop_app.private_files import make_folder
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store.restore import restore
from workshop_app.store.store import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


@pytest.fixture(autouse=True)
def open_handed():
    """A user whose umask lets others read new files."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_to_others(folder: Path) -> list[str]:
    return [file.name for file in folder.rglob("*") if rights(file) & 0o077]


def test_all_files_of_a_store_are_readable_only_by_the_owner(tmp_path):
    path = tmp_path / "share" / "workshop-app" / "workshops.db"
    session = new_session(path, first_start=True)
    create_workshop(session)
    session.execute(AddProblem("内緒のこと"))
    session.store.copy_to(path.parent / "backups" / "copy.db")
    assert {file.name for file in path.parent.iterdir()} >= {
        "workshops.db",
        "workshops.db-journal",
        "workshops.db.lock",
    }
    assert open_to_others(tmp_path) == []
    session.store.close()
    restore(path.parent / "backups" / "copy.db", path)
    assert len(list(path.parent.glob("workshops-before-restore-*.db"))) == 1
    assert open_to_others(tmp_path) == []


def test_a_store_that_others_could_read_is_closed_to_them(tmp_path):
    path = tmp_path / "workshops.db"
    Store(path).close()
    path.chmod(0o644)
    store = Store(path)
    assert rights(path) == 0o600
    store.close()


def test_settings_papers_and_their_folders_are_readable_only_by_the_owner(tmp_path):
    settings.save(settings.Settings(), tmp_path / "config" / "settings.json")
    with FileSet(tmp_path / "documents" / "papers", "t") as files:
        files.add("a.pdf", b"x")
        files.publish()
    assert open_to_others(tmp_path) == []


def test_a_folder_that_is_there_keeps_its_rights(tmp_path):
    (tmp_path / "shared").mkdir(mode=0o755)
    make_folder(tmp_path / "shared" / "mine")
    assert rights(tmp_path / "shared") == 0o755
    assert rights(tmp_path / "shared" / "mine") == 0o700


LEFT = ["workshops.db.part", "workshops.db.part-journal", "backups/workshops-2026-12-03-1.db.part"]
OF_OTHERS = ["other.db.part", "backups/other-1.db.part", "backups/workshops-1.db", "letter.part"]


def test_what_a_killed_program_left_unfinished_goes_and_nothing_else(tmp_path):
    path = tmp_path / "workshops.db"
    Store(path).close()
    (tmp_path / "backups").mkdir()
    for name in (*LEFT, *OF_OTHERS):
        (tmp_path / name).write_bytes(b"all records")
    Store(path).close()
    assert [name for name in LEFT if (tmp_path / name).exists()] == []
    assert [name for name in OF_OTHERS if not (tmp_path / name).exists()] == []


def test_what_a_program_that_holds_the_store_is_writing_stays(tmp_path):
    path = tmp_path / "workshops.db"
    store = Store(path)
    (tmp_path / "workshops.db.part").write_bytes(b"being written")
    with pytest.raises(Exception, match=r"errors\.store_locked"):
        Store(path)
    assert (tmp_path / "workshops.db.part").exists()
    store.close()
