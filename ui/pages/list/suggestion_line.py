"""A line below the field with the catalogue's best answer to the text being typed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy

from ui.actions.table import key_of
from ui.components.answer_reader import AnswerReader
from ui.components.suggestions import BestAnswer, best_answer
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.spaced import spaced
from workshop_app.i18n import tr
from workshop_app.services.answers import Answers

_TARGET = 24  # px; the room's words need the space


class SuggestionLine(ActionButton):
    """Leads to the catalogue. Keeps its height even if empty; never takes the focus."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Link

    def __init__(self, answers: Answers) -> None:
        super().__init__("", key=key_of("everywhere.catalogue"), kind="note", size="small")
        self._answers = answers
        self._reader = AnswerReader(self, answers, self._show)
        self._text = ""
        self.best: BestAnswer | None = None
        """What it says now."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._show_best()

    def show_for(self, text: str) -> None:
        """Show the best answer to a text; nothing if there are too few words."""
        text = text.strip()
        if text == self._text:
            return
        self._text = text
        if self._answers.ready or not text:
            self._show()
        else:  # shortly after the start: paint the letter first
            self._reader.start()

    def words(self) -> str:
        """Its text, without the fit."""
        return "" if self.best is None else self.best.name or self.best.gap

    def _height(self) -> int:
        return max(_TARGET, theme().line_height("meta") + 2)

    def _show(self) -> None:
        best = best_answer(self._answers, self._text) if self._text else None
        if best != self.best:
            self.best = best
            self._show_best()

    def _show_best(self) -> None:
        """Show the answer, and as much about it as the line has space for."""
        best = self.best
        fit = best.fit_mark[0] if best is not None else ""
        limit = tr("widgets.fit.limited") if best is not None and best.limited else ""
        forms = [spaced(self.words(), fit, limit), spaced(self.words(), fit), self.words()]
        room = self.width()
        fitting = (one for one in forms if self.width_at(brief=False, text=one) <= room)
        self.set_icon(None if best is None else "lightbulb" if best.name else "circle-dashed")
        self.setText(next(fitting, forms[-1]))
        self.setEnabled(best is not None)
        self.setAccessibleName(forms[0] or tr("list.suggestion.look"))
