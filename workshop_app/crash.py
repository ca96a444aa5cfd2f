"""Logs unexpected errors to a local file: types, modules and lines, never values or texts."""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

_LARGEST = 200_000
"""The size in bytes after which the log is rotated; one previous file is kept."""
_MOST_CAUSES = 10


_MOST_REPEATED = 5
"""How often the same error is logged per run: one in a paint event recurs with every repaint."""


def report(error: BaseException) -> None:
    """Report a caught error as if it were uncaught."""
    sys.excepthook(type(error), error, error.__traceback__)


def write_no_core() -> None:
    """Let no crash write the memory of this process to disk, which would contain private notes."""
    with suppress(ImportError, OSError, ValueError):  # Windows writes none
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


@contextmanager
def reported() -> Iterator[None]:
    """Return a context manager that reports an exception in its block and suppresses it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - reported
        report(error)


def install(path: Path, tell: Callable[[BaseException], None]) -> None:
    """Log every uncaught exception of any thread to `path`, then call `tell` with it.

    `tell` is called in the thread of the exception and must not raise.
    """
    logged: Counter[tuple[str, ...]] = Counter()

    def handle(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        place = (kind.__name__, *_frames(trace))
        logged[place] += 1
        if logged[place] <= _MOST_REPEATED:
            note(path, error)
        tell(error)

    sys.excepthook = handle
    sys.unraisablehook = lambda args: handle(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    threading.excepthook = lambda args: handle(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def note(path: Path, error: BaseException) -> None:
    """Append a report of `error` to `path`; does nothing if the file cannot be written."""
    moment = datetime.now().isoformat(timespec="seconds")
    lines = [f"{moment} Python {sys.version.split()[0]} {sys.platform}"]
    for cause in _causes(error):
        lines.append(f"{type(cause).__module__}.{type(cause).__name__}")
        lines += _frames(cause.__traceback__)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_name(path.name + ".1"))
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n\n")
    except OSError:
        return


def _causes(error: BaseException) -> list[BaseException]:
    """Return the error and its causes, latest first."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain and len(chain) < _MOST_CAUSES:
        chain.append(current)
        current = current.__cause__ or current.__context__
    return chain


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{trace.tb_lineno} {frame.f_code.co_name}"
        trace = trace.tb_next
