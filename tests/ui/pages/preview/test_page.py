"""The preview of papers: pages as they will be printed, with names marked."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from exports.registry import DOCUMENTS
from tests.helpers.papers import pages_of
from ui.components.papers.export_options import export_options
from ui.components.papers.selection import viewable_papers
from ui.pages.preview import page as preview_page
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.workshops import CreateWorkshop


@pytest.fixture
def preview(desk, qtbot):
    """Makes a desk at the preview, reached by keys, with a page of the summary shown."""

    def make(*args, **options):
        one = desk(*args, **{"page": "solve", "sample": True, **options})
        one.press("Ctrl+E", "Alt+V")
        names = [each.value for each in one.page.choice.options]
        one.press(f"Alt+{names.index('summary') + 1}")
        shown(one, qtbot)
        return one

    return make


def shown(desk, qtbot):
    qtbot.waitUntil(
        lambda: desk.page.view.drawn or desk.page._client.error is not None, timeout=60_000
    )
    desk.settle()


def test_it_is_reached_by_keys_and_escape_leads_back_step_by_step(preview):
    desk = preview()
    assert desk.window.page_name == "preview"
    desk.press("Escape")
    assert desk.window.page_name == "hand_outs"
    desk.press("Escape")
    assert desk.window.page_name == "solve"


def test_it_opens_on_what_is_ticked_and_where_one_was_before(desk):
    one = desk(page="hand_outs", sample=True)
    papers = [row.id for row in one.page.papers.form.list.rows()]
    for only in ("handout", "follow_up"):
        one.window.settings.papers_left_out = tuple(name for name in papers if name != only)
        one.press("Alt+V")
        assert one.page.choice.value() == only
        one.press("Escape")
    one.window.settings.papers_left_out = ("agenda",)
    one.press("Alt+V")
    assert one.page.choice.value() == "follow_up"


def test_pages_are_turned_and_nothing_is_written(preview, qtbot, tmp_path):
    desk = preview()
    pages = len(desk.page._client.pages)
    assert pages > 2
    assert tr("preview.page", page=1, pages=pages) in desk.seen()
    desk.press("PageDown", "PageDown", "PageUp")
    assert tr("preview.page", page=2, pages=pages) in desk.seen()
    desk.press(*["PageDown"] * (pages + 2))
    assert tr("preview.page", page=pages, pages=pages) in desk.seen()
    assert not (tmp_path / "papers").exists()
    assert not desk.state.workshop.exported_at


def test_each_handout_is_named_by_its_reader(preview, qtbot):
    desk = preview()
    desk.press("Alt+3")
    shown(desk, qtbot)
    first, second = desk.state.participants[:2]
    assert first.name in desk.seen()
    while desk.page._client.pages[desk.page._number].reader == first.code:
        desk.press("PageDown")
    assert second.name in desk.seen()


def test_projected_mode_shows_only_papers_for_the_customer(preview, qtbot):
    desk = preview()
    assert all(DOCUMENTS[name].circle == "customer" for name in viewable_papers(private=False))
    assert tuple(each.value for each in desk.page.choice.options) == viewable_papers(
        desk.state, private=False
    )
    desk.press("Alt+6", "Alt+7")
    assert DOCUMENTS[desk.page._name].circle == "customer"
    desk.set_private(True)
    desk.page.show_paper("record")
    shown(desk, qtbot)
    assert tr("papers.mark.private") in desk.seen()
    desk.set_private(False)
    assert DOCUMENTS[desk.page._name].circle == "customer"
    assert not hasattr(desk.page, "_print")


def test_names_are_counted_and_marked_in_private_mode_only(preview, qtbot):
    desk = preview()
    desk.press("Alt+3")
    shown(desk, qtbot)
    who = desk.state.participants[0]
    assert desk.page.view.marks == ()
    assert texts().person(who.name, who.honorific) in desk.seen()
    assert who.code not in desk.seen()
    desk.set_private(True)
    shown(desk, qtbot)
    marks = desk.page.view.marks
    assert {"customer", "person"} <= {mark.kind for mark in marks}
    assert tr("preview.named", n=len(marks)) in desk.seen()
    assert all(0 < mark.left < mark.right < 1 and 0 < mark.top < mark.bottom < 1 for mark in marks)
    mark = next(mark for mark in marks if mark.kind == "person")
    image = desk.page.view.grab().toImage()
    sheet = desk.page.view._sheet()
    x = round(sheet.x() + mark.left * sheet.width()) - 1
    y = round(sheet.y() + (mark.top + mark.bottom) / 2 * sheet.height())
    assert image.pixelColor(x, y).blue() < 150 < image.pixelColor(x, y).red()


def test_other_customers_are_not_named_in_projected_mode(preview, qtbot):
    desk = preview()
    desk.do(CreateWorkshop("別", "2026-01-01T00:00:00", customer_name="大阪商事株式会社"))
    desk.do(EditProblem(desk.state.chosen[0].id, "wording", "大阪商事と同じ"))
    kinds = {}
    for private in (False, True):
        desk.set_private(private)
        desk.page.show_paper("summary")
        kinds[private] = set()
        for number in range(4):
            desk.page.view.show_picture(None)
            desk.page._number = number
            desk.page._draw()
            shown(desk, qtbot)
            kinds[private] |= {mark.kind for mark in desk.page.view.marks}
    assert "other_customer" not in kinds[False]
    assert "other_customer" in kinds[True]


def test_codes_are_shown_where_people_are_called_by_them(preview, qtbot):
    desk = preview()
    desk.press("Escape", "Alt+Z", "Alt+V", "Alt+3")
    shown(desk, qtbot)
    who = desk.state.participants[0]
    assert who.code in desk.seen()
    assert who.name not in desk.seen()


def test_the_width_is_used_and_arrows_move_the_page(preview, qtbot):
    desk = preview()
    view = desk.page.view
    wide = view.pixels
    assert wide == pytest.approx(view.width(), abs=20)
    qtbot.waitUntil(lambda: view._image.width() == view.pixels, timeout=20_000)
    desk.press("Down")
    assert view._top > 0
    assert desk.page._number == 0
    desk.press(*["Down"] * 30)
    assert desk.page._number > 0
    desk.press("Z")
    assert view.pixels < wide
    desk.press("Z")
    assert view.pixels == pytest.approx(wide, abs=2)


def test_a_change_is_shown_when_one_comes_back(preview, qtbot):
    desk = preview()

    def come_back():
        desk.go("preview")
        shown(desk, qtbot)
        return desk.page.view._image.copy()

    desk.go("list")
    before = come_back()
    desk.go("list")
    assert come_back() == before
    desk.go("list")
    desk.do(AddProblem("夜間に鳴る通知が多い"))
    assert come_back() != before


def test_hidden_it_keeps_no_process(preview):
    desk = preview()
    page = desk.page
    desk.press("Escape")
    assert page._client._run is None
    assert not page.view.drawn


def test_a_process_that_dies_is_reported_and_another_one_starts(preview, qtbot):
    desk = preview()
    desk.page._client._run._process.kill()
    qtbot.waitUntil(lambda: desk.page._client.error is not None, timeout=20_000)
    assert desk.page._error.isVisible()
    desk.press("Alt+1")
    shown(desk, qtbot)
    assert desk.page.view.drawn


def test_a_printed_paper_is_what_was_shown(preview, qtbot, tmp_path, monkeypatch):
    desk = preview(private=True)
    file = tmp_path / "printed.pdf"

    def choose(_parent, title, _size):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setFullPage(True)
        printer.setDocName(title)
        return printer

    monkeypatch.setattr(preview_page, "ask_for_printer", choose)
    desk.press("Alt+1")
    shown(desk, qtbot)
    pages = len(desk.page._client.pages)
    desk.press("Ctrl+P")
    qtbot.waitUntil(lambda: desk.page._print_job is None, timeout=60_000)
    assert desk.window._toast.sentence == tr("preview.printed")
    assert len(pages_of(file.read_bytes())) == pages


def test_printing_is_stopped_by_escape(preview, qtbot, tmp_path, monkeypatch):
    desk = preview(private=True)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(preview_page, "ask_for_printer", lambda *_: printer)
    desk.press("Ctrl+P", "Escape")
    assert desk.page._print_job is None
    assert desk.window._toast.sentence == tr("preview.not_printed")
    assert desk.window.page_name == "preview"


def test_an_unfinished_workshop_can_be_looked_at(preview):
    desk = preview(sample=False)
    assert desk.page.view.drawn
    assert export_options(desk.window).password == ""
