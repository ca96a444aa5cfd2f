"""What the room sees, at the right of the top bar, with the keys to freeze and blacken it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painting import rounded
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from ui.windows.room import Room
from ui.windows.wall_sign import WallSign
from workshop_app.i18n import tr

_ICON = 18
_PADDING = 13
_GAP = 6
_NONE_TEXT = 108


class RoomChip(QWidget):
    """A quiet chip with icon and words; filled with the warning colour while frozen."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._words, self._brief = "screen", "", ""
        self._warn = self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_state(self, icon: str, words: str, warn: bool, brief: str = "") -> None:
        """Show another state of the room; ``brief`` are the words where there is little room."""
        self._icon, self._words, self._warn = icon, words, warn
        self._brief = brief or words
        self.setAccessibleName(words)
        self.setToolTip(words if self._short else "")
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Say it in brief; the whole words are in the tool tip."""
        if short == self._short:
            return
        self._short = short
        self.setToolTip(self._words if self._short else "")
        self.updateGeometry()

    def width_at(self, *, short: bool) -> int:
        """Width in px with its whole words or in brief."""
        words = self._brief if short else self._words
        return 2 * _PADDING + _ICON + 8 + text_width(words, theme().font("meta"))

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(short=self._short), theme().metrics.target)

    def needed_size(self) -> QSize:
        """Same as the hint; compared with the real size by tests."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = theme().colour("warn" if self._warn else "surface")
        rounded(
            painter, box, box.height() / 2, fill, theme().colour("warn" if self._warn else "line")
        )
        token = "digits" if self._warn else "ink2"
        top = (self.height() - _ICON) / 2
        paint_icon(painter, self._icon, token, QRectF(_PADDING, top, _ICON, _ICON))
        words = self._brief if self._short else self._words
        font, colour = theme().font("meta"), theme().colour(token)
        draw_line(painter, words, font, colour, _PADDING + _ICON + 8, 0, self.height())


class RoomSign(QWidget):
    """Chip, Freeze (F) and Black (B) in projected mode; in private mode "no screen".

    While the room has a display of its own, a ``WallSign`` stands there instead of all that.
    """

    freeze_wanted = Signal()
    black_wanted = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._frozen: int | None = None
        self._private = self._short = False
        self.chip = RoomChip()
        self.freeze = ActionButton("", "pause", "F", "tool", size="small")
        self.black = ActionButton("", "black", "B", "tool", size="small")
        self._none = _NothingShown()
        self.wall = WallSign(room)
        self.switch = ActionButton("", "screen", "W", "tool", size="small", keyless=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for widget in (self._none, self.wall, self.chip, self.freeze, self.black, self.switch):
            row.addWidget(widget)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.black.clicked.connect(self.black_wanted)
        self.switch.clicked.connect(room.switch_wanted)
        Shortcut("W", self, lambda: room.available and room.switch_wanted.emit())
        room.changed.connect(self._refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        self._none.retranslate()
        self.wall.retranslate()
        self.switch.setText(tr("audience.room.on"))
        self.black.setText(tr("frame.room.black"))
        self._refresh()

    def set_private(self, private: bool) -> None:
        """In private mode with one screen there is nothing that the room may see."""
        self._private = private
        self.wall.set_private(private)
        self._refresh()

    def set_frozen(self, changes: int | None) -> None:
        """Frozen with so many changes since, or None for a live picture."""
        self._frozen = changes
        self._refresh()

    def shed(self, short: bool) -> None:
        """Let the chip say it in brief where there is little room."""
        self.chip.set_short(short)
        self.wall.shed(short)
        self._short = short
        self.switch.setVisible(self._offers_wall and not short)

    def width_at(self, *, short: bool) -> int:
        """Width in px that it takes, with the chip's words whole or in brief."""
        if self._room.live:
            return self.wall.width_at(short=short)
        more = 0
        if self._offers_wall and not short:
            more = self.switch.sizeHint().width() + _GAP
        if self._private:
            return self._none.width_hint() + more
        buttons = self.freeze.sizeHint().width() + self.black.sizeHint().width() + 2 * _GAP
        return buttons + self.chip.width_at(short=short) + more

    @property
    def _offers_wall(self) -> bool:
        """A second display is there and not used."""
        return self._room.available and not self._room.live

    def _refresh(self) -> None:
        frozen = self._frozen is not None
        if not frozen:
            words = tr("frame.room.projected")
            self.chip.show_state("screen", words, False, tr("frame.room.brief"))
        elif self._frozen:
            self.chip.show_state("pause", tr("frame.room.frozen_count", n=self._frozen), True)
        else:
            self.chip.show_state("pause", tr("frame.room.frozen"), True)
        self.freeze.setText(tr("frame.room.release" if frozen else "frame.room.freeze"))
        self.freeze.set_icon("play" if frozen else "pause")
        live = self._room.live
        self.wall.setVisible(live)
        self._none.setVisible(self._private and not live)
        for widget in (self.chip, self.freeze, self.black):
            widget.setVisible(not self._private and not live)
        self.switch.setVisible(self._offers_wall and not self._short)


class _NothingShown(QWidget):
    """A dashed box with a lock, and words: the room may see nothing of this."""

    def __init__(self) -> None:
        super().__init__()
        self._what = Text("meta", "", wrap=False)
        self._value = Text("meta-bold", "", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_NONE_TEXT, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._what)
        column.addWidget(self._value)
        column.addStretch(1)

    def width_hint(self) -> int:
        return _NONE_TEXT + max(self._what.natural_width(), self._value.natural_width())

    def retranslate(self) -> None:
        self._what.setText(tr("frame.room.private_none"))
        self._value.setText(tr("frame.room.private_none_value"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(54, self.height() - 8)
        box = QRectF(0.5, round((self.height() - height) / 2) + 0.5, 95, height - 1)
        rounded(painter, box, 4, None, theme().colour("edge"), 1.5, dashed=True)
        middle = QRectF(0, 0, 20, 20)
        middle.moveCenter(box.center())
        paint_icon(painter, "lock", "danger", middle)
