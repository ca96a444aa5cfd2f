"""The panel for a card: its kind, its text, and an optional action."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind_each
from ui.components.field_panel import FieldPanel, FieldTask, PanelField, Values
from ui.components.page import WindowApi
from ui.components.people import chip_names
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.chips import Chips
from ui.widgets.date_field import DateField
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_size, rounded
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.solving import PlayCard

_KINDS = {
    CardKind.SUPPORT: "support",
    CardKind.HANDS_ON: "teach",
    CardKind.ARTICLE: "document",
    CardKind.PRESALES: "person",
    CardKind.OWN: "card",
}
_TOGGLE_NUMBER = 6
"""The number of the key that switches the action on; those before are for the kinds."""
_KIND_PADDING = 12
_KIND_ICON = 18
_KIND_GAP = 8
_NOBODY = ""
"""Value of the chip for an action without an owner."""
_CRE = "cre"
"""Value of the chip of the facilitator."""


class CardPanel(FieldPanel):
    """Alt+1 to Alt+5 choose the kind, Enter moves to the next field, Ctrl+Enter plays the card."""

    def __init__(self, api: WindowApi) -> None:
        needed = tr("solve.card.needs_title")
        fields = {
            "title": PanelField(tr("solve.card.title"), needed=needed),
            "text": PanelField(tr("solve.card.text"), role="body", line_breaks=True),
        }
        super().__init__(api, FieldTask(fields, tr("solve.card.do"), self._played, bar="card"))

    def build(self) -> None:
        self.kinds = CardKindButtons()
        self.action = ActionFields()
        super().build()
        self.action.submitted.connect(self.do)
        self.kinds.chosen.connect(self._kind_chosen)
        bind_each(self, "solve.kind", self._press_number)

    def parts(self) -> list[QWidget]:
        return [_heading(), self.kinds, *self.entries.values(), self.action, self.error]

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self.action.show_people(state)

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self.action.restore(draft)
        self.kinds.set_kind(CardKind(draft.get("kind", CardKind.SUPPORT)))

    def typed(self) -> dict[str, str]:
        typed = super().typed() | self.action.typed()
        kind = self.kinds.kind()
        return typed | {"kind": kind.value} if typed and kind else typed

    def do(self) -> None:
        problem = self.problem
        values = self.values() if problem is not None else None
        if problem is None or values is None:
            return
        with_action = self.action.is_on
        if with_action and not self.action.is_valid():
            return
        done = self.api.execute(self._played(problem, values))
        if done is None:
            return
        if with_action:
            action = self.action.command(values["title"], problem.id, str(done.result))
            self.api.execute(action)
        words = "solve.done.card_action" if with_action else "solve.done.card"
        self.api.toast(tr(words), undo=not with_action)  # the action is a step of its own
        self.finished.emit()

    def _played(self, problem: Problem, values: Values) -> PlayCard:
        kind = self.kinds.kind() or CardKind.SUPPORT
        return PlayCard(problem.id, kind, values["title"], values["text"], worked_on=True)

    def _press_number(self, number: int) -> None:
        if number == _TOGGLE_NUMBER:
            self.action.toggle.click()
        else:
            self.kinds.press(number)

    def _kind_chosen(self, kind: object) -> None:
        self.error.show_sentence("")
        if kind is CardKind.OWN:  # a card that is still to be made needs an owner and a date
            self.action.toggle.setChecked(True)
        if not self.entered("title"):
            self.focus_start()


class CardKindButton(PaintedButton):
    """A kind of card with its icon; checked while it is chosen."""

    def __init__(self, kind: CardKind, key: str) -> None:
        self._icon = _KINDS[kind]
        super().__init__(tr(f"cards.kind.{kind}"), key, listens=False)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), self._font(True))
        width = 2 * _KIND_PADDING + _KIND_ICON + 2 * _KIND_GAP + words + key_size(self.key or "")[0]
        return QSize(width, theme().metrics.button_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "card_tint" if on or self.is_hovered else "surface"
        border = theme().colour("card" if on else "edge")
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5) if on else box
        rounded(painter, frame, 8, theme().colour(fill), border, 2 if on else 1)
        top = (self.height() - _KIND_ICON) / 2
        icon_box = QRectF(_KIND_PADDING, round(top), _KIND_ICON, _KIND_ICON)
        paint_icon(painter, self._icon, "card", icon_box)
        x = _KIND_PADDING + _KIND_ICON + _KIND_GAP
        font = self._font(on)
        colour = theme().colour("card" if on else "ink")
        draw_line(painter, self.text(), font, colour, x, 0, self.height())
        x += text_width(self.text(), self._font(True)) + _KIND_GAP
        hint = theme().colour("ink2")
        draw_key(painter, self.key or "", x, self.height() / 2, hint, True)

    def _font(self, bold: bool) -> QFont:
        return theme().sized_font(theme().metrics.button, bold)


def _heading() -> QWidget:
    """Return the heading, with what a card is."""
    heading = QWidget()
    row = QHBoxLayout(heading)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Badge(OutcomeKind.CARD, tr("solve.card.heading")))
    row.addWidget(Text("meta", tr("solve.card.explained")), 1)
    return heading


class CardKindButtons(QWidget):
    """One button per kind of card, of which one is checked.

    Signals:
        chosen: A button was pressed; carries its ``CardKind``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("solve.card.kind"))
        self._buttons: dict[CardKind, CardKindButton] = {}
        flow = Flow(8, self)
        for number, kind in enumerate(_KINDS, 1):
            button = CardKindButton(kind, f"Alt+{number}")
            button.clicked.connect(lambda _on=False, kind=kind: self.chosen.emit(kind))
            self._buttons[kind] = button
            flow.addWidget(button)

    def kind(self) -> CardKind | None:
        """Return the chosen kind, or None."""
        return next((kind for kind, button in self._buttons.items() if button.isChecked()), None)

    def press(self, number: int) -> None:
        """Press the button of the kind with this number, from 1."""
        list(self._buttons.values())[number - 1].click()

    def set_kind(self, kind: CardKind) -> None:
        """Choose a kind without emitting ``chosen``."""
        self._buttons[kind].setChecked(True)


