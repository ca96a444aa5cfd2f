"""Cleaning of text: nothing passes that would break a line, a file or the display."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.text import (
    LINE_LIMIT,
    NOTE_LIMIT,
    clean,
    clean_line,
    clean_note,
    match_key,
    required_line,
)

any_text = st.text(st.characters(exclude_categories=())).map(lambda text: text[:LINE_LIMIT])
COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
FORBIDDEN = set("\x00\x07\x1b\x7f\x85\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(any_text)
def test_clean_text_can_be_kept_shown_and_written(text):
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not FORBIDDEN & set(cleaned)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in cleaned)
    assert unicodedata.is_normalized("NFC", COMPATIBILITY.sub("", cleaned))


@given(any_text)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_note(clean_note(text)) == clean_note(text)


@given(any_text)
def test_a_line_is_one_line_without_spaces_at_its_ends(text):
    line = clean_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert line == line.strip()


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=200))
def test_letters_digits_and_signs_are_never_lost(text):
    folded = unicodedata.normalize("NFC", clean(text))
    assert folded == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  監視  ", "監視"),
        ("一行目\r\n二行目\r三行目", "一行目 二行目 三行目"),
        ("タブ\tで区切る", "タブ で区切る"),
        ("<b>太字</b><img src=x>", "<b>太字</b><img src=x>"),
        ("か\u3099いけい", "がいけい"),
        ("\ufeff先頭の印", "先頭の印"),
        ("無音\x00の\x07文字", "無音の文字"),
        ("半分の\ud83d文字", "半分の\ufffd文字"),
        ("値は\u202e逆さ\u202c", "値は逆さ"),
        ("👩‍💻の監視", "👩‍💻の監視"),
    ],
)
def test_a_line_keeps_what_was_meant(typed, kept):
    assert clean_line(typed) == kept


def test_a_note_keeps_its_lines():
    assert clean_note("\n一つ目\r\n\r\n二つ目\n") == "一つ目\n\n二つ目"


@pytest.mark.parametrize(
    ("gate", "limit"),
    [(clean_line, LINE_LIMIT), (clean_note, NOTE_LIMIT), (required_line, LINE_LIMIT)],
)
def test_text_that_is_too_long_is_refused_with_its_length(gate, limit):
    assert gate("あ" * limit) == "あ" * limit
    with pytest.raises(InvalidInput) as refusal:
        gate("あ" * (limit + 1))
    assert refusal.value.key == "errors.too_long"
    assert refusal.value.values == {"length": limit + 1, "limit": limit}


@pytest.mark.parametrize("nothing", ["", " ", "\u3000\t\n", "\x00\ufeff", "\u200b\u200e", "\u202e"])
def test_a_required_line_needs_something_to_see(nothing):
    with pytest.raises(InvalidInput) as refusal:
        required_line(nothing)
    assert refusal.value.key == "errors.empty"


def test_a_paste_of_100_000_characters_is_refused_at_once():
    with pytest.raises(InvalidInput):
        required_line("<b>監視</b>\u202e" * 10_000)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＳＮＭＰ トラップ", "snmpトラップ"),
        ("ｸﾞﾗﾌの期間", "グラフの期間"),
        ("  Alert  fatigue ", "alert fatigue"),
    ],
)
def test_exact_duplicates_are_found_through_width_case_and_spaces(one, other):
    assert match_key(one) == match_key(other)


def test_different_words_are_no_duplicates():
    assert match_key("監視できる") != match_key("監視できない")


@pytest.mark.parametrize("name", ["\ufa19田", "\ufa1a本", "\ufa30", "\U0002f80c"])
def test_name_kanji_variants_stay_as_written(name):
    assert clean(name) == name
