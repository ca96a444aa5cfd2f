"""The entry point: the only module that imports both the command line and the window."""

import sys
from pathlib import Path

from workshop_app.cli import run
from workshop_app.domain.sample import Sample


def main() -> int:
    """Run the program with the arguments it was called with and return its exit code."""
    if getattr(sys, "frozen", False):
        # needed by the process that writes papers; imported here to keep the start fast
        import multiprocessing

        multiprocessing.freeze_support()
    return run(sys.argv[1:], _open_window)


def _open_window(store_path: Path, language: str, *, sample: Sample | None = None) -> int:
    import workshop_app.services.session  # noqa: F401 - PySide6 slows every import after it
    from ui.app import run as run_window

    return run_window(store_path, language, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
