"""The customer's page: contacts over time, the advice, and its actions."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.helpers.customer_story import BULK, contact, silence, whole_story
from tests.helpers.fitting import faults
from tests.helpers.list_rows import after, below
from ui.rows.cells import Words
from ui.theme.theme import theme
from ui.widgets.menu import window_menu
from workshop_app.catalogue.loader import load
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.listening_rules import RULES
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.actions import AnswerAction
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.solving import RecordGap
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop, PlanNextTime
from workshop_app.services.later_answers import met_gaps
from workshop_app.services.sample import play

TODAY = date.today()
SIZES = [(1024, 700), (1366, 768), (1920, 1080)]


def sample_after_a_year(session, language):
    sample_after_nothing(session, language)
    whole_story(session, TODAY)


def sample_after_nothing(session, language):
    session.open(play(session, language))
    session.execute(EditWorkshop(session.workshop_id, "date", TODAY.isoformat()))


def sample_after_silence(session, language):
    sample_after_nothing(session, language)
    silence(session, TODAY)


@pytest.fixture
def customer(desk):
    """The page of the sample's customer, with a year of contacts before the sample's workshop."""

    def opened(words="ja", filled=sample_after_a_year, **options):
        one = desk(words, filled=filled, private=True, page="", **options)
        one.go("customer")
        return one

    return opened


def section(one, name):
    one.show_section(name)
    return one.page.sections[name]


def choose_in_menu(one, kind):
    """Choose a way of listening in the open menu, by keys."""
    one.press("Home", *["Down"] * list(ContactKind).index(kind), "Return")


def contacts_of(one):
    return {each.id: each for each in one.session.store.all(Workshop)}


def test_all_rules_are_in_order_and_the_deciding_one_is_bold(customer):
    one = customer()
    rows = one.page.panel.rules.rows()
    assert [row.text for row in rows] == [tr(f"listening.{rule.id}.name") for rule in RULES]
    assert [row.id for row in rows if row.chosen] == ["owed"]
    assert tr("prepare.method.workshop.name") == one.page.panel.name.text()


def test_paged_through_the_rules_only_the_deciding_one_has_its_look(customer):
    one = customer(size=(1024, 700))
    view = one.page.panel.rules.view
    accent = theme().colour("accent")
    seen = {}
    view.turn_to_start()
    for _ in RULES:
        one.settle()
        image = view.grab().toImage()
        for slot in view.slots:
            middle = round(slot.top + slot.height / 2)
            seen.setdefault(view.rows[slot.row].id, set()).add(
                image.pixelColor(3, middle) == accent
            )
        view.turn(1)
    assert {rule for rule, barred in seen.items() if True in barred} == {"owed"}
    assert len(seen) == len(RULES)


def test_a_person_chooses_another_way_with_a_reason_and_takes_it_back(customer):
    one = customer()
    one.press("Alt+E")
    choose_in_menu(one, ContactKind.MEETUP)
    meetup = tr("prepare.method.meetup.name")
    assert tr("customer.reason_for", way=meetup) in one.seen()
    one.write("来週の勉強会に来るため")
    one.press("Return")
    assert one.page.panel.name.text() == meetup
    assert tr("customer.reason_for", way=meetup) not in one.seen()
    assert "来週の勉強会に来るため" in one.seen()
    one.press("Ctrl+Z")
    assert one.window.page_name == "customer"
    assert one.page.panel.name.text() == tr("prepare.method.workshop.name")
    one.press("Ctrl+Y")
    one.press("Alt+X")
    assert one.page.panel.name.text() == tr("prepare.method.workshop.name")


def test_silence_leads_to_a_visit_that_is_prepared_by_one_key(customer):
    one = customer(filled=sample_after_silence)
    for each in one.session.store.all(Workshop):  # the sample's own workshop is in the future
        if not each.silent:
            section(one, "contacts").list.set_current(each.id)
    one.press("Delete", "Shift+Delete")
    assert tr("prepare.method.interview.name") == one.page.panel.name.text()
    one.press("Ctrl+Return")
    assert one.window.page_name == "prepare"
    assert one.page.lines.date.form.fields["date"].isAncestorOf(one.focus)
    assert one.state.workshop.kind is ContactKind.INTERVIEW
    assert list(one.window.rail.items) == [
        "prepare", "context", "list", "solve", "appraise", "wrap_up",
    ]  # fmt: skip


@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize("planned", [False, True])
def test_a_list_by_mail_comes_along_to_the_workshop_that_is_prepared(customer, planned, noted):
    """A list that stands only in what was heard comes along like one that was imported."""
    one = customer(filled=sample_after_nothing)
    day = (TODAY - timedelta(40)).isoformat()
    one.do(EditWorkshop(one.state.workshop.id, "date", day))
    lines = tuple(f"課題その {n}" for n in range(12))
    told = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    came = {"heard": f"ご相談です。\n\n{told}"} if noted else {"lines": lines}
    contact(one.session, TODAY, 1, ContactKind.MAIL, people=("Kim Ray",), **came)
    if planned:
        contact(one.session, TODAY, -9, ContactKind.WORKSHOP)
    one.window.rebuild()
    one.settle()
    assert tr("listening.bulk.why", n=12) in one.everything()
    one.press("Ctrl+Return")
    assert one.window.page_name == "prepare"
    assert one.state.workshop.kind is ContactKind.WORKSHOP
    assert [each.first_wording for each in one.state.listed] == list(lines)
    assert [who.name for who in one.state.participants] == ["Kim Ray"]
    assert tr("prepare.glance.advance", n=12) in one.everything()
    one.go("list")
    assert all(Words(tr("prepare.method.mail.name")) in row.after for row in one.page.rows.rows())
    one.go("customer")
    assert tr("listening.bulk.why", n=12) in one.everything()


def test_whom_a_name_in_noted_lines_means_is_asked_before_the_contact_is_prepared(customer):
    one = customer(filled=sample_after_nothing)
    one.do(EditWorkshop(one.state.workshop.id, "date", (TODAY - timedelta(40)).isoformat()))
    cells = "\n".join(f"課題その {n}\t佐藤" for n in range(12))
    mail = contact(
        one.session, TODAY, 1, ContactKind.MAIL,
        people=("佐藤 一郎", "佐藤 花子"), heard=f"課題\t氏名\n{cells}",
    )  # fmt: skip
    one.window.rebuild()
    one.settle()
    one.press("Ctrl+Return")
    assert (one.window.page_name, one.session.workshop_id) == ("list", mail)
    assert tr("customer.unclear") in one.seen()
    assert tr("paste.undecided", n=1) in one.everything()
    one.press("Return")
    one.go("customer")
    one.press("Ctrl+Return")
    assert one.window.page_name == "prepare"
    assert len(one.state.listed) == 12


def test_an_agreed_day_becomes_a_contact_by_one_click_even_if_nothing_is_to_be_asked(customer):
    agreed = (TODAY + timedelta(days=30)).isoformat()

    def talked_yesterday(session, language):
        day = (TODAY - timedelta(days=1)).isoformat()
        told = {"customer_name": "Kim Ltd", "date": day, "contact": ContactKind.INTERVIEW}
        session.open(session.execute(CreateWorkshop("Interview", f"{day}T10:00:00", **told)))
        session.execute(AddParticipant("Kim Ray"))
        session.execute(PlanNextTime(session.workshop_id, "next_date", agreed))

    one = customer(filled=talked_yesterday)
    last = one.state
    assert one.page.panel.name.text() == tr("customer.no_way")
    one.click(tr("customer.prepare_day", day=texts().date(agreed, short=True)))
    assert one.window.page_name == "prepare"
    made = one.state.workshop
    assert (made.kind, made.date) == (last.workshop.kind, agreed)
    assert [who.name for who in one.state.participants] == [who.name for who in last.participants]
    one.go("customer")
    assert tr("customer.prepare_day", day=texts().date(agreed, short=True)) not in one.seen()


def test_a_list_in_what_was_heard_becomes_problems_after_a_look_at_it(customer):
    one = customer(filled=sample_after_nothing)
    told = "ご相談です。\n\n課題\t氏名\n夜間の通知が多い\t中島様\n監視が遅い\t森様\n\n以上です。"
    mail = contact(one.session, TODAY, 1, ContactKind.MAIL, heard=told)
    one.window.rebuild()
    one.settle()
    contacts = section(one, "contacts")
    contacts.list.set_current(mail)
    one.press("F2")
    one.tap(contacts.form.listed)
    assert one.window.page_name == "list"
    one.press("Return")
    said = [(each.first_wording, one.state.speakers_of(each)[0].name) for each in one.state.listed]
    assert said == [("夜間の通知が多い", "中島"), ("監視が遅い", "森")]


def test_keys_are_enough_to_add_a_contact_and_every_field_saves_automatically(customer):
    one = customer(filled=sample_after_nothing)
    before = contacts_of(one)
    one.press("Ctrl+N")
    choose_in_menu(one, ContactKind.MAIL)
    (made,) = contacts_of(one).keys() - before.keys()
    form = one.page.sections["contacts"].form
    assert one.focus is form.heard.field
    one.write("返事を待つ")
    form.new_people.setFocus()
    one.write("青木 健様、加藤 恵")
    one.press("Return")
    form.silent.setFocus()
    one.press("Space")
    form.score.setFocus()
    one.write("3")
    one.press("Tab")
    form.end.expectation.choose_number(2)
    one.press("Escape")
    contact_made = contacts_of(one)[made]
    assert contact_made.kind is ContactKind.MAIL
    assert (contact_made.heard, contact_made.silent) == ("返事を待つ", True)
    assert (contact_made.score, contact_made.expectation) == (3, Expectation.WORSE)
    line = one.page.line.contact(made)
    assert [who.name for who in line.participants] == ["青木 健", "加藤 恵"]
    assert not one.page.sections["contacts"].noting


@pytest.mark.every_value
def test_an_invalid_day_of_a_contact_stays_with_what_is_wrong(customer, language, by_mouse):
    one = customer(language)
    contacts = section(one, "contacts")
    first, second = (row.id for row in contacts.list.rows()[:2])
    day = contacts_of(one)[first].date

    def leave():
        if by_mouse:
            one.tap(contacts.form.back)
        else:
            one.press("Escape")
        one.settle()

    contacts.note(first)
    contacts.form.date.setFocus()
    one.write("someday")
    leave()
    assert contacts.noting
    assert one.focus is contacts.form.date.field
    assert contacts.form.date.error == tr("widgets.date.wrong")
    assert contacts_of(one)[first].date == day
    contacts.note(second)
    assert contacts.form.date.error == ""
    contacts.note(first)
    assert (contacts.form.date.text(), bool(contacts.form.date.error)) == ("someday", True)
    contacts.form.date.setFocus()
    one.press("Ctrl+A")
    one.write("2026-06-12")
    leave()
    assert not contacts.noting
    assert contacts_of(one)[first].date == "2026-06-12"


def test_a_contact_is_deleted_after_the_question_even_the_open_one(customer):
    one = customer()
    contacts = section(one, "contacts")
    contacts.list.set_current(one.session.workshop_id)
    contacts.list.setFocus()
    one.press("Delete")
    assert tr("start.records.keep") in one.seen()
    one.press("Escape")
    assert len(contacts_of(one)) == 8
    contacts.list.setFocus()
    one.press("Delete", "Shift+Delete")
    assert len(contacts_of(one)) == 7
    assert one.window.page_name == "customer"
    assert len(contacts.list.rows()) == 7


def test_enter_opens_a_contact_at_its_steps(customer):
    one = customer()
    contacts = section(one, "contacts")
    contacts.list.setFocus()
    one.press("Down", "Return")
    assert one.state.workshop.kind is ContactKind.MAIL
    assert one.state.listed[0].first_wording == BULK[0]


def test_support_cases_come_in_by_paste_as_one_contact(customer, language):
    one = customer(language, filled=sample_after_nothing)
    QGuiApplication.clipboard().setText("エージェントが止まる\nグラフが出ない\n")
    one.press("Ctrl+Shift+V")
    choose_in_menu(one, ContactKind.SUPPORT)
    assert one.window.page_name == "list"
    one.press("Return")
    assert one.state.workshop.kind is ContactKind.SUPPORT
    assert [p.method for p in one.state.problems] == [ContactKind.SUPPORT] * 2
    assert all(problem.chosen for problem in one.state.problems)
    # a contact of this kind has no step Sort
    assert tr("list.next", step=tr("steps.name.solve")) in one.seen()


def test_the_list_says_on_which_day_a_support_case_came(customer, language):
    one = customer(language, filled=sample_after_nothing)
    QGuiApplication.clipboard().setText("日付\t内容\n2026-01-15\tグラフが出ない\n")
    one.press("Ctrl+Shift+V")
    choose_in_menu(one, ContactKind.SUPPORT)
    one.press("Return")
    (row,) = one.page.rows.rows()
    assert texts().date("2026-01-15", year=False, short=True) in after(row)


def test_it_is_reached_from_the_records_and_by_its_key(customer):
    one = customer(filled=sample_after_nothing)
    made = contact(one.session, TODAY, 10, ContactKind.SURVEY, silent=True)
    one.go("start")
    records = one.page.view.records.list
    assert tr("prepare.method.survey.name") in records.rows()[1].text
    records.set_current(made)
    records.setFocus()
    one.press("Alt+J")
    assert one.window.page_name == "customer"
    assert one.session.workshop_id == made
    one.go("prepare")
    one.press("Ctrl+U")
    assert one.window.page_name == "customer"


def test_without_an_open_contact_one_chooses_a_customer(customer):
    one = customer(filled=sample_after_nothing)
    one.session.close()
    one.settle()
    one.go("customer")
    assert [row.text for row in one.page.customers.list.rows()] == ["株式会社みなとまち通販"]
    one.press("Return")
    assert one.page.line is not None
    assert one.page.line.customer.name == "株式会社みなとまち通販"


def test_a_customer_can_begin_with_any_kind_of_contact(desk, language):
    one = desk(language, private=True)
    before = contacts_of(one)
    one.go("customer")
    one.press("Alt+L", "Tab")
    assert one.focus is one.page.customers.entry.field
    one.write("有限会社やまのべ印刷")
    one.press("Return")
    choose_in_menu(one, ContactKind.SURVEY)
    (made,) = (each for id_, each in contacts_of(one).items() if id_ not in before)
    assert made.kind is ContactKind.SURVEY
    assert one.page.line.customer.name == "有限会社やまのべ印刷"
    assert one.page.sections["contacts"].form.contact_id == made.id
    # the same name with another kind of space is the same customer
    one.press("Escape", "Alt+L", "Tab")
    one.write("有限会社　やまのべ印刷")
    one.press("Return")
    assert one.page.line.customer.name == "有限会社やまのべ印刷"
    assert len(contacts_of(one)) == len(before) + 1


def test_in_projected_mode_it_is_not_there(customer, language):
    one = customer(language)
    one.set_private(False)
    assert one.window.page_name == "start"
    for name in ("start", "prepare"):
        one.go(name)
        one.press("Ctrl+U")
        assert one.window.page_name == name
        one.window.menus.open_all()
        one.settle()
        words = [item.text() for item in window_menu(one.page).items]
        assert tr("menu.customer") not in words
        one.press("Escape")
        assert tr("customer.title") not in one.window.rail.items
        one.window.open_palette()
        one.settle()
        offered = [offer.place for offer in one.window._palette.found]
        assert "customer" not in offered
        assert all(offer.name != "customer" for offer in one.window._palette.found)
        one.press("Escape")
    assert queries.customers_with_contacts(one.session)


def test_survey_answers_come_in_by_columns_that_are_named_by_mouse(customer):
    one = customer(filled=sample_after_nothing)
    QGuiApplication.clipboard().setText(
        "記入日\t名前\t点数\t課題\n2026/11/20\t加藤 恵\t3\tアラートが多い\n"
        "2026/11/21\t木村 航\t9\tグラフが重い\n"
    )
    one.press("Ctrl+Shift+V")
    choose_in_menu(one, ContactKind.SURVEY)
    preview = one.page.preview
    for column, role in ((0, "day"), (2, "score")):
        preview.columns.role_chosen.emit(column, role)
    one.settle()
    preview.add_button.click()
    one.settle()
    first, second = one.state.problems
    assert (first.heard_at, second.heard_at) == ("2026-11-20", "2026-11-21")
    assert [who.name for who in one.state.participants] == ["加藤 恵", "木村 航"]
    assert first.private_note == tr("paste.score", score="3")
    assert first.method is ContactKind.SURVEY


def click(one, widget, point=None):
    where = widget.rect().center() if point is None else point
    one.tap(widget, where)


def test_the_mouse_is_enough_to_add_a_contact_and_choose_another_way(customer):
    one = customer()
    before = contacts_of(one)
    one.click(tr("customer.add"))
    (survey,) = (
        item for item in window_menu(one.page).items
        if item.text() == tr("prepare.method.survey.name")
    )  # fmt: skip
    click(one, survey)
    (made,) = contacts_of(one).keys() - before.keys()
    form = one.page.sections["contacts"].form
    click(one, form.silent)
    assert contacts_of(one)[made].silent
    click(one, form.back)
    one.click(tr("customer.other_way"))
    meetup = next(
        item for item in window_menu(one.page).items
        if item.text() == tr("prepare.method.meetup.name")
    )  # fmt: skip
    click(one, meetup)
    one.write("来週会うため")
    click(one, one.page.panel.reason.button)
    assert one.page.panel.name.text() == tr("prepare.method.meetup.name")
    one.click(tr("customer.follow"))
    assert one.page.line.overruled is None


def test_advice_and_deciding_rule_are_new_together_after_an_action_is_answered(customer, language):
    one = customer(language, filled=sample_after_nothing)
    rules = one.page.panel.rules
    assert rules.current_id() == "owed"
    one.go("wrap_up")
    for action in one.state.actions:
        one.do(AnswerAction(action.id, ActionAnswer.DONE, f"{TODAY}T10:00:00"))
    for problem in one.state.listed:
        one.do(EditProblem(problem.id, "speaker_id", one.state.participants[0].id))
    one.go("customer")
    (deciding,) = [row.id for row in rules.rows() if row.chosen]
    assert deciding != "owed"
    assert rules.current_id() == deciding
    rules.view.setFocus()
    one.press("Home")
    one.do(EditWorkshop(one.state.workshop.id, "place", "会議室"))
    assert rules.current_id() == RULES[0].id


def test_further_workshops_are_called_like_the_first_with_their_number(customer, language):
    one = customer(language, filled=sample_after_nothing)
    first = one.state.workshop.title
    titles = []
    made = ""
    for _ in range(2):
        before = contacts_of(one).keys()
        section(one, "contacts")
        one.press("Ctrl+N")
        choose_in_menu(one, ContactKind.WORKSHOP)
        one.press("Escape")
        (made,) = contacts_of(one).keys() - before
        titles.append(contacts_of(one)[made].title)
    endings = {"ja": ("（第2回）", "（第3回）"), "en": (" (2nd)", " (3rd)")}
    assert titles == [first + ending for ending in endings[language]]
    one.do(EditWorkshop(made, "title", "ふりかえり"))
    assert contacts_of(one)[made].title == "ふりかえり"


def test_the_paging_keys_say_what_they_turn(customer, language):
    one = customer(language, size=(1024, 700))
    assert {tr("customer.before"), tr("customer.after")} <= set(one.seen().split("\n"))
    while one.page.section is one.page.sections["contacts"]:
        shown = one.page.section.list.view.span()
        one.press("PageDown")
        assert one.page.section.NAME != "contacts" or shown < one.page.section.list.view.span()
    assert one.page.section is one.page.sections["requests"]


def test_a_request_opens_on_the_board_and_escape_leads_back_to_it(customer, language):
    one = customer(language, filled=sample_after_nothing)
    here = one.state.workshop.id
    rows = section(one, "requests").lists["requests"]
    rows.view.setFocus()
    one.press("Down")
    wanted = rows.current_id()
    assert rows.rows()[0].id != wanted

    def by_double_click():
        place = rows.view.accessible_box(1).center().toPoint()
        QTest.mouseDClick(rows.view, Qt.MouseButton.LeftButton, pos=place)
        one.settle()

    ways = (
        lambda: one.press("Return"),
        lambda: one.press("Alt+D"),
        lambda: one.click(tr("last_time.requests.open")),
        by_double_click,
    )
    for way in ways:
        way()
        assert one.window.page_name == "requests"
        assert one.page.rows.current_id() == wanted
        one.press("Escape")
        assert one.window.page_name == "customer"
        assert one.page.section is one.page.sections["requests"]
        rows = one.page.section.lists["requests"]
        assert rows.current_id() == wanted
    assert one.state.workshop.id == here


@pytest.mark.parametrize("size", SIZES)
def test_a_problem_that_met_a_known_gap_is_listed_and_opens_in_solve(customer, language, size):
    one = customer(language, filled=sample_after_nothing, size=size)
    assert section(one, "requests").lists["gaps"].isHidden()
    said = load().gaps["white-label"].text(language)
    problem = str(one.do(AddProblem(said.wishes[0])))
    one.do(RecordGap(problem, "white-label"))
    rows = section(one, "requests").lists["gaps"]
    (row,) = rows.rows()
    assert (row.text, below(row)[-1]) == (said.wishes[0], said.name)
    assert faults(one.window) == []
    rows.view.setFocus()
    one.press("Return")
    assert one.window.page_name == "solve"
    assert said.wishes[0] in one.seen()


def test_what_the_catalogue_answers_since_is_listed_first(customer, monkeypatch):
    one = customer(filled=sample_after_nothing)
    ids = [str(one.do(AddProblem(words))) for words in ("一つめ", "二つめ")]
    for problem in ids:
        one.do(RecordGap(problem, "white-label"))
    entry = one.window.answers.entries["mkr"]

    def found(answers, contact, language):
        gaps = met_gaps(answers, contact, language)
        return tuple(gap._replace(entry=entry) if gap.problem.id == ids[1] else gap for gap in gaps)

    monkeypatch.setattr("ui.pages.customer.requests.met_gaps", found)
    rows = section(one, "requests").lists["gaps"].rows()
    assert [row.text for row in rows] == ["二つめ", "一つめ"]
    assert below(rows[0])[-1] == tr("requests.answered.may", name=entry.text("ja").name)


@pytest.mark.parametrize("kind", [ContactKind.MAIL, ContactKind.INTERVIEW])
def test_a_day_without_a_year_is_the_one_that_was(customer, kind):
    one = customer(filled=sample_after_nothing)
    section(one, "contacts")
    one.press("Ctrl+N")
    choose_in_menu(one, kind)
    form = one.page.section.form
    form.date.setFocus()
    before = TODAY - timedelta(days=100)
    one.press("Ctrl+A")
    one.write(f"{before.month}/{before.day}")
    one.press("Tab")
    (made,) = [each for each in contacts_of(one).values() if each.kind is kind]
    assert made.date == before.isoformat()
