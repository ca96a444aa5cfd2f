"""The main window: opening and creating workshops, the sample, places outside the steps."""

import tempfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.desks import desks
from tests.helpers.needed_size import needed_size
from tests.helpers.rounds import PLACES
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.two_visits import second_visit
from ui.components.papers.exporter import Exporter
from ui.widgets.action_button import ActionButton
from workshop_app import paths, settings
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.errors import StoreError
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import set_language, tr
from workshop_app.services import sample
from workshop_app.services.commands.actions import AnswerAction
from workshop_app.services.commands.contacts import SetKind
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop
from workshop_app.settings import Settings
from workshop_app.store.store import Store


@pytest.fixture
def temporary(monkeypatch, tmp_path):
    """The folder of this test's temporary folders."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def session(tmp_path):
    made = new_session(tmp_path / "own.db")
    create_workshop(made, "自分の客")
    return made


@pytest.fixture
def main(qtbot, temporary, session):
    with desks(qtbot) as made:
        set_language("ja")
        yield made.seat(session, Settings(facilitator="三谷 恵"), page="start").window


def own_records(session):
    return [(one.id, one.title, one.is_sample) for one in session.store.all(Workshop)]


# -- settings ----------------------------------------------------------------------------


def test_a_changed_setting_is_saved_at_once(main, own_folders):
    assert main.save_setting(facilitator="青木 健", list_suggestions="off")
    kept = settings.load(paths.settings_path())
    assert (kept.facilitator, kept.list_suggestions) == ("青木 健", "off")
    assert main.settings.facilitator == "青木 健"


def test_saving_an_unknown_setting_raises(main):
    with pytest.raises(AttributeError):
        main.save_setting(facilitatr="青木 健")


# -- workshops ---------------------------------------------------------------------------


def test_a_workshop_opens_at_the_step_worked_on_last(main, session):
    opened = session.workshop_id
    session.close()
    main.open_workshop(opened)
    assert main.page_name == "prepare"
    session.execute(AddProblem("夜間のアラート"))
    session.execute(AddTheme("夜間"))
    session.close()
    main.open_workshop(opened)
    assert main.page_name == "sort"
    session.undo()
    session.close()
    main.open_workshop(opened)
    assert main.page_name == "list"


def test_a_mail_after_a_visit_does_not_open_with_the_review_of_that(desk):
    one = desk(filled=second_visit, page="")
    second = one.session.workshop_id
    opened = []
    for kind in (ContactKind.WORKSHOP, ContactKind.MAIL):
        one.do(SetKind(kind, second))
        one.window.open_workshop(second)
        opened.append(one.window.page_name)
    assert opened == ["last_time", "prepare"]


def test_answering_the_previous_visit_does_not_count_as_work_in_a_step(finished, words):
    desk = finished(words, private=True)
    request = desk.state.requests[0]
    action = desk.state.actions[0]
    desk.go("customer")
    desk.page.show_section("contacts")
    desk.press("Ctrl+N")
    desk.press("Home", *["Down"] * list(ContactKind).index(ContactKind.WORKSHOP), "Return")
    desk.press("Escape", "Return")
    second = desk.session.workshop_id
    assert second != request.workshop_id
    news = News(request_id=request.id, state=RequestState.PLANNED, date="2026-12-18")
    desk.do(AddRequestNews((news,)))
    desk.do(AnswerAction(action.id, ActionAnswer.DONE, "2026-12-18T10:00:00"))
    desk.session.close()
    desk.window.open_workshop(second)
    assert desk.window.page_name in ("prepare", "last_time")
    desk.do(AddProblem("夜間のアラート"))
    desk.do(AddRequestNews((news,)))
    for way in ("Return", "click"):
        desk.session.close()
        desk.go("start")
        records = desk.page.view.records.list
        records.set_current(second)
        if way == "Return":
            records.setFocus()
            desk.press("Return")
        else:
            slot = records.view.slots[[r.id for r in records.rows()].index(second)]
            there = QPoint(40, int(slot.top) + 20)
            QTest.mouseDClick(records.view, Qt.MouseButton.LeftButton, pos=there)
            desk.settle()
        assert desk.session.workshop_id == second
        assert desk.window.page_name == "list"


@pytest.mark.parametrize("key", ["Ctrl+Shift+J", "Ctrl+Shift+B", "Ctrl+U"])
def test_the_key_of_a_private_page_shows_a_message_in_projected_mode(desk, words, key):
    one = desk(words)
    one.press(key)
    assert one.window.page_name == "list"
    assert tr("frame.private.only", key="Ctrl+Shift+P") in one.seen()
    one.window.set_private(True)
    one.press(key)
    assert one.window.page_name in ("requests", "backups", "customer")


def test_escape_is_shown_on_one_button_only(desk, words):
    one = desk(words, private=True)

    def shown():
        buttons = one.window.findChildren(ActionButton)
        return [each for each in buttons if each.isVisible() and each.key == "Esc"]

    back = one.window.private_banner.buttons[0]
    assert shown() == [back]
    for name in ("requests", "backups", "settings", "hand_outs", "customer"):
        one.go(name)
        assert back.key == "Ctrl+Shift+P", name
        assert len(shown()) == 1, name
        one.press("Escape")
        assert one.window.private, name
    one.go("list")
    assert shown() == [back]
    one.press("Escape")
    assert not one.window.private


def test_a_question_in_private_mode_shows_escape_while_it_is_open(desk, words):
    one = desk(words, page="start", private=True)
    back = one.window.private_banner.buttons[0]
    assert back.key == "Esc"
    one.page.view.records.list.setFocus()
    one.press("Delete")
    assert back.key == "Ctrl+Shift+P"
    one.press("Escape")
    assert one.window.private
    assert back.key == "Esc"


def test_opening_a_deleted_workshop_shows_an_error_only(main, session):
    main.open_workshop("no-such-id")
    assert main.notice_banner.sentence == tr("errors.gone")
    assert main.page_name == "start"
    assert session.state is not None


def test_a_new_workshop_has_todays_date_and_the_facilitator(main, session):
    main.new_workshop()
    workshop = session.state.workshop
    assert workshop.title == tr("start.untitled")
    assert workshop.facilitator == "三谷 恵"
    assert workshop.language == "ja"
    assert main.page_name == "prepare"
    assert len(own_records(session)) == 2


def test_a_facilitator_name_that_cannot_be_stored_is_reported(main, session):
    main.settings.facilitator = "長" * 3_000
    main.new_workshop()
    assert main.notice_banner.sentence == tr("errors.too_long", length=3_000, limit=2_000)
    assert len(own_records(session)) == 1


def test_going_back_from_a_page_outside_the_steps_returns_to_the_step(main):
    main.go("list")
    for place in ("catalogue", "settings", "keys", "catalogue"):
        main.go(place)
    main.go_back()
    assert main.page_name == "list"


# -- the sample --------------------------------------------------------------------------


def test_the_sample_is_in_a_separate_store(main, session, temporary):
    before = own_records(session)
    main.open_sample()
    assert main.in_sample
    assert main.session is not session
    assert main.session.state.workshop.is_sample
    assert main.session.store.path.parent.parent == temporary
    assert [one.is_sample for one in main.session.store.all(Workshop)] == [True]
    assert own_records(session) == before


def test_papers_of_the_sample_have_a_separate_folder(main):
    own = Exporter(main, private=False).folder
    main.open_sample()
    assert Exporter(main, private=False).folder == own / tr("export.sample_folder")


def test_changes_in_the_sample_do_not_change_the_own_records(main, session):
    before = session.store.path.read_bytes()
    main.open_sample()
    state = main.session.state
    assert main.execute(AddProblem("見本だけの課題"))
    assert main.execute(EditCustomer(state.customer.id, "name", "見本だけの客"))
    main.undo()
    assert session.state.customer.name == "自分の客"
    main.leave_sample()
    assert session.store.path.read_bytes() == before


def test_leaving_the_sample_deletes_it_and_shows_the_own_records(main, session, temporary):
    main.open_sample()
    main.execute(AddProblem("見本だけの課題"))
    main.leave_sample()
    assert not main.in_sample
    assert main.session is session
    assert main.page_name == "start"
    assert list(temporary.iterdir()) == []
    main.leave_sample()  # there is no sample to leave
    assert main.session is session
    main.open_sample()
    words = [problem.first_wording for problem in main.session.state.problems]
    assert "見本だけの課題" not in words


def test_text_being_typed_in_the_sample_does_not_reach_the_own_records(main, session):
    main.open_sample()
    main.page_stack.page.lines.customer.form.fields["name"].field.set_text("打ちかけの客")
    main.leave_sample()
    assert session.state.customer.name == "自分の客"


def test_a_new_workshop_created_in_the_sample_is_in_the_own_store(main, session, temporary):
    main.open_sample()
    main.new_workshop()
    assert not main.in_sample
    assert main.session is session
    assert [is_sample for _, _, is_sample in own_records(session)] == [False, False]
    assert session.state.workshop.title == tr("start.untitled")
    assert list(temporary.iterdir()) == []


def test_closing_the_window_in_the_sample_deletes_its_store(main, session, temporary):
    main.open_sample()
    store = main.session.store.path
    assert store.exists()
    assert main.close()
    assert list(temporary.iterdir()) == []
    session.execute(EditWorkshop(session.workshop_id, "title", "まだ書ける"))
    assert session.store.check() == []


def test_a_sample_without_a_temporary_folder_is_reported(main, session, temporary):
    temporary.rmdir()
    main.open_sample()
    assert not main.in_sample
    assert main.session is session
    assert main.notice_banner.sentence.startswith(
        tr("start.sample.failed", reason="@").split("@")[0]
    )
    assert main.page_name == "start"


def test_a_sample_that_cannot_be_written_is_deleted(main, monkeypatch, temporary):
    def refuse(*_args, **_options):
        raise StoreError("errors.store_full", reason="SQLITE_FULL")

    monkeypatch.setattr(sample, "play", refuse)
    main.open_sample()
    assert not main.in_sample
    assert main.notice_banner.isVisible()
    assert list(temporary.iterdir()) == []


def test_the_sample_has_the_current_language(main):
    set_language("en")
    main.open_sample()
    assert main.session.state.workshop.language == "en"
    set_language("ja")


def test_the_own_store_is_intact_after_using_the_sample(main, session):
    for _ in range(2):
        main.open_sample()
        main.new_workshop()
    main.close()
    path = session.store.path
    session.store.close()
    again = Store(path)
    assert again.check() == []
    assert len(again.all(Workshop)) == 2  # nothing was entered into the new one
    again.close()


def test_answers_use_the_experience_of_the_own_records_but_not_in_the_sample(main, session):
    said = "夜間バッチの終了時刻が読めず翌朝に障害票を書いている"
    problem = str(session.execute(AddProblem(said)))
    session.execute(PlayCard(problem, CardKind.SOLUTION, "答え", catalogue_id="mkr-wrap"))
    assert not any(each.chosen for each in main.answers.search(said, "ja", 40))
    main.new_workshop()
    assert [e.solution.id for e in main.answers.search(said, "ja", 40) if e.chosen] == ["mkr-wrap"]
    main.open_sample()
    assert not any(each.chosen for each in main.answers.search(said, "ja", 40))
    main.leave_sample()
    assert any(each.chosen for each in main.answers.search(said, "ja", 40))


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_names_in_the_rail_fit_their_width(desk, words, size, private):
    one = desk(words, page="start", size=size, private=private)
    for place in ("catalogue", "solve"):
        one.go(place)
        rail = one.window.rail
        for item in rail.items.values():
            assert needed_size(item).width() <= item._card().width(), item.text()
        for button in rail.findChildren(ActionButton):
            assert button.width() >= button.sizeHint().width(), button.text()


def test_a_second_escape_after_private_mode_focuses_the_field(desk):
    one = desk(private=True, page="prepare")
    one.page.show_location("people")
    one.press("Escape", "Escape")
    assert not one.window.private
    one.write("青木")
    assert "青木" in one.focus.text()
    one.press("Escape")
    assert one.focus is one.page


def test_clicking_an_empty_place_draws_no_focus_ring_around_the_page(desk):
    one = desk(page="prepare")
    one.tap(one.page, QPoint(3, one.page.height() - 3))
    assert one.focus is one.page
    assert not one.window._ring.isVisible()
    one.page.focus_start()
    one.press("Escape")
    assert one.focus is one.page
    assert one.window._ring.isVisible()
    one.tap(one.page, QPoint(3, one.page.height() - 3))
    assert not one.window._ring.isVisible(), "a click where the page has the keyboard already"


def test_a_letter_that_is_no_key_draws_no_ring_around_a_page_without_fields(desk):
    one = desk(page="sort")
    one.tap(one.page, QPoint(3, one.page.height() - 3))
    one.press("Q")
    assert one.focus is one.page
    assert not one.window._ring.isVisible()


@pytest.mark.parametrize("front", ["start", "list", "solve"])
def test_once_the_workshop_is_closed_all_pages_that_were_visited_stay_quiet(desk, front, private):
    one = desk(sample=True, private=private)
    for place in PLACES:
        one.go(place)
        for section in getattr(one.page, "sections", {}):
            one.show_section(section)
    one.go(front)
    one.window.session.close()
    one.settle()
    assert one.window.page_name == "start"
    one.resize(1024, 768)
    one.window.set_private(not private)
    one.settle()
    assert one.window.page_name == "start"
