"""The preparation as lines, each edited where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.actions.binding import BoundAction, button_for
from ui.actions.offered import Beside, FootArea, Offers
from ui.components.places import FACILITATOR
from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.pages.prepare.margin_line import EditedLine, MarginLine, Pressed
from ui.pages.prepare.minutes_line import MinutesLine
from ui.pages.prepare.people_line import PeopleLine
from ui.pages.prepare.words import LeftToDo, left_to_do, line_words
from ui.theme.qt_palette import show_through
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import beside, column, row
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.deferred_layout import Refitted
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.text import Text
from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.look_alike import looks
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import language, tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop, UseCustomer

_HONORIFICS = ("御中", "様", "")
_IN_ORDER = ("customer", "date", "advance", "method", "title", FACILITATOR, "background")
"""The lines with words, from top to bottom."""


class LinesSection(Section):
    """One line for each thing to prepare; what is too large for one opens from it.

    In private mode all notes are beside the lines, or below them. ``paste_requested``: a received
    list is to be pasted.
    """

    NAME = "lines"

    paste_requested = Signal()

    def build(self) -> None:
        self._small = "body" if self.private else "answer"
        self._workshop_id = ""
        self._asks_name = False
        self._earlier: dict[str, str] = {}
        """The ids of the customers of other workshops, by how their names look."""
        self._known: list[Customer] = []
        self._ways: dict[str, QHBoxLayout] = {}
        self.people = PeopleLine(self.api, self.private)
        self.people.person_requested.connect(self._open_person)
        self.minutes = MinutesLine(
            self.api,
            "list" if self.private else "room",
            lambda: self.section_requested.emit("agenda"),
        )
        self.customer = self._customer_line()
        self.date = self._date_line()
        self.title = self._line(Workshop, "title", tr("prepare.title"), role=self._small)
        self.name = self._name_line()
        self.background = self._background_line()
        self.edited = {
            "customer": self.customer,
            "date": self.date,
            "title": self.title,
            FACILITATOR: self.name,
            "background": self.background,
        }
        """The lines that are edited in place, by name."""
        self._pressed: dict[str, Pressed] = {name: one.words for name, one in self.edited.items()}
        self._empty: list[Pressed] = []
        """The words of lines that have none yet, from top to bottom."""
        self.opened: Pressed | None = None
        """The words of the line from which a section was opened, until the page is left."""
        self.left = LeftLine(self.background.cancel)
        self.left.chosen.connect(self.go)
        if self.private:
            self.left.hide()
        self._first: LeftToDo | None = None
        self._first_link = ActionButton(tr("prepare.complete"), "ring", parent=self)
        self._first_link.clicked.connect(self._go_to_first)
        self._first_link.hide()
        self.foot_widgets = {"left": self._first_link}
        for line in self.edited.values():
            line.toggled.connect(partial(self._follow, line))
            line.entered.connect(partial(self._go_on, line))
            line.left.connect(lambda: self.api.toast(tr("prepare.saved"), undo=True))
            for field in line.form.fields.values():
                field.edited.connect(self._show_left)
                field.refused.connect(self._show_left)
        self.minutes.blocks.refused.connect(self._show_left)
        self.in_order: tuple[MarginLine, ...] = (
            self.customer,
            self.date,
            self.people,
            self.minutes,
            self._advance_line(),
            self._method_line(),
            self.title,
            self.name,
            self.background,
            self.left,
        )
        self._lines = QWidget()
        self._column = column(self._lines, *self.in_order, gap=0)
        self._scroll = _Lines(tr("prepare.sections"), self.in_order)
        self._row = row(None, (self._scroll, 1), gap=0)
        column(self, self._row)
        if self.private:
            from ui.pages.prepare.notes import Notes

            self.notes = Notes(self.api)
            self._column.addWidget(self.notes)
        self._column.addStretch(1)
        self._scroll.show_sheet(self._lines)
        theme().follow(self._place_notes)

    @property
    def editing(self) -> bool:
        """Whether a line is edited, which then has the filled button."""
        return any(line.editing for line in self.edited.values())

    def _follow(self, line: EditedLine) -> None:
        """Keep a line in view while it is edited, and show what is offered then."""
        if line.editing:
            self._scroll.show_line(line)
        self.foot_changed.emit()

    def keep_edge(self) -> None:
        """Do nothing: the lines span the page."""

    def refresh(self, state: WorkshopState) -> None:
        if state.workshop.id != self._workshop_id:
            self._workshop_id = state.workshop.id
            self._asks_name = not self.api.settings.facilitator
            for line in self.edited.values():
                line.end()
        words = line_words(state, private=self.private)
        for name, line in self.edited.items():
            line.form.show_record(
                state.customer if name in ("customer", "background") else state.workshop
            )
        for name, pressed in self._pressed.items():
            pressed.show_words(words.get(name))
        self._empty = [self._pressed[name] for name in _IN_ORDER if not words.get(name)]
        self.people.refresh(state)
        self.minutes.refresh(state)
        self._earlier = queries.earlier_customers(self.api.session, state.customer.id)
        self._offer_same()
        self._offer_to_remember()
        if language() == "ja":
            self.honorific.set_value(state.customer.honorific)
        if self.private:
            self._known = [
                one for one in queries.customers(self.api.session) if one.id != state.customer.id
            ]
            self.customers.setVisible(bool(self._known))
            self.notes.refresh(state)
        self._show_left()

    def _show_left(self) -> None:
        """Show what is left to do: in private mode the first of it, in the foot bar."""
        to_do = self.left_to_do(self.state)
        self.left.show_left(to_do)
        self._first = to_do[0] if to_do else None
        if not to_do and self.state.before is not None:
            self._first = LeftToDo(tr("prepare.then_last_time"), "last_time")
        self._first_link.setText(self._first.words if self._first else tr("prepare.complete"))
        self.foot_changed.emit()

    def _go_to_first(self) -> None:
        if self._first is not None:
            self.go(self._first.location)

    def left_to_do(self, state: WorkshopState) -> tuple[LeftToDo, ...]:
        """Return what is left to do, each with the line where it is done."""
        wrong = [(name, line.wrong) for name, line in self.edited.items() if line.wrong]
        if self.minutes.wrong:
            wrong.append(("agenda", self.minutes.wrong))
        return left_to_do(
            state,
            named=bool(state.workshop.facilitator or self.api.settings.facilitator),
            same=self._same_customer() is not None,
            wrong=wrong,
        )

    def offered(self) -> Offers:
        offers = self.minutes.offered()
        if self.private and self._first is not None:
            offers["left"] = Beside(FootArea.LEFT)
        return offers

    @property
    def locations(self) -> tuple[str, ...]:
        """The names of lines and their fields; other names are sections."""
        fields = (name for line in self.edited.values() for name in line.form.fields)
        return (*self.edited, *fields, "people")

    def go(self, location: str) -> bool:
        """Edit the line or field of this name, or do what is left; return False without one."""
        line = self.edited.get(location) or next(
            (one for one in self.edited.values() if location in one.form.fields), None
        )
        if line is not None:
            line.edit(location)
        elif location == "people":
            self.people.entry.setFocus()
        elif location == "agenda":
            self.minutes.focus()
        elif location == "fit":
            self.minutes.fit()
        elif location == "same":
            self._use_same()
        elif location == "last_time":
            self.api.go("last_time")
        else:
            return False
        return True

    def focus_start(self) -> bool:
        if self.editing:
            next(line for line in self.edited.values() if line.editing).edit()
        elif self.opened is not None:
            self._focus_from(self.opened)
        else:
            self.focus_next()
        return True

    def _go_on(self, line: EditedLine) -> None:
        line.setMinimumHeight(0)
        if line in (self.customer, self.date) and not self.state.participants:
            self.focus_next()
        else:
            self._focus_from(line.words)

    def _focus_from(self, words: Pressed) -> None:
        """Put the keyboard on the first empty line from one on, or on that if there is none."""
        order = [self._pressed[name] for name in _IN_ORDER]
        later = order[order.index(words) :]
        next((one for one in later if one in self._empty), words).setFocus()

    def focus_next(self) -> None:
        """Put the keyboard where the next thing is entered."""
        self.go("people" if self.state.customer.name else "customer")

    def turn(self, by: int) -> bool:
        bar = self._scroll.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * bar.pageStep())
        return bar.value() != before

    def handle_escape(self) -> bool:
        line = next((one for one in self.edited.values() if one.editing), None)
        if line is not None:
            line.give_up()
        return line is not None

    def add_file(self, choose: BoundAction) -> None:
        """Add a button that chooses a file with a received list."""
        self._ways["advance"].addWidget(ActionButton(action=choose, kind="quiet", size="small"))

    def _line(
        self,
        record: type,
        name: str,
        label: str,
        empty: str = "",
        *,
        role: str,
        **parts: Any,  # noqa: ANN401 - of several types
    ) -> EditedLine:
        """Create a line with one field; ``parts`` are those of `EditedLine`."""
        command = EditCustomer if record is Customer else EditWorkshop
        texts = {name: FieldText(label, empty or label, role)}
        form = Form(record, texts, by_command(self.api, command))
        field = form.fields[name]
        field.hide_frame()
        words = row(None, (field, 1, Qt.AlignmentFlag.AlignVCenter))  # where they are at rest
        return EditedLine(label, empty or label, form, self, words, role=role, **parts)

    def _customer_line(self) -> EditedLine:
        ways: list[QWidget] = []
        if self.private:
            self.customers = ActionButton(tr("prepare.known_customers"), kind="quiet", size="small")
            self.customers.clicked.connect(self._offer_customers)
            ways.append(self.customers)
        beside: list[QWidget] = []
        also = ()
        if language() == "ja":
            options = [Option(value, value or tr("prepare.no_honorific")) for value in _HONORIFICS]
            self.honorific = CheckButtons(tr("prepare.honorific"), options)
            self.honorific.chosen.connect(lambda value: self.edit_customer("honorific", value))
            beside.append(self.honorific)
            also = ("honorific",)
        line = self._line(
            Customer, "name", tr("prepare.customer"), tr("prepare.customer_hint"),
            role="problem", above=12, ways=ways, beside=beside, also=also,
        )  # fmt: skip
        self.same = ActionButton(
            tr("prepare.same_customer"), "building", kind="quiet", size="small"
        )
        self.same.clicked.connect(self._use_same)
        self.same.hide()
        name = line.form.fields["name"]
        name.box.add_trailing(self.same)
        QWidget.setTabOrder(name.field, self.same)
        name.field.textChanged.connect(self._offer_same)
        return line

    def _date_line(self) -> EditedLine:
        names = ("date", "start_time", "end_time", "place")
        texts = {name: FieldText(tr(f"prepare.{name}"), role="list") for name in names}
        form = Form(Workshop, texts, by_command(self.api, EditWorkshop))
        day, start, end, place = form.fields.values()
        fields = beside(None, (day, 4), (start, 2), (end, 2), (place, 6), gap=12)
        return EditedLine(
            tr("prepare.when"), tr("prepare.no_date"), form, self, fields,
            role="answer" if self.private else "room", above=4,
            grows=self.private or theme().metrics.narrow,
        )  # fmt: skip

    def _name_line(self) -> EditedLine:
        self.remember = ActionButton(tr("prepare.remember"), "check", kind="quiet", size="small")
        self.remember.clicked.connect(self._remember)
        self.remember.hide()
        line = self._line(
            Workshop, FACILITATOR, tr("prepare.section.facilitator"),
            tr("prepare.facilitator_hint"), role=self._small, beside=(self.remember,),
        )  # fmt: skip
        self.facilitator = line.form.fields[FACILITATOR]
        self.facilitator.edited.connect(self._use_later)
        self.facilitator.field.textChanged.connect(self._offer_to_remember)
        return line

    def _background_line(self) -> EditedLine:
        texts = {
            "industry": FieldText(tr("prepare.industry"), tr("prepare.industry_hint"), "list"),
            "architecture": FieldText(
                tr("prepare.architecture"), tr("prepare.architecture_hint"), "list", lines=(3, 7)
            ),
        }
        form = Form(Customer, texts, by_command(self.api, EditCustomer))
        whole = ActionButton(tr("prepare.whole_text"), kind="quiet", size="small")
        line = EditedLine(
            tr("prepare.section.background"), tr("prepare.nothing_yet"), form, self,
            column(None, *form.fields.values(), gap=8), role=self._small, ways=(whole,),
            grows=True, begins="architecture",
        )  # fmt: skip
        whole.clicked.connect(lambda: line.edit("architecture"))
        return line

    def _advance_line(self) -> MarginLine:
        return self._opening_line(
            "advance",
            button_for(
                self, "prepare.paste", self.paste_requested.emit, kind="quiet", size="small"
            ),
        )

    def _method_line(self) -> MarginLine:
        return self._opening_line("method")

    def _opening_line(self, name: str, *ways: QWidget) -> MarginLine:
        """Create a line whose words and first link open the section of this name."""
        label = tr(f"prepare.section.{name}")
        words = Pressed(label, tr("prepare.nothing_yet"), self._small)
        see = ActionButton(tr(f"prepare.open.{name}"), kind="quiet", size="small")
        for button in (words, see):
            button.clicked.connect(partial(self._open_section, name))
        self._pressed[name] = words
        self._ways[name] = line_ways = row(None, see, *ways, gap=8)
        return MarginLine(label, links=True).place(row(None, (words, 1), line_ways, gap=8))

    def _open_section(self, name: str, _on: bool = False) -> None:
        self.opened = self._pressed[name]
        self.section_requested.emit(name)

    def _open_person(self, person_id: str) -> None:
        self.memory["person"] = person_id
        self.section_requested.emit("people")

    def _offer_same(self) -> None:
        """Suggest the customer of an earlier workshop whose complete name is in the field.

        The suggestion has the same text for every customer, so that it reveals no data.
        """
        self.same.setVisible(self._same_customer() is not None)

    def _same_customer(self) -> str | None:
        return self._earlier.get(looks(customer_key(self.customer.form.fields["name"].text())))

    def _use_same(self) -> None:
        self.customer.close_editor()
        found = self._same_customer()
        if found is not None:
            self.api.execute(UseCustomer(found), done=tr("prepare.same_customer_used"))
        self.focus_next()

    def _offer_customers(self) -> None:
        entries = tuple(
            MenuEntry(one.name, partial(self.use_customer, one.id), "building")
            for one in self._known
        )
        window_menu(self).open_beside([MenuGroup(entries)], self.customers)

    def use_customer(self, customer_id: str) -> None:
        """Set the customer of the workshop to one that is in the store."""
        self.api.execute(UseCustomer(customer_id))

    def _use_later(self, text: str) -> None:
        """Use the first name of a facilitator in later workshops, too."""
        if self._asks_name and not self.api.in_sample:
            self.api.save_setting(facilitator=_trimmed(text))

    def _offer_to_remember(self) -> None:
        """Offer to use another name than the one in the settings in later workshops."""
        name = _trimmed(self.facilitator.text())
        known = self.api.settings.facilitator
        offered = bool(name and known) and name != known and not self._asks_name
        self.remember.setVisible(offered and not self.api.in_sample)

    def _remember(self) -> None:
        self.facilitator.setFocus()
        self.facilitator.flush()
        name = _trimmed(self.facilitator.text())
        if name and self.api.save_setting(facilitator=name):
            self.api.toast(tr("prepare.remembered", name=name))
        self._offer_to_remember()

    def _place_notes(self) -> None:
        """Put the notes beside the lines if there is space, else below them."""
        if not self.private:
            return
        from ui.pages.prepare.notes import beside

        self._column.removeWidget(self.notes)
        self._row.removeWidget(self.notes)
        if beside():
            self._row.addWidget(self.notes)
        else:
            self._column.insertWidget(len(self.in_order), self.notes)


class LeftLine(MarginLine):
    """What is left to do, each a link (``chosen``: the location), by Tab ``after`` a widget."""

    chosen = Signal(str)

    def __init__(self, after: QWidget) -> None:
        super().__init__(tr("prepare.left_label"))
        self._after = after
        self._flow = Flow(12)
        self._shown: tuple[LeftToDo, ...] | None = None
        self._links: list[ActionButton] = []
        self._enough = Text("body-quiet", tr("prepare.can_begin"), wrap=False)
        self._flow.addWidget(self._enough)
        self.place(self._flow)

    def show_left(self, left: Sequence[LeftToDo]) -> None:
        """Show these links; those that stay keep the focus."""
        if tuple(left) == self._shown:
            return
        self._shown = tuple(left)
        for link in self._links:
            self._flow.removeWidget(link)
            discard(link)
        self._flow.removeWidget(self._enough)
        self._links = []
        before = self._after
        for one in left:
            link = ActionButton(one.words, "ring", kind="quiet", size="small")
            link.clicked.connect(lambda _=False, at=one.location: self.chosen.emit(at))
            self._flow.addWidget(link)
            self.setTabOrder(before, link)
            before = link
            link.show()
            self._links.append(link)
        self._enough.setText(tr("prepare.can_begin" if left else "prepare.complete"))
        self._flow.addWidget(self._enough)


class _Lines(Refitted, QScrollArea):
    """Scrolls by whole lines; the keyboard is in the lines, never in the view."""

    SPANS_PAGE: ClassVar[bool] = True
    SPOKEN_ROLE = QAccessible.Role.Grouping

    def __init__(self, name: str, lines: Sequence[MarginLine]) -> None:
        super().__init__()
        self._of_page = lines
        self._wanted: EditedLine | None = None
        self._top = 0
        self._beside = (0, 0)
        """Px of the bar, which lies over the margin of the lines, and px free below them."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_bars(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        # Qt scrolls in the middle of its layout, too, which new margins would begin again
        self.verticalScrollBar().valueChanged.connect(self.refit.invalidate)

    def show_sheet(self, sheet: QWidget) -> None:
        """Show the sheet with the lines."""
        self.setWidget(sheet)
        show_through(self)
        sheet.installEventFilter(self)

    def show_line(self, line: EditedLine) -> None:
        """Keep a line in view while it is edited."""
        self._wanted = line
        self.refit.invalidate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.refit.invalidate()
        return super().eventFilter(watched, event)

    def fit_parts(self) -> None:
        wanted, value = self._wanted, self.verticalScrollBar().value()
        if wanted is not None and wanted.editing:
            high = self.viewport().height() + self._beside[1]
            top, bottom = wanted.y(), wanted.y() + wanted.height()
            if bottom > value + high or top < value:
                tops = [first for first, _ in self._extents() if first >= bottom - high]
                value = min([*tops, top])
        self._scroll_near(value)

    def _extents(self) -> list[tuple[int, int]]:
        """Return top and bottom in px of each line."""
        shown = [line for line in self._of_page if not line.isHidden()]
        return [(line.y(), line.y() + line.height()) for line in shown]

    def _scroll_near(self, value: int) -> None:
        """Begin the view with the nearest line in the scroll direction, and end it with one."""
        bar, high = self.verticalScrollBar(), self.viewport().height() + self._beside[1]
        extents = self._extents()
        tops = [0, *(top for top, _bottom in extents[1:])]
        nearest = min(tops, key=lambda top: abs(top - value))
        if value > self._top and nearest <= self._top:
            nearest = min((top for top in tops if top > self._top), default=nearest)
        elif value < self._top <= nearest and value < bar.maximum():  # not moved up by Qt
            nearest = max((top for top in tops if top < self._top), default=nearest)
        sheet = self.widget()
        self._top, below, whole = nearest, 0, sheet.height() if sheet is not None else 0
        if nearest or whole > high:
            bottoms = [bottom for _top, bottom in extents] + [whole]
            ends = [bottom for bottom in bottoms if nearest < bottom <= nearest + high]
            below = high - (max(ends) - nearest) if ends else 0
        over = bar.sizeHint().width() if bar.maximum() else 0
        if (over, below) != self._beside:
            self._beside = (over, below)
            self.setViewportMargins(0, 0, -over, below)
            if (holder := bar.parentWidget()) is not None:
                holder.raise_()
        bar.setValue(nearest)


def _trimmed(name: str) -> str:
    return " ".join(name.split())
