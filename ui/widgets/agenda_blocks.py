"""The agenda as blocks whose minutes are typed, or moved with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)

from ui.theme.theme import theme
from ui.widgets.agenda_bars import GAP, AgendaBars, Share
from ui.widgets.count_field import CountField
from ui.widgets.deferred_layout import Refitted
from ui.widgets.discard import discard
from ui.widgets.painting import fill

STEP = 5  # minutes
_MOST = 600
_REACH = 8  # px from the middle of a gap within which it can be dragged
_INSET = 6  # px between the edge of a block and its field


class AgendaBlocks(Refitted, AgendaBars):
    """A field for the minutes of each part, in its block; the gaps between them can be dragged.

    Dragging moves minutes from one part to its neighbour, in steps of 5; Esc restores them.

    Signals:
        typed: Other minutes were typed for the part at this index.
        shifted: A gap was dropped; carries the index of the part before it, and the minutes that it
            gains from the next one, negative if it loses them.
        refused: What is wrong with typed minutes; empty once they are right.
    """

    typed = Signal(int, int)
    shifted = Signal(int, int)
    refused = Signal(str)

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.fields: list[CountField] = []
        self.row_actions: Sequence[str] = ()
        """Ids of the declared actions that the menu of a block lists."""
        self.current = 0
        """The index of the part whose field had the keyboard last."""
        self._kept: tuple[Share, ...] = ()
        """The parts as they were before a gap is dragged."""
        self._hovered = -1
        self._pulled = -1
        self._pulled_from = 0.0
        self._scale = 1.0
        self.setMouseTracking(True)

    def show_shares(self, shares: Sequence[Share]) -> None:
        self._end_drag()
        self._kept = tuple(shares)
        super().show_shares(shares)
        if [share.name for share in shares] != [field.label for field in self.fields]:
            self._build()
        for field, share in zip(self.fields, shares, strict=True):
            field.set_value(share.minutes)
            field.field.set_role(self.role_of(share))
        self.fit_parts()

    def change(self, by: int) -> None:
        """Change the minutes of the current part by one step, 1 or -1."""
        self.fields[self.current].change_by(by * STEP)

    def gap(self, index: int) -> float:
        """Return the middle of the gap after a part, in px."""
        return self.boxes()[index].right() + GAP / 2

    def paint_minutes(self, painter: QPainter, box: QRectF, share: Share) -> None:
        """Paint nothing: the field of the part shows them."""

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        index = max(self._pulled, self._hovered)
        if index >= 0:
            bar = QRectF(self.gap(index) - 1.5, 0, 3, self.block_height())
            fill(painter, bar, "accent")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        index = self._gap_at(x)
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif index >= 0:
            self._pulled = index
            self._pulled_from = x
            self._scale = self.minute_width()
            self.grabKeyboard()
            self.update()
        else:
            self._focus_at(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pulled < 0:
            self._set_hovered(self._gap_at(x))
            return
        here = self._pulled
        before, after = (share.minutes for share in self._kept[here : here + 2])
        by = shift_in_steps(before, after, (x - self._pulled_from) / self._scale)
        moved = list(self._kept)
        moved[here] = moved[here]._replace(minutes=before + by)
        moved[here + 1] = moved[here + 1]._replace(minutes=after - by)
        self._draw(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._pulled
        gained = self._shares[index].minutes - self._kept[index].minutes if index >= 0 else 0
        self._end_drag()
        if gained:
            self.shifted.emit(index, gained)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the part; the page shows the menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._focus_at(event.pos().x())
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() == Qt.Key.Key_Escape and self._pulled >= 0:
            self._end_drag()
        elif event.key() in steps and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.change(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end_drag()

    def _build(self) -> None:
        """Replace the fields; the words of each are below its block."""
        for old in self.fields:
            discard(old)
        self.fields = []
        self.current = 0
        for index, share in enumerate(self._kept):
            field = _Minutes(share.name, self._role)
            field.setParent(self)
            field.row_actions = self.row_actions
            field.value_changed.connect(partial(self._type, index))
            field.refused.connect(self.refused)
            field.field.focus_entered.connect(partial(self._enter, index))
            field.show()
            self.fields.append(field)

    def _enter(self, index: int) -> None:
        self.current = index

    def _focus_at(self, x: float) -> None:
        """Put the keyboard into the block at ``x``."""
        for field, box in zip(self.fields, self.boxes(), strict=True):
            if box.left() <= x <= box.right():
                field.setFocus()

    def _type(self, index: int, minutes: object) -> None:
        self.typed.emit(index, minutes or 0)

    def _draw(self, shares: Sequence[Share]) -> None:
        """Draw the parts while a gap is dragged."""
        self._shares = tuple(shares)
        for field, share in zip(self.fields, shares, strict=True):
            field.set_value(share.minutes)
        self.fit_parts()
        self.update()

    def fit_parts(self) -> None:
        line = theme().line_height(self._role)
        for field, box in zip(self.fields, self.boxes(), strict=False):
            top = round((box.height() - line) / 2)
            wide = max(1, round(box.width()) - 2 * _INSET)
            field.setGeometry(round(box.x()) + _INSET, top, wide, line)

    def _end_drag(self) -> None:
        if self._pulled >= 0:
            self.releaseKeyboard()
            self._pulled = -1
            self._draw(self._kept)

    def _set_hovered(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            cursor = Qt.CursorShape.SplitHCursor if index >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(cursor)
            self.update()

    def _gap_at(self, x: float) -> int:
        """Return the index of the part before the gap at ``x``, -1 for none."""
        gaps = range(len(self._shares) - 1)
        return next((index for index in gaps if abs(self.gap(index) - x) <= _REACH), -1)


class _Minutes(CountField):
    """The minutes of a block."""

    def __init__(self, label: str, role: str) -> None:
        self._wrong = ""
        super().__init__(label, _MOST, role=role, step=STEP, buttons=False)
        self.hide_frame()
        self.field.align(Qt.AlignmentFlag.AlignHCenter)

    @property
    def error(self) -> str:
        return self._wrong

    def show_error(self, sentence: str) -> None:
        if sentence == self._wrong:
            return
        self._wrong = sentence
        self.box.set_wrong(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self.refused.emit(sentence)


def shift_in_steps(before: int, after: int, wanted: float) -> int:
    """Return how many minutes the first of two parts gains if ``wanted`` are dragged to it.

    Its minutes become a multiple of 5, unless that leaves none to one of the two.
    """
    whole = before + after
    least, most = min(before, STEP), whole - min(after, STEP)
    found = round((before + wanted) / STEP) * STEP
    return max(least, min(found, most)) - before
