"""A workshop file beside the same workshop in the records: what differs, and what is taken over."""

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.random_commands import random_command
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.workshop_files import take, whole
from workshop_app.domain.errors import UserError
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.domain.workshop_fields import LISTS
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.i18n import Texts
from workshop_app.services import snapshot
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.import_workshop import ImportWorkshop, beside
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import (
    AddProblem,
    EditProblem,
    ParkProblem,
    RemoveProblem,
)
from workshop_app.services.commands.solving import MakeRequest, PlayCard
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.services.commands.take_problems import TakeProblems
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.workshop_comparison import compare, returning, workshop_here
from workshop_app.services.workshop_file import identical_workshop, without_private

WORDS = Texts("ja")


def carried(state, *, private=True):
    """The workshop as it is read from a file."""
    return from_json(to_json(state, private=private))


@pytest.fixture
def both(store_of):
    """Two laptops with the same workshop, with one participant and three problems."""
    here = store_of("here.db")
    create_workshop(here)
    here.execute(AddParticipant("青木"))
    for words in ("一つ目", "二つ目", "三つ目"):
        here.execute(AddProblem(words, here.state.participants[0].id))
    there = store_of("there.db")
    take(there, carried(here.state))
    return here, there


def rows(here, file):
    """What is shown of each problem that differs, by its title."""
    return {
        each.title: {one.name: (one.ours, one.theirs) for one in each.fields}
        for each in compare(here.state, file, WORDS)[1:]
    }


def numbers(state):
    return {each.id: each.number for each in state.problems}


def test_only_what_differs_is_listed_on_its_side(both):
    here, there = both
    here.execute(AddProblem("ここだけ"))
    there.execute(AddProblem("ファイルだけ", there.state.participants[0].id))
    there.execute(EditProblem(there.state.problems[1].id, "wording", "具体的な二つ目"))
    there.execute(AddAction("試す", due="2026-12-10", problem_id=there.state.problems[2].id))
    shown = rows(here, carried(there.state))
    assert list(shown) == ["2  具体的な二つ目", "3  三つ目", "4  ファイルだけ", "4  ここだけ"]
    assert shown["2  具体的な二つ目"] == {WORDS("compared.field.wording"): ("", "具体的な二つ目")}
    assert shown["3  三つ目"] == {WORDS("compared.field.actions"): ("", "試す  2026年12月10日(木)")}
    assert shown["4  ファイルだけ"][WORDS("compared.field.speaker")] == ("", "青木")
    notes = {
        each.title: (each.takes, each.note) for each in compare(here.state, there.state, WORDS)
    }
    assert notes["4  ここだけ"] == (False, WORDS("compared.only_here"))
    assert notes["4  ファイルだけ"] == (True, WORDS("compared.only_file"))


def test_speaker_theme_and_marks_are_differences_too(both):
    here, there = both
    first, second, third = (each.id for each in there.state.problems)
    there.execute(EditProblem(first, "speaker_id", None))
    there.execute(AddTheme("通知", (second,)))
    there.execute(ParkProblem((third,), parked=True))
    shown = rows(here, carried(there.state))
    assert shown["1  一つ目"] == {WORDS("compared.field.speaker"): ("青木", "")}
    assert shown["2  二つ目"] == {WORDS("compared.field.theme"): ("", "通知")}
    details = WORDS("compared.details", n=1)
    assert shown["3  三つ目"] == {WORDS("compared.field.rest"): (details, details)}
    here.execute(TakeProblems(carried(there.state), (first, second, third)))
    assert rows(here, carried(there.state)) == {}


def test_every_part_that_differs_is_named(store_of, language):
    state = whole(language)
    session = store_of()
    take(session, state)
    for part in LISTS:
        fewer = replace(state, **{part: getattr(state, part)[1:]})
        assert len(compare(fewer, state, Texts(language))) > 1 or [
            each.name for each in compare(fewer, state, Texts(language))[0].fields[1:]
        ]
    assert len(compare(state, state, Texts(language))) == 1


