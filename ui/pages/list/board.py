"""What stands in the middle of the list: who speaks, the line to write in, and the problems."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.suggestions import marks_of
from ui.pages.list.entry_row import RowActions, SpeakerLine, problem_line
from ui.pages.list.list_memory import Begun
from ui.pages.list.suggestion_line import SuggestionLine
from ui.theme.theme import theme
from ui.widgets.paged_list import PagedList
from ui.widgets.paste_preview import PastePreview
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.answers import Answers


class Board(QWidget):
    """The parts one below the other; lines about to be added take the place of the problems.

    ``row_actions`` stand in it where no panel has them. ``calm``: the line to write in is the only
    thing that the room sees.
    """

    def __init__(
        self, row_actions: RowActions | None, answers: Callable[[], Answers], *, calm: bool
    ) -> None:
        super().__init__()
        self.speakers = SpeakerLine(row_actions)
        self.words = problem_line(calm=calm)
        self.suggestion = SuggestionLine(answers())
        self.rows = PagedList(tr("list.rows"))
        self.preview = PastePreview(marks_of(answers))
        self._waiting = Text("problem", "", align=Qt.AlignmentFlag.AlignHCenter)
        self._empty = Text("room-quiet", "", align=Qt.AlignmentFlag.AlignHCenter)
        self._arrange()

    @property
    def pasting(self) -> bool:
        """Whether lines about to be added are shown."""
        return self.preview.isVisibleTo(self)

    def begun(self, problem_id: str, *, of_row: bool, held: bool) -> Begun | None:
        """What is in front and not done yet: the correction of a problem, or pasted lines."""
        if self.words.correcting:
            return Begun(problem_id, self.words.correction.text(), of_row=of_row)
        lines = self.preview.ticked() if self.pasting else ()
        return Begun(lines=lines, held=held) if lines else None

    def show_body(self, count: int, *, unseen: bool) -> None:
        """Show the problems, or while they are ``unseen`` only how many there are."""
        pasting, some = self.pasting, bool(self.rows.rows())
        self.words.setVisible(not pasting)
        self.suggestion.setVisible(not pasting)
        self.rows.setVisible(not pasting and some)
        self._waiting.setText(tr("list.count", n=count))
        self._waiting.setVisible(not pasting and unseen)
        self._empty.setText(tr("list.shown_later" if unseen else "list.empty"))
        self._empty.setVisible(not pasting and not some)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.gap)
        column.addWidget(self.speakers)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.words)
        lines.addWidget(self.suggestion)
        column.addLayout(lines)
        for part in (self.rows, self._waiting, self._empty, self.preview):
            column.addWidget(part, 1)
