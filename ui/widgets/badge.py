"""The outcome of a problem: shape and word on a tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QFont, QPainter

from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES, OutcomeStyle
from ui.theme.theme import theme
from ui.widgets.boxes import FIXED_SIZE
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr

_ICON = 16


class Badge(Painted):
    """Outcome ``kind`` with its word, or with ``word`` instead.

    ``compact`` shows shape and ``word`` (a count) without a tint.
    """

    SPOKEN_ROLE = QAccessible.Role.Graphic

    def __init__(
        self,
        kind: OutcomeKind,
        word: str | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__()
        self._compact = compact
        self.setSizePolicy(*FIXED_SIZE)
        self.set_outcome(kind, word)

    def set_outcome(self, kind: OutcomeKind, word: str | None = None) -> None:
        self.kind = OutcomeKind(kind)
        self.word = outcome_word(self.kind) if word is None else word
        name = outcome_word(self.kind)
        self.setAccessibleName(self.word if word is None else f"{name} {self.word}")
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(*badge_size(self.word, self._font(), self._compact))

    def paint(self, painter: QPainter) -> None:
        draw_badge(painter, self.kind, self.word, self._font(), QRectF(self.rect()), self._compact)

    def _font(self) -> QFont:
        return theme().sized_font(theme().metrics.meta, True)


def outcome_word(kind: OutcomeKind) -> str:
    """Return the word of an outcome in the current language."""
    return tr(f"cards.outcome.{kind.value}")


def badge_size(word: str, font: QFont, compact: bool = False) -> tuple[int, int]:
    """Return width and height in px of a badge."""
    size = font.pixelSize()
    icon = max(_ICON, round(size * 0.8))
    width = icon + round(size * 0.4) + text_width(word, font)
    if compact:
        return width, max(icon, round(size * 1.4))
    return width + round(size * 1.3), max(28, round(size * 1.5))


def draw_badge(
    painter: QPainter,
    kind: OutcomeKind,
    word: str,
    font: QFont,
    box: QRectF,
    compact: bool = False,
) -> None:
    """Paint a badge into ``box``."""
    dashed = kind is OutcomeKind.OPEN
    draw_outcome(painter, OUTCOMES[kind], word, font, box, compact=compact, dashed=dashed)


def draw_outcome(
    painter: QPainter,
    style: OutcomeStyle,
    word: str,
    font: QFont,
    box: QRectF,
    *,
    compact: bool = False,
    dashed: bool = False,
) -> None:
    """Paint shape and word of a look into ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = font.pixelSize()
    icon = max(_ICON, round(size * 0.8))
    colour = style.colour
    x = box.left()
    if not compact:
        framed = dashed or theme().palette.high_contrast
        border = ("edge" if dashed else style.colour) if framed else None
        rounded(
            painter,
            box.adjusted(0.5, 0.5, -0.5, -0.5),
            6,
            style.tint,
            border,
            dashed=dashed,
        )
        x += round(size * 0.6)
    paint_icon(painter, style.icon, style.colour, x, box.center().y(), icon)
    x += icon + round(size * 0.4)
    draw_line(painter, word, font, colour, x, box.top(), box.height())
