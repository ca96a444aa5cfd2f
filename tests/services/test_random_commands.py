"""Random commands, undo, redo and restarts: the workshop always equals a model."""

import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.helpers.random_commands import random_command
from tests.helpers.sessions import Clock, create_workshop, new_session
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState
from workshop_app.services import snapshot
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.session import MERGE_SECONDS

done: Counter[str] = Counter()
randoms = st.randoms(use_true_random=False)


@dataclass
class Step:
    """What the model remembers of one undo step."""

    kind: str
    before: WorkshopState
    after: WorkshopState


class Workshop(RuleBasedStateMachine):
    """The session with a model that stores whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.session = new_session(Path(self.folder.name) / "w.db", self.clock)
        create_workshop(self.session)
        self.steps: list[Step] = []
        self.undone: list[Step] = []
        self.mergeable = ""
        for command in (AddParticipant("青木"), AddProblems(("一つ目", "二つ目", "三つ目"))):
            self.give(command, quick=False)

    def teardown(self) -> None:
        assert self.session.store.check() == []
        self.session.store.close()
        self.folder.cleanup()

    @rule(random=randoms, amount=st.integers(1, 4))
    def give_commands(self, random, amount):
        for _ in range(amount):
            self.give(random_command(random, self.session.state), quick=False)

    @rule(random=randoms, amount=st.integers(1, 4))
    def give_commands_quickly(self, random, amount):
        for _ in range(amount):
            self.give(random_command(random, self.session.state), quick=True)

    def give(self, command, *, quick):
        if isinstance(command, RemoveParticipant):
            return  # it can be undone until the workshop is closed, which a restart does
        self.clock.pass_time(1 if quick else MERGE_SECONDS + 1)
        if not quick:
            self.mergeable = ""  # too late, also for later steps if this one changes nothing
        before = self.session.state
        rows = self.log_rows()
        try:
            self.session.execute(command)
        except UserError:
            done["refused"] += 1
            assert self.session.state == before
            assert self.log_rows() == rows
            return
        done["commands"] += 1
        if self.session.state == before:
            return
        assert self.log_rows() == rows + 1
        merges = quick and bool(command.merge_key) and command.merge_key == self.mergeable
        if merges and not self.undone:
            self.steps[-1].after = self.session.state
        else:
            self.steps.append(Step(command.kind, before, self.session.state))
        self.undone = []
        self.mergeable = command.merge_key

    @rule()
    def undo(self):
        step = self.session.undo()
        if not self.steps:
            assert step is None
            return
        done["undone"] += 1
        expected = self.steps.pop()
        self.undone.append(expected)
        self.mergeable = ""
        assert step.kind == expected.kind
        assert self.session.state == expected.before

    @rule()
    def redo(self):
        step = self.session.redo()
        if not self.undone:
            assert step is None
            return
        done["redone"] += 1
        expected = self.undone.pop()
        self.steps.append(expected)
        self.mergeable = ""
        assert step.kind == expected.kind
        assert self.session.state == expected.after

    @rule(amount=st.integers(1, 5))
    def undo_and_redo(self, amount):
        for _ in range(amount):
            self.undo()
        for _ in range(amount):
            self.redo()

    @rule()
    def restart(self):
        done["restarts"] += 1
        path = self.session.store.path
        workshop_id = self.session.workshop_id
        before = self.session.state
        self.session.store.close()
        self.session = new_session(path, self.clock)
        self.session.open(workshop_id)
        self.mergeable = ""
        assert self.session.state == before

    @invariant()
    def what_is_shown_is_what_is_stored(self):
        session = self.session
        assert snapshot.load(session.store, session.workshop_id) == session.state

    @invariant()
    def undo_and_redo_are_offered_as_far_as_they_go(self):
        assert (self.session.undoable is None) == (not self.steps)
        assert (self.session.redoable is None) == (not self.undone)

    def log_rows(self) -> int:
        return sum(1 for _ in self.session.store.log(self.session.workshop_id))


@pytest.mark.slow
def test_a_thousand_random_commands_with_undo_redo_and_restarts():
    done.clear()
    run_state_machine_as_test(
        Workshop,
        settings=settings(
            max_examples=60,
            stateful_step_count=70,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert done["commands"] >= 1_000, done
    assert min(done["undone"], done["redone"], done["restarts"], done["refused"]) >= 10, done
