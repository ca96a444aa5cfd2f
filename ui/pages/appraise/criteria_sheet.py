"""The six criteria on one sheet, on as many pages as the height requires."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.table import find
from ui.pages.appraise.criterion_row import CriterionRow
from ui.pages.appraise.verdicts import criterion_word, number_of
from ui.rows.scroll_bar import span_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.field_box import FieldBox
from ui.widgets.key_action import key_action
from ui.widgets.painting import rounded
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from ui.widgets.wheel import WheelNotches
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import tr

_RADIUS = 12
_MOST_LINES = 8
"""Number of lines of a reason that are shown initially if there is space."""
_PER_PAGE = (6, 5, 4, 3, 2, 1)
_LEAST_PADDING = 4
_COMPACT_PADDING = 3
"""The space above and below in px where it lets all rows fit on one page."""
_CAPTION_GAP = 8  # px between the parts below the rows
_REASON_SHARE = 0.38
_BESIDE_WORDS = 18  # px that a segment needs in addition to its text


class CriteriaSheet(QWidget):
    """Up and Down move, Enter opens the reason of the current criterion.

    In projected mode only the current row has its answers, below its question, and an answer
    opens the next question of the page; a pointer that stays is then on a question, not on an
    answer. In low windows the other rows have small letters.

    In private mode all rows have their answers. The reason of a row opens when the row is pressed
    or moved to, not when it is answered by mouse. After an answer by mouse no row moves until the
    pointer leaves the sheet, a key is pressed, or something else is shown; only then inactive rows
    collapse.

    Where only rows without a reason fit on one page, it opens when the row is pressed, in projected
    mode once more, or the reason edited. If not all rows fit, PgUp, PgDn, the wheel and two buttons
    below the rows turn the pages; the last page is a full one.

    Signals:
        answered: An answer was pressed; carries criterion and answer.
        reason_edited: A reason was written; carries criterion and text.
        view_changed: Another criterion is current, or another page or a field is shown.
        answer_kept: A number was pressed after the last answer that was needed.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.List

    answered = Signal(Criterion, str)
    reason_edited = Signal(Criterion, str)
    view_changed = Signal()
    answer_kept = Signal()

    def __init__(self, private: bool) -> None:
        super().__init__()
        self.row_actions: Sequence[str] = ()
        self._private = private
        self._rows = [CriterionRow(criterion, private, self) for criterion in Criterion]
        self._current = 0
        self._opened = 0
        """The row whose reason is shown: the current one, unless that was answered by mouse."""
        self._completed: Criterion | None = None
        """The current criterion if its number key gave the last answer that was needed."""
        self._asked_for = False
        """Whether the row was pressed, so that it opens even if not all rows then fit."""
        self._per_page = len(self._rows)
        self._first = 0
        self._wheel = WheelNotches()
        self._reasons_beside = False
        self._used = 0
        self._least = 0
        """Height in px that a page of one row needs if the page of the window scrolls, or 0."""
        self._range = Text("meta", "", wrap=False, parent=self)
        back, on = find("moving.pages").keys
        self._before = self._page_button("before", back, self.turn_back)
        self._after = self._page_button("after", on, self._turn_page)
        self._caption = (self._range, self._before, self._after)
        for part in self._caption:
            part.hide()
        key_action(back, self, self.turn_back)
        key_action(on, self, self.turn)
        self._rows_layout = DeferredLayout(self, self.lay_out)
        self._release_later = DeferredLayout(self, self.release)
        self._keeps_rows = False
        """Whether no row may move: one was answered by the mouse, which is still there."""
        self._kept_back: Callable[[], None] | None = None
        self._starts: dict[Criterion, str] = {}
        self._editor: ReasonField | None = None
        self._edited: Criterion = Criterion.WHO
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for index, row in enumerate(self._rows):
            row.answered.connect(lambda answer, row=row: self._press(row, answer))
            row.pressed.connect(lambda index=index: self._go_by_mouse(index))
            row.reason_pressed.connect(self.edit_reason)
        theme().changed.connect(self.lay_out)

    @property
    def current(self) -> Criterion:
        """The current criterion."""
        return self._rows[self._current].criterion

    @property
    def editing(self) -> bool:
        """Whether a reason is being written."""
        return self._editor is not None

    @property
    def has_more_reason(self) -> bool:
        """Whether PgDn shows more of the current reason, before it shows the next page."""
        reason = self._rows[self._current].reason
        shown = reason.isVisibleTo(self) and not self.editing
        return shown and reason.page + 1 < reason.pages

    @property
    def asks_later(self) -> bool:
        """Whether a later page has a question that still needs an answer."""
        return any(row.is_asked for row in self._rows[self._page().stop :])

    def show_appraisal(
        self,
        appraisal: Appraisal,
        starts: dict[Criterion, str],
        decided: tuple[Criterion, ...],
        still_open: tuple[Criterion, ...],
    ) -> None:
        """Show an appraisal; ``starts`` are default reasons where none is written.

        ``decided`` are the criteria that decided the verdict, ``still_open`` those that are
        unanswered and can change it.
        """
        self._starts = starts
        quiet = [row.is_quiet for row in self._rows]
        for row, was_quiet in zip(self._rows, quiet, strict=True):
            criterion = row.criterion
            start = starts.get(criterion, "")
            reason = appraisal.ground(criterion) or start
            from_solve = criterion is Criterion.ALTERNATIVE and bool(reason) and reason == start
            needed = not was_quiet if self._keeps_rows else criterion in still_open
            row.show_answer(appraisal, reason, decides=criterion in decided,
                            needed=needed, from_solve=from_solve)  # fmt: skip
        if self._keeps_rows:
            self._kept_back = partial(self.show_appraisal, appraisal, starts, decided, still_open)
            if quiet != [row.is_quiet for row in self._rows]:
                self.release()
        self.lay_out()
        self._update_accessible_text()

    def show_voices(self, counts: VoiceCounts | None, remark: str = "") -> None:
        """Show how many said the same, next to the question whether it is a general case.

        The room is not told that nobody else is known to have said it.
        """
        if counts is not None and not (self._private or counts.elsewhere):
            counts = None
        self._rows[number_of(Criterion.GENERAL) - 1].show_voices(counts, remark)

    def choose_answer(self, number: int) -> None:
        """Give the current criterion its answer ``number``, from 1, or remove that.

        After a first answer the next criterion that needs one becomes current, except while a
        reason is written. After the last of them a number changes nothing until a criterion is
        selected, since whoever types six numbers in a row does not see that fewer are needed.
        """
        self.release()
        index = self._current
        criterion = self.current
        row = self._rows[index]
        if self._completed is criterion and row.has_answer:
            self.answer_kept.emit()
            return
        first = not row.has_answer
        self.go(criterion)
        self.answered.emit(criterion, ANSWERS[criterion][number - 1])
        if first and row.has_answer and not self.editing:
            self._step_to(self._next_asked(index))
            if not any(each.is_asked for each in self._rows):
                self._completed = criterion

    def go_to_open(self) -> None:
        """Select the first criterion that needs an answer, or the first of all."""
        self._step_to(self._next_asked(-1))

    def go_to_asked_later(self) -> None:
        """Select the first criterion on a later page that needs an answer."""
        if self.asks_later:
            self._step_to(self._next_asked(self._page().stop - 1))

    def go(self, criterion: Criterion) -> None:
        """Select another criterion."""
        self._completed = None
        index = number_of(criterion) - 1
        if index != self._current or index != self._opened:
            self.release()
            self.commit_reason()
            self._current = self._opened = index
            self._asked_for = False
            self.lay_out()
            self._update_accessible_text()
            self.view_changed.emit()

    def turn(self) -> bool:
        """Show more of the current reason, or the next page; return False if there is neither."""
        self.release()
        if not self.has_more_reason:
            return self._turn_page()
        self._rows[self._current].reason.turn()
        self.lay_out()
        self.view_changed.emit()
        return True

    def turn_back(self) -> bool:
        """Show the previous page; return False if there is none."""
        start = self._page().start
        if start > 0:
            self._step_to(max(0, start - self._per_page))
        return start > 0

    def edit_reason(self) -> None:
        """Open the reason of the current criterion for editing, in place."""
        self.release()
        if self._editor is not None:
            self._editor.setFocus()
            return
        self._opened = self._current
        self._asked_for = True
        row = self._rows[self._current]
        self._edited = row.criterion
        self._editor = ReasonField()
        self._editor.field.set_text(row.reason.text())
        self._editor.submitted.connect(lambda _text: self.commit_reason() and self.setFocus())
        self._editor.field.document().documentLayout().documentSizeChanged.connect(self.lay_out)
        row.set_editor(self._editor)
        self.lay_out()
        self._editor.setFocus()
        self.view_changed.emit()

    def commit_reason(self) -> bool:
        """Save the reason being written and close its field; return False if it was refused."""
        if self._editor is None:
            return True
        text = self._editor.text()
        if text != self._rows[number_of(self._edited) - 1].reason.text():
            self.reason_edited.emit(self._edited, text)
        else:
            self.close_reason()
        return self._editor is None

    def close_reason(self) -> None:
        """Close the field of the reason without saving."""
        if self._editor is None:
            return
        had_focus = self._editor.field.hasFocus()
        editor = self._editor
        self._editor = None
        row = self._rows[number_of(self._edited) - 1]
        row.set_editor(None)
        row.arrange()
        if had_focus:
            self.setFocus()
        discard(editor)
        self.lay_out()
        self.view_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(20 * theme().text_size("room"), 6 * theme().metrics.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * theme().text_size("room"), max(theme().metrics.row, self._least))

    def focus_shape(self) -> tuple[QRectF, float] | None:
        """Return None, since the sheet draws the ring itself around the current row."""
        return None

    def set_reasons_beside(self, beside: bool) -> None:
        """Put the reasons at the right of the answers, or below the questions."""
        if beside != self._reasons_beside:
            self._reasons_beside = beside
            self.lay_out()

    def lay_out(self) -> None:
        """Measure all rows and place those of the page; later, while no row may move."""
        if self._keeps_rows:
            self.update()
            return
        width = self.width() - 2
        before = self._per_page
        reason = round(width * _REASON_SHARE) if self._reasons_beside else 0
        choice, stacked = self._choice_width(width - reason)
        small = not self._private and not self._fits_in_large_letters(width, choice)
        for row in self._rows:
            row.set_small(small)
        roomy = max(5, round(theme().metrics.gap * 0.6))
        padding, lines, low = _LEAST_PADDING, 1, False
        several = False
        spare = 0
        layouts = self._layouts_to_try(roomy)
        for self._per_page, opens, brief, (padding, lines, low) in layouts:
            for index, row in enumerate(self._rows):
                row.set_open(
                    opens and index == self._opened, asks=index == self._opened, brief=brief
                )
                row.fit(choice, padding, lines, stacked, reason, low=low)
            heights = [self._rows[index].heightForWidth(width) for index in self._page()]
            several = self._per_page < len(self._rows)
            caption = self._caption_height() if several else 0
            spare = self.height() - sum(heights) - caption - 2
            if spare >= 0:
                break
        alone = self._per_page == 1 and theme().text_scale > 1  # then the window's page scrolls
        least = self.height() - spare if alone else 0
        if least != self._least:
            self._least = least
            self.updateGeometry()
        if (several or low) and spare > 0:
            # a row with a reason has three times that
            padding += min(roomy, spare // (3 * self._per_page))
            for row in self._rows:
                row.fit(choice, padding, lines, stacked, reason, low=low)
        self._first = self._page().start
        y = 1
        for index, row in enumerate(self._rows):
            row.setVisible(index in self._page())
            if index in self._page():
                height = row.heightForWidth(width)
                row.setGeometry(1, y, width, height)
                row.arrange()
                y += height
        self._used = y + 1
        self._show_range(y, width)
        self.update()
        if before != self._per_page:
            self.view_changed.emit()

    def _layouts_to_try(self, roomy: int) -> list[tuple[int, bool, bool, tuple[int, int, bool]]]:
        """Return the layouts to try; the first one that fits is used.

        Each has the rows per page, whether the reason is open, whether rows are brief, and their
        padding in px, lines of text, and whether they are low. ``roomy`` is the preferred padding.
        """
        whole = [
            (padding, n, False)
            for n in range(_MOST_LINES, 0, -1)
            for padding in (roomy, _LEAST_PADDING)
        ]
        compact = (_COMPACT_PADDING, 1, True)
        most, *fewer = _PER_PAGE
        layouts = [(most, True, False, each) for each in (*whole, compact)]
        if self._private:
            layouts += [(most, True, True, each) for each in (*whole, compact)]
        if not self._asked_for:
            layouts += [(most, False, True, each) for each in (*whole[-2:], compact)]
        return layouts + [(count, True, False, each) for count, each in product(fewer, whole)]

    def _page_button(self, which: str, key: str, turn: Callable[[], bool]) -> ActionButton:
        """Return a paging button to the page ``before`` or ``after``; the sheet has its key."""
        words = tr(f"widgets.list.{which}")
        button = ActionButton(
            words, key=key, kind="secondary", size="small", keyless=True, parent=self
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(turn)
        return button

    def _caption_height(self) -> int:
        """Return the height in px of the part below the rows if there are several pages."""
        return (
            max(theme().line_height("meta"), self._after.sizeHint().height()) + 2 * _LEAST_PADDING
        )

    def _show_range(self, top: int, width: int) -> None:
        """Show the range of visible questions and the paging buttons, if there are several."""
        page = self._page()
        several = len(page) < len(self._rows)
        self._range.setVisible(several)
        self._before.setVisible(page.start > 0)
        self._after.setVisible(page.stop < len(self._rows))
        if not several:
            return
        self._range.setText(span_words(page.start + 1, page.stop, len(self._rows)))
        self._after.set_key(None if self.has_more_reason else find("moving.pages").keys[1])
        tall = self._caption_height()
        right = width - _CAPTION_GAP
        for part in reversed(self._caption):
            if part.isVisibleTo(self):
                words = part is self._range
                room = self._range.natural_width() if words else part.sizeHint().width()
                part.setGeometry(
                    right - room, top + _LEAST_PADDING, room, tall - 2 * _LEAST_PADDING
                )
                right -= room + _CAPTION_GAP
        self._used = top + tall + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._release_later.invalidate()
        self._rows_layout.invalidate()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.release()

    def release(self) -> None:
        """Let the rows move to the positions that they need since an answer by mouse."""
        if not self._keeps_rows:
            return
        self._keeps_rows = False
        kept_back = self._kept_back
        self._kept_back = None
        if kept_back is not None:
            kept_back()
        else:
            self.lay_out()
        self.view_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if plain and event.key() in steps:
            self._step_to(self._beside(steps[Qt.Key(event.key())]))
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_reason()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn one page per notch; at the ends the wheel event is passed on."""
        notch = self._wheel.of(event)
        event.setAccepted(not notch or (self.turn_back() if notch < 0 else self._turn_page()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, self.width() - 1, self._used - 1)
        rounded(painter, box, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        self._paint_current(painter)
        if self._range.isVisibleTo(self):
            painter.fillRect(
                QRectF(0, self._range.y() - _LEAST_PADDING - 1, self.width(), 1),
                theme().colour("line"),
            )
        for index in self._page()[1:]:
            y = self._rows[index].y()
            painter.fillRect(QRectF(0, y - 1, self.width(), 1), theme().colour("line"))
        painter.setClipping(False)
        rounded(painter, box, _RADIUS, None, theme().colour("line"))

    def _paint_current(self, painter: QPainter) -> None:
        box = QRectF(self._rows[self._current].geometry())
        painter.fillRect(box, theme().colour("accent_soft"))
        painter.fillRect(QRectF(0, box.top(), 7, box.height()), theme().colour("accent"))
        if theme().palette.high_contrast:
            rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, theme().colour("accent"), 2)
        if self.hasFocus():
            ring = box.adjusted(2, 2, -2, -2)
            rounded(painter, ring, 8, None, theme().colour("focus"), 3)

    def _page(self) -> range:
        """Return the visible rows: the same as before while the current one is among them."""
        last = len(self._rows) - self._per_page
        start = self._first
        if not (start <= last and start <= self._current < start + self._per_page):
            start = min(self._current // self._per_page * self._per_page, last)
        return range(start, start + self._per_page)

    def _turn_page(self) -> bool:
        """Show the next page; return False if there is none."""
        stop = self._page().stop
        self._step_to(stop)
        return stop < len(self._rows)

    def _fits_in_large_letters(self, width: int, choice: int) -> bool:
        """Return whether all questions have space with the current one open, whichever it is.

        ``choice`` is the width of its answers; a line is reserved for its reason.
        """
        rows = sum(row.closed_height(width, _COMPACT_PADDING) for row in self._rows)
        answers = max(row.choice.heightForWidth(choice) for row in self._rows)
        reason = theme().line_height("room") + _COMPACT_PADDING
        return rows + answers + reason + 2 <= self.height()

    def _choice_width(self, width: int) -> tuple[int, bool]:
        """Return a common width in px for all answers, and whether they are below the questions.

        In private mode they are if a question would otherwise need more than two lines, or break
        inside a word.
        """
        if not self._private:
            return max(1, width - self._rows[0].left() - self._rows[0].pad()), True
        size = theme().text_size("room")
        bold = theme().sized_font(size, True)
        plain = theme().font("room")
        answers = [
            tr(f"appraisal.answer.{criterion.value}.{answer}")
            for criterion in Criterion
            for answer in ANSWERS[criterion]
        ]
        on_one_line = max(text_width(words, bold) for words in answers)
        longest_word = max(text_width(word, bold) for words in answers for word in words.split())
        room = max(longest_word, min(on_one_line, round(width * 0.53 / 3) - _BESIDE_WORDS))
        least = max(row.choice.minimumSizeHint().width() for row in self._rows)
        beside = max(least, 3 * (room + _BESIDE_WORDS))
        left = CriterionRow.number_room() + round(size * 1.2)
        longest = max(text_width(criterion_word(criterion), plain) for criterion in Criterion)
        questions = [row.breaks_well_beside(width, beside) for row in self._rows]
        if width - beside - left >= longest * 0.62 and all(questions):
            return beside, False
        return width - left + round(size * 0.4), True

    def _go_by_mouse(self, index: int) -> None:
        # in projected mode the first press is for the answers
        opens_reason = self._private or index == self._opened
        self._step_to(index)
        if opens_reason and not self._asked_for:
            self.release()
            self._asked_for = True
            self.lay_out()
        if not self.editing:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _next_asked(self, index: int) -> int:
        """Return the next row that needs an answer; ``index``, at least 0, if there is none."""
        later = range(index + 1, len(self._rows))
        return next((one for one in later if self._rows[one].is_asked), max(0, index))

    def _beside(self, by: int) -> int:
        """Return the row before or after the current one, skipping inactive rows."""
        index = self._current + by
        while 0 <= index < len(self._rows) and self._rows[index].is_quiet:
            index += by
        return index

    def _step_to(self, index: int) -> None:
        if 0 <= index < len(self._rows):
            self.go(self._rows[index].criterion)

    def _press(self, row: CriterionRow, answer: str) -> None:
        """Give an answer that was clicked, or pressed by a screen reader."""
        if not self._private:
            self._answer_and_go_on(row, answer)
            return
        if self.underMouse():
            self._hold(row)
            self.commit_reason()
        else:
            self.go(row.criterion)
        self.answered.emit(row.criterion, answer)

    def _answer_and_go_on(self, row: CriterionRow, answer: str) -> None:
        """Give an answer; after a first one the next question of the page that needs one opens."""
        self.commit_reason()
        first = not row.has_answer
        self.answered.emit(row.criterion, answer)
        index = self._next_asked(self._current)
        if first and row.has_answer and index in self._page():
            self._step_to(index)

    def _hold(self, row: CriterionRow) -> None:
        """Select a row without moving it."""
        self._keeps_rows = True
        self._current = number_of(row.criterion) - 1
        self._update_accessible_text()
        self.update()
        self.view_changed.emit()

    def _update_accessible_text(self) -> None:
        row = self._rows[self._current]
        words = row.choice.accessibleName()
        self.setAccessibleName(
            tr("appraise.criteria.spoken", number=self._current + 1, words=words)
        )
        said = "" if row.voices.isHidden() else row.voices.words
        reason = row.reason.text() or criterion_word(row.criterion)
        self.setAccessibleDescription("  ".join(part for part in (said, reason) if part))


class ReasonField(FieldBox):
    """The field in which the reason of a criterion is written, in place of its text.

    Signals:
        submitted: Enter was pressed, except to end a conversion; carries the text.
    """

    submitted = Signal(str)

    def __init__(self) -> None:
        field = PlainField("room", line_breaks=True, most_lines=2)
        super().__init__(field, "note")
        field.setAccessibleName(tr("appraise.ground.label"))
        field.set_placeholder(tr("appraise.ground.placeholder"))
        field.returned.connect(lambda: self.submitted.emit(self.text()))

    def text(self) -> str:
        """Return the trimmed text, including text being composed."""
        self.field.commit_composed()
        return self.field.text().strip()
