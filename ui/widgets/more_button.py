"""The button that turns the pages of a long text."""

from __future__ import annotations

from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from workshop_app.i18n import tr


class MoreButton(ActionButton):
    """Visible while ``text`` has several pages; pressing it, or ``key``, shows the next one."""

    def __init__(self, text: LongText, key: str | None = "Alt+PgDown") -> None:
        super().__init__("", key=key, kind="note", size="small")
        self._long_text = text
        self.clicked.connect(text.turn)
        text.pages_changed.connect(self._show_pages)
        self.hide()

    def _show_pages(self) -> None:
        text = self._long_text
        self.setText(tr("widgets.problem.more", page=text.page + 1, pages=text.pages))
        self.setVisible(text.pages > 1 and not text.isHidden())
