"""Takes pictures of the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import application
from ui.theme.theme import theme
from ui.window.main_window import MainWindow
from workshop_app.domain.sample import Sample
from workshop_app.i18n import set_language
from workshop_app.services import sample
from workshop_app.services.session import Session
from workshop_app.settings import Settings
from workshop_app.store.store import Store


def open_window(
    store: Path, language: str, colours: str = "light", which: Sample = Sample.FIRST_VISIT
) -> MainWindow:
    """Return a window on a store at `store`, with a sample open in it.

    At a second visit most of the previous visit has been reviewed.
    """
    application()
    set_language(language)
    theme().set_name(colours)
    session = Session(Store(store))
    if which is Sample.SECOND_VISIT:
        opened = sample.play_second_visit(session, language, today=date.today(), asked=True)
    else:
        opened = sample.play(session, language, today=date.today())
    session.open(opened)
    return MainWindow(session, Settings(language=language, theme=colours))


def settle(milliseconds: int = 30) -> None:
    """Run the event loop for a while, so that pending layouts and repaints are done."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()


def take(window: QWidget, file: Path) -> None:
    """Write a picture of `window` to `file`; raises OSError when it cannot be written."""
    settle()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(file)):
        raise OSError(f"cannot write {file}")
