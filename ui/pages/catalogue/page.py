"""The whole catalogue, available from any step: a list of answers, and details of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout

from ui.actions.binding import bind, bind_button
from ui.actions.offered import BACK, PRIMARY, Beside, FootArea, Offers, back, left, primary
from ui.components.empty_state import EmptyState
from ui.components.entry_details import EntryDetailsPanel
from ui.components.foot_buttons import Offering
from ui.components.page import Page
from ui.components.page_column import layer
from ui.components.page_memory import memory
from ui.pages.catalogue.for_problem import ForProblem
from ui.rows.cells import Fit, Words, limit_words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import grouped
from ui.theme.theme import theme
from ui.widgets.entry_line import EntryLine
from ui.widgets.fit import is_limited
from workshop_app.domain.solution import Solution
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Suggestion
from workshop_app.services.multi_search import search_phrasings
from workshop_app.services.search_advice import search_advice

_NEEDS = {
    "howto": "begin",
    "plugin-check": "notice",
    "feature": "watch",
    "plugin-metric": "inside",
    "notification": "alerts",
    "dashboard": "see",
    "integration": "connect",
    "agent": "servers",
    "cli": "automate",
    "api": "automate",
    "org-security": "people",
}
"""What each kind of answer is needed for, in the order of the list."""
_MOST = 40
_LONGEST = 500
"""Maximum length of a search; the rest is ignored."""


class CataloguePage(Page):
    """Searches while typing; Enter opens the current answer; Esc leads back.

    It starts with the selection of the page from which it was opened. If that was a problem, an
    answer can be chosen for it, which leads back to that page.
    """

    NAME = "catalogue"
    GOES_BACK = True

    def build(self) -> None:
        self.search = EntryLine(tr("catalogue.search"), tr("catalogue.search_hint"), icon="search")
        self.rows = PagedList(tr("catalogue.answers"), style=grouped)
        self.rows.row_actions = ("row.open",)
        bind(self.rows, "row.open", self._show_details, listens=False)
        self.rows.take_keys_from(self.search.field)
        self.details = EntryDetailsPanel(self.api)
        self._nothing = EmptyState(tr("catalogue.nothing"), tr("catalogue.nothing_hint"))
        bind_button(self, "moving.enter", self._show_details, listens=False)
        self.for_problem = ForProblem(self.api)
        self._layers = QStackedLayout(self)
        top = theme().metrics.top
        listed = (self.for_problem, self.search, (self._nothing, 1), (self.rows, 1))
        self._layers.addWidget(layer(*listed, above=top, below=top))
        self._layers.addWidget(layer((self.details, 1), above=top, below=top))
        self.search.changed.connect(self._search)
        self.search.field.returned.connect(self._show_details)
        self.rows.activated.connect(lambda _: self._show_details())
        self.rows.current_changed.connect(self.for_problem.trail.look_at)
        self.details.finished.connect(self.do_primary)
        self.details.cancelled.connect(self.handle_escape)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        remembered = memory(self)
        words = self.for_problem.begin(remembered.get("begun"))
        remembered["begun"] = self.for_problem.begun
        self._layers.setCurrentIndex(0)
        if words is not None:
            self.search.set_text(" ".join(words.split()))
            self.search.field.selectAll()
        elif not self.search.text():
            self.search.set_text(str(remembered.get("words", "")))
        self._search(self.search.text())

    def commit_pending(self) -> None:
        super().commit_pending()
        self.for_problem.trail.keep()

    def refresh(self) -> None:
        self.for_problem.show_problem()
        if not self.rows.rows():
            self.search.set_text(str(memory(self).get("words", "")))
            self._search(self.search.text())

    def offered(self) -> Offers:
        words = tr("catalogue.open")
        if self.for_problem.problem is not None:
            choose = primary(tr("solve.details.choose"))
            on: Offers = {"moving.enter": left(words), PRIMARY: choose}
        else:
            count = tr("catalogue.count", n=self.api.answers.count)
            on = {"count": Beside(FootArea.RIGHT, count), "moving.enter": primary(words)}
        return {BACK: back(), **on}

    def parts(self) -> Sequence[Offering]:
        return (self, self.details) if self._in_details else (self,)

    def focus_start(self) -> None:
        if self._in_details:
            self.details.focus_start()
        else:
            self.search.setFocus()

    def handle_escape(self) -> bool:
        if self._in_details:
            self._layers.setCurrentIndex(0)
            self.show_front()
            return True
        return super().handle_escape()

    @property
    def _in_details(self) -> bool:
        return self._layers.currentIndex() == 1

    def _search(self, words: str) -> None:
        memory(self)["words"] = words
        self.for_problem.trail.words(words)
        answers = self.api.answers
        self._found: dict[str, Suggestion] = {}
        if words.strip():
            results = search_phrasings(answers, (words[:_LONGEST],), language(), _MOST)
            self._found = {found.solution.id: found for found in results.answers}
            rows = found_rows(results.answers, self.for_problem.taken())
        else:
            rows = entry_rows(answers.entries.values())
        self.rows.set_rows(rows, rows[0].id if rows else None)
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _show_details(self) -> None:
        solution = self.api.answers.solution(self.rows.current_id() or "")
        if solution is not None:
            self._layers.setCurrentIndex(1)
            for_problem = self.for_problem
            for_problem.trail.look_at(solution.id)
            for_problem.trail.keep()
            can_choose = for_problem.problem is not None and solution.id not in for_problem.taken()
            self.details.show_solution(solution, can_choose=can_choose)
            self.show_front()

    def do_primary(self) -> None:
        solution = self.api.answers.solution(self.rows.current_id() or "")
        if solution is not None and self.for_problem.choose(solution, self._led_to(solution)):
            self.api.go_back()

    def _led_to(self, solution: Solution) -> str:
        """Return the words typed; of the problem's own words only those that found the answer."""
        problem = self.for_problem.problem
        words = self.search.text().strip()
        if problem is None or words != problem.title:
            return words
        hit = self._found.get(solution.id)
        return search_advice(hit, (words,), language()) if hit else ""


