"""Suggestions by similar words: what is found and what is not."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.alike import alike_pairs, terms_of, theme_groups

SAID = {
    "1": "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "2": "内部のネットワーク機器の監視ができない",
    "3": "ダッシュボード上でグラフの表示期間の変更ができない",
    "4": "夜間バッチが止まっても、朝まで誰も気づかない",
    "12": "社内のネットワーク機器を監視できない",
    "13": "夜間バッチの終わりが分からない",
    "14": "ダッシュボードが人によってばらばら",
    "15": "ダッシュボードを壊してしまいそう",
}
ENGLISH = {
    "1": "We cannot monitor the network devices in the office",
    "2": "Network devices in the office cannot be monitored",
    "3": "The dashboards are different for each of us",
    "4": "Too many alerts at night",
}


def test_two_ways_of_saying_the_same_are_the_first_pair():
    first = alike_pairs(SAID)[0]
    assert (first.first, first.second) == ("2", "12")
    assert [(p.first, p.second) for p in alike_pairs(ENGLISH)] == [("1", "2")]


def test_what_only_ends_alike_is_not_called_the_same():
    pairs = {(p.first, p.second) for p in alike_pairs(SAID)}
    assert ("2", "3") not in pairs
    assert ("1", "4") not in pairs


def test_a_term_of_three_is_a_theme_and_one_of_two_is_not():
    groups = theme_groups(SAID)
    assert [(g.term, g.ids) for g in groups if g.term == "ダッシュボード"] == [
        ("ダッシュボード", ("3", "14", "15"))
    ]
    assert "夜間" not in [g.term for g in groups]


def test_a_theme_is_named_as_it_was_written():
    texts = {str(n): f"CPU {n}" for n in range(3)} | {"9": "x", "8": "y", "7": "z"}
    assert "CPU" in [group.term for group in theme_groups(texts)]


def test_a_term_of_nearly_all_tells_nothing_apart():
    assert theme_groups({str(n): f"監視 {n}" for n in range(12)}) == ()


def test_terms_are_things_and_no_little_words():
    assert terms_of("ＨＴＴＰ の監視ができない and the CPU") == ["http", "監視", "cpu"]


def test_nothing_is_like_nothing():
    assert alike_pairs({}) == alike_pairs({"1": ""}) == ()
    assert alike_pairs({"1": "", "2": "。。"}) == ()
    assert [p.likeness for p in alike_pairs({"1": "遅い", "2": "遅い"})] == [1.0]


@given(st.dictionaries(st.text(max_size=3), st.text(alphabet="監視通知abc のが", max_size=12)))
def test_likeness_is_a_share_and_each_pair_is_told_once(texts):
    pairs = alike_pairs(texts)
    assert all(0 < pair.likeness <= 1.0000001 for pair in pairs)
    assert len({frozenset((p.first, p.second)) for p in pairs}) == len(pairs)


def test_a_thousand_problems_give_a_bounded_answer():
    texts = {str(n): f"{n % 97} 番のサーバーの監視が {n % 89} 分おくれる" for n in range(1000)}
    assert len(alike_pairs(texts)) < 60_000
