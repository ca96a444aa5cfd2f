"""Programs for tests, forked from a process that has loaded the window: loading takes longest."""

import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import TextIO, cast


class ForkedProgram:
    """Runs Python code in a process, with the methods of `subprocess.Popen`."""

    def __init__(self, code: str, arguments: list[str], environment: Mapping[str, str]) -> None:
        context = cast("ForkServerContext", get_context("forkserver"))
        context.set_forkserver_preload([__name__, "ui.window.main_window"])
        (heard, told), (errors, failed) = (context.Pipe(duplex=False) for _ in range(2))
        self._process = context.Process(
            target=_run, args=(code, arguments, dict(environment), told, failed)
        )
        self._process.start()
        told.close()
        failed.close()
        self.stdout, self.stderr = _text(heard), _text(errors)
        self.kill, self.terminate = self._process.kill, self._process.terminate
        self.wait = self._process.join

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self._process.pid or 0, number)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Return what was written and not read before the process ended, once."""
        self.wait(timeout)
        assert self.returncode is not None, f"runs after {timeout} s"
        return self.stdout.read(), self.stderr.read()


def _text(end: Connection) -> TextIO:
    with end:
        return os.fdopen(os.dup(end.fileno()), encoding="utf-8")


def _run(code: str, arguments: list[str], environment: dict[str, str], *told: Connection) -> None:
    for number, end in enumerate(told, 1):
        os.dup2(end.fileno(), number)
        end.close()
    os.environ.update(environment)
    tempfile.tempdir = None
    sys.argv = ["-c", *arguments]
    exec(code, {"__name__": "__main__"})
