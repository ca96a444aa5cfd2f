"""Search words for finding an answer again: whole words as people type them."""

import pytest

from benchmarks.requests import sets
from workshop_app.domain.text import match_key
from workshop_app.services.search_advice import search_advice


def advice(answers, text, language):
    return search_advice(answers.search(text, language)[0], (text,), language).split(" ")


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("証明書の期限が切れそうなときに知らせてほしい", "ja", "証明書 期限"),
        ("DBの接続数が上限に当たった", "ja", "DB 接続数"),
        ("Alerts ring during maintenance", "en", "alerts maintenance"),
    ],
)
def test_words_of_the_problem_are_given_if_they_are_terms_of_the_answer(
    answers, text, language, words
):
    assert " ".join(advice(answers, text, language)).casefold() == words.casefold()


@pytest.mark.parametrize(
    ("text", "language", "others"),
    [
        (
            "A certificate ran out and the site was down in the morning",
            "en",
            {"ran", "site", "out"},
        ),
        ("Nobody notices when the nightly backups have failed", "en", {"nightly", "notices"}),
        ("夜間バッチの時間帯だけ、アラートを止めたい", "ja", {"夜間バッチ", "時間帯"}),
        ("本社のVPNが切れるたびに、36台分の死活アラートが届く", "ja", {"本社", "VPN"}),
    ],
)
def test_what_happened_is_no_search_word(answers, text, language, others):
    assert not set(advice(answers, text, language)) & others


def test_all_advice_of_labelled_requests_are_terms_of_the_answer(answers):
    for request in (*sets()["tuning"], *sets()["everyday"]):
        for hit in answers.search(request.text, request.language, 2):
            entry = hit.solution.text(request.language)
            words = search_advice(hit, (request.text,), request.language)
            terms = match_key(" ".join((entry.name, *entry.search_words, entry.help_path)))
            for word in words.split():
                assert match_key(word.removesuffix("s")) in terms, (request, words)


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
