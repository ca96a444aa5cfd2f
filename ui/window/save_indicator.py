"""Shows whether the last action was written to disk."""

from __future__ import annotations

from datetime import datetime

from ui.actions.binding import BoundAction
from ui.window.audience_preview import StatusChip
from workshop_app.i18n import texts, tr


class SaveIndicator(StatusChip):
    """A tick and a word when saved, with the time in the tool tip; red text when not.

    Where typed text waits to be entered, it names the page or editor instead, and is the button for
    ``way``, the action that leads there.
    """

    fades = False  # it is only a button while text waits

    def __init__(self, way: BoundAction) -> None:
        self.whole = ""
        """What it says, also where only a part of that is shown."""
        super().__init__()
        self.set_key(way.key)
        self.clicked.connect(way.trigger)
        self.hide()

    @property
    def names_unentered(self) -> bool:
        """Whether it names where typed text waits to be entered."""
        return self.isEnabled()

    def short_at(self, level: int) -> bool:
        """Return whether it is short at a level of compactness: 1 shortens texts, 2 all."""
        return level > (self.kind == "saved")

    def set_short(self, short: bool) -> None:
        super().set_short(short)
        self.setAccessibleName(self.whole)
        self.setToolTip(self.whole if self.whole != self.text() else "")

    def show_saved(self, at: datetime | None) -> None:
        """Show the time of saving; hidden before the first action."""
        if at is None:
            self.setEnabled(False)
            self.hide()
            return
        self.whole = tr("frame.saved.saved", time=texts().time(at))
        self._say("check", tr("frame.saved.brief"), "saved", " ")

    def show_unentered(self, words: str) -> None:
        """Show that typed text is not saved: where one text waits, or how many do."""
        self.whole = tr("frame.saved.unentered", places=words)
        self._say("pen", self.whole, "quiet", tr("frame.saved.unentered_brief"))

    def show_failed(self) -> None:
        """Show that the last action could not be written."""
        self.whole = tr("frame.saved.failed")
        self._say("circle-alert", self.whole, "failed")

    def _padding(self) -> int:
        return 0  # the clock needs the space

    def _say(self, icon: str, words: str, kind: str, brief: str = "") -> None:
        self.setEnabled(kind == "quiet")
        self.show_state(icon, words, kind, brief)
        self.show()
