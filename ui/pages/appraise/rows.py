"""The criteria, what the current one is about, and the verdict, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from ui.components.people import hides_names
from ui.pages.appraise.verdicts import criterion_word, number_of, verdict_word
from ui.rows.cells import Icon, Number, Options
from ui.rows.row import Aside, Line, Row
from ui.theme.outcomes import OUTCOMES
from ui.widgets.voice_words import voices_in_a_line
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion, Verdict
from workshop_app.domain.facts.verdicts import (
    appraisal_of,
    deciding_criteria,
    decision_of,
    open_criteria,
    verdict_of,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.persona import describe_persona
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import prospects
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import rule_words

VERDICT = "verdict"
"""The id of the row with the verdict's name."""


def criterion_rows(state: WorkshopState, problem: Problem) -> list[Row]:
    """Return one row for each criterion; what can no longer change the verdict is weaker."""
    appraisal = appraisal_of(state, problem)
    asked = () if is_settled(state, problem) else open_criteria(state, problem)
    overruled = appraisal.override is not None
    decide = () if overruled else deciding_criteria(state, problem)
    return [_criterion_row(each, appraisal, each in asked, each in decide) for each in Criterion]


def is_settled(state: WorkshopState, problem: Problem) -> bool:
    """Return whether nothing is asked, since there is a solution and nobody began to appraise."""
    answers = appraisal_of(state, problem).answers
    outcomes = state.outcomes_of(problem)
    return not any(answers.values()) and outcomes == (OutcomeKind.SOLUTION,)


def _criterion_row(criterion: Criterion, appraisal: Appraisal, asked: bool, decides: bool) -> Row:
    answer = appraisal.answer(criterion)
    quiet = not (asked or answer)
    colour = "ink3" if quiet else ""
    number = str(number_of(criterion))
    given = tr("appraisal.not_needed") if quiet else answer_word(criterion, answer)
    said = tr("widgets.choice.spoken", label=criterion_word(criterion),
              words=given or tr("widgets.choice.none"))  # fmt: skip
    words = tuple(answer_word(criterion, each) for each in ANSWERS[criterion])
    chosen = ANSWERS[criterion].index(answer) + 1 if answer else 0
    return Row(
        criterion.value,
        tr(f"appraisal.short.{criterion.value}"),
        before=(Number(number, colour or "accent", bold=decides),),
        after=(Options(words, chosen, quiet),),
        colour=colour,
        spoken=tr("appraise.criteria.spoken", number=number, words=said),
    )


def answer_word(criterion: Criterion, answer: str) -> str:
    """Return the text of an answer; empty for none."""
    return tr(f"appraisal.answer.{criterion.value}.{answer}") if answer else ""


def reasons_known(state: WorkshopState, problem: Problem) -> dict[Criterion, str]:
    """Return default reasons: the persona, and the shortfall found in Solve."""
    request = state.request_of(problem.id)
    return {
        Criterion.WHO: describe_persona(state, problem),
        Criterion.ALTERNATIVE: request.shortfall if request is not None else "",
    }


def reason_of(
    state: WorkshopState, problem: Problem, criterion: Criterion, *, private: bool
) -> str:
    """Return the reason for the answer to a criterion, or what it may begin with.

    The default one does not tell the room who said the problem where that is not shown.
    """
    known = reasons_known(state, problem).get(criterion, "")
    reason = appraisal_of(state, problem).ground(criterion) or known
    if criterion is Criterion.WHO and reason == known and hides_names(state, private=private):
        return describe_persona(state, problem, speakers=False)
    return reason


