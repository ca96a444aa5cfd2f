"""The button of the kit: a text, an icon, and its key painted inside."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.key_action import KeyAction
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, inset, key_size, rounded
from ui.widgets.text_layout import draw_line, text_width

WAY_PADDING = 8
"""px around the icon and the words of a way, which are the ground under the pointer."""
_WAY_HEIGHT = 44
_ICON_GAP = 8
_KEY_GAP = 10


class _Colours(NamedTuple):
    text: str
    icon: str
    fill: str | None
    border: str | None
    hover: str
    key: str
    bold: bool = False


KINDS = {
    "primary": _Colours(
        "on_accent", "on_accent", "accent", None, "accent_hover", "on_accent", True
    ),
    "secondary": _Colours("ink", "ink2", "surface", "edge", "hover", "ink2"),
    "quiet": _Colours("accent", "accent", None, None, "accent_soft", "ink2"),
    "note": _Colours("ink2", "ink2", None, None, "accent_soft", "ink2"),
    "tool": _Colours("ink2", "ink2", None, None, "hover", "ink2"),
    "request": _Colours("request", "request", "surface", "request", "request_tint", "ink2"),
    "card": _Colours("ink", "card", "surface", "edge", "card_tint", "ink2"),
    "danger": _Colours("danger", "danger", "surface", "danger", "hover", "ink2"),
    "way": _Colours("ink", "ink", None, None, "hover", "ink2"),
    "link": _Colours("accent", "accent", None, None, "hover", "ink2", True),
    "status": _Colours("ink2", "ink2", None, None, "hover", "ink2"),
    "saved": _Colours("solution", "solution", None, None, "hover", "ink2"),
    "failed": _Colours("danger", "danger", None, None, "hover", "ink2"),
    "warning": _Colours("digits", "digits", "warn", None, "warn", "digits"),
    "early": _Colours("digits", "digits", "early", None, "early", "digits"),
    "banner": _Colours("danger", "danger", "surface", None, "hover", "danger", True),
}
"""The colours of each kind."""
_RESTING = ("Enter", "Return", "Esc", "Escape", "Ctrl+Enter", "Ctrl+Return")
"""The keys that are painted at rest: those of fields, editors and the primary button."""
_KEYLESS = ("way", "link")
"""Kinds that paint no key."""
_SMALL = ("note", "status", "saved", "failed", "warning", "early")
"""Kinds with small text."""


class ActionButton(PaintedButton):
    """A button for one action; ``key`` is painted if it ends or leaves an entry.

    ``kind``: primary (one per region), secondary, quiet (a link), note (an inconspicuous remark
    that can be pressed), way (a link in the foot bar), link (bold, in a sentence), request, card,
    danger. ``size``: ``small`` (36 px), ``normal``, ``large``
    (the start button). ``listens``: the key presses it; else another widget handles it.
    ``action``: the triggered action, which supplies text, key, icon and state.
    """

    fades = True
    """Whether it is painted weakly while it is disabled."""

    def __init__(
        self,
        text: str = "",
        icon: str | None = None,
        key: str | None = None,
        kind: str = "secondary",
        *,
        size: str = "normal",
        listens: bool = False,
        action: KeyAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.icon_name = icon or (action.icon_name if action is not None else "") or None
        """The icon before the text, or None."""
        self.kind = kind
        """Its style."""
        self._size = size
        self._brief = False
        self.alternatives: tuple[str, ...] = ()
        """The texts for which it has room beside its own one."""
        self._size_hint: QSize | None = None
        super().__init__(text, key, parent, listens=listens, action=action)

    def set_kind(self, kind: str) -> None:
        """Change the style, for instance when another button becomes the primary one."""
        if kind != self.kind:
            self.kind = kind
            self._restyle()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon before the text."""
        if icon != self.icon_name:
            self.icon_name = icon
            self._restyle()

    def set_brief(self, brief: bool) -> None:
        """Show the key only in the tool tip, and a way without its icon, if space is short."""
        if brief != self._brief:
            self._brief = brief
            self._restyle()

    def width_at(self, *, brief: bool, text: str | None = None) -> int:
        """Return the width in px with or without ``set_brief``, with its own or another text."""
        bold = theme().sized_font(theme().metrics.body, True)
        widths = [self._measure_content(text, bold, brief) for text in self.alternatives]
        width = self._measure_content(self.text() if text is None else text, self._font(), brief)
        return max([width, *widths]) + 2 * self._padding()

    def painted(self) -> tuple[str, str]:
        return self.text(), self._shown_key(self._brief)

    def set_alternatives(self, texts: tuple[str, ...]) -> None:
        """Be as wide as the widest of these texts requires, so that a change of text moves nothing.

        The width is that of the bold primary style.
        """
        if texts != self.alternatives:
            self.alternatives = texts
            self.updateGeometry()

    def updateGeometry(self) -> None:
        self._size_hint = None
        super().updateGeometry()

    def sizeHint(self) -> QSize:
        if self._size_hint is None:  # layouts ask many times
            self._size_hint = QSize(self.width_at(brief=self._brief), self._height())
        return QSize(self._size_hint)

    def focus_shape(self) -> tuple[QRectF, float] | None:
        return QRectF(self.rect()), 10 if self._size == "large" else 8

    def paint(self, painter: QPainter) -> None:
        colours = KINDS[self.kind]
        active = self.isEnabled() and (self.is_hovered or self.isDown())
        fill = colours.hover if active else colours.fill
        border = colours.border
        if self._faded and colours.fill is not None:
            fill = "sunken"
            border = "edge" if self.kind == "primary" else "line"
        box = inset(self, 0.5)
        rounded(
            painter,
            box,
            10 if self._size == "large" else 8,
            fill or None,
            border or None,
        )
        if self.isDown():
            painter.translate(0, 1)
        self._paint_content(painter, colours)

    def _paint_content(self, painter: QPainter, colours: _Colours) -> None:
        text, key = self.painted()
        font = self._font()
        x = (self.width() - self._measure_content(text, font, self._brief)) / 2
        if self.kind in ("quiet", "note", "way"):
            x = self._padding()
        size = self._icon_size()
        if self.icon_name and self._shows_icon(self._brief):
            token = "ink3" if self._faded else colours.icon
            paint_icon(painter, self.icon_name, token, x, self.height() / 2, size)
            x += size + _ICON_GAP
        colour = "ink3" if self._faded else colours.text
        draw_line(painter, text, font, colour, x, 0, self.height())
        if key:
            x += text_width(text, font) + _KEY_GAP
            live = self.isEnabled() and self.key_works
            draw_key(painter, key, round(x), self.height() / 2, self._key_colour(colours), live)

    @property
    def _faded(self) -> bool:
        return self.fades and not self.isEnabled()

    def _shown_key(self, brief: bool) -> str:
        """Return which key is painted."""
        shown = self.key in _RESTING and not brief and self.kind not in _KEYLESS
        return (self.key or "") if shown else ""

    def _shows_icon(self, brief: bool) -> bool:
        return bool(self.icon_name) and not (brief and self.kind == "way")

    def _key_colour(self, colours: _Colours) -> QColor:
        silent = not self.key_works and self.kind != "primary"
        return theme().colour("ink3" if silent or not self.isEnabled() else colours.key)

    def _font(self) -> QFont:
        colours = KINDS[self.kind]
        if self._size == "large":
            return theme().sized_font(theme().metrics.section, True)
        metrics = theme().metrics
        size = metrics.meta if self.kind in _SMALL else metrics.body
        return theme().sized_font(size, colours.bold)

    def _icon_size(self) -> int:
        return 20 if self._size == "large" else 18

    def _padding(self) -> int:
        if self._size == "large":
            return 26
        if self.kind == "way":
            return WAY_PADDING
        return 8 if self.kind in ("quiet", "note", "link") else 10 if self._size == "small" else 14

    def _height(self) -> int:
        metrics = theme().metrics
        if self._size == "large":
            return max(metrics.room_target + 14, metrics.section + 36)
        if self.kind == "way":
            return max(_WAY_HEIGHT, metrics.button_height)
        return metrics.target if self._size == "small" else metrics.button_height

    def _measure_content(self, text: str, font: QFont, brief: bool) -> int:
        width = text_width(text, font) if text else 0
        if self._shows_icon(brief):
            width += self._icon_size() + (_ICON_GAP if text else 0)
        if key := self._shown_key(brief):
            width += _KEY_GAP + key_size(key)[0]
        return width
