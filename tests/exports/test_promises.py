"""No document states a promise that does not apply.

All combinations of cards, verdict, overruling, parking and state of the request are put into
separate workshops by their promises; each workshop is written as every document.
"""

import html
import re
import tempfile
from collections import Counter, defaultdict
from dataclasses import replace
from email import message_from_bytes, policy
from functools import cache
from io import BytesIO
from itertools import chain, count, product
from pathlib import Path
from zipfile import ZipFile

import pytest

from exports.job import export
from exports.pdf.documents.closing_sections import COUNTED
from exports.pdf.documents.dossier import NAMED
from exports.registry import DOCUMENTS
from tests.helpers.builders import (
    ALL_ANSWERED,
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    an_appraisal,
    news_of,
)
from tests.helpers.papers import is_file_of, pages_of, solutions, squeezed, unpacked
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.promises import (
    MAY_BE_HANDED_OVER,
    PASSED_ON,
    SENT,
    TOLD_LATER,
    UNDECIDED,
    Promise,
    Reader,
)
from workshop_app.domain.request_news import TEAM_TEXTS, RequestState
from workshop_app.domain.verdict_rules import RULES
from workshop_app.i18n import LANGUAGES, Texts

CARDS = (
    (),
    (CardKind.SOLUTION,),
    (CardKind.ANSWER,),
    (CardKind.SUPPORT,),
    (CardKind.UPDATE,),
    (CardKind.SOLUTION, CardKind.UPDATE),
    (CardKind.OWN, CardKind.UPDATE),
)
BY_RULES = (
    {},
    {Criterion.WHO: "known"},
    {Criterion.CONCRETE: "no"},
    {Criterion.OURS: "no"},
    ALL_ANSWERED | {Criterion.ALTERNATIVE: "enough"},
    ALL_ANSWERED | {Criterion.ALTERNATIVE: "partly", Criterion.GENERAL: "individual"},
    ALL_ANSWERED,
    ALL_ANSWERED | {Criterion.GENERAL: "individual"},
    ALL_ANSWERED | {Criterion.NOW: "some_day"},
)
"""Answers for which the rules give each verdict, and those that leave it open."""
AOKI = a_participant(1, "青木 健", email="aoki@example.com")

TOLD_WITH_WORDS = {
    "ja": r"伝え|渡し|見送|として送|送りません|返事|"
    r"対応すると決|使えるようになり|同じ要望|検討中",
    "en": r"pass(ed|es)?(it|them)?on|hand(ed|s)?over|leave(it)?fornow|leftfornow|notnow|"
    r"sendit|sendas|await|waitingfor|hasdecided|notdecided|beenreleased|declined|alreadyha",
}
"""The words of promises, without spaces."""
NO_PROMISES = (
    "promises.heading.requests",
    "papers.dossier.none",
    "papers.dossier.none_sent",
    "papers.dossier.not_sent",
    "papers.dossier.judged_after",
    "papers.dossier.answer_how",
    "papers.table.column.handed_over",
    "papers.table.column.said",
    "papers.parked.title",
    "request_news.same_as",
    "request_news.may_be_told",
    "request_news.answer.title",
    "request_news.answer.column",
    "request_news.answer.how",
)
"""Texts with the same words that are not promises."""


def combinations():
    """A workshop with one problem for each possible combination."""
    numbers = count(1)
    judgements = [None, *((answers, None) for answers in BY_RULES)]
    judgements += [(ALL_ANSWERED, verdict) for verdict in Verdict]
    flags = (False, True)
    for cards, gap, not_ours, parked, chosen, stands, judged in product(
        CARDS, ("", "alert-assignee"), flags, flags, flags, RequestState, judgements
    ):
        has_request = CardKind.UPDATE in cards
        if (
            (gap and cards != (CardKind.SOLUTION,))
            or (cards and not_ours)
            or (stands is not RequestState.NEW and not has_request)
            or (parked and chosen)
        ):
            continue
        number = next(numbers)
        problem = a_problem(
            number,
            f"ことば{number}。",
            chosen=chosen,
            parked=parked,
            not_ours_reason="ほかの係" if not_ours else "",
            speaker_id=AOKI.id,
            gap_id=gap,
        )
        request = a_request(problem, number, title=f"題{number}。")
        texts = dict.fromkeys(TEAM_TEXTS, f"内の話{number}")
        news = () if stands is RequestState.NEW else (news_of(request, stands, **texts),)
        yield a_state(
            participants=(AOKI,),
            problems=(problem,),
            cards=tuple(a_card(problem, kind, title=f"札{kind}") for kind in cards),
            requests=(request,) if has_request else (),
            news=news,
            appraisals=() if judged is None else (appraisal_of(problem, *judged),),
        )


