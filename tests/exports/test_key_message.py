"""The key message: generated from the outcomes, unless it was written by hand."""

from dataclasses import replace

import pytest

from exports.key_message import generated_message, key_message, outdated_sentences, updated_message
from exports.material import Material
from tests.helpers.builders import (
    a_card,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_workshop,
    an_appraisal,
    news_of,
)
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import LANGUAGES, Texts


def made(state, language="ja"):
    return generated_message(Material(state, solutions(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_names_the_worst_problem_its_answer_and_what_comes_next(language):
    state = sample_state(language)
    worst = state.chosen[0]
    answer = solutions()[state.cards_of(worst.id)[0].catalogue_id].text(language).answer_line
    large, rest = key_message(Material(state, solutions(), language))
    assert worst.title in rest
    assert answer in rest
    assert all(str(number) in large for number in (12, 16))
    told = [each.title for each in state.requests]
    told += [each.title for each in state.problems if each.number in (11, 13)]
    assert all(each in rest for each in told)


def test_a_message_written_by_a_person_replaces_the_generated_one():
    state = a_state(workshop=a_workshop(key_message="一行め\n二行め\n\nそのあと"))
    assert key_message(Material(state, {}, "ja")) == ("一行め\n二行め", "そのあと")


def test_nothing_is_said_to_be_solved_that_is_not():
    assert made(a_state()) == "課題は、まだ挙がっていません。"
    state = a_state(problems=(a_problem(1, "通知が多い"), a_problem(2)))
    assert made(state) == (
        "2 件の課題が挙がりました\n\n課題 1（通知が多い） と 2（内部の機器の監視ができない） は、"
        "この日は、取り上げられませんでした。"
    )


@pytest.mark.parametrize("language", LANGUAGES)
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
    for promise, problem in (("ask_again", again), ("later", left), ("open", tried)):
        known = words("key_message.named", number=problem.number, text=problem.title)
        assert words(f"key_message.{promise}", n=1, numbers=known) in message
    assert words("promises.count.not_discussed", n=7) in message


def test_the_worst_of_the_solved_problems_comes_first():
    problems = a_problem(1, "一つめ"), a_problem(2, "二つめ"), a_problem(3, "三つめ")
    cards = tuple(a_card(each, CardKind.ANSWER, title="手立て") for each in problems[:2])
    tallies = tuple(a_tally(each, each.number) for each in problems)
    workshop = a_workshop(vote_closed=True)
    state = a_state(workshop=workshop, problems=problems, cards=cards, tallies=tallies)
    expected = "3 件の課題のうち 2 件に、解決方法が見つかりました\n\n例：二つめ → 手立て。"
    assert made(state).startswith(expected)


def test_one_request_is_passed_on_in_the_singular():
    problem = a_problem(6)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, title="小さく"),),
        appraisals=(an_appraisal(problem),),
    )
    assert "We will pass problem 6 (小さく) on to the product team." in made(state, "en")
    wordy = replace(state, requests=(a_request(problem, title="long " * 20),))
    assert "We will pass problem 6 on to the product team." in made(wordy, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_solution_in_part_is_counted_as_such_and_is_not_the_example(language):
    partly, whole = a_problem(1, gap_id="alert-assignee"), a_problem(2, "ほかの課題")
    cards = (a_card(partly), a_card(whole))
    tallies = (a_tally(partly, 5), a_tally(whole, 1))
    state = a_state(problems=(partly, whole), cards=cards, tallies=tallies)
    large, _, rest = made(state, language).partition("\n\n")
    assert whole.title in rest
    assert large.endswith(Texts(language)("promises.in_part.brief", n=1))


@pytest.mark.parametrize("language", LANGUAGES)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edited_sentence_about_requests_follows_their_state(language):
    new, sent = RequestState.NEW, RequestState.HANDED_OVER
    before = generated_message(requests_of(new, new, language=language))
    edited = f"わたしのことば My words\n\n{before.partition(chr(10) * 2)[2]} 末尾 end"
    unchanged = requests_of(new, new, language=language, text=edited)
    assert not outdated_sentences(unchanged)
    assert updated_message(unchanged) == edited
    after = requests_of(sent, sent, language=language, text=edited)
    said = Texts(language)("key_message.handed_over", n=2, numbers=numbers(after, 6, 7))
    assert updated_message(after).count(said) == 1
    assert updated_message(after).startswith("わたしのことば My words\n\n")
    assert updated_message(after).endswith(" 末尾 end")
    assert len(outdated_sentences(after)) == 1
    again = requests_of(sent, sent, language=language, text=updated_message(after))
    assert not outdated_sentences(again)


def numbers(material, *numbers):
    titles = {each.number + 5: each.title for each in material.state.requests}
    named = [material.words("key_message.named", number=n, text=titles[n]) for n in numbers]
    return material.words("key_message.last").join(named)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sentence_becomes_two_where_the_states_differ(language, named):
    words = Texts(language)
    new = requests_of(RequestState.NEW, RequestState.NEW, language=language)
    both = numbers(new, 6, 7) if named else f"6{words('key_message.last')}7"
    text = words("key_message.to_send", n=2, numbers=both)
    assert not outdated_sentences(
        requests_of(RequestState.NEW, RequestState.NEW, language=language, text=text)
    )
    states = (RequestState.HANDED_OVER, RequestState.NEW)
    updated = updated_message(requests_of(*states, language=language, text=text))
    assert words("key_message.to_send", n=1, numbers=numbers(new, 7)) in updated
    assert words("key_message.handed_over", n=1, numbers=numbers(new, 6)) in updated
    assert text not in updated


def test_a_sentence_about_what_is_no_request_today_is_left_out():
    text = "よい会でした。課題 9 は、製品チームに伝えます。また来ます。"
    assert updated_message(requests_of(RequestState.NEW, text=text)) == "よい会でした。また来ます。"


def test_other_words_about_requests_are_left_alone():
    text = "要望は、来月の会で製品チームに伝えます。"
    assert updated_message(requests_of(RequestState.HANDED_OVER, text=text)) == text
