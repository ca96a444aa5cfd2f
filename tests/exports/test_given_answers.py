"""The reasons that papers print follow the answers to the six questions."""

from itertools import product

import pytest

from exports.registry import DOCUMENTS, PaperDocument
from tests.helpers.builders import (
    ALL_ANSWERED,
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    an_appraisal,
)
from tests.helpers.papers import pdf_of, squeezed, words_of
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import Texts
from workshop_app.services.promise_words import rule_words

C = Criterion
STATED = {
    "en": (
        ("better solved outside Mackerel", C.OURS, ("no",)),
        ("Mackerel should solve it:", C.OURS, ("yes",)),
        ("It is partly Mackerel's job", C.OURS, ("partly",)),
        ("Mackerel should solve a part of it:", C.OURS, ("partly",)),
        ("is at least partly", C.OURS, ()),
        ("there is no other way", C.ALTERNATIVE, ("none",)),
        ("no other way is enough", C.ALTERNATIVE, ()),
        ("other ways help only in part", C.ALTERNATIVE, ("partly",)),
        ("another way helps in part", C.ALTERNATIVE, ("partly",)),
        ("another way partly helps", C.ALTERNATIVE, ("partly",)),
        ("features are enough", C.ALTERNATIVE, ("enough",)),
        ("and other companies have it too", C.GENERAL, ("general",)),
        ("other companies may have it too", C.GENERAL, ("half",)),
        ("comes from this setting", C.GENERAL, ("individual",)),
        ("where it happens and what the trouble is", C.CONCRETE, ("no",)),
        ("missing in its wording", C.CONCRETE, ("nearly",)),
        ("A little is missing", C.WHO, ("partly",)),
        ("still have to hear whose work", C.WHO, ("unknown",)),
        ("is not needed soon", C.NOW, ("some_day",)),
    ),
    "ja": (
        ("Mackerel の外で解くほうが", C.OURS, ("no",)),
        ("Mackerel の役目で、", C.OURS, ("yes",)),
        ("Mackerel の役目は一部", C.OURS, ("partly",)),
        ("Mackerel の役目があり", C.OURS, ()),
        ("代わりの手段がなく", C.ALTERNATIVE, ("none",)),
        ("代わりの手段がありません", C.ALTERNATIVE, ("none",)),
        ("代わりの手段では一部しか", C.ALTERNATIVE, ("partly",)),
        ("一部は代わりの手段があります", C.ALTERNATIVE, ("partly",)),
        ("いまある手段で足ります", C.ALTERNATIVE, ("enough",)),
        ("ほかの会社でも起こります", C.GENERAL, ("general",)),
        ("ほかの会社でも起こりえます", C.GENERAL, ("half",)),
        ("この現場の事情で", C.GENERAL, ("individual",)),
        ("どの場面で何に困るのかを、まだ", C.CONCRETE, ("no",)),
        ("ことばと背景が、あと少しで", C.CONCRETE, ("nearly",)),
        ("と背景が、あと少しで伝わる", C.WHO, ("partly",)),
        ("だれのどんな仕事か、背景を聞くのは", C.WHO, ("unknown",)),
        ("急ぎではありません", C.NOW, ("some_day",)),
    ),
}
"""What is stated about a question, and the answers with which it is true."""
PAPERS = [
    name
    for name, each in DOCUMENTS.items()
    if isinstance(each, PaperDocument) and name not in ("agenda", "worksheets")
]
JUDGING = [
    {C.OURS: ours, C.ALTERNATIVE: other_way, C.GENERAL: general}
    for ours, other_way, general in product(
        ANSWERS[C.OURS], ANSWERS[C.ALTERNATIVE], ANSWERS[C.GENERAL]
    )
]
"""All answers to the questions that the reason for a request states."""
EARLIER = [{each: answer} for each in (C.WHO, C.CONCRETE, C.NOW) for answer in ANSWERS[each]]


def contradictions(text: str, answers: dict[Criterion, str], language: str) -> list[str]:
    """What a text without spaces states about questions that were answered otherwise."""
    return [
        said
        for said, criterion, true_with in STATED[language]
        if squeezed(said) in text and answers[criterion] not in true_with
    ]


def asked_for(answers: dict[Criterion, str]):
    """A workshop with a request that was judged by these answers."""
    speaker = a_participant(1, "青木 健")
    problem = a_problem(speaker_id=speaker.id, chosen=True)
    return a_state(
        participants=(speaker,),
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem),),
        appraisals=(an_appraisal(problem, answers),),
    )


def test_the_reason_follows_the_answers_whatever_they_are(language):
    words = Texts(language)
    wrong = []
    for given in product(*(("", *ANSWERS[each]) for each in Criterion)):
        answers = dict(zip(Criterion, given, strict=True))
        state = asked_for(answers)
        said = squeezed(rule_words(words, state, state.problems[0]))
        wrong += [(answers, each) for each in contradictions(said, answers, language)]
    assert wrong == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_contradicts_an_answer(paper, language):
    wrong = []
    for some in (*JUDGING, *EARLIER):
        answers = ALL_ANSWERED | some
        text = words_of(pdf_of(asked_for(answers), paper, language))
        wrong += [(some, each) for each in contradictions(text, answers, language)]
    assert wrong == []


def test_a_request_is_sent_with_what_was_answered(language):
    """The reason is printed, so that the other tests have something to find."""
    said = {"en": "other ways help only in part", "ja": "代わりの手段では一部しか"}[language]
    state = asked_for(ALL_ANSWERED | {C.ALTERNATIVE: "partly"})
    assert verdict_of(state, state.problems[0]) is Verdict.REQUEST
    for paper in ("summary", "dossier", "handout"):
        assert squeezed(said) in words_of(pdf_of(state, paper, language)), paper


def test_the_six_questions_are_asked_and_not_answered(language):
    words = Texts(language)
    end = {"en": "?", "ja": "か"}[language]
    assert all(words(f"appraisal.meaning.{each}").endswith(end) for each in Criterion)
