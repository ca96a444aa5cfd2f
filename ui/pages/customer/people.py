"""All people of the customer who took part in contacts, with what was heard from each."""

from __future__ import annotations

from ui.components.page_column import PageColumn
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
        self.rows = PagedList(
            tr("customer.section.people"), role="list", style=paper, paging_keys=False
        )
        PageColumn(self, (self.rows, 1))
        self.setFocusProxy(self.rows)

    def show_line(self, line: CustomerLine) -> None:
        rows = people_rows(line)
        self.rows.set_rows(rows)
        self.rows.set_caption(tr("customer.people", n=len(rows)))

    def focus_start(self) -> bool:
        if self.rows.rows():
            self.rows.setFocus()
        return bool(self.rows.rows())


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
