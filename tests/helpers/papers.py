"""Papers as readers get them: written to disk, read back by another program."""

import gzip
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2

from exports.job import export
from exports.options import WritingOptions
from exports.registry import DOCUMENTS
from exports.replaced_characters import ReplacedCharacter
from tests.helpers.builders import news_of
from tests.helpers.played import played_session
from workshop_app.catalogue.loader import load
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import LANGUAGES


@cache
def solutions() -> dict[str, Solution]:
    return dict(load().solutions)


@cache
def sample_state(language: str) -> WorkshopState:
    """The completed sample workshop."""
    with tempfile.TemporaryDirectory() as folder:
        session = played_session(Path(folder) / "workshops.db", language)
        state = session.state
        session.store.close()
    assert state is not None
    return state


def with_something_before(state: WorkshopState, name: str) -> WorkshopState:
    """The workshop with the records that a document needs.

    Then and now compares it with itself at least, and requests without news are planned.
    """
    if name == "then_now" and state.before is None:
        return replace(state, before=state)
    if name == "became_of" and not state.news:
        news = (news_of(request, RequestState.PLANNED) for request in state.requests)
        return replace(state, news=tuple(news))
    return state


def pdf_of(state: WorkshopState, name: str = "summary", language: str = "ja", **options) -> bytes:
    """The bytes of one document about `state`."""
    state = with_something_before(state, name)
    with tempfile.TemporaryDirectory() as folder:
        how = WritingOptions(**options)
        result = export(state, solutions(), Path(folder), [name], language, options=how)
        return result.files[0].read_bytes()


def replaced_in(state: WorkshopState, name: str = "summary") -> tuple[ReplacedCharacter, ...]:
    """The characters that had to be replaced in one document about `state`."""
    state = with_something_before(state, name)
    with tempfile.TemporaryDirectory() as folder:
        return export(state, solutions(), Path(folder), [name], "ja").replaced


def has(text: str, *parts: str) -> bool:
    """Return whether a text without spaces has all parts, whatever spaces these have."""
    return all(squeezed(part) in text for part in parts)


def is_file_of(document: str, file_name: str) -> bool:
    """Return whether a file name is one of a document that does not name its reader."""
    names = (DOCUMENTS[document].name_in_files(language) for language in LANGUAGES)
    return any(f"_{name}_" in file_name for name in names)


def files_below(folder: Path) -> list[Path]:
    """The files in a folder and its subfolders, in order; none if there is no such folder."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


def unpacked(data: bytes) -> bytes:
    """The content of a file, decompressed if it is compressed with gzip as workshop files are."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return texts
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """Return the text of all pages without page footers, which would split sentences."""
    bodies = [page.rstrip().rpartition("\r\n")[0] for page in pages_of(pdf)]
    return "\n".join(bodies)


def squeezed(text: str) -> str:
    """Return `text` without spaces and line ends, to compare across line breaks."""
    return "".join(text.split())


def words_of(pdf: bytes) -> str:
    """All text of a document in reading order, without spaces."""
    return squeezed(text_of(pdf))
