"""Text is plain, complete, and never wider than its area."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.helpers.fitting import cut
from tests.helpers.needed_size import needed_size
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.widgets.text_layout import TextLayout, lettered, literal


def shown(text: Text) -> list[str]:
    text_layout = TextLayout(text.text(), theme().font(text.role), 20, text.width())
    return [text_layout.text[line.start : line.start + line.length] for line in text_layout.lines]


def test_markup_is_shown_as_it_was_typed(show):
    text = Text("body", "<b>太字</b> & <i>x</i>")
    window = show(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert "".join(shown(text)) == "<b>太字</b> & <i>x</i>"
    assert cut(text, window) == []


@pytest.mark.parametrize(
    "words",
    [
        "監" * 400,
        "x" * 400,
        "https://example.invalid/" + "a" * 300,
        "あいう " * 90,
        "\n".join("行" * 9),
    ],
)
@pytest.mark.parametrize("role", ["room", "problem", "body"])
def test_every_text_wraps_inside_its_width(show, words, role):
    text = Text(role, words)
    window = show(text, width=420, height=9000)
    assert needed_size(text).width() <= text.width()
    assert needed_size(text).height() <= text.height()
    assert cut(text, window) == []
    assert "".join(shown(text)).replace("\u2028", "\n") == words


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=st.text(max_size=120), width=st.integers(60, 500))
def test_no_character_is_lost_and_no_line_too_wide(qapp, words, width):
    text_layout = TextLayout(words, theme().font("room"), 47, width)
    pieces = [text_layout.text[x.start : x.start + x.length] for x in text_layout.lines]
    assert "".join(pieces) == literal(words)
    wide = [
        piece
        for piece, line in zip(pieces, text_layout.lines, strict=True)
        # Qt may leave a letter alone at spaces
        if line.width > width + 1 and len(piece.strip()) > 2
    ]
    assert wide == []


def test_a_mark_of_byte_order_does_not_turn_the_letters_into_others(qapp):
    text_layout = TextLayout("\ufffe監視", theme().font("room"), 47, 500)
    assert text_layout.width == TextLayout("監視", theme().font("room"), 47, 500).width


def test_what_is_remembered_differs_with_all_that_makes_its_lines(qapp):
    font = theme().font("room")
    bold = theme().font("room-bold")
    asked = [
        ("監視の課題", font, 47, 100),
        ("監視の課題", bold, 47, 100),
        ("監視の課題", font, 48, 100),
        ("監視の課題", font, 47, 60),
        ("監視の課題", font, 47, None),
        ("監視の課題。", font, 47, 100),
    ]
    remembered = [lettered(*one) for one in asked]
    assert len({id(one) for one in remembered}) == len(asked)
    assert [lettered(*one) for one in asked] == remembered
    assert [one.lines for one in remembered] == [TextLayout(*one).lines for one in asked]


def test_japanese_lines_do_not_begin_with_a_full_stop(qapp):
    words = "夜間バッチが止まっても、朝まで誰も気づかない。" * 6
    for width in range(200, 420, 35):
        text_layout = TextLayout(words, theme().font("room"), 47, width)
        starts = {text_layout.text[line.start] for line in text_layout.lines}
        assert not starts & set("。、")


def test_marks_of_direction_cannot_turn_a_line_around(show):
    text = Text("body", "abc\u202edef\u2066")
    show(text)
    assert "".join(shown(text)) == "abcdef"


def test_a_text_that_does_not_wrap_claims_its_whole_width(show):
    text = Text("meta", "保存済み 14:03:22", wrap=False)
    show(text)
    assert text.width() == text.natural_width()


def test_it_follows_the_window(show):
    text = Text("room", "課題")
    show(text)
    before = text.sizeHint().height()
    theme().resize(1920, 1080)
    assert text.sizeHint().height() > before
    assert text.font().pixelSize() == theme().metrics.room
