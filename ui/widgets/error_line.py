"""An error message: one sentence next to an icon."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import row
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text


class ErrorLine(QWidget):
    """A sentence in the danger colour after a circle with "!"; hidden if empty."""

    SPOKEN_ROLE = QAccessible.Role.AlertMessage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: Text | None = None
        """Created with the first error."""
        self.hide()

    def keep_height(self) -> None:
        """Take the height of one line also while it is hidden, so that nothing moves."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(theme().line_height("danger") + 4)

    def show_sentence(self, sentence: str) -> None:
        """Show an error; an empty sentence hides the line."""
        if self._text is None and sentence:
            self._text = Text("danger")
            row(
                self,
                IconLabel("circle-alert", "danger", 18),
                (self._text, 1),
                gap=6,
                around=(0, 2, 0, 2),
            )
        if self._text is not None:
            self._text.setText(sentence)
            self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        """The sentence shown, or empty."""
        return self._text.text() if self._text is not None else ""
