"""Disk errors at the n-th system call: the shown state never differs from the stored one."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.faults.recorded_writes import may_trace
from tests.helpers.sessions import create_workshop, new_session

_CALLS = ("pwrite64", "fdatasync,fsync", "ftruncate", "pread64")
_POINTS = (*range(1, 8), 10, 14, 20)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A closed store with a workshop in it."""
    session = new_session(tmp_path_factory.mktemp("disk") / "w.db", lasting=True)
    workshop_id = create_workshop(session)
    session.store.close()
    return session.store.path, workshop_id


@pytest.mark.skipif(not may_trace(), reason="needs strace")
@pytest.mark.every_pair
@pytest.mark.parametrize("lasting", [False, True], ids=["passing", "lasting"])
@pytest.mark.parametrize("calls", _CALLS)
@pytest.mark.parametrize("point", _POINTS)
def test_the_shown_state_is_the_stored_one(prepared, tmp_path, calls, lasting, point):
    original, workshop_id = prepared
    path = tmp_path / "w.db"
    shutil.copy(original, path)
    injected = f"inject={calls}:error=EIO:when={point}{'+' if lasting else ''}"
    command = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null"]
    command += ["-P", path, "-P", f"{path}-journal", "-P", path.parent]
    command += ["-e", f"trace={calls}", "-e", injected]
    command += [sys.executable, "-m", "tests.faults.failing_disk", path, workshop_id]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]

    session = new_session(path, lasting=True)
    session.open(workshop_id)
    assert session.state
    assert session.store.check() == []
    stored = [each.first_wording for each in session.state.problems]
    session.store.close()
    if told[-1][0] != "not opened" and "errors.store_unknown" not in [row[0] for row in told]:
        assert told[-1][2] == stored, (calls, point, told)
