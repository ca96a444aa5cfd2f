"""Faults to plant: what they replace, and which function of the product they are in."""

import ast
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_DATA = Path(__file__).with_name("faults.toml")
_OUTCOMES = Path(__file__).with_name("outcomes.toml")


@dataclass(frozen=True)
class Fault:
    """A text of a file, and the faulty one.

    `number` counts from 1. `origin` is the commit whose fix is taken back, or the kind of mutation.
    """

    number: int
    file: str
    origin: str
    before: str
    after: str

    @property
    def source(self) -> str:
        """The source of the file, empty if there is no such file."""
        path = ROOT / self.file
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def planted(self, source: str) -> str | None:
        """Return the source of the file with the fault; None if its text is not there once."""
        return source.replace(self.before, self.after) if source.count(self.before) == 1 else None

    def function(self, source: str) -> int:
        """Return the first line of the innermost function with the fault, 0 if it is in none."""
        differing = (old != new for old, new in zip(self.before, self.after, strict=False))
        equal = next((place for place, differs in enumerate(differing) if differs), 0)
        line = source.count("\n", 0, source.index(self.before) + equal) + 1
        around = (
            min(each.lineno for each in (node, *node.decorator_list))
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
        )
        return max(around, default=0)


@dataclass(frozen=True)
class Outcome:
    """The numbers of the faults that the suite of a revision finds, and does not.

    `unsettled` are those for which too few tests were run.
    """

    revision: str
    found: frozenset[int]
    not_found: frozenset[int]
    unsettled: frozenset[int]


def read_faults() -> list[Fault]:
    """Return all faults in the order of the file."""
    rows = tomllib.loads(_DATA.read_text(encoding="utf-8"))["fault"]
    return [Fault(number, **row) for number, row in enumerate(rows, 1)]


def read_outcomes() -> list[Outcome]:
    """Return the outcomes of the suite that was measured first, and of today's."""
    rows = tomllib.loads(_OUTCOMES.read_text(encoding="utf-8"))["outcome"]
    kinds = ("found", "not_found", "unsettled")
    return [
        Outcome(row["revision"], *(frozenset(map(int, row[kind])) for kind in kinds))
        for row in rows
    ]
