"""Reads the files of an export back from disk and searches them for protected terms."""

import csv
import gzip
import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from io import BytesIO, StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from exports.customer_mask import company_names
from exports.files import FileSet
from exports.leak_finding import LeakFinding, LeakPlace
from exports.matching import BETWEEN, NamePattern, bare, folded
from exports.options import WritingOptions
from exports.progress import Progress
from exports.protected import (
    NEEDED,
    PATTERNS,
    Guard,
    ProtectedTerm,
    TermKind,
    terms_of,
)
from exports.registry import Document
from workshop_app.domain.state import WorkshopState
from workshop_app.encryption import ENDING, decrypted
from workshop_app.services.imports.xlsx import sheets_of

_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
"""The XML namespace of workbooks (ECMA-376)."""
_AROUND = 30
"""The number of characters before and after a term that a finding contains."""
_ATTACHED = re.compile(rb"(?:[A-Za-z0-9+/]{76}\r?\n)+(?:[A-Za-z0-9+/=]+\r?\n)?")
"""The content of an attachment in a mail draft, in Base64."""
_PDF = b"%PDF-"
_MOST_PLACES = 20
_CUSTOMERS_OWN = frozenset((TermKind.CUSTOMER, TermKind.HOST))
"""Kinds of terms that documents for the customer may contain, and those that name the customer."""
_PRIVATE = frozenset((TermKind.NOTE, TermKind.HOST, TermKind.EMAIL, TermKind.HOME))
"""Kinds of terms that private documents may contain."""


OwnNames = Mapping[TermKind, Iterable[str]]
"""Names inside of which a term of a kind is not reported, as 大阪商事 is part of a longer name."""


@dataclass(frozen=True, slots=True)
class LeakCheck:
    """The workshop before anything was masked, and the options of the export."""

    state: WorkshopState
    guard: Guard
    options: WritingOptions

    @property
    def own_texts(self) -> tuple[str, ...]:
        """The facilitator's own texts; addresses in them are not leaks."""
        own = self.options.branding
        return (own.facilitator, own.contact, own.closing, self.state.workshop.facilitator)

    @property
    def own_names(self) -> OwnNames:
        """The names that may contain a protected one: the customer's, and the facilitator's."""
        return {
            TermKind.OTHER_CUSTOMER: company_names(self.state.customer.name),
            TermKind.PERSON: (self.options.branding.facilitator, self.state.workshop.facilitator),
        }


def read_back(
    file_set: FileSet,
    documents: Mapping[str, Document],
    check: LeakCheck,
    progress: Callable[[Progress], None],
) -> tuple[LeakFinding, ...]:
    """Read all files before they are published; return the protected terms in them.

    `documents` maps file names to documents.
    """
    scanner = LeakScanner(
        terms_of(check.state, check.guard),
        own_names=check.own_names,
        released=check.guard.released,
        own_texts=check.own_texts,
        password=check.options.password,
    )
    waiting = file_set.waiting
    for number, (name, part) in enumerate(waiting, 1):
        document = documents[name]
        progress(
            Progress(
                document=document.name,
                number=len(waiting),
                count=len(waiting),
                page=number,
                pages=len(waiting),
                reading=True,
            )
        )
        allowed = may_contain(
            document, names_customer=check.options.name_customer, anonymous=check.guard.anonymous
        )
        scanner.read(WrittenFile(part, name.rpartition("/")[2], allowed))
    return scanner.findings


class Passage(NamedTuple):
    """A piece of a file: `place` is page, line, row, field, part or name, `at` its number."""

    place: str
    at: str
    text: str


PassagesOfFiles = dict[tuple[str, bytes], tuple[Passage, ...]]
"""The files read so far: passages by suffix and content."""


class WrittenFile(NamedTuple):
    """A temporary file, its final name, and the kinds of terms that it may contain."""

    path: Path
    name: str
    may_contain: frozenset[TermKind]


def may_contain(
    document: Document, *, names_customer: bool, anonymous: bool
) -> frozenset[TermKind]:
    """Return the kinds of terms that a document may contain.

    The workshop file always names the customer, because it is the whole workshop.
    """
    allowed = _PRIVATE if document.private else frozenset()
    if document.names_people and not anonymous:
        allowed |= {TermKind.PERSON}
    is_workshop = document.ending == "workshop"
    if is_workshop or not document.internal or names_customer:
        allowed |= _CUSTOMERS_OWN
    return allowed


