"""The entry point: the only module that imports both the command line and the window."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workshop_app.cli import run
from workshop_app.crash import write_no_core
from workshop_app.domain.sample import Sample


def main() -> int:
    """Run the program with the arguments it was called with and return its exit code."""
    write_no_core()
    if getattr(sys, "frozen", False):
        # needed by the process that writes papers; imported here to keep the start fast
        import multiprocessing

        multiprocessing.freeze_support()
    return run(sys.argv[1:], open_window)


def open_window(
    store_path: Path,
    language: str,
    *,
    sample: Sample | None = None,
    file: Path | None = None,
    on_ready: Callable[[Any], object] | None = None,
) -> int:
    """Open the window and return the exit code when it closes; see `ui.app.run`."""
    gc.disable()  # imports make no garbage; the window collects it (`ui.collecting`)
    from ui.own_import import restore_import

    restore_import()
    from ui.app import run as run_window

    code = run_window(store_path, language, sample=sample, file=file, on_ready=on_ready)
    gc.freeze()  # else Python looks through everything twice before the process ends
    return code


if __name__ == "__main__":
    sys.exit(main())
