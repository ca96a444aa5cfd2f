"""What a card becomes after the session, if wanted: who does what by when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.people import chip_names
from ui.theme.theme import theme
from ui.widgets.chips import Chips
from ui.widgets.date_field import DateField
from ui.widgets.entry_line import EntryLine
from ui.widgets.toggle import Toggle
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction

_NOBODY = ""
_CRE = "cre"


class ActionFields(QWidget):
    """A switch, and behind it the text, the owner and the day. ``submitted`` on Enter."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facilitator = ""
        self.toggle = Toggle(tr("solve.card.with_action"), key="Alt+6")
        words = tr("solve.card.action")
        self.entry = EntryLine(words, words, role="body")
        self._owner = Chips(tr("solve.card.owner"), keys=False, nobody=False)
        self.due = DateField(tr("solve.card.due"), label_width=6 * theme().metrics.body)
        self._more = QWidget()
        self._arrange()
        self.toggle.toggled.connect(self._switch)
        self.entry.entered.connect(lambda _text: self.submitted.emit())
        self._switch(False)

    @property
    def wanted(self) -> bool:
        """Whether an action is to be made."""
        return self.toggle.isChecked()

    def show_people(self, state: WorkshopState) -> None:
        """Offer the participants, and the facilitator, as owners."""
        self._facilitator = state.workshop.facilitator
        people: list[tuple[object, str]] = [(_NOBODY, tr("solve.card.nobody"))]
        if self._facilitator:
            people.append((_CRE, self._facilitator))
        people += chip_names(state)
        current = self._owner.current() or _NOBODY
        self._owner.set_people(people, current)

    def reset(self) -> None:
        """Empty the fields and switch them off."""
        self.toggle.setChecked(False)
        self.entry.clear()
        self._owner.set_current(_NOBODY)
        self.due.set_iso("")

    def is_right(self) -> bool:
        """Take over what was typed; a day that is none gets the cursor, and False is returned."""
        self.entry.field.settle()
        self.due.flush()
        if self.due.error:
            self.due.setFocus()
        return not self.due.error

    def command(self, title: str, problem_id: str, card_id: str) -> AddAction:
        """The command that adds the action of a played card; its text is the title if empty."""
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
        self.due.setFixedWidth(20 * theme().metrics.body)
        second.addWidget(self.due)
        column.addWidget(self._more)
