"""The content of a row in a paged list, and its accessible name."""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.badge import outcome_word
from ui.widgets.fit_bars import LIMIT_ICON, fit_word
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr


@dataclass(frozen=True)
class Mark:
    """A mark at the right of a row: text with an icon, an outcome, or how well it fits."""

    text: str = ""
    icon: str | None = None
    colour: str = "ink2"
    outcome: OutcomeKind | None = None
    fit: int = 0
    bold: bool = False

    @property
    def words(self) -> str:
        """Return the text of the mark, including the word for its outcome or its fit."""
        if self.text:
            return self.text
        if self.outcome is not None:
            return outcome_word(self.outcome)
        return self.fit_words

    @property
    def fit_words(self) -> str:
        """Return the words for its fit; empty if it has none."""
        return fit_word(self.fit) if self.fit else ""

    @property
    def fit_alone(self) -> str:
        """Return the words for its fit without the answer's name next to them."""
        return tr(f"widgets.fit.alone.level{self.fit}")


def limit_mark() -> Mark:
    """Return the mark of an answer one of whose limits is about the problem."""
    return Mark(tr("widgets.fit.limited"), LIMIT_ICON)


@dataclass(frozen=True)
class RowAction:
    """A button at the right end of a row; ``key`` presses it while the row is on the page."""

    text: str
    key: str | None = None


@dataclass(frozen=True)
class Row:
    """One row: ``text`` is always complete; ``detail`` is shown only while the row is current.

    ``aside`` is shown in a weak colour at the right of the text, in the same size, with its own
    line breaks. ``mark_room`` is a mark whose width is reserved until there is one, so that texts
    are not wrapped again. ``tick`` shows a check box; ``chosen`` tints the row and makes it bold.
    ``icon`` is before the text, ``detail_icon`` before the detail.
    """

    id: str
    text: str
    number: str = ""
    detail: str = ""
    aside: str = ""
    marks: tuple[Mark, ...] = ()
    mark_room: Mark | None = None
    action: RowAction | None = None
    tick: bool | None = None
    chosen: bool = False
    quiet: bool = False
    indent: int = 0
    icon: str = ""
    icon_colour: str = "ink2"
    detail_icon: str = "note"


class RowNames:
    """Accessible names and descriptions for lists of `Row`."""

    def row_name(self, row: Row) -> str:
        aside = row.aside.replace("\n", " ")
        return " ".join(part for part in (row.number, row.text, aside) if part)

    def row_description(self, row: Row) -> str:
        marks = [mark.words for mark in row.marks]
        action = row.action.text if row.action is not None else ""
        return "  ".join(part for part in (row.detail, *marks, action) if part)

    def row_checked(self, row: Row) -> bool | None:
        return row.tick
