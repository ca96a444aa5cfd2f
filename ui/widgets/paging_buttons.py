"""Buttons for the foot bar that turn the pages of a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text
from workshop_app.i18n import tr


def span_words(first: int, last: int, total: int) -> str:
    """Return the range of visible rows of a list, such as "1–6 / 9"; the first one is 1."""
    if first == last:
        return tr("widgets.paging.span_one", first=first, total=total)
    return tr("widgets.paging.span", first=first, last=last, total=total)


class PagingButtons(QWidget):
    """PgUp and PgDn with the number of rows there; ``turned(by)`` with -1 or 1.

    With ``steady`` a hidden button keeps its place if there are several pages, so that the other
    one does not move under the pointer.
    """

    turned = Signal(int)

    def __init__(self, *, steady: bool = False) -> None:
        super().__init__()
        self._steady = steady
        self._before = ActionButton("", key="PgUp", kind="quiet")
        self._after = ActionButton("", key="PgDown", kind="quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._place = Text("body-quiet", "", wrap=False)
        self._row.addWidget(self._place)
        for button, by in ((self._before, -1), (self._after, 1)):
            self._row.addWidget(button)
            button.clicked.connect(lambda _=False, by=by: self.turned.emit(by))
        self.show_counts(0, 0)

    def add(self, widget: QWidget) -> None:
        """Add a widget after the two buttons."""
        self._row.addWidget(widget)

    def show_counts(
        self, before: int, after: int, span: tuple[int, int, int] | None = None
    ) -> None:
        """Show the numbers of rows before and after the page; a button with none is hidden.

        ``span`` (``PagedView.span``) is shown before them if there is space for it.
        """
        several = before + after > 0 and span is not None
        self._place.setText(span_words(*span) if span is not None else "")
        self._place.setVisible(several and not theme().metrics.compact and not theme().stacked)
        for button, which, n in ((self._before, "before", before), (self._after, "after", after)):
            words = tr(f"widgets.paging.{which}", n=n)
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(self._steady and before + after > 0)
            button.setSizePolicy(policy)
            button.setVisible(n > 0)
            button.setText(str(n) if theme().stacked else words)
            button.setAccessibleName(words)
