"""The task of splitting a problem: two lines, both initially with its wording."""

from __future__ import annotations

from ui.components.field_panel import FieldTask, PanelField, Values
from workshop_app.i18n import tr
from workshop_app.services.commands.sorting import SplitProblem

_PARTS = ("one", "two")


def split_task() -> FieldTask:
    """Return two fields: the problem itself keeps the first part, a new one gets the second."""
    return FieldTask(
        {part: PanelField(tr(f"sort.split.{part}"), icon="split") for part in _PARTS},
        tr("sort.split.do"),
        lambda problem, values: SplitProblem(problem.id, tuple(values[part] for part in _PARTS)),
        done=lambda problem: tr("sort.split.done", number=problem.number),
        saved=lambda problem: dict.fromkeys(_PARTS, problem.title),
        refusal=_equal,
        first_lines=2,
        has_more=True,
    )


def _equal(values: Values) -> str:
    return tr("sort.split.equal") if values["one"] == values["two"] else ""
