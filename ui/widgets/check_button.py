"""A button that is on or off, and its shapes: a switch, a tick box, a chip, a tile."""

from __future__ import annotations

from abc import ABC, abstractmethod

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout, draw_line, text_width
from ui.widgets.tool_tip import plain_tip

_LONGEST = 24  # letters of a name in a frame
_LOWEST = 24  # px, size of a click target
_NARROWEST = 8  # minimum letters of text per line of a switch


class CheckButton(PaintedButton):
    """On or off; ``toggled(bool)`` is emitted on changes. ``shape`` measures and paints it.

    The page, or the group of the button, handles its ``key``.
    """

    def __init__(
        self,
        text: str,
        shape: CheckShape,
        key: str | None = None,
        *,
        on: bool = False,
        icon: str = "",
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.shape = shape
        self.icon_name = icon
        self.is_dashed = dashed
        self._measured_for: object = None
        self._width = 0
        super().__init__(text, key, parent, listens=False)
        self.setCheckable(True)
        self.setChecked(on)
        self.toggled.connect(self._repaint)
        self.setSizePolicy(shape.policy())
        if tip := shape.tool_tip(text):
            self.setToolTip(tip)

    def show_on(self, on: bool) -> None:
        """Set the state without emitting ``toggled``."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        measured = (self.text(), theme().metrics)
        if measured != self._measured_for:  # a group asks many times
            self._measured_for = measured
            self._width = self.shape.width(self)
        return QSize(self._width, self.shape.height())

    def minimumSizeHint(self) -> QSize:
        return self.shape.least_size(self)

    def heightForWidth(self, width: int) -> int:
        return self.shape.height_at(self, width)

    def focus_shape(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), self.shape.focus_radius(self)

    def paint(self, painter: QPainter) -> None:
        self.shape.paint(painter, self)


class CheckShape(ABC):
    """The sizes of a button in px, and how it is painted."""

    @abstractmethod
    def width(self, button: CheckButton) -> int:
        """Return the width."""

    @abstractmethod
    def height(self) -> int:
        """Return the height with one line of text."""

    @abstractmethod
    def paint(self, painter: QPainter, button: CheckButton) -> None: ...

    def policy(self) -> QSizePolicy:
        return QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def least_size(self, button: CheckButton) -> QSize:
        return button.sizeHint()

    def height_at(self, button: CheckButton, _width: int) -> int:
        return button.sizeHint().height()

    def focus_radius(self, _button: CheckButton) -> float:
        return 8

    def tool_tip(self, _text: str) -> str:
        return ""


class _Switch(CheckShape):
    """A track with a knob, and the text, which may take several lines where text is large."""

    TRACK = QSize(38, 22)
    GAP = 10
    BESIDE = 38 + GAP + 8

    def width(self, button: CheckButton) -> int:
        return text_width(button.text(), self._font()) + self.BESIDE

    def height(self) -> int:
        return theme().metrics.target

    def policy(self) -> QSizePolicy:
        if not theme().stacked:
            return super().policy()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        return policy

    def least_size(self, button: CheckButton) -> QSize:
        width = button.sizeHint().width()
        if theme().stacked:
            narrow = _NARROWEST * theme().text_size("body") + self.BESIDE
            width = min(width, narrow)
        return QSize(width, max(_LOWEST, theme().line_height("body")))

    def height_at(self, button: CheckButton, width: int) -> int:
        return max(self.height(), self.letters(button, width).height)

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        enabled = button.isEnabled()
        top = (button.height() - self.TRACK.height()) / 2
        track = QRectF(4.5, top + 0.5, self.TRACK.width() - 1, self.TRACK.height() - 1)
        fill = "accent_soft" if on else ("hover" if button.is_hovered else "surface")
        border = theme().colour("accent" if on else "edge")
        inner = track.adjusted(0.5, 0.5, -0.5, -0.5) if on else track
        rounded(painter, inner, 11, theme().colour(fill), border, 2 if on else 1)
        knob = QRectF(0, 0, 14, 14)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - 18 if on else track.left() + 4)
        rounded(painter, knob, 7, theme().colour("accent" if on else "edge"))
        x = 4 + self.TRACK.width() + self.GAP
        letters = self.letters(button, button.width())
        colour = theme().colour("ink" if enabled else "ink3")
        letters.draw(painter, x, (button.height() - letters.height) / 2, colour)

    def letters(self, button: CheckButton, width: int) -> TextLayout:
        """Return the text as it is laid out in a button of this width."""
        room = max(1, width - self.BESIDE) if theme().stacked else None
        return TextLayout(button.text(), self._font(), theme().line_height("body"), room)

    def _font(self) -> QFont:
        return theme().font("body")


class _TickBox(CheckShape):
    """A box with a tick; the text is only spoken."""

    BOX = 22
    TARGET = 26

    def width(self, button: CheckButton) -> int:
        return self.TARGET

    def height(self) -> int:
        return self.TARGET

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        enabled = button.isEnabled()
        box = QRectF(0, 0, self.BOX, self.BOX)
        box.moveCenter(QRectF(button.rect()).center())
        edge = theme().colour("accent" if on and enabled else "edge")
        hovered = button.is_hovered and enabled
        fill = edge if on else theme().colour("hover" if hovered else "surface")
        rounded(painter, box.adjusted(1, 1, -1, -1), 5, fill, edge, 2 if on else 1)
        if on:
            paint_icon(painter, "check", "on_accent", box.adjusted(3, 3, -3, -3))


class _Chip(CheckShape):
    """A name in a round frame, with an icon after it; tinted and bold while it is on.

    It has the width of the bold name that it shows while it is on, so that choosing moves nothing.
    """

    PADDING = 13
    GAP = 8
    ICON = 16

    def width(self, button: CheckButton) -> int:
        width = 2 * self.PADDING + self._text_width(button)
        return width + (self.GAP + self.ICON if button.icon_name else 0)

    def height(self) -> int:
        return theme().metrics.target

    def focus_radius(self, button: CheckButton) -> float:
        return button.height() / 2

    def tool_tip(self, text: str) -> str:
        return plain_tip(text) if len(text) > _LONGEST else ""

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        enabled = button.isEnabled()
        height = button.height()
        inset = 1 if on else 0.5
        box = QRectF(button.rect()).adjusted(inset, 2 + inset, -inset, -2 - inset)
        fill = theme().colour(
            "accent_soft" if on else "hover" if button.is_hovered and enabled else "surface"
        )
        edge = theme().colour("accent" if on else "edge")
        dashed = button.is_dashed and not on
        rounded(painter, box, box.height() / 2, fill, edge, 2 if on else 1, dashed=dashed)
        token = "accent" if on else "ink" if enabled else "ink3"
        colour = theme().colour(token)
        text = _shortened(button.text())
        font = theme().sized_font(theme().metrics.body, on)
        width = self._text_width(button)
        left = self.PADDING + (width - text_width(text, font)) / 2
        draw_line(painter, text, font, colour, left, 0, height)
        if button.icon_name:
            x = self.PADDING + width + self.GAP
            icon_box = QRectF(x, (height - self.ICON) / 2, self.ICON, self.ICON)
            paint_icon(painter, button.icon_name, token, icon_box)

    def _text_width(self, button: CheckButton) -> int:
        """Return the width in px of the name, also while it is bold."""
        fonts = (theme().sized_font(theme().metrics.body, bold) for bold in (False, True))
        return max(text_width(_shortened(button.text()), font) for font in fonts)


class _Tile(CheckShape):
    """A frame with an icon and a text; tinted while it is on."""

    PADDING = 12
    GAP = 8
    ICON = 18

    def width(self, button: CheckButton) -> int:
        text = text_width(button.text(), self._font(bold=True))
        return 2 * self.PADDING + self.ICON + self.GAP + text

    def height(self) -> int:
        return theme().metrics.button_height

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        height = button.height()
        inset = 1 if on else 0.5
        box = QRectF(button.rect()).adjusted(inset, inset, -inset, -inset)
        fill = theme().colour("card_tint" if on or button.is_hovered else "surface")
        rounded(painter, box, 8, fill, theme().colour("card" if on else "edge"), 2 if on else 1)
        top = round((height - self.ICON) / 2)
        paint_icon(
            painter, button.icon_name, "card", QRectF(self.PADDING, top, self.ICON, self.ICON)
        )
        x = self.PADDING + self.ICON + self.GAP
        colour = theme().colour("card" if on else "ink")
        draw_line(painter, button.text(), self._font(on), colour, x, 0, height)

    def _font(self, bold: bool) -> QFont:
        return theme().sized_font(theme().metrics.body, bold)


def _shortened(text: str) -> str:
    """Return a name, cut if it would fill the line; the tool tip is then complete."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


SWITCH = _Switch()
TICK_BOX = _TickBox()
CHIP = _Chip()
TILE = _Tile()
