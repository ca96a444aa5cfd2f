"""The line being typed, which is the next row of the list, and who says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, STRETCH, column, row
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.error_line import ErrorLine
from ui.widgets.ruled_line import RuledLine
from ui.widgets.text import Text
from workshop_app.i18n import tr


class NextProblem(QWidget):
    """The field, and below it the names of the possible speakers and the number of problems.

    ``noted`` carries new text: call ``entry.clear`` after it was added. Text that is too long is
    kept, and an error is shown.
    """

    noted = Signal(str)

    def __init__(self, *, role: str) -> None:
        super().__init__()
        self.entry = RuledLine(tr("list.entry"), tr("list.placeholder"), role=role, name="problem")
        add = ActionButton(tr("list.add"), key="Enter", kind="quiet", size="small", keyless=True)
        add.clicked.connect(self.entry.submit)
        self.entry.set_note("")
        self.entry.add_trailing(add)
        self._error = ErrorLine()
        self.speakers = CheckLine(tr("list.speaker"), nobody=tr("widgets.chips.nobody"))
        self.speakers.set_label("")
        self._label = Text("meta", tr("list.speaker"), wrap=False)
        self._margin = QWidget()
        self._count = Text("room-quiet", "", wrap=False)
        self._worksheet = Text("meta-bold", "", wrap=False)
        self._line = QWidget()
        self._parts_layout = DeferredLayout(self, self._fit)
        self._arrange()
        self.entry.entered.connect(self.noted)
        self.entry.limit_exceeded.connect(self._say_too_long)
        self.entry.changed.connect(lambda _text: self._error.show_sentence(""))
        theme().changed.connect(self._restyle)

    def show_numbers(self, number: int, count: int, worksheet: int) -> None:
        """Show the number of the next problem, how many are listed, and the worksheet typed in."""
        self.entry.set_lead(str(number))
        self._count.setText(tr("list.count", n=count))
        self._worksheet.setText(tr("list.worksheet", number=worksheet))
        self._worksheet.setVisible(worksheet > 0)
        self._fit()

    def show_speakers(
        self, people: Sequence[Option], chosen: object | None, *, named: bool
    ) -> None:
        """Show these names; none unless problems may be ``named``, at the same height."""
        self.speakers.set_options(people, chosen)
        for part in (self.speakers, self._label):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.setVisible(named)
        self.speakers.setEnabled(named)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def _arrange(self) -> None:
        row(self._margin, STRETCH, self._label, gap=0, around=NO_MARGINS)
        self._beside = row(
            self._line, self._margin, (self.speakers, 1), self._worksheet, self._count
        )
        column(self, self.entry, self._error, self._line, gap=0, around=NO_MARGINS)
        self._restyle()

    def _fit(self) -> None:
        """Leave out the label if the margin is too narrow for it, and the count before a name."""
        metrics = theme().metrics
        label = self._label.natural_width() + metrics.hang <= metrics.edge
        self._label.setText(tr("list.speaker") if label else "")
        room = (
            self.width()
            - metrics.edge
            - metrics.margin
            - self._count.natural_width()
            - metrics.hang
        )
        self._count.setVisible(room >= min(self.speakers.brief_width, self.width() // 2))

    def _restyle(self) -> None:
        metrics = theme().metrics
        self._margin.setFixedWidth(metrics.edge - metrics.hang)
        self._beside.setContentsMargins(0, 4, metrics.margin, 4)
        self._beside.setSpacing(metrics.hang)
        self._line.setMinimumHeight(max(52, metrics.target + 8))
        self._fit()

    def _say_too_long(self, length: int, limit: int) -> None:
        self._error.show_sentence(tr("errors.too_long", length=length, limit=limit))
