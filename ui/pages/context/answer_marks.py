"""Marks of an answer: in use, given up, unclear; at most one is set."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions.binding import bind_each
from ui.actions.table import find
from ui.theme.theme import theme
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.i18n import tr

MARK_ICONS = {
    AnswerMark.IN_USE: "check",
    AnswerMark.GIVEN_UP: "circle-slash",
    AnswerMark.UNCLEAR: "question",
}

_LABEL_GAP = 12  # px, as between the label of chips and the first chip


class AnswerMarks(QWidget):
    """``mark_changed(mark)``: the user set a mark, or removed it.

    The label is as wide as the widest of ``labels``.
    """

    mark_changed = Signal(object)

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        self._label = Text("meta", "", wrap=False)
        self._label.set_alternatives(labels)
        self._chips: dict[AnswerMark, Chip] = {}
        row = Flow(8)
        if theme().stacked:
            self.setLayout(row)
            row.addWidget(self._label)
        else:
            beside = QHBoxLayout(self)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(_LABEL_GAP)
            beside.addWidget(self._label)
            beside.addLayout(row, 1)
        for mark, key in zip(MARK_ICONS, find("context.mark").keys, strict=True):
            chip = Chip(tr(f"context.mark.{mark.value}"), key, parent=self)
            chip.clicked.connect(lambda _on=False, mark=mark: self._press(mark))
            row.addWidget(chip)
            self._chips[mark] = chip
        bind_each(self, "context.mark", lambda place: list(self._chips.values())[place].click())

    @property
    def mark(self) -> AnswerMark:
        """The mark that is set; ``AnswerMark.NONE`` for none."""
        on = (mark for mark, chip in self._chips.items() if chip.isChecked())
        return next(on, AnswerMark.NONE)

    def show_mark(self, label: str, mark: AnswerMark) -> None:
        """Show a mark without emitting a signal; ``label`` names the answer."""
        self._label.setText(label)
        for one, chip in self._chips.items():
            chip.setChecked(one is mark)

    def _press(self, mark: AnswerMark) -> None:
        for one, chip in self._chips.items():
            chip.setChecked(one is mark and chip.isChecked())
        self.mark_changed.emit(self.mark)
