"""The previous visit and now side by side: problems, actions, and the can-do check."""

from __future__ import annotations

from ui.components.asked_list import AskedListSection
from ui.components.earlier_words import words_of_day
from ui.pages.last_time.actions import LOOKS, answer_word
from ui.pages.last_time.problems import standing, state_icon
from ui.rows.cells import Blank, Cell, Icon
from ui.rows.row import Aside, Line, Row
from ui.rows.style import texts
from ui.widgets.spaced import spaced
from workshop_app.domain.facts.outcomes import main_promise
from workshop_app.domain.facts.then_now import (
    AskedLine,
    asked_lines,
    last_actions,
    left_problems,
    taken_over,
)
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_NOW_SHARE = 0.36
"""Share of the width for the texts of today."""


class ThenNowSection(AskedListSection):
    """Two columns, paged and read-only."""

    NAME = "then_now"

    def build(self) -> None:
        rows, none = tr("last_time.then_now.rows"), tr("last_time.then_now.none")
        self.build_list(rows, none, style=texts)

    def refresh(self, state: WorkshopState) -> None:
        self.show_rows(pair_rows(state), tr("last_time.then_now.lead"))


def pair_rows(state: WorkshopState) -> list[Row]:
    """Return the problems and actions of the previous visit and the can-do check, then and now."""
    before = state.before
    rows = [_problem(state, before, each) for each in left_problems(state)] if before else []
    for action in last_actions(state):
        text = words_of_day(state, action, action.text)
        said = spaced(answer_word(action.answer), action.answer_note)
        icon = Icon(*LOOKS[action.answer])
        rows.append(_pair(action.id, text, said, known=action.answer is not None, icon=icon))
    for line in asked_lines(state):
        known = line.hands_now is not None
        rows.append(_pair(line.id, line.text, _hands(line), known=known, icon=Blank(Icon(""))))
    return rows


def _problem(state: WorkshopState, before: WorkshopState, problem: Problem) -> Row:
    new = taken_over(state, problem)
    now = problem.became
    if not now and new is not None:
        now = tr("last_time.problems.now_number", number=new.number)
    icon = state_icon(problem, main_promise(before, problem))
    words = now or standing(before, problem)
    return _pair(problem.id, problem.title, words, known=bool(now), icon=icon)


def _hands(line: AskedLine) -> str:
    then = tr("last_time.alone.uncounted") if line.hands_then is None else str(line.hands_then)
    if line.hands_now is None:
        return tr("last_time.then_now.hands_then", then=then)
    return tr("last_time.then_now.hands", then=then, n=line.hands_now)


def _pair(row_id: str, then: str, now: str, *, known: bool, icon: Cell) -> Row:
    """Return the earlier state beside the state ``now``, in bold if it is ``known``."""
    line = Line(now, colour="ink" if known else "ink2", bold=known)
    return Row(
        row_id,
        then,
        before=(icon,),
        asides=(Aside(line, share=_NOW_SHARE, lead=Icon("arrow-right")),),
        quiet=True,
        spoken=f"{then} → {now}",
    )
