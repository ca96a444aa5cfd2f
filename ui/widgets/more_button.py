"""The button that turns the pages of long texts."""

from __future__ import annotations

from PySide6.QtCore import QSize

from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from workshop_app.i18n import tr


class MoreButton(ActionButton):
    """Visible while one of ``texts`` has several pages; pressing it, or its key, shows the next.

    It shares its width with the texts, and does not shrink while these are the same: with more
    width they would have fewer pages, whose shorter number would shrink the button further.
    """

    def __init__(self, *texts: LongText) -> None:
        self._texts = texts
        self._widest: tuple[object, int] = (None, 0)
        super().__init__("", key="Alt+PgDown", kind="note", size="small", listens=True)
        for text in texts:
            self.clicked.connect(text.turn)
            text.pages_changed.connect(self.show_pages)
        self.hide()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        shown = ([text.text() for text in self._texts], size.height())
        widest = self._widest[1] if self._widest[0] == shown else 0
        self._widest = (shown, max(widest, size.width()))
        return QSize(self._widest[1], size.height())

    def show_pages(self) -> None:
        """Show which page it is, or hide if there is only one."""
        longest = max(self._texts, key=lambda text: text.pages)
        words = tr("widgets.problem.more", page=longest.page + 1, pages=longest.pages)
        self.setText(words)
        self.setVisible(longest.pages > 1 and not longest.isHidden())
