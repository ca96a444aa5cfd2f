"""Every command can be undone and redone, and has a name in both languages."""

import pytest

from tests.helpers.command_examples import EXAMPLES, FIRST, all_commands, every_example
from tests.helpers.sessions import reopened
from workshop_app.domain.changes import Changes
from workshop_app.domain.steps import Step
from workshop_app.i18n import Texts
from workshop_app.services import snapshot
from workshop_app.services.commands.agenda import BookTime
from workshop_app.services.commands.contacts import AddContact
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.commands.searching import KeepSearch
from workshop_app.services.commands.solving import RecordGap
from workshop_app.services.commands.workshops import CreateWorkshop, DeleteWorkshop, SwitchList
from workshop_app.services.session import load_place

NO_UNDO = {
    kind.kind
    for kind in (
        AddContact,
        BookTime,
        CreateWorkshop,
        DeleteWorkshop,
        ImportWorkshop,
        KeepSearch,
        RecordGap,
        SwitchList,
    )
}
UNDOABLE = [(name, make) for name, make in every_example() if name.split("-")[0] not in NO_UNDO]
LASTING = [(name, make) for name, make in UNDOABLE if name != "remove_participant"]
"""Not undone after a restart: a removed person leaves the log when the workshop is closed."""


def prepare(sample, name):
    for command in FIRST.get(name.split("-")[0], lambda _: [])(sample.state):
        sample.execute(command)


def test_all_kinds_are_known_and_none_twice():
    kinds = [command.kind for command in all_commands()]
    assert len(set(kinds)) == len(kinds) >= 45
    assert set(EXAMPLES) <= set(all_commands())


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.kind)
def test_undo_has_words_for_each_command(language, command):
    if command.kind not in NO_UNDO:
        assert Texts(language)(f"undo.kind.{command.kind}")


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.kind)
def test_each_command_says_where_its_effect_is_seen(command):
    assert command.step in Step


@pytest.mark.parametrize(("name", "make"), UNDOABLE, ids=[name for name, _ in UNDOABLE])
def test_undo_restores_the_workshop_and_redo_does_it_again(sample, clock, name, make):
    told = []
    prepare(sample, name)
    sample.listen(told.append)
    before = sample.state
    command = make(before)
    clock.pass_time(60)
    sample.execute(command)
    after = sample.state
    assert after != before
    assert told
    assert told[-1] is not Changes.NONE
    assert snapshot.load(sample.store, sample.workshop_id) == after

    undone = sample.undo()
    assert undone.kind == command.kind
    assert load_place(undone.place) == command.place
    assert sample.state == before
    assert snapshot.load(sample.store, sample.workshop_id) == before

    redone = sample.redo()
    assert redone.number == undone.number
    assert sample.state == after
    assert sample.store.check() == []


@pytest.mark.parametrize(("name", "make"), LASTING, ids=[name for name, _ in LASTING])
def test_undo_works_after_a_restart(sample, clock, name, make):
    prepare(sample, name)
    before = sample.state
    clock.pass_time(60)
    sample.execute(make(before))
    after = sample.state
    again = reopened(sample)
    assert again.state == after
    again.undo()
    assert again.state == before
    again = reopened(again)
    again.redo()
    assert again.state == after


def test_the_whole_sample_is_taken_back_to_its_beginning_and_played_again(sample):
    finished = sample.state
    steps = 0
    while sample.undo():
        steps += 1
    assert sample.state.problems == ()
    assert sample.state.participants == ()
    assert sample.state.customer.name == finished.customer.name
    for _ in range(steps):
        assert sample.redo()
    assert sample.redo() is None
    assert sample.state == finished
    assert steps > 100
