"""Which matched words are shown, and where a text contains them."""

import pytest

from ui.components.matched_words import shown_words, spans_in, whole_words


def test_words_are_shown_in_their_order_each_once():
    assert shown_words(("FTP", "ポート", "ftp", "監視")) == ("FTP", "ポート", "監視")


def test_single_characters_numbers_and_function_words_do_not_match():
    assert shown_words(("番", "21", "into", "to", "no", "the", "監視", "UPS")) == ("監視", "UPS")
    assert shown_words(("night", "too many", "nobody", "in a row")) == ("night", "in a row")
    assert shown_words(("ログ", "ほしい", "したい")) == ("ログ",)


def test_no_more_than_a_few_are_shown():
    assert shown_words(("一二", "三四", "五六", "七八", "九十")) == ("一二", "三四", "五六", "七八")


@pytest.mark.parametrize(
    ("text", "matched", "expected"),
    [
        ("通知が多すぎて困る", ("通知", "多すぎる"), ["通知", "多すぎ"]),
        ("Monitoring of responses", ("monitor", "response"), ["Monitoring", "responses"]),
        ("the monitor", ("mon", "the"), []),
        ("It does not go to the host", ("no", "to", "go", "host"), ["host"]),
        ("The VMs of a portal are set, not settled", ("VM", "port", "set"), ["VMs", "set"]),
        (
            "Jobs stopped and were notified",
            ("job", "stop", "notify"),
            ["Jobs", "stopped", "notified"],
        ),
        ("We were in the web", ("Web サーバー", "in a row"), ["web"]),
        ("Webサーバーの再起動", ("Web サーバー", "再起動"), ["Web", "再起動"]),
        ("We cannot know that nobody noticed", ("no alert", "not notified", "now"), []),
        ("no alert, but the alert rules", ("no alert", "alert list"), ["no alert", "alert"]),
        ("SNMPの機器", ("snmp", "機器"), ["SNMP", "機器"]),
        ("İİ 通知", ("通知",), ["通知"]),
        ("何もない", (), []),
    ],
)
def test_other_forms_of_a_word_are_marked_and_no_other_words(text, matched, expected):
    assert [text[first:last] for first, last in spans_in(text, matched)] == expected


def test_words_that_end_within_a_verb_are_not_shown_beside_whole_ones():
    matched = ("UPS", "切り替", "停電", "知ら", "止ま", "気づかな", "見落と")
    assert whole_words(matched) == ("UPS", "停電")
    kept = ("空き容量", "外から監視", "しきい値", "使いにくい", "気づく", "いっぱい", "取引先")
    assert whole_words(kept[:4]) == kept[:4]
    assert whole_words(kept[4:]) == kept[4:]
    assert whole_words(("止ま",)) == ("止ま",)
    assert whole_words(("夜間当番2人", "以上", "アラート")) == ("夜間当番2人", "アラート")
    assert whole_words(("alerts", "in a row")) == ("alerts", "in a row")