def read_below(
    state: WorkshopState,
    problem: Problem,
    criterion: Criterion,
    voices: VoiceCounts | None,
    *,
    private: bool,
    remark: str = "",
) -> str:
    """Return what is read about a criterion: its reason, otherwise the question in full.

    For the last one it begins with how many said the same. The room is not told that nobody else is
    known to have said it. In private mode the question says what it means, and ``remark`` is added.
    """
    reason = reason_of(state, problem, criterion, private=private)
    parts = [reason]
    if not reason:
        settled = is_settled(state, problem)
        parts = [tr("appraise.ground.settled") if settled else criterion_word(criterion)]
        parts += [tr(f"appraisal.meaning.{criterion.value}")] if private else []
    elif criterion is Criterion.ALTERNATIVE and reason == reasons_known(state, problem)[criterion]:
        parts.append(tr("appraise.ground.from_solve"))
    if criterion is Criterion.GENERAL and voices is not None and (private or voices.elsewhere):
        said = voices_in_a_line(voices)
        said = tr("widgets.voices.heard", counts=said) if voices.elsewhere else said
        parts = [said, *([remark] if remark else []), *parts]
    return "  ".join(parts)


def verdict_rows(state: WorkshopState, problem: Problem, *, private: bool, line: bool) -> list[Row]:
    """Return the verdict and why, one below the other or in one ``line``.

    In private mode they say where the answers lead, and with a verdict that a person overruled,
    that of the rules. In projected mode nobody's wish is weighed in public: while answers are
    missing, they say what these are for.
    """
    appraisal = appraisal_of(state, problem)
    verdict = verdict_of(state, problem)
    undecided = verdict is Verdict.OPEN
    word = verdict_word(verdict)
    if undecided:
        word = tr("appraise.verdict.to_go", n=len(open_criteria(state, problem)))
    said = _sentences(state, problem, appraisal, undecided=undecided, private=private)
    if line:
        style = OUTCOMES[OUTCOME_OF[verdict]]
        icon = Icon(style.icon, style.colour)
        beside = Aside(Line("\n".join(said), "body"))
        return [Row(VERDICT, word, before=(icon,), asides=(beside,), role="room-bold")]
    below = [Row(f"said-{n}", each, role="answer") for n, each in enumerate(said)]
    return [Row(VERDICT, word, role="problem"), *below]


def _sentences(
    state: WorkshopState,
    problem: Problem,
    appraisal: Appraisal,
    *,
    undecided: bool,
    private: bool,
) -> list[str]:
    decision = decision_of(state, problem)
    rule = rule_words(texts(), state, problem)
    said = [rule]
    if appraisal.override is not None:
        who = appraisal.override_by
        said = [tr(f"appraise.verdict.{'person' if who else 'somebody'}", who=who)]
        said.append(appraisal.override_reason)
        if private:
            own = f"{tr('appraise.verdict.by_rules')}  {verdict_word(decision.verdict)}"
            said += [own, rule]
    elif undecided:
        said = [_outlook(state, problem) if private else tr("appraise.verdict.lead")]
    solved = OutcomeKind.SOLUTION in state.outcomes_of(problem)
    if solved and (appraisal.override is not None or not decision.rule.solved):
        said.append(tr("appraise.verdict.solved"))
    return list(filter(None, said))


def _outlook(state: WorkshopState, problem: Problem) -> str:
    """Return in one sentence which answers to the next deciding question lead to which verdict.

    Answers that lead to more questions are omitted. Empty if no answer would decide.
    """
    solved = OutcomeKind.SOLUTION in state.outcomes_of(problem)
    answers = appraisal_of(state, problem).answers
    for criterion in open_criteria(state, problem)[:1]:
        leads = [
            tr("appraise.verdict.leads", answers=_said(criterion, each.answers),
               result=verdict_word(each.verdict))
            for each in prospects(answers, criterion, solved=solved)
            if each.verdict is not Verdict.OPEN
        ]  # fmt: skip
        if leads:
            joined = tr("appraise.verdict.and").join(leads)
            return tr("appraise.verdict.outlook", question=criterion_word(criterion), leads=joined)
    return ""


def _said(criterion: Criterion, answers: Sequence[str]) -> str:
    """Return answers, quoted and joined."""
    quoted = [tr("appraise.verdict.said", answer=answer_word(criterion, each)) for each in answers]
    return tr("appraise.verdict.or").join(quoted)
