"""Line breaks for Japanese and English text, without losing characters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.line_breaks import _filled, break_lines, has_hiragana


def lines(text, room, first_room=None):
    """The lines of `text` if every character is one wide."""
    cut = break_lines(text, [1.0] * len(text), room, first_room)
    return [text[start:end] for start, end in cut]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("あいうえおかきく", 5, ["あいうえお", "かきく"]),
        ("あいうえお。かき", 5, ["あいうえ", "お。かき"]),
        ("あいうえ「かきく」", 5, ["あいうえ", "「かきく」"]),
        ("あいうえっと、かきく", 4, ["あいう", "えっと、", "かきく"]),
        ("監視をMackerelで", 9, ["監視を", "Mackerelで"]),
        ("監視を Mackerel で行う", 8, ["監視を", "Mackerel", "で行う"]),
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("かならず46 台ある", 6, ["かならず", "46 台ある"]),
        ("かならず46台ある", 6, ["かならず", "46台ある"]),
        ("止めたい 12：アラート", 9, ["止めたい", "12：アラート"]),
        ("stopped 12: alerts here", 12, ["stopped", "12: alerts", "here"]),
        ("武者小路 様", 5, ["武者小", "路 様"]),
        ("担当は武者小路 様", 8, ["担当は", "武者小路 様"]),
        ("株式会社港 御中", 7, ["株式会社", "港 御中"]),
        ("待つ……のか", 3, ["待", "つ……", "のか"]),
        ("一行目\n\n三行目", 9, ["一行目", "", "三行目"]),
        ("", 9, [""]),
    ],
)
def test_lines_end_by_the_rules(text, room, expected):
    assert lines(text, room) == expected


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("死活監視が鳴り続けて当番が見落とす", 12, ["死活監視が鳴り続けて", "当番が見落とす"]),
        ("アラートグループで束にできます", 10, ["アラートグループで", "束にできます"]),
        ("画面で期間を変えられるのを知らない", 14, ["画面で期間を変えられるのを", "知らない"]),
        ("監視を止めて、終わると戻し忘れる", 14, ["監視を止めて、", "終わると戻し忘れる"]),
        ("時刻をグラフに書き込むのは手作業", 10, ["時刻をグラフに", "書き込むのは手作業"]),
        ("電池運転に切り替わったことを", 9, ["電池運転に", "切り替わったことを"]),
        ("集計がいつ間に合わなくなるか", 9, ["集計がいつ", "間に合わなくなるか"]),
        (
            "ありがとうございました（みなと食品 本社会議室）",
            15,
            ["ありがとうございました", "（みなと食品 本社会議室）"],
        ),
        ("ログ機能のはじめかた", 8, ["ログ機能の", "はじめかた"]),
        ("reach the target of the hosts", 25, ["reach the target of", "the hosts"]),
        ("in these notes", 10, ["in these", "notes"]),
        ("make a rule for Filesystem % uses", 27, ["make a rule for", "Filesystem % uses"]),
    ],
)
def test_a_line_ends_with_a_phrase_where_that_costs_no_line(text, room, expected):
    assert lines(text, room) == expected


def test_no_line_ends_within_what_is_joined():
    text = "監視とアラート通知 → チェック監視を使う → 活用例"
    begin = text.index("→ チ")
    end = text.index(" → 活")
    cut = break_lines(text, [1.0] * len(text), 16, joined=range(begin + 1, end))
    assert [text[a:b] for a, b in cut] == ["監視とアラート通知", "→ チェック監視を使う", "→ 活用例"]


@given(
    text=st.text(alphabet="監視を止めて、終わるのアラート123 ab", min_size=1, max_size=90),
    room=st.integers(8, 30),
)
def test_reading_well_costs_no_line_and_at_most_one_in_japanese(text, room):
    cut = break_lines(text, [1.0] * len(text), room)
    assert all(b - a <= room for a, b in cut)
    full = _filled(text, [1.0] * len(text), room, None, ())
    assert len(cut) <= len(full) + has_hiragana(text)


def test_a_word_is_not_torn_if_one_more_line_is_enough():
    text = "待ち時間を、ロールごとに設定できるようにする予定です"
    assert not any(line.endswith("でき") for line in lines(text, 17))


def test_an_address_too_long_for_a_line_is_split_at_its_slashes():
    address = "https://mackerel.io/ja/docs/entry/howto/network-monitoring"
    cut = lines(address, 30)
    assert "".join(cut) == address
    assert all(line.endswith(("/", "-")) for line in cut[:-1])


def test_an_address_that_fits_a_line_is_never_split():
    assert lines("ヘルプ https://mackerel.io/ja/docs", 28)[1] == "https://mackerel.io/ja/docs"


def test_a_word_that_does_not_fit_behind_a_badge_goes_to_the_next_line_whole():
    assert lines("Mackerel", 10, first_room=4) == ["", "Mackerel"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("請求バッチの cron に mkr wrap を足す", ["請求バッチの cron に", "mkr wrap を足す"]),
        ("監視のために check-ping を足す", ["監視のために", "check-ping を足す"]),
    ],
)
def test_a_particle_stays_with_its_word_and_a_name_of_several_words_is_whole(text, expected):
    assert lines(text, 20) == expected


def test_a_name_in_angle_brackets_keeps_them():
    for room in range(5, 12):
        cut = lines("監視<通知><設定>の話" * 4, room)
        assert not any(line[0] == ">" or line[-1] == "<" for line in cut)


def test_a_letter_keeps_its_accents():
    accented = "e\u0301\u0302"
    assert all(line[0] != "\u0301" for line in lines(accented * 9, 4))


MIXED = st.text(alphabet="あア漢字、。「」（）…ーっabc /.-123 \n\u0301", max_size=200)


@given(text=MIXED, room=st.integers(2, 30))
def test_no_letter_is_lost_or_doubled_at_a_line_end(text, room):
    cut = break_lines(text, [1.0] * len(text), room)
    assert "".join("".join(text[a:b] for a, b in cut).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(cut))
    assert all(b - a <= room for a, b in cut)


def test_a_megabyte_without_a_space_takes_no_longer_than_its_length():
    text = "A" * 1_000_000
    cut = break_lines(text, [1.0] * len(text), 60)
    assert sum(b - a for a, b in cut) == len(text)
