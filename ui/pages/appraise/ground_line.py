"""The line below the criteria: the reason of the current one, which is edited there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.appraise.verdicts import number_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import FULL_WIDTH, column, row
from ui.widgets.discard import discard
from ui.widgets.editor_buttons import editor_buttons
from ui.widgets.long_text import LongText
from ui.widgets.painted import Painted
from ui.widgets.painting import fill
from ui.widgets.ruled_line import RuledLine
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import tr

_AROUND, _AROUND_NARROW = 16, 8  # px above and below the text together
_LABEL_LEFT = 8
_MOST_LINES = 4
"""Of the field, which grows with its text."""


class GroundLine(Painted):
    """Shows a text about a criterion; ``edit`` opens a field in its place.

    Signals:
        requested: The button or the text was pressed, to edit the reason.
        edited: The reason of a criterion is to be saved; carries both.
        left: So it is since the keyboard went elsewhere on the page.
        changed: The field was opened or closed, or another part of the text is shown.
    """

    SPOKEN_ROLE = QAccessible.Role.Grouping

    requested = Signal()
    edited = Signal(Criterion, str)
    left = Signal(Criterion)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._criterion = Criterion.WHO
        self._reason = ""
        self.field: RuledLine | None = None
        """The field, while a reason is edited."""
        self._label = Text("meta", align=Qt.AlignmentFlag.AlignRight)
        self.text = LongText("room", 1)
        self._edit = ActionButton(kind="quiet", size="small")
        self._line = QWidget()
        self._row = row(self._line, self._label, (self.text, 1), self._edit, gap=0)
        self._column = column(self, (self._line, 1), gap=0)
        self.setSizePolicy(*FULL_WIDTH)
        self._edit.clicked.connect(self.requested)
        self.text.pages_changed.connect(self.changed)
        theme().follow(self._fit)

    @property
    def editing(self) -> bool:
        """Whether a reason is edited."""
        return self.field is not None

    @property
    def has_more(self) -> bool:
        """Whether ``turn`` shows a later part of the text."""
        return not self.editing and self.text.page + 1 < self.text.pages

    def show_criterion(self, criterion: Criterion, reason: str, words: str) -> None:
        """Show ``words`` about a criterion, whose ``reason`` is edited; not while one is edited."""
        if self.editing:
            return
        self._criterion, self._reason = criterion, reason
        number = number_of(criterion)
        label = tr(f"appraise.ground.{'reason' if reason else 'question'}", number=number)
        self._label.setText(label if self._fits_label(label) else str(number))
        self._edit.setText(tr(f"appraise.ground.{'edit' if reason else 'write'}"))
        self.text.set_text(words)
        self.setAccessibleName(f"{label}  {words}")

    def turn(self) -> None:
        """Show the next part of the text, after the last one the first."""
        self.text.turn()

    def rest_height(self, lines: int = 1) -> int:
        """Return the height in px with so many lines of text."""
        line = theme().line_height("room")
        small = max(theme().metrics.target, 2 * theme().line_height("meta"))
        around = _AROUND_NARROW if theme().metrics.narrow else _AROUND
        return max(line * lines + around, small + 6)

    def fit_lines(self, most: int) -> None:
        """Show so many lines of the text at most, and have the height of so many."""
        self.text.set_most_lines(most)
        self.setMinimumHeight(self.rest_height(most))

    def edit(self) -> None:
        """Open the field, or give it the keyboard if it is open."""
        if self.field is None:
            self.field = self._open_field()
            self._line.hide()
            self._column.addWidget(self.field, 1)
            self.changed.emit()
        self.field.setFocus()

    def submit(self) -> bool:
        """Save the reason that is edited; return False if that was refused."""
        if self.field is None:
            return True
        self.field.field.commit_composed()
        words = self.field.text().strip()
        if words == self._reason:
            self.close_field()
        else:
            self.edited.emit(self._criterion, words)
        return not self.editing

    def close_field(self) -> None:
        """Show the text again; what was typed is dropped."""
        if self.field is None:
            return
        field, self.field = self.field, None
        around = self.parentWidget()
        now = QApplication.focusWidget()
        if around is not None and now is not None and field.isAncestorOf(now):
            around.setFocus()
        discard(field)
        self._line.show()
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.editing:
            self.requested.emit()

    def paint(self, painter: QPainter) -> None:
        fill(painter, QRectF(self.rect()), "sunken")
        fill(painter, QRectF(0, 0, self.width(), 1), "line")

    def _open_field(self) -> RuledLine:
        label = tr("appraise.ground.label")
        line = RuledLine(
            label, tr("appraise.ground.placeholder"), line_breaks=True, limit=NOTE_LIMIT
        )
        line.set_lead(str(number_of(self._criterion)))
        line.field.set_lines(self.text.most_lines, _MOST_LINES)
        line.set_text(self._reason)
        save, cancel = editor_buttons()
        save.clicked.connect(self.submit)
        cancel.clicked.connect(self.close_field)
        for button in (save, cancel):
            line.add_trailing(button)
        line.field.returned.connect(self.submit)
        line.field.focus_left.connect(self._follow_focus)
        return line

    def _follow_focus(self) -> None:
        """Save when the keyboard goes elsewhere on the page."""
        now = QApplication.focusWidget()
        around = self.parentWidget()
        if now is None or around is None or self.isAncestorOf(now) or not around.isAncestorOf(now):
            return
        criterion = self._criterion
        changed = self.field is not None and self.field.text().strip() != self._reason
        if self.editing and self.submit() and changed:
            self.left.emit(criterion)

    def _fits_label(self, label: str) -> bool:
        """Return whether no word of the label would be broken in the margin."""
        words = (text_width(word, "meta") for word in label.split())
        return not theme().stacked and max(words) <= self._label.width()

    def _fit(self) -> None:
        metrics = theme().metrics
        self._label.setFixedWidth(metrics.edge - metrics.hang - _LABEL_LEFT)
        self._row.setContentsMargins(_LABEL_LEFT, 0, metrics.margin, 0)
        self._row.setSpacing(metrics.hang)
