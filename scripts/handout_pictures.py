"""Write a picture of the first page of a sample handout, in each language, for the documents."""

import tempfile
from pathlib import Path

from pypdfium2 import PdfDocument

from exports.job import export
from workshop_app.i18n import LANGUAGES
from workshop_app.services import sample
from workshop_app.services.answers import Answers
from workshop_app.services.session import Session
from workshop_app.store.store import Store

OUT = Path("docs/pictures")
SCALE = 2
"""Pixels per point of the paper."""


def main() -> None:
    """Write the pictures and report each."""
    for language in LANGUAGES:
        file = OUT / f"handout-{language}.png"
        _first_page(language, file)
        print(file)


def _first_page(language: str, file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Store(Path(folder) / "workshops.db"))
        session.open(sample.play(session, language))
        state = session.state
        if state is None:
            raise RuntimeError("no workshop is open")
        written = export(
            state, Answers().entries_of(state), Path(folder), ["handout"], language=language
        )
        session.store.close()
        with PdfDocument(written.files[0]) as paper:
            image = paper[0].render(scale=SCALE).to_pil()
    image.quantize(16).save(file, optimize=True)


if __name__ == "__main__":
    main()
