"""A section with lines the room is asked about, and the hands counted for the current one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.components.asked_list import AskedListSection
from ui.widgets.count_field import CountField
from workshop_app.i18n import tr

_MOST = 999
_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class HandsField(CountField):
    """The hands that go up for one line; a number above the head count needs a second Enter.

    ``hands_counted(id of the line, number or None)``; ``entered`` is emitted for Enter once the
    number is saved.
    """

    hands_counted = Signal(str, object)
    entered = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label, _MOST, name="hands")
        self.line = ""
        """The id of the line shown; empty before the first one."""
        self._people = 0
        self._questioned = ""
        """The surplus that an Enter asked about."""
        self.value_changed.connect(lambda hands: self.hands_counted.emit(self.line, hands))
        self.field.returned.connect(self._enter)
        self.field.textChanged.connect(self._clear_question)

    def show_line(self, line: str, hands: int | None, people: int) -> None:
        """Show the number of a line, selected if it is another line than before."""
        self._people = people
        same = line == self.line
        if same and (self.error or self.value() == hands):
            return
        self.line = line
        self.set_text("" if hands is None else str(hands), line)
        if not same:
            self.field.selectAll()

    def leave(self) -> bool:
        """Save the number typed; return False, with the reason shown, if it is refused."""
        self.flush()
        if self.error:
            self.field.selectAll()
        return not self.error

    def _take_text(self, text: str) -> None:
        hands = self.value()
        if hands is not None and 0 < self._people < hands:
            over = hands - self._people
            self.show_error(tr("choose.count.surplus", n=over, present=self._people))
            return
        super()._take_text(text)

    def _enter(self) -> None:
        """Go on after a saved number; ask about a surplus, and save it on the second Enter."""
        surplus = bool(self.error) and self.value() is not None
        if surplus and self._questioned == self.text():
            self._questioned = ""
            self.show_error("")
            self.value_changed.emit(self.value())
        elif surplus:
            self._questioned = self.text()
        self.field.selectAll()
        if not self.error:
            self.entered.emit()

    def _clear_question(self) -> None:
        if self.text() != self._questioned:
            self._questioned = ""
            self.show_error("")


class HandsListSection(AskedListSection):
    """Enter saves a number and goes on to the next uncounted line; so does leaving the line.

    A refused number keeps its line current. Digits typed in the list go to the field. A subclass
    calls ``build_hands`` before ``build_list``.
    """

    def build_hands(self, label: str) -> None:
        """Create the field for hands."""
        self.hands = HandsField(label)
        self.hands.hands_counted.connect(self.count_hands)
        self.hands.entered.connect(self._go_on)

    def hands_of_lines(self) -> Mapping[str, int | None]:
        """Return the hands of all lines by their ids; None if not counted."""
        raise NotImplementedError

    def count_hands(self, line: str, hands: int | None) -> None:
        """Save the hands of a line."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = "" if event.modifiers() & _WITH_OTHERS else event.text()
        if self.rows.view.hasFocus() and typed.isdigit() and self.hands.isVisible():
            self.hands.setFocus()
            self.hands.field.selectAll()
            self.hands.field.insertPlainText(typed)
            return
        super().keyPressEvent(event)

    def _moved(self) -> None:
        if self.hands.line in self.hands_of_lines() and not self.hands.leave():
            self.rows.set_current(self.hands.line)
            return
        super()._moved()

    def _go_on(self) -> None:
        waiting = [line for line, hands in self.hands_of_lines().items() if hands is None]
        self.go_on_from(self.hands.line, waiting)
        self.hands.setFocus()
        self.hands.field.selectAll()
