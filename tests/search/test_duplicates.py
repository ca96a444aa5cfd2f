"""Possible duplicates in realistic lists of problems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.duplicates import MOST_PAIRS, possible_duplicates, weighted_words

JAPANESE = {
    1: "リリースのたびに監視を手で止めている",
    2: "本番と検証の環境が見分けられない",
    3: "店舗のルーターが切れても気づけない",
    4: "各拠点の回線が切れたことが分からない",
    5: "当番の引き継ぎがメモ頼みになっている",
    6: "オンコールの引き継ぎがうまくいかない",
    7: "去年の同じ時期と比べられない",
    8: "社内のネットワーク機器を監視できない",
    9: "内部のネットワーク機器の監視ができない",
    10: "CPU使用率のアラートがすぐ鳴る",
    11: "CPUの一時的な上昇でアラートが鳴ってしまう",
    12: "手順書が古くて役に立たない",
    13: "夜間バッチが止まっても、朝まで誰も気づかない",
    14: "監視項目の追加に時間がかかる",
    15: "ダッシュボードが人によってばらばら",
    16: "ダッシュボードを壊してしまいそう",
}
SAME_IN_JAPANESE = {(3, 4), (5, 6), (8, 9), (10, 11)}
ENGLISH = {
    1: "For every release somebody stops monitoring by hand",
    2: "Production and staging look the same",
    3: "Customers tell us that the payment page is down",
    4: "We usually hear about outages from customers",
    5: "Handover between on-call shifts relies on notes",
    6: "On-call handover does not work well",
    7: "We can't compare with the same season last year",
    8: "We cannot monitor our network devices",
    9: "The network devices in the office are not monitored",
    10: "The CPU alert fires too easily",
    11: "Short CPU spikes trigger an alert",
    12: "The runbooks are out of date",
    13: "When a nightly batch job fails nobody notices until morning",
    14: "The dashboards are different for each of us",
    15: "I am afraid to break the dashboards",
}
SAME_IN_ENGLISH = {(3, 4), (5, 6), (8, 9), (10, 11)}


def pairs(texts):
    return [pair for pair in possible_duplicates(texts) if pair is not None]


def named(texts):
    found = pairs({str(number): words for number, words in texts.items()})
    return {(int(pair.first), int(pair.second)) for pair in found}


def test_the_same_in_other_words_is_found_and_nothing_else():
    assert named(JAPANESE) == SAME_IN_JAPANESE
    assert named(ENGLISH) == SAME_IN_ENGLISH


def test_the_most_alike_are_first():
    similarities = [pair.similarity for pair in pairs({str(n): w for n, w in JAPANESE.items()})]
    assert similarities == sorted(similarities, reverse=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ログの監視がまだできていない", "ネットワーク機器を監視できていない"),
        ("ダッシュボード", "ダッシュボードの色"),
        ("We don't know what costs how much", "We don't know how to choose thresholds"),
        ("監視が遅い", "監視が高い"),
        ("ディスクがいっぱいになる前に知りたい", "オフィスの複合機の紙詰まりを知りたい"),
    ],
)
def test_texts_with_one_common_word_or_only_the_same_end_are_not_duplicates(one, other):
    assert pairs({"1": one, "2": other, "3": "別のこと"}) == []


def test_equal_words_are_one_however_they_were_typed():
    assert [p.similarity for p in pairs({"1": "遅い", "2": "遅 い"})] == [1.0]
    assert [p.similarity for p in pairs({"1": "ＤＢが重い", "2": "dbが重い"})] == [1.0]


def test_a_meaning_counts_once_whatever_word_expressed_it():
    assert weighted_words("Slackの通知") == {"=chat": (1.0, "slack"), "=notify": (1.0, "通知")}
    assert set(weighted_words("サーバー")) == set(weighted_words("マシン"))


SITES = ("東京の倉庫", "大阪の工場", "Webサイト")
TROUBLES = (
    "夜間のアラートが多い",
    "バッチの失敗に気づけない",
    "ログのエラーに気づけない",
    "グラフが多くて見きれない",
    "スイッチの監視ができない",
)


@pytest.mark.parametrize("form", ["{}：{}", "【{}】{}", "[{}] {}", "{}: {}", "{} - {}"])
def test_the_same_trouble_at_several_sites_is_found_and_no_other_of_a_site(form):
    texts = {
        str(10 * site + trouble): form.format(SITES[site], TROUBLES[trouble])
        for site in range(len(SITES))
        for trouble in range(len(TROUBLES))
    }
    found = pairs(texts)
    assert all(int(pair.first) % 10 == int(pair.second) % 10 for pair in found)
    assert len(found) == 3 * len(TROUBLES)


def test_a_heading_belongs_to_the_subject_if_only_a_word_stands_after_it():
    assert pairs({"1": "DB：遅い", "2": "Web：遅い", "3": "DB：重い"}) == []
    assert named({1: "[DB] It is slow", 2: "[Web] It is slow", 3: "[DB] It's slow"}) == {(1, 3)}


def test_texts_that_are_more_similar_to_others_are_no_pair():
    texts = {1: "バッチの失敗の通知", 2: "誰でもバッチの失敗の通知",
             3: "ログのエラーの通知", 4: "誰でもログのエラーの通知"}  # fmt: skip
    assert named({1: texts[1], 3: texts[3]}) == {(1, 3)}
    assert named(texts) == {(1, 2), (3, 4)}


def test_texts_with_common_meanings_but_no_common_word_are_not_duplicates():
    texts = {1: "各拠点の回線", 2: "ネットワーク機器", 3: "拠点の回線"}
    assert named(texts) == {(1, 3)}


def test_an_empty_text_is_similar_to_nothing():
    assert pairs({}) == pairs({"1": ""}) == []
    assert pairs({"1": "", "2": "。。", "3": ""}) == []


@given(st.dictionaries(st.text(max_size=3), st.text(alphabet="監視通知abc のが", max_size=12)))
def test_similarity_is_a_share_and_each_pair_is_yielded_once(texts):
    found = pairs(texts)
    assert all(0 < pair.similarity <= 1.0000001 for pair in found)
    assert len({frozenset((p.first, p.second)) for p in found}) == len(found)


def test_the_likest_of_a_thousand_problems_are_found_in_small_steps():
    texts = {str(n): f"{n % 97} 番のサーバーがおそい" for n in range(1000)}
    steps = list(possible_duplicates(texts))
    assert len([step for step in steps if step]) == MOST_PAIRS
    assert steps.count(None) >= len(texts)
