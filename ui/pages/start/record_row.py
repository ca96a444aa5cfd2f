"""The rows of workshops: day, title and customer, steps done, outcomes and papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.rows.cells import Blank, Cell, Chevron, Outcome, Words
from ui.rows.row import Line, Row
from ui.rows.style import Style
from ui.theme.theme import theme
from ui.widgets.badge import outcome_word
from ui.widgets.painting import rounded
from ui.widgets.spaced import spaced
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import way_name
from workshop_app.services.queries import WorkshopSummary

_WIDTH = 12
_HEIGHT = 6
_GAP = 3


@dataclass(frozen=True)
class Day(Cell):
    """A day, and below it the year unless that is empty."""

    ALIGNED: ClassVar[bool] = True
    CENTRED: ClassVar[bool] = True
    day: str
    year: str = ""

    def width(self, style: Style) -> int:
        return max(text_width(self.day, "body"), text_width(self.year, "body"))

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        line = theme().line_height("meta")
        top = box.center().y() - (line if self.year else line / 2)
        x = box.left()
        draw_line(painter, self.day, "body", "ink2", x, top, line)
        if self.year:
            draw_line(painter, self.year, "meta", "ink3", x, top + line, line)


@dataclass(frozen=True)
class Steps(Cell):
    """A bar for each step, filled if it is done."""

    done: tuple[bool, ...]

    def width(self, style: Style) -> int:
        return len(Step) * (_WIDTH + _GAP) - _GAP

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        _draw_steps(painter, box.left(), box.center().y(), self.done)


def record_rows(summaries: Iterable[WorkshopSummary], today: date) -> list[Row]:
    """Return the rows of these workshops; years other than that of ``today`` are written."""
    found = tuple(summaries)
    counted = [kind for kind in OutcomeKind if any(kind in dict(one.outcomes) for one in found)]
    return [_row(summary, today, counted) for summary in found]


def _row(summary: WorkshopSummary, today: date, counted: list[OutcomeKind]) -> Row:
    iso = summary.date or summary.created_at[:10]
    outcomes = dict(summary.outcomes)
    kind = way_name(texts(), summary.kind, summary.own_kind)
    other = "" if summary.kind is ContactKind.WORKSHOP or kind == summary.title else kind
    papers = ""  # nobody expects any where people did not meet
    if summary.exported or summary.kind.is_talk:
        papers = tr("start.records.papers" if summary.exported else "start.records.no_papers")
    stands = tr("start.records.steps_done", n=summary.steps_done, all=len(summary.done))
    if summary.silent:
        stands = tr("contacts.silent")
    spoken = [
        texts().date(iso),
        other,
        summary.title,
        summary.customer,
        stands,
        *(f"{outcome_word(kind)} {count}" for kind, count in outcomes.items()),
        papers,
    ]
    sample = tr("start.records.sample") if summary.is_sample else ""
    customer = spaced(sample, other, summary.customer)
    return Row(
        summary.id,
        summary.title,
        before=(
            Day(
                texts().brief_date(iso, weekday=not theme().metrics.narrow),
                "" if iso[:4] == str(today.year) else iso[:4],
            ),
        ),
        lines=(Line(customer, "meta"),),
        after=(
            Words(stands) if summary.silent else Steps(summary.done),
            *(_count(kind, outcomes.get(kind, 0)) for kind in counted),
            Words(papers),
            Chevron(),
        ),
        bold=True,
        spoken=spaced(*spoken),
    )


def _count(kind: OutcomeKind, count: int) -> Cell:
    return Outcome(kind, str(count), count=True) if count else Blank()


def _draw_steps(painter: QPainter, x: float, centre: float, done: Sequence[bool]) -> None:
    """Paint the bars, filled if done; the first one not done has the accent's border."""
    upcoming = list(done).index(False) if False in done else -1
    for number, is_done in enumerate(done):
        box = QRectF(x + number * (_WIDTH + _GAP), round(centre - _HEIGHT / 2), _WIDTH, _HEIGHT)
        if is_done:
            rounded(painter, box, 2, "accent")
        else:
            here = number == upcoming
            edge = "accent" if here else "edge"
            width = 2 if here else 1
            inside = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
            rounded(painter, inside, 2, "surface", edge, width)
