"""The rows of lists, made of the sample's records without a window.

Each function is asked about both samples: a workshop that was carried through, and a second visit.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from enum import Enum

import pytest

from tests.helpers.list_rows import after, all_texts, before, below, beside
from tests.helpers.sessions import new_session
from ui.components.cards_section import card_rows
from ui.components.hands import Hands
from ui.pages.backups.copy_row import copy_names, copy_row
from ui.pages.catalogue.page import entry_rows
from ui.pages.customer import requests as line_requests
from ui.pages.customer.contacts import contact_rows
from ui.pages.customer.customers import customer_rows
from ui.pages.customer.people import people_rows as line_people_rows
from ui.pages.last_time import actions, alone, problems, requests, then_now
from ui.pages.prepare.people_rows import people_rows, people_table
from ui.pages.requests.request_row import request_row
from ui.pages.setup.answers import usage_rows
from ui.pages.setup.bar_row import bar_row
from ui.pages.start.homework import homework_rows
from ui.pages.start.record_row import Day, Steps, record_rows
from ui.pages.wrap_up import actions as wrap_up_actions
from ui.pages.wrap_up import check
from ui.rows.cells import Bar, Number, Outcome
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.badge import outcome_word
from workshop_app.domain import year_strip
from workshop_app.domain.facts.then_now import delivered_cards, last_actions
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.usage import usage_of
from workshop_app.domain.year_strip import year_of
from workshop_app.i18n import set_language, texts, tr
from workshop_app.services import queries
from workshop_app.services.answers import Answers
from workshop_app.services.copies import Copy, Occasion
from workshop_app.services.customer_line import customer_line
from workshop_app.services.request_board import board
from workshop_app.services.sample import play_second_visit
from workshop_app.store.copies import Description

TODAY = date(2026, 12, 3)
PLAIN = (str, int, float, bool, type(None), Enum, date)


@pytest.fixture(scope="module", params=["ja", "en"])
def session(request, tmp_path_factory):
    session = new_session(tmp_path_factory.mktemp("rows") / "w.db")
    play_second_visit(session, request.param)
    yield session
    session.store.close()


@pytest.fixture(autouse=True)
def words(session):
    set_language(session.state.workshop.language)
    yield
    set_language("ja")


def parts(value: object) -> Iterator[object]:
    """What a row is made of; a timeline's days are values, no records."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif type(value).__module__.startswith(("ui.", year_strip.__name__)):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    else:
        yield value


def every_row(session) -> dict[str, list[Row]]:
    """The rows of each list that has some in the sample."""
    state = session.state
    assert state.before is not None
    usages = usage_of(setup_of(state.before.setup)).values()
    year = year_of((), TODAY)
    line = customer_line(session, state.customer.id, state.workshop.date)
    return {
        "records": record_rows(queries.workshops(session), TODAY),
        "actions": actions.action_rows(state),
        "problems": problems.problem_rows(state, {}),
        "requests": requests.request_rows(state, private=False),
        "alone": alone.asked_rows(state, private=True),
        "then and now": then_now.pair_rows(state),
        "cards": card_rows(state.before, delivered_cards(state.before)),
        "people in columns": people_table(state),
        "people": people_rows(state, private=True, brief=False),
        "written actions": wrap_up_actions.action_rows(state.before, private=False),
        "check": check.check_rows(state.before),
        "board": [request_row(each, year, named=True) for each in board(session)],
        "usages": usage_rows(usages, Answers(), private=True),
        "contacts": contact_rows(line),
        "people of the customer": line_people_rows(line),
        "requests of the customer": line_requests.request_rows(line, Answers()),
        "given up": line_requests.given_up_rows(line),
        "customers": customer_rows(queries.customers_with_contacts(session)),
        "homework": homework_rows(queries.open_commitments(session, texts()), TODAY),
        "catalogue": entry_rows(Answers().entries.values()),
    }


def test_every_list_has_rows_with_a_name_and_an_id_of_their_own(session):
    for name, rows in every_row(session).items():
        assert rows, name
        assert all(row.name.strip() for row in rows), name
        assert len({row.id for row in rows}) == len(rows), name


def test_a_row_holds_texts_numbers_and_tokens_alone(session):
    for name, rows in every_row(session).items():
        strange = {type(part) for part in parts(tuple(rows)) if not isinstance(part, PLAIN)}
        assert not strange, name


def test_equal_states_give_equal_rows(session):
    assert every_row(session) == every_row(session)


def test_a_record_has_its_day_steps_outcomes_and_papers(session):
    workshops = queries.workshops(session)
    summary = next(one for one in workshops if one.outcomes and one.kind.is_talk)
    row = next(each for each in record_rows(workshops, TODAY) if each.id == summary.id)
    assert (row.text, row.bold) == (summary.title, True)
    assert Steps(summary.done) in row.after
    counts = {cell.kind: cell.text for cell in row.after if isinstance(cell, Outcome)}
    assert counts == {kind: str(count) for kind, count in summary.outcomes if count}
    papers = tr("start.records.papers" if summary.exported else "start.records.no_papers")
    assert papers in after(row)
    assert papers in row.spoken
    assert {len(each.after) for each in record_rows(workshops, TODAY)} == {len(row.after)}


