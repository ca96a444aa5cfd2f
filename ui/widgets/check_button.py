"""A button that is on or off, and its shapes: a switch, a chip, a tab."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import FOCUS_OUTSIDE, fill, rounded
from ui.widgets.text_layout import TextLayout, text_width

_LONGEST = 24  # letters of a name in a frame
_LOWEST = 24  # px, size of a click target
_NARROWEST = 8  # minimum letters of text per line
_ICON = 16
_ICON_GAP = 6


class CheckButton(PaintedButton):
    """On or off; ``toggled(bool)`` is emitted on changes. ``shape`` measures and paints it.

    ``icons`` after the text have a colour of their own, or with an empty one that of the text. The
    page, or the group of the button, handles its ``key``.
    """

    def __init__(
        self,
        text: str,
        shape: CheckShape,
        key: str | None = None,
        *,
        on: bool = False,
        icons: Sequence[tuple[str, str]] = (),
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.shape = shape
        self.SPOKEN_ROLE = shape.SPOKEN_ROLE
        self.icons = icons
        self.widest = ""
        self.is_dashed = dashed
        self._measured_for: object = None
        self._width = 0
        super().__init__(text, key, parent, listens=False)
        self.setCheckable(True)
        self.setChecked(on)
        self.toggled.connect(self._repaint)
        self.setSizePolicy(shape.policy())

    def painted(self) -> tuple[str, str]:
        return self.shape.shown_text(self), ""

    def show_on(self, on: bool) -> None:
        """Set the state without emitting ``toggled``."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)
        self.update()

    def show_icons(self, icons: Sequence[tuple[str, str]], widest: str = "") -> None:
        """Change the icons after the text, and the text whose width it has at least."""
        if (icons, widest) != (self.icons, self.widest):
            self.icons = icons
            self.widest = widest
            self.updateGeometry()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose once: a second press may take an answer back."""
        if self.autoExclusive():
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def sizeHint(self) -> QSize:
        measured = (self.text(), self.widest, self.icons, theme().metrics)
        if measured != self._measured_for:  # a group asks many times
            self._measured_for = measured
            self._width = self.shape.width(self)
        return QSize(self._width, self.shape.height())

    def minimumSizeHint(self) -> QSize:
        return self.shape.least_size(self)

    def heightForWidth(self, width: int) -> int:
        return self.shape.height_at(self, width)

    def focus_shape(self) -> tuple[QRectF, float]:
        box = QRectF(self.rect()).adjusted(0, self.shape.ABOVE_FOCUS, 0, 0)
        return box, self.shape.focus_radius()

    def paint(self, painter: QPainter) -> None:
        self.shape.paint(painter, self)


class CheckShape(ABC):
    """The sizes of a button in px, how it is painted, and the gap between several.

    It has the width of the bold text that it may show while it is on, so that choosing moves
    nothing. It takes several lines where large text is in a narrow place. Screen readers get
    ``SPOKEN_ROLE``, by default Qt's of such a button, and that of a group.
    """

    GAP_BETWEEN = 8
    ABOVE_FOCUS = 0  # px that the focus ring begins further down
    BESIDE = 0  # px, everything but the text and the icons
    TURNS_BOLD = True
    ICON = _ICON
    ICON_GAP = _ICON_GAP
    ICON_DOWN = 0.5  # of the height, the middle of the icons
    SPOKEN_ROLE: ClassVar[QAccessible.Role | None] = None
    SPOKEN_ROLE_OF_GROUP: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping

    def __init__(self, role: str = "body") -> None:
        self.role = role

    @abstractmethod
    def paint(self, painter: QPainter, button: CheckButton) -> None: ...

    def shown_text(self, button: CheckButton) -> str:
        return button.text()

    def focus_radius(self) -> float:
        return 8

    def width(self, button: CheckButton) -> int:
        fonts = (theme().sized_font(theme().text_size(self.role), bold) for bold in (False, True))
        texts = (self.shown_text(button), button.widest)
        widths = (text_width(text, font) for font in fonts for text in texts)
        return max(widths) + self._beside(button)

    def height(self) -> int:
        return max(theme().metrics.target, theme().line_height(self.role))

    def policy(self) -> QSizePolicy:
        if not theme().stacked:
            return QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        return policy

    def least_size(self, button: CheckButton) -> QSize:
        width = button.sizeHint().width()
        if theme().stacked:
            narrow = _NARROWEST * theme().text_size(self.role) + self._beside(button)
            width = min(width, narrow)
        return QSize(width, max(_LOWEST, theme().line_height(self.role)))

    def height_at(self, button: CheckButton, width: int) -> int:
        return max(self.height(), self.letters(button, width).height)

    def letters(self, button: CheckButton, width: int) -> TextLayout:
        """Return the text as it is laid out in a button of this width."""
        room = max(1, width - self._beside(button)) if theme().stacked else None
        bold = self.TURNS_BOLD and button.isChecked()
        font = theme().sized_font(theme().text_size(self.role), bold)
        line = theme().line_height(self.role)
        return TextLayout(self.shown_text(button), font, line, room)

    def draw_words(self, painter: QPainter, button: CheckButton, token: str) -> None:
        """Paint text and icons in the middle."""
        words = self.letters(button, button.width())
        icons = self._icons_width(button)
        x = (button.width() - words.width - icons) / 2
        words.draw(painter, x, (button.height() - words.height) / 2, token)
        x += words.width + self.ICON_GAP
        for icon, colour in button.icons:
            middle = button.height() * self.ICON_DOWN
            paint_icon(painter, icon, colour or token, x, middle, self.ICON)
            x += self.ICON + self.ICON_GAP

    def _beside(self, button: CheckButton) -> int:
        return self.BESIDE + self._icons_width(button)

    def _icons_width(self, button: CheckButton) -> int:
        return len(button.icons) * (self.ICON + self.ICON_GAP)


class _Switch(CheckShape):
    """A track with a knob before the text."""

    TRACK = QSize(38, 22)
    GAP = 10
    BESIDE = 38 + GAP + 8
    TURNS_BOLD = False

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        enabled = button.isEnabled()
        top = (button.height() - self.TRACK.height()) / 2
        track = QRectF(4.5, top + 0.5, self.TRACK.width() - 1, self.TRACK.height() - 1)
        fill = "accent_soft" if on else ("hover" if button.is_hovered else "surface")
        border = "accent" if on else "edge"
        inner = track.adjusted(0.5, 0.5, -0.5, -0.5) if on else track
        rounded(painter, inner, 11, fill, border, 2 if on else 1)
        knob = QRectF(0, 0, 14, 14)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - 18 if on else track.left() + 4)
        rounded(painter, knob, 7, "accent" if on else "edge")
        x = 4 + self.TRACK.width() + self.GAP
        letters = self.letters(button, button.width())
        colour = "ink" if enabled else "ink3"
        letters.draw(painter, x, (button.height() - letters.height) / 2, colour)


class _Chip(CheckShape):
    """A text in a round frame; tinted and bold while it is on.

    With ``names`` it is cut if it would fill the line, and the tool tip is then complete. ``fills``
    the frame while it is on, as the answer to a question.
    """

    BESIDE = 26

    def __init__(self, role: str = "body", *, names: bool = False, fills: bool = False) -> None:
        super().__init__(role)
        self.names = names
        self.fills = fills

    def shown_text(self, button: CheckButton) -> str:
        text = button.text()
        return f"{text[: _LONGEST - 1]}…" if self.names and len(text) > _LONGEST else text

    def height(self) -> int:
        return max(theme().metrics.target, theme().line_height(self.role) + 8)

    def focus_radius(self) -> float:
        return self.height() / 2

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        enabled = button.isEnabled()
        inset = 1 if on else 0.5
        box = QRectF(button.rect()).adjusted(inset, 2 + inset, -inset, -2 - inset)
        tint = "accent" if self.fills else "accent_soft"
        fill = tint if on else "hover" if button.is_hovered and enabled else "surface"
        edge = "accent" if on else "edge"
        dashed = button.is_dashed and not on
        radius = min(box.height(), self.height() - 4) / 2
        rounded(painter, box, radius, fill, edge, 2 if on else 1, dashed=dashed)
        chosen = "on_accent" if self.fills else "accent"
        self.draw_words(painter, button, chosen if on else "ink" if enabled else "ink3")


class Tab(CheckShape):
    """A word of the page; bold with a line below it while it is on. Icons are raised and small."""

    ICON = 10
    ICON_GAP = 1
    ICON_DOWN = 0.3
    GAP_BETWEEN = 0
    ABOVE_FOCUS = FOCUS_OUTSIDE  # tabs are at the edge of the page
    SPOKEN_ROLE = QAccessible.Role.PageTab
    SPOKEN_ROLE_OF_GROUP = QAccessible.Role.PageTabList
    LINE = 3

    @property
    def inset(self) -> int:
        """Px before the words: place tabs this far left of the text below them."""
        return 4 if theme().metrics.narrow and not theme().stacked else 11

    def paint(self, painter: QPainter, button: CheckButton) -> None:
        on = button.isChecked()
        enabled = button.isEnabled()
        if on or (button.is_hovered and enabled):
            line = QRectF(0, button.height() - self.LINE, button.width(), self.LINE)
            fill(painter, line, "accent" if on else "line")
        self.draw_words(painter, button, "accent" if on else "ink2" if enabled else "ink3")

    def _beside(self, button: CheckButton) -> int:
        return 2 * self.inset + super()._beside(button)


class _SectionTab(Tab):
    """A tab with a badge over the end of the word, which moves no other tab."""

    ICON = 8
    ICON_GAP = -5
    ICON_DOWN = 0.17

    def _icons_width(self, button: CheckButton) -> int:
        return 0


SWITCH = _Switch()
CHIP = _Chip(names=True)
OPTION = _Chip()
TAB = Tab()
SECTION_TAB = _SectionTab()


ANSWER = _Chip("body", fills=True)
"""The shape of the answers to a question."""
