"""A plain-text field that is safe for input methods: the base class of all fields of the kit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from ui.theme.roles import ROLES
from ui.theme.style_sheet import dress
from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.deferred_layout import Refitted
from ui.widgets.line_ends import as_counted
from ui.widgets.text_layout import in_role
from workshop_app.line_breaks import word_around

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
)
_MOVING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
           Qt.Key.Key_Backspace, Qt.Key.Key_Delete)  # fmt: skip
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_BESIDE_CURSOR = 3
"""Px between the cursor of an empty field and the placeholder."""


class PlainField(Refitted, QTextEdit):
    """Text without formatting that wraps at its width and grows up to ``most_lines``.

    While the input method converts, keys do nothing else. ``returned`` is emitted for Enter without
    a running conversion. Unused keys are passed to the page.
    """

    returned = Signal()
    lines_pasted = Signal(str)
    focus_left = Signal()
    focus_entered = Signal()

    def __init__(
        self,
        role: str = "body",
        *,
        one_line: bool = True,
        line_breaks: bool = False,
        most_lines: int = 4,
        least_lines: int = 1,
    ) -> None:
        super().__init__()
        self.role = role
        self._one_line = one_line
        self._line_breaks = line_breaks or not one_line
        self._lines = (least_lines, most_lines)
        self._bar_dressed = False
        self._preedit = ""
        self._word: tuple[int, int] | None = None
        """Start and end of what a double click selected, until the button is released."""
        self._placeholder = ""
        self._prepare()
        self._restyle()
        self.document().clearUndoRedoStacks()  # in an empty field, undo belongs to the page
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme().changed.connect(self._restyle)

    @property
    def composing(self) -> bool:
        """Whether the input method has text that is not committed."""
        return bool(self._preedit)

    def text(self) -> str:
        """Return the typed text, without text being converted."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text and clear the field's undo history."""
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())  # other than setPlainText it keeps the line spacing
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_role(self, role: str) -> None:
        """Change the size of the text."""
        self.role = role
        self._restyle()

    def pass_enter(self) -> None:
        """Emit ``returned`` for Enter; in a field of several lines Shift+Enter begins another."""
        self._one_line = True

    def set_lines(self, lines: int, most: int = 0) -> None:
        """Make it as high as this many lines; a longer text makes it higher, up to ``most``."""
        self._lines = (lines, max(lines, most))
        self.updateGeometry()

    def align(self, side: Qt.AlignmentFlag) -> None:
        """Put the text, and at the right end also the placeholder, elsewhere than at the left."""
        option = self.document().defaultTextOption()
        option.setAlignment(side)
        self.document().setDefaultTextOption(option)

    def set_placeholder(self, words: str) -> None:
        """Show a placeholder while the field is empty."""
        self._placeholder = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._placeholder and not self._preedit and self.document().isEmpty():
            painter = QPainter(self.viewport())
            line = theme().line_height(self.role)
            left = self.cursorWidth() + _BESIDE_CURSOR
            width = self.viewport().width() - left
            lines = max(1, self.height() // line)
            words = in_role(self._placeholder, self.role, width, lines)
            if self.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight:
                left += width - words.width
            words.draw_part(painter, left, 0, "ink3", 0, lines)

    def sizeHint(self) -> QSize:
        least, most = self._lines
        line = theme().line_height(self.role)
        height = round(self.document().size().height())
        return QSize(12 * line, min(max(height, least * line), most * line))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * theme().text_size(self.role), self.sizeHint().height())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_entered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin another selection also within the last one, of which Qt would drag the text."""
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._deselect()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; one of Japanese would reach to the next space for Qt."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._word = self._word_at(event)
            self._select(*self._word)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._word is None:
            super().mouseMoveEvent(event)
        else:
            start, end = self._word_at(event)
            self._select(min(start, self._word[0]), max(end, self._word[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._word = None
        super().mouseReleaseEvent(event)

    def _word_at(self, event: QMouseEvent) -> tuple[int, int]:
        """Return start and end of the word below the pointer."""
        text, point = as_counted(self.toPlainText()), event.position().toPoint()
        cursor = self.cursorForPosition(point)
        place = cursor.position() - (point.x() < self.cursorRect(cursor).left())
        return word_around(text, min(max(place, 0), len(text) - 1)) if text else (0, 0)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit_composed()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self._deselect()
            self.focus_left.emit()

    def _deselect(self) -> None:
        """Select nothing, so that only the field with the keyboard looks selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def commit_composed(self) -> None:
        """Commit text that is being converted."""
        if not self._preedit:
            return
        QApplication.inputMethod().commit()
        if self._preedit:  # no input method answered: commit the text here
            decided = QInputMethodEvent()
            decided.setCommitString(self._preedit)
            self.inputMethodEvent(decided)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self.composing or self.uses(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing:
            return
        if event.key() in _RETURN and not event.modifiers() & _COMMANDING:
            self._press_return(event)
        elif self.uses(event) or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            event.ignore()  # the menu key applies to the rows of the page
        else:
            menu = self.createStandardContextMenu(event.pos())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dress(menu)
            menu.popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if self._one_line and not self._line_breaks:
            lines = [line for line in text.split("\n") if line.strip()]
            if len(lines) > 1:
                self.lines_pasted.emit(text)
                return
            text = lines[0] if lines else ""
        self.insertPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()  # a dropped file is for the page

    def _press_return(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._one_line and not shifted:
            self.returned.emit()
        elif self._line_breaks:
            self.insertPlainText("\n")

    def uses(self, event: QKeyEvent) -> bool:
        """Return whether the field itself uses a key, so that no list or shortcut may handle it."""
        key = event.key()
        if key in _PAGING or key == Qt.Key.Key_Escape:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.document().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.document().isRedoAvailable()
        if any(event.matches(standard) for standard in _EDITING):
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return not event.modifiers() & _COMMANDING and self._can_move(key)
        if key in _MOVING:
            return not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.modifiers() & _COMMANDING:
            return _writes_with_modifiers(event)
        return bool(event.text()) and event.text().isprintable()

    def _can_move(self, key: int) -> bool:
        up = QTextCursor.MoveOperation.Up
        cursor = self.textCursor()
        return cursor.movePosition(up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down)

    def _prepare(self) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(*FULL_WIDTH)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDefaultTextOption(option)

    def _space_lines(self) -> None:
        from PySide6.QtGui import QTextBlockFormat  # not on the start path: it has many enums

        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            theme().line_height(self.role), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    def _restyle(self) -> None:
        self.setFont(theme().font(self.role))
        self.document().setDefaultFont(theme().font(self.role))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Text, theme().colour(ROLES[self.role].colour))
        self.setPalette(colours)
        self.setCursorWidth(max(2, theme().text_size(self.role) // 16))
        self._keep_undo_while_spacing()
        self.updateGeometry()

    def _keep_undo_while_spacing(self) -> None:
        with QSignalBlocker(self):  # the text does not change
            if self.document().isUndoAvailable():
                cursor = QTextCursor(self.document())
                cursor.joinPreviousEditBlock()
                self._space_lines()
                cursor.endEditBlock()
                return
            self.setUndoRedoEnabled(False)
            self._space_lines()
            self.setUndoRedoEnabled(True)

    def _grow(self) -> None:
        self.fit_parts()
        self.updateGeometry()

    def fit_parts(self) -> None:
        """Scroll if the field has more lines than it can grow to, or less space."""
        height = round(self.document().size().height())
        over = height > self._lines[1] * theme().line_height(self.role) + 1
        squeezed = self.height() + 1 < self.sizeHint().height()
        scrolls = over or squeezed
        if scrolls and not self._bar_dressed:
            self._bar_dressed = True
            dress(self.verticalScrollBar())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )


def _writes_with_modifiers(event: QKeyEvent) -> bool:
    """Return whether Ctrl+Alt (AltGr on some layouts) produced a letter."""
    both = event.modifiers() & _COMMANDING == _COMMANDING
    return both and bool(event.text()) and event.text().isprintable()


def field_with(around: QWidget, texts: Iterable[str]) -> PlainField | None:
    """Return the first field within a widget that has one of some texts, or None."""
    found = {text for text in texts if text}
    return next((one for one in around.findChildren(PlainField) if one.text() in found), None)
