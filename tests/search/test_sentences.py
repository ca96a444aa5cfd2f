"""Which of an entry's problems is close to a query."""

import pytest

from tests.search.test_index import entry
from workshop_app.search.index import SearchIndex

DOWNTIME = (
    "毎月の作業のたびに通知を止め忘れる",
    "メンテナンス中の通知を止めたい",
    "メンテナンス中の通知を止めたいが、だれがいつ戻すのかを決めていない",
)


@pytest.fixture(scope="module")
def index():
    return SearchIndex(
        (
            entry("downtime", {"name": "ダウンタイム", "problems": DOWNTIME}),
            entry("groups", {"name": "通知グループ", "problems": ("通知先を分けたい",)}),
            entry("limits", {"name": "外形監視", "limits": ("メンテナンス中の通知は止まらない",)}),
        )
    )


def near(index, text, language="ja"):
    return {hit.id: hit.near for hit in index.search(text, language).entries}


def test_the_problem_with_the_same_words_is_close_and_of_two_the_one_that_says_less_else(index):
    assert near(index, "メンテナンス中の通知を止めたい")["downtime"] == 1
    assert near(index, "作業のたびに通知を止め忘れる")["downtime"] == 0


def test_one_common_word_makes_no_sentence_close(index):
    found = near(index, "通知を翻訳してタイムカードに印刷し、請求書と一緒に送ってほしい")
    assert found["downtime"] is None


def test_only_problems_are_close_no_limits_and_no_names(index):
    assert near(index, "メンテナンス中の通知")["limits"] is None
    assert near(index, "ダウンタイム")["downtime"] is None


def test_a_query_in_the_other_language_is_close_to_nothing_in_this_one(index):
    assert set(near(index, "メンテナンス中の通知を止めたい", "en").values()) == {None}


def test_each_answer_has_the_weight_of_the_query(index):
    short, long = (index.search(text, "ja").entries for text in ("通知", DOWNTIME[2]))
    assert len({hit.asked for hit in long}) == 1
    assert 0 < short[0].asked < long[0].asked


def test_of_two_sentences_that_hold_as_much_the_shorter_one_is_more_alike():
    rest = "タイムカードに印刷し、請求書と一緒に本社の総務へ毎月かならず送りたい"
    index = SearchIndex(
        (
            entry("a", {"problems": (f"通知を翻訳し、{rest}",)}),
            entry("b", {"problems": ("通知を翻訳したい", rest, "外線の工事が続いている")}),
        )
    )
    assert [hit.id for hit in index.search("通知を翻訳", "ja").entries] == ["b", "a"]


def test_an_entry_is_not_trusted_for_what_is_nearer_to_its_counter_example():
    index = SearchIndex(
        (
            entry(
                "more",
                {
                    "name": "再送",
                    "problems": ("通知を何度も送りたい",),
                    "not_for": ("通知が何度も来て困る",),
                },
            ),
            entry("other", {"name": "請求書の印刷"}),
        )
    )
    wanted, unwanted = (
        index.search(text, "ja").entries[0]
        for text in ("通知を何度も送りたい", "通知が何度も来て困る")
    )
    assert wanted.id == unwanted.id == "more"
    assert wanted.confidence > 0.6
    assert unwanted.confidence <= 0.5
    assert index.search("困る", "ja").entries == ()
