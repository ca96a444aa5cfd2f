"""A hairline."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.qt_palette import set_background


class Line(QWidget):
    """A line of 1 px, horizontal or ``upright``, as long as its layout allows."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        set_background(self, "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
