"""The documents that an export writes, as rows with a box, and how it writes them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from exports.registry import DOCUMENTS, PaperDocument
from ui.actions.binding import bind_each
from ui.components.action_switch import action_switch
from ui.components.answer_reader import AnswerReader
from ui.components.papers.export_options import ExportOptions, export_options
from ui.components.papers.paper_list import PaperList
from ui.components.papers.selection import PaperSelection, title_of, viewable_papers
from ui.components.window_api import WindowApi
from ui.rows.cells import Link, Tick, Words
from ui.rows.row import Line, Row
from ui.widgets.boxes import flow
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.text import Text
from ui.widgets.timers import call_every
from workshop_app.domain.facts.requests import in_dossier
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, tr
from workshop_app.services.unchecked_answers import answer_to, problems_to_search


class SelectionForm(PaperList):
    """``changed`` is emitted when the selection was changed here, or something was found.

    Below the documents is, to tick as well, what may answer the problems that nobody has discussed;
    it is searched for between the window's events. ``where`` says where the documents will be.
    """

    changed = Signal()

    def __init__(self, api: WindowApi, private: bool, selection: PaperSelection) -> None:
        super().__init__(tr("wrap_up.papers.title"))
        self._api = api
        self._private = private
        self._selection = selection
        self.language = CheckButtons(
            tr("wrap_up.papers.language"),
            [Option("ja", "日本語"), Option("en", "English")],
        )
        self.anonymous = action_switch("hand_outs.codes")
        self.names_customer = action_switch("hand_outs.name_customer") if private else None
        self.where = Text("body-quiet")
        self._search = call_every(self, 0, self._search_next)
        self._reader = AnswerReader(self, api.answers, self._search.start)
        bind_each(self, "hand_outs.paper", self._tick_number, last=len(selection.choices))
        options = QWidget()
        language = Text("body-quiet", tr("wrap_up.papers.language"), wrap=False)
        flow(options, language, self.language, self.anonymous, self.names_customer, gap=12)
        self.side.addWidget(options)
        self.side.addWidget(self.where)
        self.side.addStretch(1)
        self.anonymous.toggled.connect(partial(self._choose, "coded"))
        if self.names_customer is not None:
            self.names_customer.toggled.connect(partial(self._choose, "names_customer"))
        self.language.chosen.connect(partial(self._choose, "chosen_language"))

    def refresh(self, state: WorkshopState) -> None:
        """Show the selection, which may have been changed on another page."""
        names = [name for name in self._selection.choices if self._selection.is_offered(name)]
        viewable = viewable_papers(state, private=self._private)
        rows = [
            Row(
                name,
                title_of(name),
                before=(Tick(self._selection.is_selected(name), key=f"Alt+{number}"),),
                after=(
                    Words(detail_of(state, name, private=self._private)),
                    *([Link(tr("given.look"))] if name in viewable else []),
                ),
            )
            for number, name in enumerate(names, 1)
        ]
        options = export_options(self._api)
        rows += self._answer_rows(state, options)
        self.list.show_rows(rows)
        self._search_on()
        self.language.set_value(options.language(state))
        self.anonymous.show_on(options.anonymous(state))
        if self.names_customer is not None:
            self.names_customer.show_on(options.names_customer)

    def _answer_rows(self, state: WorkshopState, options: ExportOptions) -> list[Row]:
        """Return a row for each answer that nobody has checked, with the problem it is for."""
        head = Row("", tr("export.unchecked.head"), role="body-quiet")
        rows = []
        for each in options.found_answers(state):
            problem = state.problem(each.problem_id)
            solution = self._api.answers.solution(each.catalogue_id)
            if problem is None or solution is None:
                continue
            name = solution.text(language()).name
            said = tr("export.unchecked.problem", number=problem.number, words=problem.title)
            tick = Tick(problem.id in options.ticked)
            lines = (Line(said, "body-quiet"),)
            rows.append(Row(problem.id, name, before=(tick,), lines=lines, head=head))
        return rows

    def _unsearched(self, state: WorkshopState) -> tuple[str, ...]:
        """Return the words of a problem for which no answer was searched yet; empty for none."""
        words = map(state.phrasings_of, problems_to_search(state))
        answers = export_options(self._api).answers
        return next((each for each in words if each not in answers), ())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search_on()

    def _search_on(self) -> None:
        """Search for what is not searched for yet, while this is shown."""
        state = self._api.session.state
        if state is not None and self.isVisible() and self._unsearched(state):
            (self._search if self._api.answers.ready else self._reader).start()

    def _search_next(self) -> None:
        state = self._api.session.state
        if state is None or not self.isVisible():
            self._search.stop()
            return
        words = self._unsearched(state)
        if not words:
            self._search.stop()
            self.changed.emit()
            return
        found = answer_to(self._api.answers, words, state.workshop.language)
        export_options(self._api).answers[words] = found

    def tick(self, name: str) -> None:
        if name not in self._selection.choices:
            export_options(self._api).ticked ^= {name}
            self.changed.emit()
            return
        self._selection.select(name, not self._selection.is_selected(name))
        self.changed.emit()

    def look(self, name: str) -> None:
        if name not in self._selection.choices:
            self.tick(name)
        if name in viewable_papers(self._api.session.state, private=self._private):
            options = export_options(self._api)
            options.previewed = name
            options.previewed_reader = ""
            self._api.go("preview")

    def _tick_number(self, number: int) -> bool:
        rows = self.list.rows()
        if number > len(rows) or rows[number - 1].id not in self._selection.choices:
            return False
        self.tick(rows[number - 1].id)
        return True

    def _choose(self, option: str, value: object) -> None:
        setattr(export_options(self._api), option, value)
        self.changed.emit()


def detail_of(state: WorkshopState, name: str, *, private: bool) -> str:
    """Return whom a document is for, unless that is the customer, and what it is."""
    document = DOCUMENTS.get(name)
    readers = document.readers(state) if isinstance(document, PaperDocument) else ()
    several = sum(reader is not None for reader in readers)
    if several:
        return tr("wrap_up.papers.for_each", n=several)
    if name == "dossier":
        in_it = len(in_dossier(state))
        key = "requests" if in_it or not state.requests else "none_sent"
        about = tr(f"wrap_up.papers.{key}", n=in_it)
    else:
        about = "" if name == "workshop_full" else tr(f"papers.about.{name}")
    if document is None or document.recipient == "customer":
        return about
    # what the room sees of the internal documents is the dossier
    reader = tr("wrap_up.papers.reader.internal" if private else "wrap_up.papers.reader.team")
    return f"{reader}  {about}".strip()
