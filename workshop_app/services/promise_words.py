"""Texts that state the promise of a problem or a request, for each reader."""

from collections import Counter
from collections.abc import Iterable

from workshop_app.domain.caveat import Caveat
from workshop_app.domain.facts.requests import passing_on_action, promise_of, requests_with
from workshop_app.domain.facts.told_requests import ToldRequest, count_states
from workshop_app.domain.facts.verdicts import decision_of, verdict_of
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import (
    ANSWERS,
    PASSED_ON,
    TOLD_LATER,
    UNDECIDED,
    Promise,
    Reader,
    is_behind,
)
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews, latest
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import rule_text
from workshop_app.i18n import Texts

_WITH_REASON = (Promise.LATER, Promise.NOT_SENT, Promise.NOT_OURS, Promise.ASK_AGAIN)
"""Promises that are stated in sentences together with their reason, if known."""


def promise_words(
    words: Texts,
    state: WorkshopState,
    promise: Promise,
    reader: Reader,
    problem: Problem | None = None,
    request: Request | None = None,
) -> str:
    """Return the statement for `reader`: a sentence; a few words for the facilitator and the room.

    `problem` is what it is about, and supplies the reason; `request` supplies the day of its state
    and, for a customer, the text that may be told.
    """
    news = state.news_of(request) if request else ()
    last = latest(news)
    text = words(f"promises.{reader}.{promise}", day=words.date(last.date) if last else "")
    if reader is Reader.CUSTOMER and request is not None and promise in (*ANSWERS, Promise.WAITING):
        return with_customer_text(words, text, customer_text(state, request))
    reason = ""
    in_sentences = reader in (Reader.CUSTOMER, Reader.TEAM)
    if problem is not None and in_sentences and promise in _WITH_REASON:
        reason = reason_of(words, state, problem, promise).rstrip("。.")
    if not reason:
        return text
    return words("promises.because", text=text.rstrip("。."), reason=reason)


def with_customer_text(words: Texts, text: str, told: str) -> str:
    """Return a sentence followed by the text that may be told."""
    return words("promises.told", text=text, told=told) if told else text


def customer_text(state: WorkshopState, request: Request) -> str:
    """Return the text for customers on the state of a request; often empty."""
    last = latest(state.news_of(request))
    return last.may_be_told if last is not None else ""


def news_words(words: Texts, news: RequestNews, reader: Reader) -> str:
    """Return the statement of a news record for `reader`, without the text that may be told."""
    return words(f"promises.{reader}.{PASSED_ON[news.state]}", day=words.date(news.date))


def caveat_words(words: Texts, state: WorkshopState, card: PlayedCard) -> tuple[str, ...]:
    """Return what a chosen answer leaves open, a line each."""
    return tuple(caveat_line(words, each) for each in state.caveats if each.card_id == card.id)


def caveat_line(words: Texts, caveat: Caveat) -> str:
    """Return what a caveat says, in a line; without a sentence only that something is left open."""
    text = caveat.text(words.language)
    kind = "limit" if caveat.is_limit else "gap" if text else "unknown"
    return words(f"promises.caveat.{kind}", text=text)


def part_words(words: Texts, solved: int, part: int, *, brief: bool = False) -> str:
    """Return that `part` of `solved` problems are solved only in part; empty if none is.

    It is a sentence, or `brief` some words in brackets for the end of a heading.
    """
    if not part:
        return ""
    form = "brief" if brief else "sentence"
    return words(f"promises.in_part.{form}{'_only' if solved == 1 else ''}", n=part)


def request_words(words: Texts, state: WorkshopState, request: Request, reader: Reader) -> str:
    """Return the statement on a request for `reader`."""
    problem = state.problem(request.problem_id)
    return promise_words(words, state, promise_of(state, request), reader, problem, request)


