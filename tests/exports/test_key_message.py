"""The key message: generated from the outcomes, unless it was written by hand."""

import re

import pytest

from exports.key_message import generated_message, key_message, outdated_sentences, updated_message
from exports.material import Material
from tests.helpers.builders import (
    a_card,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_appraisal,
    news_of,
)
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import Texts


def made(state, language="ja"):
    return generated_message(Material(state, solutions(), language))


def test_the_numbers_of_the_sample_add_up_to_all_problems(language):
    state = sample_state(language)
    large, rest = key_message(Material(state, solutions(), language))
    solved, every = sorted(int(each) for each in re.findall(r"\d+", large))
    quoted = re.compile(r"「.*?」|“.*?”|\d+月\d+日|(Wed|Thu) \d+")
    others = [int(each) for each in re.findall(r"\d+", quoted.sub("", rest))]
    assert sorted(others) == [6, 7, 11, 13]
    assert (solved + len(others), every) == (len(state.listed), len(state.listed))


def test_help_is_told_of_problems_without_a_solution_or_a_request(language):
    solved, asked, helped = (a_problem(n) for n in (1, 2, 3))
    cards = (a_card(solved), a_card(asked, CardKind.UPDATE),
             *(a_card(each, CardKind.SUPPORT, id=f"help {each.number}")
               for each in (solved, asked, helped)))  # fmt: skip
    message = made(
        a_state(problems=(solved, asked, helped), cards=cards, requests=(a_request(asked),)),
        language,
    )
    name = Texts(language)("papers.problem.quote", text=helped.title)
    said = Texts(language)("key_message.helped", n=1, numbers=f"3 {name}")
    assert "".join(said.split()) in "".join(message.split())


def test_a_message_written_by_a_person_replaces_the_generated_one():
    state = a_state(workshop=a_workshop(key_message="一行め\n二行め\n\nそのあと"))
    assert key_message(Material(state, {}, "ja")) == ("一行め\n二行め", "そのあと")


def test_nothing_is_said_to_be_solved_that_is_not():
    assert made(a_state()) == "課題は、まだ挙がっていません。"
    state = a_state(problems=(a_problem(1, "通知が多い"), a_problem(2)))
    assert made(state) == (
        "2 件の課題が挙がりました\n\n課題 1「通知が多い」と 2「内部の機器の監視ができない」は、"
        "この日は、取り上げられませんでした。"
    )


def test_each_problem_without_an_answer_is_told_as_it_was_left(language):
    words = Texts(language)
    again, left, tried = (a_problem(n, chosen=True) for n in (2, 3, 4))
    others = tuple(a_problem(n) for n in range(5, 12))
    message = made(
        a_state(
            workshop=a_workshop(next_date="2027-01-14"),
            problems=(again, left, tried, *others),
            appraisals=(
                an_appraisal(again, {}, override=Verdict.ASK_AGAIN),
                an_appraisal(left, {}, override=Verdict.LATER),
            ),
        ),
        language,
    )
    by = words("key_message.by.asked", day=words.date("2027-01-14", year=False))
    for promise, problem in (("ask_again", again), ("later", left), ("open", tried)):
        assert words(f"key_message.{promise}", n=1, numbers=problem.number, by=by) in message
    assert words("promises.count.not_discussed", n=7) in message


def test_one_request_is_passed_on_in_the_singular():
    problem = a_problem(6)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, title="小さく"),),
        appraisals=(an_appraisal(problem),),
    )
    assert f"Problem 6 “{problem.title}”: we will pass it on to the product team." in made(
        state, "en"
    )


def test_a_solution_in_part_is_counted_as_such(language):
    partly, whole = a_problem(1, gap_id="alert-assignee"), a_problem(2, "ほかの課題")
    cards = (a_card(partly), a_card(whole))
    state = a_state(problems=(partly, whole), cards=cards)
    assert made(state, language).endswith(Texts(language)("promises.in_part.brief", n=1))


def test_the_only_solution_in_part_says_so(language):
    partly = a_problem(1, gap_id="alert-assignee")
    message = made(a_state(problems=(partly,), cards=(a_card(partly),)), language)
    large = message.partition("\n\n")[0]
    assert large.endswith(Texts(language)("promises.in_part.brief_only"))


def requests_of(*states, language="ja", text=""):
    """A workshop with a request about each problem, from number 6 on, in a state of the team."""
    problems = tuple(a_problem(n) for n in range(6, 6 + len(states)))
    cards = tuple(a_card(each, CardKind.UPDATE) for each in problems)
    requests = tuple(a_request(each, number=each.number - 5) for each in problems)
    news = tuple(
        news_of(request, state)
        for request, state in zip(requests, states, strict=True)
        if state is not RequestState.NEW
    )
    state = a_state(
        workshop=a_workshop(language=language, key_message=text),
        problems=problems,
        cards=cards,
        requests=requests,
        news=news,
        appraisals=tuple(an_appraisal(each, override=Verdict.REQUEST) for each in problems),
    )
    return Material(state, solutions(), language)


def test_an_edited_sentence_about_requests_follows_their_state(language):
    new, sent = RequestState.NEW, RequestState.HANDED_OVER
    before = generated_message(requests_of(new, new, language=language))
    edited = f"わたしのことば My words\n\n{before.partition(chr(10) * 2)[2]} 末尾 end"
    unchanged = requests_of(new, new, language=language, text=edited)
    assert not outdated_sentences(unchanged)
    assert updated_message(unchanged) == edited
    after = requests_of(sent, sent, language=language, text=edited)
    said = Texts(language)("key_message.handed_over", n=2, numbers=both(language), by="")
    assert updated_message(after).count(said) == 1
    assert updated_message(after).startswith("わたしのことば My words\n\n")
    assert updated_message(after).endswith(" 末尾 end")
    assert len(outdated_sentences(after)) == 1
    again = requests_of(sent, sent, language=language, text=updated_message(after))
    assert not outdated_sentences(again)


def both(language, first="", second=""):
    return f"6{first}{Texts(language)('key_message.last')}7{second}"


@pytest.mark.parametrize("named", [True, False])
def test_one_sentence_becomes_two_where_the_states_differ(language, named):
    words = Texts(language)
    numbers = both(language, " (one)", "（二）") if named else both(language)
    text = words("key_message.to_send", n=2, numbers=numbers, by="")
    assert not outdated_sentences(
        requests_of(RequestState.NEW, RequestState.NEW, language=language, text=text)
    )
    states = (RequestState.HANDED_OVER, RequestState.NEW)
    updated = updated_message(requests_of(*states, language=language, text=text))
    assert words("key_message.to_send", n=1, numbers=7, by="") in updated
    assert words("key_message.handed_over", n=1, numbers=6, by="") in updated
    assert text not in updated


def test_a_sentence_about_what_is_no_request_today_is_left_out():
    text = "よい会でした。課題 9 は、製品チームに伝えます。また来ます。"
    assert updated_message(requests_of(RequestState.NEW, text=text)) == "よい会でした。また来ます。"


def test_other_words_about_requests_are_left_alone():
    text = "要望は、来月の会で製品チームに伝えます。"
    assert updated_message(requests_of(RequestState.HANDED_OVER, text=text)) == text
