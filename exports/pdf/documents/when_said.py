"""The dates of voices: for each request that others said, too, its days as marks on a line."""

from collections.abc import Sequence
from datetime import date

from exports.evidence import customer_of
from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.blocks.year_strip import MarkSample, MonthNames, StripMark, YearStrip
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, para
from exports.pdf.styles import DENSE, SECTION_LINE, SMALL, Style
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.domain.request import Request
from workshop_app.domain.voices import Voice
from workshop_app.domain.year_strip import MARK_OF_WAY, MonthSpan, day_of, span_of
from workshop_app.services.contact_words import way_name

_CODE = 30.0
_LEGEND = 460.0
_AFTER_NAME = 14.0
_SECTION = Style(14, 20)
_MOST_MONTHS = 36
"""With more of them the names of years are above the strip."""

Dated = list[tuple[date, Voice]]


def when_said(paper: Paper, requests: Sequence[Request]) -> list[Block]:
    """Return a row for each request with voices of other workshops; empty without one."""
    said = {each.id: found for each in requests if (found := _dated(paper, each))}
    if not said:
        return []
    span = span_of(day for found in said.values() for day, _ in found)
    first, *rest = (_row(paper, each, said[each.id], span) for each in requests if each.id in said)
    title = para(paper, Bold(paper.words("papers.dossier.when.title")), style=_SECTION)
    months = CellRow((EmptyBlock(), MonthNames(_names(paper, span))), (_CODE, None), gap=0)
    head = Ruled(Together(title, months), SECTION_LINE, over=7)
    head.above = 9
    ways = [way for way in ContactKind for found in said.values() for _, v in found if v.way is way]
    return [Together(head, first), *rest, _legend(paper, tuple(dict.fromkeys(ways)))]


def _dated(paper: Paper, request: Request) -> Dated:
    """Return the voices of a request by day; empty if no other workshop said it."""
    problem = paper.state.problem(request.problem_id)
    found = evidence_of(paper.state, problem) if problem is not None else None
    if found is None or not found.others:
        return []
    dated = [(day, each) for each in found.voices if (day := day_of(each.date)) is not None]
    return sorted(dated, key=lambda pair: pair[0])


def _row(paper: Paper, request: Request, said: Dated, span: MonthSpan) -> Block:
    words = paper.words
    days = [words.date(day.isoformat()) for day, _ in (said[0], said[-1])]
    visits = len({voice.workshop_id for _, voice in said})
    codes = list(dict.fromkeys(customer_of(paper, voice) for _, voice in said))
    key = "once" if days[0] == days[1] else "span"
    told = words(
        f"papers.dossier.when.{key}",
        first=days[0], latest=days[1], n=visits, codes=paper.list(codes),
    )  # fmt: skip
    marks = [
        StripMark(span.share(day), MARK_OF_WAY[voice.way], customer_of(paper, voice))
        for day, voice in said
    ]
    strip = YearStrip(marks, [span.share(start) for start in span.starts], _spoken(paper, said))
    line = CellRow(
        (para(paper, Bold(paper.short_code(request))), para(paper, told, style=DENSE)),
        (_CODE, None), gap=0,
    )  # fmt: skip
    row = Together(line, CellRow((EmptyBlock(), strip), (_CODE, None), gap=0))
    row.above = 6
    return row


def _spoken(paper: Paper, said: Dated) -> str:
    words = paper.words
    return paper.list(
        [f"{words.date(day.isoformat())} {customer_of(paper, voice)}" for day, voice in said]
    )


def _names(paper: Paper, span: MonthSpan) -> list[tuple[float, str]]:
    """Return the names of the months; the first one, and each January, with its year."""
    named = []
    for number, start in enumerate(span.starts):
        year = number == 0 or start.month == 1
        if year or span.months <= _MOST_MONTHS:
            name = paper.words.month(start.isoformat(), year=year, short=True)
            named.append((span.share(start), name))
    return named


def _legend(paper: Paper, ways: tuple[ContactKind, ...]) -> Block:
    """Return what the marks mean, in as many rows as they need."""
    rows: list[Block] = []
    cells: list[Block] = []
    widths: list[float | None] = []
    room = _LEGEND
    for way in ways:
        name = way_name(paper.words, way)
        wide = typeface().width(name, SMALL.size) + _AFTER_NAME
        if cells and MarkSample.WIDTH + wide > room:
            rows.append(_legend_row(cells, widths))
            cells = []
            widths = []
            room = _LEGEND
        cells += [MarkSample(MARK_OF_WAY[way], SMALL.leading), para(paper, name, style=SMALL)]
        widths += [MarkSample.WIDTH, wide]
        room -= MarkSample.WIDTH + wide
    legend = Stack(*rows, _legend_row(cells, widths))
    legend.above = 5
    return legend


def _legend_row(cells: list[Block], widths: list[float | None]) -> Block:
    return CellRow((EmptyBlock(), *cells, EmptyBlock()), (_CODE, *widths, None), gap=0)
