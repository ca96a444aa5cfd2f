"""The calendar file as read by another program."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.calendar_file import build, escape, fold
from exports.material import Material
from tests.helpers.builders import (
    a_participant,
    a_problem,
    a_state,
    a_workshop,
    an_action,
)
from tests.helpers.papers import sample_state
from tests.helpers.played import played_session
from workshop_app.domain.action import by_day
from workshop_app.services.commands.actions import EditAction
from workshop_app.services.queries import with_changes

HOSTILE = "a;b,c\\d\nEND:VEVENT\nBEGIN:VALARM\r\nATTACH:file:///x " + "長い題🔥" * 60


def file_of(state, language="ja"):
    (file,) = build(Material(state, {}, language))
    return file.data


def events_of(data):
    """The events of a calendar, read by another library."""
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.name == "VCALENDAR"
    assert calendar["VERSION"] == "2.0"
    assert {each.name for each in calendar.subcomponents} == {"VEVENT"}
    assert all(not each.errors for each in calendar.walk())
    return calendar.subcomponents


def test_each_dated_action_is_a_whole_day_and_the_next_meeting_comes_last(language):
    state = sample_state(language)
    events = events_of(file_of(state, language))
    dated = [action for action in by_day(state.actions) if action.due and not action.done]
    *of_actions, meeting = events
    assert [each.decoded("DTSTART").isoformat() for each in of_actions] == [a.due for a in dated]
    assert meeting.decoded("DTSTART").isoformat() == f"{state.workshop.next_date}T14:00:00"
    assert meeting["LOCATION"] == state.workshop.next_place
    assert all(each["TRANSP"] == "TRANSPARENT" for each in of_actions)
    assert meeting["TRANSP"] == "OPAQUE"
    for event in of_actions:
        assert type(event.decoded("DTSTART")) is date
        assert (event.decoded("DTEND") - event.decoded("DTSTART")).days == 1
    for action, event in zip(dated, of_actions, strict=True):
        assert action.text in str(event["SUMMARY"])


def test_the_owner_is_in_the_title_and_the_problem_below():
    state = a_state(
        participants=(a_participant(),),
        problems=(a_problem(3, "通知が多い"),),
        actions=(
            an_action(owner_id="person-1", due="2026-12-17", problem_id="problem-3"),
            an_action(2, "だれも", due="2026-12-18"),
        ),
    )
    first, second = events_of(file_of(state))
    assert first["SUMMARY"] == "check-tcp を入れる（青木 様）"
    assert "課題 3：通知が多い" in first["DESCRIPTION"]
    assert second["SUMMARY"] == "だれも"


@pytest.mark.parametrize("day", ["2027-01-15", "9999-12-31"])
def test_a_meeting_with_a_time_has_an_end_even_if_no_time_was_planned(day):
    workshop = a_workshop(next_date=day, next_time="23:30")
    (event,) = events_of(file_of(a_state(workshop=workshop)))
    assert event.decoded("DTEND") > event.decoded("DTSTART")


@pytest.mark.parametrize("time", ["", "09:30"])
def test_the_next_meeting_has_its_time_and_place_and_is_announced_on_the_day_before(time):
    workshop = a_workshop(
        start_time="13:00",
        end_time="14:30",
        next_date="2027-01-15",
        next_time=time,
        next_place="本社; 12 階",
    )
    (event,) = events_of(file_of(a_state(workshop=workshop)))
    begins = datetime(2027, 1, 15, 9, 30) if time else date(2027, 1, 15)  # noqa: DTZ001 - local time
    assert event.decoded("DTSTART") == begins
    lasts = event.decoded("DTEND") - event.decoded("DTSTART")
    assert lasts == (timedelta(minutes=90) if time else timedelta(days=1))
    assert event["TRANSP"] == ("OPAQUE" if time else "TRANSPARENT")
    assert event["LOCATION"] == "本社; 12 階"
    (alarm,) = event.subcomponents
    midnight = datetime(2027, 1, 15)  # noqa: DTZ001 - local time
    announced = (begins if time else midnight) + alarm.decoded("TRIGGER")
    assert announced.date() == date(2027, 1, 14)


def test_what_has_no_day_or_is_done_is_left_out_and_nothing_makes_no_file():
    undated = an_action(1)
    done = an_action(2, due="2026-12-17", done=True)
    assert build(Material(a_state(actions=(undated, done)), {}, "ja")) == []


def test_a_later_export_replaces_the_events_of_an_earlier_one(tmp_path):
    session = played_session(tmp_path / "workshops.db", "ja")
    first = events_of(file_of(with_changes(session, session.state)))
    assert session.state is not None
    action = next(each for each in session.state.actions if each.due and each.is_open)
    session.execute(EditAction(action.id, "別の言い方", due=action.due))
    state = with_changes(session, session.state)
    again = events_of(file_of(state))
    assert file_of(state) == file_of(with_changes(session, session.state))
    log = session.store.log(session.state.workshop.id)
    session.store.close()
    assert [each["UID"] for each in first] == [each["UID"] for each in again]
    assert {each["SEQUENCE"] for each in again} == {len(log)}
    assert max(each["SEQUENCE"] for each in first) < len(log)
    at = datetime.fromisoformat(log[-1]["at"]).astimezone(UTC).replace(microsecond=0)
    assert {each.decoded("DTSTAMP") for each in again} == {at}


def test_only_the_next_meeting_is_announced_on_the_day_before():
    state = a_state(
        workshop=a_workshop(next_date="2027-01-14"), actions=(an_action(due="2026-12-17"),)
    )
    action, meeting = events_of(file_of(state))
    assert action.subcomponents == []
    (alarm,) = meeting.subcomponents
    assert (alarm.name, alarm["ACTION"]) == ("VALARM", "DISPLAY")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-15)


def test_names_are_stable_and_the_stamp_is_the_workshops():
    state = a_state(actions=(an_action(due="2026-12-17"),))
    moved = a_state(actions=(an_action(text="別の言い方", due="2026-12-24"),))
    (before,) = events_of(file_of(state))
    (after,) = events_of(file_of(moved))
    assert before["UID"] == after["UID"] == "action-action-1@workshop-app"
    assert before.decoded("DTSTAMP").isoformat() == "2026-12-03T13:30:00+00:00"
    assert file_of(state) == file_of(state)


def test_the_last_day_there_is_and_a_creation_without_a_moment_are_no_trouble():
    state = a_state(
        workshop=a_workshop(created_at="", next_date="9999-12-31"),
    )
    (event,) = events_of(file_of(state))
    assert event.decoded("DTSTART") == date.max


def test_hostile_words_stay_in_their_line():
    state = a_state(
        workshop=a_workshop(title=HOSTILE, next_date="2027-01-14", next_note=HOSTILE),
        participants=(a_participant(1, HOSTILE),),
        actions=(an_action(1, HOSTILE, owner_id="person-1", due="2026-12-17"),),
    )
    data = file_of(state)
    events = events_of(data)
    assert len(events) == 2
    assert "長い題🔥" * 60 in str(events[0]["SUMMARY"])
    assert str(events[1]["DESCRIPTION"]) == HOSTILE.replace("\r\n", "\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:
        line.decode()  # no character is cut in two


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")))
def test_any_text_folds_and_reads_back(text):
    line = fold(f"SUMMARY:{escape(text)}")
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    event = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n")
    assert str(event["SUMMARY"]) == text


def test_an_action_for_a_merged_problem_names_the_problem_that_papers_name():
    action = an_action(1, due="2026-12-10", problem_id="problem-14")
    problems = (a_problem(13, "止まる"), a_problem(14, "切れる", merged_into="problem-13"))
    (event,) = events_of(file_of(a_state(problems=problems, actions=(action,))))
    assert "課題 13" in str(event["DESCRIPTION"])
    assert "課題 14" not in str(event["DESCRIPTION"])