class _JoinedTexts:
    """The joined texts of all passages of a file, so that each term is searched for once."""

    def __init__(self, told: Sequence[Passage], known: dict[str, str]) -> None:
        self._told = told
        self.text = BETWEEN.join(self._folded(passage.text, known) for passage in told)
        self._bare = bare(self.text)

    def _folded(self, text: str, known: dict[str, str]) -> str:
        """Return a folded text; `known` has texts folded before, such as of an attached handout."""
        if text not in known:
            known[text] = folded(text.replace(BETWEEN, " "))
        return known[text]

    def find(self, name: NamePattern) -> Iterator[re.Match[str]]:
        """Return the matches of a name; most files do not even contain its letters."""
        return name.pattern.finditer(self.text) if name.letters in self._bare else iter(())

    def around(self, match: re.Match[str]) -> tuple[Passage, str, str]:
        """Return the passage of a match, and its text before and after."""
        passage = self._told[self.text.count(BETWEEN, 0, match.start())]
        before = self.text[: match.start()].rpartition(BETWEEN)[2]
        return passage, before, self.text[match.end() :].partition(BETWEEN)[0]


class LeakScanner:
    """Searches several files for protected terms; `findings` accumulates over all files.

    Names within `own_names` and addresses that occur in `own_texts` are not reported.
    """

    def __init__(
        self,
        terms: Iterable[ProtectedTerm],
        *,
        own_names: OwnNames = MappingProxyType({}),
        released: Iterable[str] = (),
        own_texts: Sequence[str] = (),
        password: str = "",
    ) -> None:
        self._own_texts = folded("\n".join(own_texts))
        self._password = password
        self._own_names = {
            kind: [NamePattern.of(name) for name in names if name.strip()]
            for kind, names in own_names.items()
        }
        self._released = {folded(text).casefold() for text in released}
        self._terms = [
            (term, NamePattern.of(term.text))
            for term in terms
            if folded(term.text).casefold() not in self._released
        ]
        self._found: dict[tuple[str, str], list[LeakPlace]] = {}
        self._weak: set[str] = set()
        self._known: PassagesOfFiles = {}
        self._folded: dict[str, str] = {}

    @property
    def findings(self) -> tuple[LeakFinding, ...]:
        """The findings so far, those that block the export first."""
        found = [
            LeakFinding(text, kind, text in self._weak, tuple(places[:_MOST_PLACES]), len(places))
            for (text, kind), places in self._found.items()
        ]
        return tuple(sorted(found, key=lambda finding: finding.weak))

    def read(self, file: WrittenFile) -> None:
        """Look for protected terms in a file and in its name."""
        told = passages(file.name, file.path.read_bytes(), self._password, self._known)
        texts = _JoinedTexts((Passage("name", "", file.name), *told), self._folded)
        own_spans = {
            kind: [match.span() for name in names for match in texts.find(name)]
            for kind, names in self._own_names.items()
        }
        for term, name in self._terms:
            if term.kind not in file.may_contain:
                for match in texts.find(name):
                    if not _inside(match, own_spans.get(term.kind, ())) and not _is_word(
                        term, match
                    ):
                        self._add(term, file, texts, match)
        for kind, pattern in PATTERNS.items():
            if kind not in file.may_contain and any(each in texts.text for each in NEEDED[kind]):
                for match in pattern.finditer(texts.text):
                    if match[0] not in self._own_texts:
                        self._add(ProtectedTerm(match[0], kind), file, texts, match)

    def _add(
        self,
        term: ProtectedTerm,
        file: WrittenFile,
        texts: _JoinedTexts,
        match: re.Match[str],
    ) -> None:
        if folded(term.text).casefold() in self._released:
            return
        if term.weak:
            self._weak.add(term.text)
        passage, before, after = texts.around(match)
        place = LeakPlace(
            file.name,
            passage.place,
            passage.at,
            " ".join(before[-_AROUND:].split()),
            " ".join(match[0].split()),
            " ".join(after[:_AROUND].split()),
        )
        self._found.setdefault((term.text, term.kind.value), []).append(place)


