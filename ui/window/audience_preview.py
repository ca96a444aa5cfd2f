"""A small picture of the audience display, with the buttons and keys that control it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import BoundAction, bind, bind_each
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, row
from ui.widgets.icon_button import IconButton
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import draw_line, text_width
from ui.window.audience_controller import AudienceController
from workshop_app.i18n import tr

_GAP = 6
_THUMB = QSize(96, 54)
_DELAY_MS = 60
"""Delay in ms before the picture is updated, once for several changes."""


class AudiencePreview(QWidget):
    """Visible while the audience has a separate display; handles the keys for it."""

    def __init__(
        self,
        audience: AudienceController,
        *,
        freeze: BoundAction,
        black: BoundAction,
        later: BoundAction,
        switch: BoundAction,
    ) -> None:
        super().__init__()
        self._audience = audience
        self._private = False
        self._short = False
        swap = bind(self, "everywhere.swap", audience.swap_requested.emit)
        step = audience.text_size_step_requested
        sizes = bind_each(
            self, "everywhere.audience_text_size", lambda n: step.emit(-1 if n else 1)
        )
        self._actions = {"freeze": freeze, "black": black, "swap": swap, "later": later}
        self._actions |= {"larger": sizes[0], "smaller": sizes[1], "off": switch}
        self.lock = _LockChip()
        self.thumb = _Thumb(audience)
        self.words = Text("meta", "", wrap=False)
        self.freeze = self._button("freeze", "pause", freeze)
        self.black = self._button("black_on", "black", black)
        self.swap = self._button("swap", "swap", swap)
        self.more = IconButton("more", "", size=20)
        parts = (self.lock, self.thumb, self.words, self.freeze, self.black, self.swap, self.more)
        row(self, *parts, gap=_GAP, around=NO_MARGINS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.more.clicked.connect(self._open_menu)
        audience.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self.swap.setText(tr("audience.room.swap"))
        self.more.setText(tr("audience.room.more"))
        self.lock.retranslate()
        self.refresh()

    def set_private(self, private: bool) -> None:
        """Show a lock before the picture in private mode, instead of the red banner."""
        self._private = private
        self._show_parts()

    def set_compactness(self, short: bool) -> None:
        """Hide texts and buttons; the keys keep working, and the menu has all of them."""
        self._short = short
        self._show_parts()

    def width_at(self, *, short: bool) -> int:
        """Return the width in px, full or compact."""
        shown = self._parts(short)
        return sum([part.sizeHint().width() for part in shown]) + _GAP * (len(shown) - 1)

    def refresh(self) -> None:
        """Show the state of the audience display."""
        frozen = self._audience.override == "frozen"
        black = self._audience.override == "black"
        self.freeze.setText(tr("audience.room.release" if frozen else "audience.room.freeze"))
        self.freeze.set_icon("play" if frozen else "pause")
        self.black.setText(tr("audience.room.black_off" if black else "audience.room.black_on"))
        self.words.setText(self._state_words())
        self.thumb.setAccessibleName(f"{tr('audience.room.thumb')}: {self.words.text()}")
        self.thumb.setToolTip(self.words.text())
        self.thumb.refresh()

    def _state_words(self) -> str:
        if self._audience.override:
            return tr(f"audience.room.{self._audience.override}")
        window = self._audience.audience_window
        if window is not None and window.pages > 1:
            return tr("audience.room.live_page", page=window.page + 1, pages=window.pages)
        return tr("audience.room.live")

    def _parts(self, short: bool) -> list[QWidget]:
        lock: list[QWidget] = [self.lock] if self._private else []
        if short:
            return [*lock, self.thumb, self.more]
        buttons = (self.freeze, self.black, self.swap, self.more)
        return [*lock, self.thumb, self.words, *buttons]

    def _show_parts(self) -> None:
        shown = self._parts(self._short)
        every = (self.lock, self.thumb, self.words, self.freeze, self.black, self.swap, self.more)
        for part in every:
            if part.isHidden() == (part in shown):
                part.setVisible(part in shown)

    @staticmethod
    def _button(words: str, icon_name: str, action: BoundAction) -> ActionButton:
        text = tr(f"audience.room.{words}")
        return ActionButton(text, icon_name, kind="tool", size="small", action=action)

    def _open_menu(self) -> None:
        audience = self._audience
        entries = [
            ("freeze", self.freeze.text(), "pause"),
            ("black", self.black.text(), "black"),
            ("swap", self.swap.text(), "swap"),
        ]
        if audience.in_list or audience.shown_later:
            words = tr("audience.room.now" if audience.shown_later else "audience.room.later")
            entries.append(("later", words, "reveal"))
        entries.append(("larger", tr("audience.room.larger"), "plus"))
        entries.append(("smaller", tr("audience.room.smaller"), "minus"))
        entries.append(("off", tr("audience.room.off"), "screen"))
        group = MenuGroup(
            tuple(
                MenuEntry(words, self._actions[name].trigger, icon_name, self._actions[name].key)
                for name, words, icon_name in entries
            )
        )
        window_menu(self).open_beside([group], self.more)


class _Thumb(QWidget):
    """A small picture of the audience display, with a dot while it is live."""

    def __init__(self, audience: AudienceController) -> None:
        super().__init__()
        self._audience = audience
        self._picture = QPixmap()
        self._wait = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._wait.timeout.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> QPixmap:
        return self._picture

    def refresh(self) -> None:
        """Update the picture after a short delay."""
        self._wait.start()

    def sizeHint(self) -> QSize:
        return _THUMB + QSize(4, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = "warn" if self._audience.override else "accent"
        painter.fillRect(self.rect(), theme().colour(frame))
        inner = self.rect().adjusted(2, 2, -2, -2)
        painter.fillRect(inner, theme().colour("rail"))
        if not self._picture.isNull():
            size = self._picture.deviceIndependentSize()
            left = inner.left() + (inner.width() - size.width()) / 2
            top = inner.top() + (inner.height() - size.height()) / 2
            painter.drawPixmap(round(left), round(top), self._picture)
        if self._audience.override:
            area = QRectF(0, 0, 26, 26)
            area.moveCenter(QRectF(inner).center())
            rounded(painter, area, 13, theme().colour("warn"))
            name = "pause" if self._audience.override == "frozen" else "black"
            paint_icon(painter, name, "digits", area.adjusted(5, 5, -5, -5))
        else:
            dot = QRectF(inner.right() - 10, inner.top() + 3, 8, 8)
            rounded(painter, dot, 4, theme().colour("accent"), theme().colour("surface"), 1.5)

    def _take(self) -> None:
        window = self._audience.audience_window
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap() if window is None else window.thumbnail(_THUMB, ratio)
        self.update()


class _LockChip(QWidget):
    """Marks private mode while the audience has a separate display."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def retranslate(self) -> None:
        self.setAccessibleName(tr("audience.room.private_spoken"))
        self.setToolTip(tr("audience.room.private_spoken"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = text_width(tr("audience.room.private"), theme().font("meta-bold"))
        return QSize(words + 42, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, box.height() / 2, theme().colour("banner"))
        paint_icon(painter, "lock", "on_banner", QRectF(11, (self.height() - 16) / 2, 16, 16))
        font = theme().font("meta-bold")
        ink = theme().colour("on_banner")
        draw_line(painter, tr("audience.room.private"), font, ink, 32, 0, self.height())
