"""The audience window, for the second display: it only paints, and accepts no keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.audience.sizes import AudienceSizes
from ui.audience.slide_layout import RowCache, SlideLayout
from ui.theme.audience_palette import AUDIENCE_BLACK, audience_palette
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from workshop_app.domain.audience_view import EMPTY_VIEW, AudienceView, StepClock
from workshop_app.i18n import tr


class AudienceWindow(QWidget):
    """Shows an ``AudienceView``, one page at a time.

    ``turned`` is emitted when another page or another number of pages is shown, ``closed`` when the
    user closes the window.
    """

    SPOKEN_ROLE = QAccessible.Role.Window

    turned = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(tr("audience.window"))
        self.setAccessibleName(tr("audience.window"))
        self.view: AudienceView = EMPTY_VIEW
        self._clock: StepClock | None = None
        self.black = False
        """Whether it is black, regardless of the view."""
        self.page = 0
        """The 0-based index of the page shown."""
        self._record_id = ""
        self._percent = 100
        self._row_cache: RowCache = {}
        self._layout: SlideLayout | None = None
        self._pages_layout = DeferredLayout(self, self.turned.emit)
        theme().changed.connect(self._restyle)

    # -- content

    @property
    def pages(self) -> int:
        """The number of pages of the view."""
        return len(self.view_layout.pages)

    @property
    def view_layout(self) -> SlideLayout:
        """The view laid out in the size of the window."""
        if self._layout is None:
            sizes = AudienceSizes(max(1, self.width()), max(1, self.height()), self._percent)
            palette = audience_palette(theme().palette)
            self._layout = SlideLayout(self.view, sizes, palette, self._row_cache)
            self.page = min(self.page, len(self._layout.pages) - 1)
        return self._layout

    def show_view(self, view: AudienceView, record_id: str = "") -> None:
        """Show a view, at the page with the current record; without one, the page stays."""
        self._record_id = record_id
        other = view.subject != self.view.subject
        if view != self.view:
            self.view = view
            self._layout = None
        if other:
            self.page = 0
        found = self.view_layout.page_of(record_id)
        if found is not None:
            self.page = found
        self.page = min(self.page, self.pages - 1)
        self.update()
        self.turned.emit()

    def show_clock(self, clock: StepClock | None) -> None:
        """Show the time left in the step, or none."""
        if clock != self._clock:
            self._clock = clock
            self.update()

    def turn(self, by: int) -> bool:
        """Show the next or the previous page; return False if there is none."""
        target = self.page + by
        if not 0 <= target < self.pages:
            return False
        self.page = target
        self.update()
        self.turned.emit()
        return True

    def set_text_size(self, percent: int) -> None:
        """Scale the text; the current record, or the first of the page, stays visible."""
        if percent == self._percent:
            return
        seen = self.view_layout.ids_on(self.page)
        kept = self._record_id if self._record_id in seen else next(iter(seen), "")
        self._percent = percent
        self._restyle()
        found = self.view_layout.page_of(kept) if kept else None
        if found is not None and found != self.page:
            self.page = found
            self.turned.emit()

    def set_black(self, black: bool) -> None:
        """Become black immediately, without waiting for the event loop, or show the view again."""
        if black != self.black:
            self.black = black
            self.repaint()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self._restyle()

    def thumbnail(self, size: QSize, ratio: float) -> QPixmap:
        """Return a small picture of the content, ``size`` in logical px."""
        whole = QPixmap(self.size())
        self._paint(QPainter(whole))
        small = whole.scaled(
            size * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        return small

    # -- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint(QPainter(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row_cache.clear()
        self._layout = None
        self.update()
        self._pages_layout.invalidate()

    def closeEvent(self, event: QCloseEvent) -> None:
        by_hand = event.spontaneous()
        super().closeEvent(event)
        if by_hand:
            self.closed.emit()

    def _paint(self, painter: QPainter) -> None:
        if self.black:
            painter.fillRect(self.rect(), QColor(AUDIENCE_BLACK))
        else:
            self.view_layout.paint(painter, self.page, self._clock)
        painter.end()

    def _restyle(self) -> None:
        self._row_cache.clear()
        self._layout = None
        self.update()
        self.turned.emit()
