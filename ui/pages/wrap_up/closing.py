"""The closing view, which the room sees when the workshop is finished."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

_INDENT = 16


class ClosingView(Sheet):
    """Thanks the room, and says what was achieved, what comes next and what everyone takes home."""

    def __init__(self) -> None:
        super().__init__(padding=28, spacing=14)
        self._thanks = Text("problem", tr("wrap_up.closing.thanks"))
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(theme().metrics.gap)
        self._parts = [Text("room", "") for _ in range(4)]
        for part in self._parts:
            column.addWidget(part)
        self.content.addStretch(2)
        self.content.addWidget(self._thanks)
        self.content.addWidget(self._lines)
        self.content.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("wrap_up.closing.thanks"))

    def show_state(self, state: WorkshopState, papers: Sequence[str]) -> None:
        """Show a workshop; ``papers`` are the titles of the papers to take home."""
        lines = closing_lines(state, papers)
        for number, part in enumerate(self._parts):
            part.setText(lines[number] if number < len(lines) else "")
            part.setVisible(number < len(lines))


def closing_lines(state: WorkshopState, papers: Sequence[str]) -> list[str]:
    """Return the sentences below the thanks; no names of people are in them."""
    problems = len(state.listed)
    solved = state.solved(state.listed)
    actions = sum(action.is_open for action in state.actions)
    day = state.workshop.next_date
    comma = tr("wrap_up.closing.and")
    lines = (
        tr("wrap_up.closing.solved", n=problems, solved=solved) if solved else "",
        tr("wrap_up.closing.actions", n=actions) if actions else "",
        tr("wrap_up.closing.papers", papers=comma.join(papers)) if papers else "",
        tr("wrap_up.closing.next", day=texts().date(day)) if day else "",
    )
    return [line for line in lines if line]
