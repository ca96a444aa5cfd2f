"""The board of requests, by mouse and by keys: news, imported answers, reporting, the catalogue."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from exports.markdown import build
from exports.material import Material
from tests.helpers.fitting import faults
from tests.helpers.list_rows import below, beside
from tests.helpers.many_requests import CUSTOMERS, WISHES, year_of_requests
from tests.helpers.papers import solutions
from tests.helpers.picked import is_ticked
from tests.helpers.sessions import create_workshop
from tests.helpers.two_visits import second_visit
from ui.components import places
from ui.components.papers.jobs import ExportJob
from workshop_app.domain.ids import stable_request_code
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import Texts, tr
from workshop_app.services.commands.appraising import EditRequest
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.commands.request_news import AddRequestNews, HandOverRequests, News
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.request_board import board as board_of


@pytest.fixture
def board(desk):
    def opened(words="ja", **options):
        return desk(words, sample=True, page="requests", private=True, **options)

    return opened


@pytest.fixture
def year(desk, tmp_path):
    """The board of twelve requests of a year; papers have a folder."""

    def opened(words="ja", **options):
        one = desk(words, filled=year_of_requests, page="", private=True, **options)
        one.window.settings.export_folder = str(tmp_path / "papers")
        one.go("requests")
        return one

    return opened


def rows(one):
    """The code, state and origin of each request."""
    found = [(row, *below(row)[0].split("  ", 1)) for row in one.page.rows.rows()]
    return [(code, row.after[4].state, origin) for row, code, origin in found]


def answered(one, state, **texts):
    first = one.state.requests[0]
    one.do(AddRequestNews((News(request_id=first.id, state=state, date="2026-12-18", **texts),)))


def test_keys_are_enough_to_record_and_take_back_news(board, words, size):
    one = board(words, size=size)
    before = one.state
    assert {state for _, state, _ in rows(one)} == {RequestState.NEW}
    assert faults(one.window) == []
    one.press("Alt+N", "5")
    assert faults(one.window) == []
    one.press("Tab", "Tab")
    while one.focus is not one.page.form.fields["may_be_told"].field:
        one.press("Tab")
    one.write("確かめられないためです。")
    one.press("Ctrl+Return")
    (news,) = one.state.news
    assert (news.state, news.date) == (RequestState.DECLINED, date.today().isoformat())
    assert news.may_be_told == "確かめられないためです。"
    assert tr("request_news.state.declined") in one.everything()
    assert faults(one.window) == []
    one.press("Ctrl+Z")
    assert one.state == before
    assert one.window.page_name == "requests"


def test_the_mouse_is_enough_to_record_correct_and_tell_news(board, words):
    one = board(words)
    one.click(tr("requests.news.do"))
    one.page.form.states.choose_number(4)
    one.click(tr("requests.form.save"))
    assert one.state.news[0].state is RequestState.RELEASED
    one.click(tr("requests.told.do"))
    assert one.state.news[0].told_on == date.today().isoformat()
    assert tr("requests.told.do") not in [button.text() for button in one.page.foot().right]
    one.press("Alt+E")
    one.page.form.states.choose_number(3)
    one.click(tr("requests.form.save"))
    (news,) = one.state.news
    assert (news.state, news.told_on) == (RequestState.PLANNED, date.today().isoformat())


def test_what_is_missing_is_said_and_nothing_is_recorded(board):
    one = board()
    one.press("Alt+N", "Ctrl+Return")
    assert tr("errors.news_without_state") == one.page.form.error.sentence
    assert one.state.news == ()
    one.press("Escape")
    assert one.page.rows.isVisible()


def test_a_day_of_news_without_a_year_is_the_one_that_was(board):
    one = board()
    before = date.today() - timedelta(days=100)
    one.press("Alt+N", "5")
    one.page.form.fields["date"].setFocus()
    one.press("Ctrl+A")
    one.write(f"{before.month}/{before.day}")
    one.press("Ctrl+Return")
    assert [news.date for news in one.state.news] == [before.isoformat()]


def test_what_is_being_written_is_kept_when_the_form_is_left_and_goes_once_it_is_recorded(board):
    one = board()
    one.press("Alt+N", "3")
    one.page.form.fields["reason"].field.set_text("まだ書きかけ")
    one.press("Escape")
    assert one.page.rows.isVisible()
    assert one.state.news == ()
    one.press("Alt+N")
    assert one.page.form.fields["reason"].text() == "まだ書きかけ"
    assert one.page.form.states.value() is RequestState.PLANNED
    one.press("Ctrl+Return", "Alt+N")
    assert one.page.form.fields["reason"].text() == ""


def test_the_states_are_chosen_by_alt_and_a_digit(board):
    one = board()
    answered(one, RequestState.RELEASED)
    one.press("Alt+6")
    assert [state for _, state, _ in rows(one)] == [RequestState.RELEASED]
    one.press("Alt+7")
    assert rows(one) == []
    assert tr("requests.none_so") in one.seen()
    one.press("Alt+1")
    assert len(rows(one)) == 2


def test_requests_of_all_customers_are_listed_and_only_in_private_mode(board):
    one = board()
    state = one.state
    other = replace(state, customer=replace(state.customer, id="c2", name="株式会社よその社"))
    one.do(ImportWorkshop(other))
    one.go("requests")
    one.press("Alt+Shift+Z")
    assert any(state.customer.name in origin for _, _, origin in rows(one))
    assert len(rows(one)) == 4
    one.set_private(False)
    one.press("Ctrl+Shift+J")
    assert one.window.page_name != "requests"
    assert "requests" not in [place.name for place in places.in_rail(private=False)]


def test_a_strip_of_the_year_says_when_it_was_said_handed_over_and_decided(year, words, size):
    one = year(words, size=size)
    assert faults(one.window) == []
    wanted = next(row for row in one.page.rows.rows() if row.text == WISHES[words][4])
    dates = wanted.under.days
    assert [day.isoformat() for day, _ in dates.said] == ["2026-01-09", "2026-09-09"]
    assert [day.isoformat() for day in dates.handed_over] == ["2026-10-12"]
    assert [day.isoformat() for day in dates.answered] == ["2026-11-20"]
    spoken = wanted.name
    for key in ("said", "handed_over", "answered"):
        assert tr(f"requests.strip.spoken.{key}", days="").strip() in spoken
    assert tr("requests.strip.answered") in one.page._strip_head.accessibleName()


def test_the_board_is_written_with_codes_and_with_names_on_request(year, words, tmp_path):
    one = year(words)
    names = CUSTOMERS[words]
    assert not [origin for _, _, origin in rows(one) for name in names if name in origin]
    one.press("Ctrl+Shift+E")
    day = date.today().isoformat()
    files = sorted((tmp_path / "papers").iterdir())
    assert [path.suffix for path in files] == [".md", ".xlsx"]
    assert all(path.name.startswith(day) for path in files)
    assert files[1].name in one.seen()
    assert str(tmp_path / "papers") in one.seen()
    text = files[0].read_text("utf-8")
    assert not [name for name in (*names, "佐藤") if name in text]
    one.press("Alt+Shift+Z")
    assert {origin.split("  ")[0] for _, _, origin in rows(one)} == set(names)
    one.press("Ctrl+Shift+E")
    text = files[0].read_text("utf-8")
    assert [name for name in names if name in text] == list(names)
    assert "佐藤" not in text
    one.press("Alt+Shift+Z", "Alt+8")
    one.press("Ctrl+Shift+E")
    text = files[0].read_text("utf-8")
    assert tr("request_news.state.duplicate") in text
    assert tr("request_news.state.declined") not in text


def test_a_folder_that_takes_no_file_is_one_sentence(year, tmp_path):
    one = year()
    (tmp_path / "papers").write_text("in the way")
    one.press("Ctrl+Shift+E")
    assert one.window.notice_banner.sentence
    assert (tmp_path / "papers").read_text() == "in the way"


def filled(one, folder, **answers):
    words = Texts(one.state.workshop.language)
    text = build(Material(one.state, solutions(), one.state.workshop.language))[0].data.decode()
    for name, answer in answers.items():
        head = f"### {words(f'request_news.{name}')}\n"
        text = text.replace(head, f"{head}\n{answer}\n")
    path = Path(folder) / "R-1.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_answers_of_a_file_are_beside_the_recorded_ones_and_wait(board, words, size, tmp_path):
    one = board(words, size=size)
    one.do(HandOverRequests((one.state.requests[0].id,), "2026-11-20T09:00"))
    before = one.state
    state = tr("request_news.state.declined")
    path = filled(one, tmp_path, state_name=state, reason="送りきり", may_be_told="言えること。")
    assert one.page.open_files([path])
    one.settle()
    differences = {row.text: beside(row) for row in one.page.differences.rows.rows()}
    assert differences[tr("request_news.state_name")] == "  ".join(
        (tr("request_news.state.handed_over"), state)
    )
    assert differences[tr("request_news.reason")] == "  ".join(
        (tr("widgets.differences.none"), "送りきり")
    )
    assert one.state == before
    assert faults(one.window) == []
    one.press("Return")  # not this one
    assert one.page.differences.ticked() == ()
    one.press("Return", "Ctrl+Return")
    assert one.state.state_of_request(one.state.requests[0]) is RequestState.DECLINED
    one.press("Ctrl+Z")
    assert one.state == before


def test_a_file_that_holds_no_answer_is_one_sentence(board, tmp_path):
    one = board()
    (tmp_path / "notes.md").write_text("# 覚え書き\n", encoding="utf-8")
    one.page.offer(tmp_path / "notes.md")
    one.settle()
    assert "notes.md" in one.window.notice_banner.sentence
    one.page.offer(filled(one, tmp_path, state_name="そのうち"))
    one.settle()
    assert "そのうち" in one.window.notice_banner.sentence
    assert one.page.rows.isVisible()


def test_telling_leads_to_the_paper_for_those_who_said_it(board):
    one = board()
    answered(one, RequestState.RELEASED, may_be_told="使えます。")
    one.show_record(one.state.requests[0].id)
    one.press("Ctrl+Return")
    assert one.window.page_name == "hand_outs"
    assert is_ticked(one.page.papers.form, "became_of")
    one.press("Escape")
    assert one.window.page_name == "requests"


def second_visit_and_another(session, language):
    create_workshop(session)
    second_visit(session, language)


@pytest.fixture
def visited(desk, tmp_path):
    """The board at the second visit, a request of the first declined; papers have a folder."""

    def make(words):
        one = desk(words, filled=second_visit_and_another, page="", private=True)
        one.window.settings.export_folder = str(tmp_path / "papers")
        request = one.state.before.requests[0]
        told = {"ja": "届いたか確かめられません。", "en": "Arrival cannot be checked."}[words]
        declined = News(
            request_id=request.id,
            state=RequestState.DECLINED,
            date="2026-12-18",
            may_be_told=told,
        )
        one.do(AddRequestNews((declined,)))
        one.go("last_time")
        one.page.show_section("requests")
        one.press("Return")
        one.press("Escape")
        assert one.page.rows.current_id() == request.id
        return one

    return make


def write_them(one, qtbot):
    """Write with Ctrl+Enter, and return the written documents."""
    one.press("Ctrl+Return")
    job = ExportJob.of(one.window)
    qtbot.waitUntil(lambda: not job.running, timeout=60_000)
    one.settle()
    assert job.run is not None
    assert job.run.result is not None
    return [paper.document for paper in job.run.result.papers], len(job.run.result.files)


def open_at_papers(one, workshop_id):
    one.window.open_workshop(workshop_id)
    one.settle()
    one.press("Ctrl+E")


def chosen(one):
    return [row.id for row in one.page.papers.form.list.rows() if row.checked]


def test_writing_to_those_who_said_it_writes_only_that_paper(visited, qtbot, words):
    one = visited(words)
    second = one.session.workshop_id
    current = one.page.rows.current_id()
    kept = one.window.settings.papers_left_out
    for _ in range(2):
        assert tr("requests.tell", n=1) in one.seen()
        one.press("Ctrl+Return")
        assert one.window.page_name == "hand_outs"
        assert one.session.workshop_id != second
        assert chosen(one) == ["became_of"]
        assert one.page.papers.form.isVisible()
        assert faults(one.window) == []
        assert write_them(one, qtbot) == (["became_of"], 1)
        text = one.seen()
        assert any(
            tr(f"wrap_up.papers.{key}", **values) in text
            for key, values in (("written", {"n": 1}), ("written_anew", {"n": 0, "same": 1}))
        )
        one.press("Escape")
        assert one.window.page_name == "requests"
        assert one.page.rows.current_id() == current
        assert one.session.workshop_id == second
    one.press("Escape")
    assert one.window.page_name == "last_time"
    assert one.window.settings.papers_left_out == kept


def test_drafts_go_to_everybody_who_said_it_at_any_customer(year, words, tmp_path):
    one = year(words, size=(1366, 768))
    wide = next(each for each in board_of(one.session) if each.untold and each.counts[0] > 1)
    one.show_record(wide.request.id)
    one.press("Ctrl+Shift+M")
    files = list((tmp_path / "papers").glob(f"*{wide.own_code}*.eml"))
    assert len(files) == wide.counts[1] > 1
    assert tr("requests.mail.done", n=len(files), folder=str(tmp_path / "papers")) in one.seen()
    assert one.page.rows.current_id() == wide.request.id


def test_what_a_draft_must_not_have_is_decided_before_it_is_written(year, words, tmp_path):
    one = year(words)
    wide = next(each for each in board_of(one.session) if each.untold and each.counts[0] > 1)
    told = News(
        request_id=wide.request.id, state=RequestState.PLANNED, date="2026-12-18",
        may_be_told=f"{wide.customer.name} asked, too.",
    )  # fmt: skip
    one.do(AddRequestNews((told,)))
    one.show_record(wide.request.id)
    one.press("Ctrl+Shift+M")
    assert one.page.leaks.isVisible()
    assert not list((tmp_path / "papers").glob("*.eml"))
    while one.page.leaks.undecided:
        one.click(tr("export.mask"))
    one.press("Ctrl+Return")
    assert len(list((tmp_path / "papers").glob("*.eml"))) == wide.counts[1]


def test_the_number_of_papers_announced_is_the_number_written(year, qtbot, words):
    """A person at another customer who said the same gets a paper in that customer's workshop."""
    one = year(words)
    found = {each.request.id: each for each in board_of(one.session)}
    wide = next(each for each in found.values() if each.untold and each.counts[0] > 1)
    one.show_record(wide.request.id)
    (tell,) = [n for n in range(1, 20) if tr("requests.tell", n=n) in one.seen().split("\n")]
    assert tell != wide.counts[1]
    one.press("Ctrl+Return")
    assert write_them(one, qtbot) == (["became_of"] * tell, tell)


