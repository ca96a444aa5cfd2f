"""Run all benchmarks, or those named: ``python -m benchmarks [commits|start|… …]``."""

import importlib
import os
import sys

ALL = (
    "commits",
    "start",
    "opening",
    "papers",
    "search",
    "ranking",
    "experience",
    "likes",
    "typing",
    "lists",
    "calls",
    "pages",
)


def main() -> None:
    """Run the benchmarks named on the command line, by default all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in sys.argv[1:] or ALL:
        importlib.import_module(f"benchmarks.{name}").run()


if __name__ == "__main__":
    main()
