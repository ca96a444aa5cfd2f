"""The line of the participants: their names, the entry of further ones, and known people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import bind_each
from ui.components.window_api import WindowApi
from ui.forms.record_entry import EntryTexts, RecordEntry
from ui.pages.prepare.margin_line import MarginLine
from ui.pages.prepare.people_rows import column_names, people_table, person_role
from ui.rows.paged_list import PagedList
from ui.rows.style import Style, table
from ui.rows.view import RowNames
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import Refitted
from ui.widgets.field_box import FieldBox
from ui.widgets.painted_button import PaintedButton
from ui.widgets.text_layout import TextLayout, in_role
from workshop_app.domain.participant_names import split_people
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance, Participant
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.participants import AddKnownPerson, AddParticipants
from workshop_app.services.known_people import not_here

_MOST_LINES = 2
_MOST_ROWS = 6
_GAP = 26
_BESIDE = 7
_BESIDE_BAR = 18
"""Px at the right end of the table, which has the scroll bar."""


class PeopleLine(Refitted, MarginLine):
    """In projected mode the names in two lines, in private mode a table of whole rows.

    ``person_requested(id)``: the fields of a person, or for an empty id of the current one.
    """

    NAME = "people"
    """What waits in the entry is named after the participants."""

    person_requested = Signal(str)

    def __init__(self, api: WindowApi, private: bool) -> None:
        super().__init__(tr("prepare.section.people"), links=True)
        self._api = api
        role = "body" if private else "answer"
        words = EntryTexts(
            tr("prepare.person_new"), tr("prepare.person_new_hint"), tr("prepare.person_add")
        )
        self.entry = _PeopleEntry(api.unsent, "prepare", "new-person", words, role=role)
        self.entry.added.connect(self._add)
        self.entry.lines_pasted.connect(self._add)
        self.known = CheckLine(tr("prepare.known_people"))
        self.known.chosen.connect(self._add_known)
        keys = bind_each(self.known, "prepare.nth", self.known.choose_number)
        self.known.set_keys([action.key for action in keys])
        self.names = Names(role)
        self.names.person_pressed.connect(self.person_requested)
        self.names.arrival_pressed.connect(self._note_arrival)
        self.table = PagedList(tr("prepare.people"), role="body", style=_low, paging_keys=False)
        self.table.clicked.connect(self.person_requested)
        self.table.activated.connect(self.person_requested)
        self._heads = RowNames(self.table.view)
        self._private = private
        self.place(column(None, self.names, self._heads, self.table, self.entry, self.known, gap=4))

    def refresh(self, state: WorkshopState) -> None:
        self.entry.show_workshop(state.workshop.id)
        people = state.participants
        label = tr("prepare.people_count", n=len(people)) if people else ""
        self.label.setText(label or tr("prepare.section.people"))
        self.names.setVisible(not self._private)
        for part in (self._heads, self.table):
            part.setVisible(bool(people) and self._private)
        if self._private:
            self.table.view.names = column_names()
            self.table.set_rows(people_table(state))
            self.refit.invalidate()
        else:
            self.names.show_names([_named(person) for person in people])
        known = queries.people_of_customer(self._api.session, state)
        names = [
            Option(person_id, texts().addressed(who))
            for person_id, who in not_here(known, state).items()
        ]
        self.known.set_options(names)
        self.known.setVisible(bool(names))

    def _note_arrival(self, person_id: str) -> None:
        from ui.components.presence import change_presence  # on use

        person = self._api.session.open_state.participant(person_id)
        if person is not None:
            change_presence(self._api, person)

    def fit_parts(self) -> None:
        """Make the table as high as its rows, or in part of the window one that is turned."""
        most = _MOST_ROWS * _low("body", self.table.width()).least
        self.table.setFixedHeight(max(1, min(self.table.view.needed_height(), most)))

    def _add(self, text: str) -> None:
        """Add one person, or all people named in a text."""
        people = split_people(text)
        command = AddParticipants(
            tuple(person.name for person in people),
            tuple(person.team for person in people),
            tuple(person.job for person in people),
        )
        if self._api.execute(command) is None:
            return
        self.entry.end()
        self.entry.setFocus()
        if len(people) > 1:
            self._api.toast(tr("prepare.people_added", n=len(people)), undo=True)

    def _add_known(self, person_id: object) -> None:
        self._api.execute(AddKnownPerson(str(person_id)))
        self.entry.setFocus()


class _PeopleEntry(RecordEntry):
    """A line without a box: it is the last line of the names."""

    def _boxed(self, icon: str | None) -> FieldBox:
        box = super()._boxed(icon)
        box.set_bare()
        return box

    def add_trailing(self, widget: QWidget) -> None:
        """Add it beside the first line, where it stays while the text wraps."""
        super().add_trailing(widget)
        if (parts := self._box.layout()) is not None:
            parts.setAlignment(widget, Qt.AlignmentFlag.AlignTop)


class Name(NamedTuple):
    """A person's name, and beside it the job or that they are late or absent.

    With ``arrives`` a press on that records that they are here now.
    """

    id: str
    words: str
    beside: str
    arrives: bool = False


def _named(person: Participant) -> Name:
    away = person.attendance is not Attendance.PRESENT and not person.here
    late = away and person.attendance is Attendance.LATE
    beside = tr(f"prepare.attendance.{person.attendance}") if away else person_role(person)
    beside = tr("prepare.arrives_late") if late else beside
    return Name(person.id, texts().addressed(person), beside, late)


class _Placed(NamedTuple):
    name: Name
    at: QPoint
    words: TextLayout
    beside: TextLayout


class Names(PaintedButton):
    """Names in two lines, then how many more there are; without names that there are none.

    ``person_pressed(id)``: a name was pressed; empty for the others, and by keys.
    ``arrival_pressed(id)``: that somebody is late was pressed.
    """

    person_pressed = Signal(str)
    arrival_pressed = Signal(str)

    def __init__(self, role: str) -> None:
        self._role = role
        self._names: tuple[Name, ...] = ()
        self._pressed = ("", False)
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._tell)

    def show_names(self, names: Sequence[Name]) -> None:
        """Show these names."""
        self._names = tuple(names) or (Name("", tr("prepare.nobody"), ""),)
        self.setText(" ".join(f"{one.words} {one.beside}".strip() for one in self._names))
        self.updateGeometry()
        self.update()

    def painted(self) -> tuple[str, str]:
        return self.text(), ""

    def sizeHint(self) -> QSize:
        width = sum(one.words.width + one.beside.width + _GAP for one in self._placed(9999))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * theme().text_size(self._role), theme().metrics.target)

    def heightForWidth(self, width: int) -> int:
        placed = self._placed(width)
        last = placed[-1].at.y() if placed else 0
        return max(theme().metrics.target, last + theme().line_height(self._role) + 6)

    def paint(self, painter: QPainter) -> None:
        line = theme().line_height(self._role)
        placed = self._placed(self.width())
        end = placed[-1].at.y() + line if placed else line
        painter.translate(0, round((self.height() - end) / 2))
        for name, at, words, beside in placed:
            more = "accent" if len(placed) > 1 else "ink3"
            ink = "ink" if name.id else more
            words.draw_part(painter, at.x(), at.y(), ink, 0, 1)
            left = at.x() + words.width + _BESIDE
            below = at.y() + round((line - beside.line_height) / 2)
            beside.draw_part(painter, left, below, "accent" if name.arrives else "ink2", 0, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._name_at(event.position())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing: after an arrival there is something else."""

    def _tell(self) -> None:
        (person, arrives), self._pressed = self._pressed, ("", False)
        (self.arrival_pressed if arrives else self.person_pressed).emit(person)

    def _name_at(self, point: QPointF) -> tuple[str, bool]:
        """Return the id of the person at a point, and whether it is where an arrival is noted."""
        placed = self._placed(self.width())
        line = theme().line_height(self._role)
        top = round((self.height() - placed[-1].at.y() - line) / 2) if placed else 0
        for one in placed:
            right = one.at.x() + one.words.width + _BESIDE + one.beside.width
            across = one.at.x() <= point.x() <= right
            if across and 0 <= point.y() - top - one.at.y() <= line:
                return one.name.id, one.name.arrives and point.x() > one.at.x() + one.words.width
        return "", False

    def _placed(self, width: int) -> list[_Placed]:
        """Return the names that fit into two lines, and at the end how many do not."""
        for shown in range(len(self._names), -1, -1):
            names = list(self._names[:shown])
            if shown < len(self._names):
                more = tr("prepare.more_people", n=len(self._names) - shown)
                names.append(Name("", more, ""))
            placed = self._flow(names, width)
            if len({one.at.y() for one in placed}) <= _MOST_LINES:
                return placed
        return []

    def _flow(self, names: Sequence[Name], width: int) -> list[_Placed]:
        line = theme().line_height(self._role)
        placed: list[_Placed] = []
        x = y = 0
        for name in names:
            words = self._part(name.words, self._role, width)
            beside = self._part(name.beside, "body", max(1, width - words.width - _BESIDE))
            wide = words.width + (_BESIDE + beside.width if name.beside else 0)
            if x and x + wide > width:
                x, y = 0, y + line + 6
            placed.append(_Placed(name, QPoint(x, y), words, beside))
            x += wide + _GAP
        return placed

    def _part(self, text: str, role: str, width: int) -> TextLayout:
        return in_role(text, role, width, 1)


def _low(role: str, width: int) -> Style:
    """Return the measures of a table whose texts begin at the edge of the page."""
    style = table(role, width)
    least = theme().line_height(role) + 5
    return style._replace(side=2, pad=2, least=least, end=_BESIDE_BAR)