def test_what_is_here_and_what_is_new_keep_their_printed_numbers(both):
    here, there = both
    here.execute(AddProblem("ここだけ"))
    for words in ("先の四つ目", "五つ目"):
        there.execute(AddProblem(words))
    before = here.state
    file = carried(there.state)
    here.execute(TakeProblems(file, tuple(each.id for each in file.problems[3:])))
    assert {each.first_wording: each.number for each in here.state.problems} == {
        "一つ目": 1, "二つ目": 2, "三つ目": 3, "ここだけ": 4, "五つ目": 5, "先の四つ目": 6,
    }  # fmt: skip
    here.undo()
    assert here.state == before


def test_the_number_of_a_removed_problem_is_not_given_to_another(both):
    here, there = both
    here.execute(AddProblem("あとで消す"))
    here.execute(RemoveProblem(here.state.problems[-1].id))
    there.execute(AddProblem("別の四つ目"))
    file = carried(there.state)
    here.execute(TakeProblems(file, (file.problems[3].id,)))
    assert here.state.problems[-1].number == 5


def test_a_problem_becomes_as_in_the_file_with_all_that_belongs_to_it(both):
    here, there = both
    first = here.state.problems[0].id
    here.execute(EditProblem(first, "private_note", "ここのメモ"))
    here.execute(AddAction("ここで約束", problem_id=first))
    here.execute(PlayCard(first, CardKind.SUPPORT, "サポートへ"))
    there.execute(AddParticipant("新しい人"))
    newcomer = there.state.participants[-1].id
    there.execute(MakeRequest(first, "背景"))
    there.execute(AddAction("伝える", owner_id=newcomer, problem_id=first))
    file = carried(there.state, private=False)
    before = here.state
    assert here.execute(TakeProblems(file, (first,))) == (first,)
    after = here.state
    assert [card.kind for card in after.cards] == [CardKind.UPDATE]
    assert after.request_of(first).id == file.requests[0].id
    assert [each.text for each in after.actions] == ["ここで約束", "伝える"]
    assert after.participant(after.actions[1].owner_id).name == "新しい人"
    assert after.problem(first).private_note == "ここのメモ"
    assert list(rows(here, file)) == ["1  一つ目"]
    here.undo()
    assert here.state == before
    assert here.store.check() == []


def test_a_second_copy_shares_no_record_and_no_voice(both):
    here, there = both
    there.execute(AddProblem("ファイルだけ"))
    before = here.state
    file = carried(there.state)
    second = str(here.execute(ImportWorkshop(beside(file, "別の題名"))))
    assert here.state == before
    arrived = snapshot.load(here.store, second)
    assert arrived.workshop.title == "別の題名"
    assert [(each.number, each.first_wording) for each in arrived.problems] == [
        (each.number, each.first_wording) for each in file.problems
    ]
    assert not {each.id for each in arrived.problems} & {each.id for each in before.problems}


def test_a_workshop_with_new_ids_is_recognised_and_its_problems_too(both):
    here, _ = both
    file = carried(here.state)
    second = str(here.execute(ImportWorkshop(file)))
    here.execute(AddProblem("ここだけ"))
    here.open(second)
    here.execute(EditProblem(here.state.problems[0].id, "wording", "別のことば"))
    changed = carried(here.state)
    first = workshop_here(here, file)
    assert first == file.workshop.id
    shown = compare(here.state_of(first), changed, WORDS)[1:]
    assert [each.title for each in shown] == ["1  別のことば", "4  ここだけ"]


