"""The start page in projected mode: today's workshop, a new one, the sample, the text sizes."""

from datetime import timedelta

import pytest

from tests.helpers.records import HOSTILE, TODAY, begun_today, open_today, titles
from workshop_app.domain.agenda import plan_of
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.agenda import BookTime
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import EditWorkshop, MarkExported, PlanNextTime

SIZES = [(1024, 660), (1024, 768), (1366, 768), (1920, 1080)]


def test_with_nothing_for_today_enter_makes_a_new_workshop(start):
    desk = start(("先週の会", "あおば", 7))
    assert tr("start.none_today") in desk.everything()
    assert desk.focus is desk.page.view.today.start_button
    desk.press("Return")
    assert desk.window.page_name == "prepare"
    assert desk.state.workshop.date == TODAY.isoformat()


def test_enter_opens_todays_workshop_where_it_was_worked_on_last(start):
    desk = start()
    made = open_today(desk)
    assert "監視の困りごと" in desk.everything()
    desk.press("Return")
    assert desk.state.workshop.id == made
    assert desk.window.page_name == "prepare"


def test_enter_starts_too_when_nothing_has_the_keyboard(start):
    desk = start(("先週の会", "あおば", 7))
    desk.page.setFocus()
    desk.press("Enter")
    assert desk.window.page_name == "prepare"


@pytest.mark.parametrize("button", ["Ctrl+N", "Tab", "Enter"])
def test_enter_belongs_to_the_button_that_has_the_keyboard(start, button):
    desk = start()
    made = open_today(desk)
    if button == "Tab":  # continue with the text sizes
        desk.press("Tab", "Return")
        assert desk.page._check.isAncestorOf(desk.focus)
        return
    desk.press(button)
    assert (desk.state.workshop.id == made) is (button == "Enter")


def test_the_room_learns_of_no_other_record(start):
    desk = start(("秘密の会", "秘密の客", 5), ("秘密の会2", "秘密の客2", 30, ("秘密の課題",)))
    desk.session.open(desk.ids[0])
    desk.session.execute(AddAction("秘密の宿題", due=TODAY.isoformat()))
    desk.session.close()
    open_today(desk)
    for _ in range(2):
        assert "秘密" not in desk.everything()
        assert str(desk.session.store.path) not in desk.everything()
        desk.window.set_private(True)
        assert "秘密" in desk.everything()
        assert str(desk.session.store.path) in desk.everything()
        desk.window.set_private(False)


def test_the_screen_check_shows_the_room_its_sizes_and_goes(start):
    desk = start(("先週の会", "あおば", 7))
    desk.press("Ctrl+T")
    for words in ("floor", "bold", "problem"):
        assert tr(f"start.check.{words}") in desk.seen()
    assert tr("start.readable") not in desk.seen()
    desk.press("Escape")
    assert tr("start.readable") in desk.seen()
    assert desk.focus is desk.page.view.today.start_button


def test_a_long_title_is_read_page_by_page(start):
    desk = start()
    open_today(desk, title=HOSTILE, customer=HOSTILE)
    title = desk.page.view.today._title
    assert title.pages > 1
    for page in range(1, title.pages):
        desk.press("Alt+PageDown")
        assert title.page == page
    desk.press("Alt+PageDown")
    assert title.page == 0


def test_the_foot_mentions_a_new_store_until_the_first_action(start):
    desk = start()
    assert tr("start.first_start") in desk.seen()
    desk.window.set_private(True)
    assert tr("start.first_start_private") in desk.seen()
    desk.window.set_private(False)
    desk.press("Ctrl+N")
    desk.go("start")
    assert tr("start.first_start") not in desk.seen()
    assert tr("start.offline") in desk.seen()


def test_the_sample_says_so_and_leads_back(start):
    desk = start(("自分の会", "自分の客"))
    own = desk.session
    before = [own.store.all(Workshop), own.saved_at]
    desk.press("Ctrl+O")
    assert desk.window.page_name == "prepare"
    desk.go("start")
    for words in ("foot", "open_title", "leave", "open_now"):
        assert tr(f"start.sample.{words}") in desk.seen()
    desk.window.set_private(True)
    assert "自分の" not in desk.everything().replace(tr("start.sample.foot"), "").replace(
        tr("start.sample.leave"), ""
    ).replace(tr("start.sample.open_what"), "")
    desk.window.set_private(False)
    desk.press("Ctrl+O")
    assert not desk.window.in_sample
    assert desk.session is own
    assert [own.store.all(Workshop), own.saved_at] == before
    assert tr("start.sample.title") in desk.seen()


