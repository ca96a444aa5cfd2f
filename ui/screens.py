"""Write a picture of every page for review: ``python -m ui.screens --out DIR``."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.meanings import Meaning
from ui.app import application
from ui.audience.window import AudienceWindow
from ui.components import places
from ui.components.section import SectionedPage
from ui.pages.preview.page import PreviewPage
from ui.theme.theme import theme
from ui.window.main_window import MainWindow
from workshop_app.domain.sample import Sample
from workshop_app.i18n import set_language
from workshop_app.services import sample
from workshop_app.services.session import Session
from workshop_app.settings import Settings
from workshop_app.store.store import Store

SIZES = ((1920, 1080), (1366, 768), (1024, 768))
AUDIENCE_SIZES = (*SIZES, (1280, 720))
COLOURS = ("light", "dark", "contrast")
LANGUAGES = ("ja", "en")
AUDIENCE = "audience"
AUDIENCE_VIEWS = (
    ("start", "start", "", ()),
    ("prepare-rules", "prepare", "opening", ("PgDown",)),
    ("context", "context", "", ()),
    ("list-writing", "list", "", (Meaning.WRITE, "2", "+", "+", "+")),
    ("list-later", "list", "", ("Esc", Meaning.REVEAL)),
    ("list", "list", "", (Meaning.REVEAL,)),
    ("sort", "sort", "", ()),
    ("choose-open", "choose", "", (Meaning.TAKE_BACK,)),
    ("choose", "choose", "", ("Ctrl+Enter",)),
    ("solve", "solve", "", ()),
    ("solve-offers", "solve", "", ("Down",) * 9),
    ("solve-find", "solve", "find", ()),
    ("solve-hint", "solve", "find", (Meaning.REVEAL,)),
    ("appraise", "appraise", "", ()),
    ("wrap_up", "wrap_up", "outcomes", ()),
    ("wrap_up-actions", "wrap_up", "actions", ()),
    ("wrap_up-next", "wrap_up", "next_time", ()),
    ("break", "list", "", ("Ctrl+B",)),
)
"""What the audience sees: name, page, its section, and the keys that are pressed there."""
OF_VISITS = ("last_time", "customer", "requests")
"""Pages that are empty at a first visit: they show the sample of a second one."""
GUIDE = ("list", "sort", "solve", "appraise", "setup")
GUIDE_FOLDER = Path("docs/pictures")


def main() -> None:
    """Write the pictures requested on the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="ui.screens", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screens"))
    parser.add_argument("--page", action="append", help="only this page (may be repeated)"
                        f" or {AUDIENCE}, what the audience's display shows")  # fmt: skip
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--colours", choices=COLOURS, action="append")
    parser.add_argument("--guide", action="store_true", help="the user guide's own pictures")
    asked = parser.parse_args()
    if asked.guide:
        print(f"{sum(1 for _ in guide_pictures(GUIDE_FOLDER))} pictures in {GUIDE_FOLDER}")  # noqa: T201
        return
    count = 0
    for language, colours in product(asked.language or LANGUAGES, asked.colours or COLOURS):
        if asked.page != [AUDIENCE]:
            count += sum(1 for _ in pictures(asked.out, language, colours, asked.page))
        if AUDIENCE in (asked.page or [AUDIENCE]):
            count += sum(1 for _ in audience_pictures(asked.out, language, colours))
    print(f"{count} pictures in {asked.out}")  # noqa: T201 - a command's own answer


@contextmanager
def sample_window(
    language: str, colours: str = "light", which: Sample = Sample.FIRST_VISIT
) -> Iterator[MainWindow]:
    """Show a window with a sample open in it; of a second visit most of the first is reviewed."""
    application()
    set_language(language)
    theme().set_name(colours)
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Store(Path(folder) / "workshops.db"))
        if which is Sample.SECOND_VISIT:
            opened = sample.play_second_visit(session, language, today=date.today(), asked=True)
        else:
            opened = sample.play(session, language, today=date.today())
        session.open(opened)
        window = MainWindow(session, Settings(language=language, theme=colours))
        window.show()
        yield window
        window.close()
        session.store.close()


def settle(milliseconds: int = 30) -> None:
    """Run the event loop for a while, so that pending layouts and repaints are done."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()


def take(window: QWidget, file: Path) -> Path:
    """Write a picture of `window` to `file`; raises OSError when it cannot be written."""
    settle()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(file)):
        raise OSError(f"cannot write {file}")
    return file


def pictures(out: Path, language: str, colours: str, pages: list[str] | None) -> Iterator[Path]:
    """Write the pictures of one language and palette, in both modes and all sizes."""
    asked = [name for name in pages or () if name != AUDIENCE]
    names = asked or [place.name for place in (*places.outside_steps(), *places.steps())]
    for which in Sample:
        second = which is Sample.SECOND_VISIT
        if shown := [name for name in names if (name in OF_VISITS) == second]:
            yield from _pictures_of(out, language, colours, which, shown)


def _pictures_of(
    out: Path, language: str, colours: str, which: Sample, names: list[str]
) -> Iterator[Path]:
    """Write the pictures of these pages with one sample; of pages of visits, every section."""
    with sample_window(language, colours, which) as window:
        for (width, height), private in product(SIZES, (False, True)):
            window.resize(width, height)
            settle()
            window.set_private(private)
            for name in names:
                window.go(name)
                _wait_for_paper(window)
                mode = "private" if private else "projected"
                variant = f"{mode}-{language}-{colours}-{width}x{height}.png"
                for section in _sections(window) if name in OF_VISITS else ("",):
                    if section and (page := window.page_stack.page):
                        page.show_location(section)
                    yield take(window, out / f"{'-'.join(filter(None, (name, section)))}-{variant}")


def _sections(window: MainWindow) -> tuple[str, ...]:
    """Return the names of the sections of the current page, or one empty name."""
    page = window.page_stack.page
    return tuple(page.sections) if isinstance(page, SectionedPage) else ("",)


def _wait_for_paper(window: MainWindow) -> None:
    """Wait until the preview has rendered its page; other pages are ready immediately."""
    page = window.page_stack.page
    for _ in range(400):
        if not isinstance(page, PreviewPage) or page.view.drawn:
            return
        settle(50)


def audience_pictures(out: Path, language: str, colours: str) -> Iterator[Path]:
    """Write what the audience display shows, every page of it, in all sizes."""
    with sample_window(language, colours) as window:
        window.resize(*SIZES[1])
        audience = AudienceWindow()
        audience.resize(*SIZES[0])
        audience.show()
        window.audience.begin(audience)
        window.activateWindow()
        for name, place, section, keys in AUDIENCE_VIEWS:
            window.go_to(place, section)
            for key in keys:
                QTest.keySequence(window.focusWidget() or window, QKeySequence(key))
            settle()
            window.audience.refresh()
            for width, height in AUDIENCE_SIZES:
                audience.resize(width, height)
                for page in range(audience.pages):
                    audience.turn(page - audience.page)
                    number = f"-{page + 1}" if audience.pages > 1 else ""
                    size = f"{language}-{colours}-{width}x{height}"
                    yield take(audience, out / f"{AUDIENCE}-{name}{number}-{size}.png")


def guide_pictures(out: Path) -> Iterator[Path]:
    """Write the user guide's pictures, in projected mode."""
    for language in LANGUAGES:
        with sample_window(language) as window:
            window.resize(*SIZES[1])
            for name in GUIDE:
                window.go(name)
                yield take(window, out / f"{name}-{language}.png")


if __name__ == "__main__":
    main()
