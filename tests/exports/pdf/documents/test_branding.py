"""Papers with the facilitator's branding, read back: name, contact, logo."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.branding import Branding
from exports.registry import PAPERS
from tests.helpers.builders import a_participant, a_state, a_workshop
from tests.helpers.papers import pages_of, pdf_of, sample_state, squeezed, words_of
from tests.helpers.pictures import a_png
from workshop_app.domain.errors import UserError
from workshop_app.i18n import Texts

OWN = Branding(
    facilitator="三谷 恵",
    contact="cre@example.com <b>03-0000-0000</b>",
    logo=a_png(400, 80),
    closing="本日はありがとうございました。 {0} 🔥",
)
WITH_CONTACT = ("handout", "summary", "follow_up")


@pytest.mark.parametrize("name", WITH_CONTACT)
def test_the_contact_is_below_the_title_and_the_closing_sentence_at_the_end(name, language):
    pdf = pdf_of(sample_state(language), name, language, branding=OWN)
    text = words_of(pdf)
    title = squeezed(Texts(language)("papers.next.title"))
    contact = squeezed(OWN.contact)
    closing = squeezed(OWN.closing.replace("🔥", "[U+1F525]"))
    assert contact in squeezed(pages_of(pdf)[0])
    assert text.count(contact) == 1
    assert text.index(contact) < text.rindex(title) < text.index(closing)


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


def test_a_broken_logo_is_said_in_one_sentence():
    state = a_state(participants=(a_participant(),))
    with pytest.raises(UserError) as refused:
        pdf_of(state, branding=Branding(logo=a_png()[:60]))
    assert refused.value.key == "errors.logo"
