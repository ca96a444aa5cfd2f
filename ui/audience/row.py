"""The rows of a picture: their content, independent of any measures."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class AudienceRow:
    """A text, with its decorations.

    ``size`` is a role of ``AudienceSizes.text``. ``number`` is shown in a column at the left,
    ``icon`` before the text, ``badge`` (outcome and word) before or above it, ``aside`` at the
    right; with ``aside_quiet`` it is small and in the second ink. ``share`` (0 to 1) draws a bar
    with ``count`` at the right, or with ``bar_below`` a bar below the text. ``edge`` is a vertical
    bar in the colour of an outcome, ``rule`` a line above; ``close`` leaves no space above.
    ``indent`` aligns the text with those of numbered rows. With ``board`` there is no space around
    the row.
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
    bar_below: bool = False
    count: str = ""
    spotlight: bool = False
    edge: OutcomeKind | None = None
    rule: bool = False
    close: bool = False
    board: bool = False


@dataclass(frozen=True)
class RowGroup:
    """Rows that are kept on one page if they fit; ``counted`` ones are numbered in the foot.

    ``id`` is the record they show: the display turns to the page with the current one.
    """

    rows: tuple[AudienceRow, ...]
    id: str = ""
    counted: bool = True


@dataclass(frozen=True)
class GroupName:
    """The name of a theme next to its ``count`` rows; ``quiet`` for problems without a theme."""

    name: str
    count: int
    quiet: bool = False


@dataclass(frozen=True)
class TimeRing:
    """A ring that empties: ``share`` (0 to 1) of it is left, with ``text`` inside.

    ``rows`` are shown instead of the content's if there is no space for a ring.
    """

    share: float
    text: str
    rows: tuple[RowGroup, ...]


@dataclass(frozen=True)
class Content:
    """A whole picture: head, rows and foot.

    ``step`` is the name at the left of the head, ``about`` is at its right, ``line`` a text of its
    own below the rows, ``foot`` at the left of the foot. With ``spans`` the foot contains the range
    of the shown rows and their total. The first ``titled`` rows are repeated at the top of each
    page. ``address`` is shown as a QR code with ``address_name`` next to the rows below them; with
    ``code_optional`` only if all rows fit on a page with it. ``middle`` centres the rows
    vertically. ``groups`` are names next to the rows, which are then paged group by group. ``ring``
    is shown next to the rows. ``even`` content fills its pages evenly; one that grows while it is
    shown does not, so that its rows stay on their pages.
    """

    step: str
    about: str = ""
    rows: tuple[RowGroup, ...] = ()
    line: str = ""
    foot: str = ""
    spans: bool = False
    address: str = ""
    address_name: str = ""
    code_optional: bool = False
    middle: bool = False
    clock: bool = True
    groups: tuple[GroupName, ...] = ()
    titled: int = 0
    ring: TimeRing | None = None
    even: bool = False


def uncounted(*rows: AudienceRow) -> tuple[RowGroup, ...]:
    """Return one group of rows that is not counted in the foot."""
    return (RowGroup(rows, counted=False),)


def single_sentence(head: str, about: str, sentence: str) -> Content:
    """Return a content with a single sentence."""
    return Content(head, about, uncounted(AudienceRow(sentence, size="problem")), middle=True)
