"""Papers with the facilitator's branding, read back: name, contact, logo, colour, parts."""

import re
import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.branding import Branding
from exports.job import export
from exports.registry import PAPERS
from tests.helpers.builders import a_participant, a_state, a_workshop
from tests.helpers.papers import pages_of, pdf_of, sample_state, solutions, squeezed, words_of
from tests.helpers.pictures import a_png
from workshop_app.domain.errors import UserError
from workshop_app.i18n import LANGUAGES, Texts

OWN = Branding(
    facilitator="三谷 恵",
    contact="cre@example.com <b>03-0000-0000</b>",
    logo=a_png(400, 80),
    colour="#27477F",
    closing="本日はありがとうございました。 {0} 🔥",
)
ENDS = ("handout", "summary", "follow_up")
PARTS = {
    "lines": ("key_message.more_solved", ("summary",)),
    "charts": ("papers.map.solved", ("summary",)),
    "limits": ("papers.solution.limit", ("summary", "handout")),
    "six": ("papers.six.title", ("handout",)),
    "others": ("papers.others.title", ("summary",)),
    "others_actions": ("papers.actions.until_next", ("handout",)),
    "alone": ("papers.alone.again", ("summary", "handout")),
    "community": ("papers.community.title", ("summary", "handout")),
}
"""A text of each part, and the papers that contain it."""


def pdfs_of(state, name, language, left_out):
    with tempfile.TemporaryDirectory() as folder:
        own = Branding(left_out=left_out)
        result = export(state, solutions(), Path(folder), [name], language, branding=own)
        return [file.read_bytes() for file in result.files]


@pytest.mark.parametrize("name", ENDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_contact_and_closing_sentence_are_at_the_end(name, language):
    pdf = pdf_of(sample_state(language), name, language, branding=OWN)
    text = words_of(pdf)
    title = squeezed(Texts(language)("papers.next.title"))
    contact = squeezed(OWN.contact)
    closing = squeezed(OWN.closing.replace("🔥", "[U+1F525]"))
    assert text.rindex(title) < text.index(contact) < text.index(closing)


def test_the_facilitators_name_is_at_the_place_where_an_anonymous_workshop_names_nobody():
    nobody = a_state(workshop=a_workshop(facilitator=""))
    somebody = a_state(workshop=a_workshop(facilitator="高橋 真理"))
    assert "三谷恵" in words_of(pdf_of(nobody, branding=OWN))
    assert "三谷恵" not in words_of(pdf_of(somebody, branding=OWN))


@pytest.mark.parametrize("name", [*PAPERS, "record"])
def test_each_paper_has_the_logo_once_at_its_head_and_the_same_bytes(name):
    state = sample_state("ja")
    pdf = pdf_of(state, name, branding=OWN)
    assert pdf == pdf_of(state, name, branding=OWN)
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages[0].images) == 1
    (picture,) = pages[0].images
    assert picture.image.size == (400, 80)
    assert picture.image.getpixel((3, 3)) == (39, 71, 127)


def test_worksheets_still_take_one_page_each():
    state = sample_state("en")
    pages = pages_of(pdf_of(state, "worksheets", "en", branding=OWN))
    assert len(pages) == len(state.participants)


def test_titles_have_the_colour_and_nothing_else_has():
    def content(branding):
        page = PdfReader(BytesIO(pdf_of(sample_state("ja"), branding=branding))).pages[0]
        return page.get_contents().get_data().decode("latin-1")

    indigo = ".152941 .278431 .498039 rg"
    assert content(OWN).count(indigo) >= 3
    assert indigo not in content(Branding())


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_that_was_left_out_does_not_appear(part, language):
    key, papers = PARTS[part]
    state = sample_state(language)
    text = Texts(language)(key, n="0", all="0")
    pattern = re.escape(squeezed(text)).replace("0", r"\d+")
    for name in papers:
        readers = state.participants if name == "handout" else (None,)
        held, without = (
            [words_of(each) for each in pdfs_of(state, name, language, left_out)]
            for left_out in ((), (part,))
        )
        assert len(held) == len(readers)
        assert any(re.search(pattern, text) for text in held), name
        assert not any(re.search(pattern, text) for text in without), name


def test_lines_for_notes_can_be_left_out():
    state = a_state(participants=(a_participant(),))
    held, without = (pdfs_of(state, "handout", "ja", parts)[0] for parts in ((), ("notes",)))
    assert "メモ" in pages_of(held)[-1].splitlines()
    assert "メモ" not in pages_of(without)[-1].splitlines()


def test_the_record_keeps_all_its_parts():
    state = sample_state("ja")
    bare = Branding(left_out=tuple(PARTS))
    assert words_of(pdf_of(state, "record", branding=bare)) == words_of(pdf_of(state, "record"))


def test_a_broken_logo_is_said_in_one_sentence():
    state = a_state(participants=(a_participant(),))
    with pytest.raises(UserError) as refused:
        pdf_of(state, branding=Branding(logo=a_png()[:60]))
    assert refused.value.key == "errors.logo"
