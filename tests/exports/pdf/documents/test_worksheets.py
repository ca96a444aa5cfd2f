"""Blank worksheets: one per page, numbered, with writing lines."""

from dataclasses import replace
from itertools import pairwise

import pypdfium2

from exports.job import export
from exports.options import WritingOptions
from tests.helpers.builders import a_participant, a_state, a_workshop
from tests.helpers.papers import pages_of, pdf_of, squeezed
from workshop_app.i18n import Texts

MILLIMETRE = 72 / 25.4


def people(count):
    return tuple(a_participant(number, f"人{number}") for number in range(1, count + 1))


def test_there_is_one_page_for_each_participant_with_its_number(language):
    pages = pages_of(pdf_of(a_state(participants=people(7)), "worksheets", language))
    assert len(pages) == 7
    for number, page in enumerate(pages, 1):
        title = Texts(language)("papers.worksheets.title", number=number)
        assert squeezed(title) in squeezed(page)


def test_as_many_as_were_asked_for(tmp_path):
    state = a_state(participants=people(7))
    options = WritingOptions(worksheets=30)
    (file,) = export(state, {}, tmp_path, ["worksheets"], options=options).files
    assert len(pages_of(file.read_bytes())) == 30


def test_who_is_not_listed_was_perhaps_counted():
    state = a_state(workshop=a_workshop(present=12))
    assert len(pages_of(pdf_of(state, "worksheets"))) == 12
    assert len(pages_of(pdf_of(a_state(), "worksheets"))) > 1


def test_a_sheet_asks_what_where_how_often_and_who(language):
    words = Texts(language)
    page = squeezed(pages_of(pdf_of(a_state(), "worksheets", language))[0])
    for field in ("what", "where", "how_often", "who"):
        assert squeezed(words(f"papers.worksheets.{field}")) in page


def test_lines_are_far_enough_apart_to_write_on(language):
    document = pypdfium2.PdfDocument(pdf_of(a_state(), "worksheets", language))
    page = document[0]
    shapes = [
        thing.get_bounds() for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    ]
    document.close()
    levels = sorted(b[1] for b in shapes if b[2] - b[0] > 400)[1:]  # without that of the foot
    assert len(levels) == 15
    gaps = [after - before for before, after in pairwise(levels)]
    assert min(gaps) >= 8 * MILLIMETRE


def test_a_long_title_leaves_a_sheet_on_one_page(language):
    title = {
        "ja": "監視の困りごとを出し合う会・" * 4,
        "en": "What troubles us at night, part two " * 3,
    }
    state = a_state(workshop=a_workshop(title=title[language]), participants=people(2))
    again = squeezed(Texts(language)("papers.worksheets.again"))
    for before in (None, a_state()):
        pages = pages_of(pdf_of(replace(state, before=before), "worksheets", language))
        assert len(pages) == 2
        assert (again in squeezed(pages[0])) is (before is not None)
