"""Adds to the snapshot for papers what may answer the problems that nobody has discussed."""

from dataclasses import replace

from workshop_app.domain.facts.outcomes import not_discussed
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judge
from workshop_app.services.match_quality import MatchQuality

_MOST = 30
"""Maximum number of problems that are searched for: papers wait some milliseconds for each."""


def with_unchecked(answers: Answers, state: WorkshopState) -> WorkshopState:
    """Return the snapshot with answers to the problems of which papers may name one.

    Only what the search takes for an answer is named, not what may fit among others. The problems
    with most votes come first.
    """
    found = [
        UncheckedAnswer(problem_id=each.id, catalogue_id=catalogue_id)
        for each in not_discussed(state)[:_MOST]
        if (catalogue_id := _answer_to(answers, each, state.workshop.language))
    ]
    return replace(state, unchecked=tuple(found)) if found else state


def _answer_to(answers: Answers, problem: Problem, language: str) -> str:
    phrasings = tuple(dict.fromkeys(filter(None, (problem.wording, problem.first_wording))))
    judgement = judge(answers, phrasings, language)
    if judgement.quality is not MatchQuality.ANSWER or not judgement.answers:
        return ""
    return judgement.answers[0].solution.id
