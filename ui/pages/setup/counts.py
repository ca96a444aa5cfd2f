"""Base class of sections that show counts under headings, as rows with bars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ui.components.empty_state import EmptyState
from ui.components.page_column import PageColumn
from ui.components.section import Section
from ui.pages.setup.bar_row import bar_row
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import bars
from workshop_app.domain.setup_view import Setup, setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class CountsSection(Section):
    """Subclasses return the counts in ``groups``; if empty, the required file is named."""

    def build(self) -> None:
        area = f"setup.{self.NAME}"
        self.rows = PagedList(tr(f"{area}.label"), role=self.role, style=bars, paging_keys=False)
        self.rows.nothing = EmptyState(tr(f"{area}.empty"), tr(f"{area}.empty_hint"))
        PageColumn(self, (self.rows, 1), (self.rows.nothing, 1))
        self.setFocusProxy(self.rows)

    def groups(self, setup: Setup) -> Iterable[tuple[str, Mapping[str, int]]]:
        """Return headings, each with its counts by name."""
        raise NotImplementedError

    def refresh(self, state: WorkshopState) -> None:
        rows: list[Row] = []
        for heading, counts in self.groups(setup_of(state.setup)):
            rows += _rows(heading, counts)
        self.rows.show_rows(rows)

    def arrive(self, by: int) -> None:
        rows = self.rows.rows()
        if rows:
            self.rows.set_current(rows[-1 if by < 0 else 0].id)


def _rows(heading: str, counts: Mapping[str, int]) -> list[Row]:
    most = max((1, *counts.values()))
    return [
        bar_row(f"{heading}/{name}", name, count, most, heading, depth=1)
        for name, count in counts.items()
    ]
