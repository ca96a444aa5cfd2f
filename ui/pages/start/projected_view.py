"""The start page in projected mode: today's workshop, and other ways to start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.pages.start.start_actions import StartActions, sample_words
from ui.pages.start.today import TodaySheet, nameless_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


class ProjectedView(QWidget):
    """Shows no other record than today's; ``others`` of them only with times and head count."""

    def __init__(
        self, api: WindowApi, actions: StartActions, others: Sequence[WorkshopState]
    ) -> None:
        super().__init__()
        self.today = TodaySheet(actions.begin, private=False, in_sample=api.in_sample)
        self._title_layout = DeferredLayout(self, self._fit_title)
        metrics = theme().metrics
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(metrics.edge, 16 if metrics.low else 28, metrics.margin, 14)
        column.setSpacing(12 if metrics.low else 22)
        column.addWidget(self.today)
        column.addWidget(_MoreSheet(actions, others, in_sample=api.in_sample))
        column.addStretch(1)

    def refresh(self) -> None:
        """Adapt to the texts that the page has set."""
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title_layout.invalidate()

    def _fit_title(self) -> None:
        """Show two lines of a long title if the window is high enough, else one at a time."""
        self.today.set_title_lines(2)
        self._column.invalidate()
        if self._column.totalHeightForWidth(self.width()) > self.height():
            self.today.set_title_lines(1)

    def take_over(self, old: QWidget) -> None:
        """Do nothing, since there is no typed text or selection."""

    def focus_start(self) -> None:
        self.today.start_button.setFocus()

    def handle_escape(self) -> bool:
        """Return False, since there is no inner state to leave."""
        return False


class _MoreSheet(Sheet):
    """Other workshops of today, the check of the text size, a new workshop, and the samples."""

    def __init__(
        self, actions: StartActions, others: Sequence[WorkshopState], *, in_sample: bool
    ) -> None:
        super().__init__(padding=0, spacing=0)
        self._gap = 9 if theme().metrics.low else 14
        if others:
            self.content.addWidget(self._others_row(actions, others))
            self.add_line()
        readable = tr("start.readable")
        self._add(readable, Text("room", readable), actions.check_button())
        self.add_line()
        new = ActionButton(action=actions.new, size="small")
        title = tr("start.new.title")
        brief = bool(others) and (theme().metrics.low or theme().metrics.narrow)
        what = "" if brief else tr("start.new.what")
        self._add(title, described("plus", title, what), new)
        self.add_line()
        sample = actions.sample_button(in_sample)
        title, what = sample_words(in_sample)
        what = "" if brief else what
        second = None if in_sample else actions.second_visit_button()
        self._add(title, described("play", title, what), sample, second)

    def _others_row(self, actions: StartActions, others: Sequence[WorkshopState]) -> QWidget:
        """Return a button with times and head count for each further workshop of today."""
        row = QWidget()
        flow = Flow(12)
        column(row, flow, around=(0, self._gap, 0, self._gap))
        flow.addWidget(Text("body-bold", tr("start.other"), wrap=False))
        for other, action in zip(others, actions.others, strict=False):
            flow.addWidget(ActionButton(nameless_words(other), action=action, size="small"))
        return row

    def _add(
        self, name: str, words: QWidget, button: ActionButton, also: ActionButton | None = None
    ) -> None:
        row = ButtonRow(name, words, button, gap=self._gap, also=also)
        self.content.addWidget(row)


def described(icon: str, title: str, description: str) -> QWidget:
    """Return an icon, a heading and, if it is not empty, a sentence below it."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    layout.addWidget(IconLabel(icon, "accent", 20))
    words = column(
        None, Text("body-bold", title), Text("meta", description) if description else None, gap=0
    )
    layout.addLayout(words, 1)
    return row


_RADIUS = 11


class ButtonRow(QWidget):
    """A click on the text presses the button; only the button takes the focus.

    ``name`` is its accessible name; ``gap`` px are above and below it. A second button,
    ``also``, is next to it, or below it in large text, and is pressed separately.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane

    def __init__(
        self,
        name: str,
        words: QWidget,
        button: PaintedButton,
        *,
        gap: int,
        also: PaintedButton | None = None,
    ) -> None:
        super().__init__()
        self._button = button
        self._hover = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        buttons = (column if theme().stacked else row)(
            None,
            *((each, 0, Qt.AlignmentFlag.AlignVCenter) for each in filter(None, (button, also))),
            gap=8 if theme().stacked else 16,
        )
        row(self, (words, 1), buttons, gap=16, around=(0, gap, 0, gap))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._set_hover(on=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(on=False)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.setDown(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._button.isDown()
        self._button.setDown(False)
        if pressed and self.rect().contains(event.position().toPoint()):
            self._button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._hover and self._button.isEnabled():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            rounded(painter, box, _RADIUS, theme().colour("hover"))

    def _set_hover(self, *, on: bool) -> None:
        self._hover = on
        self.update()
