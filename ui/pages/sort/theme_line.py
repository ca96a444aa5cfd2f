"""A field above the name of a theme, for renaming it or naming a new one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.actions.table import key_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.icon_button import IconButton
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from workshop_app.i18n import tr

NAME_LIMIT = 60
"""Maximum length of a theme's name, so that it fits the board and a heading."""


_CLOSE = 32  # px, side of the button that closes the field
_MARGIN = 8  # px
_GAP = 4  # px


class ThemeLine(QWidget):
    """``named(words)`` for a new theme, ``renamed(theme_id, words)`` for an existing one.

    Hidden while no theme is being named.
    """

    named = Signal(str)
    renamed = Signal(str, str)
    closed = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme_id = ""
        self._placed = (False, False)
        """Whether the button is next to the field, and whether the field grows upwards."""
        self.entry = EntryLine(tr("sort.theme_line"), limit=NAME_LIMIT, name="theme")
        self._button = ActionButton(
            "", key=key_of("moving.enter"), kind="primary", size="small", keyless=True
        )
        self._button.clicked.connect(self.entry.submit)
        self._close = IconButton("close", tr("sort.cancel"), size=16, target=_CLOSE)
        self._close.clicked.connect(self.end)
        self._note = Text("meta", "")
        self._error = ErrorLine()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.entry, 1, Qt.AlignmentFlag.AlignTop)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(_GAP)
        self._beside.addWidget(self._note)
        self._beside.addLayout(row(None, self._button, self._close, STRETCH, gap=_GAP))
        self._row.addLayout(self._beside)
        column(self, self._row, self._error, gap=_GAP, around=(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        self.entry.entered.connect(self._enter)
        self.entry.changed.connect(self._typed)
        self.entry.limit_exceeded.connect(self._say_too_long)
        self.hide()

    def start_new(self, note: str) -> None:
        """Show the field for a new theme; ``note`` says what goes into it."""
        typed = self.entry.text() if not self.theme_id else ""
        self._start("", "", note)
        self.entry.bring_back(typed)

    def start_rename(self, theme_id: str, name: str) -> None:
        """Show the field for another name."""
        self._start(theme_id, name, "")
        self.entry.field.selectAll()

    def set_wide(self, wide: bool, *, at_bottom: bool = False) -> None:
        """Put the button next to the field instead of below it.

        ``at_bottom``: the field grows upwards. The button keeps its place while the field grows.
        """
        if (wide, at_bottom) == self._placed:
            return
        self._placed = (wide, at_bottom)
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if wide else directions.TopToBottom
        for line in (self._row, self._beside):
            line.setDirection(direction)
        one_line = self.entry.least_height() - self._button.sizeHint().height()
        around = max(0, one_line // 2) if wide else 0
        self._beside.setContentsMargins(0, around, 0, around)
        edge = Qt.AlignmentFlag.AlignBottom if at_bottom else Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._beside, edge)

    def height_in(self, width: int) -> int:
        """Return the height in px with the button next to the field."""
        return self._height_with(self.entry.sizeHint().height(), width, wide=True)

    def heights_below(self, width: int) -> tuple[int, int, int]:
        """Return the heights in px with the button below the field.

        They are those with one line of text, with the present lines, and with as many as the field
        can grow to.
        """
        entry = self.entry
        lines = (entry.least_height(), entry.sizeHint().height(), entry.greatest_height())
        least, present, most = (self._height_with(entry, width, wide=False) for entry in lines)
        return least, present, most

    def _height_with(self, entry: int, width: int, *, wide: bool) -> int:
        """Return the height in px with a field of the height ``entry``."""
        inside = width - 2 * _MARGIN
        rows = [entry, self._button.sizeHint().height()]
        rows = [max(rows)] if wide else rows
        for words in (self._error, *(() if wide else (self._note,))):
            if not words.isHidden():
                rows.append(max(words.sizeHint().height(), words.heightForWidth(inside)))
        return sum(rows) + _GAP * (len(rows) - 1) + 2 * _MARGIN

    def end(self) -> None:
        """Clear and hide the field."""
        self.entry.clear()
        self.theme_id = ""
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, 12, theme().colour("surface"), theme().colour("line"))

    def _start(self, theme_id: str, text: str, note: str) -> None:
        self.theme_id = theme_id
        words = tr("sort.rename" if theme_id else "sort.theme_line")
        self.entry.set_words(words, tr("sort.theme_placeholder"))
        self.entry.set_text(text)
        self._button.setText(tr("sort.save" if theme_id else "sort.add"))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.show()
        self.raise_()
        self.moved.emit()
        self.entry.setFocus()

    def _typed(self) -> None:
        self._error.show_sentence("")
        self.moved.emit()

    def _enter(self, words: str) -> None:
        if self.theme_id:
            self.renamed.emit(self.theme_id, words)
        else:
            self.named.emit(words)

    def _say_too_long(self, length: int, limit: int) -> None:
        self._error.show_sentence(tr("errors.too_long", length=length, limit=limit))
        self.moved.emit()
