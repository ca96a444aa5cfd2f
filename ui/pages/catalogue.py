"""The whole catalogue, searched from any step: a list of answers, and all about one of them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ui.pages.base import FootContent, Page
from ui.pages.memory import memory
from ui.pages.registry import page
from ui.pages.solve_parts.details_panel import DetailsPanel
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import EntryLine
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, tr

_MOST = 40
_LONGEST = 500
"""Characters of a search that are looked at."""


@page
class CataloguePage(Page):
    """Typing searches at once; Enter opens the current answer; Esc leads back, then home."""

    NAME: ClassVar[str] = "catalogue"
    ICON: ClassVar[str] = "book"

    def build(self) -> None:
        self.search = EntryLine(
            tr("library.search"), tr("library.search_hint"), icon="search", name="search"
        )
        self.rows = PagedList(tr("library.answers"))
        self.rows.take_keys_from(self.search.field)
        self.details = DetailsPanel(self.context)
        self._nothing = Text("room-quiet", tr("library.nothing"))
        self._back = ActionButton(tr("library.back"), "arrow-left", "Esc", keyless=True)
        self._back.clicked.connect(self.handle_escape)
        self._open = ActionButton(tr("library.open"), key="Enter", kind="primary", keyless=True)
        self._open.clicked.connect(self._show_details)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._list_layer())
        self._layers.addWidget(self._details_layer())
        self.search.changed.connect(self._search)
        self.search.pasted_lines.connect(lambda text: self.search.set_text(_one_line(text)))
        self.search.field.returned.connect(self._show_details)
        self.rows.activated.connect(lambda _: self._show_details())
        self.details.left.connect(self.handle_escape)

    def refresh(self, state: WorkshopState | None) -> None:
        if not self.rows.rows():
            self.search.set_text(str(memory(self).get("words", "")))
            self._search(self.search.text())

    def foot(self) -> FootContent:
        if self._in_details:
            return self.details.foot()
        count = Text("body-quiet", tr("library.count", n=self.context.answers.count), wrap=False)
        return FootContent(left=[self._back], right=[count], primary=self._open)

    def focus_start(self) -> None:
        if self._in_details:
            self.details.focus_start()
        else:
            self.search.setFocus()

    def handle_escape(self) -> bool:
        if self._in_details:
            self._layers.setCurrentIndex(0)
            self.context.update_foot()
            self.focus_start()
        else:
            self.context.go_back()
        return True

    @property
    def _in_details(self) -> bool:
        return self._layers.currentIndex() == 1

    def _search(self, words: str) -> None:
        memory(self)["words"] = words
        answers = self.context.answers
        rows = []
        if words.strip():
            for found in answers.search(words[:_LONGEST], language(), _MOST):
                name = found.solution.text(language()).name
                rows.append(Row(found.solution.id, name, marks=(Mark(fit=found.fit),)))
        else:
            solutions = answers.catalogue.solutions.values()
            named = [(solution.text(language()).name, solution.id) for solution in solutions]
            rows = [Row(found, name) for name, found in sorted(named, key=_by_name)]
        self.rows.set_rows(rows, rows[0].id if rows else None)
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _show_details(self) -> None:
        solution = self.context.answers.solution(self.rows.current_id() or "")
        if solution is not None:
            self._layers.setCurrentIndex(1)
            self.details.show_solution(solution, can_choose=False)
            self.context.update_foot()
            self.focus_start()

    def _list_layer(self) -> QWidget:
        layer = QWidget()
        column = QVBoxLayout(layer)
        metrics = theme().metrics
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(metrics.gap)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.rows, 1)
        return layer

    def _details_layer(self) -> QWidget:
        layer = QWidget()
        column = QVBoxLayout(layer)
        metrics = theme().metrics
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.addWidget(self.details)
        return layer


def _by_name(named: tuple[str, str]) -> tuple[str, str]:
    return named[0].casefold(), named[1]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
