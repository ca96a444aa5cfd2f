"""Start the window on a store."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.collecting import Collector, exclude_existing
from ui.qt_translation import QtTranslation
from ui.rows.accessibility import install_accessibility
from ui.second_start import SecondStart
from ui.store_watch import StoreWatch
from ui.theme.icons import icon
from ui.theme.style_sheet import dress
from ui.theme.system_scale import system_text_scale
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.window.awake import Awake
from ui.window.desktop import QtDesktop
from ui.window.displays import Displays
from ui.window.main_window import MainWindow
from workshop_app import crash, paths, settings
from workshop_app.domain.errors import StoreError, UserError
from workshop_app.domain.sample import Sample
from workshop_app.i18n import set_language, tr
from workshop_app.services.queries import has_workshops
from workshop_app.services.session import Session
from workshop_app.store.header import lost_first_page
from workshop_app.store.second_start import ask
from workshop_app.store.store import Store

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

Ready = Callable[[MainWindow], object]
_ANIMATIONS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
"""Animation effects; all are switched off."""
_DAMAGE = ("errors.store_damaged", "errors.store_not_ours", "errors.store_empty")
"""Errors of reading a store for which recovery is offered; errors of the disk are not included."""
_ELSEWHERE = object()
_READ_AFTER_MS = 300
"""Delay after the start until the catalogues are read, which makes the first search fast."""
_CLEAR_AFTER_MS = 1500


def run(
    store_path: Path,
    language: str | None = None,
    *,
    sample: Sample | None = None,
    file: Path | None = None,
    on_ready: Ready | None = None,
) -> int:
    """Open the window on the store at `store_path` and return the exit code after it is closed.

    `language` overrides the setting, which overrides the system's; `sample` is opened at once,
    and so is the workshop file `file`, if need be by the process that has the store open;
    `on_ready` is called with the window as soon as it is painted and usable.
    """
    chosen = settings.load(paths.settings_path())
    set_language(language or chosen.language or settings.system_language())
    app = application()
    theme().set_name(chosen.theme)
    theme().set_text_scale(chosen.text_size / 100)
    theme().set_system_scale(system_text_scale(app.primaryScreen()))
    start_at: tuple[str, str] | None = None
    while True:
        store, recovered = _open_store(store_path, chosen, file)
        if not isinstance(store, Store):
            return 2 if store is None else 0
        if recovered:
            start_at = (recovered, "")
        try:
            code, start_at = _work(
                app, store, chosen, sample=sample, file=file, on_ready=on_ready, start_at=start_at
            )
        except StoreError as error:
            recovered = _recover_after(error, store_path, chosen)
            if recovered is None:
                return 2
            start_at = (recovered, "") if recovered else None
            continue
        if start_at is None:
            return code
        _bring_back(store_path, chosen)
        sample = file = None


def _open_store(
    path: Path, chosen: settings.Settings, file: Path | None
) -> tuple[Store | object | None, str]:
    """Open the store, after recovery if necessary; None if that was refused, which is reported.

    ``_ELSEWHERE`` if another process has it open; its window was brought to the front, and `file`
    handed over to it. The second value is the workshop to continue with after a recovery; otherwise
    empty.
    """
    recovered: str | None = ""
    try:
        _refuse_missing(path)
        return Store(path, thorough=False), recovered
    except StoreError as error:
        if error.key == "errors.store_locked" and ask(path, file):
            return _ELSEWHERE, ""
        recovered = _recover_after(error, path, chosen)
        if recovered is None:
            return None, ""
    try:
        return Store(path, thorough=False), recovered
    except StoreError as error:
        refuse(tr(error.key, **error.values))
        return None, ""


def _recover_after(error: StoreError, path: Path, chosen: settings.Settings) -> str | None:
    """Offer a recovery after an error of reading the store, or report it.

    Returns the workshop to continue with, or empty; None without a recovery.
    """
    recovered = _bring_back(path, chosen) if _is_recoverable(error, path) else None
    if recovered is None:
        refuse(tr(error.key, **error.values))
    return recovered


def _is_recoverable(error: StoreError, path: Path) -> bool:
    """Return whether to offer a recovery; not for a file that never was a store."""
    if error.key == "errors.store_not_ours":
        return lost_first_page(path) or _can_recover(path)
    return error.key in _DAMAGE


def _refuse_missing(path: Path) -> None:
    """Raise StoreError if there is no store, but copies or journals of one: it is not new."""
    try:
        missing = not path.exists()
    except OSError:  # opening it reports why it cannot be reached
        return
    if missing and _can_recover(path):
        raise StoreError("errors.store_empty")


def _can_recover(path: Path) -> bool:
    """Return whether there are copies or journals of a store."""
    from workshop_app.store.recovery import can_recover  # not on the start path

    return can_recover(paths.real_store(path))


def _bring_back(path: Path, chosen: settings.Settings) -> str | None:
    """Offer a recovery; return the workshop to continue with, or empty, or None if refused."""
    from ui.recovery import RecoveryWindow  # not needed for a normal start

    second = Path(chosen.copies_folder) if chosen.copies_folder else None
    window = RecoveryWindow(paths.real_store(path), second)
    try:
        return window.workshop_id if window.ask() else None
    finally:
        discard(window)


def _work(
    app: QApplication,
    store: Store,
    chosen: settings.Settings,
    *,
    sample: Sample | None,
    file: Path | None,
    on_ready: Ready | None,
    start_at: tuple[str, str] | None,
) -> tuple[int, tuple[str, str] | None]:
    """Run a window until it closes; return the exit code and where to continue.

    Raises StoreError if the start page cannot be read; the store is closed then.

    The second value is the workshop and the page to continue with after the records were recovered;
    None at the end of the program. `start_at` is the workshop and page where this window begins.
    """
    session = Session(store)
    window = MainWindow(session, chosen)
    faults = _Faults(window)
    crash.install(paths.crash_log_path(), faults.tell)
    room = app.primaryScreen().availableSize()
    window.resize(min(1366, room.width()), min(768, room.height()))
    # Create the first page at its final size, not twice.
    window.theme.resize(*room.expandedTo(window.minimumSize()).toTuple())
    try:
        if not chosen.seen_version and has_workshops(session):  # an update, though none was saved
            chosen.seen_version = "0"
        window.go("start")
    except StoreError:
        window.close()
        session.store.close()
        raise
    window.showMaximized()
    present(window, app)
    if sample is not None:
        window.open_sample(sample)
    if start_at is not None:
        _go_to(window, *start_at)
    StoreWatch(window, session)
    if file is not None:
        window.open_workshop_file(file)
    second_start = SecondStart(window, store.path, window.open_workshop_file)
    backups = window.backups
    backups.start()
    backups.missed.connect(lambda: window.toast(tr("backups.second.missed")))
    QTimer.singleShot(_READ_AFTER_MS, window, lambda: _read_answers(window))
    QTimer.singleShot(_CLEAR_AFTER_MS, window, lambda: _clear_killed_exports(chosen))
    if on_ready is not None:
        QTimer.singleShot(0, lambda: on_ready(window))
    try:
        with _ended_by_system(app, window):
            code = app.exec()
            wanted = window.recovery_wanted
            return code, (session.workshop_id, window.page_name) if wanted else None
    finally:
        second_start.close()
        window.leave_sample()
        session.forget_people()
        backups.close()
        session.store.close()
        discard(window)


def _go_to(window: MainWindow, workshop_id: str, page: str) -> None:
    """Continue where the previous window was, or on the start page if it is gone.

    Without a page, at the step where the workshop was worked on last.
    """
    if not page:
        window.open_workshop(workshop_id)
        return
    with suppress(UserError):
        if workshop_id:
            window.session.open(workshop_id)
        window.go(page)


def present(window: MainWindow, app: QApplication) -> Displays:
    """Use a second display for the audience, and keep the displays on."""
    window.awake = Awake()
    screen = app.primaryScreen()
    screen.logicalDotsPerInchChanged.connect(lambda _dpi: _follow_text(window, screen))
    return Displays(window, QtDesktop(app), window.save_setting)


def _follow_text(window: MainWindow, screen: QScreen) -> None:
    """Rebuild the pages when the system's text size changes."""
    if not isValid(window):
        return
    theme().set_system_scale(system_text_scale(screen))
    window.rebuild()