def test_the_year_of_a_record_is_written_only_if_it_is_another_one(session):
    summary = queries.workshops(session)[0]
    year = summary.date[:4]
    for today, written in ((date(int(year), 6, 1), ""), (date(int(year) + 1, 6, 1), year)):
        (row,) = record_rows([summary], today)
        day = texts().brief_date(summary.date, weekday=not theme().metrics.narrow)
        assert row.before == (Day(day, written),)


def test_an_action_of_the_previous_visit_has_its_answer_beside_it_and_who_does_it_below(session):
    action = last_actions(session.state)[0]
    row = actions.action_rows(session.state)[0]
    assert row.id == action.id
    assert beside(row) == actions.answer_word(action.answer)
    assert (action.owner_name or actions.owner_of(session.state, action)) in below(row)[0]


def test_then_and_now_are_side_by_side_and_what_is_known_is_bold(session):
    for row in then_now.pair_rows(session.state):
        (now,) = row.asides
        assert row.name == f"{row.text} → {now.line.text}"
        assert now.line.bold == (now.line.colour == "ink")


def test_who_does_an_action_and_when_stand_in_columns_in_both_modes(session):
    state = session.state.before
    for room, private in zip(
        wrap_up_actions.action_rows(state, private=False),
        wrap_up_actions.action_rows(state, private=True),
        strict=True,
    ):
        assert beside(room) == beside(private) != ""
        assert after(room) == after(private)
        assert after(room)[0]
        assert room.checked is private.checked is not None


def test_a_person_has_a_number_and_in_private_mode_a_code(session):
    state = session.state
    assert [before(row) for row in people_rows(state, private=True, brief=False)] == [
        [who.code] for who in state.participants
    ]
    codes = {who.code for who in state.participants}
    room = people_rows(state, private=False, brief=True)
    assert not codes & {text for row in room for text in all_texts(row)}


def test_hands_are_counted_of_those_who_are_here(session):
    state = session.state.before
    for each, row in zip(state.can_do, check.check_rows(state), strict=True):
        (hands,) = row.after
        assert hands == Hands(tr("last_time.now"), each.hands, each.people or state.votes.present)
        assert hands.words in row.name


def test_a_request_names_its_customer_only_if_asked(session):
    each = board(session)[0]
    year = year_of((), TODAY)
    named, coded = (request_row(each, year, named=named) for named in (True, False))
    assert each.customer.name in below(named)[0]
    assert each.customer.name not in " ".join(all_texts(coded))
    assert each.code in below(coded)[0]
    assert named.bold == each.untold


def test_a_count_has_a_bar_of_its_share_under_the_heading_of_its_group():
    row = bar_row("a", "名前", 2, 8, "見出し", depth=1)
    assert row.after == (Bar(0.25), Number("2", "ink"))
    assert (row.head.text, row.depth, row.name) == ("見出し", 1, "名前 2")


def test_a_copy_has_columns_for_what_is_counted_and_differences_are_bold(session, tmp_path):
    at = datetime.fromisoformat("2026-12-03T09:30")
    about = Description(at=at, occasion=Occasion.HAND, pinned=True)
    heads = ("課題", "参加者")
    row = copy_row("f", Copy(tmp_path, about), "", heads, (3, 0), (4, 0), TODAY)
    assert before(row)[:2] == [tr("backups.today"), texts().time(at)]
    assert after(row) == ["3", "–", tr("backups.state.sound")]
    assert [cell.bold for cell in row.after[:2]] == [True, False]
    assert f"{heads[0]} 3" in row.name
    assert tr("backups.pinned") in row.name
    assert after(copy_names(heads)) == list(heads)
    unread = copy_row("f", Copy(tmp_path, about), None, heads, (), (), TODAY)
    assert after(unread) == [tr("backups.state.reading")]


def test_contacts_come_newest_first_with_their_day(session):
    line = customer_line(session, session.state.customer.id, session.state.workshop.date)
    rows = contact_rows(line)
    assert [row.id for row in rows] == [one.workshop.id for one in reversed(line.contacts)]
    assert all(row.lines[0].text for row in rows)


def test_what_was_given_up_says_how_the_problem_ended(session):
    line = customer_line(session, session.state.customer.id, session.state.workshop.date)
    for one, row in zip(line.given_up, line_requests.given_up_rows(line), strict=True):
        assert row.text == one.answer.text
        expected = tr("customer.no_problem")
        if one.problem is not None:
            kinds = one.contact.outcomes_of(one.problem)
            expected = "  ".join(outcome_word(kind) for kind in kinds)
        assert below(row)[-1] == expected


@pytest.mark.parametrize(
    ("due", "tint"),
    [("2026-12-02", "late"), ("2026-12-03", "warn"), ("2026-12-04", "warn"), ("2026-12-20", "")],
)
def test_homework_that_is_near_or_late_is_on_a_tint(session, due, tint):
    task = queries.open_commitments(session, texts())[0]._replace(due=due)
    (row,) = homework_rows([task], TODAY)
    assert row.lines[0].tint == tint
