"""A section with a list in the room's text size, and below it the questions on the current row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.components.empty_state import EmptyState
from ui.components.page_column import PageColumn
from ui.components.section import Section
from ui.forms.record_entry import RecordEntry
from ui.forms.record_list import RecordCommands, RecordList
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import Style, paper
from ui.theme.theme import theme
from ui.widgets.text import Text


class AskedListSection(Section):
    """Up and Down move, PgDn turns the page; without rows a sentence is shown.

    A subclass calls ``build_list``, and ``show_rows`` in ``refresh``.
    """

    GAPLESS: ClassVar[bool] = False

    def build_list(
        self,
        label: str,
        nothing: str,
        strip: QWidget | None = None,
        *,
        style: Callable[[str, int], Style] = paper,
        above: Sequence[QWidget] = (),
        commands: RecordCommands | None = None,
        entry: RecordEntry | None = None,
        back: QWidget | None = None,
    ) -> None:
        """Create the list, with ``above`` over it, and ``strip`` and ``entry`` under it.

        The others are those of `RecordList`.
        """
        self.rows = PagedList(label, role=self.role, style=style, paging_keys=False)
        self.rows.current_changed.connect(lambda _id: self._moved())
        self._lead = Text("body-quiet")
        self._empty = EmptyState(nothing)
        self.records = RecordList(
            self.api, self.rows, commands, entry=entry, nothing=self._empty, back=back
        )
        self.records.added.connect(lambda _id: self._moved())
        self._strip = strip
        self.reaches_foot = entry is not None
        gap = 0 if self.GAPLESS else theme().metrics.gap - 2
        PageColumn(
            self,
            *above,
            self._lead,
            (self.rows, 1),
            (self._empty, 1),
            strip,
            entry,
            gap=gap,
            above=gap if entry is not None else 0,
        )
        self.setFocusProxy(self.rows.view)

    def show_rows(self, rows: Sequence[Row], lead: str) -> None:
        """Show the rows, and a text above them."""
        self._lead.setText(lead)
        self._lead.setVisible(bool(rows and lead))
        if self._strip is not None:
            self._strip.setVisible(self.keeps_strip(bool(rows)))
        # last, so that the page with the current row is that of the space left over
        self.records.show(rows, self.first_id([row.id for row in rows]))

    def first_id(self, _ids: list[str]) -> str | None:
        """Return the row to begin with; by default the first."""
        return None

    def keeps_strip(self, has_rows: bool) -> bool:
        """Return whether the widget below the list is shown, by default only with rows."""
        return has_rows

    def show_current(self) -> None:
        """Show below the list what belongs to the current row."""

    def focus_start(self) -> bool:
        if not self.rows.rows():
            return False
        self.setFocus()
        return True

    def current_record_id(self) -> str:
        return self.rows.current_id() or ""

    def show_record(self, record_id: str) -> bool:
        known = self.records.select(record_id)
        if known:
            self._moved()
        return known

    def handle_escape(self) -> bool:
        return self.records.leave()

    def go_on_from(self, row_id: str, waiting: Sequence[str]) -> None:
        """Select the next row that needs an answer: after ``row_id``, else from the top."""
        ids = [row.id for row in self.rows.rows()]
        index = ids.index(row_id) if row_id in ids else -1
        later = [each for each in ids[index + 1 :] if each in waiting]
        before = [each for each in ids[: index + 1] if each in waiting and each != row_id]
        target = next(iter([*later, *before]), None)
        if target is not None:
            self._make_current(target)

    def _make_current(self, row_id: str) -> None:
        self.rows.set_current(row_id)
        self._moved()

    def _moved(self) -> None:
        """Show what belongs to the row that became the current one."""
        self.show_current()
        self.audience_focus_changed.emit()
