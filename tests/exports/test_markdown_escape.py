"""Typed text is shown literally in Markdown, and sites find nothing to link."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exports.markdown_escape import ZERO_WIDTH_SPACE, escaped, escaped_lines

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = (
    "# heading", "- list", "+ list", "* list", "1. list", "12) list", "> quote", "---", "===",
    "***", "```", "~~~", "`code`", "**bold**", "_it_", "~~gone~~", "| a | b |", "|---|---|",
    "[x](javascript:alert(1))", "![x](https://a.example/x.png)", "[x]: https://a.example", "[^1]",
    "<b>x</b>", "<img src=x onerror=alert(1)>", "<!-- gone -->", "<https://a.example>", "&lt;b&gt;",
    "&copy;", "\\*", "\\", "- [ ] task", "$x^2$", "$$", "a\\", "<script>alert(1)</script>",
)  # fmt: skip
LINKED = (
    "@aoki", "x @aoki/team", "#12", "owner/name#12", "GH-12", "!34", "&5", "~label", "%milestone",
    "https://a.example/x", "http://a.example", "www.a.example", "a@b.example", ":smile:", ":+1:",
    "$snippet", "^alert#5", '~"two words"', "mailto:a@b.example", "＠aoki",
)  # fmt: skip
SITES = re.compile(
    r"@\w|(?<!\d)[#!&~%$]\d|~\w|[%$][A-Za-z0-9_]|GH-\d|\w+://|\bwww\.|\w@\w|:[+\w-]+:|~\"",
    re.IGNORECASE,
)


def shown(text):
    """The visible text of an escaped paragraph, and all tags in it."""
    tokens = MARKDOWN.parse("\n".join(escaped_lines(text)))
    inner = [child for token in tokens for child in token.children or ()]
    tags = {token.tag for token in (*tokens, *inner) if token.type != "softbreak"} - {""}
    plain = {"text", "softbreak", "text_special"}
    assert {child.type for child in inner} <= plain, [child.type for child in inner]
    words = "".join("\n" if each.type == "softbreak" else each.content for each in inner)
    return words, tags


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_it_was_typed(text):
    words, tags = shown(text)
    assert tags == {"p"}
    assert words.replace(ZERO_WIDTH_SPACE, "") == text


@pytest.mark.parametrize("text", LINKED)
def test_nothing_in_what_is_shown_is_a_name_a_number_or_an_address(text):
    words, tags = shown(f"見て {text} ください")
    assert tags == {"p"}
    assert words.replace(ZERO_WIDTH_SPACE, "") == f"見て {text} ください"
    assert not SITES.search(words), words


@pytest.mark.parametrize("line", ["/close", "/assign @aoki", "  /label ~x"])
def test_a_line_is_no_command_to_a_site(line):
    assert not escaped_lines(line)[0].lstrip().startswith("/")


def test_ordinary_words_stay_readable_in_the_source():
    text = "夜間バッチ（cron）が失敗しても、翌朝8時まで誰も気づかない。100%と10-20分"
    assert escaped(text) == text


_LETTERS = "<>&*_`[]()!#@:/\\ab1-+=. \n~|$^"
_PARTS = st.sampled_from((*HOSTILE, *LINKED, "あ", " ", "\n", "x", "1", "https", "://"))


@given(st.lists(_PARTS, max_size=8).map("".join) | st.text(alphabet=_LETTERS))
def test_any_text_is_a_paragraph_of_the_same_letters(text):
    words, tags = shown(text)
    assert tags <= {"p"}
    assert "".join(words.replace(ZERO_WIDTH_SPACE, "").split()) == "".join(text.split())
    assert not SITES.search(words), words