def found_rows(found: Iterable[Suggestion], taken: Collection[str]) -> list[Row]:
    """Return the answers that a search found, those in ``taken`` as chosen."""
    return [
        Row(
            one.solution.id,
            one.solution.text(language()).name,
            after=(
                *_source(one.solution),
                Fit(one.fit),
                *((limit_words(),) if is_limited(one.fit, one.limit) else ()),
            ),
            chosen=one.solution.id in taken,
        )
        for one in found
    ]


def entry_rows(entries: Iterable[Solution]) -> list[Row]:
    """Return all answers by need, and below each by name; those of other catalogues are last."""
    groups: dict[tuple[int, str], list[Solution]] = {}
    for each in sorted(entries, key=_by_name):
        groups.setdefault(_need(each), []).append(each)
    rows: list[Row] = []
    for (number, heading), group in sorted(groups.items()):
        count = Words(tr("catalogue.count", n=len(group)))
        head = Row(f"need-{number}-{heading}", heading, after=(count,), bold=True)
        rows += [Row(each.id, each.text(language()).name, head=head) for each in group]
    return rows


def _need(solution: Solution) -> tuple[int, str]:
    """Return the place of the group of an answer, and its heading."""
    if solution.catalogue:
        return len(_NEEDS), solution.catalogue
    need = _NEEDS.get(solution.kind, "watch")
    return list(_NEEDS.values()).index(need), tr(f"catalogue.need.{need}")


def _source(solution: Solution) -> tuple[Words, ...]:
    """Return the name of the catalogue unless it is Mackerel's."""
    return (Words(solution.catalogue, icon="book"),) if solution.catalogue else ()


def _by_name(solution: Solution) -> tuple[str, str]:
    return solution.text(language()).name.casefold(), solution.id
