"""The papers on the overview: rendered in the background, selected, written, stopped, retried."""

import pytest

from exports.registry import GALLERY
from tests.helpers.fitting import faults
from tests.helpers.two_visits import second_visit
from ui.pages.wrap_up.export_panel import ExportPanel
from ui.pages.wrap_up.gallery import Gallery
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.agenda import BookTime
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.request_news import AddRequestNews, News

_PATIENCE_MS = 60_000


@pytest.fixture
def at(desk, tmp_path):
    def make(language="ja", **options):
        one = desk(language, **{"page": "wrap_up", "private": True, **options})
        one.window.settings.export_folder = str(tmp_path / "papers")
        return one

    return make


def gallery(desk):
    return desk.page.sections["outcomes"].overview.gallery


def until_drawn(desk, qtbot, *names):
    cards = gallery(desk).cards
    wanted = names or GALLERY
    qtbot.waitUntil(lambda: all(cards[name].picture.drawn for name in wanted), timeout=_PATIENCE_MS)
    desk.settle()


def pick_only(desk, *names):
    for name, tick in gallery(desk)._all_ticks().items():
        if tick.isChecked() != (name in names):
            tick.click()
    desk.settle()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_first_pages_are_drawn_with_their_readers(at, qtbot, language):
    desk = at(language, until=Step.WRAP_UP)
    before = {tr(f"wrap_up.gallery.{status}") for status in ("waiting", "drawing")}
    assert gallery(desk).cards["handout"].status in before
    until_drawn(desk, qtbot)
    n = len(desk.state.participants)
    assert tr("wrap_up.gallery.readers", n=n) in desk.seen()
    for circle in ("customer", "internal", "private"):
        assert tr(f"wrap_up.gallery.mark.{circle}") in desk.seen()
    assert {card.status for card in gallery(desk).cards.values()} == {""}
    assert faults(desk.window) == []


def test_what_was_drawn_stays_until_the_papers_would_look_different(at, qtbot):
    desk = at(until=Step.WRAP_UP)
    until_drawn(desk, qtbot)
    desk.do(BookTime(desk.state.agenda[0].id, 60))
    assert all(card.picture.drawn for card in gallery(desk).cards.values())
    desk.go("list")
    desk.go("wrap_up")
    assert all(card.picture.drawn for card in gallery(desk).cards.values())
    desk.do(AddProblem("朝の通知が多すぎる"))
    assert not any(card.picture.drawn for card in gallery(desk).cards.values())
    until_drawn(desk, qtbot)


def test_a_page_leads_to_the_preview_of_its_paper(at, qtbot):
    desk = at(until=Step.WRAP_UP)
    card = gallery(desk).cards["dossier"]
    card.picture.setFocus()
    desk.press("Return")
    assert desk.window.page_name == "preview"
    assert desk.page.choice.value() == "dossier"


def test_ticks_pick_what_is_written(at, qtbot, tmp_path):
    desk = at(until=Step.WRAP_UP)
    pick_only(desk, "summary", "follow_up")
    assert tr("wrap_up.panel.ready", n=2) in desk.seen()
    desk.press("Ctrl+Shift+E")
    panel = desk.page.panel
    assert panel.running
    assert panel.cancel.isVisible()
    qtbot.waitUntil(lambda: not panel.running, timeout=_PATIENCE_MS)
    desk.settle()
    cards = gallery(desk).cards
    assert cards["summary"].status == tr("wrap_up.gallery.written")
    assert cards["handout"].status != tr("wrap_up.gallery.written")
    assert len(list((tmp_path / "papers").iterdir())) == 2
    assert panel.open.isVisible()
    told = [piece.text for piece in panel.checks.pieces]
    assert tr("wrap_up.panel.read_back", n=2) in told
    assert tr("wrap_up.panel.nothing_private") in told
    assert faults(desk.window) == []


def test_without_a_pick_one_sentence_says_so(at):
    desk = at(until=Step.WRAP_UP)
    pick_only(desk)
    desk.press("Ctrl+Shift+E")
    assert not desk.page.panel.running
    assert tr("wrap_up.papers.none") in desk.seen()
    gallery(desk).cards["summary"].tick.click()
    assert tr("wrap_up.papers.none") not in desk.seen()


def test_each_paper_shows_its_status_while_they_are_written(at, qtbot):
    desk = at(until=Step.WRAP_UP)
    desk.press("Ctrl+Shift+E")
    cards = gallery(desk).cards
    seen = set()
    panel = desk.page.panel

    def over():
        seen.update(card.status for card in cards.values())
        return not panel.running

    qtbot.waitUntil(over, timeout=_PATIENCE_MS)
    wanted = {tr(f"wrap_up.gallery.{name}") for name in ("waiting", "making", "made")}
    assert wanted <= seen


