"""The start page in private mode: records, the search, permanent deletion, open actions."""

from datetime import timedelta

import pytest

from tests.helpers.controls import spoken_rows
from tests.helpers.customer_story import silence
from tests.helpers.desks import desks
from tests.helpers.fitting import faults
from tests.helpers.list_rows import below
from tests.helpers.painted import painted_texts
from tests.helpers.records import RECORDS, TODAY, open_today, titles
from tests.helpers.sessions import new_session
from ui.widgets.badge import outcome_word
from ui.window.rail_item import RailItem
from workshop_app.domain.contact import ContactKind
from workshop_app.i18n import set_language, texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.workshops import MarkExported
from workshop_app.services.sample import play

SIZES = [(1024, 660), (1024, 768), (1366, 768), (1920, 1080)]


def current(desk):
    row_id = desk.page.view.records.list.current_id()
    return next(row for row in desk.page.view.records.list.rows() if row.id == row_id)


def painted(desk) -> list[str]:
    """The texts that the list of records paints."""
    listing = desk.page.view.records.list
    return [text.words for text in painted_texts(desk.window) if text.widget is listing.view]


def shown_years(desk) -> list[str]:
    return [words for words in painted(desk) if words.isdigit()]


def sample_after_silence(session, language):
    session.open(play(session, language))
    silence(session, TODAY)


@pytest.fixture
def records(start):
    def opened(*made, **options):
        return start(*(made or RECORDS), private=True, **options)

    return opened


def test_all_records_are_listed_newest_first_with_how_far_they_came(records):
    desk = records()
    assert titles(desk) == ["アラートの見直し会", "はじめての監視設計", "クラウド移行"]
    said = spoken_rows(desk.page.view.records.list.view)
    for words, summary in zip(said, queries.workshops(desk.session), strict=True):
        done = tr("start.records.steps_done", n=summary.steps_done, all=len(summary.done))
        counts = [f"{outcome_word(kind)} {count}" for kind, count in summary.outcomes]
        day = texts().date(summary.date)
        for part in (summary.title, summary.customer, day, done, *counts):
            assert part in words
    assert str((TODAY - timedelta(days=400)).year) in shown_years(desk)
    assert str(TODAY.year) not in shown_years(desk)
    assert tr("start.records.count", n=3) in desk.seen()


def test_what_nobody_answered_looks_unanswered(desk, language):
    one = desk(language, filled=sample_after_silence)
    one.window.set_private(True)
    one.go("start")
    said = spoken_rows(one.page.view.records.list.view)
    silent = [each for each in said if tr("contacts.silent") in each]
    assert len(silent) == 4
    assert not any(tr("start.records.no_papers") in each for each in silent)
    mails = [each for each in queries.workshops(one.session) if each.kind is ContactKind.MAIL]
    one.window.open_workshop(mails[0].id)
    one.settle()
    steps = [item for item in one.window.findChildren(RailItem) if item.isVisible()]
    assert [item.state.done for item in steps if item.text() == tr("steps.name.solve")] == [False]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("some", [True, False])
def test_contacts_and_advice_are_one_click_away_by_a_word(records, desk, size, some):
    empty = {"empty": True, "page": "start", "private": True}
    one = records(size=size) if some else desk(size=size, **empty)
    one.click(tr("start.contacts"))
    assert one.window.page_name == "customer"
    assert faults(one.window) == []


def test_papers_and_the_sample_are_marked(desk):
    one = desk(page="start", sample=True, private=True)
    assert tr("start.records.sample") in "".join(painted(one))
    assert tr("start.records.no_papers") in painted(one)
    one.do(MarkExported("2026-12-03T16:00:00"))
    assert tr("start.records.papers") in painted(one)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("みなと", ["アラートの見直し会"]),
        ("クラウド", ["クラウド移行"]),
        ("監視", ["はじめての監視設計"]),
        ("通知", ["アラートの見直し会"]),
        ("ＡＢＣ", []),
        ("' OR 1=1 --\x00 \"*^", []),
        ("長" * 100_000, []),
    ],
)
def test_the_search_finds_customers_titles_and_problems(records, words, found):
    desk = records()
    desk.press("Slash")
    desk.write(words)
    assert titles(desk) == found
    if found:
        assert tr("start.records.count_found", n=3, shown=len(found)) in desk.seen()
    else:
        assert tr("start.records.nothing_found") in desk.seen()
    desk.press("Escape")
    assert len(titles(desk)) == 3


