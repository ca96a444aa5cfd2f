"""The kinds of cards a CRE can play by hand, as a row of buttons of which one is on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.flow import Flow
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_size, rounded
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import tr

KINDS = {
    CardKind.SUPPORT: "support",
    CardKind.HANDS_ON: "teach",
    CardKind.ARTICLE: "document",
    CardKind.PRESALES: "person",
    CardKind.OWN: "card",
}
_PADDING = 12
_ICON = 18
_GAP = 8


class KindButton(PaintedButton):
    """A kind of card with its icon; checked while it is the one chosen."""

    def __init__(self, kind: CardKind, key: str) -> None:
        self._icon = KINDS[kind]
        super().__init__(tr(f"cards.kind.{kind}"), key)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), self._font(True))
        width = 2 * _PADDING + _ICON + 2 * _GAP + words + key_size(self.key or "")[0]
        return QSize(width, theme().metrics.button_height)

    def needed_size(self) -> QSize:
        """What words, icon and key take; compared with the real size by tests."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "card_tint" if on or self._hover else "surface"
        border = theme().colour("card" if on else "edge")
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5) if on else box
        rounded(painter, frame, 8, theme().colour(fill), border, 2 if on else 1)
        top = (self.height() - _ICON) / 2
        paint_icon(painter, self._icon, "card", QRectF(_PADDING, round(top), _ICON, _ICON))
        x = _PADDING + _ICON + _GAP
        font = self._font(on)
        colour = theme().colour("card" if on else "ink")
        draw_line(painter, self.text(), font, colour, x, 0, self.height())
        x += text_width(self.text(), self._font(True)) + _GAP
        hint = theme().colour("ink2")
        draw_key(painter, self.key or "", x, self.height() / 2, hint, True)

    def _font(self, bold: bool) -> QFont:
        return theme().sized_font(theme().metrics.button, bold)


class CardKinds(QWidget):
    """All kinds; Alt+1 to Alt+5 choose. ``chosen(kind)`` tells."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("solve.card.kind"))
        self._buttons: dict[CardKind, KindButton] = {}
        flow = Flow(8, self)
        for number, kind in enumerate(KINDS, 1):
            button = KindButton(kind, f"Alt+{number}")
            button.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._buttons[kind] = button
            flow.addWidget(button)

    def kind(self) -> CardKind | None:
        """The kind chosen, or None."""
        return next((kind for kind, button in self._buttons.items() if button.isChecked()), None)

    def set_kind(self, kind: CardKind) -> None:
        """Choose a kind without telling."""
        self._buttons[kind].setChecked(True)
