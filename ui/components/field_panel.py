"""A panel in which texts about a problem are written, described by data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.components.task_panel import TaskPanel
from ui.components.window_api import WindowApi
from ui.widgets.badge import Badge
from ui.widgets.boxes import STRETCH, column
from ui.widgets.entry_line import LIMIT, EntryLine
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import tr
from workshop_app.services.command import Command

Values = Mapping[str, str]
"""Texts by the names of the fields."""
_QUESTION = 1
"""The number of the part of the thread with the question."""


_LINES = 2
"""Of each field but the last one, so that typing never moves what a hand is about to click."""


class PanelField(NamedTuple):
    """``needed`` is what is said if the field is empty; ``icon`` is shown in a thread."""

    label: str
    placeholder: str = ""
    role: str = "room"
    line_breaks: bool = False
    needed: str = ""
    icon: str = ""


@dataclass(frozen=True)
class FieldTask:
    """What a panel asks for, and what is done with it."""

    fields: Mapping[str, PanelField]
    do: str
    """The text of the primary button."""
    command: Callable[[Problem, Values], Command | None]
    """Returns what is done with the trimmed texts; None if there is nothing to do."""
    done: Callable[[Problem], str] = lambda _problem: ""
    """Returns what is said afterwards, of the problem as it was; empty for nothing."""
    saved: Callable[[Problem], Values] = lambda _problem: {}
    """Returns the texts with which the fields begin, and which are not kept as typed."""
    refusal: Callable[[Values], str] = lambda _values: ""
    """Returns why the texts cannot be used, in one sentence, or an empty text."""
    hint: Callable[[WorkshopState, Problem], str] = lambda _state, _problem: ""
    badge: tuple[OutcomeKind, str] | None = None
    """The heading."""
    bar: str = ""
    """The colour of the bar at the left."""
    first_lines: int = 0
    """The lines of the first wording shown at a time; the fields follow it in a thread."""
    has_more: bool = False
    """Whether a button shows more of the first wording."""
    question: Callable[[], str] | None = None
    """Returns what is to be asked, which is shown before the fields; empty for nothing."""


class FieldPanel(TaskPanel):
    """Enter moves to the next field; in the last one, if it is a single line, it does the task.

    Enter does not leave a required field that is empty. Text that differs from what the fields
    began with is unsaved; unchanged fields follow what is saved.
    """

    def __init__(self, api: WindowApi, task: FieldTask, back: str = "") -> None:
        self.task = task
        self.entries = {name: _entry(field) for name, field in task.fields.items()}
        for entry in list(self.entries.values())[:-1]:
            entry.field.set_lines(_LINES)
        self._saved: Values = {}
        super().__init__(api, back)

    def build(self) -> None:
        task = self.task
        self.hides_wording = bool(task.first_lines)
        self.hint = Text("hint" if task.first_lines else "body-quiet", "")
        self.add_primary(task.do)
        for entry in self.entries.values():
            entry.changed.connect(lambda _text: self.error.show_sentence(""))
        self._lead_on()
        self.arrange()

    def arrange(self) -> None:
        """Place the parts, by default one below the other on a sheet."""
        self.sheet = Sheet(*self.parts(), bar=self.task.bar or None, spacing=12)
        column(self, self.sheet, STRETCH)

    def parts(self) -> list[QWidget]:
        """Return the parts of the panel from top to bottom."""
        if not self.task.first_lines:
            return [self.heading(), *self.entries.values(), self.error, self.hint]
        self.first = LongText("room-quiet", most_lines=self.task.first_lines)
        self.question = LongText("room", most_lines=3)
        fields = self.task.fields
        self.wordings = Thread(
            [
                ThreadPart("speech", tr("solve.wording.first"), self.first),
                ThreadPart("people", tr("solve.statement.ask"), self.question),
                *(
                    ThreadPart(fields[name].icon, fields[name].label, entry)
                    for name, entry in self.entries.items()
                ),
            ]
        )
        more = [MoreButton(self.first)] if self.task.has_more else []
        return [self.wordings, *more, self.error, self.hint]

    def heading(self) -> QWidget:
        """Return what the panel is called."""
        return Badge(*(self.task.badge or (OutcomeKind.OPEN, "")))

    def set_fields(self, fields: Mapping[str, PanelField]) -> None:
        """Change the texts of the fields."""
        self.task = replace(self.task, fields=fields)
        for name, field in fields.items():
            self.entries[name].set_words(field.label, field.placeholder or field.label)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._follow(self.task.saved(problem))
        hint = self.task.hint(state, problem)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        if self.task.first_lines:
            question = self.task.question() if self.task.question is not None else ""
            self.first.set_text(problem.first_wording)
            self.first.set_most_lines(self.task.first_lines - bool(question))
            self.question.set_text(question)
            self.wordings.show_part(_QUESTION, bool(question))

    def restore(self, draft: Values) -> None:
        super().restore(draft)
        values = draft or self._saved
        for name, entry in self.entries.items():
            entry.set_text(values.get(name, ""))

    def typed(self) -> dict[str, str]:
        typed = {name: entry.text() for name, entry in self.entries.items()}
        same = all(text == self._saved.get(name, "") for name, text in typed.items())
        return {} if same else typed

    def focus_start(self) -> None:
        next(iter(self.entries.values())).setFocus()

    def entered(self, name: str) -> str:
        """Return the trimmed text of a field, including text being composed."""
        entry = self.entries[name]
        entry.field.commit_composed()
        return entry.text().strip()

    def values(self) -> Values | None:
        """Return the trimmed texts, or None and show why they cannot be used."""
        values = {name: self.entered(name) for name in self.entries}
        for name, field in self.task.fields.items():
            if field.needed and not values[name]:
                self.error.show_sentence(field.needed)
                self.entries[name].setFocus()
                return None
        refusal = self.task.refusal(values)
        self.error.show_sentence(refusal)
        return None if refusal else values

    def do(self) -> None:
        problem = self.problem
        values = self.values()
        if values is None:
            return
        command = self.task.command(problem, values)
        done = self.task.done(problem)
        if command is None or self.api.execute(command, done=done) is not None:
            self.finished.emit()

    def _follow(self, saved: Values) -> None:
        """Show what is saved now in the fields, unless something else was typed."""
        unchanged = not self.typed()
        self._saved = saved
        if unchanged:
            for name, entry in self.entries.items():
                if entry.text() != saved.get(name, ""):
                    entry.set_text(saved.get(name, ""))

    def _lead_on(self) -> None:
        """Let Enter lead from each field to the next one, or do the task."""
        following = [*list(self.entries.values())[1:], None]
        for (name, field), after in zip(self.task.fields.items(), following, strict=True):
            entry = self.entries[name]
            if after is None and field.line_breaks:
                continue
            then = self.do if after is None else after.setFocus
            (entry.entered if field.needed else entry.field.returned).connect(
                lambda *_, then=then: then()
            )


def _entry(field: PanelField) -> EntryLine:
    return EntryLine(
        field.label,
        field.placeholder or field.label,
        role=field.role,
        line_breaks=field.line_breaks,
        limit=NOTE_LIMIT if field.line_breaks else LIMIT,
    )
