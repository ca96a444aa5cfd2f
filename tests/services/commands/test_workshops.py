"""The workshop itself: its fields, the agenda, dates and times in typed form."""

import pytest

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.steps import DEFAULT_MINUTES, Step
from workshop_app.domain.workshop import Customer
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    EditCustomer,
    EditWorkshop,
    SetMinutes,
    UseCustomer,
)


def test_a_new_workshop_has_the_agenda_of_two_hours(session):
    agenda = {item.step: item.minutes for item in session.state.agenda}
    assert agenda == {step.value: minutes for step, minutes in DEFAULT_MINUTES.items()}
    assert [item.step for item in session.state.agenda] == [step.value for step in Step]


def test_a_workshop_needs_a_title_but_no_customer_name_yet(session):
    with pytest.raises(InvalidInput):
        session.execute(CreateWorkshop(" ", "2026-12-03T09:00:00"))
    session.open(session.execute(CreateWorkshop("次の回", "2026-12-03T09:00:00")))
    assert session.state.customer.name == ""


def test_a_new_workshop_may_bring_its_facilitator(session):
    command = CreateWorkshop("次の回", "2026-12-03T09:00:00", facilitator=" 三谷\n 恵 ")
    session.open(session.execute(command))
    assert session.state.workshop.facilitator == "三谷  恵"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2026-12-03", "2026-12-03"), ("２０２６-１２-０３", "2026-12-03"), ("", ""), (None, "")],
)
def test_dates_are_read(session, typed, kept):
    session.execute(EditWorkshop(session.workshop_id, "date", typed))
    assert session.state.workshop.date == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:00", "14:00"),
        ("9:30", "09:30"),
        ("９：３０", "09:30"),
        ("14:00:59", "14:00"),
        ("2:30 pm", "14:30"),
        ("", ""),
    ],
)
def test_times_are_read(session, typed, kept):
    session.execute(EditWorkshop(session.workshop_id, "start_time", typed))
    assert session.state.workshop.start_time == kept


@pytest.mark.parametrize(
    ("field", "typed", "key"),
    [
        ("date", "来週の木曜", "errors.bad_date"),
        ("date", "2026-02-30", "errors.bad_date"),
        ("start_time", "25:00", "errors.bad_time"),
        ("start_time", "二時", "errors.bad_time"),
        ("title", "", "errors.empty"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_earlier_stays(session, field, typed, key):
    before = session.state
    with pytest.raises(InvalidInput) as refused:
        session.execute(EditWorkshop(session.workshop_id, field, typed))
    assert refused.value.key == key
    assert session.state == before


def test_only_the_fields_named_can_be_set(session):
    with pytest.raises(KeyError):
        session.execute(EditWorkshop(session.workshop_id, "id", "other"))
    with pytest.raises(KeyError):
        session.execute(EditCustomer(session.state.customer.id, "id", "other"))


@pytest.mark.parametrize("minutes", [-1, 10_000, "many", "", None, 1.5])
def test_minutes_are_whole_numbers(session, minutes):
    item = session.state.agenda[0]
    with pytest.raises(InvalidInput) as refused:
        session.execute(SetMinutes(item.id, "minutes", minutes))
    assert refused.value.key == "errors.bad_count"
    session.execute(SetMinutes(item.id, "minutes", "３０"))
    assert session.state.agenda[0].minutes == 30


def next_time(session, name):
    """A second workshop, whose customer has this name; returns the ids of both customers."""
    first = session.state.customer.id
    made = session.execute(CreateWorkshop("次の回", "2027-01-07T09:00:00", customer_name=name))
    session.open(made)
    return first, session.state.customer.id


def test_a_customer_typed_again_becomes_the_same_one_and_keeps_what_was_written(session):
    session.execute(EditCustomer(session.state.customer.id, "architecture", "AWS に 62 台"))
    first, typed = next_time(session, "（株）サンプル")
    session.execute(EditCustomer(typed, "architecture", "本社に 8 台"))
    session.execute(EditCustomer(typed, "industry", "通販"))
    session.execute(UseCustomer(first))
    assert session.state.customer == Customer(
        id=first,
        name="株式会社サンプル",
        industry="通販",
        architecture="AWS に 62 台\n\n本社に 8 台",
    )
    assert [one.id for one in session.store.all(Customer)] == [first]
    session.undo()
    assert session.state.customer.id == typed
    assert session.state.customer.architecture == "本社に 8 台"
    assert session.store.get(Customer, first).architecture == "AWS に 62 台"
    session.redo()
    assert session.state.customer.id == first


def test_a_customer_of_another_name_is_left_as_it_is(session):
    first, typed = next_time(session, "みなと物流")
    session.execute(EditCustomer(typed, "architecture", "本社に 8 台"))
    session.execute(UseCustomer(first))
    assert session.state.customer.architecture == ""
    assert session.store.get(Customer, typed).architecture == "本社に 8 台"


def test_a_customer_of_another_workshop_is_not_removed(session):
    first, typed = next_time(session, "サンプル")
    session.open(session.execute(CreateWorkshop("三回", "2027-02-01T09:00:00", customer_id=typed)))
    session.execute(UseCustomer(first))
    assert {one.id for one in session.store.all(Customer)} == {first, typed}
