"""The entry line of the actions: what is to be done, by whom, and by when, in three columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.components.owners import NAMED
from ui.forms.record_entry import EntryTexts, RecordLine
from ui.forms.unsent import Unsent
from ui.forms.unsent_line import Choice
from ui.pages.wrap_up.action_rows import BETWEEN, day_forms, day_width
from ui.theme.theme import theme
from ui.widgets.boxes import row
from ui.widgets.choice_word import ChoiceWord
from ui.widgets.date_field import DayWord
from ui.widgets.deferred_layout import Refitted
from ui.widgets.menu import MenuEntry, MenuGroup, shortened
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_GAP = 12  # px between the parts of the line


class ActionProblem(QObject):
    """The problem that the action in the entry line is for.

    ``chosen(id)``: the user chose another one, or None.
    """

    chosen = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
        self._current: str | None = None

    def show_problems(self, state: WorkshopState) -> None:
        """Offer the problems of a workshop, those with an answer first."""
        problems = (*state.to_appraise, *state.parking_lot)
        solved = tuple(one for one in problems if not state.is_open(one))
        self._groups = (
            ("answered", solved),
            ("open", tuple(one for one in problems if one not in solved)),
        )
        self.set_current(state.merging.root_ids.get(self._current or ""))

    @property
    def known(self) -> Mapping[str, Problem]:
        """The problems that are offered, by id."""
        return {one.id: one for _, problems in self._groups for one in problems}

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return self._words(self.known.get(self._current or ""))

    @property
    def all_words(self) -> tuple[str, ...]:
        """All that may be chosen, in words."""
        return tuple(map(self._words, (None, *self.known.values())))

    def current(self) -> str | None:
        """Return the id of the problem, or None."""
        return self._current

    def set_current(self, problem_id: str | None) -> None:
        """Set the problem, without emitting ``chosen``."""
        self._current = problem_id if problem_id in self.known else None

    def menu(self) -> list[MenuGroup]:
        """Return the choice of problems as a menu."""
        none = self._entry(None, tr("wrap_up.actions.for_no_problem"))
        groups = [
            MenuGroup(tuple(self._entries(problems)), tr(f"wrap_up.actions.for_{name}"))
            for name, problems in self._groups
            if problems
        ]
        return [MenuGroup((none,), tr("keys.wrap_up.problem")), *groups]

    def _words(self, problem: Problem | None) -> str:
        if problem is None:
            return tr("wrap_up.actions.for_no_problem")
        return tr("papers.problem.heading", number=problem.number)

    def _choose(self, problem_id: str | None) -> None:
        self.set_current(problem_id)
        self.chosen.emit(self._current)

    def _entries(self, problems: Iterable[Problem]) -> Iterable[MenuEntry]:
        for problem in problems:
            yield self._entry(problem.id, f"{problem.number}  {shortened(problem.title)}")

    def _entry(self, problem_id: str | None, words: str) -> MenuEntry:
        icon = "check" if problem_id == self._current else ""
        return MenuEntry(words, partial(self._choose, problem_id), icon=icon)


class ActionEntry(Refitted, RecordLine):
    """It has the columns of the rows; Enter saves from all three.

    Owner, day and problem are unsaved content of the line, like its text.
    """

    MOST_LINES = 5
    """The columns beside the text leave it little width."""

    def __init__(
        self,
        unsent: Unsent,
        saved: Callable[[str], Mapping[str, str] | None],
    ) -> None:
        who, nobody = tr("wrap_up.actions.who"), tr("wrap_up.actions.unassigned")
        self.owner = ChoiceWord(who, nobody=nobody, named=NAMED)
        self.due = DayWord(tr("wrap_up.actions.when"), day_forms)
        self.problem = ActionProblem(self.owner)
        texts = EntryTexts.of("wrap_up", "actions")
        choices = {
            "owner": Choice(
                self.owner.value,
                self.owner.show_value,
            ),
            "due": Choice(self.due.typed, self.due.show_typed),
            "problem": Choice(
                lambda: self.problem.current() or "",
                lambda problem: self.problem.set_current(problem or None),
            ),
        }
        super().__init__(unsent, "wrap_up", "new-action", texts, saved, choices)
        self._owner_share = 0.0
        columns = QWidget()
        # a long name moves no day
        below = ((each, 0, Qt.AlignmentFlag.AlignBottom) for each in (self.owner, self.due))
        row(columns, *below, gap=BETWEEN, around=(BETWEEN - _GAP, 0, 0, 0))
        self.add_trailing(columns)
        for before, after in pairwise(
            (self.field, self.owner, self.owner.field, self.due, self.due.field, self.button)
        ):
            self.setTabOrder(before, after)
        for part in (self.owner, self.due):
            part.field.returned.connect(self.submit)
        theme().changed.connect(self.refit.invalidate)

    def set_owner_share(self, share: float) -> None:
        """Set the part of the width that is the column of the owners, as in the rows."""
        self._owner_share = share
        self.refit.invalidate()

    def fit_parts(self) -> None:
        self.owner.setFixedWidth(round(self.width() * self._owner_share))
        self.due.setFixedWidth(day_width())
