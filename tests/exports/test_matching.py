"""Names are found as whole words, but not as parts of words."""

import pytest

from exports.matching import pattern_of


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("青木", "青木さんが言った"),
        ("青木", "これは青木様の課題"),
        ("青木", "株式会社青木は"),
        ("青木 健", "青木健が"),
        ("青木 健", "青木\r\n健"),
        ("原", "原さんが"),
        ("大阪商事", "先月の大阪商事社内で"),
        ("大阪商事", "大阪\r\n商事"),
        ("クロネ", "前のクロネは"),
        ("Northwind", "at Northwind, last year"),
        ("northwind", "NORTHWIND"),
        ("Northwind", "ＮＯＲＴＨＷＩＮＤ"),
        ("Northwind", "North\r\nwind"),
        ("web-01", "web-01が止まる"),
        ("𠮷田 太郎", "吉田 太郎 様"),
        ("吉田 太郎", "𠮷田太郎"),
        ("葛\U000e0100城 一", "葛城 一 様"),
    ],
)
def test_a_name_is_found(name, text):
    from exports.matching import folded

    assert pattern_of(name).search(folded(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("原", "原因が分からない"),
        ("関", "関連する課題"),
        ("青木", "青木原の調査"),
        ("山田", "中山田村"),
        ("クロネ", "クロネコ"),
        ("Wind", "Northwind"),
        ("web-1", "web-10"),
        ("db01", "db011"),
    ],
)
def test_a_part_of_another_word_is_not(name, text):
    assert not pattern_of(name).search(text)


def test_a_pattern_of_any_text_can_be_made():
    for text in ("(", "a.b*c", "🔥", "\u200f", "x" * 5000):
        assert pattern_of(text).search(text)
