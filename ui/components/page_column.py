"""The column of a page: texts begin at its edge, lists span it."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import Part, column
from ui.widgets.check_button import TAB, Tab
from ui.widgets.check_group import CheckButtons


class PageColumn(QVBoxLayout):
    """Places widgets and layouts of a page below each other, ``gap`` px apart.

    They begin at the edge of the page and end at its margin; tabs begin there with their words.
    Widgets with the class attribute ``SPANS_PAGE`` span the page, and so do stacks of widgets, each
    of which keeps to the edge itself. ``above`` and ``below`` are px.
    """

    def __init__(
        self, within: QWidget | None, *parts: Part, gap: int = 8, above: int = 0, below: int = 0
    ) -> None:
        super().__init__(*([within] if within is not None else []))
        self._held: list[tuple[QLayout, bool]] = []
        self.setContentsMargins(0, above, 0, below)
        self.setSpacing(gap)
        for part in parts:
            if part is not None:
                self.place(part)
        theme().follow(self.keep_edge)

    def place(self, part: Part, *, spans: bool = False) -> None:
        """Add a part at the end, as ``ui.widgets.boxes.column`` does.

        A layout that ``spans`` the page has parts that begin at its edge themselves.
        """
        one, stretch = (part[0], part[1]) if isinstance(part, tuple) else (part, 0)
        if spans and isinstance(one, QLayout):
            self.addLayout(one, stretch)
        elif isinstance(one, QWidget) and _spans(one):
            self.addWidget(one, stretch)
        elif isinstance(one, QWidget | QLayout):
            holder = column(None, part)
            self.addLayout(holder, stretch)
            self._held.append(
                (holder, isinstance(one, CheckButtons) and isinstance(one.shape, Tab))
            )
        else:
            self.addStretch(1)

    def set_stretch(self, widget: QWidget, stretch: int) -> None:
        """Change how much of the free height a part takes."""
        for holder, _ in self._held:
            if holder.indexOf(widget) >= 0:
                self.setStretchFactor(holder, stretch)

    def keep_edge(self) -> None:
        """Move the parts to the edge of the page; called when the window's size changes."""
        metrics = theme().metrics
        for holder, tabs in self._held:
            left = metrics.edge - (TAB.inset if tabs else 0)
            holder.setContentsMargins(left, 0, metrics.margin, 0)


def layer(*parts: Part, above: int = 0, below: int) -> QWidget:
    """Return a widget with these parts in a column, one of the layers of a page."""
    made = QWidget()
    PageColumn(made, *parts, gap=theme().metrics.gap, above=above, below=below)
    return made


def _spans(widget: QWidget) -> bool:
    return isinstance(widget, QStackedWidget) or getattr(widget, "SPANS_PAGE", False)
