"""SIGKILL right after an acknowledged action: everything acknowledged is there on reopening."""

import multiprocessing
import shutil
import signal
import sys
from contextlib import suppress

import pytest

from tests.faults.victim import logged, work
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblems
from workshop_app.store.rows import FORGOTTEN

KILL_POINTS = [
    point if point <= 20 or point % 10 == 0 else pytest.param(point, marks=pytest.mark.exhaustive)
    for point in range(1, 101)
]
"""The acknowledged action after which the program is killed, at most a hundred."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a forked server starts the victims"),
]


@pytest.fixture(scope="module")
def victims():
    """Starts victims quickly: a server process forks them with all modules imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.victim", "sqlite_utils"])
    return context


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A closed store with a workshop for actions."""
    session = new_session(tmp_path_factory.mktemp("kill") / "w.db", lasting=True)
    workshop_id = create_workshop(session)
    for name in ("青木", "井上"):
        session.execute(AddParticipant(name))
    session.execute(AddProblems(("一つ目", "二つ目", "三つ目")))
    session.store.close()
    return session.store.path, workshop_id


def acknowledged_until_killed(victims, path, workshop_id, kill_point):
    """Run a victim, and kill it right after this number of acknowledgements.

    Returns the last acknowledgement, which may have been sent while the kill was pending.
    """
    here, there = victims.Pipe(duplex=False)
    victim = victims.Process(target=work, args=(path, workshop_id, kill_point, there))
    victim.start()
    there.close()
    last = here.recv()
    for _ in range(kill_point - 1):
        last = here.recv()
    victim.kill()
    victim.join(120)
    assert victim.exitcode == -signal.SIGKILL
    with suppress(EOFError, OSError):
        while True:
            last = here.recv()
    here.close()
    return last


def take_back_unacknowledged(session, rows, state):
    """Undo the one action that may have reached the disk without being acknowledged.

    Returns the state expected then. The removal of a person, or its redo, is the only one that
    cannot be undone: opening the workshop makes it final, and a log row with no other change
    becomes one of no kind.
    """
    kinds = [row["kind"] for row in session.store.log(session.workshop_id)][rows:]
    assert len(kinds) <= 1
    removed = len(session.state.participants) < len(state.participants)
    if kinds in ([RemoveParticipant.kind], [FORGOTTEN], ["redo"]) and removed:
        assert len(session.state.participants) == len(state.participants) - 1
        assert [each.id for each in session.state.problems] == [each.id for each in state.problems]
        return session.state
    if kinds:
        assert session.redo() if kinds == ["undo"] else session.undo()
    return state


@pytest.mark.parametrize("kill_point", KILL_POINTS)
def test_everything_acknowledged_is_there_after_a_kill(victims, prepared, tmp_path, kill_point):
    path = shutil.copy(prepared[0], tmp_path / "w.db")
    workshop_id = prepared[1]
    rows, state = acknowledged_until_killed(victims, path, workshop_id, kill_point)
    session = new_session(path, lasting=True)
    session.open(workshop_id)
    assert session.store.check() == []
    assert logged(session) >= rows
    expected = take_back_unacknowledged(session, rows, state)
    assert session.state == expected
    session.store.close()
