"""Help: the overview picture of a workshop, and the rehearsal with the sample."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.page import FootContent, Page
from ui.components.whole_way import WholeWay
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class WayPage(Page):
    """Ctrl+Enter starts the rehearsal; Esc leads back to the previous page."""

    NAME: ClassVar[str] = "way"

    def build(self) -> None:
        metrics = theme().metrics
        sheet = Sheet(padding=24, spacing=20)
        self.picture = WholeWay()
        sheet.content.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.gap)
        column.setSpacing(metrics.gap)
        column.addWidget(Text("problem" if not self.private else "title", tr("way.title")))
        column.addWidget(Text("body-quiet", tr("way.lead")))
        column.addWidget(sheet)
        column.addStretch(1)
        self._back = ActionButton(
            tr("way.back"), "arrow-left", key_of("moving.escape"), keyless=True, parent=self
        )
        self._back.clicked.connect(self.api.go_back)
        rehearse = bind(self, "start.rehearse", self.api.rehearse, on_button=True)
        self._rehearse = ActionButton(action=rehearse, kind="primary", parent=self)
        for button in (self._back, self._rehearse):
            button.hide()

    def foot(self) -> FootContent:
        return FootContent(left=[self._back], primary=self._rehearse)

    def focus_start(self) -> None:
        self._rehearse.setFocus()

    def handle_escape(self) -> bool:
        self.api.go_back()
        return True
