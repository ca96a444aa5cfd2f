"""The theme of the application: palette, sizes and fonts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip

from ui.theme.fonts import FAMILY, MONOSPACED_FAMILY, load_fonts
from ui.theme.metrics import Metrics
from ui.theme.qt_palette import qt_palette
from ui.theme.roles import ROLES
from ui.theme.tokens import PALETTES, Palette

_MOST_SCALE = 2.0
"""Maximum text scale supported by the layouts; a larger system scale is limited to it."""
_STACKED_FROM = 1.5
_STACKED_BELOW = 1080  # px at 100 %, if text is larger than that


Ink = str | QColor
"""The token of a colour of the palette, or another colour."""
Face = str | QFont
"""The role of a text, or another font."""


class UiTheme(QObject):
    """The current palette and metrics. ``changed`` is emitted only if one of them changed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = "light"
        """``light``, ``dark``, ``contrast`` or ``system``."""
        self._size = (1366, 768)
        self._desk = False
        self._text_scale = 1.0
        self._system_scale = 1.0
        self.moving = False
        """Whether changes are shown by motion (`ui.widgets.motion`)."""
        self.palette: Palette = PALETTES["light"]
        self.metrics: Metrics = Metrics.of(*self._size)
        self._fonts: dict[str, QFont] = {}
        self._sized_fonts: dict[tuple[int, bool], QFont] = {}
        self._line_heights: dict[str, int] = {}
        self._colours: dict[str, QColor] = {}
        load_fonts()
        self._apply()

    @property
    def width(self) -> int:
        """The width of the window in px."""
        return self._size[0]

    @property
    def height(self) -> int:
        """Height of the window in px."""
        return self._size[1]

    def set_name(self, name: str) -> None:
        """Select a palette; ``system`` follows the system: light, dark or high contrast."""
        if name != "system" and name not in PALETTES:
            raise ValueError(name)
        self.name = name
        hints = QGuiApplication.styleHints()
        if name == "system":
            hints.colorSchemeChanged.connect(
                self._follow_system, Qt.ConnectionType.UniqueConnection
            )
        self._follow_system()

    def resize(self, width: int, height: int, desk: bool | None = None) -> None:
        """Set the sizes by the window's size; ``desk`` also sets who reads it (``set_desk``)."""
        self._size = (width, height)
        if desk is not None:
            self._desk = desk
        self._update(self.palette)

    def set_desk(self, desk: bool) -> None:
        """Use the sizes for the facilitator alone, who sits before the window, or for a room."""
        self.resize(*self._size, desk=desk)

    def set_text_scale(self, scale: float) -> None:
        """Set the text size of the settings, 1.0 = 100 %."""
        self._text_scale = scale
        self._update(self.palette)

    def set_system_scale(self, scale: float) -> None:
        """Set the text size of the system, 1.0 = 100 %; multiplied by that of the settings."""
        self._system_scale = scale
        self._update(self.palette)

    @property
    def text_scale(self) -> float:
        """The user's text size, 1.0 = 100 %: that of the system times that of the settings."""
        return max(self._text_scale, min(_MOST_SCALE, self._text_scale * self._system_scale))

    @property
    def stacked(self) -> bool:
        """Whether text is so large that widgets are stacked vertically instead of side by side."""
        scale = self.text_scale
        narrow = scale > 1 and self._size[0] < _STACKED_BELOW * scale
        return narrow or scale >= _STACKED_FROM

    def colour(self, token: Ink) -> QColor:
        """Return a palette colour for painting; another colour is returned as it is."""
        if isinstance(token, QColor):
            return token
        colour = self._colours.get(token)
        if colour is None:
            colour = QColor(self.palette.colour(token))
            self._colours[token] = colour
        return QColor(colour)

    def font(self, role: Face) -> QFont:
        """Return the font of a text role; another font is returned as it is."""
        if isinstance(role, QFont):
            return role
        if role not in self._fonts:
            kind = ROLES[role]
            self._fonts[role] = self.sized_font(self.text_size(role), kind.bold)
        return QFont(self._fonts[role])

    def follow(self, fit: Callable[[], object]) -> None:
        """Call ``fit`` now, and whenever palette or metrics changed."""
        self.changed.connect(fit)
        fit()

    def text_size(self, role: str) -> int:
        """Return the size of a text role in px."""
        return int(getattr(self.metrics, ROLES[role].size))

    def line_height(self, role: str) -> int:
        """Return the line spacing of a text role in px."""
        height = self._line_heights.get(role)
        if height is None:
            height = round(self.text_size(role) * ROLES[role].line)
            self._line_heights[role] = height
        return height

    def sized_font(self, px: int, bold: bool = False) -> QFont:
        """Return the interface's font in a size given in px."""
        font = self._sized_fonts.get((px, bold))
        if font is None:
            font = QFont(FAMILY)
            font.setPixelSize(px)
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._sized_fonts[px, bold] = font
        return QFont(font)

    def monospaced_font(self, px: int) -> QFont:
        """Return the font of commands in a size given in px; Japanese is in the interface's."""
        font = self.sized_font(px)
        font.setFamilies([MONOSPACED_FAMILY, FAMILY])
        return font

    @contextmanager
    def replaced(self, palette: Palette, metrics: Metrics) -> Iterator[None]:
        """Use other colours and sizes meanwhile: those of the audience display."""
        kept = self.palette, self.metrics, self._fonts, self._line_heights, self._colours
        self.palette, self.metrics = palette, metrics
        self._fonts, self._line_heights, self._colours = {}, {}, {}
        try:
            yield
        finally:
            self.palette, self.metrics, self._fonts, self._line_heights, self._colours = kept

    def _follow_system(self, *_: object) -> None:
        self._update(PALETTES[_system_palette() if self.name == "system" else self.name])

    def _update(self, palette: Palette) -> None:
        metrics = Metrics.of(*self._size, self._desk, self.text_scale)
        if (palette, metrics) == (self.palette, self.metrics):
            return
        self.palette = palette
        self.metrics = metrics
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._fonts.clear()
        self._line_heights.clear()
        self._colours.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            font = self.font("body")
            if font != app.font():  # each widget is notified
                app.setFont(font)
            app.setPalette(qt_palette(self.palette))
            QToolTip.setPalette(app.palette())
            QToolTip.setFont(self.font("meta"))


def _system_palette() -> str:
    hints = QGuiApplication.styleHints()
    wishes = getattr(hints, "accessibility", lambda: None)()  # Qt 6.10 and later
    if wishes is not None and wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


@cache
def theme() -> UiTheme:
    """Return the application's theme, created on first use."""
    return UiTheme(QApplication.instance())
