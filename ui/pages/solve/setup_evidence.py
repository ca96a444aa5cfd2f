"""Tells of a candidate that the customer has it set up already, all of it or half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ui.components.setup_words import reason
from ui.pages.solve.answer_row import AnswerRow, DetailLine
from workshop_app.domain.usage import Standing, Usage
from workshop_app.i18n import tr

_ICONS = {Standing.IN_USE: "circle-check", Standing.HALF: "circle-dashed"}
_ENTRY = "entry:"


def with_set_up(rows: Sequence[AnswerRow], usages: Mapping[str, Usage]) -> list[AnswerRow]:
    """The rows, each candidate with a line on what is there already before its other reasons."""
    return [_row(row, usages.get(row.id.removeprefix(_ENTRY))) for row in rows]


def _row(row: AnswerRow, usage: Usage | None) -> AnswerRow:
    if usage is None or usage.standing not in _ICONS:
        return row
    words = tr(f"setup.solve.{usage.standing}", reason=reason(usage))
    line = DetailLine(words, icon=_ICONS[usage.standing])
    return replace(row, details=(line, *row.details))
