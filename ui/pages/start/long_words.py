"""The key that shows the next lines of several long texts at once."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from workshop_app.i18n import tr


class MoreOfAll(ActionButton):
    """Turns all of ``texts`` to their next page; seen only while one of them has several."""

    def __init__(self, texts: Sequence[LongText]) -> None:
        super().__init__("", key="Alt+PgDown", kind="note", size="small")
        self._texts = tuple(texts)
        self.hide()
        self.clicked.connect(self._turn)
        for text in self._texts:
            text.pages_changed.connect(self._show_pages)

    def _turn(self) -> None:
        for text in self._texts:
            text.turn()

    def _show_pages(self) -> None:
        longest = max(self._texts, key=lambda text: text.pages)
        words = tr("widgets.problem.more", page=longest.page + 1, pages=longest.pages)
        self.setText(words)
        self.setVisible(longest.pages > 1)
