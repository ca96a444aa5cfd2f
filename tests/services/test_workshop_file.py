"""A workshop file transfers a whole workshop to another laptop; an invalid one changes nothing."""

import gzip
import json
import tempfile
from contextlib import ExitStack
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.papers import sample_state
from tests.helpers.random_commands import random_command
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.workshop_files import changed, file_with, take, whole, without_ids
from workshop_app.domain import workshop_json
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.errors import UserError
from workshop_app.domain.field_types import Privacy, without
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import Workshop
from workshop_app.domain.workshop_fields import HEADS, IMPLIED, LISTS, kinds_of, private_fields
from workshop_app.domain.workshop_json import Misfit, from_json, to_json
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import EditCustomer
from workshop_app.services.evidence import counts_of
from workshop_app.services.sample import play_second_visit
from workshop_app.services.workshop_file import (
    identical_workshop,
    is_workshop_file,
    read_workshop_file,
)
from workshop_app.store.connection import LONGEST_VALUE

FILES = Path(__file__).resolve().parent.parent / "files"


def test_a_workshop_arrives_as_it_left(store_of, tmp_path, language):
    state = whole(language)
    path = file_with(tmp_path, to_json(state, private=True))
    assert is_workshop_file(path)
    session = store_of()
    assert take(session, read_workshop_file(path)) == state
    assert snapshot.load(session.store, state.workshop.id) == state
    assert session.store.check() == []


@pytest.mark.parametrize("name", ["a.workshop", "a.json", "a"])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_file_is_read_by_its_content_whatever_its_name(tmp_path, name, compressed):
    data = to_json(whole(), private=True).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if compressed else data)
    assert is_workshop_file(path)
    assert read_workshop_file(path) == whole()


@pytest.mark.parametrize("again", [1, 2])
def test_a_file_is_identical_to_what_was_imported_from_it_until_that_changes(
    store_of, tmp_path, private, again
):
    read = read_workshop_file(file_with(tmp_path, to_json(whole(), private=private)))
    session = store_of()
    assert identical_workshop(session, read) == ""
    for _ in range(again):  # the second time all ids are new ones
        taken = take(session, read)
    assert identical_workshop(session, read) in {w.id for w in session.store.all(Workshop)}
    session.execute(AddProblem("あとから"))
    first = identical_workshop(session, read)
    assert (first == "") == (again == 1)
    assert first != taken.workshop.id


def test_a_file_without_private_notes_is_identical_to_a_workshop_with_them(store_of, tmp_path):
    session = store_of()
    kept = take(session, whole())
    read = read_workshop_file(file_with(tmp_path, to_json(whole(), private=False)))
    assert identical_workshop(session, read) == kept.workshop.id


def test_a_workshop_larger_than_one_value_of_the_store_may_be_arrives(store_of):
    state = whole()
    words = "長い手元のメモ。" * 2_400
    last = state.participants[-1]
    many = tuple(
        replace(last, id=f"p-{n}", code=f"P-{n}", position=n, person_id=None, private_note=words)
        for n in range(100, 400)
    )
    large = replace(state, participants=(*state.participants, *many))
    assert len(to_json(large, private=True).encode()) > LONGEST_VALUE
    session = store_of()
    arrived = take(session, large)
    assert arrived.participants == large.participants
    assert not any(session.store.record_steps(repair=False))


def test_without_what_is_private_all_else_arrives(store_of):
    state = whole()
    arrived = take(store_of(), from_json(to_json(state, private=False)))

    def bare(record):
        return without(record, Privacy.PRIVATE, Privacy.CONTACT)

    parts = {part: tuple(map(bare, getattr(state, part))) for part in LISTS}
    assert arrived == replace(
        state, workshop=bare(state.workshop), customer=bare(state.customer), **parts
    )


def test_a_second_import_is_added_beside_the_first_with_new_ids(store_of):
    state = whole()
    session = store_of()
    first = take(session, state)
    second = take(session, state)
    assert snapshot.load(session.store, first.workshop.id) == first
    ids = [
        {record.id for part in LISTS for record in getattr(one, part)} for one in (first, second)
    ]
    assert not ids[0] & ids[1]
    assert first.workshop.id != second.workshop.id
    assert second.customer == first.customer
    texts = [without_ids(to_json(one, private=True)) for one in (first, second)]
    assert texts[0] == texts[1]
    assert session.store.check() == []


def test_a_customer_who_was_changed_since_is_not_overwritten(store_of):
    state = whole()
    session = store_of()
    take(session, state)
    session.execute(EditCustomer(state.customer.id, "industry", "物流"))
    second = take(session, state)
    assert second.customer.id != state.customer.id
    assert second.customer == replace(state.customer, id=second.customer.id)
    assert snapshot.load(session.store, state.workshop.id).customer.industry == "物流"


