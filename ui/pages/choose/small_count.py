"""A narrow number field with a label."""

from __future__ import annotations

from ui.theme.theme import theme
from ui.widgets.count_field import CountField
from ui.widgets.text_layout import text_width


class SmallCount(CountField):
    """A field for a small number, with its label at the left."""

    def __init__(self, label: str, most: int) -> None:
        super().__init__(label, most)
        theme().follow(self._fit)

    def _fit(self) -> None:
        self.set_label_beside()
        words = text_width(self.label, "body-quiet")
        self.setFixedWidth(words + 11 * theme().metrics.body + 10)
