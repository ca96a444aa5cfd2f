"""A choice between many answers, in two rows of segments: the groups, and their answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.choice import Choice

_GAP = 20  # px between groups and answers
_SHARES = 8, 5


class GroupedChoice(QWidget):
    """Shows the groups, and next to them the answers of the current group if it has several.

    ``groups`` maps the answer that a group's segment selects to all answers of the group; ``names``
    contains the labels of groups, ``parts`` those of answers. The position of the groups never
    changes. ``chosen(value)`` is emitted when the user selects a group or an answer.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        groups: Mapping[str, Sequence[str]],
        names: Mapping[str, str],
        parts: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._groups = groups
        self._parts = parts
        self.names = Choice(label, [(each, names[each]) for each in groups], role="body")
        self.parts = Choice(label, (), role="body")
        self.names.chosen.connect(self.chosen)
        self.parts.chosen.connect(self.chosen)
        self.setFocusProxy(self.names)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        for part, share in zip((self.names, self.parts), _SHARES, strict=True):
            self._layout.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._restyle)
        self._restyle()

    def value(self) -> object | None:
        """Return the selected answer, or None."""
        return self.parts.value()

    def set_value(self, value: str) -> None:
        """Select an answer without emitting ``chosen``."""
        group = next(each for each, answers in self._groups.items() if value in answers)
        answers = self._groups[group]
        self.names.set_value(group)
        if [each for each, _ in self.parts.options()] != list(answers):
            self.parts.set_options([(each, self._parts[each]) for each in answers])
        self.parts.set_value(value)
        self.parts.setVisible(len(answers) > 1)

    def _restyle(self) -> None:
        """In large text, place the answers below the groups, without space for hidden ones."""
        directions = QBoxLayout.Direction
        stacked = theme().stacked
        self._layout.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        policy = self.parts.sizePolicy()
        policy.setRetainSizeWhenHidden(not stacked)
        self.parts.setSizePolicy(policy)
