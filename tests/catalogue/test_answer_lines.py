"""The answer lines of the entries, and the captions of their QR codes, as printed on papers."""

import re
from collections import Counter, defaultdict

import pytest

from exports.pdf.fonts import typeface
from exports.pdf.styles import BODY, CAPTION, CAPTION_REACH, LABEL_WIDTH
from workshop_app.catalogue.loader import load
from workshop_app.domain.text import match_key
from workshop_app.i18n import LANGUAGES

COLUMN = 371
"""The width in points next to a problem: its column of text without the mark."""


@pytest.fixture(params=LANGUAGES)
def texts(request):
    """The texts of all entries in one language."""
    return [solution.text(request.param) for solution in load().solutions.values()]


def test_each_entry_answers_in_a_sentence_of_its_own(texts):
    lines = Counter(match_key(text.answer_line) for text in texts)
    assert [line for line, times in lines.items() if times > 1] == []
    assert [t.answer_line for t in texts if match_key(t.answer_line) in match_key(t.name)] == []


def test_the_sentence_has_no_full_stop_at_its_end(texts):
    assert [text.answer_line for text in texts if text.answer_line.endswith((".", "。"))] == []


def test_japanese_answers_are_polite():
    lines = [solution.ja.answer_line for solution in load().solutions.values()]
    assert [line for line in lines if not line.endswith(("ます", "です"))] == []


def test_english_answers_are_in_ascii_and_begin_like_a_sentence():
    lines = [solution.en.answer_line for solution in load().solutions.values()]
    assert [line for line in lines if not line.isascii() or not line[0].isupper()] == []


def test_the_sentence_fits_one_line_in_bold(texts):
    width = typeface().width
    wide = {t.answer_line: width(t.answer_line, BODY.size, bold=True) for t in texts}
    assert {line: points for line, points in wide.items() if points > COLUMN} == {}


def test_no_caption_has_a_word_that_is_wider_than_its_column(texts):
    """Names may be broken at hyphens and similar characters; words may not."""
    width = typeface().width
    wide = {
        word: text.help_heading
        for text in texts
        for word in re.findall(r"[A-Za-z]+", text.help_heading)
        if width(word, CAPTION.size) > LABEL_WIDTH + CAPTION_REACH
    }
    assert wide == {}


def test_a_caption_belongs_to_one_page(texts):
    """Headings such as “Setup” say nothing alone, so those of two pages must differ."""
    pages = defaultdict(set)
    for text in texts:
        pages[text.help_heading].add(text.help_url)
    assert {heading: found for heading, found in pages.items() if len(found) > 1} == {}
