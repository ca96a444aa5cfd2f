"""The work area of Appraise: the criteria, the verdict, and in private mode the note."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.appraise.criteria_sheet import CriteriaSheet
from ui.pages.appraise.verdict_view import VerdictView
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout

_SIDE_SHARE = 0.245
_NOTE_SHARE = 0.3
_WIDE_HEIGHT = 196
_UNLIMITED = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class AppraisalArea(QWidget):
    """The criteria, with the verdict next to them, or below them if the window is narrow.

    ``note`` is shown next to or below the verdict, except in the wide layout, where it is in the
    side panel.
    """

    def __init__(self, private: bool, note: QWidget | None) -> None:
        super().__init__()
        self.criteria = CriteriaSheet(private)
        self.verdict = VerdictView(private)
        self._note = note
        self._wide = False
        self._fit_layout = DeferredLayout(self, self.fit)
        self._right = QWidget()
        self._right_layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._right)
        self._right_layout.setContentsMargins(0, 0, 0, 0)
        self._right_layout.setSpacing(12)
        self._right_layout.addWidget(self.verdict, 1)
        if note is not None:
            self._right_layout.addWidget(note)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.criteria)
        self._box.addWidget(self._right)
        self.setFocusProxy(self.criteria)
        theme().changed.connect(self.fit)
        self.verdict.content_changed.connect(self.fit)
        self.fit()

    def set_wide(self, wide: bool) -> None:
        """Choose the layout for private mode with a side panel, which then contains the note.

        In it the verdict is below the criteria, or hidden in a low window.
        """
        if wide != self._wide:
            self._wide = wide
            if self._note is not None and not wide:
                self._right_layout.addWidget(self._note)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_layout.invalidate()

    def fit(self) -> None:
        """Give the verdict the space that it needs next to or below the criteria."""
        metrics = theme().metrics
        below = metrics.narrow or self._wide
        self._right.setVisible(not (self._wide and metrics.rather_low))
        self.criteria.set_reasons_beside(self._wide and not metrics.rather_low)
        self.verdict.set_wide(self._wide and not metrics.rather_low)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        level = below and not theme().stacked
        self._right_layout.setDirection(directions.LeftToRight if level else directions.TopToBottom)
        self._box.setSpacing(metrics.gap if below else metrics.gap + 4)
        if below:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(_UNLIMITED)
            self._right.setFixedHeight(self._height_below())
        else:
            self._right.setMinimumHeight(0)
            self._right.setMaximumHeight(_UNLIMITED)
            self._right.setFixedWidth(round(self.width() * _SIDE_SHARE))
            if self._note is not None:
                self._note.setMinimumWidth(0)
                self._note.setMaximumWidth(_UNLIMITED)
        self._box.setStretch(0, 1)

    def _height_below(self) -> int:
        """Return the height in px of verdict and note below the criteria."""
        if self._wide:
            return max(_WIDE_HEIGHT, self.verdict.height_for(self.width()))
        if self._note is None:
            return self.verdict.height_for(self.width())
        spacing = self._right_layout.spacing()
        if theme().stacked:
            note_height = max(self._note.sizeHint().height(), self._note.minimumHeight())
            return self.verdict.height_for(self.width()) + spacing + note_height
        note_width = round(self.width() * _NOTE_SHARE)
        self._note.setFixedWidth(note_width)
        verdict_height = self.verdict.height_for(self.width() - note_width - spacing)
        return max(verdict_height, self._note.heightForWidth(note_width))