def test_escape_stops_an_export(at, qtbot, tmp_path):
    desk = at(until=Step.WRAP_UP)
    desk.press("Ctrl+Shift+E", "Escape")
    qtbot.waitUntil(lambda: not desk.page.panel.running, timeout=_PATIENCE_MS)
    desk.settle()
    assert desk.window.private
    assert tr("wrap_up.papers.cancelled") in desk.seen()
    assert not list((tmp_path / "papers").glob("*"))


def test_what_could_not_be_written_is_tried_again(at, qtbot, tmp_path):
    desk = at(until=Step.WRAP_UP)
    (tmp_path / "papers").write_text("no folder")
    desk.press("Ctrl+Shift+E")
    panel = desk.page.panel
    card = gallery(desk).cards["summary"]
    qtbot.waitUntil(lambda: not panel.running, timeout=_PATIENCE_MS)
    desk.settle()
    assert card.status == tr("wrap_up.gallery.failed")
    assert faults(desk.window) == []
    (tmp_path / "papers").unlink()
    card.retry.click()
    qtbot.waitUntil(lambda: not panel.running, timeout=_PATIENCE_MS)
    desk.settle()
    assert card.status == tr("wrap_up.gallery.written")


def test_a_protected_word_is_counted_on_its_paper_and_leads_to_the_papers(at, qtbot):
    desk = at(until=Step.WRAP_UP)
    problem = desk.state.listed[0]
    desk.do(EditProblem(problem.id, "private_note", "社外秘の値引きは三割まで認めている"))
    desk.do(AddProblem("社外秘の値引きは三割まで認めている"))
    desk.press("Ctrl+Shift+E")
    panel = desk.page.panel
    qtbot.waitUntil(lambda: not panel.running, timeout=_PATIENCE_MS)
    desk.settle()
    assert gallery(desk).cards["summary"].status == tr("wrap_up.gallery.found", n=1)
    panel.to_papers.click()
    desk.settle()
    assert desk.page.choice.value() == "papers"


def test_the_room_sees_no_papers(at):
    desk = at(private=False, until=Step.WRAP_UP)
    assert not desk.page.findChildren(Gallery)
    assert not desk.page.findChildren(ExportPanel)


def test_a_paper_that_cannot_be_drawn_says_why_and_is_tried_again(at, qtbot):
    desk = at(until=Step.WRAP_UP)
    pages = gallery(desk)._pages
    until_drawn(desk, qtbot, "handout")
    run = pages._client._run
    assert run is not None
    failing = pages.drawing
    run._process.kill()
    qtbot.waitUntil(lambda: (page := pages.page_of(failing)) is not None and page.error is not None)
    desk.settle()
    card = gallery(desk).cards[failing]
    assert card.retry.isVisible()
    card.retry.click()
    until_drawn(desk, qtbot)


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_empty_workshop_fits_too(at, qtbot, language, size):
    desk = at(language, size=size)
    until_drawn(desk, qtbot, "handout")
    assert faults(desk.window) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_became_of_requests_is_listed_as_soon_as_there_is_news(at, language):
    desk = at(language, sample=True)
    tick = gallery(desk).ticks["became_of"]
    assert not tick.isVisible()
    request = desk.state.requests[0]
    news = News(request_id=request.id, state=RequestState.DECLINED, date="2026-12-18")
    desk.do(AddRequestNews((news,)))
    assert tick.isVisible()
    assert not tick.isChecked()
    tick.click()
    desk.settle()
    assert "became_of" not in desk.window.settings.papers_left_out
    desk.go("hand_outs")
    assert desk.page.papers.form.papers["became_of"].isChecked()
    desk.press("Escape")
    assert gallery(desk).ticks["became_of"].isChecked()
    assert faults(desk.window) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_at_a_second_visit_all_other_papers_have_their_place(at, language):
    desk = at(language, page="start", size=(1366, 768))
    second_visit(desk.session, language, people=5)
    desk.do(AddProblem("朝の通知が多すぎる"))
    desk.do(AddAction("しきい値を見直す"))
    for request in desk.state.before.requests:
        news = News(request_id=request.id, state=RequestState.DECLINED, date="2026-12-18")
        desk.do(AddRequestNews((news,)))
    desk.go("wrap_up")
    shown = [name for name, tick in gallery(desk).ticks.items() if tick.isVisible()]
    assert {"became_of", "then_now"} < set(shown)
    sheet = gallery(desk)
    assert sheet.geometry().bottom() <= sheet.parentWidget().rect().bottom()
    assert faults(desk.window) == []
