"""A line below the problems with a suggestion of what may belong together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_button, button_for
from ui.pages.sort.hints import Hint, HintSearch, first_valid
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_ICON = 18


class HintLine(QWidget):
    """``accepted(hint)`` and ``dismissed(hint)`` are emitted by its buttons.

    ``changed``: there is another suggestion, or none.
    """

    accepted = Signal(object)
    dismissed = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = HintSearch(self)
        self._state: WorkshopState | None = None
        self._room = False
        self._words = Text("body-quiet", "")
        self._take = bind_button(self, "sort.take_hint", self._accept)
        self._take_button = ActionButton(kind="quiet", size="small", action=self._take)
        dismiss_button = button_for(
            self, "sort.dismiss_hint", self._dismiss, kind="note", size="small"
        )
        self._icon = IconLabel("lightbulb", "ink2", _ICON)
        texts = row(None, (self._words, 1), self._take_button, dismiss_button, gap=8)
        self._line = row(self, self._icon, (texts, 1))
        theme().changed.connect(self._restyle)
        self._restyle()
        self.search.done.connect(self._show)
        self.hide()

    @property
    def hint(self) -> Hint | None:
        """The suggestion that is shown."""
        return first_valid(self.search.hints, self._state) if self._state else None

    def show_state(self, state: WorkshopState) -> None:
        """Drop an outdated suggestion, and search again if problems changed."""
        self._state = state
        self.search.start(state)
        self._show()

    def _show(self) -> None:
        hint = self.hint
        if hint is not None:
            self._words.setText(hint.words)
            self._take.setText(tr("sort.hint.make" if hint.term else "sort.merge"))
            self._take_button.set_icon("plus" if hint.term else "merge")
        self.setVisible(hint is not None and self._room)
        self.changed.emit()

    def set_room(self, room: bool) -> None:
        """Set whether there is space for it; otherwise it stays hidden."""
        self._room = room
        self.setVisible(self.hint is not None and room)

    def _restyle(self) -> None:
        metrics = theme().metrics
        self._line.setContentsMargins(metrics.edge - metrics.hang - _ICON, 4, metrics.margin, 4)
        self._line.setSpacing(metrics.hang)

    def _accept(self) -> None:
        if self.hint is not None:
            self.accepted.emit(self.hint)

    def _dismiss(self) -> None:
        if self.hint is not None:
            self.dismissed.emit(self.hint)
