"""How problems of the previous visit stand, by the answer with which the words on it begin."""

from collections.abc import Iterable

from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.facts.outcomes import main_promise
from workshop_app.domain.facts.then_now import (
    actions_for,
    is_answered,
    is_worked_on,
    last_problems,
)
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION, Promise
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts

_SEPARATORS = "。、．.:：, \u3000"
"""What may stand between an answer and the rest of a status."""
_TOLD = "told"
ACTED = "acted"
BY_ACTIONS = (ActionAnswer.NOT_YET, ACTED)
"""How those stand of which nothing was told, by the actions for them."""
_ANSWERED = "answered"
_ORDER = (ActionAnswer.DONE, ActionAnswer.NOT_YET, ACTED, _ANSWERED,
          ActionAnswer.NOT_NEEDED, _TOLD, *Promise)  # fmt: skip
_EARLIER = {ActionAnswer.NOT_YET: ("まだ", "Not yet"),
            ActionAnswer.NOT_NEEDED: ("もう不要", "Not needed")}  # fmt: skip
"""Words of answers in statuses that earlier versions stored."""


def split_answer(words: Texts, became: str) -> tuple[ActionAnswer | None, str]:
    """Return the answer with which a status begins, and the rest; None if there is no answer."""
    for answer in ActionAnswer:
        for word in (words(f"last_time.problems.answer.{answer}"), *_EARLIER.get(answer, ())):
            if became.startswith(word):
                return answer, became.removeprefix(word).lstrip(_SEPARATORS)
    return None, became


def standing(words: Texts, state: WorkshopState, before: WorkshopState, problem: Problem) -> str:
    """Return how a problem of the previous visit stands.

    That is the answer given, that something else is told, what was said of it then, or, if it had a
    solution, that it is not solved while that is worked on, that somebody has acted on it, or only
    that.
    """
    if is_answered(state, problem):
        return split_answer(words, problem.became)[0] or _TOLD
    main = main_promise(before, problem)
    if main not in WITH_SOLUTION:
        return main
    if is_worked_on(before, problem):
        return ActionAnswer.NOT_YET
    return ACTED if any(each.done for each in actions_for(before, problem)) else _ANSWERED


def by_standing(
    words: Texts, state: WorkshopState, before: WorkshopState, problems: Iterable[Problem]
) -> list[Problem]:
    """Return problems of the previous visit, those that are solved first, then the others."""
    return sorted(problems, key=lambda each: _ORDER.index(standing(words, state, before, each)))


def count_problems(words: Texts, state: WorkshopState) -> dict[str, int]:
    """Return the number of the problems of the previous visit by `standing`; no zeros."""
    before = state.before or state
    found = [standing(words, state, before, each) for each in last_problems(state, None)]
    return {each: n for each in _ORDER if (n := found.count(each))}