def test_after_everything_was_written_the_paper_can_still_be_requested_by_itself(visited, qtbot):
    one = visited("en")
    second = one.session.workshop_id
    open_at_papers(one, one.state.before.workshop.id)
    usual = chosen(one)
    assert "became_of" not in usual
    written, files = write_them(one, qtbot)
    assert (len(written), files) > (1, 1)
    one.window.open_workshop(second)
    one.settle()
    one.press("Ctrl+Shift+J", "Ctrl+Return")
    assert chosen(one) == ["became_of"]
    one.press("Escape")
    assert one.session.workshop_id == second
    open_at_papers(one, one.state.before.workshop.id)
    assert chosen(one) == usual


def test_with_no_workshop_open_only_that_paper_is_requested(visited):
    one = visited("ja")
    (own,) = [each for each in one.session.store.all(Workshop) if not each.is_sample]
    one.do(DeleteWorkshop(own.id))  # with other records the sample would not be on the board
    one.session.close()
    one.go("start")
    one.press("Ctrl+Shift+J", "Ctrl+Return")
    assert one.window.page_name == "hand_outs"
    assert chosen(one) == ["became_of"]
    one.click(tr("frame.back"))
    assert one.window.page_name == "requests"


def test_a_workshop_deleted_meanwhile_is_no_way_back(visited):
    one = visited("en")
    second = one.session.workshop_id
    one.press("Ctrl+Return")
    one.do(DeleteWorkshop(second))
    one.press("Escape")
    assert one.window.page_name == "requests"
    assert one.session.workshop_id not in ("", second)


