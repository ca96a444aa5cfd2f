"""The panel while the room searches for the answer, with the record of how it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt

from ui.actions.binding import bind, bind_buttons, button_for
from ui.actions.offered import Beside, FootArea, Offers, left
from ui.components.paragraph_view import ParagraphView, paragraph
from ui.components.task_panel import TaskPanel
from ui.components.window_api import WindowApi
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.qr_code import HelpCode
from ui.widgets.room_search_lines import help_name, room_search_lines
from ui.widgets.sheet import Sheet
from workshop_app.domain.problem import FoundHow
from workshop_app.domain.search_path import WhereToLook
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import RecordFound

_ANSWER = "answer"
_HINTED = "hinted"
"""The keys of the draft: the id of the answer, and whether the hint was given."""


@dataclass(frozen=True)
class RoomTask:
    """The answer that the room searches for, by id and name, and where it can be found."""

    answer_id: str
    answer: str
    where: WhereToLook


class FindPanel(TaskPanel):
    """Shows where to look, without the answer; in private mode also which answer is meant.

    ``task`` returns the answer to be found for an id or, if that is empty, for the current answer;
    None if there is none. Recording the result closes the panel, so that the answers are shown
    again.
    """

    KEEPS_DRAFT = False

    def __init__(
        self, api: WindowApi, task: Callable[[str], RoomTask | None], *, private: bool
    ) -> None:
        self._task_for = task
        self._private = private
        self._task: RoomTask | None = None
        self._hinted = False
        super().__init__(api, tr("solve.find.show"))

    def build(self) -> None:
        self.setAccessibleName(tr("solve.find.heading"))
        self.view = ParagraphView()
        self.code = HelpCode(tr("solve.find.code"))
        self._hint = button_for(self, "solve.hint", self.give_hint)
        bind(self, "solve.find", self.give_hint).setText("")  # menus have the hint once
        found = bind_buttons(self, "solve.found", self._record_number)
        self._alone = found[list(FoundHow).index(FoundHow.ALONE)]
        body = row(None, (self.view, 1), self.code, gap=theme().metrics.side)
        parts = ((body, 1), (self._hint, 0, Qt.AlignmentFlag.AlignLeft))
        column(self, Sheet(*parts, bar="accent", padding=theme().metrics.gap + 8))

    @property
    def where(self) -> WhereToLook:
        """Where to look, including the hint once it is given."""
        where = self._task.where if self._task is not None else WhereToLook()
        return where if self._hinted else where._replace(hint=())

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self._task = self._task_for(draft.get(_ANSWER, ""))
        self._hinted = _HINTED in draft
        if self._task is None:
            self.cancelled.emit()
            return
        self._show_lines("")

    def typed(self) -> dict[str, str]:
        if self._task is None:
            return {}
        hinted = {_HINTED: "yes"} if self._hinted else {}
        return {_ANSWER: self._task.answer_id} | hinted

    def offered(self) -> Offers:
        offers = super().offered() | {"lead": Beside(FootArea.LEFT, tr("solve.find.lead"))}
        for number, how in enumerate(FoundHow, 1):
            icon = "check" if how is self.problem.found else None
            offers["solve.found", number] = left(tr(f"solve.find.{how}"))._replace(icon=icon)
        return offers

    def focus_start(self) -> None:
        self._alone.focus_button()

    def give_hint(self) -> bool:
        """Also show the path in the help; return False if it is shown or there is none."""
        if self._task is None or self._hinted or not self._task.where.hint:
            return False
        self._hinted = True
        self._show_lines("lightbulb")
        self.foot_changed.emit()
        return True

    def _show_lines(self, current: str) -> None:
        """Show all lines, from the first page or from that with the line ``current``."""
        where = self.where
        place = help_name(where.catalogue, where.address)
        said = room_search_lines(place, where.section, where.words, where.hint)
        lines = [paragraph(words, row_id=icon, icon=icon) for icon, words in said]
        if self._private and self._task is not None:
            heading = tr("solve.find.answer")
            answer = paragraph(self._task.answer, heading, row_id=_ANSWER, icon="lock")
            lines.append(answer)
        self.view.show_paragraphs(lines, tr("solve.find.heading"))
        if current:
            self.view.set_rows(lines, current)
        self.code.set_address(where.address)
        more = self._task is not None and bool(self._task.where.hint)
        self._hint.setVisible(more and not self._hinted)

    def _record_number(self, number: int) -> bool:
        """Record how it was found; the same again removes the record and keeps searching."""
        how = list(FoundHow)[number - 1]
        again = self.problem.found is how
        command = RecordFound(self.problem.id, None if again else how)
        done = tr(f"solve.find.done.{'taken_back' if again else how}")
        if self.api.execute(command, done=done) is None:
            return False
        if not again:
            self.finished.emit()
        return True
