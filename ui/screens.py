"""Write a picture of every page for review: ``python -m ui.screens --out DIR``."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow
    from workshop_app.domain.sample import Sample

SIZES = ((1920, 1080), (1366, 768), (1024, 768))
AUDIENCE_SIZES = (*SIZES, (1280, 720))
COLOURS = ("light", "dark", "contrast")
LANGUAGES = ("ja", "en")
AUDIENCE = "audience"
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


def pictures(out: Path, language: str, colours: str, pages: list[str] | None) -> Iterator[Path]:
    """Write the pictures of one language and palette, in both modes and all sizes."""
    from ui.components import places
    from workshop_app.domain.sample import Sample

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
    from ui.pictures import open_window, settle, take

    with tempfile.TemporaryDirectory() as folder:
        window = open_window(Path(folder) / "workshops.db", language, colours, which)
        window.show()
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
                    file = out / f"{'-'.join(filter(None, (name, section)))}-{variant}"
                    take(window, file)
                    yield file
        window.close()
        window.session.store.close()


def _sections(window: MainWindow) -> tuple[str, ...]:
    """Return the names of the sections of the current page, or one empty name."""
    from ui.components.section import SectionedPage

    page = window.page_stack.page
    return tuple(page.sections) if isinstance(page, SectionedPage) else ("",)


def _wait_for_paper(window: MainWindow) -> None:
    """Wait until the preview has rendered its page; other pages are ready immediately."""
    from ui.pages.preview.page import PreviewPage
    from ui.pictures import settle

    page = window.page_stack.page
    for _ in range(400):
        if not isinstance(page, PreviewPage) or page.view.drawn:
            return
        settle(50)


def audience_pictures(out: Path, language: str, colours: str) -> Iterator[Path]:
    """Write the audience display of each step, every page of it, in all sizes."""
    from ui.audience_pictures import audience_views
    from ui.pictures import open_window, take

    with tempfile.TemporaryDirectory() as folder:
        window = open_window(Path(folder) / "workshops.db", language, colours)
        window.show()
        for name, audience in audience_views(window):
            for width, height in AUDIENCE_SIZES:
                audience.resize(width, height)
                for page in range(audience.pages):
                    audience.turn(page - audience.page)
                    number = f"-{page + 1}" if audience.pages > 1 else ""
                    size = f"{language}-{colours}-{width}x{height}"
                    file = out / f"{AUDIENCE}-{name}{number}-{size}.png"
                    take(audience, file)
                    yield file
        window.close()
        window.session.store.close()


def guide_pictures(out: Path) -> Iterator[Path]:
    """Write the user guide's pictures, in projected mode."""
    from ui.pictures import open_window, take

    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            window = open_window(Path(folder) / "workshops.db", language)
            window.resize(1366, 768)
            window.show()
            for name in GUIDE:
                window.go(name)
                take(window, out / f"{name}-{language}.png")
                yield out / f"{name}-{language}.png"
            window.close()
            window.session.store.close()


if __name__ == "__main__":
    main()
