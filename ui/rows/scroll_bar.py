"""The scroll bar of a list, which moves by whole rows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QWidget

from ui.theme.style_sheet import dress
from workshop_app.i18n import tr

_HANDLE = 6
_PARTS = 100
"""Parts of a row, as the scroll bar counts in whole numbers."""
Action = QAbstractSlider.SliderAction


class Range(NamedTuple):
    """Rows ``first`` to ``last`` of ``total`` are visible; a fraction is a part of a row."""

    first: float = 0
    last: float = 0
    total: int = 0


def span_words(first: int, last: int, total: int) -> str:
    """Return the range of visible rows of a list, such as "1–6 / 9"; the first one is 1."""
    if first == last:
        return tr("widgets.paging.span_one", first=first, total=total)
    return tr("widgets.paging.span", first=first, last=last, total=total)


class ScrollBar(QScrollBar):
    """A handle to drag; a click beside it turns the page. Hidden while all rows are visible.

    ``moved(row)`` says with which row the page is to begin, ``turned(by)`` is -1 or 1.
    """

    moved = Signal(int)
    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setAccessibleName(tr("widgets.list.scroll"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the row's is below it
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        self.actionTriggered.connect(self._act)

    def show_range(self, shown: Range, inset: int) -> None:
        """Show which rows are visible, ``inset`` px from the list's right edge."""
        if shown.last - shown.first >= shown.total:
            self.hide()
            return
        if not self.styleSheet():
            self.setObjectName(f"rows{inset}")
            dress(self)
        width = _HANDLE + 2 * inset
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())
        span = shown.last - shown.first
        self.setRange(0, round((shown.total - span) * _PARTS))
        self.setPageStep(max(1, round(span * _PARTS)))
        self.setValue(round(shown.first * _PARTS))
        self.show()

    def _act(self, action: int) -> None:
        pages = {Action.SliderPageStepAdd: 1, Action.SliderPageStepSub: -1}
        if (by := pages.get(Action(action))) is not None:
            self.turned.emit(by)
        elif action == Action.SliderMove.value:
            self.moved.emit(round(self.sliderPosition() / _PARTS))