def _inside(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a match is part of a longer name, as 大阪商事 is of 大阪商事東京株式会社."""
    start, end = match.span()
    return any(first <= start and end <= last for first, last in spans)


def _is_word(term: ProtectedTerm, match: re.Match[str]) -> bool:
    """Return whether a match is an English word, such as "will", and not somebody's name."""
    return term.kind is TermKind.PERSON and match[0].isascii() and match[0].islower()


def passages(
    name: str, data: bytes, password: str = "", known: PassagesOfFiles | None = None
) -> tuple[Passage, ...]:
    """Return the readable text of a file; its suffix determines the format.

    Content in `known` is not read again, such as a handout that is attached to a draft.
    """
    known = {} if known is None else known
    ending = name.rpartition(".")[2]
    if (ending, data) not in known:
        known[ending, data] = tuple(_passages(name, data, password, known))
    return known[ending, data]


def _passages(name: str, data: bytes, password: str, known: PassagesOfFiles) -> Iterator[Passage]:
    match name.rpartition(".")[2]:
        case "pdf":
            yield from _pages(data, password)
        case "enc":
            yield from passages(
                name.removesuffix(ENDING), decrypted(data, password, name), password, known
            )
        case "csv":
            yield from _rows(data)
        case "xlsx":
            yield from _sheets(name, data)
        case "workshop":
            yield from _fields(json.loads(gzip.decompress(data)))
        case "eml":
            yield from _mail(data, password, known)
        case "ics":
            yield from _lines(re.sub(r"\r?\n[ \t]", "", data.decode()))
        case _:
            yield from _lines(data.decode())


def _pages(data: bytes, password: str) -> Iterator[Passage]:
    """Yield what each page of a PDF says, then its other strings, such as titles and addresses."""
    import pikepdf
    import pypdfium2

    with closing(pypdfium2.PdfDocument(data, password=password or None)) as document:
        for number, page in enumerate(document, 1):
            yield Passage("page", str(number), page.get_textpage().get_text_bounded())
    with pikepdf.open(BytesIO(data), password=password) as pdf:
        numbers: dict[Any, str] = {
            page.objgen: str(number) for number, page in enumerate(pdf.pages, 1)
        }
        for each in pdf.objects:
            shown_on = each.get("/Pg") if isinstance(each, pikepdf.Dictionary) else None
            at = numbers.get(shown_on.objgen, "") if shown_on is not None else ""
            for text in _strings(each):
                yield Passage("page" if at else "field", at, text)
        about = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 - our own file
    yield Passage("field", "", "\n".join(about.itertext()))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - an object of a PDF
    """Yield the strings in an object of a PDF, but those of the objects that it refers to."""
    import pikepdf

    if isinstance(value, pikepdf.String):
        yield str(value)
        return
    parts: Iterable[Any] = ()
    if isinstance(value, pikepdf.Array):
        parts = value
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        parts = (each for _, each in value.items())
    for each in parts:
        if isinstance(each, pikepdf.Object) and not each.is_indirect:
            yield from _strings(each)


def _rows(data: bytes) -> Iterator[Passage]:
    for number, row in enumerate(csv.reader(StringIO(data.decode("utf-8-sig"))), 1):
        yield Passage("row", str(number), "\n".join(row))


def _sheets(name: str, data: bytes) -> Iterator[Passage]:
    """Yield the rows of our workbooks, named by sheet and row, and their metadata."""
    with ZipFile(BytesIO(data)) as file:
        for part in file.namelist():
            if "docProps" in part:
                about = ET.fromstring(file.read(part))  # noqa: S314 - written by us
                yield Passage("field", "", "\n".join(about.itertext()))
        titles = ET.fromstring(file.read("xl/workbook.xml")).iter(f"{_SHEETS}sheet")  # noqa: S314
        for title, rows in zip(titles, sheets_of(file, name), strict=True):
            for number, row in enumerate(rows, 1):
                yield Passage("row", f"{title.get('name')} {number}", "\n".join(row))


def _lines(text: str) -> Iterator[Passage]:
    for number, line in enumerate(text.splitlines(), 1):
        yield Passage("line", str(number), line)


def _fields(value: Any) -> list[Passage]:  # noqa: ANN401 - any JSON value
    """Return the texts in a JSON value, named by their paths."""
    found: list[Passage] = []

    def add(value: Any, path: str) -> None:  # noqa: ANN401
        if isinstance(value, str):
            found.append(Passage("field", path, value))
        elif isinstance(value, dict):
            for key, each in value.items():
                if each:
                    add(each, f"{path}/{key}" if path else key)
        elif isinstance(value, list):
            for number, each in enumerate(value, 1):
                if each:
                    add(each, f"{path}/{number}" if path else str(number))

    add(value, "")
    return found


def _mail(data: bytes, password: str, known: PassagesOfFiles) -> Iterator[Passage]:
    """Yield the passages of a mail draft, except its recipient."""
    attached: list[bytes] = []

    def taken_out(found: re.Match[bytes]) -> bytes:
        content = b64decode(found[0])
        if not content.startswith(_PDF):
            return found[0]
        attached.append(content)
        return b""

    # the library would parse and decode the files line by line
    rest = _ATTACHED.sub(taken_out, data)
    for content in attached:
        yield from passages("pdf", content, password, known)
    message = message_from_bytes(rest, policy=policy.compat32)  # parses no header before it is used
    for name, value in message.items():
        if name != "To":
            yield Passage("part", name, str(make_header(decode_header(value))))
    for part in message.walk():
        if part.is_multipart():
            continue
        name = part.get_filename()
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            raise TypeError(name)
        if name:
            yield from passages(name, content, password, known) if content else ()
        else:
            yield from _lines(content.decode(part.get_content_charset("utf-8")))
