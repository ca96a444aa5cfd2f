"""The user guide in the program: at the section of the page, with a search."""

import re

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt, QUrl

from tests.ui.theme.test_tokens import contrast
from ui.components.places import PLACES
from ui.pages.manual.document import anchors
from ui.theme.theme import theme
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.package_files import documents_folder
from workshop_app.settings import Settings

WITHOUT_A_SECTION = {"keys", "manual"}
"""From these it opens at the section of the page before."""


def first_line(one):
    """The text of the first paragraph of the guide that is visible."""
    return one.page.browser.cursorForPosition(QPoint(0, 0)).block().text()


def chosen(one):
    return one.page.browser.textCursor().selectedText()


def test_every_page_has_a_section(language):
    text = (documents_folder() / f"guide.{language}.md").read_text(encoding="utf-8")
    named = [name for heading in anchors(text) for name in heading]
    assert sorted(named) == sorted(PLACES.keys() - WITHOUT_A_SECTION)


@pytest.mark.parametrize("step", Step)
def test_it_opens_at_the_section_of_the_step_and_leads_back(desk, step):
    one = desk(sample=True, page=step.value, size=(1024, 700))
    one.press("Ctrl+F1")
    assert one.window.page_name == "manual"
    assert first_line(one).endswith(tr(f"steps.name.{step.value}"))
    one.press("Escape")
    assert one.window.page_name == step.value


def test_by_mouse_through_the_keys_it_opens_at_the_section_of_the_step(desk):
    one = desk(sample=True, page="sort", words="en", size=(1366, 768))
    one.press("F1")
    one.click(tr("menu.manual"))
    assert first_line(one) == "4. Sort"
    one.click(tr("frame.back"))
    assert one.window.page_name == "keys"


def test_the_search_goes_on_and_begins_again_after_the_last(desk):
    one = desk(sample=True, page="list", words="en")
    one.go("manual")
    one.write("REHEARSAL")
    count = one.page.browser.toPlainText().casefold().count("rehearsal")
    assert count > 1
    numbers = []
    for _ in range(count + 1):
        assert chosen(one).casefold() == "rehearsal"
        numbers += [n for n in range(1, count + 1) if said(one, n, count)]
        one.press("Return")
    assert sorted(numbers[:-1]) == [*range(1, count + 1)]
    assert numbers[-1] == numbers[0]


def said(one, number, count):
    return tr("manual.found", number=number, count=count) in one.seen().split("\n")


def test_words_that_are_nowhere_are_counted_as_none(desk):
    one = desk(page="list")
    one.go("manual")
    one.write("qqqq")
    assert said(one, 0, 0)
    assert chosen(one) == ""


def test_arrows_and_paging_keys_scroll_while_one_types(desk):
    one = desk(page="list")
    one.go("start")
    one.go("manual")
    bar = one.page.browser.verticalScrollBar()
    before = bar.value()
    one.press("PageDown", "Down")
    assert bar.value() > before + bar.pageStep()
    one.press("Up", "PageUp")
    assert bar.value() == before


def test_its_button_shows_the_handbook_and_the_guide_again(desk, language):
    one = desk(words=language, page="list")
    one.go("manual")
    one.click(tr("manual.handbook"))
    handbook = (documents_folder() / f"handbook.{language}.md").read_text(encoding="utf-8")
    assert first_line(one) == handbook.split("\n")[0].removeprefix("# ")
    one.press("Ctrl+F1")
    assert first_line(one) not in handbook


def test_links_lead_to_the_other_documents_and_never_to_the_web(desk):
    one = desk(page="list", words="en")
    one.go("manual")
    one.press("Tab")
    one.page.browser.anchorClicked.emit(QUrl("handbook.en.md"))
    one.settle()
    assert first_line(one) == "Facilitator's handbook"
    one.page.browser.anchorClicked.emit(QUrl("https://example.com/"))
    one.settle()
    assert first_line(one) == "Facilitator's handbook"


def test_lines_of_the_file_are_joined_without_a_space_in_japanese(desk):
    one = desk(sample=True, page="list", words="ja")
    one.go("manual")
    assert not re.search("[ぁ-ん、。] [ぁ-ん]", one.page.browser.toPlainText())


def test_it_shows_the_documents_and_nothing_of_the_records(desk):
    one = desk(sample=True, page="list", private=True)
    one.go("manual")
    shown = one.page.browser.toPlainText()
    told = (documents_folder() / "guide.ja.md").read_text(encoding="utf-8")
    told = re.sub(r"\]\(\S*?\)|\W|a id=\"\w+\"|/a", "", told)
    lines = [re.sub(r"\W", "", line) for line in shown.split("\n")]
    assert [line for line in lines if line not in told] == []


