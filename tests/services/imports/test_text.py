import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import builders
from workshop_app.domain.text import LINE_LIMIT, clean
from workshop_app.services.imports.text import parse_list, without_bullet

THIRTEEN = """お世話になっております。要望を送ります。

1. プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない
2. 内部のネットワーク機器の監視ができない
3. ダッシュボード上でグラフの表示期間の変更ができない
"""

texts = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("・●-*+–①②⑴1234567890.．)）(（、：: 　\t\n\r\v\f\u200b\u2028"),
        st.sampled_from("監視通知アラートabcXYZ"),
    ),
    max_size=120,
)


def words(text):
    return [line.text for line in parse_list(text).lines]


def test_a_pasted_list_loses_its_numbers_and_empty_lines_only():
    assert words(THIRTEEN) == [
        "お世話になっております。要望を送ります。",
        "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
        "内部のネットワーク機器の監視ができない",
        "ダッシュボード上でグラフの表示期間の変更ができない",
    ]


@pytest.mark.parametrize(
    "bullet",
    ["・", "・ ", "● ", "■", "- ", "* ", "– ", "1. ", "1.", "12) ", "(3) ", "（４）", "① ", "⑴",
     "１．", "１）", "1、", "1：", "１　", "3\t", "【2】", "[ ] ", "- 1. ", "　・", "> ", "✓ "],
)  # fmt: skip
def test_bullets_and_numbers_come_off(bullet):
    assert without_bullet(f"{bullet}監視が止まる") == "監視が止まる"


@pytest.mark.parametrize(
    "text",
    ["3分ごとに確認したい", "-1になる", "－１になる", "1.5倍に増えた", "2.x系で動かない",
     "3:2で分ける", "○○社の監視が", "・・・が出ない", "①と②の違いが分からない",
     "100%に張り付く", "5xxが多い",
     "*印の行", "-f を付けると落ちる", "2025.6.12から止まった", "1、2台目だけ遅い",
     "> 90% で鳴ってほしい", "10：30に止まる", "24時間365日"],
)  # fmt: skip
def test_text_that_only_looks_like_a_bullet_stays(text):
    assert without_bullet(text) == text


@pytest.mark.parametrize(
    "text",
    ["1 夜間のバッチ\n2 通知が多い", "１ 夜間のバッチ\n\n２  通知が多い\n",
     "01 夜間のバッチ\n02 通知が多い", "・1 夜間のバッチ\n・2 通知が多い"],
)  # fmt: skip
def test_plain_numbers_come_off_where_lines_are_numbered_in_a_row(text):
    assert words(text) == ["夜間のバッチ", "通知が多い"]
    assert words("要望です。\n" + text) == ["要望です。", "夜間のバッチ", "通知が多い"]


@pytest.mark.parametrize(
    "text",
    ["1 夜間のバッチ", "3 台が止まる\n4 台目も遅い", "1 台目が止まる\n2 台目も遅い\n3 台は無事",
     "1 host is slow\n2 hosts are down", "1 夜間\n3 通知", "2 夜間\n1 通知",
     "1 夜間\n通知\n監視\n2 外形", "1 夜間\n1 通知", "1 2\n3 4"],
)  # fmt: skip
def test_numbers_that_may_be_words_stay(text):
    assert words(text) == text.split("\n")


def test_brackets_at_the_end_name_who_said_a_line():
    names = ["山本 由美", "佐々木 亮", "佐々木 健", "Ann Lee"]
    people = [builders.a_participant(number, name) for number, name in enumerate(names, 1)]
    text = (
        "1 夜間バッチが失敗しても気づけない (山本)\n2 通知が多い（佐々木）\n"
        "3 監視が遅い（佐々木 健さん）。\n4 Alerts come twice (Lee)\n5 外形監視（HTTP）\n6 (山本)"
    )
    lines = parse_list(text, people=people).lines
    assert [(line.text, line.speaker) for line in lines] == [
        ("夜間バッチが失敗しても気づけない", "山本"),
        ("通知が多い", "佐々木"),
        ("監視が遅い。", "佐々木 健さん"),
        ("Alerts come twice", "Lee"),
        ("外形監視（HTTP）", ""),
        ("(山本)", ""),
    ]
    assert parse_list("通知が多い (山本)").lines[0].text == "通知が多い (山本)"


def test_a_bullet_with_nothing_behind_it_is_no_line():
    assert words("・\n1.\n-\n①\n\u200b\n　\n監視") == ["監視"]


def test_each_line_has_its_number_in_the_source():
    assert [line.source_line for line in parse_list("\n・a\n\n・b").lines] == [2, 4]


def test_a_greeting_and_a_signature_stand_beside_the_list():
    wishes = ("1. 通知が多い", "2. 監視が漏れる", "続き", "3. 復旧が遅い", "4. 夜に眠れない")
    mail = "\n".join(("お世話になっております。", "", *wishes, "", "情シス 佐藤"))
    lines = parse_list(mail).lines
    assert [line.beside_list for line in lines] == [True, *[False] * 5, True]


@pytest.mark.parametrize(
    "text",
    [
        "通知が多い\n監視が漏れる\n復旧が遅い",
        "課題です\n・通知が多い\n・監視が漏れる",
        "一\n二\n三\n・四\n・五\n・六",
    ],
)
def test_without_a_clear_list_every_line_belongs_to_it(text):
    assert not any(line.beside_list for line in parse_list(text).lines)


def test_repeats_are_marked_and_kept():
    known = builders.a_problem(number=7, first_wording="通知が多すぎる")
    preview = parse_list("・監視\n監視が遅い\n2. 監 視\n通知が多すぎる", [known])
    assert [line.same_as_line for line in preview.lines] == [None, None, 1, None]
    assert [line.same_as_problem for line in preview.lines] == [None, None, None, 7]
    assert [line.text for line in preview.to_add] == ["監視", "監視が遅い"]
    assert len(preview.repeats) == 2


def test_a_concrete_wording_counts_as_known_too():
    known = builders.a_problem(number=2, first_wording="うるさい", wording="夜の通知が多い")
    assert parse_list("夜の通知が多い", [known]).lines[0].same_as_problem == 2


def test_a_line_that_is_too_long_is_kept_complete_and_marked():
    preview = parse_list("短い\n" + "長" * (LINE_LIMIT + 1))
    assert [line.too_long for line in preview.lines] == [False, True]
    assert len(preview.lines[1].text) == LINE_LIMIT + 1
    assert [line.text for line in preview.to_add] == ["短い"]


def test_a_hundred_thousand_characters_are_read_at_once():
    assert len(parse_list("・監視が遅い\n" * 14_000).lines) == 14_000
    assert len(parse_list("1" * 100_000).lines[0].text) == 100_000


@given(texts)
def test_no_letter_of_any_line_is_lost(text):
    def letters(string):
        return [c for c in string if unicodedata.category(c)[0] == "L"]

    given_text = clean(text.replace("\v", "\n").replace("\f", "\n"))
    assert letters("".join(words(text))) == letters(given_text)


@given(texts)
def test_its_own_output_is_not_changed(text):
    once = words(text)
    assert words("\n".join(once)) == once


@given(texts)
def test_every_line_is_one_line_with_no_space_around(text):
    for line in words(text):
        assert line == line.strip()
        assert line
        assert "\n" not in line
        assert "\t" not in line