def test_what_was_deleted_is_named_and_returns_with_other_ids(tmp_path, language):
    words = Texts(language)
    session = new_session(tmp_path / "w.db", lasting=True)
    create_workshop(session)
    session.execute(AddParticipant("青木"))
    session.execute(AddProblem("一つ目", session.state.participants[0].id))
    session.execute(AddProblem("二つ目"))
    file = carried(session.state)
    gone = session.state.participants[0]
    here = session.workshop_id
    person = words("compared.name.participant", name="青木")
    assert returning(session, file, here, words) == ""
    session.execute(RemoveParticipant(gone.id))
    assert returning(session, file, here, words) == person  # while undo still restores it, too
    assert returning(session, file, here, words, (file.problems[0].id,)) == person
    assert returning(session, file, here, words, (file.problems[1].id,)) == ""
    session.close()
    session.open(here)
    assert returning(session, file, here, words) == person
    session.execute(TakeProblems(file, (file.problems[0].id,)))
    assert session.state.participants[0].id != gone.id
    assert session.state.participants[0].name == "青木"
    session.close()
    session.execute(DeleteWorkshop(here))
    assert workshop_here(session, file) == ""
    names = returning(session, file, "", words)
    assert all(name in names for name in (file.workshop.title, file.customer.name, "青木"))
    assert session.execute(ImportWorkshop(file)) != here
    assert [each.id for each in session.store.all(Customer)] == [file.customer.id]


def test_a_customer_deleted_with_the_last_workshop_is_asked_about_with_any_other(tmp_path):
    session = new_session(tmp_path / "w.db", lasting=True)
    create_workshop(session)
    state = session.state
    other = replace(state, workshop=replace(state.workshop, id="other", created_at="2026-01-01"))
    assert returning(session, other, "", WORDS) == ""
    session.close()
    session.execute(DeleteWorkshop(state.workshop.id))
    named = WORDS("compared.name.customer", name=state.customer.name)
    assert returning(session, other, "", WORDS) == named


@settings(max_examples=40)
@given(random=st.randoms(use_true_random=False), private=st.booleans(), data=st.data())
def test_no_file_changes_a_number_or_loses_anything_and_undo_restores_all(random, private, data):
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        here = new_session(folder / "here.db")
        there = new_session(folder / "there.db")
        for session in (here, there):
            stack.callback(session.store.close)
        create_workshop(here)
        play_randomly(here, random, 15)
        take(there, carried(here.state))
        for session in (here, there):
            play_randomly(session, random, 10)
        file = carried(there.state, private=private)
        before = here.state
        shown = compare(before, file, WORDS)
        assert here.state == before
        assert before.problems == snapshot.load(here.store, here.workshop_id).problems
        offered = [each.id for each in shown if each.takes]
        wanted = data.draw(st.sets(st.sampled_from(offered))) if offered else set()
        taken = here.execute(TakeProblems(file, tuple(sorted(wanted))))
        after = here.state
        assert after == snapshot.load(here.store, here.workshop_id)
        assert numbers(after).items() >= numbers(before).items()
        assert len({*numbers(after).values()}) == len(after.problems)
        for part in ("participants", "themes", "answers", "tallies", "dots", "actions", "likes"):
            kept = {each.id for each in getattr(after, part)}
            assert kept >= {each.id for each in getattr(before, part)}
        others = [each for each in before.problems if each.id not in taken]
        assert [each for each in after.problems if each.id not in taken] == others
        assert carried(after).problems == after.problems  # a valid workshop file
        assert here.store.check() == []
        if after != before:
            here.undo()
        assert here.state == before
        second = str(here.execute(ImportWorkshop(file)))
        assert here.state == replace(before, before=here.state.before, earlier=here.state.earlier)
        same = {(each.number, each.first_wording) for each in file.problems}
        arrived = snapshot.load(here.store, second).problems
        assert {(each.number, each.first_wording) for each in arrived} == same


def play_randomly(session, random, amount):
    for _ in range(amount):
        command = random_command(random, session.state)
        if not isinstance(command, RemoveParticipant):
            try:
                session.execute(command)
            except UserError:
                continue


def test_an_identical_file_differs_in_nothing(both):
    here, _ = both
    file = carried(here.state)
    assert identical_workshop(here, file) == here.workshop_id
    assert len(compare(here.state, file, WORDS)) == 1
    assert len(compare(here.state, without_private(file), WORDS)) == 1
    assert len(here.store.all(Workshop)) == 1
