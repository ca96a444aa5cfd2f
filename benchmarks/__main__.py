"""Run all benchmarks, or those named: ``python -m benchmarks [--page] [commits|start|… …]``.

With ``--page`` the results are also written to ``docs/performance.md``.
"""

import importlib
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

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
PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
ABOUT = """# Performance

Written by `make bench ARGS=--page` on {day}, with Python {python} on {system}, {processors}
processors. In the minute before, on average {before:.1f} programs wanted a processor, and
{after:.1f} in the last minute of the run. Times depend on the machine and on that load. What can be
compared are the ratios to the baseline of the same run, processor times, and counts of calls.
"""


def main() -> None:
    """Run the benchmarks named on the command line, by default all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = [name for name in sys.argv[1:] if name != "--page"] or ALL
    before = _load()
    parts = []
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        with _printed() as printed:
            module.run()
        about = (module.__doc__ or "").partition("\n\n")[0].replace("``", "`")
        parts.append(f"\n## {name.capitalize()}\n\n{about}\n\n```\n{printed.getvalue()}```\n")
        if "--page" in sys.argv:
            PAGE.write_text(_head(before) + "".join(parts), encoding="utf-8")


def _head(before: float) -> str:
    return ABOUT.format(
        day=date.today(),
        python=platform.python_version(),
        system=platform.system(),
        processors=os.cpu_count(),
        before=before,
        after=_load(),
    )


@contextmanager
def _printed() -> Iterator[StringIO]:
    """Collect what the ``with`` block prints, besides printing it."""
    kept = StringIO()
    shown = sys.stdout

    class Both(StringIO):
        def write(self, text: str) -> int:
            shown.write(text)
            shown.flush()
            return kept.write(text)

    with redirect_stdout(Both()):
        yield kept


def _load() -> float:
    """Return the load of the last minute; 0 on Windows, which does not know it."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0


if __name__ == "__main__":
    main()