def appraisal_of(problem, answers, override):
    reason = "話し合った" if override else ""
    return an_appraisal(problem, answers, override=override, override_reason=reason)


@cache
def workshops():
    """All combinations by their promises, each group as one workshop."""
    groups = defaultdict(list)
    for one in combinations():
        said = set(promises_of(one, one.problems[0]).values())
        said |= {promise_of(one, request) for request in one.requests}
        groups[frozenset(said)].append(one)
    return {said: together(ones) for said, ones in groups.items()}


def together(ones):
    parts = ("problems", "cards", "requests", "news", "appraisals")
    records = {part: tuple(r for one in ones for r in getattr(one, part)) for part in parts}
    return replace(ones[0], **records)


GROUPS = sorted(workshops(), key=sorted)
_GROUPS_OF = Counter(chain.from_iterable(GROUPS))


def cases(groups):
    """Return groups with languages, as parameters.

    By default a group is tested in one language, by turns, and in both if it has a promise that no
    other group has.
    """
    found = []
    for said in groups:
        for number, language in enumerate(LANGUAGES):
            due = GROUPS.index(said) % len(LANGUAGES) == number
            due = due or any(_GROUPS_OF[promise] == 1 for promise in said)
            marks = () if due else (pytest.mark.exhaustive,)
            name = f"{'+'.join(sorted(said))}-{language}"
            found.append(pytest.param(said, language, marks=marks, id=name))
    return found


def test_each_promise_is_tested_in_each_language_by_default():
    default = [case.values for case in cases(GROUPS) if not case.marks]
    tested = {(promise, language) for said, language in default for promise in said}
    assert tested == set(product(_GROUPS_OF, LANGUAGES))


@cache
def documents(said, language):
    """The text of every document about a group, without spaces."""
    texts = {}
    with tempfile.TemporaryDirectory() as folder:
        result = export(workshops()[said], solutions(), Path(folder), list(DOCUMENTS), language)
        papers = {paper.file: paper.document for paper in result.papers}
        for file in result.files:
            named = (each for each in DOCUMENTS if is_file_of(each, file.name))
            name = papers.get(file) or max(named, key=len)
            texts[name] = texts.get(name, "") + squeezed(text_in(file))
    return texts


def text_in(file):
    data = file.read_bytes()
    if file.suffix == ".pdf":
        return "\n".join(pages_of(data))
    if file.suffix == ".eml":
        message = message_from_bytes(data, policy=policy.default)
        return message.get_body(("plain",)).get_content()
    if file.suffix == ".xlsx":
        with ZipFile(BytesIO(data)) as parts:
            whole = "\n".join(parts.read(name).decode() for name in parts.namelist())
        return html.unescape(re.sub(r"<[^>]*>", "\n", whole))
    return unpacked(data).decode("utf-8-sig")


SENTENCES = (Reader.CUSTOMER, Reader.TEAM)
"""Readers for whom promises are whole sentences; short ones also occur as column names."""


def said_of(promises, language, readers=tuple(Reader)):
    """All statements of these promises, longest first, without numbers."""
    words = Texts(language)
    days = (words.date("2026-12-04"), "")
    keys = [f"promises.{reader}.{one}" for reader in readers for one in promises]
    said = {words(key, day=day) for key in keys for day in days}
    counted = [one for one in promises if one in COUNTED]
    said |= {words(f"promises.count.{one}", n=n) for one in counted for n in (1, 2)}
    in_dossier = [one for one in promises if one in MAY_BE_HANDED_OVER]
    said |= {words(f"promises.dossier.{one}", n=n) for one in in_dossier for n in (1, 2)}
    said |= {words(f"promises.row.{one}") for one in promises if one in NAMED}
    return sorted({bare(one).rstrip("。.") for one in said}, key=len, reverse=True)


