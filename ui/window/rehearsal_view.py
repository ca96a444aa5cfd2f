"""A picture of the audience display during a rehearsal, next to the page or in its place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.audience.audience_layout import AudienceLayout
from ui.audience.sizes import AudienceSizes
from ui.theme.audience_palette import audience_palette
from ui.theme.qt_palette import set_ground
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.key_action import KeyAction
from ui.widgets.text import Text
from ui.window.audience_controller import AudienceController
from ui.window.coach import Coach
from ui.window.overlays import Overlay
from workshop_app.domain.audience_view import AudienceView
from workshop_app.i18n import tr

_SIZE = QSize(1280, 720)
"""The size in px of the represented display."""
_NARROWEST_WINDOW = 1340  # px: with the picture, the page has the width that it has at 1024
_SHARE = 0.26  # of the window's width
_MARGIN = 16  # px around the picture that covers the window
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_BACK = ("Esc", "Return", "Enter", "Space")
_DELAY_MS = 60
"""Delay in ms before the picture is updated, once for several changes."""


class RehearsalView(QWidget):
    """Visible in projected mode during a rehearsal, if the window is wide enough.

    In a narrower one the coach's button shows the picture in place of the window's content.

    ``toggled``: it was shown or hidden.
    """

    toggled = Signal()

    def __init__(self, audience: AudienceController, coach: Coach) -> None:
        super().__init__()
        self._audience = audience
        self._coach = coach
        set_ground(self, "rail")
        self._heading = Text("body-bold", "")
        self._hint = Text("meta", "")
        self.picture = AudiencePicture()
        self.cover: AudienceCover | None = None
        """Created when it is shown for the first time."""
        coach.room.clicked.connect(self._show_cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        for part in (self._heading, self.picture, self._hint):
            column.addWidget(part)
        column.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._show)
        self.hide()

    def width_in(self, window: QSize) -> int:
        """Return the width in px that it takes of a window of this size; 0 while it is hidden."""
        return 0 if self.isHidden() else _width_beside_page(window)

    def fit(self, window: QSize, *, private: bool) -> None:
        """Show or hide it, depending on the rehearsal, the size of the window and that of the text.

        It is hidden if the page beside it would be stacked. The current page does not decide: a
        page that is stacked only beside the picture would hide it and show it again without end.
        """
        page = window.width() - _width_beside_page(window)
        wide = window.width() >= _NARROWEST_WINDOW and not theme().stacked_in(page)
        wanted = not private and self._coach.on and self._coach.at_step
        shown = wide and wanted
        self._coach.room.setVisible(wanted and not wide)
        if self.cover is not None and self.cover.isVisible() and not (wanted and not wide):
            self.cover.hide_from_window()
        if shown == self.isHidden():
            self.setVisible(shown)
            self.toggled.emit()
        if shown:
            self.setFixedWidth(self.width_in(window))
            self.refresh()

    def refresh(self) -> None:
        """Show the current page's focus after a short delay."""
        if not self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def _show_cover(self) -> None:
        if self.cover is None:
            self.cover = AudienceCover(self.window())
        self.cover.show_view(*self._audience.picture())

    def _show(self) -> None:
        self._heading.setText(tr("coach.audience"))
        self._hint.setText(tr("coach.audience_hint"))
        self.picture.show_view(*self._audience.picture())


def _width_beside_page(window: QSize) -> int:
    return round(window.width() * _SHARE)


class AudienceCover(Overlay):
    """The audience's view over the whole window; its button, or Esc, shows the page again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._heading = Text("section", "", wrap=False)
        self._hint = Text("meta", "")
        self.picture = AudiencePicture(self)
        self._leave = KeyAction(_BACK, self.hide_from_window, self, listens=False)
        back = ActionButton(action=self._leave)
        self._head = QWidget(self)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        row.setSpacing(_MARGIN)
        row.addWidget(self._heading)
        row.addWidget(self._hint, 1)
        row.addWidget(back)
        self._parts_layout = DeferredLayout(self, self._lay_out)

    def show_view(self, view: AudienceView, record_id: str) -> None:
        """Cover the window with a view, at the page with a record."""
        self._heading.setText(tr("coach.audience"))
        self._hint.setText(tr("coach.audience_hint"))
        self._leave.setText(tr("coach.audience_back"))
        self.setAccessibleName(tr("coach.audience"))
        self.picture.show_view(view, record_id)
        self.show_over_window()
        self._parts_layout.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour("rail"))

    def _lay_out(self) -> None:
        """Place the picture below the texts, as large as fits."""
        head = self._head.sizeHint().height()
        self._head.setGeometry(0, 0, self.width(), head)
        area = self.rect().adjusted(_MARGIN, head + _MARGIN, -_MARGIN, -_MARGIN)
        place = QRect()
        place.setSize(_SIZE.scaled(area.size(), _KEEP))
        place.moveCenter(area.center())
        self.picture.setGeometry(place)


class AudiencePicture(QWidget):
    """One page of the audience's view, small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: AudienceLayout | None = None
        self._page = 0

    def show_view(self, view: AudienceView, record_id: str) -> None:
        """Show a view, at the page with a record."""
        sizes = AudienceSizes(_SIZE.width(), _SIZE.height())
        self._layout = AudienceLayout(view, sizes, audience_palette(theme().palette))
        self._page = self._layout.page_of(record_id) or 0
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * _SIZE.height() / _SIZE.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._layout is not None:
            painter.save()
            scale = self.width() / _SIZE.width()
            painter.scale(scale, scale)
            for mark in self._layout.marks(self._page, None):
                mark.paint(painter)
            painter.restore()
        painter.setPen(QColor(theme().colour("edge")))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
