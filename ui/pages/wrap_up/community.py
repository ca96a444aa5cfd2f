"""The section of pointers to the community, which are selected for the papers."""

from __future__ import annotations

from datetime import date
from functools import partial

from ui.actions.binding import bind_each
from ui.actions.offered import Offers, left
from ui.components.asked_list import AskedListSection
from ui.forms.record_entry import EntryTexts, RecordLine
from ui.forms.record_list import RecordCommands
from ui.rows.cells import Number, Tick
from ui.rows.row import Row, aside, detail
from ui.widgets.spaced import spaced
from workshop_app.domain.pointer import Pointer, pointer_text
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import COMMUNITY_LINKS
from workshop_app.i18n import LANGUAGES, language, texts, tr
from workshop_app.services.commands.community import (
    AddPointer,
    ChangePointer,
    EditPointer,
    RemovePointer,
)
from workshop_app.services.commands.workshops import PlanNextTime
from workshop_app.typed_day import parse_day

_OF_ROW = ("row.tick", "row.edit", "wrap_up.language", "row.remove")


class CommunitySection(AskedListSection):
    """Digits, Space or Enter add a pointer to the papers, or leave it out.

    Those of the user follow the built-in ones; they are typed as one line.
    """

    NAME = "community"

    def build(self) -> None:
        words = EntryTexts.of("wrap_up", "community")
        self.entry = RecordLine(self.api.unsent, "wrap_up", "new-pointer", words, self._saved)
        self.build_list(
            tr("wrap_up.community.rows"),
            "",
            commands=RecordCommands(
                lambda row: RemovePointer(row) if self._own(row) else None,
                lambda _id: tr("wrap_up.community.removed"),
                lambda line: AddPointer(*_parts(line)),
                lambda row, line: ChangePointer(row, *_parts(line)),
            ),
            entry=self.entry,
        )
        done = (self._switch, self.records.edit, self._turn_language, self.records.remove)
        self.records.offer(dict(zip(_OF_ROW, done, strict=True)))
        self.rows.activated.connect(self._switch)
        bind_each(self, "wrap_up.pointer", self._switch_number)

    def refresh(self, state: WorkshopState) -> None:
        self.entry.show_workshop(state.workshop.id)
        rows = pointer_rows(state)
        n = sum(bool(row.checked) for row in rows)
        self.show_rows(rows, tr("wrap_up.community.lead", n=n))

    def offered(self) -> Offers:
        own = self._own(self.current_record_id())
        if own is None:
            return {}
        return {
            "row.edit": left(tr("wrap_up.actions.row.edit")),
            "wrap_up.language": left(tr(f"wrap_up.community.is.{_other(own.language)}")),
            "row.remove": left(tr("wrap_up.actions.row.remove")),
        }

    def show_current(self) -> None:
        self.foot_changed.emit()

    def _own(self, row: str) -> Pointer | None:
        return next((each for each in self.state.pointers if each.id == row), None)

    def _saved(self, row: str) -> dict[str, str] | None:
        own = self._own(row)
        return {"": own.line} if own is not None else None

    def _switch_number(self, number: int) -> bool:
        rows = self.rows.rows()
        return number <= len(rows) and self._switch(rows[number - 1].id)

    def _switch(self, row: str) -> bool:
        own = self._own(row)
        workshop = self.state.workshop
        wanted = {*workshop.community} ^ {row}
        chosen = tuple(one for one in COMMUNITY_LINKS if one in wanted)
        self.rows.set_current(row)
        if own is not None:
            self.api.execute(EditPointer(row, "chosen", not own.chosen))
        else:
            self.api.execute(PlanNextTime(workshop.id, "community", chosen))
        return True

    def _turn_language(self, row: str) -> bool:
        own = self._own(row)
        if own is None:
            return False
        said = (own.title, own.address, own.date, _other(own.language))
        self.api.execute(ChangePointer(row, *said))
        return True


def pointer_rows(state: WorkshopState) -> list[Row]:
    """Return the built-in pointers, then those of the workshop."""
    built_in = [
        Row(
            each,
            tr(f"community.{each}.name"),
            before=(Tick(each in state.workshop.community),),
            opened=detail(tr(f"community.{each}.what")),
        )
        for each in COMMUNITY_LINKS
    ]
    rows = built_in + [pointer_row(each, ticked=each.chosen) for each in state.pointers]
    return [
        row._replace(before=(*row.before, Number(str(number))))
        for number, row in enumerate(rows, 1)
    ]


def pointer_row(pointer: Pointer, *, ticked: bool) -> Row:
    """Return a pointer with its day, its language if it is another one, and its address."""
    other = pointer.language != language()
    said = (
        texts().brief_date(pointer.date) if pointer.date else "",
        tr(f"community.in.{pointer.language}") if other else "",
    )
    return Row(
        pointer.id,
        pointer.title,
        before=(Tick(ticked),),
        asides=aside(spaced(*said)),
        opened=detail(pointer.address, "link"),
    )


def _other(known: str) -> str:
    return next(each for each in LANGUAGES if each != known)


def _parts(line: str) -> tuple[str, str, str]:
    day_of = partial(parse_day, today=date.today(), language=language())
    return pointer_text(line, day_of)
