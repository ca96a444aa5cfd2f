"""Embedded fonts: only printed characters, with correct codes."""

import re
from io import BytesIO

import pikepdf
import pypdfium2

from exports.pdf.fonts import typeface
from exports.pdf.pages import PageFrame
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, para
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write
from tests.helpers.papers import squeezed, words_of

FRAME = PageFrame(title="紙", language="ja", footer="足", day="")
OTHERWISE_READ = set("ﬁﬂ\u00ad")
"""PDFium reads ligatures as their letters, and a soft hyphen as a break."""
ALL = "".join(sorted(typeface().characters - {"\n"}))


def pdf_with(*parts):
    return write([para(Paper(a_state(), {}, "ja"), *parts)], FRAME)


def meanings(pdf):
    """The characters of the codes of each font, by the font's name on the pages."""
    with pikepdf.open(BytesIO(pdf)) as file:
        fonts = file.pages[0].Resources.Font
        return {
            name: {
                int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
                for code, text in re.findall(rb"<(\w{4})> <(\w{4,8})>\n", cmap)
            }
            for name, font in fonts.items()
            for cmap in [font.ToUnicode.read_bytes().replace(b"<0000> <FFFF>\n", b"")]
        }


def test_every_character_of_the_typeface_is_read_back_from_one_font():
    pdf = pdf_with(ALL)
    printed = set(Paper(a_state(), {}, "ja").fit(ALL))
    assert len(printed) > 11_000
    assert set(meanings(pdf)["/F1"].values()) == printed | set("足")
    assert set(squeezed("".join(printed))) - set(words_of(pdf)) <= OTHERWISE_READ


def test_a_font_has_only_what_is_printed_and_no_code_without_a_meaning():
    for pdf in (pdf_with("甲乙"), pdf_with("甲", Bold("丙𠮟"))):
        for found in meanings(pdf).values():
            assert list(found) == list(range(1, len(found) + 1))
            assert "\0" not in found.values()
            assert not {"\ufeff", "\ufffe"} & set(found.values())
    assert set(meanings(pdf)["/F2"].values()) == {"丙", "𠮟"}


def test_a_weight_that_is_not_used_is_not_embedded():
    assert set(meanings(pdf_with("甲"))) == {"/F1"}


def test_characters_are_at_the_positions_of_the_layout():
    text = "幅 Width 1.5 ｶﾅ"
    document = pypdfium2.PdfDocument(pdf_with(text))
    page = document[0]
    words = page.get_textpage()
    left, _, _, _ = words.get_charbox(0, loose=True)
    _, _, right, _ = words.get_charbox(len(text) - 1, loose=True)
    assert abs(right - left - typeface().width(text, 12)) < 0.2
    document.close()
