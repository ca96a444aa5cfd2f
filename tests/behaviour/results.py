"""Writes what a run leaves: action log, workshop file, papers, files written by the window."""

import re
import sqlite3
import tempfile
from hashlib import sha256
from pathlib import Path

import pypdfium2

from exports.job import export
from exports.registry import DOCUMENTS
from tests.helpers.papers import pages_of, solutions, unpacked
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop_json import to_json

_SHARPNESS = 1.0
"""Pixels per point of a page's picture."""
_END = re.compile(r"(?<=。)|(?<=[.!?:]) ")
"""The end of a sentence."""


def write_log(store: Path, folder: Path) -> None:
    """Write the action log without its times."""
    database = sqlite3.connect(store)
    rows = database.execute("SELECT kind, place, merge_key, payload FROM action_log ORDER BY seq")
    lines = [" | ".join(str(value or "") for value in row) for row in rows]
    database.close()
    (folder / "log.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_workshop(state: WorkshopState, folder: Path) -> None:
    """Write the workshop file and all papers, also those that the window leaves out."""
    (folder / "workshop.json").write_text(to_json(state, private=True), encoding="utf-8")
    papers = folder / "papers"
    papers.mkdir()
    for name in DOCUMENTS:
        with tempfile.TemporaryDirectory() as made:
            try:
                result = export(state, solutions(), Path(made), [name])
            except UserError as error:
                (papers / f"{name}.txt").write_text(f"{error.key}\n", encoding="utf-8")
                continue
            for number, file in enumerate(result.files, 1):
                _write_paper(file, papers / f"{name}-{number}", state.workshop.language)


def write_files(made: Path, folder: Path) -> None:
    """Write the names and digests of the files that the window wrote."""
    files = sorted(file for file in made.rglob("*") if file.is_file())
    lines = [f"{_digest(file)} {file.relative_to(made).as_posix()}" for file in files]
    (folder / "written.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_paper(file: Path, to: Path, language: str) -> None:
    data = file.read_bytes()
    lines = [file.name, _digest(file)]
    if file.suffix == ".pdf":
        for number, page in enumerate(pages_of(data), 1):
            lines += [f"== page {number}", *_sentences(page, language)]
        _write_pages(data, to)
    else:
        try:
            lines += unpacked(data).decode("utf-8").splitlines()
        except UnicodeDecodeError:
            lines.append(f"{len(data)} bytes")
    to.with_suffix(".txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sentences(page: str, language: str) -> list[str]:
    """Return the text of a page, a sentence per line, independent of line breaks."""
    return _END.split(("" if language == "ja" else " ").join(page.split()))


def _write_pages(pdf: bytes, to: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        page.render(scale=_SHARPNESS).to_pil().save(to.with_name(f"{to.name}-{number}.png"))
        page.close()
    document.close()


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
