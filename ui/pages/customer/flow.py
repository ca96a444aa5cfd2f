"""All contacts with the customer over time in one picture."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.components.way_heard import WAY_ICONS
from ui.pages.customer.contact_words import contact_words
from ui.pages.customer.lane_chart import (
    DotKind,
    LaneChart,
    LaneChartContent,
    LaneDot,
    LaneStep,
    LaneThread,
)
from ui.pages.customer.line_section import LineSection
from ui.theme.theme import theme
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.listening_rules import followed_advice
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import way_name
from workshop_app.services.customer_line import CustomerLine

_LONG_SILENCE = 60
"""Minimum number of days without an answer that are drawn as a silence."""
_CHANGE = {Expectation.WORSE: -1, Expectation.SAME: 0, Expectation.BETTER: 1}


class FlowSection(LineSection):
    """The chart with its legend; ``picked(id)`` is emitted for a contact that was clicked."""

    NAME = "flow"

    picked = Signal(str)

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        legend = QWidget()
        flow = Flow(16)
        legend.setLayout(flow)
        for kind in DotKind:
            flow.addWidget(_Legend(kind, tr(f"customer.legend.{kind}")))
        flow.addWidget(Text("meta", tr("customer.legend.thread"), wrap=False))
        self.chart = LaneChart(tr("customer.section.flow"))
        self.chart.picked.connect(self.picked)
        column.addWidget(legend)
        column.addWidget(self.chart, 1)
        self.setFocusProxy(self.chart)

    def show_line(self, line: CustomerLine) -> None:
        self.chart.show_content(chart_content(line))


class _Legend(QWidget):
    """A dot with its meaning."""

    def __init__(self, kind: DotKind, words: str) -> None:
        super().__init__()
        self._kind = kind
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 0, 0)
        row.addWidget(Text("meta", words, wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        silent = self._kind is DotKind.SILENT
        pen = QPen(theme().colour("ink" if silent else "accent"), 2)
        if self._kind is DotKind.PLANNED:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        if self._kind is DotKind.ANSWERED:
            painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(QRectF(2, self.height() / 2 - 5.5, 11, 11))


def chart_content(line: CustomerLine) -> LaneChartContent:
    """Return the content of the chart for a customer's contacts."""
    history = line.history
    held = {one.id for one in history.held}
    lanes = _lanes(line)
    names = list(lanes)
    dots = []
    threads = []
    spoken = []
    before = ""
    for number, facts in enumerate(history.contacts):
        state = line.contact(facts.id)
        kind = DotKind.PLANNED
        if facts.id in held:
            kind = DotKind.SILENT if facts.silent else DotKind.ANSWERED
        tip = contact_words(state, planned=kind is DotKind.PLANNED)
        key = _lane_key(state.workshop.kind, state.workshop.own_kind)
        day = date.fromisoformat(facts.day)
        dots.append(LaneDot(facts.id, names.index(key), day, kind, _short(state, kind), tip))
        spoken.append(tip)
        if number and (advice := followed_advice(history, facts.id)) is not None:
            words = tr("customer.rule", n=advice.number)
            threads.append(LaneThread(before, facts.id, words))
        before = facts.id
    today = date.fromisoformat(line.today)
    return LaneChartContent(
        lanes=tuple(lanes.values()),
        dots=tuple(dots),
        threads=tuple(threads),
        steps=_steps(line),
        silence=_silence(line),
        today=today,
        today_words=tr("customer.today", day=texts().date(line.today, year=False, short=True)),
        expectation_words=tr("contacts.expects_name"),
        months=tuple(_month(number) for number in range(1, 13)),
        spoken="\n".join(spoken),
    )


def _lane_key(kind: ContactKind, own: str) -> tuple[ContactKind, str]:
    return kind, own if kind is ContactKind.OWN else ""


def _lanes(line: CustomerLine) -> dict[tuple[ContactKind, str], tuple[str, str]]:
    """Return icon and name of each kind of contact in the chart, in a fixed order."""
    used = {_lane_key(one.workshop.kind, one.workshop.own_kind) for one in line.contacts}
    order = list(ContactKind)
    return {
        key: (WAY_ICONS[key[0]], way_name(texts(), *key))
        for key in sorted(used, key=lambda key: (order.index(key[0]), key[1]))
    }


def _short(state: WorkshopState, kind: DotKind) -> str:
    if kind is DotKind.SILENT:
        return tr("customer.no_answer")
    if kind is DotKind.PLANNED:
        return tr("customer.legend.planned")
    said = []
    if state.participants:
        said.append(tr("customer.people", n=len(state.participants)))
    if state.listed:
        said.append(tr("customer.problems", n=len(state.listed)))
    return "  ".join(said)


def _steps(line: CustomerLine) -> tuple[LaneStep, ...]:
    level = 0
    found = []
    for facts in line.history.held:
        if facts.expectation is Expectation.NOT_ASKED:
            continue
        level += _CHANGE[facts.expectation]
        contact = line.contact(facts.id).workshop
        words = contact.expectation_words.split("\n")[0] or tr(
            f"contacts.expectation.{facts.expectation}"
        )
        found.append(LaneStep(date.fromisoformat(facts.day), level, words))
    return tuple(found)


def _silence(line: CustomerLine) -> tuple[date, date, str] | None:
    """Return the longest time without an answer, if it was long."""
    answered = [date.fromisoformat(one.day) for one in line.history.held if not one.silent]
    if not answered:
        return None
    ends = [*answered[1:], date.fromisoformat(line.today)]
    longest = max(zip(answered, ends, strict=True), key=lambda pair: pair[1] - pair[0])
    days = (longest[1] - longest[0]).days
    if days < _LONG_SILENCE:
        return None
    return (*longest, tr("customer.silence", n=days))


def _month(number: int) -> str:
    """Return the short name of a month."""
    return texts().month(f"2026-{number:02}-01", year=False, short=True)