def key_messages(promises, language):
    """The statements of these promises in the summary's key message, after the numbers."""
    words = Texts(language)
    sent = [one for one in promises if one in SENT]
    whole = [words(f"key_message.{one}", numbers="|", by="", n=n) for one in sent for n in (1, 2)]
    return [bare(one.partition("|")[2]).rstrip("。.") for one in whole]


def bare(text):
    return re.sub(r"\d+", "", squeezed(text))


def without(text, sentences):
    for sentence in sentences:
        text = text.replace(sentence, "|")
    return text


@pytest.mark.parametrize(("said", "language"), cases(GROUPS))
def test_no_document_promises_what_was_not_decided(said, language):
    words = Texts(language)
    found = documents(said, language)
    assert {"handout", "summary", "dossier", "follow_up", "record", "outcomes"} <= set(found)
    others = without_overlap(
        said_of(set(Promise) - said, language, SENTENCES), said_of(said, language)
    )
    kind = words("contacts.noun.workshop")
    no_promises = [bare(words(key, n=2, code="", name="", kind=kind)) for key in NO_PROMISES]
    no_promises += [bare(words(f"appraisal.rule.{rule.id}")).rstrip("。.") for rule in RULES]
    verdicts = [bare(words(f"appraisal.verdict.{one}")) for one in Verdict]
    passed_on = said & {*PASSED_ON.values()}  # also as they are stored
    states = [words(f"request_news.state.{one}") for one in passed_on]
    states = [*passed_on, *(bare(each) for one in states for each in (one, one.lower()))]
    allowed = [*key_messages(said, language), *said_of(said, language), *no_promises, *states]
    as_sent = Promise.HANDED_OVER in said and not said & {Promise.TO_SEND, Promise.TO_APPRAISE}
    before = said_of({Promise.TO_SEND}, language) if as_sent else []
    if said & {*TOLD_LATER}:
        allowed.append(bare(words("promises.passing_on.none", n=2)).rstrip("。."))
        allowed.append(bare(words("promises.passing_on.none", n=1)).rstrip("。."))
    allowed.sort(key=len, reverse=True)
    for name, text in found.items():
        assert DOCUMENTS[name].private or "内の話" not in text, name
        left = without(bare(text), allowed)
        if name == "dossier":  # the same once it was handed over
            left = without(left, before)
        if DOCUMENTS[name].internal:
            # There, a verdict may be stated as such, and outcomes are names of columns.
            left = without(left, [*verdicts, bare(words("cards.outcome.not_ours"))])
        told = re.search("|".join((TOLD_WITH_WORDS[language], *map(re.escape, others))), left)
        assert told is None, f"{name}: {left[max(0, told.start() - 60) : told.end() + 60]}"


def without_overlap(others, allowed):
    """Return `others` without those that are part of an allowed one."""
    return [other for other in others if not any(other in one for one in allowed)]


@pytest.mark.parametrize(("said", "language"), cases(GROUPS))
def test_nothing_is_guaranteed_once_beside_the_requests(said, language):
    state = workshops()[said]
    found = documents(said, language)
    promises = {promise_of(state, request) for request in state.requests}
    undecided = not promises.isdisjoint(UNDECIDED)
    planned = Promise.PLANNED in promises
    which = {
        "all": undecided and not planned,
        "some": undecided and planned,
        "planned": planned and not undecided,
    }
    words = Texts(language)
    for name in ("handout", "summary", "follow_up"):
        text = found[name]
        for each, expected in which.items():
            sentence = squeezed(words(f"promises.no_guarantee.{each}"))
            is_there = text.count(sentence) == 1
            assert is_there or not expected, (name, each)
        assert any(squeezed(words(f"promises.no_guarantee.{e}")) in text for e in which) == any(
            which.values()
        )


OF_REQUESTS = [said for said in GROUPS if len(said) == 1 and workshops()[said].requests]


@pytest.mark.parametrize(("said", "language"), cases(OF_REQUESTS))
def test_the_customer_reads_what_becomes_of_a_request(said, language):
    (promise,) = said
    sentence = squeezed(Texts(language)(f"promises.customer.{promise}")).rstrip("。.")
    found = documents(said, language)
    for name in ("handout", "summary", "follow_up"):
        assert sentence in found[name], name


def test_the_room_reads_the_same_word_for_a_request_that_was_handed_over_as_the_board(language):
    words = Texts(language)
    state = words("request_news.state.handed_over")
    assert words("promises.room.handed_over").casefold().endswith(state.casefold())
