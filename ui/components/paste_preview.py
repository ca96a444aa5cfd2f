"""Shows the lines of a pasted list before they are added."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import button_for
from ui.components.import_preview import ImportPreview
from ui.rows.cells import Number, Tick, Words
from ui.rows.marked_rows import CellsOf, MarkedRowsView
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.widgets.column_heads import ColumnHeads
from ui.widgets.key_action import key_action
from ui.widgets.menu import shortened
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.i18n import tr
from workshop_app.services.imports.text import ListLine

LONGEST_NAME = 24  # characters of a speaker in a row
_SENTENCE_ENDS = "。．.!?！？;；\u3000 "


class PastePreview(ImportPreview):
    """Lines with a box each; Enter accepts the ticked ones, Space ticks, Esc closes.

    Exact repeats and what stands around the list are not ticked initially. Lines that are too long
    cannot be ticked until they are split. The page calls ``added`` after its command succeeded;
    lines that are too long stay until they are split. ``accepted`` carries the ticked lines.
    ``marks`` returns further marks for each line on the page, such as its best answer. ``divide``
    is the id of the action that splits them. With ``paging_keys`` false PgUp and PgDn are left to
    the page. ``unseen`` lines are only counted, since the room sees the window but not the problems
    yet. ``columns`` and ``people``, the names that need a decision, are hidden until something is
    shown in them: readers show lines again when a column gets another role, or a name a person.
    """

    def __init__(
        self, marks: CellsOf | None = None, *, divide: str, paging_keys: bool = True
    ) -> None:
        self._lines: list[ListLine] = []
        self._ticked: set[int] = set()
        self._unseen = False
        self._named = False
        self._remarks: tuple[str, ...] = ()
        self.columns = ColumnHeads(tr("paste.headings"))
        self.people = ColumnHeads("")
        view = MarkedRowsView("room", marks) if marks is not None else None
        rows = PagedList(tr("paste.label"), view=view, paging_keys=paging_keys)
        self.divide_button = button_for(rows, divide, self.divide)
        super().__init__(
            "paste",
            rows,
            tr("paste.cancel"),
            others=(self.divide_button,),
            above=(self.columns, self.people),
        )
        rows.ticked.connect(self.toggle)
        self.columns.rebuilt.connect(self._order_focus)
        self.people.rebuilt.connect(self._order_focus)
        tick = key_action("Space", rows, self._toggle_current)
        tick.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_lines(
        self,
        lines: Sequence[ListLine],
        *,
        unseen: bool = False,
        named: bool = False,
        remarks: Sequence[str] = (),
    ) -> None:
        """Show these lines, ticked except repeats, greetings and those too long, with remarks.

        The speakers are shown if they are `named`.
        """
        self._remarks = tuple(remarks)
        self._named = named
        self._lines = list(lines)
        self._unseen = unseen
        self._ticked = {
            index
            for index, line in enumerate(self._lines)
            if not (line.is_repeat or line.too_long or line.beside_list)
        }
        self._renew("0")
        self.show()

    def show_remarks(self, remarks: Sequence[str]) -> None:
        """Show other remarks; lines and ticks stay."""
        self._remarks = tuple(remarks)
        self._show_head()

    def focus_start(self) -> None:
        """Focus the list or, if it is hidden, the button for Enter."""
        do_next = self.add_button if self._ticked else self.divide_button
        (do_next if self._unseen else self.list).setFocus()

    def ticked(self) -> tuple[ListLine, ...]:
        """The lines that would be added."""
        return tuple(line for n, line in enumerate(self._lines) if n in self._ticked)

    def added(self) -> None:
        """Close after the ticked lines were added, or keep what is still too long."""
        left = [line for line in self._lines if line.too_long]
        if left:
            self.columns.hide()
            self.people.hide()
            self.show_lines(left, unseen=self._unseen, named=self._named)
            self.focus_start()
        else:
            self.cancel()

    def clear(self) -> None:
        """Hide the preview; its lines may be resumed."""
        self._lines = []
        self.columns.hide()
        self.people.hide()
        super().clear()

    def accept(self) -> None:
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
        lines: list[ListLine] = []
        ticked: set[int] = set()
        for index, line in enumerate(self._lines):
            parts = [line]
            if line.too_long:
                whole = line._replace(same_as_line=None, same_as_problem=None)
                parts = [whole._replace(text=part) for part in divided(line.text)]
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
        self._show_head()
        self.add_button.setText(tr("paste.add", n=len(self._ticked)))
        self.add_button.setEnabled(bool(self._ticked))
        self.divide_button.setVisible(any(line.too_long for line in self._lines))

    def _show_head(self) -> None:
        self.show_head(tr("paste.head", n=len(self._lines)), self._remark())

    def _row(self, index: int, number: int, line: ListLine) -> Row:
        marks: tuple[Words, ...] = ()
        if line.too_long:
            words = tr("paste.too_long", n=len(line.text), limit=LINE_LIMIT)
            marks = (Words(words, "circle-alert", "danger"),)
        elif line.is_repeat:
            marks = (Words(_repeats(line), "copy"),)
        elif line.beside_list:
            marks = (Words(tr("paste.beside_list")),)
        if self._named and line.speaker:
            marks = (Words(shortened(line.speaker, LONGEST_NAME), "person"), *marks)
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
        same = sum(line.is_repeat for line in self._lines)
        long = sum(line.too_long for line in self._lines)
        remarks: list[str] = []
        if self._unseen:
            remarks.append(tr("paste.unseen"))
        if same:
            remarks.append(tr("paste.same", n=same))
        if long:
            remarks.append(tr("paste.long", n=long))
        return "  ".join((*remarks, *self._remarks))

    def _order_focus(self) -> None:
        before: QWidget = self.add_button
        heads = (*self.columns.focus_order(), *self.people.focus_order())
        for control in (*heads, self.list.view):
            self.setTabOrder(before, control)
            before = control

    def _toggle_current(self) -> None:
        current = self.list.current_id()
        if current is not None:
            self.toggle(current)


def _repeats(line: ListLine) -> str:
    if line.same_as_problem is not None:
        return tr("paste.same_as_problem", number=line.same_as_problem)
    return tr("paste.same_as_line", number=line.same_as_line)


def divided(text: str) -> list[str]:
    """Split a text into parts of at most `LINE_LIMIT` characters, at sentence ends if possible."""
    parts: list[str] = []
    while len(text) > LINE_LIMIT:
        ends = (text.rfind(end, LINE_LIMIT // 2, LINE_LIMIT) for end in _SENTENCE_ENDS)
        cut = 1 + max(ends) or LINE_LIMIT
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [part for part in (*parts, text) if part]
