"""What Appraise offers at present, while no panel is open."""

from __future__ import annotations

from typing import NamedTuple

from ui.actions.offered import PRIMARY, FootArea, Offered, Offers, left, primary
from workshop_app.domain.appraisal import ANSWERS, Criterion
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_ENDS = ("request", "not_ours", "kept", "open", "plain")


class Following(NamedTuple):
    """Where the primary button leads.

    Args:
        another: It leads to another problem, otherwise to the next step.
        to_text: Before the next step it leads to a request without any text.
        ends: What becomes of the current problem: the kind of outcome that is recorded, ``kept`` if
            its verdict has none, ``open`` without a verdict, or ``plain`` if it has an outcome.
        others: The number of undecided chosen problems, or of all if none is chosen, without the
            current one. That of all is named if the button only leads to the next step.
        undecided: The current problem then has no outcome, either.
        asked_later: It leads to a question on a later page.
        solve: The kind of outcome that is chosen in Solve, where it leads.

    """

    another: bool
    ends: str
    to_text: bool
    others: int
    undecided: bool = False
    asked_later: bool = False
    solve: OutcomeKind | None = None


class Situation(NamedTuple):
    """What determines the other actions.

    Args:
        criterion: The current one.
        more_reason: More of its reason is on another page.
        has_request: There is a request.
        wants_request: The verdict is to make one.
        handed_over: It was handed over.
        left: How many of its fields are to be asked.
        private: The window is in private mode.

    """

    criterion: Criterion
    more_reason: bool
    has_request: bool
    wants_request: bool
    handed_over: bool
    left: int
    private: bool


def offered(at: Situation, following: Following) -> Offers:
    """Return the ways and the button that moves on, from left to right.

    The buttons keep their places, or go into the menu: that for a request is always there, and it
    and the primary one are as wide as any of their texts.
    """
    # It says how much is not asked yet, unless the verdict does not send the request.
    words = tr("appraise.foot.request_left", n=at.left) if at.left else ""
    area = FootArea.LEFT if at.has_request else FootArea.NONE
    names = tuple(tr(f"appraise.foot.{name}", n=9) for name in ("make_request", "request_left"))
    offers: Offers = {"appraise.request_text": Offered(words, area=area, alternatives=names)}
    if not at.has_request:
        make = left()._replace(enabled=at.wants_request, alternatives=names)
        offers["appraise.request"] = make
    offers["appraise.overrule"] = left()
    if at.private:
        offers["appraise.voices"] = left()
    hand_over = tr(f"promises.hand_over.{'take_back' if at.handed_over else 'do'}")
    offers["appraise.handed_over"] = Offered(hand_over, area=area)
    if at.more_reason:
        offers["moving.pages", 1] = left(tr("appraise.foot.more_ground"))
    for number, answer in enumerate(ANSWERS[at.criterion], 1):
        words = tr(f"appraisal.answer.{at.criterion.value}.{answer}")
        offers["appraise.answer", number] = Offered(words)
    offers[PRIMARY] = _next(following)
    return offers


def _next(to: Following) -> Offered:
    """Return the primary button, wide enough for every answer to the current questions.

    It is filled unless the current problem has no verdict.
    """
    if to.asked_later:
        button = primary(tr("appraise.foot.next_question"), filled=False)
    elif to.solve is not None:
        button = primary(_solve_words(to.solve))
    else:
        words = _next_words(to.another, to.ends, to.others + to.undecided, to_text=to.to_text)
        button = primary(words, filled=to.ends != "open")
    texts = [_next_words(to.another, ends, to.others + 1) for ends in _ENDS]
    texts.append(_next_words(another=False, ends="plain", undecided=0, to_text=True))
    solve = map(_solve_words, (OutcomeKind.SOLUTION, OutcomeKind.CARD))
    return button._replace(alternatives=(*texts, *solve, tr("appraise.foot.next_question")))


def _next_words(another: bool, ends: str, undecided: int, *, to_text: bool = False) -> str:
    """Return the text of the primary button; see `Following`."""
    step = tr(f"steps.name.{Step.WRAP_UP}")
    if another:
        return tr(f"appraise.foot.{ends}_next")
    if ends == "request":
        return tr("appraise.foot.request_text")
    if to_text:
        return tr("appraise.foot.plain_step", step=tr("appraise.foot.request"))
    if ends in ("open", "plain"):
        return tr(f"appraise.foot.{'open' if undecided else 'plain'}_step", n=undecided, step=step)
    return tr(f"appraise.foot.{ends}_step", step=step)


def _solve_words(kind: OutcomeKind) -> str:
    return tr(f"appraise.foot.{kind}_solve", step=tr(f"steps.name.{Step.SOLVE}"))
