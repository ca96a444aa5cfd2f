"""Runs exports and copies in another process, without the store.

The window survives if that process hangs or crashes.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, cast
from uuid import uuid4

from exports.copying import CopyProgress, CopyResult, copy
from exports.files import clear_ended
from exports.options import USUAL, WritingOptions
from exports.progress import ExportResult, Progress
from exports.registry import written_by_default
from workshop_app.domain.errors import UserError, reason_of
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState

_PATIENCE = 2.0
"""Seconds after which a cancelled process is killed."""


LONGEST_SILENCE = 300
"""Seconds without progress, such as a page, after which a process is taken to hang."""
_LONGEST_STEP = 1.0
"""Seconds that count between two polls: more have passed where the computer slept."""


class _Failure(NamedTuple):
    key: str
    values: dict[str, object]


class _Stopped(Exception):
    """Raised when the process is asked to stop."""


# The order is sent when the process reports that it is ready, because sending would block the
# window before: a workshop is larger than the buffer of a pipe.
_READY = "ready"
_STOP = "stop"


P = TypeVar("P")
R = TypeVar("R")


class Worker:
    """A process that runs `main` with one end of a pipe; the other end is here."""

    def __init__(self, main: Callable[[Connection], None]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other_end = context.Pipe()
        self._process = context.Process(target=main, args=(other_end,), daemon=True)
        try:
            self._process.start()
        except OSError as error:
            self._fail(reason_of(error))
        other_end.close()

    def _end(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._process.join(_PATIENCE)

    def _fail(self, reason: str) -> None:
        """Handle a process that cannot be started, or that ended by itself."""
        raise NotImplementedError


class BackgroundRun(Worker, Generic[P, R]):
    """An export or copy in another process. Call `poll` periodically; only `close` blocks.

    When it is finished, exactly one of `result`, `error` and `cancelled` is set.
    """

    def __init__(self, out_dir: Path, token: str, work: "partial[R]") -> None:
        """Start `work`, which gets its `progress` function and writes into `out_dir`."""
        self.progress: P | None = None
        self.result: R | None = None
        self.error: UserError | None = None
        self.cancelled = False
        self._clear = partial(clear_ended, out_dir, token)
        self._work = work
        self._cancelled_at = 0.0
        self._silence = 0.0
        self._polled_at = time.monotonic()
        super().__init__(run_worker)

    @property
    def finished(self) -> bool:
        """Whether it has a result, has failed, or was cancelled."""
        return self.cancelled or self.result is not None or self.error is not None

    def poll(self) -> bool:
        """Receive messages; return whether the process is still running."""
        try:
            while not self.finished and self._pipe.poll():
                self._receive(self._pipe.recv())
        except (EOFError, OSError):
            self._end_of_process()
        self._end_if_hung()
        overdue = self._cancelled_at and time.monotonic() - self._cancelled_at > _PATIENCE
        if overdue and not self.finished:
            self._kill()
        return not self.finished

    def _end_if_hung(self) -> None:
        """End a process that has said nothing for too long; time asleep does not count."""
        now = time.monotonic()
        self._silence += min(now - self._polled_at, _LONGEST_STEP)
        self._polled_at = now
        if self._silence > LONGEST_SILENCE and not self.finished and not self._cancelled_at:
            self._end()
            self._clear()
            self.error = UserError("errors.export_stalled", n=LONGEST_SILENCE // 60)

    def cancel(self) -> None:
        """Ask the process to stop; existing files are unchanged."""
        if self.finished or self._cancelled_at:
            return
        self._cancelled_at = time.monotonic()
        try:
            self._pipe.send(_STOP)
        except OSError:
            self._end_of_process()

    def close(self) -> None:
        """Cancel and wait for the end, at most two seconds; temporary files are removed."""
        self.cancel()
        while self.poll():
            time.sleep(0.02)
        if self._process.pid:
            self._process.join(_PATIENCE)
        self._pipe.close()

    def _receive(self, message: object) -> None:
        self._silence = 0.0
        match message:
            case str():
                if not self._cancelled_at:
                    self._pipe.send(self._work)
            case Progress() | CopyProgress():
                self.progress = cast("P", message)
            case ExportResult() | CopyResult():
                self.result = cast("R", message)
            case _Failure(key, values):
                self._clear()  # out of memory, it may leave files
                self.error = UserError(key, **values)
            case _Stopped():
                self.cancelled = True

    def _end_of_process(self) -> None:
        """Handle a process that ended without a result."""
        self._process.join(_PATIENCE)
        if self._cancelled_at:
            self._kill()
        else:
            self._fail(str(self._process.exitcode))

    def _kill(self) -> None:
        self._end()
        self._clear()
        self.cancelled = True

    def _fail(self, reason: str) -> None:
        self._clear()
        self.error = UserError("errors.export_failed", reason=reason)


ExportRun = BackgroundRun[Progress, ExportResult]
CopyRun = BackgroundRun[CopyProgress, CopyResult]


def start_copy(files: Sequence[Path], folder: Path, names: Sequence[str] = ()) -> CopyRun:
    """Start `exports.copying.copy` in another process."""
    token = uuid4().hex
    work = partial(copy, tuple(files), folder, token, names=tuple(names))
    return CopyRun(folder, token, work)


def start_export(
    state: WorkshopState,
    solutions: Mapping[str, Solution],
    out_dir: Path,
    names: Sequence[str] | None = None,
    language: str | None = None,
    options: WritingOptions = USUAL,
) -> ExportRun:
    """Start `exports.job.export` in another process."""
    token = uuid4().hex
    work = partial(
        _export,
        state,
        needed_solutions(state, solutions),
        out_dir,
        tuple(written_by_default(state) if names is None else names),
        language or state.workshop.language,
        options=options,
        token=token,
    )
    return ExportRun(out_dir, token, work)


def _export(*values: Any, **options: Any) -> ExportResult:  # noqa: ANN401 - those of `export`
    from exports.job import export  # loads ReportLab: only in the process

    return export(*values, **options)


def needed_solutions(
    state: WorkshopState, solutions: Mapping[str, Solution]
) -> dict[str, Solution]:
    """Return the catalogue entries referred to by a workshop and the previous one."""
    needed: set[str] = set()
    for each in (state, *state.all_before):
        needed |= {card.catalogue_id for card in each.cards}
        needed |= {request.nearest_id for request in each.requests}
        needed |= {news.catalogue_id for news in each.news}
        needed |= {unchecked.catalogue_id for unchecked in each.unchecked}
    needed.update(*(search.looked_at for search in state.searches))
    return {key: solutions[key] for key in sorted(needed) if key in solutions}


def run_worker(pipe: Connection) -> None:
    """Receive an order, carry it out, and send progress and result; runs in the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(_READY)
        work = pipe.recv()
        pipe.send(_outcome(pipe, work) if isinstance(work, partial) else _Stopped())
    except (EOFError, OSError):
        # the window's process has ended
        return


def _outcome(
    pipe: Connection, work: "partial[ExportResult | CopyResult]"
) -> ExportResult | CopyResult | _Failure | _Stopped:
    def report(progress: Progress | CopyProgress) -> None:
        pipe.send(progress)
        if pipe.poll():
            raise _Stopped

    try:
        return work(progress=report)
    except _Stopped as stopped:
        return stopped
    except UserError as error:
        return _Failure(error.key, error.values)
    except Exception as error:  # noqa: BLE001 - reported without its text, which may contain personal data
        return _Failure("errors.export_failed", {"reason": type(error).__name__})
