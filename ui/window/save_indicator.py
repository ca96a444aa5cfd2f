"""Shows whether the last action was written to disk."""

from __future__ import annotations

from datetime import datetime

from ui.actions.binding import BoundAction
from ui.theme.theme import theme
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
        self._forms: tuple[str, ...] = ()
        super().__init__()
        self.set_key(way.key)
        self.clicked.connect(way.trigger)
        self.hide()

    @property
    def names_unentered(self) -> bool:
        """Whether it names where typed text waits to be entered."""
        return self.isEnabled()

    def least_width(self) -> int:
        """Return the width in px in which every state can be shown, in large text as an icon."""
        words = ("brief", "unentered_brief")
        shown = [" "] if theme().stacked else [tr(f"frame.saved.{word}") for word in words]
        font = theme().sized_font(theme().metrics.meta, True)
        return max(self._measure_content(one, font, False) for one in shown)

    def show_within(self, width: int) -> None:
        """Show as much as fits a width in px."""
        fitting = (one for one in self._forms if self.width_at(brief=False, text=one) <= width)
        self.setText(next(fitting, " "))
        self.setAccessibleName(self.whole)
        self.setToolTip(self.whole if self.whole != self.text() else "")

    def show_saved(self, at: datetime | None) -> None:
        """Show the time of saving; hidden before the first action."""
        if at is None:
            self.setEnabled(False)
            self.hide()
            return
        brief = tr("frame.saved.brief")
        self._say("check", "saved", tr("frame.saved.saved", time=texts().time(at)), brief)

    def show_unentered(self, words: str) -> None:
        """Show that typed text is not saved: where one text waits, or how many do."""
        whole = tr("frame.saved.unentered", places=words)
        self._say("pen", "note", whole, whole, tr("frame.saved.unentered_brief"))

    def show_failed(self) -> None:
        """Show that the last action could not be written."""
        whole = tr("frame.saved.failed")
        self._say("circle-alert", "failed", whole, whole, tr("frame.saved.unentered_brief"))

    def _padding(self) -> int:
        return 0  # the clock needs the space

    def _say(self, icon: str, kind: str, whole: str, *forms: str) -> None:
        self.setEnabled(kind == "note")
        self.whole = whole
        self._forms = forms
        self.show_state(icon, forms[0], kind)
        self.show()
