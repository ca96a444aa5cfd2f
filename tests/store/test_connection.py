"""How SQLite is told which file to read."""

from pathlib import PureWindowsPath

from workshop_app.store.connection import connect_beside, read_only_uri
from workshop_app.store.store import Store


class WindowsPath(PureWindowsPath):
    def absolute(self):
        return self


def test_the_host_of_a_windows_share_is_part_of_the_path():
    share = WindowsPath(r"\\server\share\some #1.db")
    assert read_only_uri(share) == "file:////server/share/some%20%231.db?mode=ro"
    drive = WindowsPath(r"C:\records\some.db")
    assert read_only_uri(drive) == "file:///C:/records/some.db?mode=ro"


def test_a_second_connection_reads_an_open_store_of_any_name(tmp_path):
    folder = tmp_path / "記録 #1 100%"
    store = Store(folder / "workshops.db")
    connection = connect_beside(store.path)
    assert connection.execute("SELECT count(*) FROM workshop").fetchone() == (0,)
    connection.close()
    assert [*store.deep_check()]
    store.close()
