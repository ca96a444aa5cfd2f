"""The button that turns the pages of a long text."""

from __future__ import annotations

from PySide6.QtCore import QSize

from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from workshop_app.i18n import tr


class MoreButton(ActionButton):
    """Visible while ``text`` has several pages; pressing it, or its key, shows the next one.

    It shares its width with the text, and does not shrink while the text is the same: with more
    width the text would have fewer pages, whose shorter number would shrink the button further.
    """

    def __init__(self, text: LongText) -> None:
        self._long_text = text
        self._widest = (("", 0), 0)
        super().__init__("", key="Alt+PgDown", kind="note", size="small")
        self.clicked.connect(text.turn)
        text.pages_changed.connect(self.show_pages)
        self.hide()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        shown = (self._long_text.text(), size.height())
        widest = self._widest[1] if self._widest[0] == shown else 0
        self._widest = (shown, max(widest, size.width()))
        return QSize(self._widest[1], size.height())

    def show_pages(self) -> None:
        """Show which page it is, or hide if there is only one."""
        text = self._long_text
        self.setText(tr("widgets.problem.more", page=text.page + 1, pages=text.pages))
        self.setVisible(text.pages > 1 and not text.isHidden())
