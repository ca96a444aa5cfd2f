"""What the room's own display shows, in the top bar, with what controls it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import BoundAction
from ui.theme.icons import paint_icon
from ui.widgets.action_button import KINDS, ActionButton
from ui.widgets.boxes import row
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.painted import Painted
from ui.widgets.painting import fill, rounded
from ui.widgets.timers import call_after
from ui.window.audience_controller import AudienceController
from workshop_app.i18n import tr

_GAP = 6
_CHEVRON = 14
_BEFORE_CHEVRON = 6
_SMALL = QSize(90, 50)
_LEAST = QSize(90, 56)
FRAME = 2  # px around the picture
_DELAY_MS = 60
"""Delay in ms before the picture is updated, once for several changes."""


class StatusChip(ActionButton):
    """An icon and a text, on the warning colour while frozen.

    With ``chevron`` a click opens a menu; the tool tip is then ``menu_tip``.
    """

    def __init__(self, *, chevron: bool = False) -> None:
        self.words = self._brief_words = self.menu_tip = ""
        self._short = False
        self._chevron = self._has_menu = chevron
        super().__init__("", "screen", kind="status", size="small")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus

    def show_state(self, icon: str, words: str, kind: str = "status", brief: str = "") -> None:
        """Show a state; ``brief`` is the text used if space is short."""
        self.words, self._brief_words = words, brief or words
        self.set_icon(icon)
        self.set_kind(kind)
        self.set_short(self._short)

    def set_short(self, short: bool) -> None:
        """Show the brief text; the complete one is in the tool tip."""
        self._short = short
        self.setText(self._brief_words if short else self.words)
        self.setAccessibleName(self.words)
        in_tip = self.words if short else ""
        self.setToolTip(self.menu_tip if self._chevron and self.menu_tip else in_tip)

    def set_chevron(self, chevron: bool) -> None:
        """Show the sign that a click opens a menu, or leave its place empty."""
        self._chevron = chevron
        self.set_short(self._short)

    def width_if(self, *, short: bool) -> int:
        """Return the width in px with its full or brief text."""
        return self.width_at(brief=False, text=self._brief_words if short else self.words)

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self._chevron:
            left = self.width() - self._padding() - _CHEVRON
            token = KINDS[self.kind].icon
            paint_icon(painter, "chevron-down", token, left, self.height() / 2, _CHEVRON)

    def _measure_content(self, text: str, font: QFont, brief: bool) -> int:
        beside = _BEFORE_CHEVRON + _CHEVRON if self._has_menu else 0
        return super()._measure_content(text, font, brief) + beside


class RoomPicture(Painted):
    """A small picture of the audience display, never cut."""

    def __init__(self, audience: AudienceController) -> None:
        super().__init__()
        self._audience = audience
        self._size = _SMALL
        self.picture = QPixmap()
        self._wait = call_after(self, _DELAY_MS, self._take)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        audience.changed.connect(self.refresh)

    def set_size(self, size: QSize) -> None:
        """Show it in another size."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.refresh()

    def refresh(self) -> None:
        """Update state and picture, the latter after a short delay."""
        words = state_words(self._audience)
        self.setAccessibleName(f"{tr('audience.room.thumb')}: {words}")
        self.setToolTip(words)
        if self.isVisible():
            self._wait.start()

    def sizeHint(self) -> QSize:
        return self._size + QSize(2 * FRAME, 2 * FRAME)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def paint(self, painter: QPainter) -> None:
        size = self.picture.deviceIndependentSize().toSize()
        inner = QRect(FRAME, (self.height() - size.height()) // 2, size.width(), size.height())
        frame = "warn" if self._audience.override else "accent"
        fill(painter, inner.adjusted(-FRAME, -FRAME, FRAME, FRAME), frame)
        painter.drawPixmap(inner.topLeft(), self.picture)
        if self._audience.override:
            area = QRectF(0, 0, 26, 26)
            area.moveCenter(QRectF(inner).center())
            rounded(painter, area, 13, "warn")
            name = "pause" if self._audience.override == "frozen" else "black"
            paint_icon(painter, name, "digits", area.left() + 5, area.center().y(), 16)

    def _take(self) -> None:
        window = self._audience.audience_window
        ratio = self.devicePixelRatioF()
        size = self.size() - QSize(2 * FRAME, 2 * FRAME)
        self.picture = QPixmap() if window is None else window.thumbnail(size, ratio)
        self.update()


class AudiencePreview(QWidget):
    """Visible while the audience has a separate display.

    The picture is left out while the page has a larger one (``set_elsewhere``). A menu has all
    ``actions``, by name.
    """

    def __init__(self, audience: AudienceController, actions: Mapping[str, BoundAction]) -> None:
        super().__init__()
        self._audience = audience
        self.of_room = actions
        self._short = self._elsewhere = False
        self.thumb = RoomPicture(audience)
        words = tr("audience.room.swap")
        self.swap = ActionButton(words, "swap", kind="tool", size="small", action=actions["swap"])
        self.more = StatusChip(chevron=True)
        self._parts = (self.thumb, self.swap, self.more)
        row(self, *self._parts, gap=_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.more.clicked.connect(self._open_menu)
        audience.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self.swap.setText(tr("audience.room.swap"))
        self.refresh()

    def set_elsewhere(self, elsewhere: bool) -> None:
        """Leave out the picture while the page has a larger one."""
        self._elsewhere = elsewhere
        self._show_parts()

    def set_compactness(self, short: bool) -> None:
        """Leave the exchange of the displays to its key and the menu, and the state to an icon."""
        self._short = short
        self._show_parts()

    def width_at(self, *, short: bool) -> int:
        """Return the width in px, full or compact."""
        shown = [part for part in self._shown(short) if part is not self.more]
        widths = [self.more.width_if(short=short), *(one.sizeHint().width() for one in shown)]
        return sum(widths) + _GAP * len(shown)

    def refresh(self) -> None:
        """Show the state of the audience display."""
        override = self._audience.override
        words = tr(f"audience.room.{override or 'more'}")
        icon = {"frozen": "pause", "black": "black"}.get(override, "screen")
        self.more.menu_tip = state_words(self._audience)
        self.more.show_state(icon, words, "warning" if override else "status", brief=" ")

    def _shown(self, short: bool) -> list[QWidget]:
        hidden = {self.thumb: self._elsewhere, self.swap: short}
        return [part for part in self._parts if not hidden.get(part, False)]

    def _show_parts(self) -> None:
        shown = self._shown(self._short)
        self.more.set_short(self._short)
        for part in self._parts:
            if part.isHidden() == (part in shown):
                part.setVisible(part in shown)

    def _open_menu(self) -> None:
        audience = self._audience
        entries = [
            ("freeze", *freeze_words(audience)),
            ("black", *black_words(audience)),
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
                MenuEntry(words, self.of_room[name].trigger, icon_name, self.of_room[name].key)
                for name, words, icon_name in entries
            )
        )
        window_menu(self).open_beside([group], self.more)


def state_words(audience: AudienceController) -> str:
    """Return what the audience display shows: which page of the work, a still picture, or black."""
    if audience.override:
        return tr(f"audience.room.{audience.override}")
    window = audience.audience_window
    if window is not None and window.pages > 1:
        return tr("audience.room.live_page", page=window.page + 1, pages=window.pages)
    return tr("audience.room.live")


def freeze_words(audience: AudienceController) -> tuple[str, str]:
    """Return text and icon of what freezes the picture, or releases it."""
    frozen = audience.override == "frozen"
    return tr(f"audience.room.{'release' if frozen else 'freeze'}"), "play" if frozen else "pause"


def black_words(audience: AudienceController) -> tuple[str, str]:
    """Return text and icon of what makes the display black, or ends that."""
    return tr(f"audience.room.black_{'off' if audience.override == 'black' else 'on'}"), "black"
