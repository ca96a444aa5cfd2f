"""Fixtures for every test: no screen unless requested, no network, no window left open."""

import gc
import os
import socket
import sqlite3
import sys

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tests.helpers import options, sessions
from tests.helpers.pairwise import every_pair
from tests.helpers.rotation import each_value, one_of_each
from workshop_app.i18n import LANGUAGES
from workshop_app.services.answers import Answers

PATIENCE_MS = 120_000
"""Minimum limit in ms of a wait for the window."""
SHIFT = "TESTS_SHIFT"
"""Environment variable with the number of the combinations to test, 0 by default."""
WINDOW = ("tests/ui/", "tests/end_to_end/")
"""Folders of tests that open the window."""

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows while testing")
    parser.addoption(
        "--exhaustive",
        action="store_true",
        help="every combination of language, size, mode and input, and all that takes long",
    )
    parser.addoption("--monkey", type=int, help="how often the monkey at the window acts")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    options.exhaustive = config.getoption("--exhaustive")
    options.paint_always = options.exhaustive or config.getoption("--onscreen")
    place = settings.get_profile("ci" if os.environ.get("CI") else "local")
    settings.register_profile("run", place, max_examples=options.examples(40, 100))
    settings.load_profile("run")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what only ``--exhaustive`` runs.

    Tests of the window run in one combination of language, size, mode and input device
    (`tests.helpers.rotation`) or, if marked ``every_value`` or ``every_pair``, in a few. All others
    run in each: they are cheap, and check the texts and papers of each language. Tests and values
    marked ``exhaustive`` are removed. Of tests selected by id or ``-k``, one is always left.
    """
    if config.getoption("--exhaustive"):
        return
    shift = int(os.environ.get(SHIFT, "0"))
    tests: dict[str, list[pytest.Function]] = {}
    gone = {item for item in items if item.get_closest_marker("exhaustive")}
    for item in items:
        if item not in gone and isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for name, cases in tests.items():
        if cases[0].get_closest_marker("every_pair"):
            kept = every_pair(cases, lambda case: [repr(value) for value in _params(case).values()])
        elif not name.startswith(WINDOW):
            kept = cases
        elif cases[0].get_closest_marker("every_value"):
            kept = each_value(name, cases, _params, shift)
        else:
            kept = one_of_each(name, cases, _params, shift)
        gone.update(set(cases).difference(kept))
    if gone:
        config.hook.pytest_deselected(items=[item for item in items if item in gone])
        items[:] = [item for item in items if item not in gone]


def _params(case: pytest.Function) -> dict[str, object]:
    return dict(sorted(case.callspec.params.items()))


def pytest_collection_finish() -> None:
    """Freeze the objects that exist before the first test, to speed up garbage collection."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """Fail tests that use the network, since the app works without one."""

    def local_only(original):
        def reach(self, address):
            if self.family != getattr(socket, "AF_UNIX", None):
                raise AssertionError(f"tried to reach the network: {address}")
            return original(self, address)

        return reach

    def no_look_up(host, *_args, **_options):
        raise AssertionError(f"tried to look up a host: {host}")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, local_only(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", no_look_up)
        yield


def _each(*values):
    """Return a fixture that runs what takes it with each of the values."""

    @pytest.fixture(params=values)
    def value(request):
        return request.param

    return value


@pytest.fixture(scope="session")
def answers():
    return Answers()


@pytest.fixture
def own_folders(monkeypatch, tmp_path):
    """The folder of the settings and data of one test."""
    home = tmp_path / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    return home


language = words = _each(*LANGUAGES)
private = by_mouse = _each(False, True)
size = _each((1024, 700), (1366, 768))


class PatientBot(QtBot):
    """Waits long enough for a busy machine; a wait ends as soon as its condition is met."""

    def waitSignal(self, signal, *, timeout=0, raising=None, check_params_cb=None):
        limit = timeout if raising is False else max(timeout, PATIENCE_MS)
        return super().waitSignal(
            signal, timeout=limit, raising=raising, check_params_cb=check_params_cb
        )

    def waitUntil(self, callback, *, timeout=0):
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory):
    """Keep the data and settings of the user who runs the tests out of reach."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("XDG_DOCUMENTS_DIR", str(home / "documents"))
        for name in ("APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        patch.delenv("WORKSHOP_APP_STORE", raising=False)
        yield


@pytest.fixture(autouse=True)
def no_database_left_open():
    """Fail a test that leaves a database open; Python 3.13 would blame a later test for it."""
    connect = sqlite3.connect
    opened = []
    before = len(sessions.opened)

    def remembered(*place, **options):
        opened.append(connect(*place, **options))
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", remembered)
        yield
    while len(sessions.opened) > before:
        sessions.opened.pop().store.close()
    left = [database for database in opened if _is_open(database)]
    for database in left:
        database.close()
    assert left == []


def _is_open(database: sqlite3.Connection) -> bool:
    try:
        return database.total_changes >= 0
    except sqlite3.ProgrammingError:
        return False


@pytest.fixture(autouse=True)
def no_window_left_open():
    """Fail a test that leaves a window open, and close it for the next one."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
        window.deleteLater()
    _delete_now()
    _restore_theme()
    assert [f"{type(window).__name__} {window.windowTitle()!r}" for window in left] == []


@pytest.fixture(scope="session", autouse=True)
def no_collection_while_qt_works():
    """Collect garbage like the program: a collection within a call of Qt may end the whole run."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected_between_tests(no_collection_while_qt_works):
    yield
    counts = gc.get_count()
    most = gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > most[generation]]
    if due:
        gc.collect(max(due))


def _delete_now() -> None:
    """Delete what waits for an event loop, which would otherwise slow down the next test."""
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _restore_theme() -> None:
    """Reset the theme; done here, since each open window is notified of the change."""
    module = sys.modules.get("ui.theme.theme")
    if module is not None:
        module.theme().set_name("light")
        module.theme().set_text_scale(1.0)
        module.theme().resize(1366, 768, desk=False)