def test_the_sample_of_a_second_visit_begins_with_last_time_and_is_gone_when_left(start):
    desk = start(("自分の会", "自分の客"))
    own = desk.session
    before = own.store.all(Workshop)
    desk.press("Ctrl+Shift+R")
    assert desk.window.page_name == "last_time"
    assert len(desk.session.store.all(Workshop)) == 11
    folder = desk.session.store.path.parent
    desk.window.set_private(True)
    desk.press("Ctrl+U")
    assert desk.window.page_name == "customer"
    desk.window.set_private(False)
    desk.go("start")
    assert tr("start.second_visit.do") not in desk.seen()
    desk.press("Ctrl+O")
    assert desk.session is own
    assert own.store.all(Workshop) == before
    assert not folder.exists()


@pytest.mark.parametrize("size", SIZES)
def test_the_way_back_from_the_sample_is_there_in_private_mode_too(start, size):
    desk = start(size=size)
    own = desk.session
    desk.window.open_sample()
    desk.window.set_private(True)
    desk.go("start")
    assert tr("start.sample.leave") in desk.seen()
    desk.press("Ctrl+O")
    assert desk.session is own


def test_the_screen_check_leads_back_to_the_page_from_which_it_was_opened(start, private):
    desk = start()
    desk.window.open_workshop(open_today(desk))
    desk.window.set_private(private)
    desk.go("prepare")
    desk.window.menus._check_screen()
    assert tr("start.check.floor") in desk.seen()
    desk.click(tr("start.check.done"))
    assert desk.window.page_name == "prepare"


def test_what_is_prepared_for_today_starts_and_anything_else_opens_the_preparation(start, language):
    desk = start(words=language)
    desk.window.open_workshop(open_today(desk))
    assert desk.window.page_name == "prepare"
    desk.go("start")
    desk.click(tr("start.prepare"))
    assert desk.window.page_name == "prepare"
    desk.do(AddParticipant("青木"))
    desk.go("start")
    desk.click(tr("start.begin"), desk.page)
    assert desk.window.page_name == "context"
    desk.go("prepare")
    day = TODAY + timedelta(days=1)
    desk.do(EditWorkshop(desk.state.workshop.id, "date", day.isoformat()))
    desk.go("start")
    desk.click(tr("start.prepare"))
    assert desk.window.page_name == "prepare"


def test_the_screen_check_has_the_sizes_of_the_room_in_private_mode_too(start):
    desk = start()
    desk.set_private(True)
    desk.press("Ctrl+T")
    assert not desk.window.private
    assert tr("start.check.floor") in desk.seen()
    desk.press("Escape")
    assert tr("start.check.floor") not in desk.seen()
    desk.go("settings")
    desk.go("start")
    assert tr("start.check.floor") not in desk.seen()


def test_a_workshop_whose_papers_were_written_is_offered_to_open(start, language):
    desk = start(words=language)
    made = open_today(desk)
    desk.window.open_workshop(made)
    desk.do(AddProblem("夜中の通知が多い"))
    desk.do(MarkExported(f"{TODAY.isoformat()}T15:00:00"))
    desk.go("start")
    assert tr("start.written") in desk.seen()
    assert tr("start.go_on") not in desk.seen()
    desk.click(tr("start.open"))
    assert desk.state.workshop.id == made
    assert desk.window.page_name != "start"


def test_one_click_on_a_new_workshop_leaves_the_running_one_the_first_offer(start, language):
    desk = start(words=language)
    running = begun_today(desk.session, "あおば", 3, title="監視の困りごと")
    desk.window.open_workshop(running)
    desk.go("start")
    desk.click(tr("start.new.title"))
    assert desk.state.workshop.id != running
    assert tr("start.new.others_stay") in desk.seen()
    desk.go("start")
    assert desk.focus is desk.button(tr("start.go_on"))
    desk.press("Return")
    assert desk.state.workshop.id == running
    assert desk.state.problems


def test_a_new_workshop_into_which_nothing_was_entered_is_not_made_again(start):
    desk = start()
    begun_today(desk.session, "あおば", 3)
    count = len(desk.session.store.all(Workshop))
    for _ in range(3):
        desk.go("start")
        desk.press("Ctrl+N")
    assert len(desk.session.store.all(Workshop)) == count + 1


