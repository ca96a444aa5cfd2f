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

Written by `make bench ARGS=--page`; with names of benchmarks, only their parts are written anew.
Times depend on the machine and on its load: how many programs wanted a processor, on average in the
last minute of a benchmark. What can be compared are the ratios to the baseline of the same run,
processor times, and counts of calls.
"""


def main() -> None:
    """Run the benchmarks named on the command line, by default all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = [name for name in sys.argv[1:] if name != "--page"] or ALL
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        with _printed() as printed:
            module.run()
        if "--page" in sys.argv:
            _write(name, module.__doc__ or "", printed.getvalue())


def _write(name: str, about: str, printed: str) -> None:
    """Replace the part of a benchmark in the page."""
    old = PAGE.read_text(encoding="utf-8").split("\n## ")[1:] if PAGE.exists() else []
    parts = {part.partition("\n")[0]: part for part in old}
    subject = about.partition("\n\n")[0].replace("``", "`")
    where = (
        f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors"
    )
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    head = f"{name.capitalize()}\n\n{subject}\n\n{date.today()}, {where}{load}:"
    parts[name.capitalize()] = f"{head}\n\n```\n{printed}```\n"
    order = [each.capitalize() for each in ALL]
    found = sorted(parts.values(), key=lambda part: order.index(part.partition("\n")[0]))
    PAGE.write_text("\n## ".join([ABOUT, *found]), encoding="utf-8")


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


if __name__ == "__main__":
    main()
