"""The two outcomes offered for a known gap, as buttons of equal size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import BoundAction
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, row
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_size, rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr

_PAD = 20
_ICON = 28
_GAP = 16


class GapOutcome(PaintedButton):
    """An outcome in its colour, with a line that describes its effect."""

    def __init__(self, kind: OutcomeKind, action: BoundAction, hint: str) -> None:
        self._style = OUTCOMES[kind]
        self._hint = hint
        super().__init__(action=action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(hint)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), theme().font("room-bold"))
        return QSize(_PAD + _ICON + _GAP + words + self._key_room() + _PAD, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - self._key_room(), self._height())

    def focus_shape(self) -> tuple[QRectF, float] | None:
        return QRectF(self.rect()), 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour(self._style.colour)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        active = self.isEnabled() and (self.is_hovered or self.isDown())
        rounded(
            painter, box, 12, theme().colour(self._style.tint if active else "surface"), colour, 2
        )
        icon = QRectF(_PAD, round((self.height() - _ICON) / 2), _ICON, _ICON)
        paint_icon(painter, self._style.icon, self._style.colour, icon)
        left = _PAD + _ICON + _GAP
        words = theme().line_height("room-bold")
        hint = theme().line_height("meta") if self._shows_hint() else 0
        top = (self.height() - words - hint) / 2
        draw_line(painter, self.text(), theme().font("room-bold"), colour, left, top, words)
        if hint:
            font = theme().font("meta")
            draw_line(painter, self._hint, font, theme().colour("ink2"), left, top + words, hint)
        if self.key and self.width() >= self.sizeHint().width():
            x = self.width() - _PAD - key_size(self.key)[0]
            ink = theme().colour("ink2")
            draw_key(painter, self.key, x, self.height() / 2, ink, self.key_works)

    def _key_room(self) -> int:
        return _GAP + key_size(self.key or "")[0]

    def _shows_hint(self) -> bool:
        """Return whether the hint fits: not in a low window, nor where it is wide."""
        left = _PAD + _ICON + _GAP
        wide = left + text_width(self._hint, theme().font("meta")) + self._key_room() + _PAD
        return not theme().metrics.low and wide <= self.width()

    def _height(self) -> int:
        metrics = theme().metrics
        below = 0 if metrics.low else theme().line_height("meta")
        room = 12 if metrics.low else 2 * metrics.gap
        return theme().line_height("room-bold") + below + room


class GapOutcomes(QWidget):
    """A request and *not ours* side by side, each with its action."""

    def __init__(self, request: BoundAction, not_ours: BoundAction) -> None:
        super().__init__()
        choices = (
            GapOutcome(OutcomeKind.REQUEST, request, tr("solve.statement.to_request")),
            GapOutcome(OutcomeKind.NOT_OURS, not_ours, tr("solve.statement.to_not_ours")),
        )
        row(self, *((choice, 1) for choice in choices), gap=_GAP, around=NO_MARGINS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
