"""A row of a picture: what it says and shows, before anything is measured."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class Row:
    """Words with what stands around them.

    ``size`` is a role of ``WallSizes.text``. ``number`` stands in a column at the left, ``icon``
    before the words, ``badge`` (outcome and word) before them or above, ``aside`` at the right:
    with ``aside_quiet`` a remark, small and in the second ink.
    ``share`` (0 to 1) draws a bar with ``count`` at the right. ``edge`` is a vertical bar in the
    colour of an outcome, ``rule`` a line above, ``close`` leaves no air above. ``indent`` puts
    the words where a numbered row has them.
    """

    text: str
    size: str = "list"
    bold: bool = False
    quiet: bool = False
    number: str = ""
    indent: bool = False
    icon: str = ""
    badge: tuple[OutcomeKind, str] | None = None
    badge_size: str = "floor"
    aside: str = ""
    aside_bold: bool = False
    aside_quiet: bool = False
    share: float | None = None
    count: str = ""
    spotlight: bool = False
    edge: OutcomeKind | None = None
    rule: bool = False
    close: bool = False


@dataclass(frozen=True)
class Stack:
    """Rows that stay on one page if they fit; ``counted`` ones are numbered in the foot.

    ``id`` is the record they show: the wall turns to the page that has it.
    """

    rows: tuple[Row, ...]
    id: str = ""
    counted: bool = True


@dataclass(frozen=True)
class Content:
    """A whole picture: words at the right of the head, rows, words at the left of the foot.

    ``step`` is the large name in the head. With ``spans`` the foot tells which rows are seen and
    how many there are. ``address`` is shown as a code beside the rows and in the foot.
    ``middle`` centres the rows between head and foot.
    """

    step: str
    about: str = ""
    rows: tuple[Stack, ...] = ()
    foot: str = ""
    spans: bool = False
    address: str = ""
    middle: bool = False
    clock: bool = True
