"""Says whether what was done is on the disk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import texts, tr


class SavedSign(QWidget):
    """Tick and time when saved; words in the danger colour when not."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._icon = IconLabel("check", "solution", 16)
        self._text = Text("saved", "", wrap=False)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addStretch(1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._text.text()

    def width_hint(self) -> int:
        """Width in px of sign and words."""
        return self._icon.sizeHint().width() + 5 + self._text.natural_width()

    def show_saved(self, at: datetime | None) -> None:
        """Saved at a time; nothing is shown before the first action."""
        if at is not None:
            self._show(tr("frame.saved.saved", time=texts().time(at)), "check", "solution")
        else:
            self.hide()

    def show_saving(self) -> None:
        """An action is being written."""
        self._show(tr("frame.saved.saving"), "clock", "ink2")

    def show_failed(self) -> None:
        """The last action could not be written."""
        self._show(tr("frame.saved.failed"), "circle-alert", "danger")

    def _show(self, words: str, icon: str, colour: str) -> None:
        self._icon.set_icon(icon, colour)
        self._text.set_role("meta" if colour == "ink2" else "saved", colour)
        self._text.setText(words)
        self.show()
