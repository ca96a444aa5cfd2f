"""One calm line over the problems: what may belong together, to be taken or dismissed by a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.sort_parts.hints import Hint, hints
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class HintLine(QWidget):
    """``taken(hint)`` when somebody agrees; ``dismissed`` holds what nobody wants to hear again."""

    taken = Signal(object)

    def __init__(self, dismissed: Callable[[], set[str]]) -> None:
        super().__init__()
        self._dismissed = dismissed
        self._about: object = None
        self._hints: list[Hint] = []
        self._words = Text("body-quiet", "")
        self._take = ActionButton("", "merge", "Alt+Y", "quiet", size="small")
        self._no = ActionButton(tr("sort.hint.no"), "close", "Alt+X", "note", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("lightbulb", "ink2", 18))
        row.addWidget(self._words, 1)
        row.addWidget(self._take)
        row.addWidget(self._no)
        self._take.clicked.connect(self._agree)
        self._no.clicked.connect(self._dismiss)
        self.hide()

    @property
    def hint(self) -> Hint | None:
        """The suggestion that is made now."""
        wanted = (hint for hint in self._hints if hint.key not in self._dismissed())
        return next(wanted, None)

    def show_state(self, state: WorkshopState) -> None:
        """Look for suggestions anew where problems or themes changed."""
        about = (state.workshop.id, state.problems, state.themes)
        if about != self._about:
            self._about, self._hints = about, list(hints(state))
        self._show()

    def _show(self) -> None:
        hint = self.hint
        self.setVisible(hint is not None)
        if hint is not None:
            self._words.setText(hint.words)
            self._take.setText(tr("sort.hint.make" if hint.term else "sort.merge"))
            self._take.set_icon("plus" if hint.term else "merge")

    def _agree(self) -> None:
        if self.hint is not None:
            self.taken.emit(self.hint)

    def _dismiss(self) -> None:
        if self.hint is not None:
            self._dismissed().add(self.hint.key)
            self._show()
