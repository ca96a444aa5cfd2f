"""Characters that the typeface lacks are shown in another way and reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.pdf.fonts import typeface
from exports.pdf.glyphs import Glyphs

FACE = typeface().characters


def fitted(text):
    glyphs = Glyphs(FACE)
    return glyphs.fit(text), [(each.character, each.shown, each.count) for each in glyphs.replaced]


@pytest.mark.parametrize(
    "text", ["髙橋 﨑山 ①㈱ ～―→", "Ångström “naïve” – é", "ｶﾅ １２３", "一行\n二行"]
)
def test_what_the_typeface_has_stays_letter_by_letter(text):
    assert fitted(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "shown", "report"),
    [
        ("火🔥", "火[U+1F525]", [("🔥", "[U+1F525]", 1)]),
        ("🔥🔥", "[U+1F525 U+1F525]", [("🔥", "[U+1F525]", 2)]),
        ("𠮷田", "吉田", [("𠮷", "吉", 1)]),
        ("葛\U000e0100城", "葛城", [("葛\U000e0100", "葛", 1)]),
        ("𝐀", "A", [("𝐀", "A", 1)]),
        ("\ufffe", "[U+FFFE]", [("\ufffe", "[U+FFFE]", 1)]),
    ],
)
def test_what_it_lacks_is_shown_and_reported(text, shown, report):
    assert fitted(text) == (shown, report)


def test_a_family_is_shown_by_its_members():
    shown, report = fitted("👩\u200d👩\u200d👧")
    assert shown == "[U+1F469 U+1F469 U+1F467]"
    assert sum(count for _, _, count in report) == 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200bb\u2060c", "abc"),
        ("☎\ufe0f", "☎"),
        ("\u202eabc", "abc"),
        ("a\u2009b", "a b"),
        ("a\tb", "a b"),
    ],
)
def test_what_has_no_picture_leaves_no_mark(text, shown):
    assert fitted(text) == (shown, [])


def test_a_report_names_the_number():
    glyphs = Glyphs(FACE)
    glyphs.fit("葛\U000e0100")
    assert glyphs.replaced[0].code == "U+845B U+E0100"


@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_printed(text):
    assert FACE.issuperset(Glyphs(FACE).fit(text).replace("\n", ""))
