"""A wide button of two parts: its action, and below it a description."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.key_action import KeyAction
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_label, key_size, rounded
from ui.widgets.text_layout import TextLayout

_PADDING = 16
_GAP = 14
_ICON = 20
_BESIDE = 2 * _PADDING + _ICON + _GAP  # px, everything but the texts and the key
_NARROWEST = 8  # minimum letters of text per line


class DescribedButton(PaintedButton):
    """Takes text, icon, key and state from ``action``; as wide as possible.

    The description wraps. The key is beside text and description, or, if they would then need
    more lines, beside the text only; if it does not fit there, it is in the tool tip.
    ``primary`` fills the button: at most one in a region of the screen.
    """

    def __init__(
        self, action: KeyAction, *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        self._description = ""
        self._primary = primary
        super().__init__(parent=parent, action=action)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def description(self) -> str:
        """The description below the text."""
        return self._description

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
        position = self._key_position(self.width())
        if self.key and position:
            x = self.width() - _PADDING - key_size(self.key)[0]
            centre = self.height() / 2 if position == "beside" else top + words.height / 2
            draw_key(painter, self.key, x, centre, theme().colour(quiet), enabled)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:  # has the key if that is not in the button
            hidden = self.key is not None and not self._key_position(self.width())
            self.setToolTip(f"{self.text()}  {key_label(self.key or '')}" if hidden else "")
        return super().event(event)

    def _key_position(self, width: int) -> str:
        """Return where the key is: ``beside`` both texts, on the ``line`` of the text, or empty."""
        if not self.key:
            return ""
        room = width - _BESIDE - self._key_room()
        beside = self._lettered(room)
        alone = self._lettered(width - _BESIDE)
        if [len(part.lines) for part in beside] == [len(part.lines) for part in alone]:
            return "beside"
        return "line" if alone[0].width <= room and len(alone[0].lines) == 1 else ""

    def _key_room(self) -> int:
        """Return the width in px of the key, with the gap before it."""
        return key_size(self.key)[0] + _GAP if self.key else 0

    def _letters(self, width: int) -> tuple[TextLayout, TextLayout]:
        """Return the text and the description as they are in a button of this width."""
        beside = self._key_position(width) == "beside"
        return self._lettered(width - _BESIDE - (self._key_room() if beside else 0))

    def _lettered(self, room: int) -> tuple[TextLayout, TextLayout]:
        room = max(1, room)
        words = TextLayout(
            self.text(), theme().font("body-bold"), theme().line_height("body-bold"), room
        )
        font = theme().font("meta")
        line = theme().line_height("meta")
        return words, TextLayout(self._description, font, line, room)
