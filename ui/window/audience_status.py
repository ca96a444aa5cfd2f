"""What the audience sees, at the right of the top bar, with a button to blacken it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, bind, bind_each
from ui.actions.table import key_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.painting import key_label
from ui.widgets.text_layout import text_width
from ui.window.audience_controller import AudienceController
from ui.window.audience_preview import AudiencePreview, StatusChip
from workshop_app.i18n import tr

_GAP = 6
_PRIVATE = key_of("everywhere.private")


class AudienceStatus(QWidget):
    """What the audience sees of this window, and a button to blacken it.

    A click on the state opens a menu (``menu_requested``, with the widget below which it opens);
    while the page is frozen it releases it. While the audience has a separate display, an
    ``AudiencePreview`` replaces all that.
    """

    menu_requested = Signal(QWidget)

    def __init__(
        self, audience: AudienceController, freeze: BoundAction, black: BoundAction
    ) -> None:
        super().__init__()
        self._audience = audience
        self._frozen: int | None = None
        self._private = False
        self._level = 0
        self.chip = RoomChip(freeze)
        self.chip.clicked.connect(self._press_chip)
        self._freeze = freeze
        self.black = ActionButton(
            tr("frame.room.black"), "black", kind="tool", size="small", action=black
        )
        later = bind(self, "everywhere.later", audience.reveal)
        switch = bind(self, "everywhere.audience_display", self._switch_display)
        self.lock = LockChip()
        self._none = StatusChip(chevron=True)
        self._none.clicked.connect(lambda: self.menu_requested.emit(self._none))
        step = audience.text_size_step_requested
        sizes = bind_each(
            self, "everywhere.audience_text_size", lambda n: step.emit(-1 if n else 1)
        )
        swap = bind(self, "everywhere.swap", audience.swap_requested.emit)
        self.preview = AudiencePreview(
            audience,
            {"freeze": freeze, "black": black, "swap": swap, "later": later}
            | {"larger": sizes[0], "smaller": sizes[1], "off": switch},
        )
        words = tr("audience.room.on")
        self.switch = ActionButton(words, "screen", kind="tool", size="small", action=switch)
        for button in (self.black, self.switch, self.preview.swap):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it to what is typed in
        parts = (self.lock, self._none, self.preview, self.chip, self.black, self.switch)
        row(self, *parts, gap=_GAP)
        audience.changed.connect(self._refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self.lock.refresh()
        self._none.show_state("lock", tr("frame.room.private_none"), brief=" ")
        self.preview.retranslate()
        self.switch.setText(tr("audience.room.on"))
        self._refresh()

    def set_private(self, private: bool) -> None:
        """In private mode on a single screen, show that the audience must see nothing."""
        self._private = private
        self._refresh()

    def show_note(self, *, there: bool, folded: bool) -> None:
        """Show whether the page has a private note, and whether that has to be opened."""
        if self.lock.show_note(there=there, folded=folded):
            self._refresh()

    def set_frozen(self, changes: int | None) -> None:
        """Show as frozen with the number of changes since, or as live (None)."""
        self._frozen = changes
        self._refresh()

    def set_compactness(self, level: int) -> None:
        """Reduce the width.

        0 shows all, 1 shortens the texts, 2 leaves the further display to the menu, and 3 the black
        screen, too.
        """
        self._level = level
        self.preview.set_compactness(level >= 1)
        self._none.set_short(level >= 2)
        self._show_words()
        for button in (self.black, self.switch):
            button.setVisible(button in self._buttons(level))

    def width_at(self, level: int) -> int:
        """Return the width in px at a level of ``set_compactness``."""
        lock = self.lock.sizeHint().width() + _GAP if self._shows_lock else 0
        if self._audience.live:
            return lock + self.preview.width_at(short=level >= 1)
        if self._private:
            first = lock + self._none.width_if(short=level >= 2)
        else:
            first = self.chip.width_if(short=False)
        widths = {self.black: self._black_width(level), self.switch: self.switch.sizeHint().width()}
        return first + sum(widths[button] + _GAP for button in self._buttons(level))

    def _black_width(self, level: int) -> int:
        words = text_width(_black_words(level), theme().sized_font(theme().metrics.body))
        shown = text_width(self.black.text(), theme().sized_font(theme().metrics.body))
        return self.black.sizeHint().width() - shown + words

    def _buttons(self, level: int) -> list[ActionButton]:
        """Return the visible buttons after the chip at a level."""
        if self._audience.live:
            return []
        black = [self.black] if level < 3 and not self._private else []
        offered = self._audience.available and level < 2
        return [*black, *([self.switch] if offered else [])]

    @property
    def _shows_lock(self) -> bool:
        return self._private and (self._audience.live or self.lock.folded)

    def _press_chip(self) -> None:
        if self._frozen is None:
            self.menu_requested.emit(self.chip)
        else:
            self._freeze.trigger()

    def _switch_display(self) -> bool:
        if self._audience.available:
            self._audience.switch_requested.emit()
        return self._audience.available

    def _refresh(self) -> None:
        frozen = self._frozen is not None
        usual = () if theme().stacked else (tr("frame.room.projected"),)
        self.chip.set_alternatives(usual)
        if not frozen:
            self.chip.menu_tip = tr("frame.room.tip", key=key_label(_PRIVATE))
            self.chip.show_state("screen", tr("frame.room.projected"))
        elif self._frozen:
            self.chip.show_state("pause", tr("frame.room.frozen_count", n=self._frozen), "warning")
        else:
            self.chip.show_state("pause", tr("frame.room.frozen"), "warning")
        self.chip.set_chevron(not frozen)
        live = self._audience.live
        self.lock.setVisible(self._shows_lock)
        self.preview.setVisible(live)
        self._none.setVisible(self._private and not live)
        self.chip.setVisible(not self._private and not live)
        self.set_compactness(self._level)

    def _show_words(self) -> None:
        self.black.setText(_black_words(self._level))
        self.black.setAccessibleName(tr("frame.room.black"))
        self.black.setToolTip(f"{tr('frame.room.black')}  {self.black.key}")


def _black_words(level: int) -> str:
    return tr("frame.room.black" if level < 1 else "frame.room.black_brief")


class RoomChip(StatusChip):
    """What the room sees; a click opens a menu, and its key freezes it."""

    def __init__(self, freeze: BoundAction) -> None:
        super().__init__(chevron=True)
        self.action = freeze  # a locked window leaves it to the mouse
        self._freeze_key = freeze.key

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        words = f"{tr('frame.room.freeze')} {self._freeze_key}"
        return ((words, QPointF(self.width() / 2, self.height())),)


class LockChip(ActionButton):
    """Marks private mode if no banner does, and leads to the private note of the page."""

    fades = False  # it marks private mode on pages without a note, too

    def __init__(self) -> None:
        self.folded = False
        super().__init__("", "lock", key_of("everywhere.note"), "danger", size="small")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.refresh()

    def show_note(self, *, there: bool, folded: bool) -> bool:
        """Name the note if it has to be opened; return whether that changed."""
        self.setEnabled(there)
        changed = folded != self.folded
        self.folded = folded
        self.refresh()
        return changed

    def refresh(self) -> None:
        """Show the texts of the current language."""
        self.setText(tr("widgets.problem_side.way" if self.folded else "audience.room.private"))
        self.setAccessibleDescription(tr("audience.room.private_spoken"))
