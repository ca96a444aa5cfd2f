"""The export process: it reports progress, can be stopped, and may crash."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from exports import process
from exports.options import WritingOptions
from exports.process import start_export
from exports.registry import NAMES
from tests.helpers.builders import a_problem, a_state
from tests.helpers.papers import sample_state, solutions

PATIENCE = 120


def wait(run, until=lambda _: False):
    """Poll like the window, until the end or until `until` returns true."""
    end = time.monotonic() + PATIENCE
    while run.poll() and not until(run):
        assert time.monotonic() < end, "the export hangs"
        time.sleep(0.005)


@pytest.fixture
def start():
    runs = []

    def begin(*args, **options):
        runs.append(start_export(*args, **options))
        return runs[-1]

    yield begin
    for run in runs:
        run.close()


def long_state():
    return a_state(problems=tuple(a_problem(n, f"長い課題 {n} " * 20) for n in range(1, 3000)))


def parts_in(folder):
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


def test_it_writes_what_an_export_in_the_same_process_writes(tmp_path, start):
    from exports.job import export

    said = (sample_state("ja"), solutions())
    options = WritingOptions(name_customer=True)
    run = start(*said, tmp_path / "there", options=options)
    seen = []
    wait(run, lambda run: seen.append(run.progress))
    here = export(*said, tmp_path / "here", options=options)
    assert run.error is None
    assert not run.cancelled
    assert [file.read_bytes() for file in run.result.files] == [
        file.read_bytes() for file in here.files
    ]
    assert {each.document for each in seen if each} <= set(NAMES)
    assert run.progress.page == run.progress.pages


def test_it_can_be_stopped_at_any_page(tmp_path, start):
    run = start(long_state(), {}, tmp_path)
    wait(run, lambda run: run.progress is not None and run.progress.page > 3)
    run.cancel()
    wait(run)
    assert run.cancelled
    assert (run.result, run.error) == (None, None)
    assert parts_in(tmp_path) == []


def test_closing_at_once_leaves_nothing(tmp_path, start):
    run = start(long_state(), {}, tmp_path)
    run.close()
    assert run.finished
    assert parts_in(tmp_path) == []


def test_closing_again_is_harmless(tmp_path, start):
    run = start(a_state(), {}, tmp_path)
    wait(run)
    run.close()
    run.cancel()
    assert run.result is not None
    assert not run.cancelled


def test_a_refusal_comes_back_in_the_users_words(tmp_path, start):
    place = tmp_path / "taken"
    place.write_text("mine")
    run = start(a_state(), {}, place)
    wait(run)
    assert run.error.key == "errors.export_folder"
    assert run.error.values["reason"]


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_process_that_dies_is_reported_and_leaves_nothing(tmp_path, start):
    run = start(long_state(), {}, tmp_path)
    wait(run, lambda run: run.progress is not None)
    os.kill(run._process.pid, signal.SIGKILL)
    wait(run)
    assert run.error.key == "errors.export_failed"
    assert parts_in(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_process_that_hangs_is_ended_by_cancelling(tmp_path, start):
    run = start(long_state(), {}, tmp_path)
    wait(run, lambda run: run.progress is not None)
    os.kill(run._process.pid, signal.SIGSTOP)
    run.close()
    assert run.cancelled
    assert parts_in(tmp_path) == []


def test_a_process_that_makes_no_progress_is_ended_by_itself(tmp_path, start, monkeypatch):
    run = start(long_state(), {}, tmp_path)
    wait(run, lambda run: run.progress is not None)
    os.kill(run._process.pid, signal.SIGSTOP)
    monkeypatch.setattr(process, "LONGEST_SILENCE", 1)
    wait(run)
    assert run.error.key == "errors.export_stalled"
    assert parts_in(tmp_path) == []


def test_a_sleep_of_the_computer_does_not_count_as_a_hang(tmp_path, start, monkeypatch):
    run = start(a_state(), {}, tmp_path)
    run._polled_at -= 10_000
    wait(run)
    assert run.result is not None


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process")
def test_without_memory_only_the_process_fails_and_leaves_nothing(tmp_path, start):
    resource = pytest.importorskip("resource")
    run = start(long_state(), {}, tmp_path)
    wait(run, lambda run: run.progress is not None)
    pid = run._process.pid
    used = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[0])
    most = used * resource.getpagesize() + (8 << 20)
    resource.prlimit(pid, resource.RLIMIT_AS, (most, most))
    wait(run)
    assert run.error is not None
    assert run.error.key == "errors.export_failed"
    assert parts_in(tmp_path) == []


def test_a_fault_of_the_program_is_reported_without_user_text(tmp_path, start):
    broken = a_state(problems=(a_problem(1, "秘めたことば", chosen="yes", speaker_id=["x"]),))
    run = start(broken, {"x": "秘めたことば"}, tmp_path, language="fr")
    wait(run)
    assert run.error.key == "errors.export_failed"
    assert "秘めた" not in str(run.error.values)
