import pytest

from workshop_app.search.terms import Term
from workshop_app.services.experience import SearchedWords

WORDS = SearchedWords(
    [
        ("a", "証明書 期限"),
        ("b", "Certificate-expiry check"),
        ("c", "uncertain\n証明書"),
        ("d", ""),
        ("e", "ＳＳＬ　証明書"),
    ]
)


@pytest.mark.parametrize(
    ("word", "cards"),
    [
        ("証明", "ace"),
        ("期限", "a"),
        ("cert", "b"),
        ("expiry", "b"),
        ("ssl", "e"),
        ("書期", ""),
        ("disk", ""),
    ],
)
def test_cards_are_found_by_a_word_latin_ones_by_its_beginning(word, cards):
    found = WORDS.holding(Term(word, 0, len(word)))
    assert "".join(sorted(WORDS.cards[number] for number in found)) == cards


def test_without_cards_nothing_is_found():
    assert SearchedWords([]).holding(Term("証明", 0, 2)) == frozenset()
