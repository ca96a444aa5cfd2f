"""Buttons for the foot bar that turn the pages of a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, row
from ui.widgets.text import Text
from workshop_app.i18n import tr


def span_words(first: int, last: int, total: int) -> str:
    """Return the range of visible rows of a list, such as "1–6 / 9"; the first one is 1."""
    if first == last:
        return tr("widgets.paging.span_one", first=first, total=total)
    return tr("widgets.paging.span", first=first, last=last, total=total)


class PagingButtons(QWidget):
    """PgUp and PgDn with the range of visible rows between them; ``turned(by)`` with -1 or 1.

    With ``steady`` a hidden button keeps its space if there are several pages, so that the other
    one does not move under the pointer.
    """

    turned = Signal(int)

    def __init__(self, *, steady: bool = False) -> None:
        super().__init__()
        self._steady = steady
        self._before = ActionButton(tr("widgets.list.before"), key="PgUp", kind="quiet")
        self._after = ActionButton(tr("widgets.list.after"), key="PgDown", kind="quiet")
        self._rows = Text("body-quiet", "", wrap=False)
        self._row = row(self, self._before, self._rows, self._after, gap=10, around=NO_MARGINS)
        for button, by in ((self._before, -1), (self._after, 1)):
            button.clicked.connect(lambda _=False, by=by: self.turned.emit(by))
        self.show_page(0, 0, (0, 0, 0))

    def add(self, widget: QWidget) -> None:
        """Add a widget after the two buttons."""
        self._row.addWidget(widget)

    def show_page(self, before: int, after: int, span: tuple[int, int, int]) -> None:
        """Show which rows are visible; a button with no rows ``before`` or ``after`` is hidden.

        ``span`` is as in ``PagedView.span``.
        """
        several = before + after > 0
        self._rows.setText(span_words(*span))
        self._rows.setVisible(several)
        for button, n in ((self._before, before), (self._after, after)):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(self._steady and several)
            button.setSizePolicy(policy)
            button.setVisible(n > 0)
