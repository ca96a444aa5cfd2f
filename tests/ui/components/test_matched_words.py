"""Which matched words are shown, and where a text contains them."""

import pytest

from ui.components.matched_words import shown_words, spans_in


def test_words_are_shown_in_their_order_each_once():
    assert shown_words(("FTP", "ポート", "ftp", "監視")) == ("FTP", "ポート", "監視")


def test_single_characters_numbers_and_little_words_tell_nothing():
    assert shown_words(("番", "21", "into", "the", "監視", "UPS")) == ("監視", "UPS")


def test_no_more_than_a_few_are_shown():
    assert shown_words(("一二", "三四", "五六", "七八", "九十")) == ("一二", "三四", "五六", "七八")


@pytest.mark.parametrize(
    ("text", "matched", "expected"),
    [
        ("通知が多すぎて困る", ("通知", "多すぎる"), ["通知", "多すぎ"]),
        ("Monitoring of responses", ("monitor", "response"), ["Monitoring", "responses"]),
        ("the monitor", ("mon", "the"), []),
        ("SNMPの機器", ("snmp", "機器"), ["SNMP", "機器"]),
        ("İİ 通知", ("通知",), ["通知"]),
        ("何もない", (), []),
    ],
)
def test_other_forms_of_a_word_are_marked_and_no_other_words(text, matched, expected):
    assert [text[first:last] for first, last in spans_in(text, matched)] == expected