def test_a_new_workshop_is_not_among_the_records_until_something_was_entered(start):
    desk = start(private=True)
    begun_today(desk.session, "あおば", 3)
    desk.press("Ctrl+N")
    desk.go("start")
    assert tr("start.records.count", n=1) in desk.seen()
    assert tr("start.untitled") not in desk.seen()
    desk.press("Ctrl+N")
    desk.do(AddProblem("夜に起こされる"))
    desk.go("start")
    assert tr("start.records.count", n=2) in desk.seen()
    assert tr("start.untitled") in titles(desk)


def test_of_two_customers_on_one_day_the_room_reads_times_and_head_counts_only(start, language):
    desk = start(words=language)
    first = begun_today(desk.session, "秘密の客", 12, start_time="10:00")
    begun_today(desk.session, "秘密の客2", 4, start_time="14:00", title="秘密の会2")
    desk.go("list")
    desk.go("start")
    assert "秘密" not in desk.everything()
    lines = desk.seen().splitlines()
    kind = tr("prepare.method.workshop.name")
    for time, n in (("14:00", 4), ("10:00", 12)):
        what = tr("start.kind_and_people", kind=kind, people=tr("start.people", n=n))
        assert f"{time}  {what}" in lines or {time, what, tr("start.stage.begun")} <= {*lines}
    desk.press("Alt+1")
    assert desk.state.workshop.id == first
    assert desk.window.black_overlay.isVisible()
    assert tr("start.unseen") in desk.window.black_overlay.sentence
    desk.press("Escape")
    assert desk.window.black_overlay.isVisible()
    desk.press("F12")
    assert not desk.window.black_overlay.isVisible()
    desk.go("start")
    assert not desk.window.black_overlay.isVisible()
    assert desk.state.customer.name in desk.seen()
    assert "秘密の客2" not in desk.everything()
    assert "秘密の会2" not in desk.everything()
    desk.click(tr("start.open"))
    assert desk.state.workshop.id != first
    assert desk.window.black_overlay.isVisible()


def test_a_running_workshop_says_where_it_goes_on(start, language):
    desk = start(words=language)
    desk.session.open(begun_today(desk.session, "あおば", 3))
    desk.go("list")
    desk.do(AddProblem("夜に起こされる"))
    plan, spent = plan_of(desk.state.agenda)[Step.LIST], 700
    (item,) = [one for one in desk.state.agenda if one.step == Step.LIST]
    desk.do(BookTime(item.id, spent))
    desk.go("start")
    left = divmod(plan * 60 - spent, 60)
    time = tr("start.left", time=f"{left[0]}:{left[1]:02}")
    problems = tr("start.problems", n=len(desk.state.listed))
    assert "  ".join((tr("steps.name.list"), time, problems)) in desk.seen()


def test_a_workshop_that_the_page_does_not_name_is_opened_behind_black(start):
    desk = start()
    begun_today(desk.session, "秘密の客", 2)
    begun_today(desk.session, "秘密の客2", 2)
    desk.session.close()
    desk.go("start")
    desk.press("Return")
    assert desk.state is not None
    assert desk.window.black_overlay.isVisible()


def test_a_workshop_that_is_over_leads_to_the_next_visit_on_the_agreed_day(desk, private, size):
    one = desk(sample=True, page="start", private=private, size=size)
    over = one.state
    assert tr("start.next_visit_private") not in one.seen()
    assert tr("start.next_visit") not in one.seen()
    one.do(EditWorkshop(over.workshop.id, "date", TODAY.isoformat()))
    one.do(MarkExported(f"{TODAY.isoformat()}T15:00:00"))
    agreed = (TODAY + timedelta(days=30)).isoformat()
    one.do(PlanNextTime(over.workshop.id, "next_date", agreed))
    one.go("start")
    if not private:
        assert tr("start.next_visit_private") in one.seen()
        one.set_private(True)
    one.click(tr("start.next_visit_on", day=texts().date(agreed, short=True)))
    one.click(tr("customer.prepare_day", day=texts().date(agreed, short=True)))
    assert one.page.NAME == "prepare"
    assert one.state.workshop.id != over.workshop.id
    assert (one.state.customer.id, one.state.workshop.date) == (over.customer.id, agreed)
