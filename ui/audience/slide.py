"""A picture of the display as data: head, rows, foot and code, independent of any measures."""

from __future__ import annotations

from dataclasses import dataclass

from ui.rows.row import Line, Row, outcome_line
from workshop_app.domain.outcome import OutcomeKind

CLOSE = 0.5
CLOSER = 0.3
DENSE = 0.0
"""Shares of the usual space around a row."""


@dataclass(frozen=True)
class TimeRing:
    """A ring that empties: ``share`` (0 to 1) of it is left, with ``text`` inside.

    ``rows`` are shown instead of the slide's if there is no space for a ring.
    """

    share: float
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Slide:
    """A whole picture: head, rows and foot.

    ``step`` is the name at the left of the head, ``about`` is at its right, ``line`` a text of its
    own below the rows, ``foot`` at the left of the foot. A row's id is that of the record it shows:
    the display turns to the page with the ``current`` one, which is highlighted. With ``spans`` the
    foot contains the range of the shown rows and their total. The first ``titled`` rows are
    repeated at the top of each page. ``address`` is shown as a QR code with ``address_name`` next
    to the rows below them; with ``code_optional`` only if all rows fit on a page with it.
    ``middle`` centres the rows vertically. ``ring`` is shown next to the rows. ``even`` content
    fills its pages evenly; one that grows while it is shown does not, so that its rows stay on
    their pages. ``role`` is the text role of the rows below the titles, ``space`` the share of the
    usual space around them.
    """

    step: str
    about: str = ""
    rows: tuple[Row, ...] = ()
    current: str = ""
    line: str = ""
    foot: str = ""
    spans: bool = False
    address: str = ""
    address_name: str = ""
    code_optional: bool = False
    middle: bool = False
    clock: bool = True
    titled: int = 0
    ring: TimeRing | None = None
    even: bool = False
    role: str = "slide"
    space: float = 1.0


def said(text: str, role: str = "", *, bold: bool = False, quiet: bool = False) -> Row:
    """Return a row that shows no record."""
    return Row("", text, role=role, bold=bold, quiet=quiet)


def small(text: str) -> Line:
    """Return a small, weak text below that of a row."""
    return Line(text, "room", "ink2")


def outcome_lines(
    kind: OutcomeKind, word: str, text: str = "", *more: Line, bold: bool = False
) -> tuple[Line, ...]:
    """Return the word of an outcome on its tint, and a text beside it, or below if it is long."""
    return (outcome_line(kind, word, "slide"), Line(text, "slide", bold=bold, joins=True), *more)


def single_sentence(head: str, about: str, sentence: str) -> Slide:
    """Return a slide with a single sentence."""
    return Slide(head, about, (said(sentence, "problem"),), middle=True)
