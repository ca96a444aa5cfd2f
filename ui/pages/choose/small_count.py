"""A narrow number field with a label."""

from __future__ import annotations

from ui.theme.theme import theme
from ui.widgets.count_field import CountField
from ui.widgets.text_layout import text_width


class SmallCount(CountField):
    """A field for a small number, with its label at the left."""

    def __init__(self, label: str, most: int) -> None:
        super().__init__(label, most, label_width=1)
        self._label = label
        theme().follow(self._fit)

    def _fit(self) -> None:
        words = text_width(self._label, "body-quiet") + 4
        self.set_label_width(words)
        self.setFixedWidth(words + 11 * theme().metrics.body + 4)
