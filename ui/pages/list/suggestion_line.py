"""A line below the field with the catalogue's best answer to the text being typed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from ui.components.answer_reader import AnswerReader
from ui.components.suggestions import BestAnswer, best_answer
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.fit import LIMIT_ICON
from ui.widgets.painted import Painted
from ui.widgets.painting import draw_key, key_size
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import tr
from workshop_app.services.answers import Answers

KEY = "Ctrl+F"
_ICON = 16
_GAP = 8
_APART = 20
_TARGET = 24


class SuggestionLine(Painted):
    """Keeps its height even if empty; never takes the focus.

    ``clicked``: the user clicked it, to continue in the catalogue.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Link

    clicked = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._reader = AnswerReader(self, answers, self._show)
        self._text = ""
        self.setAccessibleName(tr("list.suggestion.look"))
        self.best: BestAnswer | None = None
        """What it says now."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def _show(self) -> None:
        best = best_answer(self._answers, self._text) if self._text else None
        if best == self.best:
            return
        self.best = best
        self.setAccessibleName(self._spoken() or tr("list.suggestion.look"))
        shape = Qt.CursorShape.PointingHandCursor if self.best else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def words(self) -> str:
        """Its text, without the fit."""
        if self.best is None:
            return ""
        return self.best.name or self.best.gap

    def sizeHint(self) -> QSize:
        return QSize(0, max(_TARGET, theme().line_height("meta") + 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.best is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paint(self, painter: QPainter) -> None:
        if self.best is None:
            return
        height = self.height()
        centre = height / 2
        font = "meta"
        ink2 = "ink2"
        x = _GAP
        icon = "lightbulb" if self.best.name else "circle-dashed"
        paint_icon(painter, icon, "ink2", x, centre, _ICON)
        x += _ICON + _GAP
        draw_line(painter, self.words(), font, ink2, x, 0, height)
        x += text_width(self.words(), font) + _APART
        parts = next((n for n in (3, 2, 1) if self._used(n) <= self.width()), 0)
        words, level = self.best.fit_mark
        if level:
            draw_line(painter, words, font, ink2, x, 0, height)
            if self.best.limited:
                left = round(x + text_width(words, font) + _APART)
                paint_icon(painter, LIMIT_ICON, "ink2", left, centre, _ICON)
                limit = tr("widgets.fit.limited") if parts else ""
                draw_line(painter, limit, font, ink2, left + _ICON + _GAP, 0, height)
        x += self._fit_width(worded=parts > 0)
        if parts > 1:
            x += draw_key(painter, KEY, x, centre, ink2, boxed=True) + _GAP
        if parts > 2:
            draw_line(painter, tr("list.suggestion.look"), font, ink2, x, 0, height)

    def _used(self, parts: int) -> int:
        """Return the width in px with the answer and its fit only.

        With 1 for ``parts`` a limit has its words, with 2 the key is added, with 3 its text.
        """
        if self.best is None:
            return 0
        width = (
            2 * _GAP + _ICON + text_width(self.words(), "meta") + self._fit_width(worded=parts > 0)
        )
        width += _APART + key_size(KEY)[0] if parts > 1 else 0
        return width + (_GAP + text_width(tr("list.suggestion.look"), "meta") if parts > 2 else 0)

    def _fit_width(self, *, worded: bool) -> int:
        """Return the width in px of the fit and of a limit, each with the gap before it."""
        words, level = self.best.fit_mark if self.best else ("", 0)
        if not level:
            return 0
        limit = 0
        if self.best and self.best.limited:
            limit = _APART + _ICON
            limit += _GAP + text_width(tr("widgets.fit.limited"), "meta") if worded else 0
        return _APART + text_width(words, "meta") + limit

    def _spoken(self) -> str:
        fit = self.best.fit_mark[0] if self.best else ""
        limit = tr("widgets.fit.limited") if self.best and self.best.limited else ""
        return " ".join(part for part in (self.words(), fit, limit) if part)
