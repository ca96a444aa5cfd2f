"""The content of a row in a paged list."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class Mark:
    """A calm remark at the right of a row: words with an icon, an outcome, or how well it fits."""

    text: str = ""
    icon: str | None = None
    colour: str = "ink2"
    outcome: OutcomeKind | None = None
    fit: int = 0
    bold: bool = False


@dataclass(frozen=True)
class RowAction:
    """A button at the right end of a row; ``key`` presses it while the row is on the page."""

    text: str
    key: str | None = None


@dataclass(frozen=True)
class Row:
    """One row: ``text`` is always shown whole; ``detail`` only while the row is the current one.

    ``aside`` stands quietly at the right of the words, in letters of their size.
    ``tick`` draws a box that is ticked or not; ``chosen`` tints the row and makes it bold.
    """

    id: str
    text: str
    number: str = ""
    detail: str = ""
    aside: str = ""
    marks: tuple[Mark, ...] = ()
    action: RowAction | None = None
    tick: bool | None = None
    chosen: bool = False
    quiet: bool = False
    indent: int = 0
