"""Words of the full-text index: short Japanese words are found, but only whole matches."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.words import at_most, index_words, match_expression


def found(query: str, text: str) -> bool:
    """Return whether a real index with `text` finds it by `query`."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(words, tokenize='unicode61')")
    connection.execute("INSERT INTO texts VALUES (?)", [" ".join(index_words(text))])
    expression = match_expression(query)
    rows = connection.execute("SELECT 1 FROM texts WHERE texts MATCH ?", [expression]).fetchall()
    connection.close()
    return bool(rows)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("監視", "外形監視ができない"),
        ("通知", "夜の通知が多すぎる"),
        ("外形監視", "外形監視ができない"),
        ("snmp", "UPSのSNMPトラップ"),
        ("ＳＮＭＰ", "UPSのSNMPトラップ"),
        ("Mack", "Mackerelのグラフ"),
        ("ｸﾞﾗﾌ", "グラフの期間"),
        ("グラフ 期間", "ダッシュボードのグラフの表示期間"),
        ("監", "外形監視"),
        ("HTTP", "プロトコル(HTTP/HTTPS以外)"),
        ("outage", "After the OUTAGE we looked"),
    ],
)
def test_words_are_found(query, text):
    assert found(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("視監", "外形監視"),
        ("監視通知", "通知と監視"),
        ("期間 倉庫", "グラフの表示期間"),
        ("rage", "storage"),
    ],
)
def test_words_that_are_not_in_the_text_are_not_found(query, text):
    assert not found(query, text)


@pytest.mark.parametrize("query", ["", "   ", "！？", "🔥", '"', "-*()"])
def test_a_query_without_words_asks_for_nothing(query):
    assert match_expression(query) == ""


@given(st.text(max_size=30))
def test_no_query_breaks_the_index(query):
    if match_expression(query):
        found(query, "外形監視ができない")


japanese = st.one_of(
    st.characters(min_codepoint=0x3041, max_codepoint=0x3096),
    st.characters(min_codepoint=0x30A1, max_codepoint=0x30FA),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.characters(min_codepoint=0x20000, max_codepoint=0x2A6D6),
)


@given(st.text(japanese, min_size=2, max_size=20))
def test_a_japanese_text_is_found_by_itself(text):
    assert found(text, text)


def test_repeated_words_are_limited_and_the_others_keep_their_positions():
    assert at_most(["a", "b", "a", "a", "c", "a"], 2) == ["a", "b", "a", "c"]
    assert at_most([], 2) == []