def test_an_entry_that_answers_it_since_is_offered_and_recorded(board, monkeypatch):
    one = board()
    entry = next(iter(one.window.answers.entries.values()))
    monkeypatch.setattr("ui.pages.requests.page.answered_by", lambda *_: entry)
    one.page.refresh()
    one.settle()
    one.press("Alt+Y")
    (news,) = one.state.news
    assert (news.state, news.catalogue_id) == (RequestState.RELEASED, entry.id)
    assert news.address == entry.text("ja").help_url


def test_without_any_request_the_page_says_where_they_come_from(desk):
    one = desk(page="requests", private=True)
    assert tr("requests.none") in one.seen()
    assert one.press("Alt+N") is None
    assert not one.page.form.isVisible()


def test_undo_elsewhere_leaves_the_news_and_undo_on_the_board_names_the_request(visited, words):
    one = visited(words)
    request = one.state.before.requests[0]
    one.go("list")
    one.press("Ctrl+Z")
    assert tr("undo.kind.add_request_news") not in one.seen()
    assert one.state.before.state_of_request(request) is RequestState.DECLINED
    one.go("requests")
    while one.state.before.state_of_request(request) is RequestState.DECLINED:
        one.press("Ctrl+Z")
    assert one.window.page_name == "requests"
    assert request.title in one.window._toast.sentence
    assert one.page.rows.current_id() == request.id
    one.press("Ctrl+Y")
    assert one.state.before.state_of_request(request) is RequestState.DECLINED
    assert one.window.page_name == "requests"


