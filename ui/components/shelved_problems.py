"""Problems that are not on the list: held back in the inbox, or kept in the parking lot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr


class Shelf(QWidget):
    """Stands in place of the list; ``taken(id)`` with Enter, ``removed(id)`` with Delete.

    ``name`` is the section of its words: title, hint, empty, count.
    """

    FOCUS_AREA: ClassVar[str] = "around"

    taken = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._title = Text("section", tr(f"list.{name}.title"))
        self._hint = Text("body-quiet", tr(f"list.{name}.hint"))
        self._empty = Text("room-quiet", tr(f"list.{name}.empty"))
        self.list = PagedList(tr(f"list.{name}.title"))
        self.list.activated.connect(self.taken)
        Shortcut("Delete", self.list, self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget, stretch in ((self._title, 0), (self._hint, 0), (self.list, 1)):
            column.addWidget(widget, stretch)
        column.addWidget(self._empty)
        column.addStretch(0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems in the words in which they were said."""
        before, place = self.list.current_id(), self.list.view.current
        rows = [
            Row(id=p.id, number=str(p.number), text=p.said, marks=self._marks(p)) for p in problems
        ]
        ids = [row.id for row in rows]
        near = before if before in ids else ids[min(max(place, 0), len(ids) - 1)] if ids else None
        self.list.set_rows(rows, near)
        self.list.set_caption(tr(f"list.{self._name}.count", n=len(rows)))
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def focus_start(self) -> None:
        """Put the keyboard on the rows, or on the page where there are none."""
        (self.list if self.list.rows() else self).setFocus()

    def _remove(self) -> None:
        current = self.list.current_id()
        if current is not None:
            self.removed.emit(current)

    def _marks(self, problem: Problem) -> tuple[Mark, ...]:
        """The sheet a problem stands on, in the inbox, which the room does not see."""
        if not problem.worksheet or self._name != "inbox":
            return ()
        return (Mark(tr("list.worksheet", number=problem.worksheet), "document"),)
