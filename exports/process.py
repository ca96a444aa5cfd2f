"""Exports and copies in a process of their own, without the store: it may hang or die alone."""

import multiprocessing
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, TypeVar, cast
from uuid import uuid4

from exports.branding import PLAIN, Branding
from exports.copying import CopyProgress, CopyResult, copy
from exports.files import remove_parts
from exports.progress import ExportResult, Progress
from exports.protected import Guard
from exports.registry import NAMES
from workshop_app.domain.errors import UserError
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState

_PATIENCE = 2.0
"""Seconds a cancelled export has to end by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """All that the process needs; frozen records that can be sent to it."""

    state: WorkshopState
    solutions: dict[str, Solution]
    out_dir: Path
    names: tuple[str, ...]
    language: str
    name_customer: bool
    sheets: int
    token: str
    guard: Guard | None
    password: str = field(repr=False)
    branding: Branding

    def carry_out(self, tell: Callable[[Progress], None]) -> ExportResult:
        """Write the documents."""
        from exports.job import export

        return export(
            self.state,
            self.solutions,
            self.out_dir,
            self.names,
            self.language,
            tell,
            name_customer=self.name_customer,
            sheets=self.sheets,
            token=self.token,
            guard=self.guard,
            password=self.password,
            branding=self.branding,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOrder:
    """Files that are to be copied to another place."""

    files: tuple[Path, ...]
    out_dir: Path
    token: str

    def carry_out(self, tell: Callable[[CopyProgress], None]) -> CopyResult:
        """Copy and compare them."""
        return copy(self.files, self.out_dir, self.token, tell)


@dataclass(frozen=True, slots=True)
class _Failure:
    key: str
    values: dict[str, object]


class _Stopped(Exception):
    """The export was asked to stop."""


# Waiting for these words, and not handing the order over at the start, spares the window the time
# in which the new process wakes up: a workshop is larger than what a pipe takes in at once.
_READY = "ready"
_STOP = "stop"


P = TypeVar("P")
R = TypeVar("R")


class Run(Generic[P, R]):
    """Work under way. Ask it by `poll` from time to time; nothing here waits, but `close`.

    At the end exactly one of `result`, `error` and `cancelled` is set.
    """

    def __init__(self, order: ExportOrder | CopyOrder) -> None:
        self.progress: P | None = None
        self.result: R | None = None
        self.error: UserError | None = None
        self.cancelled = False
        self._order = order
        self._asked_to_stop = 0.0
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(target=_work, args=(far_end,), daemon=True)
        try:
            self._process.start()
        except OSError as error:
            self._fail(error.strerror or type(error).__name__)
        far_end.close()

    @property
    def finished(self) -> bool:
        """Whether the export has come to its end, one way or another."""
        return self.cancelled or self.result is not None or self.error is not None

    def poll(self) -> bool:
        """Take in what the process told; returns whether it is still at work."""
        try:
            while not self.finished and self._pipe.poll():
                self._take(self._pipe.recv())
        except (EOFError, OSError):
            self._end_of_process()
        overdue = self._asked_to_stop and time.monotonic() - self._asked_to_stop > _PATIENCE
        if overdue and not self.finished:
            self._kill()
        return not self.finished

    def cancel(self) -> None:
        """Ask the export to stop; papers written before stay as they were."""
        if self.finished or self._asked_to_stop:
            return
        self._asked_to_stop = time.monotonic()
        try:
            self._pipe.send(_STOP)
        except OSError:
            self._end_of_process()

    def close(self) -> None:
        """Cancel and wait for the end, at most two seconds; no passing file is left."""
        self.cancel()
        while self.poll():
            time.sleep(0.02)
        if self._process.pid:
            self._process.join(_PATIENCE)
        self._pipe.close()

    def _take(self, message: object) -> None:
        match message:
            case str():
                if not self._asked_to_stop:
                    self._pipe.send(self._order)
            case Progress() | CopyProgress():
                self.progress = cast("P", message)
            case ExportResult() | CopyResult():
                self.result = cast("R", message)
            case _Failure(key, values):
                self.error = UserError(key, **values)
            case _Stopped():
                self.cancelled = True

    def _end_of_process(self) -> None:
        """The process is gone without a last word."""
        self._process.join(_PATIENCE)
        if self._asked_to_stop:
            self._kill()
        else:
            self._fail(str(self._process.exitcode))

    def _kill(self) -> None:
        self._process.kill()
        self._process.join(_PATIENCE)
        remove_parts(self._order.out_dir, self._order.token)
        self.cancelled = True

    def _fail(self, reason: str) -> None:
        remove_parts(self._order.out_dir, self._order.token)
        self.error = UserError("errors.export_failed", reason=reason)


ExportRun = Run[Progress, ExportResult]
CopyRun = Run[CopyProgress, CopyResult]


def start_copy(files: Sequence[Path], folder: Path) -> CopyRun:
    """Start copying files into a folder as `exports.copying.copy` does, in another process."""
    return CopyRun(CopyOrder(files=tuple(files), out_dir=folder, token=uuid4().hex))


def start_export(  # noqa: PLR0913 - each is a wish of its own
    state: WorkshopState,
    solutions: Mapping[str, Solution],
    out_dir: Path,
    names: Sequence[str] | None = None,
    language: str | None = None,
    *,
    name_customer: bool = False,
    sheets: int = 0,
    guard: Guard | None = None,
    password: str = "",
    branding: Branding = PLAIN,
) -> ExportRun:
    """Start writing documents as `exports.job.export` does, in another process."""
    order = ExportOrder(
        state=state,
        solutions=needed_solutions(state, solutions),
        out_dir=out_dir,
        names=tuple(NAMES if names is None else names),
        language=language or state.workshop.language,
        name_customer=name_customer,
        sheets=sheets,
        token=uuid4().hex,
        guard=guard,
        password=password,
        branding=branding,
    )
    return ExportRun(order)


def needed_solutions(
    state: WorkshopState, solutions: Mapping[str, Solution]
) -> dict[str, Solution]:
    """Return those of the catalogue's entries that a workshop tells of."""
    needed = {card.catalogue_id for card in state.cards}
    needed |= {request.nearest_id for request in state.requests}
    needed.update(*(search.looked_at for search in state.searches))
    return {key: solutions[key] for key in sorted(needed) if key in solutions}


def _work(pipe: Connection) -> None:
    """Run in the process: take the order, export, and tell how far it is, until told to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(_READY)
        order = pipe.recv()
        known = isinstance(order, ExportOrder | CopyOrder)
        pipe.send(_outcome(pipe, order) if known else _Stopped())
    except (EOFError, OSError):
        # the window is gone, and nobody waits for an answer
        return


def _outcome(
    pipe: Connection, order: ExportOrder | CopyOrder
) -> ExportResult | CopyResult | _Failure | _Stopped:
    def tell(progress: Progress | CopyProgress) -> None:
        pipe.send(progress)
        if pipe.poll():
            raise _Stopped

    try:
        return order.carry_out(tell)
    except _Stopped as stopped:
        return stopped
    except UserError as error:
        return _Failure(error.key, error.values)
    except Exception as error:  # noqa: BLE001 - told to the user; the text may hold their words
        return _Failure("errors.export_failed", {"reason": type(error).__name__})