def test_it_is_no_undo_step_and_what_comes_after_can_be_undone(store_of):
    session = store_of()
    arrived = take(session, whole())
    assert session.next_undo() is None
    session.execute(EditCustomer(arrived.customer.id, "industry", "物流"))
    session.undo()
    assert session.state == arrived


def test_lists_in_any_order_arrive_in_their_own(store_of, tmp_path):
    def turned(file):
        for part in LISTS:
            file[part].reverse()

    path = file_with(tmp_path, changed(turned))
    assert take(store_of(), read_workshop_file(path)) == whole()


def test_searches_for_removed_problems_stay_behind():
    state = whole()
    lost = replace(state.searches[-1], id="search-2", problem_id="gone")
    text = to_json(replace(state, searches=(*state.searches, lost)), private=True)
    assert from_json(text) == state


@settings(max_examples=15)
@given(st.randoms(use_true_random=False), st.integers(0, 60), st.booleans())
def test_any_workshop_makes_the_same_file_after_it_arrived(random, amount, private):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as closing:
        home, away = (new_session(Path(folder) / name) for name in ("a.db", "b.db"))
        for session in (home, away):
            closing.callback(session.store.close)
        create_workshop(home)
        for _ in range(amount):
            _try(home, random_command(random, home.state))
        text = to_json(home.state, private=private)
        arrived = take(away, from_json(text))
        assert to_json(arrived, private=private) == text
        if private:
            assert arrived == replace(home.state, searches=arrived.searches)
        again = take(away, from_json(text))
        assert without_ids(to_json(again, private=private)) == without_ids(text)


def _try(session, command):
    try:
        session.execute(command)
    except UserError:
        return


def test_a_file_of_version_1_still_arrives(store_of, private):
    file = json.loads((FILES / "workshop-file-v1.json").read_text("utf-8"))
    assert file["version"] == 1
    file["requests"][0]["handed_over_at"] = "2026-12-04T10:00:00"
    if not private:
        file = without_private(file)
    arrived = take(store_of(), from_json(json.dumps(file)))
    assert len(arrived.problems) == len(file["problems"])
    assert arrived.workshop.kind is ContactKind.WORKSHOP
    assert (arrived.likes, arrived.can_do) == ((), ())
    assert {request.gap_id for request in arrived.requests} == {""}
    (news,) = arrived.news
    assert (news.state, news.date) == (RequestState.HANDED_OVER, "2026-12-04")
    assert news.request_id == arrived.requests[0].id


@pytest.mark.parametrize("lacking", [slice(None), slice(1)])
def test_a_field_that_an_earlier_version_does_not_have_gets_its_default(monkeypatch, lacking):
    state = sample_state("en")
    file = json.loads(to_json(state, private=True))
    rows = file["participants"][lacking]
    for row in rows:
        del row["team"]
    with pytest.raises(Misfit):
        from_json(json.dumps(file))
    monkeypatch.setattr(workshop_json, "VERSION", file["version"] + 1)
    if len(rows) < len(file["participants"]):
        with pytest.raises(Misfit):
            from_json(json.dumps(file))
    else:
        people = from_json(json.dumps(file)).participants
        assert people == tuple(replace(who, team="") for who in state.participants)


def without_private(file):
    """The content of a file without the private fields."""
    heads = {part: of_room(record, file[part]) for part, record in HEADS.items()}
    lists = {
        part: [of_room(record, row) for row in file[part]]
        for part, record in LISTS.items()
        if part in file
    }
    return {**file, **heads, **lists, "private": False}


def of_room(record, row):
    return {name: value for name, value in row.items() if name not in private_fields(record)}


def test_a_join_counts_where_both_workshops_are(store_of, tmp_path):
    here, there = store_of("here.db"), store_of("there.db")
    play_second_visit(here, "ja")
    states = [snapshot.load(here.store, one.id) for one in here.store.all(Workshop)]
    first = next(one for one in states if len(one.listed) > 9)
    joined = [one for one in states if one.likes]
    voices = counts_of(here, first.problem(first.requests[0].problem_id))
    for state in (joined[0], first, joined[1]):
        text = to_json(state, private=True)
        take(there, read_workshop_file(file_with(tmp_path, text)))
    assert counts_of(there, first.problem(first.requests[0].problem_id)) == voices
    assert voices.customers == 3
    assert there.store.check() == []


def test_every_field_of_every_record_is_in_the_file():
    file = json.loads(to_json(whole(), private=True))
    for part, record in (HEADS | LISTS).items():
        found = file[part] if part in HEADS else file[part][0]
        names = {each.name for each in fields(record)} - IMPLIED
        assert set(found) == names == set(kinds_of(record))
