"""The board of all requests as a workbook and as Markdown, for the product team.

Customers appear as codes unless their names are requested; people are never named. Both files are
read back before they are published, like all documents.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from exports.customer_mask import company_names
from exports.files import FileSet
from exports.leak_finding import LeakFinding, blocks_export
from exports.markdown_escape import escaped
from exports.masking import replacing
from exports.other_voices import without_names
from exports.protected import (
    ProtectedTerm,
    TermKind,
    hosts_of,
    listed_sentences,
    private_texts_of,
    sentences,
    without_told,
)
from exports.reading_back import LeakScanner, WrittenFile
from exports.tables import Cells, ExportTable
from exports.workbook import workbook_of
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.problem import Problem
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.text import clean
from workshop_app.domain.voices import Voice
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.domain.workshop_fields import LISTS
from workshop_app.encryption import ENDING, Encryption
from workshop_app.i18n import Texts
from workshop_app.services.contact_words import way_name
from workshop_app.services.evidence import CustomerNames, names_of
from workshop_app.services.queries import customers
from workshop_app.services.request_board import BoardRequest
from workshop_app.services.session import Session

_REQUESTS = (
    "code", "customer", "request", "why", "customers", "people", "jobs", "ways", "first", "latest",
    "handed", "state", "answered", "said", "told",
)  # fmt: skip
_VOICES = ("code", "customer", "request", "heard", "method", "persona", "first_wording")


@dataclass(frozen=True, slots=True)
class Board:
    """The requests to write, and the names that must not appear."""

    requests: Sequence[BoardRequest]
    language: str
    day: str
    """The day of the export, ISO."""
    named: bool = False
    names: Mapping[str, CustomerNames] = field(default_factory=dict)
    """CustomerNames of customers and of their people, by the customer's code."""
    terms: tuple[ProtectedTerm, ...] = ()
    """Terms that must not occur in either file."""
    released: tuple[str, ...] = ()
    """Protected terms that the facilitator released."""
    mask: Callable[[str], str] = str
    """Replaces the protected terms that the facilitator decided to mask."""


