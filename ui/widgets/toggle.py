"""A switch with a text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.lettering import Lettering, text_width
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_size, rounded

_TRACK = QSize(38, 22)
_GAP = 10
_LOWEST = 24  # px, size of a click target
_NARROWEST = 8  # minimum letters of text per line


class Toggle(PaintedButton):
    """On or off; ``text`` describes the on state. ``toggled(bool)`` is emitted on changes.

    With ``keyless`` the key is painted, but handled by another widget. In large text the text may
    take several lines.
    """

    def __init__(
        self,
        text: str,
        on: bool = False,
        key: str | None = None,
        parent: QWidget | None = None,
        *,
        keyless: bool = False,
    ) -> None:
        super().__init__(text, key, parent, listens=not keyless)
        self.setCheckable(True)
        self.setChecked(on)
        self.toggled.connect(self._repaint)
        if theme().stacked:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), self._font())
        return QSize(words + self._beside_words(), theme().metrics.target)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size: the text and a target of 24 px."""
        hint = self.sizeHint()
        hint.setHeight(max(_LOWEST, theme().line_height("body")))
        if not theme().stacked:
            return hint
        narrow = _NARROWEST * theme().text_size("body") + self._beside_words()
        return QSize(min(hint.width(), narrow), hint.height())

    def heightForWidth(self, width: int) -> int:
        return max(theme().metrics.target, self._letters(width).height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        top = (self.height() - _TRACK.height()) / 2
        track = QRectF(4.5, top + 0.5, _TRACK.width() - 1, _TRACK.height() - 1)
        fill = "accent" if on else ("hover" if self.is_hovered else "surface")
        enabled = self.isEnabled()
        rounded(
            painter, track, 11, theme().colour(fill), theme().colour("accent" if on else "edge")
        )
        knob = QRectF(0, 0, 14, 14)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - 18 if on else track.left() + 4)
        rounded(painter, knob, 7, theme().colour("on_accent" if on else "edge"))
        x = 4 + _TRACK.width() + _GAP
        colour = theme().colour("ink" if enabled else "ink3")
        letters = self._letters(self.width())
        letters.draw(painter, x, (self.height() - letters.height) / 2, colour)
        if self.key:
            x += letters.width + _GAP
            live = enabled and self.key_works
            key_colour = theme().colour("ink2" if live else "ink3")
            draw_key(painter, self.key, x, self.height() / 2, key_colour, live)

    def _beside_words(self) -> int:
        width = _TRACK.width() + _GAP + 8
        return width + _GAP + key_size(self.key)[0] if self.key else width

    def _letters(self, width: int) -> Lettering:
        room = max(1, width - self._beside_words()) if theme().stacked else None
        return Lettering(self.text(), self._font(), theme().line_height("body"), room)

    def _font(self) -> QFont:
        return theme().font("body")
