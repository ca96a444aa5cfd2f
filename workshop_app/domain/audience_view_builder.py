"""Builds the view of the audience display from the workshop and the focus of the current page."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from workshop_app.domain.action import by_day
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.audience_focus import (
    CLOSING,
    GROUND_RULES,
    LAST_TIME,
    PROBLEM_STEPS,
    THREAD,
    AudienceFocus,
)
from workshop_app.domain.audience_last_time import counted_lines, last_time_picture
from workshop_app.domain.audience_view import (
    EMPTY_VIEW,
    AgendaPart,
    AgreedAction,
    AgreedActions,
    Appraising,
    AudiencePicture,
    AudienceView,
    Closing,
    CriterionAnswer,
    GroundRules,
    NextMeeting,
    OpenVote,
    OutcomeCounts,
    ProblemList,
    ProblemWordings,
    RankedProblem,
    Ranking,
    RoomSearch,
    ShownProblem,
    ShownQuestion,
    Solving,
    ThemeBoard,
    ThemeGroup,
    Waiting,
    Welcome,
)
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.facts.commitments import (
    Commitment,
    CommitmentKind,
    left_to_do,
    to_do,
)
from workshop_app.domain.facts.outcomes import outcomes
from workshop_app.domain.facts.ranking import rank_rows
from workshop_app.domain.facts.verdicts import (
    appraisal_of,
    deciding_criteria,
    decision_of,
    open_criteria,
    verdict_of,
)
from workshop_app.domain.participant_names import speakers_by_problem
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.search_path import WhereToLook
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.verdict_rules import rule_text


def build_audience_view(state: WorkshopState | None, focus: AudienceFocus) -> AudienceView:
    """Return the view for `focus`; `EMPTY_VIEW` without a workshop."""
    if state is None:
        return EMPTY_VIEW
    if focus.step is None:
        return AudienceView(picture=_welcome(state, focus))
    build = _BUILDERS[focus.step]
    if state.workshop.shown_later and focus.step in PROBLEM_STEPS and focus.writing is None:
        build = _hidden_list
    return AudienceView(picture=build(state, focus), step=focus.step.value)


def _welcome(state: WorkshopState, _focus: AudienceFocus) -> AudiencePicture:
    workshop = state.workshop
    customer = state.customer
    return Welcome(
        title=workshop.title,
        customer=customer.name,
        honorific=customer.honorific,
        date=workshop.date,
        start_time=workshop.start_time,
        end_time=workshop.end_time,
        agenda=tuple(
            AgendaPart(step=item.step, minutes=item.minutes)
            for item in state.agenda
            if item.minutes
        ),
    )


def _prepare(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    if focus.section.startswith(LAST_TIME) and state.before is not None:
        return last_time_picture(
            state, focus.section.removeprefix(LAST_TIME), current=focus.record_id
        )
    if focus.section == GROUND_RULES:
        workshop = state.workshop
        return GroundRules(
            rules=workshop.own_rules, anonymous=workshop.anonymous, named=state.speakers_shown
        )
    return _welcome(state, focus)


def _question(_state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    if not focus.record_id:
        return Waiting()
    if focus.record_id in QUESTIONS:
        return ShownQuestion(number=focus.number, question=focus.record_id)
    return ShownQuestion(number=focus.number, words=focus.record_id)


def _list(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    if focus.writing is not None:
        return replace(
            focus.writing, people=state.votes.present, anonymous=state.workshop.anonymous
        )
    speakers = speakers_by_problem(state)
    problems = tuple(
        ShownProblem(id=p.id, number=p.number, words=p.said, speakers=speakers.get(p.id, ()))
        for p in state.listed
    )
    return ProblemList(
        count=len(problems), problems=problems, current=_known_id(focus.record_id, problems)
    )


def _hidden_list(state: WorkshopState, _focus: AudienceFocus) -> AudiencePicture:
    """Return only the number of problems, for workshops that show the problems later."""
    return ProblemList(count=len(state.listed), hidden=True)


def _themes(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    if focus.section == THREAD:
        problem = _released_problem(state, focus.record_id)
        if problem is not None:
            concrete = _concrete_wording(problem)
            return ProblemWordings(
                id=problem.id,
                number=problem.number,
                first=problem.first_wording,
                concrete=concrete,
            )
    unsorted = tuple(_shown_problem(problem) for problem in state.in_theme(None))
    groups = [ThemeGroup(problems=unsorted)] if unsorted else []
    for theme in state.themes:
        problems = tuple(_shown_problem(problem) for problem in state.in_theme(theme.id))
        groups.append(ThemeGroup(name=theme.name, problems=problems))
    rows = [problem for group in groups for problem in group.problems]
    return ThemeBoard(groups=tuple(groups), current=_known_id(focus.record_id, rows))


def _concrete_wording(problem: Problem) -> str:
    return problem.wording if problem.wording != problem.first_wording else ""


def _vote(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    if not state.workshop.vote_closed:
        candidates = state.votes.candidates
        problems = tuple(_shown_problem(problem) for problem in candidates)
        return OpenVote(problems=problems, current=_known_id(focus.record_id, problems))
    rows = rank_rows(state)
    ranked = tuple(
        RankedProblem(
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
        present=state.votes.present_then,
        dots=state.workshop.dots,
        round=state.workshop.round,
        problems=ranked,
        current=_known_id(focus.record_id, ranked),
        tied=any(row.tied for row in rows),
    )


def _solving(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    problem = _released_problem(state, focus.record_id)
    if problem is None:
        return Waiting()
    if focus.where is not None:
        return _room_search(problem, focus.where)
    if focus.answer is not None:
        return Solving(problem=_shown_problem(problem), answer=focus.answer)
    return Solving(
        problem=_shown_problem(problem), statement=focus.statement, suggestions=focus.suggestions
    )


def _room_search(problem: Problem, where: WhereToLook) -> RoomSearch:
    return RoomSearch(
        problem=_shown_problem(problem),
        words=where.words,
        section=where.section,
        hint=where.hint,
        catalogue=where.catalogue,
        address=where.address,
    )


def _appraising(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    problem = _released_problem(state, focus.record_id)
    if problem is None:
        return Waiting()
    appraisal = appraisal_of(state, problem)
    rule = decision_of(state, problem).rule
    verdict = verdict_of(state, problem)
    overruled = appraisal.override is not None
    decided = () if overruled else deciding_criteria(state, problem)
    still_open = open_criteria(state, problem)
    return Appraising(
        problem=_shown_problem(problem),
        answers=tuple(
            CriterionAnswer(
                criterion=criterion.value,
                answer=appraisal.answer(criterion),
                decides=criterion in decided,
                is_needed=bool(appraisal.answer(criterion)) or criterion in still_open,
            )
            for criterion in Criterion
        ),
        verdict=verdict.value,
        outcome=OUTCOME_OF[verdict],
        rule=rule_text(rule, appraisal.answers),
        to_go=len(still_open) if verdict is Verdict.OPEN else 0,
        overruled=overruled,
        own_reason=_own_reason(problem, appraisal, verdict),
        voices=focus.voices,
    )


def _own_reason(problem: Problem, appraisal: Appraisal, verdict: Verdict) -> str:
    """Return what a person wrote as the reason of the verdict; empty if it is that of the rules."""
    if appraisal.override is not None:
        return appraisal.override_reason
    return problem.not_ours_reason if verdict is Verdict.NOT_OURS else ""


def _wrap_up(state: WorkshopState, focus: AudienceFocus) -> AudiencePicture:
    if focus.section == "actions":
        found = {each.action.id: each for each in to_do(state)}
        ordered = by_day(each.action for each in found.values())
        return AgreedActions(actions=tuple(_action(state, found[each.id]) for each in ordered))
    if focus.section == "check":
        return counted_lines(state, current=focus.record_id)
    if focus.section == "next_time":
        workshop = state.workshop
        return NextMeeting(
            date=workshop.next_date, time=workshop.next_time, place=workshop.next_place
        )
    if focus.section == CLOSING:
        return closing(state, focus.papers)
    found = outcomes(state)
    counts = tuple(found.counts.items())
    return OutcomeCounts(count=len(state.listed), outcomes=counts, left=found.left)


def closing(state: WorkshopState, papers: tuple[str, ...]) -> Closing:
    """Return the view that ends the workshop; no names of people are in it."""
    return Closing(
        problems=len(state.listed),
        solved=outcomes(state).solved,
        actions=left_to_do(state),
        papers=papers,
        date=state.workshop.next_date,
        time=state.workshop.next_time,
        place=state.workshop.next_place,
    )


def _action(state: WorkshopState, commitment: Commitment) -> AgreedAction:
    kind, action, contact = commitment
    person = state.participant(action.owner_id) or contact.participant(action.owner_id)
    return AgreedAction(
        id=action.id,
        words=action.text,
        owner=person.name if person else action.owner_name,
        honorific=person.honorific if person else "",
        due=action.due,
        done=action.done,
        day=contact.workshop.date if contact.workshop.id != state.workshop.id else "",
        asks_again=kind is CommitmentKind.ASK_AGAIN,
    )


def _released_problem(state: WorkshopState, problem_id: str) -> Problem | None:
    """Return the problem, or None if it does not exist or is still in the inbox."""
    problem = state.problem(problem_id)
    return None if problem is None or problem.held else problem


def _shown_problem(problem: Problem) -> ShownProblem:
    return ShownProblem(id=problem.id, number=problem.number, words=problem.title)


def _known_id(record_id: str, rows: Iterable[ShownProblem | RankedProblem]) -> str:
    """Return `record_id` if one of `rows` has this id, else an empty string."""
    return next((row.id for row in rows if row.id == record_id), "")


_BUILDERS: dict[Step, Callable[[WorkshopState, AudienceFocus], AudiencePicture]] = {
    Step.PREPARE: _prepare,
    Step.CONTEXT: _question,
    Step.LIST: _list,
    Step.SORT: _themes,
    Step.CHOOSE: _vote,
    Step.SOLVE: _solving,
    Step.APPRAISE: _appraising,
    Step.WRAP_UP: _wrap_up,
}
