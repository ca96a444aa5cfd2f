"""The calm fields of the page."""

from __future__ import annotations

from ui.theme.theme import theme
from ui.widgets.count_field import CountField
from ui.widgets.lettering import text_width


def count_field(label: str, most: int) -> CountField:
    """A field for a small number with its label at the left, as wide as both need."""
    words = text_width(label, theme().font("body-quiet")) + 4
    field = CountField(label, most, label_width=words)
    field.setFixedWidth(words + 13 * theme().metrics.body)
    return field
