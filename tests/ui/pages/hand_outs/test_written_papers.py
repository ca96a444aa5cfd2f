"""After an export in projected mode: papers by reader, and three ways to hand them over."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.helpers.canaries import CANARY, canary_session
from tests.helpers.desks import desks
from tests.helpers.fitting import faults
from tests.helpers.list_rows import after, part_of, visible_ids
from tests.helpers.papers import is_file_of
from tests.helpers.picked import tick_only
from tests.helpers.texts import texts_of
from tests.helpers.two_visits import second_visit
from tests.helpers.visible import visible_widgets
from tests.helpers.wall_paint import joined, shown_on
from ui.actions.offered import PRIMARY
from ui.audience.window import AudienceWindow
from ui.components.papers import written_papers
from ui.components.papers.export_options import export_options
from ui.components.papers.jobs import CopyJob, ExportJob
from ui.widgets.action_button import ActionButton
from ui.widgets.menu import window_menu
from ui.window.schedule_indicator import ScheduleIndicator
from workshop_app.domain.audience_view import Closing
from workshop_app.domain.facts.then_now import last_requests
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import set_language, texts, tr
from workshop_app.services.commands.participants import AddParticipant, EditParticipant
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.workshops import EditWorkshop
from workshop_app.settings import Settings

ONLY = ("handout", "summary", "dossier")


@pytest.fixture(autouse=True)
def outside(monkeypatch, tmp_path):
    """A stick, printers that write files, and a list of opened folders; file dialogs fail."""
    world = {"sticks": [], "opened": [], "printed": [], "opens": True}

    def open_url(url):
        world["opened"].append(url)
        return world["opens"]

    def printer(name, title, _size):
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        file = tmp_path / f"printed-{len(world['printed'])}.pdf"
        made.setOutputFileName(str(file))
        made.setFullPage(True)
        world["printed"].append((name, title, file))
        return made

    def refuse(*_args, **_options):
        raise AssertionError("a file dialog in projected mode")

    monkeypatch.setattr(written_papers, "removable_volumes", lambda: list(world["sticks"]))
    monkeypatch.setattr(written_papers, "printer_names", lambda: ["Hall", "Office"])
    monkeypatch.setattr(written_papers, "printer_named", printer)
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    for name in ("getExistingDirectory", "getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, refuse)
    return world


@pytest.fixture
def given(desk, tmp_path, qtbot):
    """Makes a desk at the papers of an export that has just ended."""

    def make(words="ja", *, people=0, place="hand_outs", only=ONLY, filled=None, **options):
        one = desk(words, sample=filled is None, filled=filled, page="", **options)
        one.window.settings.export_folder = str(tmp_path / "papers")
        if "became_of" in only:
            request = one.state.requests[0]
            declined = News(request_id=request.id, state=RequestState.DECLINED, date="2026-12-18")
            one.do(AddRequestNews((declined,)))
        for number in range(people):
            one.do(AddParticipant(f"Guest {number}"))
        one.go(place)
        if place == "wrap_up":
            one.page.show_section("papers")
        section = one.page.papers if place == "hand_outs" else one.page.section
        tick_only(section.form, only)
        one.press("Ctrl+Return")
        job = ExportJob.of(one.window)
        qtbot.waitUntil(lambda: not job.running, timeout=120_000)
        one.settle()
        return one, section._given

    return make


@pytest.fixture
def canary_desk(qtbot, tmp_path):
    """Makes a desk on a store with canaries in all private data."""
    with desks(qtbot) as made:

        def make(words):
            set_language(words)
            folder = str(tmp_path / f"{CANARY}-papers")
            settings = Settings(language=words, export_folder=folder)
            return made.seat(canary_session(tmp_path, words), settings)

        yield make


def copied(desk, qtbot):
    job = CopyJob.of(desk.window)
    qtbot.waitUntil(lambda: not job.running, timeout=60_000)
    desk.settle()


def click_row(papers, number, part):
    """Click a part of a row of the list."""
    place = part_of(papers.list.view, number, part)
    QTest.mouseClick(papers.list.view, Qt.MouseButton.LeftButton, pos=place)


def names_of(papers):
    return [row.text for row in papers.list.rows()]


def test_the_customer_s_papers_are_listed_by_whose_they_are(given, words, tmp_path):
    desk, papers = given(words)
    people = [texts().person(who.name, who.honorific) for who in desk.state.participants]
    assert names_of(papers) == [*people, tr("papers.name.summary")]
    assert all(row.checked for row in papers.list.rows())
    assert tr("papers.name.dossier") not in names_of(papers)
    assert str(tmp_path) not in "\n".join(texts_of(desk.window))
    assert desk.focus is papers.list.view
    assert faults(desk.window) == []


@pytest.mark.parametrize("written", [True, False])
def test_that_the_dossier_was_written_is_said_without_naming_it_to_the_room(given, words, written):
    _, papers = given(words, only=ONLY if written else ("summary",))
    shown = [text for text in texts_of(papers) if tr("given.others") in text]
    assert bool(shown) is written
    assert tr("papers.name.dossier") not in "\n".join(texts_of(papers))


def test_finishing_shows_the_room_a_closing_view_from_which_one_action_leads_home(given, words):
    desk, papers = given(words, place="wrap_up", only=("summary", "follow_up"))
    desk.click(tr("wrap_up.papers.finish"))
    seen = desk.seen()
    assert tr("wrap_up.closing.thanks") in seen
    assert tr("wrap_up.closing.papers", papers=tr("papers.name.summary")) in seen
    assert not any(who.name in seen for who in desk.state.participants)
    assert not desk.window.bar.timer.isVisible()
    assert desk.window.audience._clock() is None
    assert faults(desk.window) == []
    desk.press("Escape")
    assert papers.isVisible()
    assert desk.window.bar.timer.isVisible()
    assert desk.focus is papers.list.view
    desk.window.timer.toggle()
    desk.click(tr("wrap_up.papers.finish"))
    desk.go("solve")
    desk.go("wrap_up").show_section("papers")
    assert not desk.window.timer.running
    desk.click(tr("wrap_up.papers.finish"))
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "start"
    assert tr("wrap_up.finished") in desk.seen()
    assert not desk.window.timer.running


def test_the_times_of_a_finished_workshop_stand_when_it_is_looked_at(given, words):
    desk, _ = given(words, place="wrap_up", only=("summary", "follow_up"))
    desk.window.set_private(True)
    desk.settle()
    timer = desk.window.timer
    timer.toggle()
    assert timer.pace() is not None
    click_finish(desk)
    desk.window.open_workshop(desk.state.workshop.id)
    spent = timer.spent()
    for step in ("context", "solve", "wrap_up"):
        desk.go(step)
        timer.tick()
        assert timer.spent() == spent
        assert desk.window.bar.timer.isVisible()
        assert not visible_widgets(desk.window.bar.timer, ScheduleIndicator)


def test_where_only_the_facilitator_sees_it_a_workshop_is_finished_as_well(given, words):
    desk, _ = given(words, place="wrap_up", only=("summary", "follow_up"))
    desk.set_private(True)
    click_finish(desk)
    assert desk.window.page_name == "start"


def click_finish(desk):
    """Finish, by the list of the bar where its buttons leave no space."""
    words = tr("wrap_up.papers.finish")
    if words not in desk.seen():
        desk.click(tr("frame.foot.others"))
    desk.click(words)


def test_the_room_s_own_display_shows_the_closing_view_until_another_workshop_opens(
    given, words, private, qtbot
):
    desk, _ = given(words, place="wrap_up", only=("summary", "follow_up"))
    wall = AudienceWindow()
    wall.resize(1920, 1080)
    desk.window.audience.begin(wall)
    if private:
        desk.set_private(True)
    assert faults(desk.window) == []
    click_finish(desk)
    qtbot.waitUntil(lambda: isinstance(wall.view.picture, Closing))
    shown = wall.view.picture
    assert shown.papers == ("summary",)
    said = "\n".join(joined(shown_on(wall)))
    assert tr("wrap_up.closing.thanks") in said
    assert tr("wrap_up.closing.thanks") in desk.seen()
    assert not any(who.name in said for who in desk.state.participants)
    desk.press("Escape")
    qtbot.waitUntil(lambda: not isinstance(wall.view.picture, Closing))
    click_finish(desk)
    qtbot.waitUntil(lambda: isinstance(wall.view.picture, Closing))
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "start"
    assert wall.view.picture == shown
    desk.window.audience.end().close()


def test_after_finishing_start_says_where_the_papers_are_and_leads_there(given, words):
    desk, _ = given(words, place="wrap_up", only=("summary", "follow_up"))
    files = len(ExportJob.of(desk.window).run.result.files)
    desk.click(tr("wrap_up.papers.finish"))
    desk.click(tr("wrap_up.closing.home"), desk.window.foot)
    assert desk.window.page_name == "start"
    assert tr("wrap_up.finished") in desk.seen()
    desk.window._toast.forget()
    assert tr("start.papers.written", n=files) in desk.seen()
    assert faults(desk.window) == []
    desk.set_private(True)
    assert tr("start.papers.where", n=files, folder="papers") in desk.seen()
    desk.set_private(False)
    desk.click(tr("start.papers.show"))
    assert desk.window.page_name == "wrap_up"
    assert desk.page.section.NAME == "papers"
    assert desk.page.section.written


def test_wrap_up_shows_the_same(given):
    desk, papers = given(place="wrap_up", only=("summary",))
    assert names_of(papers) == [tr("papers.name.summary")]
    assert desk.page.section._given is papers
    assert faults(desk.window) == []


def test_more_than_fit_are_paged_by_keys(given):
    desk, papers = given(people=8, only=("handout",))
    first = visible_ids(papers.list)
    assert papers.list.view.rows_after() > 0
    desk.press("PageDown")
    assert not set(visible_ids(papers.list)) & set(first)
    desk.press("PageUp")
    assert visible_ids(papers.list) == first


def test_without_papers_for_the_customer_the_progress_stays(given):
    desk, papers = given(only=("dossier",))
    assert not papers.isVisible()
    assert tr("wrap_up.papers.written", n=1) in desk.seen()


def test_ticks_change_by_space_and_by_mouse_and_all_at_once(given):
    desk, papers = given()
    desk.press("Space")
    assert [row.checked for row in papers.list.rows()].count(False) == 1
    assert not papers.list.rows()[0].checked
    click_row(papers, 0, "tick")
    assert papers.list.rows()[0].checked
    QTest.mouseClick(papers._all, Qt.MouseButton.LeftButton)
    assert not any(row.checked for row in papers.list.rows())
    assert not any(button.isEnabled() for button in papers._buttons)
    click_row(papers, 1, "tick")
    desk.press("Alt+V")
    assert (desk.page.choice.value(), desk.page._reader) == ("handout", "P-2")
    desk.press("Escape")
    click_row(papers, 1, "tick")
    QTest.mouseClick(papers._all, Qt.MouseButton.LeftButton)
    assert all(row.checked for row in papers.list.rows())


def test_looking_at_a_paper_by_mouse_begins_with_its_reader(given, qtbot):
    desk, papers = given()
    click_row(papers, 1, "action")
    assert desk.window.page_name == "preview"
    qtbot.waitUntil(lambda: bool(desk.page._client.pages), timeout=60_000)
    qtbot.waitUntil(lambda: desk.page._number > 0, timeout=60_000)
    assert desk.page._client.pages[desk.page._number].reader == "P-2"
    pages = desk.page._client.pages
    own = [n for n, page in enumerate(pages) if page.reader == "P-2"]
    for _ in pages:
        desk.press("PageDown")
    assert desk.page._number == own[-1], "it ends with that person's last page"
    assert tr("preview.page", page=len(own), pages=len(own)) in desk.page._position.text()
    for _ in pages:
        desk.press("PageUp")
    assert desk.page._number == own[0]
    desk.page.choice.choose_number(1)
    desk.page.choice.choose("handout")
    qtbot.waitUntil(lambda: len(desk.page._client.pages) == len(pages), timeout=60_000)
    assert list(desk.page._shown) == list(range(len(pages)))
    desk.press("Escape")
    assert papers.isVisible()


def test_they_are_printed_inside_the_window_on_a_printer_by_its_name(given, words, qtbot, outside):
    desk, papers = given(words)
    pages = papers._papers["handout-P-2"].pages
    QTest.mouseClick(papers._all, Qt.MouseButton.LeftButton)
    click_row(papers, 1, "tick")
    desk.press("Ctrl+P")
    assert [item.text() for item in window_menu(papers).items] == ["Hall", "Office"]
    assert faults(desk.window) == []
    desk.press("Down", "Return")
    qtbot.waitUntil(lambda: not papers.running, timeout=60_000)
    assert papers._message.text() == tr("given.printed")
    ((printer, title, file),) = outside["printed"]
    assert (printer, title) == ("Office", tr("papers.name.handout"))
    assert len(pypdfium2.PdfDocument(file)) == pages


def test_after_printing_the_end_of_the_workshop_is_the_filled_button(given, qtbot):
    desk, papers = given(place="wrap_up", only=("summary",))

    def filled():
        return desk.page.offered()[PRIMARY].filled

    assert not filled()
    desk.press("Ctrl+P", "Return")
    qtbot.waitUntil(lambda: not papers.running, timeout=60_000)
    assert filled()


def test_printing_by_mouse_prints_every_document_that_is_ticked(given, qtbot, outside):
    _desk, papers = given(only=("handout", "follow_up"))
    papers._ticked = {"handout-P-5", "follow_up-"}
    papers._show()
    QTest.mouseClick(papers._buttons[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(window_menu(papers).items[0], Qt.MouseButton.LeftButton)
    assert papers.running
    qtbot.waitUntil(lambda: not papers.running, timeout=120_000)
    assert [title for _, title, _ in outside["printed"]] == [
        tr("papers.name.handout"),
        tr("papers.name.follow_up"),
    ]


def test_escape_leaves_the_printers_and_then_stops_the_printing(given, outside):
    desk, papers = given()
    desk.press("Ctrl+P", "Escape")
    assert not papers.running
    assert desk.window.page_name == "hand_outs"
    assert desk.focus is papers.list.view
    desk.press("Ctrl+P", "Return")
    assert papers.running
    desk.press("Escape")
    assert not papers.running
    assert papers._error.sentence == tr("preview.not_printed")


def test_without_a_printer_one_sentence_says_what_can_be_done(given, monkeypatch):
    monkeypatch.setattr(written_papers, "printer_names", list)
    desk, papers = given()
    desk.press("Ctrl+P")
    assert papers._error.sentence == tr("given.no_printer")


def test_without_a_stick_copying_says_why_it_cannot_be_done(given, outside):
    desk, papers = given()
    stick = papers._buttons[1]
    assert not stick.isEnabled()
    assert papers.descriptions[1].text() == tr("given.no_stick")
    outside["sticks"].append(desk.window.session.store.path.parent)
    papers._look_for_sticks()
    assert stick.isEnabled()


def test_the_ticked_papers_are_copied_to_the_stick_under_the_people_s_names(
    given, words, qtbot, outside, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    outside["sticks"].append(stick)
    desk, papers = given(words)
    first = names_of(papers)[0]
    click_row(papers, len(papers._papers) - 1, "tick")
    desk.press("Ctrl+Shift+S")
    copied(desk, qtbot)
    found = sorted(file.name for file in stick.iterdir())
    assert len(found) == len(papers._papers) - 1
    assert any("".join(first.split()) in name.replace("-", "") for name in found)
    assert papers._message.text() == tr("given.copied", n=len(found))
    assert str(tmp_path) not in "\n".join(texts_of(desk.window))


def test_of_several_sticks_one_is_chosen_by_mouse(given, qtbot, outside, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        outside["sticks"].append(tmp_path / name)
    desk, papers = given(only=("summary",))
    QTest.mouseClick(papers._buttons[1], Qt.MouseButton.LeftButton)
    targets = window_menu(papers).items
    assert len(targets) == 2
    QTest.mouseClick(targets[1], Qt.MouseButton.LeftButton)
    copied(desk, qtbot)
    assert list((tmp_path / "one").iterdir()) == []
    assert len(list((tmp_path / "two").iterdir())) == 1


def test_a_full_or_removed_stick_is_one_sentence(given, qtbot, outside, tmp_path):
    gone = tmp_path / "file"
    gone.write_text("no folder")
    outside["sticks"].append(gone)
    desk, papers = given(only=("summary",))
    desk.press("Ctrl+Shift+S")
    copied(desk, qtbot)
    assert papers._error.isVisible()
    assert str(tmp_path) not in papers._error.sentence


@pytest.mark.parametrize("key", ["B", "Escape"])
def test_the_folder_opens_only_after_black_and_contains_only_these_papers(
    given, qtbot, outside, tmp_path, key
):
    desk, papers = given()
    desk.press("Space", "Ctrl+Shift+F")
    assert desk.window.black_overlay.isVisible()
    assert outside["opened"] == []
    desk.press("Ctrl+Shift+F")
    copied(desk, qtbot)
    (url,) = outside["opened"]
    folder = Path(url.toLocalFile())
    assert folder in (tmp_path / "papers").rglob("*")
    assert len(list(folder.iterdir())) == len(papers._papers) - 1
    assert not any(is_file_of("dossier", file.name) for file in folder.iterdir())
    assert desk.window.black_overlay.isVisible(), "the room sees nothing until it is uncovered"
    assert "Esc" in desk.window.black_overlay.sentence
    desk.press(key)
    assert not desk.window.black_overlay.isVisible()
    assert not desk.window.private


def test_a_folder_that_does_not_open_says_so_on_black_and_not_on_the_projected_page(
    given, qtbot, outside, tmp_path, words
):
    desk, papers = given(words, only=("summary",))
    outside["opens"] = False
    desk.press("Ctrl+Shift+F", "Ctrl+Shift+F")
    copied(desk, qtbot)
    black = desk.window.black_overlay
    assert black.isVisible()
    (folder,) = (tmp_path / "papers").rglob(f"{tr('given.folder')}_*")
    said = tr("given.not_opened", folder=folder.name)
    assert said in black.sentence
    assert "Esc" in black.sentence
    assert black.rect().contains(black.line_box().toAlignedRect())
    desk.press("Escape")
    assert not black.isVisible()
    assert said not in desk.seen()
    outside["opens"] = True
    QTest.mouseClick(papers._black, Qt.MouseButton.LeftButton)
    desk.press("Ctrl+Shift+F")
    copied(desk, qtbot)
    assert len(outside["opened"]) == 2
    assert not papers._error.isVisible()


def test_escape_over_black_opens_no_folder(given, outside):
    desk, papers = given(only=("summary",))
    QTest.mouseClick(papers._buttons[2], Qt.MouseButton.LeftButton)
    assert desk.window.black_overlay.isVisible()
    desk.press("Escape")
    assert not desk.window.black_overlay.isVisible()
    assert outside["opened"] == []


def test_with_the_switch_off_the_folder_opens_at_once_by_mouse(given, qtbot, outside):
    desk, papers = given(only=("summary",))
    QTest.mouseClick(papers._black, Qt.MouseButton.LeftButton)
    QTest.mouseClick(papers._buttons[2], Qt.MouseButton.LeftButton)
    assert not desk.window.black_overlay.isVisible()
    copied(desk, qtbot)
    assert len(outside["opened"]) == 1
    QTest.mouseClick(papers._buttons[2], Qt.MouseButton.LeftButton)
    assert outside["opened"][0] == outside["opened"][1], "the same papers, the same folder"


def test_in_an_anonymous_workshop_codes_replace_names(given, qtbot, outside, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    outside["sticks"].append(stick)
    desk, papers = given()
    export_options(desk.window).coded = True
    papers.show_result(desk.state, papers._result, "")
    assert names_of(papers)[0] == "P-1"
    assert not any(who.name in str(names_of(papers)) for who in desk.state.participants)


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)])
def test_the_written_papers_fit(given, words, size, outside, tmp_path):
    outside["sticks"] = [tmp_path]
    desk, papers = given(words, size=size, place="wrap_up")
    assert faults(desk.window) == []
    if size[0] < 1366:  # the three ways to hand them over are below the list
        assert len(papers.list.view.slots) >= 4
    else:
        assert papers.list.view.rows_after() == 0, "all are on one page"
    desk.press("Ctrl+P")
    assert faults(desk.window) == []


def test_a_click_into_an_empty_part_puts_no_frame_around_the_section(given):
    desk, papers = given(size=(1366, 768), place="wrap_up")
    section = papers.parentWidget()
    at = section.mapTo(desk.window, section.rect().bottomRight() - QPoint(4, 4))
    desk.tap(desk.window.childAt(at))
    assert QApplication.focusWidget() not in (section, papers)
    assert not section.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_nothing_private_is_in_the_window_after_an_export(words, qtbot, tmp_path, canary_desk):
    desk = canary_desk(words)
    desk.go("hand_outs")
    tick_only(desk.page.papers.form, ONLY)
    desk.press("Ctrl+Return")
    job = ExportJob.of(desk.window)
    qtbot.waitUntil(lambda: not job.running, timeout=120_000)
    desk.settle()
    assert desk.page.papers._given.isVisible()
    desk.press("Ctrl+P")
    assert [text for text in texts_of(desk.window) if CANARY in text] == []


def test_two_papers_of_one_person_say_which_is_which(given, words, size):
    one, papers = given(words, only=("handout", "became_of"), size=size)
    request = one.state.requests[0]
    (speaker,) = one.state.speakers_of(one.state.problem(request.problem_id))
    name = texts().person(speaker.name, speaker.honorific)
    rows = [row for row in papers.list.rows() if row.text == name]
    assert [after(row)[0] for row in rows] == [
        tr("papers.name.handout"),
        tr("papers.name.became_of"),
    ]
    spoken = [papers.list.view.row_description(row) for row in rows]
    assert tr("papers.name.became_of") in spoken[1]
    assert tr("papers.name.became_of") not in spoken[0]
    assert faults(one.window) == []


def is_filled(button):
    return button.kind == "primary" and button.isEnabled()


def test_a_change_after_the_export_is_said_until_the_papers_are_written_again(given, qtbot, words):
    one, papers = given(words, place="wrap_up", only=("summary",))
    outdated = tr("wrap_up.papers.outdated")
    assert outdated not in texts_of(papers)
    one.do(EditParticipant(one.state.participants[0].id, "private_note", "会場にも紙にも出ない"))
    one.settle()
    assert outdated not in texts_of(papers), "no paper prints it"
    one.do(EditWorkshop(one.state.workshop.id, "place", "三階の会議室"))
    assert outdated in texts_of(papers)
    assert faults(one.window) == []
    primary = one.window.foot.primary
    filled = [each.text() for each in visible_widgets(one.window, ActionButton) if is_filled(each)]
    assert filled == [primary.text()] == [tr("wrap_up.papers.anew")]
    one.press("Ctrl+Return")
    job = ExportJob.of(one.window)
    qtbot.waitUntil(lambda: not job.running, timeout=120_000)
    one.settle()
    assert outdated not in texts_of(papers)


def test_news_of_a_request_of_the_visit_before_outdates_the_papers(given, words):
    one, papers = given(words, place="wrap_up", only=("summary",), filled=second_visit)
    outdated = tr("wrap_up.papers.outdated")
    assert outdated not in texts_of(papers)
    request = last_requests(one.state)[0]
    planned = News(request_id=request.id, state=RequestState.PLANNED, date="2027-01-07")
    one.do(AddRequestNews((planned,)))
    one.settle()
    assert outdated in texts_of(papers)
