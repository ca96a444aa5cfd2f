"""Note unexpected errors in a local file: type, module and line, never a value or a user's text."""

import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

_LARGEST = 200_000


def install(path: Path, tell: Callable[[], None]) -> None:
    """Write every uncaught exception of any thread to `path`, then call `tell`."""

    def handle(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        note(path, kind, trace)
        tell()

    sys.excepthook = handle
    threading.excepthook = lambda args: handle(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def note(path: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Append one redacted report to `path`; a file that cannot be written is left alone."""
    frames = traceback.extract_tb(trace)
    lines = [f"{datetime.now().isoformat(timespec='seconds')} {kind.__name__}"]
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if not path.exists() or path.stat().st_size < _LARGEST else "w"
        with path.open(mode, encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return
