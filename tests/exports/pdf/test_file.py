"""The PDF file: fonts, language, outline, properties, and reproducible bytes."""

from io import BytesIO

import pypdfium2
import pytest
import segno
from pypdf import PdfReader

from exports.branding import Branding
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.fonts import typeface
from exports.pdf.page_size import page_size
from exports.pdf.pages import PageFrame
from exports.pdf.styles import BODY, SIDE, TOP
from exports.registry import DOCUMENTS, PAPERS, PaperDocument
from tests.helpers.page_geometry import check_pages, write
from tests.helpers.papers import pages_of, pdf_of, sample_state, solutions
from workshop_app.i18n import LANGUAGES, Texts

CASES = [(name, language) for name in PAPERS for language in LANGUAGES]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def paper(request):
    """A document of the sample: its name, its language and its bytes."""
    name, language = request.param
    return name, language, pdf_of(sample_state(language), name, language)


def reader(pdf):
    return PdfReader(BytesIO(pdf))


def fonts_of(pdf):
    """The fonts of the pages with their embedded data."""
    found = {}
    for page in reader(pdf).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            (inner,) = font["/DescendantFonts"]
            found[font["/BaseFont"]] = inner.get_object()["/FontDescriptor"].get("/FontFile2")
    return found


def test_every_font_is_embedded_as_a_part_of_the_bundled_one(paper):
    fonts = fonts_of(paper[2])
    assert fonts
    assert all(len(file.get_data()) > 1000 for file in fonts.values()), fonts
    assert all("+WorkshopGothic-" in name for name in fonts)


def title_of(name, language):
    return DOCUMENTS[name].title(Texts(language), sample_state(language).workshop)


def test_language_title_and_nothing_of_the_machine(paper):
    name, language, pdf = paper
    document = reader(pdf)
    assert document.trailer["/Root"]["/Lang"] == language
    assert document.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    readers = DOCUMENTS[name].readers(sample_state(language))
    reader_names = {f" {Texts(language).organisation(r.name, r.honorific)}" for r in readers if r}
    of_whom = document.metadata.title.removeprefix(title_of(name, language))
    assert of_whom in (reader_names or {""})
    assert document.metadata.creator == document.metadata.producer == "Workshop App"
    assert not document.metadata.author
    assert document.metadata.creation_date.date().isoformat() == "2026-12-03"


def test_every_page_is_a4_and_numbered(paper):
    name, language, pdf = paper
    title = title_of(name, language)
    pages = pages_of(pdf)
    for number, (page, text) in enumerate(zip(reader(pdf).pages, pages, strict=True), 1):
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
        foot = text.rstrip().splitlines()[-1]
        assert foot.startswith(title)
        # worksheets are handed out and collected one by one
        assert foot.endswith(f"{number} / {len(pages)}") is (name != "worksheets")
        assert "2026-12-03" in foot


@pytest.mark.parametrize(("name", "language"), [*CASES, ("record", "ja")])
def test_every_page_is_of_letter_size_if_that_is_set_and_within_its_margins(name, language):
    pdf = pdf_of(sample_state(language), name, language, branding=Branding(paper_size="letter"))
    for page in reader(pdf).pages:
        assert [float(side) for side in page.mediabox[2:]] == [612, 792]
    check_pages(pdf)


def test_the_foot_fits_on_its_line():
    face = typeface()
    for language in LANGUAGES:
        words = Texts(language)
        papers = [each for each in DOCUMENTS.values() if isinstance(each, PaperDocument)]
        for document in papers:
            foot = words(
                "papers.foot.line",
                name=words(document.title_key),
                date="2026-12-30",
                notice=words(f"papers.foot.{document.circle}"),
            )
            number = face.width("100 / 100", BODY.size)
            assert face.width(foot, BODY.size) + 12 + number <= page_size().width


def flat(outline):
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else [entry]


def test_the_outline_leads_to_every_chosen_problem_and_every_request(paper):
    name, language, pdf = paper
    state = sample_state(language)
    first = state.participants[0]
    wanted = {
        "handout": [each for each in state.listed if first in state.speakers_of(each)],
        "summary": state.chosen,
        "dossier": state.requests,
    }.get(name, ())
    document = reader(pdf)
    entries = {
        entry.title: document.get_destination_page_number(entry) for entry in flat(document.outline)
    }
    assert entries
    pages = pages_of(pdf)
    for each in wanted:
        beginning = each.title[:40]
        (title,) = [entry for entry in entries if beginning in entry]
        code = title.partition(beginning)[0].strip()
        assert code.split()[-1] in pages[entries[title]]


def test_links_lead_only_to_the_help(paper):
    name, _, pdf = paper
    links = {
        note.get_object()["/A"]["/URI"]
        for page in reader(pdf).pages
        for note in page.get("/Annots", ())
    }
    assert bool(links) is (name in ("handout", "summary", "dossier"))
    assert all(link.startswith("https://") for link in links)


def test_the_same_workshop_gives_the_same_bytes(paper):
    name, language, pdf = paper
    assert pdf_of(sample_state(language), name, language) == pdf


def test_the_type_has_few_sizes_and_nothing_is_smaller_than_secondary_words(paper):
    document = pypdfium2.PdfDocument(paper[2])
    sizes = set()
    for page in document:
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            sizes.add(round(thing.get_font_size(), 1))
        page.close()
    document.close()
    assert 12 in sizes
    assert sizes <= {10.5, 12, 14, 15, 16, 22}


def test_nothing_is_outside_the_margins(paper):
    document = pypdfium2.PdfDocument(paper[2])
    for number, page in enumerate(document):
        has_head = paper[0] == "handout" and number  # one line in the margin: whose paper it is
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = thing.get_bounds()
            assert left >= SIDE - 2
            assert right <= page_size().sheet_width - SIDE + 2
            assert bottom >= 20
            assert top <= page_size().sheet_height - (20 if has_head else TOP - 4)
        page.close()
    document.close()


def test_the_first_answer_to_each_problem_has_its_code():
    state = sample_state("ja")
    found = [state.cards_of(problem.id)[:1] for problem in state.votes.ranked]
    first = [card.catalogue_id for cards in found for card in cards if card.catalogue_id]
    shown = {solutions()[entry].ja.help_url for entry in first}
    document = pypdfium2.PdfDocument(pdf_of(state))
    squares = 0
    for page in document:
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = thing.get_bounds()
            side = right - left
            squares += 50 < side < 66 and abs(top - bottom - side) < 1
        page.close()
    document.close()
    assert squares == len(shown)


def test_a_code_holds_the_modules_of_its_address():
    address = solutions()["dashboard-graph-period"].ja.help_url
    pdf = write([QrCodeBlock(address, 74)], PageFrame(title="t", language="ja", footer="f", day=""))
    document = pypdfium2.PdfDocument(pdf)
    scale = 4
    image = document[0].render(scale=scale).to_pil().convert("L")
    document.close()
    rows = [list(row) for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    side = 74 / len(rows)
    left = SIDE
    top = TOP
    seen = [
        [
            image.getpixel(
                (int((left + (x + 0.5) * side) * scale), int((top + (y + 0.5) * side) * scale))
            )
            < 128
            for x in range(len(rows))
        ]
        for y in range(len(rows))
    ]
    assert seen == [[bool(module) for module in row] for row in rows]