def test_its_tables_are_drawn_in_the_colours_of_the_theme(desk):
    one = desk(page="list")
    theme().set_name("dark")
    one.window.retranslate()
    one.go("manual")
    tables = one.page.browser.document().rootFrame().childFrames()
    lines = {each.format().borderBrush().color().name() for each in tables}
    assert lines == {theme().colour("line").name()}
    assert one.page.browser.palette().text().color() == theme().colour("ink")


@pytest.mark.every_value
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ["guide", "handbook"])
def test_no_line_table_or_picture_is_wider_than_the_page(desk, language, name, percent):
    one = desk(words=language, page="list", size=(1024, 700), percent=percent)
    one.window.go_to("manual", name)
    one.settle()
    assert one.page.browser.horizontalScrollBar().maximum() == 0
    assert one.page.browser.document().size().width() <= one.page.browser.viewport().width()


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
def test_its_words_stand_out_in_every_palette(desk, palette):
    one = desk(page="list")
    theme().set_name(palette)
    one.window.retranslate()
    one.go("manual")
    colours = one.page.browser.palette()
    shown = {colours.text().color().name()}
    for block in blocks(one.page.browser.document()):
        for part in block.textFormats():
            if part.format.foreground().style() != Qt.BrushStyle.NoBrush:
                shown.add(part.format.foreground().color().name())
            elif part.format.isAnchor():
                shown.add(colours.link().color().name())
    assert len(shown) == 2  # text and links
    ground = theme().colour("surface").name()
    assert min(contrast(each, ground) for each in shown) >= (7 if palette == "contrast" else 4.5)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_no_heading_is_the_last_line_of_a_page_of_the_guide(desk, tmp_path, language, paper):
    chosen = Settings(export_folder=str(tmp_path), paper_size=paper)
    one = desk(words=language, page="list", settings=chosen)
    one.go("manual")
    one.press("Ctrl+Shift+E")
    (file,) = tmp_path.glob("*.pdf")
    text = (documents_folder() / f"guide.{language}.md").read_text(encoding="utf-8")
    heads = {
        joined(re.sub("<.*?>", "", head)) for head in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    last = [joined(page.extract_text().strip().split("\n")[-2]) for page in PdfReader(file).pages]
    assert [line for line in last if line in heads] == []


def joined(text):
    return re.sub(r"\W", "", text)


def test_the_handbook_is_written_as_a_pdf_of_three_pages(desk, tmp_path, language):
    theme().set_name("dark")
    one = desk(words=language, page="list", settings=Settings(export_folder=str(tmp_path / "out")))
    one.go("manual")
    one.press("Ctrl+F1", "Ctrl+Shift+E")
    (file,) = (tmp_path / "out").iterdir()
    assert tr("manual.written", name=file.name) in one.seen()
    assert str(tmp_path) not in one.seen()
    written = PdfReader(file)
    heads = shown_sections(documents_folder() / f"handbook.{language}.md")
    assert len(written.pages) == len(heads) == 3
    for page, head in zip(written.pages, heads, strict=True):
        assert head in page.extract_text().split("\n")


def shown_sections(file):
    text = file.read_text(encoding="utf-8")
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


def test_the_guide_is_written_as_a_pdf_with_its_pictures(desk, tmp_path):
    one = desk(words="en", page="list", settings=Settings(export_folder=str(tmp_path)))
    one.go("manual")
    one.click(tr("manual.export"))
    (file,) = tmp_path.glob("*.pdf")
    text = (documents_folder() / "guide.en.md").read_text(encoding="utf-8")
    written = pypdfium2.PdfDocument(file)
    images = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    drawn = [page for page in written if any(page.get_objects(filter=images))]
    assert len(drawn) >= text.count("](pictures/")
    assert written.get_metadata_dict()["Title"] == "User guide (for the facilitator)"


def test_a_click_on_a_link_opens_it(desk):
    one = desk(page="list", words="en", size=(1366, 768))
    one.go("start")
    one.go("manual")
    browser = one.page.browser
    browser.scrollToAnchor("")
    browser.verticalScrollBar().setValue(0)
    one.settle()
    browser.find("handbook")
    point = browser.cursorRect().center() - QPoint(4, 0)
    one.tap(browser.viewport(), point)
    assert first_line(one) == "Facilitator's handbook"
