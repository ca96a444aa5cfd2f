"""Searches with several phrasings, or several sentences."""

import pytest

from workshop_app.services.answers import Findings
from workshop_app.services.judging import quality_of
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.multi_search import search_phrasings

CERTIFICATE = "証明書の期限が切れそうなときに知らせてほしい。"
CLOSED = "間違えて手で閉じたアラートを発生中に戻したい。"
AROUND = "更新の一覧を表計算で持っていて、去年一回切らした。"


def ids(found):
    return [hit.solution.id for hit in found.answers]


def test_one_sentence_is_an_ordinary_search(answers):
    text = "内部のネットワーク機器の監視ができない"
    assert search_phrasings(answers, (text,), "ja") == answers.find(text, "ja")
    assert search_phrasings(answers, ("", f" {text} ", text), "ja") == answers.find(text, "ja")
    assert search_phrasings(answers, (), "ja") == Findings()


def test_either_wording_of_a_problem_finds_its_answers_and_neither_hides_the_other(answers):
    first = "内部のネットワーク機器の監視ができない"
    concrete = "7拠点のL3スイッチ14台は、週1回の目視のほかに異常を知る手段がない"
    both = search_phrasings(answers, (concrete, first), "ja")
    assert ids(both)[0] == answers.search(first, "ja")[0].solution.id
    assert quality_of(both) is MatchQuality.ANSWER
    assert len(ids(both)) == len(set(ids(both)))


def test_a_sentence_finds_its_answer_among_others_with_less_confidence_than_by_itself(answers):
    alone = search_phrasings(answers, (CERTIFICATE,), "ja")
    among = search_phrasings(answers, (CERTIFICATE + AROUND,), "ja")
    best = among.answers[0]
    assert "cert" in best.solution.id
    assert quality_of(among) in (MatchQuality.ANSWER, MatchQuality.CANDIDATES)
    assert best.confidence < alone.answers[0].confidence


@pytest.mark.parametrize("text", ["。。。", "?", "a.b.c", "長い文。" * 5_000])
def test_odd_texts_raise_nothing(answers, text):
    found = search_phrasings(answers, (text,), "ja", 5)
    assert len(found.answers) <= 5
    assert all(0 <= hit.confidence <= 1 for hit in (*found.answers, *found.gaps))


def test_a_sentence_finds_its_gap_among_others_with_less_confidence_than_by_itself(answers):
    alone = search_phrasings(answers, (CLOSED,), "ja").gaps[0]
    among = search_phrasings(answers, (CLOSED + AROUND,), "ja").gaps[0]
    assert alone.gap.id == among.gap.id == "alert-undo-close"
    assert 0 < among.confidence < alone.confidence
