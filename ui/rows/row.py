"""The content of a row of a list: frozen data, without records, callables or widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ui.rows.cells import Button, Cell, Icon, Number, Tick
from ui.theme.outcomes import OUTCOMES
from ui.widgets.spaced import spaced
from workshop_app.domain.outcome import OutcomeKind


class Line(NamedTuple):
    """A text below the row's text, in the text role ``role``; empty for the list's role.

    ``tint`` is the colour behind it. ``joins`` puts it beside the text before it if both fit on one
    line. ``lead`` is a cell before its first line; all its lines are indented by it. ``typed``
    means text that users type elsewhere, in a monospaced font. ``label`` says in the page's margin
    what it is.
    """

    text: str
    role: str = ""
    colour: str = ""
    bold: bool = False
    tint: str = ""
    joins: bool = False
    lead: Cell | None = None
    typed: bool = False
    label: str = ""


def detail(text: str, icon: str = "note") -> tuple[Line, ...]:
    """Return what a row shows below its text: a text with an icon, or nothing."""
    return (Line(text, lead=Icon(icon, "accent", small=True)),) if text else ()


def outcome_line(kind: OutcomeKind, word: str, role: str) -> Line:
    """Return the word of an outcome on its tint."""
    style = OUTCOMES[kind]
    return Line(word, role, "ink", True, style.tint, lead=Icon(style.icon, "ink", small=True))


class Aside(NamedTuple):
    """A text in its own column at the right of the row's text.

    ``share`` is its part of the list's width; 0 makes it as narrow as its words, up to 28 %.
    ``lead`` is a cell before it. ``opens``: a click on it is the choice 1, and one right of it 2.
    ``kept`` are the texts, one a line, that may stand there: it is as wide as the widest
    one if that is not more than 28 %.
    """

    line: Line
    share: float = 0
    lead: Cell | None = None
    opens: bool = False
    kept: str = ""


def aside(text: str, kept: str = "") -> tuple[Aside, ...]:
    """Return a weak text at the right, as narrow as possible, but with space for ``kept``."""
    return (Aside(Line(text, colour="ink2"), kept=kept),) if text or kept else ()


class Row(NamedTuple):
    """One row; no text is ever shortened.

    ``before`` and ``after`` are the cells at the left and the right of the text, ``under`` is below
    the cells at the right and as wide as all of them; below the text are ``lines``, and ``opened``
    while the row is current. ``depth`` indents the row, ``role`` is the text role of its text,
    empty for the list's role, ``colour`` its colour if that is another one. ``chosen`` tints the
    row and makes its text bold, ``outcome`` gives it the colours of an outcome, ``quiet`` weakens
    that of its text. ``head`` is the same in all rows of a group, and shown above its first row and
    at the top of further pages; in a band, a ``quiet`` one has a dashed line above it. ``share``,
    from 0 to 1, makes the line below the row a bar of this length; a ``ruled`` row has a line above
    it where it does not begin the page. ``spoken`` is what a screen reader says instead of the
    visible parts.
    """

    id: str
    text: str
    before: tuple[Cell, ...] = ()
    lines: tuple[Line, ...] = ()
    asides: tuple[Aside, ...] = ()
    after: tuple[Cell, ...] = ()
    under: Cell | None = None
    opened: tuple[Line, ...] = ()
    depth: int = 0
    role: str = ""
    colour: str = ""
    bold: bool = False
    chosen: bool = False
    outcome: OutcomeKind | None = None
    quiet: bool = False
    head: Row | None = None
    share: float | None = None
    ruled: bool = False
    spoken: str = ""

    def __hash__(self) -> int:
        return hash((self.id, self.text))  # the rest would take long, and differs rarely

    @property
    def name(self) -> str:
        return self.spoken or " ".join(filter(None, self.columns[:-1]))

    @property
    def columns(self) -> list[str]:
        """Its texts by column; the last one is what stands at the right."""
        text = " ".join(filter(None, (self.text, *(line.text for line in self.lines))))
        asides = (aside.line.text for aside in self.asides)
        parts = (*(cell.words for cell in self.before), text, *asides, self.description)
        return [part.replace("\n", " ") for part in parts]

    @property
    def description(self) -> str:
        cells = () if self.spoken else self.after
        parts = (*(line.text for line in self.opened), *(cell.words for cell in cells))
        return spaced(*parts)

    @property
    def checked(self) -> bool | None:
        """Whether its box is ticked or its number is selected; None if neither can be."""
        ticks = (cell.on for cell in (*self.before, *self.after) if isinstance(cell, Tick))
        filled = any(isinstance(cell, Number) and cell.filled for cell in self.before)
        return next(ticks, filled or None)

    @property
    def button(self) -> Button | None:
        """Its button, or None."""
        return next((cell for cell in self.after if isinstance(cell, Button)), None)


def current_after(current: str | None, before: Sequence[Row], after: Sequence[Row]) -> str | None:
    """Return the current row, or the one at its position if it was removed; else the newest."""
    ids = [row.id for row in after]
    if current in ids or not ids:
        return current if ids else None
    places = [row.id for row in before]
    place = places.index(current) if current in places else len(ids)
    return ids[min(place, len(ids) - 1)]
