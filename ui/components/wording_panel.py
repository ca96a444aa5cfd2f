"""The task of finding a concrete wording for a problem."""

from __future__ import annotations

from collections.abc import Callable

from ui.components.field_panel import FieldTask, PanelField, Values
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem

_FIRST_LINES = 4
"""Lines of the first wording that are shown at a time; one fewer with a question."""


def wording_task(
    placeholder: str,
    save: str,
    *,
    hint: str = "",
    saved: str = "",
    question: Callable[[], str] | None = None,
) -> FieldTask:
    """Return a field for the concrete wording below the first one, which is never changed.

    ``placeholder`` and ``save`` are the texts of the field and of the primary button; ``hint`` is
    shown below the field; ``saved`` is said after saving. ``question`` returns what is to be asked,
    or an empty text: the hint then says that the answer is to be added to the wording.
    """

    def hint_now() -> str:
        return tr("solve.wording.answer") if question is not None and question() else hint

    label = tr("solve.wording.concrete")
    return FieldTask(
        {"wording": PanelField(label, placeholder, icon="pen")},
        save,
        _reworded,
        done=lambda _problem: saved,
        saved=lambda problem: {"wording": problem.title},
        hint=lambda _state, _problem: hint_now(),
        first_lines=_FIRST_LINES,
        question=question,
    )


def _reworded(problem: Problem, values: Values) -> EditProblem | None:
    """Return the command; a wording equal to the first one means that there is no concrete one."""
    wording = values["wording"]
    if wording == problem.first_wording:
        wording = ""
    return EditProblem(problem.id, "wording", wording) if wording != problem.wording else None
