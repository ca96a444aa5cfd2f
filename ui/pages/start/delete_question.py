"""Asks in place whether a record is to be deleted for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from workshop_app.i18n import tr


class DeleteQuestion(Sheet):
    """``agreed``: delete it; ``kept``: leave it. The keyboard waits on the button that keeps."""

    agreed = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__(border="danger", padding=12)
        self._words = LongText("body", most_lines=2)
        self._keep = ActionButton(tr("start.records.keep"), key="Esc", size="small", keyless=True)
        self._agree = ActionButton(
            tr("start.records.delete_sure"), "trash", "Shift+Delete", "danger", size="small"
        )
        self._keep.clicked.connect(self.kept)
        self._agree.clicked.connect(self.agreed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel("circle-alert", "danger", 20))
        row.addWidget(self._words, 1)
        ways = Flow(12) if theme().stacked else row
        for button in (self._keep, self._agree):
            ways.addWidget(button)
        self.content.addLayout(row)
        if isinstance(ways, Flow):
            self.content.addLayout(ways)
        self.hide()

    def ask(self, title: str) -> None:
        """Ask about the record called ``title``."""
        self._words.set_text(tr("start.records.delete_asked", title=title))
        self.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
