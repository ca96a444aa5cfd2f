"""Private mode: all notes on the workshop, the customer and the people, beside the lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QWidget

from ui.actions.table import key_of
from ui.components.paragraph_view import ParagraphView, text_row
from ui.components.window_api import WindowApi
from ui.forms.form import FieldText, Form, by_command
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.icon_label import IconLabel
from ui.widgets.painted import Painted
from ui.widgets.painting import fill
from ui.widgets.text import Text
from workshop_app.domain.facts.then_now import to_follow_up
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop

_BAR = 5
_HIGHEST = 0.4  # of the window's height
_SHARE = 0.293  # of the window's width


class Notes(Refitted, QWidget):
    """Fields for the notes on the workshop and the customer; those on people, and what is open."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        words = {"private_note": FieldText(tr("prepare.workshop_note"), lines=(2, 6))}
        self._workshop = Form(Workshop, words, by_command(api, EditWorkshop))
        words = {"private_note": FieldText(tr("prepare.customer_note"), lines=(2, 6))}
        self._customer = Form(Customer, words, by_command(api, EditCustomer))
        self.fields = [form.fields["private_note"] for form in (self._workshop, self._customer)]
        for field in self.fields:
            field.box.set_bare()
        self.people = ParagraphView("body", tr("prepare.people_notes"))
        head = row(
            None, IconLabel("lock", "ink", 16), (_head(tr("prepare.people_notes")), 1), gap=6
        )
        self._people = PrivateBlock(column(None, head, (self.people, 1), gap=4))
        self._last = Text("body")
        last_time = ActionButton(
            tr("menu.last_time"), "undo", key_of("everywhere.last_time"), "quiet", size="small",
        )  # fmt: skip
        last_time.clicked.connect(lambda: api.go("last_time"))
        self._last_block = PrivateBlock(
            column(None, self._last, row(None, last_time, STRETCH), gap=4)
        )
        blocks = [PrivateBlock(field) for field in self.fields]
        self._column = column(self, *blocks, self._people, self._last_block, STRETCH, gap=10)
        theme().follow(self._fit)

    def refresh(self, state: WorkshopState) -> None:
        self._workshop.show_record(state.workshop)
        self._customer.show_record(state.customer)
        pieces = note_pieces(state)
        self.people.show_paragraphs(pieces)
        self._people.setVisible(bool(pieces))
        self.refit.invalidate()
        before = state.before
        self._last_block.setVisible(before is not None)
        if before is not None:
            day = texts().date(before.workshop.date) or before.workshop.title
            n = to_follow_up(state)
            self._last.setText(tr("prepare.last.from" if n else "prepare.last.none", day=day, n=n))

    def fit_parts(self) -> None:
        """End the notes on people where they end."""
        highest = round(theme().height * _HIGHEST)
        self.people.setFixedHeight(min(self.people.needed_height(), highest))

    def _fit(self) -> None:
        """Stand beside the lines, or below them in a narrow window and with large text."""
        metrics = theme().metrics
        if beside():
            self.setFixedWidth(round(theme().width * _SHARE) + metrics.margin)
            self._column.setContentsMargins(0, 12, metrics.margin, 12)
        else:
            self.setMaximumWidth(16777215)
            self._column.setContentsMargins(metrics.edge, 12, metrics.margin, 12)


def beside() -> bool:
    """Return whether the notes have space beside the lines."""
    return theme().metrics.columns and not theme().stacked


def note_pieces(state: WorkshopState) -> list[Row]:
    """Return the note on each participant who has one, or may become an ambassador."""
    return [
        text_row(
            who.private_note or tr("prepare.ambassador"),
            icon="check" if who.ambassador else "",
            colour="accent",
            lead=who.name,
        )
        for who in state.participants
        if who.private_note or who.ambassador
    ]


def _head(words: str) -> Text:
    return Text("body-bold", words)


class PrivateBlock(Painted):
    """Content on a weak ground with a bar at its left: private."""

    def __init__(self, content: QWidget | QLayout) -> None:
        super().__init__()
        column(self, (content, 1), around=(0 if isinstance(content, QWidget) else 20, 10, 16, 10))

    def paint(self, painter: QPainter) -> None:
        fill(painter, QRectF(self.rect()), "sunken")
        fill(painter, QRectF(0, 0, _BAR, self.height()), "ink")
