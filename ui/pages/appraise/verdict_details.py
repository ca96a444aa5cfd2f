"""The verdict in a panel's story, and all rules in order with the one that decided."""

from __future__ import annotations

from ui.components.pieces import Piece
from ui.pages.appraise.problem_queue import appraisal_of
from ui.pages.appraise.verdict_words import because, number_of, rule_number, verdict_word
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import OUTCOME_OF, RULES, deciding
from workshop_app.i18n import tr


def verdict_told(state: WorkshopState, problem: Problem) -> list[Piece]:
    """The verdict, the answers it rests on, and the rule that decided or waits."""
    appraisal, decision = appraisal_of(state, problem), state.decision_of(problem)
    verdict = state.verdict_of(problem)
    undecided = verdict is Verdict.OPEN
    to_go = tr("appraise.verdict.to_go", n=len(appraisal.unanswered))
    word = to_go if undecided else verdict_word(verdict)
    pieces = [Piece(badges=((OUTCOME_OF[verdict], word),))]
    rule = rule_number(decision.rule)
    if appraisal.override is not None:
        who = appraisal.override_by
        said = tr(f"appraise.verdict.{'person' if who else 'somebody'}", who=who)
        own = f"{tr('appraise.verdict.by_rules')}  {verdict_word(decision.verdict)}"
        meta = Piece(f"{own} {tr('appraise.verdict.own_rule', rule=rule)}", "meta")
        return [*pieces, Piece(said), Piece(appraisal.override_reason), meta]
    pieces += [
        Piece(because(each, appraisal.answer(each)), number=str(number_of(each)))
        for each in deciding(decision.rule, appraisal)
    ]
    key = "waiting" if undecided else "decided"
    pieces.append(Piece(tr(f"appraise.verdict.{key}", rule=rule)))
    return [*pieces, Piece(tr(f"appraisal.rule.{decision.rule.id}"), "meta")]


def rules_told(state: WorkshopState, problem: Problem) -> tuple[list[Piece], int]:
    """All rules from the top, the deciding one bold with a tick; and its place."""
    decides = state.decision_of(problem).rule
    pieces = []
    for number, rule in enumerate(RULES, 1):
        words = tr("appraise.told.rule", rule=tr(f"appraisal.rule.{rule.id}"),
                   verdict=verdict_word(rule.verdict))  # fmt: skip
        mine = rule is decides
        pieces.append(
            Piece(words, "body-bold" if mine else "body-quiet", str(number),
                  "check" if mine else "minus", "accent" if mine else "ink3")
        )  # fmt: skip
    return pieces, RULES.index(decides)