def test_up_and_down_move_while_searching_and_enter_opens(records):
    desk = records()
    desk.press("Slash", "Down")
    assert current(desk).text == "はじめての監視設計"
    desk.press("Return")
    assert desk.state.workshop.id == desk.ids[1]
    desk.go("start")
    desk.press("Slash")
    desk.write("クラウド")
    desk.press("Return")
    assert desk.state.workshop.id == desk.ids[2]


def test_enter_during_a_conversion_opens_nothing(records):
    desk = records()
    desk.press("Slash")
    desk.convert("せっけい")
    desk.press("Return")
    assert desk.window.page_name == "start"
    assert len(titles(desk)) == 3


def test_a_record_is_opened_from_the_list(records):
    desk = records()
    desk.page.view.records.list.setFocus()
    desk.press("Down", "Down", "Return")
    assert desk.state.workshop.id == desk.ids[2]
    assert desk.window.page_name == "prepare"


def test_the_open_record_is_shown_once_and_the_filled_button_opens_the_current_one(records):
    desk = records()
    desk.session.open(desk.ids[1])
    desk.go("start")
    assert current(desk).id == desk.ids[1]
    assert desk.seen().count(current(desk).text) + painted(desk).count(current(desk).text) == 1
    assert desk.window.foot.primary.text() == tr("start.go_on")
    desk.press("Down")
    assert desk.window.foot.primary.text() == tr("start.open")
    desk.press("Ctrl+Return")
    assert desk.state.workshop.id == desk.ids[2]


def test_the_list_keeps_its_place_until_another_workshop_is_opened(records):
    desk = records()
    desk.page.view.records.list.set_current(desk.ids[1])
    desk.go("settings")
    desk.go("start")
    assert current(desk).id == desk.ids[1]
    made = open_today(desk, title="新しい会")
    assert titles(desk)[0] == "新しい会"
    assert current(desk).id == made


@pytest.fixture
def asked(records):
    """A desk that asks whether the second record is to be deleted."""

    def opened(**options):
        desk = records(**options)
        desk.page.view.records.list.setFocus()
        desk.press("Down", "Delete")
        assert desk.page.view.records.asking
        return desk

    return opened


def test_deleting_asks_first_and_then_deletes_for_good(asked):
    desk = asked()
    assert len(titles(desk)) == 3
    assert "はじめて".encode() in desk.session.store.path.read_bytes()
    desk.press("Shift+Delete")
    assert titles(desk) == ["アラートの見直し会", "クラウド移行"]
    left = [line.id for line in queries.workshops(desk.session)]
    assert left == [desk.ids[0], desk.ids[2]]
    assert desk.focus is desk.page.view.records.list.view
    assert "はじめて".encode() not in desk.session.store.path.read_bytes()


def test_a_file_that_a_restore_set_aside_is_named_after_deleting(asked):
    desk = asked()
    store = desk.session.store.path
    older, kept, others = (
        store.with_name(f"{stem}-before-restore-2026-12-0{day}-101010.db")
        for stem, day in ((store.stem, 1), (store.stem, 2), ("another", 3))
    )
    for path in (older, kept, others):
        path.write_bytes(b"damaged")
    desk.press("Shift+Delete")
    assert tr("start.records.set_aside", file=kept.name, n=2) in desk.seen()


