"""Answers to what was said in several ways, or in several sentences."""

import pytest

from workshop_app.services.answers import Answers
from workshop_app.services.multi_search import answers_to
from workshop_app.services.trust import Trust, trust

CERTIFICATE = "証明書の期限が切れそうなときに知らせてほしい。"
AROUND = "更新の一覧を表計算で持っていて、去年一回切らした。"


@pytest.fixture(scope="module")
def answers():
    return Answers()


def ids(found):
    return [hit.solution.id for hit in found]


def test_one_sentence_is_an_ordinary_search(answers):
    text = "内部のネットワーク機器の監視ができない"
    assert answers_to(answers, (text,), "ja") == answers.search(text, "ja")
    assert answers_to(answers, ("", f" {text} ", text), "ja") == answers.search(text, "ja")
    assert answers_to(answers, (), "ja") == ()


def test_either_wording_of_a_problem_finds_its_answers_and_neither_hides_the_other(answers):
    first = "内部のネットワーク機器の監視ができない"
    concrete = "7拠点のL3スイッチ14台は、週1回の目視のほかに異常を知る手段がない"
    both = answers_to(answers, (concrete, first), "ja")
    assert ids(both)[0] == answers.search(first, "ja")[0].solution.id
    assert trust(both) is Trust.FITS
    assert len(ids(both)) == len(set(ids(both)))


def test_a_sentence_finds_its_answer_among_others_but_is_believed_less_than_alone(answers):
    alone = answers_to(answers, (CERTIFICATE,), "ja")
    among = answers_to(answers, (CERTIFICATE + AROUND,), "ja")
    best = among[0]
    assert "cert" in best.solution.id
    assert trust(among) in (Trust.FITS, Trust.MAY_FIT)
    same = next(hit for hit in alone if hit.solution.id == best.solution.id)
    assert best.belief < same.belief


@pytest.mark.parametrize("text", ["。。。", "?", "a.b.c", "長い文。" * 5_000])
def test_odd_texts_do_no_harm(answers, text):
    found = answers_to(answers, (text,), "ja", 5)
    assert len(found) <= 5
    assert all(0 <= hit.belief <= 1 for hit in found)
