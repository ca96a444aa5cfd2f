import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workshop_app import crash

ROOT = Path(__file__).resolve().parent.parent
SECRET = "株式会社ひみつ 青木"


def fail(words):
    raise ValueError(words)


def fail_further(words):
    try:
        fail(words)
    except ValueError as error:
        raise RuntimeError(f"while reading {words}") from error


@pytest.fixture
def told(monkeypatch, tmp_path):
    """The log of an installed hook, and a list that grows with each call."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log = tmp_path / "deep" / "crash.log"
    calls = []
    crash.install(log, lambda _error: calls.append("told"))
    return log, calls


def test_the_log_contains_type_module_and_line_but_no_value(told):
    log, calls = told
    try:
        fail_further(SECRET)
    except RuntimeError:
        sys.excepthook(*sys.exc_info())
    text = log.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "fail_further" in text
    assert __name__ in text
    for word in (*SECRET.split(), "reading", str(log.parent)):
        assert word not in text
    assert calls == ["told"]


def test_errors_in_threads_are_logged_too(told):
    log, calls = told
    thread = threading.Thread(target=fail, args=(SECRET,))
    thread.start()
    thread.join()
    assert "builtins.ValueError" in log.read_text(encoding="utf-8")
    assert calls == ["told"]


def test_a_keyboard_interrupt_is_no_crash(told, capsys):
    log, calls = told
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not log.exists()
    assert calls == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_log_stays_small(tmp_path):
    log = tmp_path / "crash.log"
    log.write_bytes(b"x" * 300_000)
    crash.note(log, ValueError(SECRET))
    assert log.stat().st_size < 1_000
    assert (tmp_path / "crash.log.1").stat().st_size == 300_000


def test_a_log_that_cannot_be_written_has_no_effect(tmp_path):
    (tmp_path / "file").touch()
    crash.note(tmp_path / "file" / "crash.log", ValueError())


def test_chained_errors_are_logged_once(tmp_path):
    first = ValueError()
    second = KeyError()
    first.__cause__ = second
    second.__cause__ = first
    crash.note(tmp_path / "crash.log", first)
    text = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert text.count("builtins.ValueError") == 1


def test_a_fault_that_comes_back_with_every_picture_does_not_fill_the_log(told):
    log, calls = told
    for number in range(50):
        try:
            fail(f"{SECRET} {number}")
        except ValueError as error:
            crash.report(error)
    assert 1 <= log.read_text(encoding="utf-8").count("builtins.ValueError") <= 10
    assert len(calls) == 50


class Failing:
    def __del__(self):
        fail(SECRET)


def test_unraisable_errors_are_logged_too(told):
    log, calls = told
    Failing()
    assert "builtins.ValueError" in log.read_text(encoding="utf-8")
    assert SECRET not in log.read_text(encoding="utf-8")
    assert calls == ["told"]


def test_reporting_an_error_stops_nothing(told):
    _, calls = told
    with crash.reported():
        fail(SECRET)
    with pytest.raises(KeyboardInterrupt), crash.reported():
        raise KeyboardInterrupt
    assert calls == ["told"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no such file")
def test_the_memory_of_a_crashed_process_is_not_written_to_disk(tmp_path):
    end = "import os, sys; sys.argv = ['workshop-app', '--version']; "
    end += "from workshop_app.__main__ import main; main(); os.abort()"
    program = f'ulimit -c unlimited; exec {sys.executable} -c "{end}"'
    ended = subprocess.run(
        ["sh", "-c", program], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert ended.returncode in (-signal.SIGABRT, 128 + signal.SIGABRT)
    assert [*tmp_path.iterdir()] == []