@pytest.mark.parametrize("key", ["Escape", "Return", "Space"])
def test_without_a_second_deliberate_key_the_record_stays(asked, key):
    desk = asked()
    desk.press(key)
    assert not desk.page.view.records.asking
    assert len(queries.workshops(desk.session)) == 3
    assert desk.window.private
    assert desk.focus is desk.page.view.records.list.view


def test_shift_delete_does_nothing(records):
    desk = records()
    desk.page.view.records.list.setFocus()
    desk.press("Shift+Delete")
    assert len(queries.workshops(desk.session)) == 3


def test_another_record_is_never_deleted_by_the_answer_to_an_old_question(asked):
    desk = asked()
    desk.page.view.records.list.setFocus()
    desk.press("Down")
    assert not desk.page.view.records.asking
    desk.press("Shift+Delete")
    assert len(queries.workshops(desk.session)) == 3


def test_delete_in_the_search_field_deletes_a_letter(records):
    desk = records()
    desk.press("Slash")
    desk.write("設計")
    desk.press("Home", "Delete")
    assert desk.page.view.searched == "計"
    assert not desk.page.view.records.asking


def test_the_open_workshop_can_be_deleted_and_the_last_one_too(start):
    desk = start(("一つだけ", "あおば"), private=True)
    desk.session.open(desk.ids[0])
    desk.go("start")
    desk.page.view.records.list.setFocus()
    desk.press("Delete", "Shift+Delete")
    assert desk.session.state is None
    assert queries.workshops(desk.session) == ()
    assert tr("start.records.none") in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "prepare"


def test_homework_comes_by_due_date_and_leads_to_its_workshop(records):
    desk = records()
    due = {"過ぎた": -3, "きょう": 0, "あす": 1, "先": 30}
    for text, days in reversed(due.items()):
        desk.session.open(desk.ids[1])
        desk.session.execute(AddAction(text, due=(TODAY + timedelta(days=days)).isoformat()))
    desk.session.execute(AddAction("いつか", owner_name="CRE 三谷"))
    desk.session.close()
    desk.go("start")
    tasks = desk.page.view.side_column.homework.list
    assert [row.text for row in tasks.rows()] == [*due, "いつか"]
    assert [row.lines[0].tint for row in tasks.rows()] == ["late", "warn", "warn", "", ""]
    assert below(tasks.rows()[4]) == ["あおば製作所  CRE 三谷"]
    tasks.setFocus()
    desk.press("Return")
    assert desk.state.workshop.id == desk.ids[1]


def test_a_narrow_window_shows_homework_in_the_place_of_the_records(records):
    desk = records(size=(1024, 768))
    assert not desk.page.view.side_column.isVisible()
    desk.press("Ctrl+I")
    assert desk.page.view.side_column.isVisible()
    assert not desk.page.view.records.isVisible()
    desk.press("Escape")
    assert desk.page.view.records.isVisible()
    assert desk.window.private


def test_a_window_that_changes_its_size_keeps_search_and_record(records):
    desk = records()
    desk.press("Slash")
    desk.write("会")
    desk.press("Down")
    before = current(desk).id
    for size in SIZES:
        desk.window.resize(*size)
        assert faults(desk.window) == []
        assert desk.page.view.searched == "会"
        assert current(desk).id == before


def test_the_page_is_in_the_language_it_is_switched_to(records):
    desk = records()
    set_language("en")
    desk.settle()
    assert titles(desk)[0] == "アラートの見直し会"
    assert "Recent records" in desk.seen()
    assert "3 records" in desk.seen()


def test_a_window_that_was_closed_does_not_search_when_the_next_one_opens(records, qtbot):
    closed = records(size=(1366, 768))
    closed.press("Slash")
    closed.write("夜間")
    assert closed.page.view.searched == "夜間"
    assert closed.window.close()
    path = queries.store_path(closed.session)
    closed.session.store.close()
    with desks(qtbot) as made:
        again = made.seat(new_session(path), size=(1024, 660), private=True, page="start")
        assert len(again.page.view.records.list.rows()) == len(RECORDS)
