"""Every PDF is accessible (PDF/UA-1) according to two checkers, each of which detects damage."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import groupby

import pikepdf
import pytest

from exports.branding import Branding
from exports.job import export
from exports.pdf_encryption import encrypted
from exports.registry import ALL_PAPERS
from tests.exports.pdf.documents.test_hostile import MARKUP, full_of
from tests.helpers.accessibility import conformance_faults, flat, reading_faults, said_pages
from tests.helpers.builders import a_state
from tests.helpers.papers import pdf_of, sample_state, solutions
from tests.helpers.pictures import a_png

CHECKERS = (conformance_faults, reading_faults)
WORD = "港-2027"
UNTAGGED = b"\nBT /F1 12 Tf 100 100 Td <00010002> Tj ET\n"


@cache
def paper_of(name, language):
    return pdf_of(sample_state(language), name, language)


@pytest.mark.parametrize("name", ALL_PAPERS)
def test_no_checker_finds_a_fault_in_any_paper(name, language):
    pdf = paper_of(name, language)
    assert [check(pdf) for check in CHECKERS] == [[], []]


def test_no_checker_finds_a_fault_in_the_notes_of_anybody(language, tmp_path):
    written = export(sample_state(language), solutions(), tmp_path, ["handout"], language).files
    assert len(written) > 1
    for file in written:
        assert [check(file.read_bytes()) for check in CHECKERS] == [[], []], file.name


@pytest.mark.parametrize("name", ALL_PAPERS)
def test_no_checker_finds_a_fault_in_a_paper_with_a_password(name, language):
    pdf = encrypted(paper_of(name, language), WORD)
    assert [check(pdf, WORD) for check in CHECKERS] == [[], []]


@pytest.mark.parametrize("text", [*MARKUP, "長い" * 700, "word " * 400, "\u3000", "\U00020bb7野"])
def test_no_checker_finds_a_fault_in_papers_with_hostile_text(text):
    state = full_of(text)
    for name in ALL_PAPERS:
        pdf = pdf_of(state, name)
        assert [check(pdf) for check in CHECKERS] == [[], []], name


def test_no_checker_finds_a_fault_in_empty_papers_or_with_a_logo():
    branding = Branding(facilitator="三谷恵", logo=a_png(400, 80))
    for name in ALL_PAPERS:
        papers = [pdf_of(sample_state("ja"), name, branding=branding)]
        if name != "became_of":  # of no request there is none
            papers.append(pdf_of(a_state(), name))
        for pdf in papers:
            assert [check(pdf) for check in CHECKERS] == [[], []], name


def damaged(change, name="summary", language="ja"):
    """The bytes of a paper after `change` removed something from it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(paper_of(name, language))) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def elements(pdf, role):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == role and "/P" in thing:
            yield thing


def first(pdf, role):
    return next(elements(pdf, role))


def links(pdf):
    return [note for page in pdf.pages for note in page.obj.get("/Annots", ())]


def without(*names):
    def change(pdf):
        thing = pdf.Root
        for name in names[:-1]:
            thing = thing[name]
        del thing[names[-1]]

    return change


def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