def _read_answers(window: MainWindow) -> None:
    """Read the catalogues in advance, since the first search would take longer otherwise."""
    from ui.components.answer_reader import AnswerReader  # not on the start path

    AnswerReader(window, window.answers, exclude_existing).start()


def _clear_killed_exports(chosen: settings.Settings) -> None:
    """Remove the leftovers of a killed export from the default folder."""
    from exports.files import clear_killed

    clear_killed(Path(chosen.export_folder) if chosen.export_folder else paths.export_folder())


def application() -> QApplication:
    """Return the application, created on first use."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The same style on every system. `setStyle` would make PySide create all types of QStyle.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
        app.setApplicationName("Workshop App")
        app.setDesktopFileName(paths.APP)
        app.setWindowIcon(icon("app-mark", "accent", 64))
        for effect in _ANIMATIONS:
            app.setEffectEnabled(effect, False)
    _equip(app)
    return app


@cache  # looking for existing children would make PySide load their types
def _equip(app: QApplication) -> None:
    """Install the collector, Qt's translations and accessibility, once per application."""
    exclude_existing()  # the modules: the first collection would take longest, at the first paint
    Collector(app)
    QtTranslation(app)
    install_accessibility()


def refuse(sentence: str) -> None:
    """Report why the window cannot open, in a message box and on standard error."""
    print(sentence, file=sys.stderr)  # noqa: T201 - the terminal is where it was started from
    if QApplication.platformName() == "offscreen":
        return
    from PySide6.QtWidgets import QMessageBox  # not on the start path

    box = QMessageBox(QMessageBox.Icon.Warning, tr("frame.app"), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    dress(box)
    box.exec()


class _Faults(QObject):
    """Reports uncaught errors to the user; an unreadable store has its own sentence.

    This is done after the current event, and always in the window's thread.
    """

    met = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.met.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def tell(self, error: BaseException) -> None:
        """Report the error soon; may be called in any thread."""
        with suppress(RuntimeError):  # the program is ending
            self.met.emit(error if isinstance(error, StoreError) else None)

    def _say(self, error: StoreError | None) -> None:
        if not isValid(self._window) or not self._window.isVisible():
            return
        if error is not None:
            self._window.refuse(error)
        else:
            self._window.say_error(tr("errors.unexpected"))


@contextmanager
def _ended_by_system(app: QApplication, window: MainWindow) -> Iterator[None]:
    """Save and quit on SIGTERM, SIGINT and SIGHUP, at a logout, and when the system shuts down.

    No question can be answered then. Python's own handlers would wait for the next event.

    The sockets are stored here: Qt does not keep them alive, and a closed one would close the
    window.
    """
    reading, writing = socket.socketpair()
    with reading, writing:
        for side in (reading, writing):
            side.setblocking(False)
        notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)

        def end() -> None:
            try:
                window.end()
            finally:
                app.exit()  # also out of a system dialog

        notifier.activated.connect(lambda: (reading.recv(1), end()))
        app.commitDataRequest.connect(end)
        earlier_end = signal.set_wakeup_fd(writing.fileno())
        names = ("SIGTERM", "SIGINT", "SIGHUP")  # Windows has no terminal that hangs up
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        earlier = [signal.signal(number, lambda *_: None) for number in numbers]
        try:
            yield
        finally:
            for number, handler in zip(numbers, earlier, strict=True):
                signal.signal(number, handler)
            signal.set_wakeup_fd(earlier_end)
            notifier.setEnabled(False)
            app.commitDataRequest.disconnect(end)
