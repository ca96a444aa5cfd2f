"""Search words for finding an answer again: whole words as people type them."""

import pytest

from benchmarks.requests import sets
from workshop_app.services.answers import Answers
from workshop_app.services.search_advice import search_advice


@pytest.fixture(scope="module")
def answers():
    return Answers()


def advice(answers, text, language):
    return search_advice(answers.search(text, language)[0], (text,), language).split(" ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("内部のネットワーク機器の監視ができない", ["内部", "ネットワーク機器", "監視"]),
        ("夜間バッチの時間帯だけ、アラートを止めたい", ["夜間バッチ", "時間帯", "アラート"]),
        ("証明書の期限が切れそうなときに知らせてほしい", ["証明書", "期限"]),
        ("通知が多すぎて、本当に困るアラートを見落とす", ["通知", "アラート"]),
        ("本社のVPNが切れるたびに、36台分の死活アラートが届く", ["本社", "VPN", "死活アラート"]),
    ],
)
def test_japanese_words_are_whole_and_no_beginnings_of_verbs(answers, text, words):
    assert advice(answers, text, "ja") == words


def test_english_words_are_as_they_were_said(answers):
    text = "Nobody notices when the nightly backups have failed"
    words = advice(answers, text, "en")
    assert "nightly" in words
    assert set(words) <= set(text.split())


def test_with_too_few_words_those_of_the_entry_are_added(answers):
    hit = answers.search("止めたい", "ja")[0]
    own = hit.solution.ja.search_words
    assert search_advice(hit, ("止めたい",), "ja") == " ".join(own[:2])


def test_no_advice_of_any_labelled_request_is_a_cut_word(answers):
    for request in sets()["tuning"][:60]:
        for hit in answers.search(request.text, request.language, 2):
            words = search_advice(hit, (request.text,), request.language)
            assert words
            own = " ".join(hit.solution.text(request.language).search_words)
            assert all(word in request.text or word in own for word in words.split())