def not_about_accessibility(pdf):
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(xmp.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def no_title(pdf):
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<dc:title>.*?</dc:title>", b"", xmp))
    del pdf.docinfo["/Title"]


def the_title_is_not_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def a_figure_without_words(pdf):
    del first(pdf, "/Figure").Alt


def a_link_without_words(pdf):
    del links(pdf)[0].Contents


def a_link_outside_the_tree(pdf):
    del links(pdf)[0].StructParent


def text_outside_the_tree(pdf):
    page = pdf.pages[0]
    page.contents_add(pikepdf.Stream(pdf, UNTAGGED))


def an_element_taken_out(pdf):
    """The content is tagged, but no element refers to it."""
    paragraph = first(pdf, "/P")
    kids = paragraph.P.K
    del kids[[kid.objgen for kid in kids].index(paragraph.objgen)]


def a_parent_tree_without_a_page(pdf):
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = pikepdf.Array([])


def a_level_left_out(pdf):
    first(pdf, "/H2").S = pikepdf.Name.H4


def a_row_outside_its_table(pdf):
    table = first(pdf, "/Table")
    row = table.K[0]
    row.P = table.P
    table.P.K.append(row)
    del table.K[0]


def an_item_that_is_a_paragraph(pdf):
    first(pdf, "/LI").S = pikepdf.Name.P


def a_header_of_nothing(pdf):
    for cell in elements(pdf, "/TH"):
        del cell.A


def pages_in_any_order(pdf):
    for page in pdf.pages:
        del page.Tabs


def characters_without_a_meaning(pdf):
    for font in pdf.pages[0].Resources.Font.values():
        text = font.ToUnicode.read_bytes()
        changed = re.sub(rb"(<0001>) <\w+>", rb"\1 <0000>", text)
        assert changed != text
        font.ToUnicode.write(changed)


BOTH = CHECKERS
RULES = (conformance_faults,)
EAR = (reading_faults,)
DAMAGE = [
    (without("/Lang"), BOTH),
    (without("/MarkInfo"), BOTH),
    (without("/StructTreeRoot"), BOTH),
    (without("/Metadata"), RULES),
    (not_marked, BOTH),
    (not_about_accessibility, RULES),
    (no_title, BOTH),
    (the_title_is_not_shown, RULES),
    (a_figure_without_words, BOTH),
    (a_link_without_words, RULES),
    (a_link_outside_the_tree, RULES),
    (text_outside_the_tree, BOTH),
    (an_element_taken_out, EAR),
    (a_parent_tree_without_a_page, EAR),
    (a_level_left_out, BOTH),
    (a_row_outside_its_table, BOTH),
    (an_item_that_is_a_paragraph, BOTH),
    (a_header_of_nothing, BOTH),
    (pages_in_any_order, RULES),
    (characters_without_a_meaning, RULES),
]


@pytest.mark.parametrize(
    ("change", "check"),
    [pytest.param(change, check) for change, checks in DAMAGE for check in checks],
    ids=lambda thing: thing.__qualname__.partition(".")[0],
)
def test_a_checker_finds_the_damage(change, check):
    has_tables = change in (a_row_outside_its_table, a_header_of_nothing)
    assert check(damaged(change, "record" if has_tables else "summary"))


def test_saving_does_not_change_accessibility():
    pdf = damaged(lambda _: None)
    assert [check(pdf) for check in CHECKERS] == [[], []]


def test_a_lock_against_screen_readers_is_found():
    out = BytesIO()
    allowed = pikepdf.Permissions(accessibility=False)
    lock = pikepdf.Encryption(user="w", owner="o", R=3, aes=False, metadata=False, allow=allowed)
    with pikepdf.open(BytesIO(paper_of("agenda", "ja"))) as pdf:
        pdf.save(out, encryption=lock)
    assert conformance_faults(out.getvalue(), "w") == ["screen readers are locked out"]


def test_every_figure_and_link_says_in_words_where_it_leads(language):
    said = [each for page in said_pages(paper_of("handout", language)) for each in flat(page)]
    named = [each.alternative for each in said if each.role == "Figure"]
    addresses = [each.text.strip() for each in said if each.role == "Link"]
    word = {"ja": "QRコード：", "en": "QR code:"}[language]
    assert all(named)
    figures = [each for each in named if each.startswith(word)]
    assert figures
    assert {figure.removeprefix(word).strip() for figure in figures} <= set(addresses)
    with pikepdf.open(BytesIO(paper_of("handout", language))) as pdf:
        lines = [str(link.Contents) for link in links(pdf)]  # a long address takes several
    assert [one for one, _ in groupby(lines)] == [one for one, _ in groupby(addresses)]


def test_the_same_workshop_gives_the_same_tags_and_metadata():
    state = sample_state("ja")
    again = replace(state)
    assert pdf_of(again, "record") == paper_of("record", "ja")
