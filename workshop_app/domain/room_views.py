"""Makes the wall's picture from the workshop and from what the facilitator has in front."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.people import voices_by_problem
from workshop_app.domain.problem import Problem
from workshop_app.domain.ranking import has_near_ties, rank_rows
from workshop_app.domain.room import (
    NOTHING,
    Answer,
    Appraising,
    Counting,
    Deed,
    Deeds,
    Ended,
    Farewell,
    Grouped,
    Note,
    Offer,
    Part,
    Picture,
    Place,
    Problems,
    Promises,
    Question,
    Ranking,
    RoomView,
    Said,
    Solving,
    Thread,
    Waiting,
    Welcome,
    Writing,
)
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.verdict_rules import OUTCOME_OF, RULES, deciding

PROMISES = "promises"
"""The part of Prepare that shows the rules for talking."""
OF_PROBLEMS = (Step.LIST, Step.SORT, Step.CHOOSE, Step.SOLVE, Step.APPRAISE)
"""The steps whose pictures hold words of problems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the facilitator has in front.

    `record_id` is the question, problem or theme (in Sort a problem of it), `number` the number
    by which a question is called. `offers` and `answer` are what Solve found, `section` the part
    of Prepare or Wrap up, `writing` tells that everybody writes.
    """

    step: Step | None = None
    record_id: str = ""
    theme_id: str = ""
    number: int = 0
    offers: tuple[Offer, ...] = ()
    answer: Answer | None = None
    section: str = ""
    writing: Writing | None = None


def room_view(state: WorkshopState | None, front: Front) -> RoomView:
    """Return the picture for `front`; without a workshop there is nothing to see."""
    if state is None:
        return NOTHING
    if front.step is None:
        return RoomView(picture=_welcome(state, front))
    make = _PICTURES[front.step]
    if state.workshop.shown_later and front.step in OF_PROBLEMS and front.writing is None:
        make = _how_many
    return RoomView(picture=make(state, front), step=front.step.value)


def _welcome(state: WorkshopState, _front: Front) -> Picture:
    workshop, customer = state.workshop, state.customer
    return Welcome(
        title=workshop.title,
        customer=customer.name,
        honorific=customer.honorific,
        date=workshop.date,
        start_time=workshop.start_time,
        end_time=workshop.end_time,
        agenda=tuple(
            Part(step=item.step, minutes=item.minutes) for item in state.agenda if item.minutes
        ),
    )


def _prepare(state: WorkshopState, front: Front) -> Picture:
    if front.section == PROMISES:
        workshop = state.workshop
        return Promises(
            rules=workshop.own_rules, anonymous=workshop.anonymous, named=state.speakers_shown
        )
    return _welcome(state, front)


def _question(_state: WorkshopState, front: Front) -> Picture:
    if not front.record_id:
        return Waiting()
    if front.record_id in QUESTIONS:
        return Question(number=front.number, question=front.record_id)
    return Question(number=front.number, words=front.record_id)


def _list(state: WorkshopState, front: Front) -> Picture:
    if front.writing is not None:
        return replace(
            front.writing, people=state.present_count, anonymous=state.workshop.anonymous
        )
    voices = voices_by_problem(state)
    notes = tuple(
        Note(id=p.id, number=p.number, words=p.said, voices=voices.get(p.id, ()))
        for p in state.listed
    )
    return Problems(count=len(notes), notes=notes, current=_known(front.record_id, notes))


def _how_many(state: WorkshopState, _front: Front) -> Picture:
    """While the problems are shown later."""
    return Problems(count=len(state.listed), hidden=True)


def _theme(state: WorkshopState, front: Front) -> Picture:
    places = {theme.id: place for place, theme in enumerate(state.themes, 1)}
    number = places.get(front.theme_id, 0)
    problems = state.in_theme(front.theme_id if number else None)
    threads = tuple(
        Thread(id=p.id, number=p.number, first=p.first_wording, concrete=_concrete(p))
        for p in problems
    )
    return Grouped(
        number=number,
        themes=len(state.themes),
        name=state.themes[number - 1].name if number else "",
        threads=threads,
        current=_known(front.record_id, threads),
    )


def _concrete(problem: Problem) -> str:
    return problem.wording if problem.wording != problem.first_wording else ""


def _hands(state: WorkshopState, front: Front) -> Picture:
    if not state.workshop.vote_closed:
        asked = state.candidates_of(state.workshop.round)
        notes = tuple(_note(problem) for problem in asked)
        return Counting(notes=notes, current=_known(front.record_id, notes))
    rows = rank_rows(state)
    places = tuple(
        Place(
            id=row.id,
            number=int(row.number),
            words=row.text,
            rank=row.rank,
            votes=row.votes,
            share=row.share,
            chosen=row.chosen,
            leads=row.leads,
        )
        for row in rows
    )
    return Ranking(
        present=state.present_count,
        dots=state.workshop.dots,
        round=state.workshop.round,
        places=places,
        current=_known(front.record_id, places),
        near=has_near_ties(rows),
    )


def _solving(state: WorkshopState, front: Front) -> Picture:
    problem = _open_problem(state, front.record_id)
    if problem is None:
        return Waiting()
    if front.answer is not None:
        return Solving(note=_note(problem), answer=front.answer)
    return Solving(note=_note(problem), offers=front.offers)


def _appraising(state: WorkshopState, front: Front) -> Picture:
    problem = _open_problem(state, front.record_id)
    if problem is None:
        return Waiting()
    appraisal = state.appraisal_of(problem.id) or Appraisal(
        id="", workshop_id=problem.workshop_id, problem_id=problem.id
    )
    rule, verdict = state.decision_of(problem).rule, state.verdict_of(problem)
    overruled = appraisal.override is not None
    decided = () if overruled else deciding(rule, appraisal)
    return Appraising(
        note=_note(problem),
        said=tuple(
            Said(
                criterion=criterion.value,
                answer=appraisal.answer(criterion),
                decides=criterion in decided,
            )
            for criterion in Criterion
        ),
        verdict=verdict.value,
        outcome=OUTCOME_OF[verdict],
        rule=RULES.index(rule) + 1,
        to_go=len(appraisal.unanswered) if verdict is Verdict.OPEN else 0,
        overruled=overruled,
    )


def _wrap_up(state: WorkshopState, front: Front) -> Picture:
    if front.section == "actions":
        return Deeds(deeds=tuple(_deed(state, action) for action in state.actions))
    if front.section == "next_time":
        return Farewell(date=state.workshop.next_date)
    kinds = [state.outcomes_of(problem) for problem in state.listed]
    counts = tuple((kind, sum(kind in found for found in kinds)) for kind in OutcomeKind)
    return Ended(count=len(kinds), outcomes=counts)


def _deed(state: WorkshopState, action: Action) -> Deed:
    person = state.participant(action.owner_id)
    return Deed(
        id=action.id,
        words=action.text,
        owner=person.name if person else action.owner_name,
        honorific=person.honorific if person else "",
        due=action.due,
        done=action.done,
    )


def _open_problem(state: WorkshopState, problem_id: str) -> Problem | None:
    """The problem, unless it is held back from the room."""
    problem = state.problem(problem_id)
    return None if problem is None or problem.held else problem


def _note(problem: Problem) -> Note:
    return Note(id=problem.id, number=problem.number, words=problem.title)


def _known(record_id: str, rows: Iterable[Note | Thread | Place]) -> str:
    """`record_id` where one of `rows` has it, else nothing."""
    return next((row.id for row in rows if row.id == record_id), "")


_PICTURES: dict[Step, Callable[[WorkshopState, Front], Picture]] = {
    Step.PREPARE: _prepare,
    Step.CONTEXT: _question,
    Step.LIST: _list,
    Step.SORT: _theme,
    Step.CHOOSE: _hands,
    Step.SOLVE: _solving,
    Step.APPRAISE: _appraising,
    Step.WRAP_UP: _wrap_up,
}