def requests_words(words: Texts, state: WorkshopState) -> str:
    """Return how many requests are in which state, on one line; empty if there are none."""
    ordered = sorted(state.requests, key=lambda each: each.number)
    said = [request_words(words, state, each, Reader.FACILITATOR) for each in ordered]
    parts = [words("promises.hand_over.state", state=one, n=n) for one, n in Counter(said).items()]
    states = words("widgets.problem_side.and").join(parts)
    return words("promises.hand_over.states", n=len(said), states=states) if said else ""


def states_of(words: Texts, found: list[ToldRequest]) -> str:
    """Return how many requests with news stand how, in a line."""
    counts = [
        words("promises.hand_over.state", state=words(f"request_news.state.{each}").lower(), n=n)
        for each, n in count_states(found).items()
    ]
    states = words("papers.head.separator").join(counts)
    return words("promises.hand_over.states", n=len(found), states=states)


def reason_of(words: Texts, state: WorkshopState, problem: Problem, promise: Promise) -> str:
    """Return the reason for `promise` about a problem; empty if there is none.

    It is what a person wrote, else the text of the deciding rule. A verdict that does not support
    the promise gives no reason. For an answer of the product team it is the text that may be told,
    since our verdict is not their reason.
    """
    if promise in ANSWERS:
        request = state.request_of(problem.id)
        return customer_text(state, request) if request else ""
    if promise is Promise.NOT_OURS and problem.not_ours_reason:
        return problem.not_ours_reason
    if not is_behind(verdict_of(state, problem), promise):
        return ""
    appraisal = state.appraisal_of(problem.id)
    if appraisal is not None and appraisal.override is not None:
        return appraisal.override_reason
    return rule_words(words, state, problem)


def rule_words(words: Texts, state: WorkshopState, problem: Problem) -> str:
    """Return the text of the rule that decides; for a request, with the answers that were given."""
    rule = decision_of(state, problem).rule
    judged = state.appraisal_of(problem.id)
    key = f"rule.{rule.id}" if judged is None else rule_text(rule, judged.answers)
    return words(f"appraisal.{key}")


def delivery_words(words: Texts, card: PlayedCard) -> str:
    """Return who delivers a card by when, or when it was delivered, and where; empty if unknown."""
    day = (
        words.day(card.delivered_on, short=True)
        if card.delivered_on
        else words.date(card.due, year=False)
    )
    who = card.owner_name
    if card.delivered_on:
        held = card.kind is CardKind.HANDS_ON
        said = words(f"promises.delivery.{'held' if held else 'done'}", day=day)
    elif who and day:
        said = words("promises.delivery.by", who=who, day=day)
    elif who or day:
        said = words("promises.delivery.who" if who else "promises.delivery.due", who=who, day=day)
    else:
        said = ""
    return "\n".join(part for part in (said, card.link) if part)


def passing_on_words(words: Texts, state: WorkshopState, who: str, day: str) -> str:
    """Return who passes the requests on and by when the customer hears, or that it is open.

    `who` and `day` are those of the action that does it, empty where nobody has agreed to them. It
    is empty if no request waits for that.
    """
    to_send = len(requests_with(state, Promise.TO_SEND))
    action = passing_on_action(state)
    if action is not None and action.done:
        return ""
    if not requests_with(state, *TOLD_LATER):
        return ""
    key = "both" if who and day else "who" if who else "day" if day else "none"
    part = "passing_on" if to_send else "telling"
    return words(f"promises.{part}.{key}", n=to_send or 1, who=who, day=day)


def no_guarantee(words: Texts, promises: Iterable[Promise]) -> str:
    """Return the note on what is not guaranteed about requests with these promises, or empty.

    Whether an undecided one is fulfilled, and when; of a planned one only when.
    """
    said = set(promises)
    undecided = not said.isdisjoint(UNDECIDED)
    planned = Promise.PLANNED in said
    if not undecided and not planned:
        return ""
    which = "some" if undecided and planned else "all" if undecided else "planned"
    return words(f"promises.no_guarantee.{which}")
