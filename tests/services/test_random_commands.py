"""Random commands, undo, redo and restarts: the workshop always equals a model.

The program is also killed during commands, and the workshop is moved to another store as a file.
``RANDOM_COMMANDS=10000`` runs this many commands instead of a thousand.
"""

import multiprocessing
import os
import secrets
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.faults.counting import counted, kill_at
from tests.helpers.random_commands import random_command
from tests.helpers.sessions import Clock, create_workshop, new_session
from tests.helpers.workshop_files import file_with, without_ids
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop_json import to_json
from workshop_app.services import snapshot
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.session import MERGE_SECONDS
from workshop_app.services.workshop_file import read_workshop_file

COMMANDS = int(os.environ.get("RANDOM_COMMANDS", "1000"))
REFUSED = 7
"""Exit code of a process whose command was refused."""
done: Counter[str] = Counter()
randoms = st.randoms(use_true_random=False)
one_in_four = st.integers(0, 3).map(lambda drawn: drawn == 0)
"""For what takes much longer than a command."""


def execute_and_be_killed(path, workshop_id, clock, command, point):
    """Execute a command in a process that is killed before operation `point` of the command."""
    counts_from = sys.maxsize

    def at_each(number, name):
        kill_at(point)(number - counts_from, name)

    with counted(at_each) as so_far:
        session = new_session(path, clock)
        session.open(workshop_id)
        counts_from = so_far()
        try:
            session.execute(command)
        except UserError:
            os._exit(REFUSED)
    os._exit(0)


@dataclass
class ModelStep:
    """What the model remembers of one undo step."""

    kind: str
    before: WorkshopState
    after: WorkshopState


class SessionModel(RuleBasedStateMachine):
    """The session with a model that stores whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.session = new_session(Path(self.folder.name) / "w.db", self.clock)
        create_workshop(self.session)
        self.steps: list[ModelStep] = []
        self.undone: list[ModelStep] = []
        self.mergeable = ""
        for command in (AddParticipant("青木"), AddProblems(("一つ目", "二つ目", "三つ目"))):
            self.give(command, quick=False)

    def teardown(self) -> None:
        assert self.session.store.check() == []
        self.session.store.close()
        self.folder.cleanup()

    @rule(random=randoms, amount=st.integers(1, 8))
    def give_commands(self, random, amount):
        for _ in range(amount):
            self.give(random_command(random, self.session.state), quick=False)

    @rule(random=randoms, amount=st.integers(1, 8))
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
            self.steps.append(ModelStep(command.kind, before, self.session.state))
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
        self.reopen(path, workshop_id)
        assert self.session.state == before

    def reopen(self, path, workshop_id):
        self.session = new_session(path, self.clock)
        self.session.open(workshop_id)
        self.mergeable = ""

    @rule(random=randoms, point=st.integers(1, 90), now=one_in_four)
    def be_killed(self, random, point, now):
        command = random_command(random, self.session.state)
        if not now or sys.platform == "win32" or isinstance(command, RemoveParticipant):
            return
        self.clock.pass_time(MERGE_SECONDS + 1)
        rows = self.log_rows()
        before = self.session.state
        path, workshop_id = self.session.store.path, self.session.workshop_id
        self.session.store.close()
        process = multiprocessing.get_context("fork").Process(
            target=execute_and_be_killed, args=(path, workshop_id, self.clock, command, point)
        )
        process.start()
        process.join()
        assert process.exitcode in (0, REFUSED, -signal.SIGKILL)
        self.reopen(path, workshop_id)
        assert self.session.store.check() == []
        for _ in self.session.store.record_steps():
            pass
        assert not any(self.session.store.record_steps(repair=False))
        done["killed"] += process.exitcode < 0
        done["ended without closing"] += process.exitcode == 0
        if self.log_rows() == rows:
            assert self.session.state == before
            done["killed before"] += process.exitcode < 0
            return
        done["killed after"] += process.exitcode < 0
        assert process.exitcode != REFUSED
        assert self.log_rows() == rows + 1
        done["commands"] += 1
        self.steps.append(ModelStep(command.kind, before, self.session.state))
        self.undone = []

    @rule(now=one_in_four)
    def carry_it_as_a_file(self, now):
        if not now:
            return
        done["carried"] += 1
        session = self.session
        before = session.state
        text = to_json(before, private=True)
        arrived = read_workshop_file(file_with(Path(self.folder.name), text))
        other = new_session(Path(self.folder.name) / f"other-{done['carried']}.db")
        other.open(str(other.execute(ImportWorkshop(arrived))))
        # searches for deleted problems are kept
        assert other.state == replace(before, searches=other.state.searches)
        assert to_json(other.state, private=True) == text
        other.store.close()
        beside = str(session.execute(ImportWorkshop(arrived)))
        beside_text = to_json(snapshot.load(session.store, beside), private=True)
        assert without_ids(beside_text) == without_ids(text)
        session.execute(DeleteWorkshop(beside))
        assert session.state == before

    @invariant()
    def what_is_shown_is_what_is_stored(self):
        session = self.session
        assert snapshot.load(session.store, session.workshop_id) == session.state

    @invariant()
    def undo_and_redo_are_offered_as_far_as_they_go(self):
        assert (self.session.next_undo() is None) == (not self.steps)
        assert (self.session.next_redo() is None) == (not self.undone)

    def log_rows(self) -> int:
        return sum(1 for _ in self.session.store.log(self.session.workshop_id))


def are_enough() -> bool:
    often = ("undone", "redone", "restarts", "refused", "carried")
    return (
        done["commands"] >= COMMANDS
        and min(done[each] for each in often) >= 10
        and (sys.platform == "win32" or done["killed"] >= 5)
    )


@pytest.mark.slow
@pytest.mark.timeout(max(1200, COMMANDS))
def test_a_thousand_random_commands_with_undo_redo_and_restarts():
    done.clear()
    first = 0 if settings.default.derandomize else secrets.randbelow(1 << 32)
    for number in range(20 + COMMANDS // 50):
        # How many commands a run executes is chance: there are further runs until they are enough.
        run_state_machine_as_test(
            seed(first + number)(SessionModel),
            settings=settings(
                max_examples=5,
                stateful_step_count=70,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
        if are_enough():
            return
    pytest.fail(f"too few commands: {done}")
