"""The community over all customers: pointers, candidates for ambassadors, what was in vain."""

from __future__ import annotations

from datetime import date

from ui.actions.binding import bind, bind_button
from ui.actions.offered import BACK, Offers, back, left, primary
from ui.components.empty_state import EmptyState
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.forms.record_list import RecordList
from ui.rows.cells import Tick
from ui.rows.paged_list import PagedList
from ui.rows.row import Line, Row, aside
from ui.rows.style import grouped
from ui.theme.theme import theme
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.errors import UserError
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.community import AddPointer, EditPointer
from workshop_app.services.community import PARTS, Community, CommunityLine


class CommunityPage(Page):
    """In private mode only. A click or Space chooses a pointer for the open workshop's papers."""

    NAME = "community"
    GOES_BACK = True

    def build(self) -> None:
        self._lines: dict[str, CommunityLine] = {}
        self.rows = PagedList(tr("community.title"), role="body", style=grouped)
        self._nothing = EmptyState(tr("community.none"))
        self.records = RecordList(self.api, self.rows, nothing=self._nothing)
        self.records.offer({"row.open": self._open, "row.tick": self._switch})
        bind_button(self, "community.export", self._export)
        bind(self, "everywhere.undo", self.api.undo)  # the rail has no button for such a page
        metrics = theme().metrics
        PageColumn(
            self,
            Text("meta", tr("community.lead")),
            (self.rows, 1),
            (self._nothing, 1),
            gap=metrics.gap,
            above=metrics.top,
            below=metrics.top,
        )
        self.rows.current_changed.connect(lambda _row: self.api.update_foot())

    def refresh(self) -> None:
        today = date.today().isoformat()
        found = Community(self.session, self.api.answers, texts(), today).lines()
        self._lines = {each.id: each for each in found}
        self.records.show(community_rows(found))

    def offered(self) -> Offers:
        line = self._lines.get(self.rows.current_id() or "")
        offers: Offers = {BACK: back()}
        if line is not None and line.contact:
            offers["row.open"] = left()
        if line is not None and self._is_choice(line):
            offers["row.tick"] = left(tr(f"community.{'leave_out' if line.marked else 'choose'}"))
        return offers | {"community.export": primary()}

    def focus_start(self) -> None:
        self.rows.setFocus()

    def _is_choice(self, line: CommunityLine) -> bool:
        return line.part == PARTS[0] and line.marked is not None

    def _open(self, row: str) -> bool:
        line = self._lines[row]
        if not line.contact:
            return self._switch(row)
        self.api.open_workshop(line.contact)
        if line.part == PARTS[1]:
            self.api.go_to("prepare", row)
        return True

    def _switch(self, row: str) -> bool:
        """Choose a pointer for the papers of the open workshop, or leave it out."""
        if not self._is_choice(self._lines[row]):
            return False
        if self._lines[row].marked:
            self.api.execute(EditPointer(row, "chosen", False))
        else:
            pointer = queries.pointer(self.session, row)
            parts = (pointer.title, pointer.address, pointer.date, pointer.language)
            self.api.execute(AddPointer(*parts))
        return True

    def _export(self) -> None:
        from exports.community import write_community  # not needed to show the page
        from ui.components.papers.exporter import folder_of

        folder = folder_of(self.api)
        today = date.today().isoformat()
        try:
            files = write_community(self._lines.values(), folder, texts(), today)
        except UserError as error:
            self.api.refuse(error)
            return
        name = files[0].name
        self.api.toast(tr("requests.export.done", files=name, folder=str(folder)))


def community_rows(lines: tuple[CommunityLine, ...]) -> list[Row]:
    """Return a row for each line, with a head for each part."""
    parts = [each.part for each in lines]
    heads = {
        part: Row(
            part, tr("community.head", part=tr(f"community.part.{part}"), n=parts.count(part))
        )
        for part in PARTS
    }
    return [_row(each, heads[each.part]) for each in lines]


def _row(line: CommunityLine, head: Row) -> Row:
    is_pointer = line.part == PARTS[0]
    ticked = is_pointer and line.marked is not None
    mark = tr("community.marked") if line.marked and not is_pointer else ""
    said = spaced(line.said, mark)
    day = texts().day(line.day) if line.day else ""
    return Row(
        line.id,
        line.text,
        before=(Tick(bool(line.marked)),) if ticked else (),
        lines=(Line(said, "meta", colour="ink2"),) if said else (),
        asides=aside(spaced(line.customer, day)),
        head=head,
    )
