"""Terms that may name a theme."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.common_terms import common_terms

SAID = {
    "1": "外形監視の間隔を短くしたい",
    "2": "ネットワーク機器の監視ができない",
    "3": "ダッシュボードのグラフの期間を変えたい",
    "4": "夜間バッチが止まっても誰も気づかない",
    "5": "監視設定が人に頼っている",
    "6": "夜間に呼ばれる",
    "7": "ダッシュボードが多い",
    "8": "ダッシュボードを壊しそう",
    "9": "ブログを書く時間がない",
    "10": "ログが多い",
}


def found(texts):
    return {one.term: one.keys for one in common_terms(texts) if one is not None}


def test_a_term_of_three_texts_is_suggested_and_one_of_two_is_not():
    assert found(SAID) == {"ダッシュボード": ("3", "7", "8"), "監視": ("1", "2", "5")}


def test_one_word_in_several_forms_is_one_term_in_its_commonest_spelling():
    texts = {
        "1": "Too many Alerts",
        "2": "alerts at night",
        "3": "nobody reads an alert",
        "4": "alerts again",
        "5": "disk",
        "6": "cost",
        "7": "dashboards",
        "8": "hosts",
    }
    assert found(texts) == {"alerts": ("1", "2", "3", "4")}
    japanese = {"1": "サーバが多い", "2": "サーバーが遅い", "3": "サーバーが落ちる"}
    others = {"4": "朝", "5": "夜", "6": "昼"}
    assert found(japanese | others) == {"サーバー": ("1", "2", "3")}


def test_a_term_is_named_as_it_was_written():
    texts = {str(n): f"CPU {n}" for n in range(3)} | {"9": "x", "8": "y", "7": "z"}
    assert list(found(texts)) == ["CPU"]


def test_words_of_talk_are_no_themes():
    said = ("We don't know the cost", "Nobody wants to know it", "I know, until then")
    texts = {str(n): words for n, words in enumerate((*said, "a b", "c d", "e f"))}
    assert found(texts) == {}
    slow = {str(n): f"毎月の時間 {n}" for n in range(3)} | {"9": "朝", "8": "夜", "7": "昼"}
    assert found(slow) == {}


def test_a_term_of_nearly_all_texts_distinguishes_nothing():
    assert found({str(n): f"監視 {n}" for n in range(12)}) == {}


def test_what_is_too_long_for_a_name_is_none():
    assert found({str(n): "a" * 200 for n in range(3)} | {"9": "b", "8": "c", "7": "d"}) == {}


@given(st.dictionaries(st.text(max_size=3), st.text(alphabet="監視アaİｶﾞ .-のß", max_size=9)))
def test_each_term_is_held_by_several_of_the_texts(texts):
    for keys in found(texts).values():
        assert len(set(keys)) == len(keys) >= 3
        assert set(keys) <= set(texts)
