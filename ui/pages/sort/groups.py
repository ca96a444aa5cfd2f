"""Problems by theme, as Sort shows them: those without a theme first, then theme by theme."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ui.rows.cells import Number, Words
from ui.rows.row import Row
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import came_from

UNSORTED = ""
KEYS = 9
"""The number of themes that have a key."""


@dataclass(frozen=True)
class Group:
    """A theme with its problems; for those without one ``id`` is ``UNSORTED``, ``number`` 0."""

    id: str
    number: int
    name: str
    problems: tuple[Problem, ...]

    @property
    def theme_id(self) -> str | None:
        """The theme's id, None for the unsorted ones."""
        return self.id or None

    @property
    def closed_id(self) -> str:
        """The id of its only row while its problems are not listed."""
        return self.id or "in "

    @cached_property
    def row_ids(self) -> tuple[str, ...]:
        """The ids of its rows: its problems, or a placeholder if there are none."""
        return tuple(one.id for one in self.problems) or (f"in {self.id}",)


@dataclass(frozen=True)
class Mark(Words):
    """A short text or an icon after a problem, which a screen reader says in other words."""

    spoken: str = ""

    @property
    def words(self) -> str:
        return self.spoken


def groups(state: WorkshopState) -> list[Group]:
    """Return all groups in order."""
    found = [Group(UNSORTED, 0, tr("sort.unsorted"), state.in_theme(None))]
    for number, theme in enumerate(state.themes, start=1):
        found.append(Group(theme.id, number, theme.name, state.in_theme(theme.id)))
    return found


def group_of(all_groups: Sequence[Group], row_id: str) -> Group | None:
    """Return the group that has a row, or None."""
    return next(
        (one for one in all_groups if row_id == one.closed_id or row_id in one.row_ids), None
    )


def rows(
    state: WorkshopState,
    shown: Sequence[Group],
    ticked: Collection[str],
    closed: Container[str] = (),
    *,
    private: bool,
) -> list[Row]:
    """Return the rows of the groups to show; each has its group as its head.

    Each of the ``closed`` groups (ids) is one row without a head. A row without cells before its
    text stands for a group without problems.
    """
    found: list[Row] = []
    merged = state.merging.counts
    for group in shown:
        head = _head(group)
        if group.id in closed:
            words = tr("sort.count", n=len(group.problems))
            named = f"{group.name} {words}"
            found.append(head._replace(id=group.closed_id, spoken=named))
            continue
        if not group.problems:
            words = tr("sort.empty_theme" if group.id else "sort.all_sorted")
            found.append(
                Row(group.row_ids[0], words, quiet=True, head=head, spoken=f"{group.name} {words}")
            )
        for one in group.problems:
            number = str(one.number)
            on = one.id in ticked
            found.append(
                Row(
                    one.id,
                    one.title,
                    before=(Number(number, filled=on),),
                    after=tuple(_marks(one, merged[one.id], private=private)),
                    head=head,
                    spoken=spoken(number, one.title, group.name) if on else "",
                )
            )
    return found


def spoken(number: str, title: str, theme: str) -> str:
    """Return what a screen reader says for a problem in a theme."""
    return tr("sort.row", number=number, text=title, theme=theme)


def _head(group: Group) -> Row:
    small = "list"
    return Row(
        group.id,
        group.name,
        before=(Words(str(group.number), colour="ink2", role=small),) if group.number else (),
        after=(Words(tr("sort.count", n=len(group.problems)), colour="ink2", role=small),),
        bold=bool(group.number),
        quiet=not group.number,
    )


def _marks(problem: Problem, merged: int, *, private: bool) -> Iterator[Mark]:
    if merged:
        yield Mark(
            tr("sort.merged_more", n=merged), colour="ink2", role="body",
            spoken=tr("sort.merged", n=merged + 1),
        )  # fmt: skip
    if earlier := came_from(texts(), problem):
        yield Mark(earlier, "undo", spoken=earlier)
    if private and problem.wording:
        yield Mark(icon="pen", spoken=tr("sort.reworded"))
    if private and problem.private_note:
        yield Mark(icon="lock", spoken=tr("sort.has_note"))
