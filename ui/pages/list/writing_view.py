"""The view of silent writing: instructions, time, progress, and what leaves the room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import bind_button, bind_buttons, button_for
from ui.pages.list.silent_writing import LENGTHS, SilentWriting
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.flow import Flow
from ui.widgets.key_action import key_action
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded, time_ring
from ui.widgets.text import Text
from ui.widgets.text_layout import draw_line, text_width
from ui.widgets.timer_display import clock_text
from workshop_app.i18n import tr

_STROKE = 0.035  # of the ring's width
_DIGITS = 0.24  # of the ring's width


class WritingView(QWidget):
    """Digits choose the duration, Space pauses, + and - count who has finished."""

    def __init__(self, writing: SilentWriting) -> None:
        super().__init__()
        self._writing = writing
        self._people = 0
        self.ring = WritingRing(writing)
        self._task = Text("problem", tr("audience.list.task"))
        self._done = Text("room-bold", "")
        self._leaves = Text("room-quiet", "")
        minutes = bind_buttons(self, "list.minutes", self._begin, last=len(LENGTHS))
        self._lengths = [
            ActionButton(tr("list.writing.minutes", n=n), action=bound)
            for n, bound in zip(LENGTHS, minutes, strict=True)
        ]
        self._pause = bind_button(self, "list.pause", self._toggle)
        self._pause_button = ActionButton(action=self._pause)
        self._longer = button_for(self, "list.longer", self._add_minute)
        more, less = bind_buttons(self, "list.done", self._count_key)
        self._more = ActionButton(tr("list.writing.more"), "plus", action=more)
        self._less = ActionButton(tr("list.writing.less"), "minus", action=less)
        key_action("Up", self, lambda: self._count(1))
        key_action("Down", self, lambda: self._count(-1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        writing.changed.connect(self._show)

    def set_writing(self, writing: SilentWriting) -> None:
        """Show the silent writing of another workshop."""
        if writing is self._writing:
            return
        self._writing.changed.disconnect(self._show)
        self._writing = writing
        self.ring.set_writing(writing)
        writing.changed.connect(self._show)
        self._show()

    def show_people(self, people: int, *, anonymous: bool) -> None:
        """Show how many of how many people have finished, and what leaves the room."""
        self._people = people
        self._leaves.setText(
            tr("audience.list.leaves_nameless" if anonymous else "audience.list.leaves")
        )
        self._show()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and radius of the focus ring, which surrounds the ring of the time."""
        side = min(self.ring.width(), self.ring.height())
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(QRectF(self.ring.geometry()).center())
        return circle, side / 2

    def _begin(self, number: int) -> None:
        self._writing.begin(LENGTHS[number - 1])

    def _toggle(self) -> None:
        self._writing.toggle()

    def _add_minute(self) -> None:
        self._writing.add_minute()

    def _count_key(self, place: int) -> None:
        self._count(1 if place == 0 else -1)

    def _count(self, change: int) -> None:
        if self._writing.begun:
            self._writing.count(change, self._people)

    def _show(self) -> None:
        writing = self._writing
        for button in self._lengths:
            button.setVisible(not writing.begun)
        for button in (self._pause_button, self._longer, self._less, self._more):
            button.setVisible(writing.begun)
        self._pause.setText(tr("list.writing.pause" if writing.running else "list.writing.go_on"))
        self._pause_button.set_icon("pause" if writing.running else "play")
        self._done.setText(done_words(writing.done, self._people))
        self._done.setVisible(writing.begun)
        spoken = (self._task.text(), self.ring.words(), self._done.text() if writing.begun else "")
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.ring.update()

    def _arrange(self) -> None:
        metrics = theme().metrics
        buttons = QWidget()
        flow = Flow(8, buttons)
        controls = (*self._lengths, self._less, self._more, self._pause_button, self._longer)
        for button in controls:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            flow.addWidget(button)
        row(
            self,
            (self.ring, 4),
            (
                column(
                    None,
                    STRETCH,
                    self._task,
                    self._done,
                    self._leaves,
                    metrics.gap,
                    buttons,
                    STRETCH,
                    gap=metrics.gap,
                ),
                5,
            ),
            gap=metrics.gap * 2,
        )


class WritingRing(Painted):
    """A ring as large as possible; its coloured part and the digits in it show the time left."""

    def __init__(self, writing: SilentWriting) -> None:
        super().__init__()
        self._writing = writing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 180)

    def set_writing(self, writing: SilentWriting) -> None:
        """Show another silent writing."""
        self._writing = writing
        self.update()

    def words(self) -> str:
        """The text in its middle: how long to write, the time left, or that it is over."""
        writing = self._writing
        if not writing.begun:
            return tr("list.writing.how_long")
        left = writing.seconds_left()
        return clock_text(left) if left else tr("audience.list.over")

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def paint(self, painter: QPainter) -> None:
        side = min(self.width(), self.height())
        stroke = side * _STROKE
        ring = QRectF(0, 0, side - stroke - 2, side - stroke - 2)
        ring.moveCenter(QRectF(self.rect()).center())
        time_ring(painter, ring, stroke, self._writing.share_left())
        self._paint_words(painter, ring, side)

    def _paint_words(self, painter: QPainter, ring: QRectF, side: int) -> None:
        words = self.words()
        left = self._writing.seconds_left()
        if self._writing.begun and left:
            font = theme().sized_font(round(side * _DIGITS), True)
            end = ring.center().x() + digits_width(words, font) / 2
            colour = theme().colour("ink" if self._writing.running else "ink3")
            draw_digits(painter, words, font, colour, end, ring.top(), ring.height())
        elif words:
            font = theme().sized_font(self._fitting(words, side), True)
            width = text_width(words, font)
            height = font.pixelSize() * 1.7
            area = QRectF(0, 0, width + side * 0.08, height)
            area.moveCenter(ring.center())
            if self._writing.begun:
                rounded(painter, area, 12, "warn")
            colour = theme().colour("digits" if self._writing.begun else "ink2")
            x = area.center().x() - width / 2
            draw_line(painter, words, font, colour, x, area.top(), height)

    def _fitting(self, words: str, side: int) -> int:
        """Return the size in px at which the text fits into the ring."""
        size = round(side * 0.14)
        width = text_width(words, theme().sized_font(size, True))
        return max(theme().metrics.room, min(size, int(size * 0.66 * side / max(1, width))))


def done_words(done: int, people: int) -> str:
    """Return how many have finished, of how many if that is known."""
    return tr("audience.list.done_of" if people else "audience.list.done", n=done, people=people)
