"""The rows of copies: when and why each was made, its content, and whether it is sound."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ui.rows.cells import Cell, Icon, Number, Words
from ui.rows.row import Row
from ui.widgets.spaced import spaced
from workshop_app.i18n import texts, tr
from workshop_app.services.copies import Copy

_ICONS = {"sound": ("check", "solution"), "fault": ("circle-alert", "danger")}


def copy_names(heads: Sequence[str]) -> Row:
    """Return the names of the columns; ``heads`` are those of what is counted."""
    return Row(
        "",
        tr("backups.head.occasion"),
        role="meta",
        before=(Words(tr("backups.head.time")),),
        after=tuple(Words(head, right=True) for head in heads),
    )


def copy_row(
    path: str, copy: Copy, fault: str | None, heads: Sequence[str], counts: Sequence[int],
    now: Sequence[int], today: date,
) -> Row:  # fmt: skip
    """Return the row of a copy.

    ``fault`` is None while it is read and empty if it is sound; ``counts`` are what it contains,
    named by ``heads``, and bold where they differ from the counts ``now``.
    """
    about = copy.about
    at = about.at
    state = "reading" if fault is None else "fault" if fault else "sound"
    of_today = at.date() == today
    day = tr("backups.today") if of_today else texts().date(at.date().isoformat(), short=True)
    occasion = tr(f"backups.occasion.{about.occasion}")
    numbers = [str(count) if count else "–" for count in counts]
    spoken = [
        day,
        texts().time(at),
        occasion,
        tr("backups.pinned") if about.pinned else "",
        *(f"{head} {number}" for head, number in zip(heads, numbers, strict=False)),
        tr(f"backups.state.{state}"),
    ]
    before: tuple[Cell, ...] = (Words(day), Number(texts().time(at), "ink"))
    if about.pinned:
        before = (*before, Icon("star", "accent"))
    icon, colour = _ICONS.get(state, ("", ""))
    return Row(
        path,
        occasion,
        before=before,
        after=(
            *(
                _number(number, differs=index < len(now) and counts[index] != now[index])
                for index, number in enumerate(numbers)
            ),
            Words(tr(f"backups.state.{state}"), icon, icon_colour=colour),
        ),
        spoken=spaced(*spoken),
    )


def _number(text: str, *, differs: bool) -> Number:
    return Number(text, "ink" if differs else "ink2", bold=differs, optional=True)