@pytest.mark.every_value
@pytest.mark.parametrize("by_keys", [True, False])
def test_what_must_not_leave_stops_the_board_until_it_is_decided(
    year, words, size, by_keys, tmp_path
):
    one = year(words, size=size)
    request = one.page._current.request
    one.window.open_workshop(one.page._current.workshop.id)
    one.do(EditRequest(request.id, "why", "hikitsugi@example.com に聞く"))
    one.go("requests")

    def act(key, button):
        in_menu = [each.text() for each in one.window.foot.overflow]  # in small windows
        one.press(key) if by_keys or button in in_menu else one.click(button)

    act("Ctrl+Shift+E", tr("requests.export.do"))
    assert not list((tmp_path / "papers").glob("*"))
    seen = one.seen()
    assert tr("export.stopped", n=1) in seen
    assert "hikitsugi@example.com" in seen
    assert faults(one.window) == []
    act("Alt+H", tr("export.mask"))
    assert tr("export.all_decided") in one.seen()
    act("Ctrl+Return", tr("requests.export.do"))
    files = sorted((tmp_path / "papers").iterdir())
    assert [path.suffix for path in files] == [".md", ".xlsx"]
    text = files[0].read_text("utf-8")
    assert "hikitsugi@example.com" not in text
    assert Texts(words)("export.mark") in text.replace("\\", "")
    assert one.page.rows.isVisible()


def test_each_request_has_a_code_of_its_own_the_same_as_in_files(year):
    one = year()
    shown = [code for code, _, _ in rows(one)]
    assert len(set(shown)) == len(shown) > 1
    assert set(shown) == {
        stable_request_code(each.request.number, each.workshop.id) for each in board_of(one.session)
    }


def test_answers_are_looked_for_where_papers_are_written(board, tmp_path, monkeypatch):
    asked = []

    def choose(_parent, _title, folder, _files):
        asked.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    one = board()
    one.window.settings.export_folder = str(tmp_path / "papers")
    one.page._choose_file()
    (tmp_path / "papers").mkdir()
    one.page._choose_file()
    assert asked == [str(Path.home()), str(tmp_path / "papers")]