class ActionFields(QWidget):
    """A toggle, and while it is on the text, owner and due day of an action.

    Signals:
        submitted: Enter was pressed in the text.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facilitator = ""
        words = tr("solve.card.with_action")
        self.toggle = Toggle(words, key=f"Alt+{_TOGGLE_NUMBER}", keyless=True)
        words = tr("solve.card.action")
        self.entry = EntryLine(words, words, role="body")
        self._owner = Chips(tr("solve.card.owner"), nobody=False)
        self.due = DateField(tr("solve.card.due"), label_width=6 * theme().metrics.body)
        self._more = QWidget()
        self._arrange()
        self.toggle.toggled.connect(self._switch)
        self.entry.entered.connect(lambda _text: self.submitted.emit())
        self._switch(False)

    @property
    def is_on(self) -> bool:
        """Whether an action is added for the card."""
        return self.toggle.isChecked()

    def show_people(self, state: WorkshopState) -> None:
        """Show the participants and the facilitator as owners."""
        self._facilitator = state.workshop.facilitator
        people: list[tuple[object, str]] = [(_NOBODY, tr("solve.card.nobody"))]
        if self._facilitator:
            people.append((_CRE, self._facilitator))
        people += chip_names(state)
        current = self._owner.current() or _NOBODY
        self._owner.set_people(people, current)

    def typed(self) -> dict[str, str]:
        """Return text, owner and due day for a draft; empty while the toggle is off."""
        if not self.is_on:
            return {}
        owner = str(self._owner.current() or _NOBODY)
        return {"action": self.entry.text(), "owner": owner, "due": self.due.typed()}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Fill the fields with what ``typed`` returned; if empty, clear and switch them off."""
        self.toggle.setChecked("action" in draft)
        self.entry.set_text(draft.get("action", ""))
        self._owner.set_current(draft.get("owner", _NOBODY))
        self.due.show_typed(draft.get("due", ""))

    def is_valid(self) -> bool:
        """Commit the typed text; return whether the day is valid, else focus it."""
        self.entry.field.settle()
        self.due.flush()
        if self.due.error:
            self.due.setFocus()
        return not self.due.error

    def command(self, title: str, problem_id: str, card_id: str) -> AddAction:
        """Return the command that adds the action of a played card.

        An empty text is replaced by the title of the card.
        """
        owner = self._owner.current()
        person = str(owner) if owner not in (None, _NOBODY, _CRE) else None
        return AddAction(
            self.entry.text().strip() or title,
            owner_id=person,
            owner_name=self._facilitator if owner == _CRE else "",
            due=self.due.iso(),
            problem_id=problem_id,
            card_id=card_id,
        )

    def _switch(self, on: bool) -> None:
        self._more.setVisible(on)
        self.entry.setVisible(on)
        if on and self.toggle.hasFocus():
            self.entry.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        first.addWidget(self.entry, 1)
        column.addLayout(first)
        second = QHBoxLayout(self._more)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(20)
        second.addWidget(self._owner, 1)
        self.due.setFixedWidth(23 * theme().metrics.body)
        second.addWidget(self.due)
        column.addWidget(self._more)
