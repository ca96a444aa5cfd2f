import pytest

from workshop_app.search.similarity import distinctive_words, similar_texts, word_weight
from workshop_app.search.terms import Term


def test_words_of_any_text_do_not_match():
    assert set(distinctive_words("Mackerelで証明書の期限を知りたい")) >= {"証明", "明書", "期限"}
    assert "mackerel" not in distinctive_words("Mackerel certificate")


def test_a_rare_word_weighs_more_and_a_common_one_nothing():
    word = Term("証明", 0, 2)
    weights = [word_weight(word, share) for share in (0.0, 0.001, 0.01, 0.04, 0.05, 0.5)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == weights[1]
    assert weights[3] > 0
    assert weights[4:] == [0.0, 0.0]


def test_pairs_of_a_long_run_count_less_each():
    assert word_weight(Term("証明", 0, 2, run=4), 0.01) == pytest.approx(
        word_weight(Term("証明", 0, 2), 0.01) / 2
    )


def texts(*numbers):
    return frozenset(numbers)


def test_a_text_with_half_of_the_weight_is_alike_and_the_likest_comes_first():
    words = [(texts(1, 2), 2.0), (texts(2, 3), 1.0), (texts(3), 1.0)]
    assert similar_texts(words, 10) == [2, 1, 3]
    assert similar_texts(words, 1) == [2]


def test_less_than_half_is_not_alike():
    assert similar_texts([(texts(1), 2.0), (texts(2), 2.1), (texts(), 0.5)], 10) == []


def test_one_word_that_is_not_rare_is_not_enough():
    assert similar_texts([(texts(1, 2, 3), 1.5)], 10) == []
    assert similar_texts([(texts(1, 2, 3), 2.5)], 10) == [1, 2, 3]


def test_texts_with_only_the_frequent_words_are_found_if_those_weigh_half():
    frequent = [(frozenset(range(100)), 1.0)] * 3
    assert similar_texts([(texts(200), 3.0), *frequent], 500) == [*range(100), 200]
    assert similar_texts([(texts(200), 3.1), *frequent], 500) == [200]


def test_nothing_asked_finds_nothing():
    assert similar_texts([], 10) == []
    assert distinctive_words("") == {}
