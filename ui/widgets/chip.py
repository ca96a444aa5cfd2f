"""One name in a row of names."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_size, rounded
from ui.widgets.tool_tip import plain_tip

_PADDING = 13
_GAP = 8
_ICON = 16
_LONGEST = 24  # letters


class Chip(PaintedButton):
    """A rounded name that can be chosen (checked); ``key`` is painted, ``Chips`` handles it.

    It has the width of the bold name that it shows while checked, so that choosing moves nothing.
    """

    def __init__(
        self,
        text: str,
        key: str | None = None,
        *,
        dashed: bool = False,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._dashed = dashed
        self._icon = icon
        self._brief = False
        self._measured_for: object = None
        self._widths = (0, 0)
        super().__init__(text, key, parent, listens=False)
        self.setCheckable(True)
        self.toggled.connect(self._repaint)
        self.setToolTip(plain_tip(text) if len(text) > _LONGEST else "")

    def set_brief(self, brief: bool) -> None:
        """Hide the key, if the line has no space for it."""
        if brief != self._brief:
            self._brief = brief
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.widths[1 if self._brief else 0], theme().metrics.target)

    @property
    def widths(self) -> tuple[int, int]:
        """The widths in px of the name with its key, and of the name alone."""
        looks = (self._label, self._key, theme().metrics)
        if looks != self._measured_for:
            self._measured_for = looks
            brief = 2 * _PADDING + self._words_width()
            brief += _GAP + _ICON if self._icon else 0
            self._widths = (brief + (_GAP + key_size(self.key)[0] if self.key else 0), brief)
        return self._widths

    def focus_shape(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), self.height() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        fill = "accent" if on else "hover" if self.is_hovered and self.isEnabled() else "surface"
        border = "accent" if on else "edge"
        dashed = self._dashed and not on
        radius = box.height() / 2
        rounded(painter, box, radius, theme().colour(fill), theme().colour(border), dashed=dashed)
        token = "on_accent" if on else "ink" if self.isEnabled() else "ink3"
        colour = theme().colour(token)
        font = theme().sized_font(theme().metrics.body, on)
        free = self._words_width() - text_width(self._words(), font)
        draw_line(painter, self._words(), font, colour, _PADDING + free / 2, 0, self.height())
        x = _PADDING + self._words_width() + _GAP
        if self._icon:
            paint_icon(
                painter, self._icon, token, QRectF(x, (self.height() - _ICON) / 2, _ICON, _ICON)
            )
        if self.key and not self._brief:
            hint = colour if on else theme().colour("ink2")
            draw_key(painter, self.key, round(x), self.height() / 2, hint, True)

    def _words(self) -> str:
        """Return the name, cut if it would fill the line; the tool tip is then complete."""
        words = self.text()
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

    def _words_width(self) -> int:
        """Return the width in px of the words, also while they are bold."""
        fonts = (theme().sized_font(theme().metrics.body, bold) for bold in (False, True))
        return max(text_width(self._words(), font) for font in fonts)
