"""The row above the entry line: speaker chips, the worksheet, and row actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction
from ui.widgets.text import Text
from workshop_app.i18n import tr


class RowActions(QWidget):
    """Buttons for the current problem: to correct it, remove it, and the actions in ``others``."""

    remove_requested = Signal()

    def __init__(self, correct: KeyAction, others: Sequence[KeyAction]) -> None:
        super().__init__()
        row = Flow(0, self)
        self._buttons = [ActionButton(kind="note", size="small", action=correct)]
        words = tr("list.remove")
        remove = ActionButton(words, "trash", "Del", "note", size="small", keyless=True)
        remove.clicked.connect(self.remove_requested)
        self._buttons.append(remove)
        for one in others:
            self._buttons.append(ActionButton(kind="note", size="small", action=one))
        for button in self._buttons:
            row.addWidget(button)

    def fit(self, width: int) -> None:
        """Hide the keys on the buttons if the buttons would be wider than ``width`` px."""
        for button in self._buttons:
            button.set_brief(False)
        if sum(button.sizeHint().width() for button in self._buttons) > width:
            for button in self._buttons:
                button.set_brief(True)


class EntryRow(QWidget):
    """Chips for the speaker of the next problem, or of the current one.

    Next to them is a hint or, with ``actions``, the buttons for the current problem. The names take
    precedence over the keys on these buttons and over the worksheet's number.
    ``worksheet_step_requested(by)`` requests the next or the previous worksheet.
    """

    worksheet_step_requested = Signal(int)

    def __init__(self, actions: RowActions | None) -> None:
        super().__init__()
        self._of_problem = False
        self.chips = CheckLine(tr("list.speaker"), nobody=tr("widgets.chips.nobody"))
        self._hint = Text("hint", tr("list.hint"), wrap=False)
        self._actions = actions
        self._bind_chips()
        forth, back = bind_each(self, "list.sheet", self._step_worksheet, on_button=True)
        self.addAction(back)
        self._worksheet = ActionButton(tr("list.no_worksheet"), "document", action=forth,
                                       kind="note", size="small")  # fmt: skip
        layout = (column if theme().stacked else row)(
            self, (self.chips, 1), gap=8, around=NO_MARGINS
        )
        beside = Flow(8) if theme().stacked else layout
        for widget in (self._worksheet, self._hint):
            beside.addWidget(widget)
        if isinstance(beside, Flow):
            layout.addLayout(beside)
        if actions is not None:
            layout.addWidget(actions)
        self._parts_layout = DeferredLayout(self, self._show_parts)
        theme().changed.connect(self._parts_layout.invalidate)
        self.show_next(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def set_people(self, people: Sequence[Option], current: object | None) -> None:
        """Show these names; the hint is hidden if both do not fit."""
        self.chips.set_options(people, current)
        self._show_parts()

    @property
    def of_problem(self) -> bool:
        """Whether the chips are for the current problem instead of the next one."""
        return self._of_problem

    def show_worksheet(self, number: int) -> None:
        """Show the number of the worksheet in use, 0 for none."""
        words = tr("list.worksheet", number=number) if number else tr("list.no_worksheet")
        self._worksheet.setText(words)
        self._worksheet.set_kind("quiet" if number else "note")

    def show_chips(self, visible: bool) -> None:
        """Show names, or none if nobody may be named; the row keeps its height."""
        self.chips.setEnabled(visible)
        policy = self.chips.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.chips.setSizePolicy(policy)
        self.chips.setVisible(visible)

    def show_next(self, speaker: object | None) -> None:
        """Show the speaker of the next problem."""
        self._show(False, tr("list.speaker"), speaker)

    def show_problem(self, number: int, speaker: object | None, *, hidden: bool) -> None:
        """Show the speaker of the problem with this number; if ``hidden``, no name is marked."""
        self._show(True, tr("list.speaker_of", number=number), None if hidden else speaker)
        if hidden:
            self.chips.set_checked(())

    def _bind_chips(self) -> None:
        numbers = bind_each(self.chips, "list.speaker", self.chips.choose_number)
        nobody = bind(self.chips, "list.nobody", self.chips.choose_nobody)
        self.chips.set_keys([one.key for one in numbers], nobody.key)

    def _step_worksheet(self, place: int) -> None:
        self.worksheet_step_requested.emit(1 if place == 0 else -1)

    def _show(self, of_problem: bool, label: str, speaker: object | None) -> None:
        self._of_problem = of_problem
        self.chips.set_label(label)
        self.chips.set_value(speaker)
        self._show_parts()

    def _show_parts(self) -> None:
        metrics = theme().metrics
        beside = self._worksheet.sizeHint().width() + self._hint.natural_width() + 16
        fits = theme().stacked or self.chips.whole_width + beside <= self.width()
        has_room = fits and not metrics.narrow and not metrics.private
        self._hint.setVisible(not self._of_problem and has_room)
        free = self.width() - self.chips.brief_width - 2 * 8
        sheet_fits = theme().stacked or self._worksheet.sizeHint().width() <= free
        self._worksheet.setVisible(not self._of_problem and sheet_fits)
        if self._actions is not None:
            if self._of_problem:
                self._actions.fit(self.width() - self.chips.labelled_width - 2 * 8)
            self._actions.setVisible(self._of_problem)
