"""The section of community links, which are selected for the papers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.actions.binding import bind_each
from ui.components.section import Section
from ui.rows.cells import Number, Tick
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import COMMUNITY_LINKS
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import PlanNextTime


class CommunitySection(Section):
    """Digits, Space or Enter add a link to the papers, or remove it."""

    NAME = "community"

    def build(self) -> None:
        self.rows = PagedList(tr("wrap_up.community.rows"), paging_keys=False)
        column(
            self,
            Text("body-quiet", tr("wrap_up.community.lead")),
            (self.rows, 1),
            around=NO_MARGINS,
        )
        self.rows.activated.connect(self._switch)
        self.rows.ticked.connect(self._switch)
        bind_each(self, "wrap_up.pointer", lambda number: self._switch(COMMUNITY_LINKS[number - 1]))
        self.setFocusProxy(self.rows)

    def refresh(self, state: WorkshopState) -> None:
        chosen = state.workshop.community
        rows = [
            Row(
                pointer,
                tr(f"community.{pointer}.name"),
                before=(Tick(pointer in chosen), Number(str(number))),
                opened=detail(tr(f"community.{pointer}.what")),
            )
            for number, pointer in enumerate(COMMUNITY_LINKS, 1)
        ]
        self.rows.set_rows(rows, self.rows.current_id() or COMMUNITY_LINKS[0])
        self.rows.set_caption(tr("wrap_up.community.count", n=len(chosen)))

    def turn(self, by: int) -> bool:
        return self.rows.view.turn(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.rows.current_id()
        if event.key() == Qt.Key.Key_Space and current and not event.modifiers():
            self._switch(current)
        else:
            super().keyPressEvent(event)

    def _switch(self, pointer: str) -> None:
        workshop = self.state.workshop
        wanted = {*workshop.community} ^ {pointer}
        chosen = tuple(one for one in COMMUNITY_LINKS if one in wanted)
        self.rows.set_current(pointer)
        self.api.execute(PlanNextTime(workshop.id, "community", chosen))
