"""Shows the lines of a pasted list before they are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.rows.cells import Number, Tick, Words
from ui.rows.marked_rows import CellsOf, MarkedRowsView
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.column_heads import ColumnHeads
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_action import KeyAction, key_action
from ui.widgets.text import Text
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.i18n import tr

_WIDE = 800  # px; below that the buttons are below the text
_SENTENCE_ENDS = "。．.!?！？;；\u3000 "


@dataclass(frozen=True)
class PasteLine:
    """One line of a paste; ``same_as`` is a note on what it repeats, or empty.

    ``speaker`` is the speaker as named in the list; None in a list without speakers.
    ``shown_speaker`` is the name shown next to it, or empty; ``day`` and ``score`` are in the
    format of the list. ``beside_list`` marks what stands around the list, such as a greeting.
    """

    text: str
    same_as: str = ""
    speaker: str | None = None
    shown_speaker: str = ""
    day: str = ""
    score: str = ""
    beside_list: bool = False

    @property
    def too_long(self) -> bool:
        """Whether it exceeds the maximum length of a problem."""
        return len(self.text) > LINE_LIMIT


class PastePreview(QWidget):
    """Lines with a box each; Enter accepts the ticked ones, Space ticks, Esc closes.

    Exact repeats and what stands around the list are not ticked initially. Lines that are too long
    cannot be ticked until they are split. The page shows the widget instead of its list, calls
    ``cancel`` when Esc is pressed, and ``added`` after its command succeeded; lines that are too
    long stay until they are split. ``marks`` returns further marks for each line on the page, such
    as its best answer. ``divide`` is the page's action that calls ``divide``. With ``paging_keys``
    false PgUp and PgDn are left to the page. ``unseen`` lines are only counted, since the room sees
    the window but not the problems yet. ``columns`` are hidden until something is shown in them:
    readers of tables show lines again when a column gets another role.
    """

    accepted = Signal(object)
    """The ticked lines, a tuple of `PasteLine`."""
    closed = Signal()

    def __init__(
        self,
        marks: CellsOf | None = None,
        parent: QWidget | None = None,
        *,
        divide: KeyAction,
        paging_keys: bool = True,
    ) -> None:
        super().__init__(parent)
        self._lines: list[PasteLine] = []
        self._ticked: set[int] = set()
        self._unseen = False
        self._remarks: tuple[str, ...] = ()
        self.columns = ColumnHeads()
        self._head = Text("section", "")
        self._note = Text("meta", "")
        view = MarkedRowsView("room", marks) if marks is not None else None
        self.list = PagedList(tr("paste.label"), view=view, paging_keys=paging_keys)
        self.add_button = ActionButton("", key="Enter", kind="primary", keyless=True)
        self.cancel_button = ActionButton(tr("paste.cancel"), key="Esc", keyless=True)
        self.divide_button = ActionButton(action=divide)
        self._arrange()
        self._connect()
        self.hide()

    def show_lines(
        self, lines: Sequence[PasteLine], *, unseen: bool = False, remarks: Sequence[str] = ()
    ) -> None:
        """Show these lines, ticked except repeats, greetings and those too long, with remarks."""
        self.replace_lines(lines, unseen=unseen, remarks=remarks)
        self.focus_start()

    def replace_lines(
        self, lines: Sequence[PasteLine], *, unseen: bool = False, remarks: Sequence[str] = ()
    ) -> None:
        """Show these lines as `show_lines` does, without moving the focus."""
        self._remarks = tuple(remarks)
        self._lines = list(lines)
        self._unseen = unseen
        self._ticked = {
            index
            for index, line in enumerate(self._lines)
            if not (line.same_as or line.too_long or line.beside_list)
        }
        self._renew("0")
        self.show()

    def focus_start(self) -> None:
        """Focus the list or, if it is hidden, the button for Enter."""
        do_next = self.add_button if self._ticked else self.divide_button
        (do_next if self._unseen else self.list).setFocus()

    def ticked(self) -> tuple[PasteLine, ...]:
        """The lines that would be added."""
        return tuple(line for n, line in enumerate(self._lines) if n in self._ticked)

    def added(self) -> None:
        """Close after the ticked lines were added, or keep what is still too long."""
        left = [line for line in self._lines if line.too_long]
        if left:
            self.columns.hide()
            self.show_lines(left, unseen=self._unseen)
        else:
            self.cancel()

    def clear(self) -> None:
        """Hide the preview; its lines may be resumed."""
        self._lines = []
        self.columns.hide()
        self.hide()

    def cancel(self) -> None:
        """Close without adding anything."""
        self.clear()
        self.closed.emit()

    def accept(self) -> None:
        """Emit ``accepted`` with the ticked lines."""
        if self._ticked:
            self.accepted.emit(self.ticked())

    def toggle(self, row_id: str) -> None:
        """Toggle the tick of a line."""
        index = int(row_id)
        if not self._lines[index].too_long:
            self._ticked ^= {index}
            self._renew(row_id)

    def divide(self) -> None:
        """Split every line that is too long."""
        lines: list[PasteLine] = []
        ticked: set[int] = set()
        for index, line in enumerate(self._lines):
            parts = [line]
            if line.too_long:
                parts = [replace(line, text=part, same_as="") for part in divided(line.text)]
            if line.too_long or index in self._ticked:
                ticked |= set(range(len(lines), len(lines) + len(parts)))
            lines += parts
        self._lines = lines
        self._ticked = ticked
        self._renew(self.list.current_id() or "0")
        self.focus_start()

    def _renew(self, current: str) -> None:
        numbers = accumulate(int(not line.beside_list) for line in self._lines)
        shown = [] if self._unseen else list(zip(numbers, self._lines, strict=True))
        rows = [self._row(index, number, line) for index, (number, line) in enumerate(shown)]
        self.list.set_rows(rows, current)
        self.list.setVisible(not self._unseen)
        self._head.setText(tr("paste.head", n=len(self._lines)))
        self._note.setText(self._remark())
        self.add_button.setText(tr("paste.add", n=len(self._ticked)))
        self.add_button.setEnabled(bool(self._ticked))
        self.divide_button.setVisible(any(line.too_long for line in self._lines))

    def _row(self, index: int, number: int, line: PasteLine) -> Row:
        marks: tuple[Words, ...] = ()
        if line.too_long:
            words = tr("paste.too_long", n=len(line.text), limit=LINE_LIMIT)
            marks = (Words(words, "circle-alert", "danger"),)
        elif line.same_as:
            marks = (Words(line.same_as, "copy"),)
        elif line.beside_list:
            marks = (Words(tr("paste.beside_list")),)
        if line.shown_speaker:
            marks = (Words(line.shown_speaker, "person"), *marks)
        return Row(
            str(index),
            line.text,
            before=(
                Tick(index in self._ticked),
                Number("" if line.beside_list else str(number)),
            ),
            after=marks,
            quiet=index not in self._ticked,
        )

    def _remark(self) -> str:
        same = sum(bool(line.same_as) for line in self._lines)
        long = sum(line.too_long for line in self._lines)
        remarks: list[str] = []
        if self._unseen:
            remarks.append(tr("paste.unseen"))
        if same:
            remarks.append(tr("paste.same", n=same))
        if long:
            remarks.append(tr("paste.long", n=long))
        return "  ".join((*remarks, *self._remarks))

    def _arrange(self) -> None:
        self._top_layout = DeferredLayout(self, self._lay_out_top)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head = row(
            None,
            IconLabel("paste", "accent", 20),
            (column(None, self._head, self._note, gap=0), 1),
            gap=10,
        )
        buttons = row(None, self.divide_button, self.cancel_button, self.add_button, gap=10)
        buttons.addStretch(0)
        self._top.addLayout(head, 1)
        self._top.addLayout(buttons)
        layout = column(self, self._top, self.columns, (self.list, 1), gap=10, around=NO_MARGINS)
        layout.addStretch(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._top_layout.invalidate()

    def _lay_out_top(self) -> None:
        beside = self.width() >= _WIDE
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _connect(self) -> None:
        self.list.activated.connect(self.accept)
        self.list.ticked.connect(self.toggle)
        if self.divide_button.action is None:
            self.divide_button.clicked.connect(self.divide)
        self.add_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.cancel)
        self.columns.rebuilt.connect(self._order_focus)
        key_action("Space", self.list, self._toggle_current)

    def _order_focus(self) -> None:
        before: QWidget = self.add_button
        for control in (*self.columns.focus_order(), self.list.view):
            self.setTabOrder(before, control)
            before = control

    def _toggle_current(self) -> None:
        current = self.list.current_id()
        if current is not None:
            self.toggle(current)


def divided(text: str, limit: int = LINE_LIMIT) -> list[str]:
    """Split a text into parts of at most ``limit`` characters, at sentence ends if possible."""
    parts: list[str] = []
    while len(text) > limit:
        cut = 1 + max(text.rfind(end, limit // 2, limit) for end in _SENTENCE_ENDS)
        cut = cut or limit
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [part for part in (*parts, text) if part]
