"""All people of the customer who took part in contacts, with what was heard from each."""

from __future__ import annotations

from ui.components.page_column import PageColumn
from ui.components.section import turn_list
from ui.pages.customer.line_section import LineSection
from ui.rows.cells import Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, aside, detail
from ui.rows.style import paper
from ui.widgets.spaced import spaced
from workshop_app.domain.facts.people import PersonFacts
from workshop_app.i18n import texts, tr
from workshop_app.services.customer_line import CustomerLine


class CustomerPeopleSection(LineSection):
    """Names, jobs, problems, and ambassador candidates; the note on the current one."""

    NAME = "people"

    def build(self) -> None:
        self.list = PagedList(
            tr("customer.section.people"), role="list", style=paper, paging_keys=False
        )
        PageColumn(self, (self.list, 1))
        self.setFocusProxy(self.list)

    def show_line(self, line: CustomerLine) -> None:
        rows = people_rows(line)
        self.list.set_rows(rows)
        self.list.set_caption(tr("customer.people", n=len(rows)))

    def focus_start(self) -> bool:
        if self.list.rows():
            self.list.setFocus()
        return bool(self.list.rows())

    def turn(self, by: int) -> bool:
        return turn_list(self.list, by)


def people_rows(line: CustomerLine) -> list[Row]:
    """Return the people of a customer."""
    return [_row(person) for person in line.people]


def _row(person: PersonFacts) -> Row:
    who = person.who
    marks = [
        Words(tr("customer.problems", n=person.problems)),
        Words(tr("customer.contacts", n=person.contacts)),
    ]
    if who.ambassador:
        marks.insert(0, Words(tr("customer.ambassador"), "rosette"))
    return Row(
        who.person_id or who.id,
        texts().addressed(who),
        asides=aside(spaced(who.team, who.job)),
        after=tuple(marks),
        opened=detail(who.private_note),
    )
