"""Private mode: the panel at the right with the private note on the current problem."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.forms.form import Executor, FieldText, Form, by_command
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem

_HIGHEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class NotePanel(QWidget):
    """Number, wordings, origin, ``actions`` and private note of one problem.

    ``below`` is a widget at the foot of the panel, ``middle`` one that replaces wordings and
    origin. Where the panel is too low, the actions' keys are only in their tool tips, then the note
    scrolls.
    """

    def __init__(
        self,
        api: Executor,
        actions: QWidget | None,
        below: QWidget | None = None,
        middle: QWidget | None = None,
    ) -> None:
        super().__init__()
        set_background(self, "surface")
        self._actions = actions
        self._fitted: tuple[object, ...] = ()
        self._parts_layout = DeferredLayout(self, self._fit_parts)
        self._title = Text("section", "")
        self._words = LongText("body", most_lines=3 if theme().metrics.rather_low else 6)
        self._more = MoreButton(self._words, key=None)
        self._origin = Text("meta", "")
        text = FieldText(tr("list.private_note"), lines=(3 if theme().metrics.rather_low else 5, 8))
        self._form = Form(Problem, {"private_note": text}, by_command(api, EditProblem))
        self.note = self._form.fields["private_note"]
        layout = column(self, self._title, gap=8, around=(20, theme().metrics.top, 20, 20))
        if middle is not None:
            layout.addWidget(middle, 1)
            for widget in (self._words, self._more, self._origin):
                widget.setParent(self)
                widget.hide()
        else:
            for widget in (self._words, self._more, self._origin):
                layout.addWidget(widget)
        if actions is not None:
            layout.addWidget(actions)
        layout.addSpacing(4 if theme().metrics.rather_low else 12)
        layout.addWidget(self.note)
        layout.addWidget(Text("hint", tr("list.private_where")))
        if middle is None:
            layout.addStretch(1)
        if below is not None:
            layout.addWidget(below)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_problem(self, problem: Problem | None, origin: str) -> None:
        """Show a problem; a note typed for another one is saved first."""
        self._form.show_record(problem)
        self.note.setEnabled(problem is not None)
        self._title.setText(
            tr("list.panel", number=problem.number) if problem else tr("list.panel_none")
        )
        self._words.set_text(problem.first_wording if problem else "")
        self._origin.setText(origin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._parts_layout.invalidate()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, 1, self.height(), theme().colour("line"))

    def _fit_parts(self) -> None:
        """Hide the keys on the actions' buttons, then limit the note, as far as necessary."""
        high = self.note.sizeHint().height()
        texts = (self._words.text(), self._more.isHidden(), self._origin.text())
        fitted = (self.size(), *texts, high)
        if theme().stacked or fitted == self._fitted:
            return  # trying a layout triggers another layout request
        self._fitted = fitted
        self.note.setMaximumHeight(_HIGHEST)
        self._set_brief(False)
        if self._excess() > 0:
            self._set_brief(True)
        excess = self._excess()
        if excess > 0:
            field = self.note.field
            least = high - field.sizeHint().height() + field.least_height()
            self.note.setMaximumHeight(max(least, high - excess))

    def _set_brief(self, brief: bool) -> None:
        if self._actions is not None:
            for button in self._actions.findChildren(ActionButton):
                button.set_brief(brief)
            self._actions.updateGeometry()

    def _excess(self) -> int:
        """Return by how many px the parts are higher than the panel."""
        layout = self.layout()
        return layout.totalHeightForWidth(self.width()) - self.height() if layout else 0

    def _restyle(self) -> None:
        if not theme().stacked:
            self.setFixedWidth(theme().metrics.panel)
