"""Shows whether the last action was written to disk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from workshop_app.i18n import texts, tr

_GAP = 5


class SaveIndicator(QWidget):
    """A tick and a word when saved, with the time in the tool tip; red text when not.

    Where typed text waits to be entered, it names the page or editor instead: the button for
    ``way``, the action that leads there.
    """

    def __init__(self, way: BoundAction) -> None:
        super().__init__()
        self.words = ""
        self._brief = ""
        self._level = 0
        self._hides_first = False
        self.names_unentered = False
        """Whether it names where typed text waits to be entered."""
        self._icon = IconLabel("check", "solution", 16)
        self._text = Text("saved", wrap=False)
        self._way = ActionButton(
            tr("frame.saved.unentered_brief"), kind="quiet", size="small", action=way
        )
        self._way.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it to what is typed in
        row(self, self._icon, self._text, self._way, STRETCH, gap=_GAP)
        self.hide()

    def width_at(self, level: int) -> int:
        """Return the width in px at a level of ``set_compactness``."""
        words = self._words_at(level)
        if self.names_unentered:
            return self._way.width_at(brief=False, text=words)
        width = _GAP + text_width(words, "saved") if words else 0
        return self._icon.sizeHint().width() + width

    def set_compactness(self, level: int) -> None:
        """Reduce the width: 1 shortens the text, 2 leaves the tick alone; the tool tip is whole."""
        self._level = level
        self._update_text()

    def _words_at(self, level: int) -> str:
        if level >= 2 and self._hides_first:
            return ""
        return self._brief if level >= 1 or self._hides_first else self.words

    def show_saved(self, at: datetime | None) -> None:
        """Show the time of saving; hidden before the first action."""
        if at is None:
            self.names_unentered = False
            self._update_text()
            self.hide()
            return
        words = tr("frame.saved.saved", time=texts().time(at))
        self._show(words, "check", "solution", tr("frame.saved.brief"), hides_first=True)

    def show_unentered(self, words: str) -> None:
        """Show that typed text is not saved: where one text waits, or how many do."""
        whole = tr("frame.saved.unentered", places=words)
        self._show(whole, "pen", "ink", tr("frame.saved.unentered_brief"), unentered=True)

    def show_failed(self) -> None:
        """Show that the last action could not be written."""
        self._show(tr("frame.saved.failed"), "circle-alert", "danger")

    def _show(
        self,
        words: str,
        icon: str,
        colour: str,
        brief: str = "",
        *,
        hides_first: bool = False,
        unentered: bool = False,
    ) -> None:
        self._hides_first = hides_first
        self.names_unentered = unentered
        self.words = words
        self._brief = brief or words
        self._icon.set_icon(icon, colour)
        self._text.set_role("saved", colour)
        self._update_text()
        self.show()

    def _update_text(self) -> None:
        words = self._words_at(self._level)
        named = self.names_unentered
        self._way.setText(words if named else tr("frame.saved.unentered_brief"))
        if named:
            self._way.setAccessibleName(self.words)
        self._text.setText(words)
        self._text.setVisible(bool(words) and not named)
        self._icon.setVisible(not named)
        self._way.setVisible(named)
        self.setToolTip(self.words if words != self.words else "")
        self.setAccessibleName(self.words)
