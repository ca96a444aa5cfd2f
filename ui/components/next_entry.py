"""Names below a list of which one is chosen, and the line for the next words above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import Refitted
from ui.widgets.ruled_line import RuledLine
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from workshop_app.i18n import tr

_BETWEEN_LINES = 4


class ChoiceLine(Refitted, QWidget):
    """The ``choices`` after their label, which is in the margin; ``beside`` are at their right.

    ``above`` is over them.
    """

    def __init__(
        self,
        label: str,
        choices: CheckLine,
        beside: Sequence[QWidget] = (),
        above: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.choices = choices
        choices.set_label("")
        self._said = self._usual = label
        self._label = Text("meta", label, wrap=False)
        self._margin = QWidget()
        self._line = QWidget()
        self._labels = row(self._margin, STRETCH, self._label, gap=0)
        self.chips = row(None, (choices, 1), *beside)
        """The layout of the choices and what is beside them."""
        self._beside = row(self._line, self._margin, (self.chips, 1))
        column(self, above, self._line, gap=0)
        self._restyle()
        theme().changed.connect(self._restyle)

    def show_label(self, label: str) -> None:
        """Say what the choices are for, if not what they usually are for."""
        said = label or self._usual
        if said != self._said:
            self._said = said
            self.choices.setAccessibleName(said)
            self.fit_parts()

    def fit_parts(self) -> None:
        """Put the label beside the choices; leave it out if the margin is too narrow for it."""
        metrics = theme().metrics
        width = text_width(self._said, "meta")
        label = width + metrics.hang < metrics.edge
        self._label.setText(self._said if label else "")
        below = self.chips.direction() is QBoxLayout.Direction.TopToBottom
        aligned = Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignVCenter
        self._labels.setAlignment(self._label, aligned)
        above = (metrics.target - theme().line_height("meta")) // 2 if below else 0
        self._labels.setContentsMargins(0, max(0, above), 0, 0)
        self.chips.setSpacing(_BETWEEN_LINES if below else metrics.hang)

    @property
    def room(self) -> int:
        """The width in px of the line of the choices."""
        metrics = theme().metrics
        return self.width() - metrics.edge - metrics.margin

    def _restyle(self) -> None:
        metrics = theme().metrics
        self._margin.setFixedWidth(metrics.edge - metrics.hang)
        self._beside.setContentsMargins(0, 4, metrics.margin, 4)
        self._beside.setSpacing(metrics.hang)
        self._line.setMinimumHeight(max(52, metrics.target + 8))
        self.fit_parts()


class NextEntry(ChoiceLine):
    """The field, which is the next row of a list, and below it the possible speakers.

    Call ``entry.clear`` after new text was added.
    """

    def __init__(self, entry: RuledLine, speaker: str, beside: Sequence[QWidget] = ()) -> None:
        self.entry = entry
        self.speakers = CheckLine(speaker, nobody=tr("widgets.chips.nobody"))
        self.speakers.leaves_focus = True
        super().__init__(speaker, self.speakers, beside, entry)

    def show_speakers(
        self, people: Sequence[Option], chosen: object | None, *, named: bool
    ) -> None:
        """Show these names; none unless entries may be ``named``, at the same height."""
        self.speakers.set_options(people, chosen)
        for part in (self.speakers, self._label):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.setVisible(named)
        self.speakers.setEnabled(named)
        self.fit_parts()
