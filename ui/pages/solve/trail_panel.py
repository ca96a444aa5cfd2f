"""The panel with the search trail of a problem: words, answers opened, answers chosen."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.paragraph_view import ParagraphView, paragraph
from ui.components.task_panel import TaskPanel
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.search_path import SearchAttempt, search_attempts
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, tr


class TrailPanel(TaskPanel):
    """A read-only text; PgUp and PgDn turn its pages."""

    REOPENS = False

    def build(self) -> None:
        self.setAccessibleName(tr("solve.trail.heading"))
        self.view = ParagraphView()
        self.add_primary(tr("solve.trail.do"))
        heading = row(
            None,
            IconLabel("route", "accent", 20),
            (Text("body-quiet", tr("solve.trail.heading")), 1),
            gap=8,
        )
        padding = theme().metrics.gap + 8
        column(self, Sheet(heading, (self.view, 1), padding=padding, spacing=10))

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        paragraphs = self._paragraphs(problem, search_attempts(state, problem.id))
        self.view.show_paragraphs(paragraphs, tr("solve.trail.heading"))

    def do(self) -> None:
        self.cancelled.emit()

    def focus_start(self) -> None:
        self.view.setFocus()

    def _paragraphs(self, problem: Problem, attempts: Iterable[SearchAttempt]) -> list[Row]:
        paragraphs = []
        if problem.found is not None:
            words = tr(f"papers.solution.found.{problem.found}")
            paragraphs.append(paragraph(words, icon="people"))
        for number, attempt in enumerate(attempts, 1):
            quoted = tr("solve.details.quoted", word=attempt.words)
            head = tr("solve.trail.searched") if number == 1 else ""
            paragraphs.append(paragraph(quoted, head, icon="search"))
            looked_at = [each for each in attempt.looked_at if each not in attempt.chosen]
            for which, ids in (("looked_at", looked_at), ("chosen", attempt.chosen)):
                if ids:
                    words = tr(f"solve.trail.{which}", names=self._names(ids))
                    icon = {"looked_at": "eye", "chosen": "check"}[which]
                    paragraphs.append(paragraph(words, icon=icon))
            if not attempt.looked_at:
                words = tr("solve.trail.nothing")
                paragraphs.append(paragraph(words, icon="eye-off"))
        return paragraphs or [paragraph(tr("solve.trail.none"), icon="search")]

    def _names(self, ids: Iterable[str]) -> str:
        """Return the names of catalogue answers in words, with a text for missing ones."""
        known = (self.api.answers.as_chosen(each) for each in ids)
        names = (each.text(language()).name if each else tr("solve.trail.gone") for each in known)
        return tr("solve.list.and").join(names)
