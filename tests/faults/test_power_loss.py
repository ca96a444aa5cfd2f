"""The recording of writes is complete, and the simulated states reveal losses."""

import shutil
from collections import Counter
from random import Random

import pytest

from tests.faults import table
from tests.faults.power_loss import Disk
from tests.faults.recorded_writes import SystemCall, may_trace, recorded

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not may_trace(), reason="needs strace"),
]


def bytes_in(folder):
    files = (each for each in folder.rglob("*") if each.is_file() and each.suffix != ".lock")
    return {each.relative_to(folder): each.read_bytes() for each in files}


def test_the_recorded_calls_make_the_same_files(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    calls = recorded(folder, "tests.faults.told_actions", [str(folder / "workshops.db"), "1", "9"])
    (tmp_path / "before").mkdir()
    disk = Disk(tmp_path / "before")
    for call in calls:
        disk.do(call)
    for path in {call.path.rpartition("/")[0] for call in calls} | {call.path for call in calls}:
        disk.do(SystemCall("sync", path))
    disk.lose_power(Random(1), tmp_path / "after")
    assert bytes_in(tmp_path / "after") == bytes_in(folder)
    assert sum(call.kind == "told" for call in calls) == 11


def test_a_program_that_does_not_sync_would_be_detected(tmp_path, monkeypatch):
    monkeypatch.setattr(
        table,
        "recorded",
        lambda *place: [call for call in recorded(*place) if call.kind != "sync"],
    )
    found: Counter[str] = Counter()
    for _, counts in table.without_power(tmp_path, 12):
        found += counts
    assert sum(count for what, count in found.items() if what not in table.FINE) > 0


def test_writes_are_torn_and_come_in_any_order(tmp_path):
    disk = Disk(tmp_path)
    disk.do(SystemCall("make", "file"))
    disk.do(SystemCall("sync", ""))
    disk.do(SystemCall("write", "file", b"a" * 1024))
    disk.do(SystemCall("sync", "file"))
    disk.do(SystemCall("write", "file", b"b" * 1024))
    disk.do(SystemCall("write", "file", b"c" * 512, 512))
    found = set()
    for seed in range(200):
        disk.lose_power(Random(seed), tmp_path / "found")
        data = (tmp_path / "found" / "file").read_bytes()
        found.add((data[:512], data[512:]))
        shutil.rmtree(tmp_path / "found")
    a, b, c = (letter * 512 for letter in (b"a", b"b", b"c"))
    assert found == {(a, a), (a, b), (b, a), (b, b), (a, c), (b, c)}