class BoardExport(NamedTuple):
    """The files written; none if `findings` contains a term that is not weak."""

    files: tuple[Path, ...]
    findings: tuple[LeakFinding, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether nothing was written because of the findings."""
        return blocks_export(self.findings)


def board_of(
    session: Session,
    requests: Sequence[BoardRequest],
    language: str,
    day: str,
    *,
    named: bool,
    masked: Iterable[str] = (),
    released: Iterable[str] = (),
) -> Board:
    """Return the content of both files; `named` shows customers by name. Raises StoreError.

    `masked` and `released` are protected terms found by an earlier export, by the decision about
    them.
    """
    workshops = {each.workshop.id for each in requests}
    workshops |= {voice.workshop_id for each in requests for voice in each.said.voices}
    names = {each.code: each for each in names_of(session, workshops)}
    return Board(
        requests,
        language,
        day,
        named,
        names,
        tuple(_terms(session, frozenset(workshops), names.values(), named=named)),
        tuple(released),
        replacing(dict.fromkeys(masked, Texts(language)("export.mark"))),
    )


def write_board(board: Board, folder: Path, password: str = "") -> BoardExport:
    """Write both files to a folder unless one contains a protected term; raises UserError.

    With a `password` they are encrypted.
    """
    encryption = Encryption(password) if password else None
    name = f"{board.day}_{_words(board)('export.board.file')}_{board.language}"
    named = [each.customer for each in board.names.values()] if board.named else []
    scanner = LeakScanner(
        board.terms,
        own_names={
            TermKind.OTHER_CUSTOMER: [
                name for customer in named for name in company_names(customer)
            ]
        },
        released=board.released,
        password=password,
    )
    with FileSet(folder, uuid4().hex) as files:
        for ending, data in (("xlsx", as_workbook(board)), ("md", as_markdown(board).encode())):
            if encryption is None:
                files.add(f"{name}.{ending}", data)
            else:
                files.add(f"{name}.{ending}{ENDING}", encryption.encrypted(data))
        for file_name, part in files.waiting:
            scanner.read(WrittenFile(part, file_name, frozenset()))
        stopped = blocks_export(scanner.findings)
        return BoardExport(() if stopped else files.publish(), scanner.findings)


def _terms(
    session: Session, workshops: frozenset[str], shown: Iterable[CustomerNames], *, named: bool
) -> Iterable[ProtectedTerm]:
    """Yield the terms that the files must not contain, except names of customers that are shown."""
    may = {each.customer for each in shown} if named else set()
    for customer in customers(session):
        if customer.name not in may:
            for name in company_names(customer.name):
                yield ProtectedTerm(name, TermKind.OTHER_CUSTOMER)
    for each in shown:
        for person in filter(None, map(str.strip, each.people)):
            yield ProtectedTerm(person, TermKind.PERSON)
    store = session.store
    for sentence in sentences(private_texts_of(store.all(Customer))):
        yield ProtectedTerm(sentence, TermKind.NOTE)
    private = [kind for kind in LISTS.values() if fields_with(kind, Privacy.PRIVATE)]
    for workshop in sorted(workshops):
        contact = store.get(Workshop, workshop)
        records = (each for kind in private for each in store.all(kind, workshop))
        found = sentences(private_texts_of((contact, *records)))
        listed = listed_sentences((contact,), store.all(Problem, workshop))
        for sentence in without_told(found, store.all(RequestNews, workshop)):
            if sentence not in listed:
                yield ProtectedTerm(sentence, TermKind.NOTE)
        for host in hosts_of(store.all(SetupPart, workshop)):
            yield ProtectedTerm(host, TermKind.HOST)


def as_workbook(board: Board) -> bytes:
    """Return a workbook: a sheet with a row for each request, one with a row for each voice."""
    words = _words(board)
    rows = [_request(board, each) for each in board.requests]
    voices = [row for each in board.requests for row in _voices(board, each)]
    sheets = [
        (words("papers.sheet.requests"), _table(board, _REQUESTS, rows)),
        (words("export.board.voices"), _table(board, _VOICES, voices)),
    ]
    return workbook_of(sheets, board.language, title=words("export.board.title"), day=board.day)


def as_markdown(board: Board) -> str:
    """Return a text with a table of all requests, then each with its voices."""
    words = _words(board)
    blocks = [
        f"# {words('export.board.title')}",
        " / ".join((words("papers.mark.internal"), words.date(board.day),
                    words("export.board.counts", n=len(board.requests)))),
        _markdown_table(board),
        *(_markdown_request(board, each) for each in board.requests),
    ]  # fmt: skip
    return "\n\n".join(blocks) + "\n"


def _words(board: Board) -> Texts:
    return Texts(board.language)


def _table(board: Board, columns: tuple[str, ...], rows: Iterable[Cells]) -> ExportTable:
    words = _words(board)
    header = [words(f"papers.table.column.{column}") for column in columns]
    return ExportTable(columns, header, list(rows))


def _request(board: Board, each: BoardRequest) -> Cells:
    dates = each.dates
    request = each.request
    said = [day for day, _ in dates.said]
    return (
        each.own_code,
        _customer(board, each.code),
        _free(board, each, request.title),
        _free(board, each, request.why),
        *each.counts,
        said[0].isoformat() if said else "",
        said[-1].isoformat() if said else "",
        dates.handed_over[0].isoformat() if dates.handed_over else "",
        _words(board)(f"request_news.state.{each.state}"),
        dates.answered[-1].isoformat() if dates.answered else "",
        _free(board, each, each.last.may_be_told) if each.last else "",
        each.last.told_on if each.last else "",
    )


def _voices(board: Board, each: BoardRequest) -> Iterable[Cells]:
    words = _words(board)
    for voice in each.said.voices:
        yield (
            each.own_code,
            _customer(board, voice.customer),
            _free(board, each, each.request.title),
            voice.date,
            _free(board, each, way_name(words, voice.way, voice.own_way)),
            _free(board, each, voice.job),
            _free(board, each, voice.words),
        )


def _customer(board: Board, code: str) -> str:
    known = board.names.get(code)
    return clean(known.customer) if board.named and known and known.customer else code


def _free(board: Board, each: BoardRequest, text: str) -> str:
    """Return a typed text without the names of those who said the request."""
    codes = dict.fromkeys((each.code, *(voice.customer for voice in each.said.voices)))
    names = [board.names[code] for code in codes if code in board.names]
    mark = _words(board)("papers.evidence.somebody")
    return clean(board.mask(without_names(text, names, mark, keep_customers=board.named)))


def _markdown_table(board: Board) -> str:
    columns = [place for place, name in enumerate(_REQUESTS) if name not in ("why", "said")]
    table = _table(board, _REQUESTS, (_request(board, each) for each in board.requests))
    lines = [[table.header[place] for place in columns], ["---"] * len(columns)]
    lines += [[str(row[place] or "") for place in columns] for row in table.rows]
    shown = [
        [cell if row == 1 else escaped(cell) for cell in line] for row, line in enumerate(lines)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in shown)


def _markdown_request(board: Board, each: BoardRequest) -> str:
    words = _words(board)
    facts = [
        f"- **{escaped(words(f'papers.table.column.{name}'))}**: {escaped(text)}"
        for name, text in (
            ("why", _free(board, each, each.request.why)),
            ("said", _free(board, each, each.last.may_be_told) if each.last else ""),
        )
        if text
    ]
    voices = [f"- {_markdown_voice(board, each, voice)}" for voice in each.said.voices]
    head = f"## {each.own_code} {escaped(_free(board, each, each.request.title))}"
    parts = (head, "\n".join(facts), "\n".join(voices))
    return "\n\n".join(part for part in parts if part)


def _markdown_voice(board: Board, each: BoardRequest, voice: Voice) -> str:
    words = _words(board)
    facts = (
        words.date(voice.date),
        _free(board, each, way_name(words, voice.way, voice.own_way)),
        _customer(board, voice.customer),
        _free(board, each, voice.job),
    )
    about = " / ".join(escaped(fact) for fact in facts if fact)
    said = escaped(_free(board, each, voice.words))
    return f"{about}: {words('papers.evidence.quoted', words=said)}"
