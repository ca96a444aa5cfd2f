"""A wide button of two parts: its action, and below it a description."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.key_action import KeyAction
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout

_PADDING = 16
_GAP = 14
_ICON = 20
_BESIDE = 2 * _PADDING + _ICON + _GAP  # px, everything but the texts
_NARROWEST = 8  # minimum letters of text per line


class DescribedButton(PaintedButton):
    """Takes text, icon, key and state from ``action``; as wide as possible.

    The description wraps.
    """

    def __init__(self, action: KeyAction, parent: QWidget | None = None) -> None:
        self._description = ""
        self._primary = False
        super().__init__(parent=parent, action=action)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def description(self) -> str:
        """The description below the text."""
        return self._description

    def set_primary(self, primary: bool) -> None:
        """Fill the button, or outline it: at most one in a region of the screen is filled."""
        self._primary = primary
        self.update()

    def describe(self, sentence: str) -> None:
        """Change the description, such as to the reason why it is disabled."""
        if sentence != self._description:
            self._description = sentence
            self.setAccessibleDescription(sentence)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        width = _NARROWEST * theme().text_size("body") + _BESIDE
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        words, sentence = self._letters(width)
        return max(theme().metrics.room_target, words.height + sentence.height + 2 * _PADDING)

    def paint(self, painter: QPainter) -> None:
        enabled = self.isEnabled()
        filled = self._primary and enabled
        active = enabled and (self.is_hovered or self.isDown())
        if filled:
            fill = "accent_hover" if active else "accent"
        else:
            fill = "sunken" if not enabled else "hover" if active else "surface"
        edge = None if filled else theme().colour("edge" if enabled else "line")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, 8, theme().colour(fill), edge)
        ink, quiet = ("on_accent", "on_accent") if filled else ("ink", "ink2")
        if not enabled:
            ink = "ink2"
            quiet = "ink2"
        icon = QRectF(_PADDING, (self.height() - _ICON) / 2, _ICON, _ICON)
        if self.action is not None and self.action.icon_name:
            paint_icon(painter, self.action.icon_name, quiet, icon)
        words, sentence = self._letters(self.width())
        left = icon.right() + _GAP
        top = (self.height() - words.height - sentence.height) / 2
        words.draw(painter, left, top, theme().colour(ink))
        sentence.draw(painter, left, top + words.height, theme().colour(quiet))

    def _letters(self, width: int) -> tuple[TextLayout, TextLayout]:
        """Return the text and the description as they are in a button of this width."""
        room = max(1, width - _BESIDE)
        words = TextLayout(
            self.text(), theme().font("body-bold"), theme().line_height("body-bold"), room
        )
        font = theme().font("meta")
        line = theme().line_height("meta")
        return words, TextLayout(self._description, font, line, room)
