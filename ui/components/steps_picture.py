"""The eight steps of a workshop side by side, and how a problem's text changes in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, STRETCH, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.line import Line
from ui.widgets.text import Text
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_ICON = 22
_BECOMES = {
    Step.LIST: ("first", (("speech", "ink2"),)),
    Step.SORT: ("concrete", (("pen", "ink2"),)),
    Step.SOLVE: (
        "outcome",
        (("circle-check", "solution"), ("card", "card"), ("plane", "request")),
    ),
    Step.WRAP_UP: ("paper", (("document", "ink2"),)),
}
"""The steps at which the text changes: the key of the result, and its icons with their colours."""


class StepsPicture(QWidget):
    """Number, name and content of each step; below some of them what a problem's text becomes.

    Where text is large the steps are in two rows.
    """

    def __init__(self) -> None:
        super().__init__()
        beside = len(Step) // 2 if theme().stacked else len(Step)
        grid = QGridLayout(self)
        grid.setContentsMargins(*NO_MARGINS)
        grid.setHorizontalSpacing(14)
        for number, step in enumerate(Step):
            becomes, icons = _BECOMES.get(step, ("", ()))
            words = (
                Text("accent-bold", str(number + 1)),
                Line(),
                Text("body-bold", tr(f"steps.name.{step}")),
                Text("meta", tr(f"way.step.{step}")),
                row(
                    None,
                    *(IconLabel(icon, colour, _ICON) for icon, colour in icons),
                    STRETCH,
                    gap=8,
                ),
                Text("meta", tr(f"way.thread.{becomes}") if becomes else ""),
            )
            top, column = divmod(number, beside)
            grid.setColumnStretch(column, 1)
            for line, part in enumerate(words, top * len(words)):
                if isinstance(part, QWidget):
                    grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignTop)
                else:
                    grid.addLayout(part, line, column)
