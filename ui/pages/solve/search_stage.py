"""Where the room searches: the words, the answers, and the notes of the discussion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.matched_words import shown_words
from ui.components.outcome_commands import NOT_OURS, solution_id
from ui.pages.solve.answer_row import AnswerRow
from ui.pages.solve.answer_rows import Offer, candidate_rows, in_sheets, offer_for
from ui.pages.solve.answers_view import AnswersView
from ui.pages.solve.setup_evidence import with_set_up
from ui.theme.theme import theme
from ui.widgets.edit_area import EditArea
from ui.widgets.entry_line import EntryLine
from ui.widgets.key_hint import KeyHint
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.usage import Usage
from workshop_app.i18n import tr
from workshop_app.services.answers import Answers
from workshop_app.services.trust import Trust


class SearchStage(QWidget):
    """Searches with every key that adds to the text; a conversion under way changes nothing.

    ``acted(id)``: a row's button or key. ``noted(text)``: the notes were edited.
    ``searched``: other rows or another page are shown.
    """

    acted = Signal(str)
    noted = Signal(str)
    searched = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._own_words: tuple[str, ...] = ()
        self._taken: tuple[str, ...] = ()
        self._played: list[AnswerRow] = []
        self._searched_for: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._offer = Offer()
        self._showing = False
        self.usages: Mapping[str, Usage] = {}
        self.entry = EntryLine(
            tr("solve.search.label"), tr("solve.search.placeholder"), icon="search"
        )
        self.view = AnswersView(tr("solve.list.label"))
        self.notes = EditArea(
            tr("solve.notes.label"), tr("solve.notes.placeholder"), lines=2, most_lines=4
        )
        self.notes.hide()
        self._arrange()
        self._connect()

    def begin(self, own_words: tuple[str, ...], typed: str) -> None:
        """Begin with another problem: by ``typed``, or by its own words while that is empty."""
        self._own_words, self._searched_for = own_words, None
        self.view.begin()
        if typed != self.entry.text():
            self.entry.set_text(typed)

    def show_played(
        self, own_words: tuple[str, ...], rows: Sequence[AnswerRow], taken: Sequence[str]
    ) -> None:
        """Show what was decided, with the catalogue ids ``taken``, and search for the rest."""
        self._own_words = own_words
        self._played, self._taken = list(rows), tuple(taken)
        self._search(keep=True)

    def open_newest(self) -> None:
        """Open the row that was played last."""
        if self._played:
            newest = max(self._played, key=lambda row: (row.id != NOT_OURS, row.id))
            self.view.show_rows(self.view.rows, newest.id)

    def said(self) -> tuple[str, ...]:
        """What is searched for: the words typed, else the problem's own."""
        typed = self.entry.text().strip()
        return (typed,) if typed else self._own_words

    def search_words(self, row_id: str) -> str:
        """The words that led to a candidate: those typed, else what matched of the problem."""
        typed, wanted = self.entry.text().strip(), solution_id(row_id)
        hits = (hit for hit in self._offer.candidates if hit.solution.id == wanted)
        return typed or " ".join(word for hit in hits for word in shown_words(hit.matched))

    def open_solution(self, state: WorkshopState) -> Solution | None:
        """The catalogue answer in the open row, chosen or not."""
        row = self.view.current_row
        if row is None:
            return None
        card = next((card for card in state.cards if card.id == row.id), None)
        found = card.catalogue_id if card else solution_id(row.id)
        return self._answers.solution(found) if found else None

    def settle_typing(self) -> None:
        """Let the undo key mean the last action from now on, no longer the last letter typed."""
        self.entry.field.document().clearUndoRedoStacks()

    def focus_search(self) -> None:
        """Put the cursor where words are typed."""
        self.entry.setFocus()

    def _arrange(self) -> None:
        self.entry.set_note("")
        self.entry.add_trailing(KeyHint("/"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.gap + 2)
        column.addWidget(self.entry)
        column.addWidget(self.view, 1)
        column.addWidget(self.notes)

    def _connect(self) -> None:
        self.entry.changed.connect(self._typed)
        self.entry.entered.connect(lambda _text: self.view.setFocus())
        self.view.take_keys_from(self.entry.field)
        self.view.acted.connect(self.acted)
        self.view.activated.connect(self._activate)
        self.view.page_changed.connect(self._tell)
        self.view.current_changed.connect(self._tell)
        self.notes.edited.connect(self.noted)

    def _activate(self, row_id: str) -> None:
        row = self.view.current_row
        if row is not None and row.id == row_id and row.ticks:
            self.acted.emit(row_id)

    def _typed(self, _text: str) -> None:
        if self._searched_for is not None and self._searched_for[0] != self.said():
            self._search(keep=False)

    def _search(self, keep: bool) -> None:
        wanted = (self.said(), self._taken)
        if wanted != self._searched_for:
            self._offer = offer_for(self._answers, *wanted)
            self._searched_for = wanted
            self._say_count(self._offer)
        rows = in_sheets(self._played, self._offered())
        self._showing = True
        self.view.show_rows(rows, self._open_row(rows, keep))
        self._showing = False
        self.searched.emit()

    def _tell(self, *_: object) -> None:
        """Other rows or another page: told once, when all rows are there."""
        if not self._showing:
            self.searched.emit()

    def _offered(self) -> list[AnswerRow]:
        asked = any(row.outcome is OutcomeKind.REQUEST for row in self._played)
        return with_set_up(candidate_rows(self._offer, can_request=not asked), self.usages)

    def _open_row(self, rows: Sequence[AnswerRow], keep: bool) -> str | None:
        """The row to open: the one open before, else the best for what was typed.

        By the problem's own words it is the last one played, or the best one while none is.
        """
        now = self.view.current_row
        ids = [row.id for row in rows if not row.note]
        if keep and now is not None and now.id in ids:
            return now.id
        best = [row.id for row in rows if row.outcome is None and not row.note]
        if best and self.entry.text().strip():
            return best[0]
        chosen = [row.id for row in rows if row.chosen]
        played = [row.id for row in rows if row.outcome is not None]
        first = chosen[-1:] or played[-1:] or ids[:1]
        return first[0] if first else None

    def _say_count(self, offer: Offer) -> None:
        count = offer.count
        if offer.trust is Trust.SAYS_LITTLE:
            words = tr("solve.search.says_little")
        elif self.entry.text().strip():
            words = tr("solve.search.count", total=self._answers.count, n=count)
        else:
            words = tr("solve.search.from_problem", n=count)
        self.entry.set_note(words)
