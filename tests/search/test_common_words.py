import pytest

from tests.search.test_index import entry
from workshop_app.search.common_words import is_common_word, is_scene_word
from workshop_app.search.index import SearchIndex
from workshop_app.search.stems import stem


@pytest.mark.parametrize("word", ["somehow", "yesterday", "happens", "everybody"])
def test_words_of_talk_are_light(word):
    assert is_common_word(stem(word))


@pytest.mark.parametrize("word", ["certificate", "memory", "slack", "証明", "=cert"])
def test_words_of_the_trade_are_not(word):
    assert not is_common_word(stem(word))
    assert not is_scene_word(word)


def test_the_scene_of_a_problem_counts_less_than_what_happens_there():
    assert is_scene_word("毎朝")
    index = SearchIndex(
        [
            entry("scene", ja={"problems": ("毎朝、集計が要る",)}),
            entry("trade", ja={"problems": ("停電に弱い",)}),
        ]
    )
    assert index.search("毎朝停電", "ja").entries[0].id == "trade"


def test_a_word_of_talk_counts_less_than_one_of_the_trade():
    index = SearchIndex(
        [
            entry("talk", en={"problems": ("Somehow nobody answers",)}),
            entry("trade", en={"problems": ("Kafka nobody answers",)}),
        ]
    )
    assert index.search("kafka, somehow", "en").entries[0].id == "trade"
    assert index.search("somehow", "en").entries[0].id == "talk"
