import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.query import MOST_WORDS, Query, foreign_words, in_katakana


def asked(text):
    return [word.text for word in Query(text).words]


def test_japanese_is_asked_for_by_pairs_without_its_particles():
    assert asked("監視の通知が") == ["監視", "通知"]


def test_latin_words_are_stems_and_stop_words_left_out():
    assert asked("The alerts are too loud") == ["alert", "too", "loud"]


@pytest.mark.parametrize(
    ("text", "words"), [("できない", ["でき", "きな", "ない"]), ("The", ["the"])]
)
def test_a_query_of_nothing_else_is_asked_for_as_it_is(text, words):
    assert asked(text) == words


def test_a_single_character_matches_words_that_begin_with_it():
    (word,) = Query("遅い").words
    assert (word.text, word.open_ended) == ("遅", True)


@pytest.mark.parametrize("text", ["", " ", "…、。!?", "\ud800", "-*\"'()"])
def test_no_words_ask_for_nothing(text):
    assert asked(text) == []


def test_a_very_long_query_is_shown_by_its_beginning():
    assert len(asked("監視" * 5_000)) == MOST_WORDS


def typed(text, *words):
    query = Query(text)
    return query.typed([word for word in query.words if word.text in words])


def test_matched_words_are_given_as_they_were_typed():
    assert typed("HTTP以外の外形監視", "http", "監視") == ("HTTP", "監視")
    assert typed("ｱﾗｰﾄとＣＰＵ", "アラ", "ラー", "ート", "cpu") == ("ｱﾗｰﾄ", "ＣＰＵ")
    assert typed("ﾀﾞｯｼｭ", "ダッ", "ッシ", "シュ") == ("ﾀﾞｯｼｭ",)


def test_part_of_a_foreign_word_is_not_shown_as_a_match():
    assert typed("プロトコル監視", "プロ", "監視") == ("監視",)


def test_adjacent_words_are_joined_and_each_is_shown_once():
    pairs = ("ネッ", "ット", "トワ", "ワー", "ーク", "ク機", "機器")
    assert typed("ネットワーク機器とネットワーク機器", *pairs) == ("ネットワーク機器",)


@given(st.text(max_size=80))
def test_matched_words_always_occur_in_the_query(text):
    query = Query(text)
    assert all(part in text for part in query.typed(query.words))


FOREIGN = foreign_words("サーバーのディスクとサイト、ログ")


def test_foreign_words_are_three_letters_or_more_with_and_without_a_long_end():
    assert {"サーバー", "サーバ", "ディスク", "サイト"} == FOREIGN


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("でぃすくがいっぱい", "ディスクがいっぱい"),
        ("さーばーのでぃすく", "サーバーのディスク"),
        ("さーばが落ちた", "サーバが落ちた"),
        ("見てくださいと言われた", "見てくださいと言われた"),
        ("ろぐを見る", "ろぐを見る"),
        ("ディスク", "ディスク"),
        ("", ""),
    ],
)
def test_foreign_words_in_hiragana_are_seen_where_a_word_begins(typed, seen):
    assert in_katakana(typed, FOREIGN) == seen


@given(st.text("さーばでぃすくいとのがを", max_size=40))
def test_writing_in_katakana_keeps_every_place(typed):
    assert len(in_katakana(typed, FOREIGN)) == len(typed)


def test_stop_words_are_left_out_unless_they_are_asked_for_or_alone():
    assert "対応" not in asked("誰が対応しているか")
    assert "対応" in asked("対応")
    kept = Query("誰が対応しているか", with_stop_words=True)
    assert "対応" in [word.text for word in kept.words]
