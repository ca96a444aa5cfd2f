"""Who can do the current line of the can-do check, ticked by person; private mode only."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_each
from ui.components.people import name_options
from ui.widgets.check_group import Rule
from ui.widgets.check_line import CheckLine
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import tr


class WhoCan(CheckLine):
    """Names of the participants, each with a number key; selecting one toggles the tick.

    ``tick(id, can)`` is called for that. Hidden if nobody may be named.
    """

    def __init__(self, action_id: str, tick: Callable[[str, bool], object]) -> None:
        super().__init__(tr("wrap_up.check.who"), rule=Rule.SET_BY_PAGE)
        self._tick = tick
        self._able: frozenset[str] = frozenset()
        keys = bind_each(self, action_id, self.choose_number)
        self.set_keys([each.key for each in keys])
        self.chosen.connect(self._pick)

    def leave_keyboard_to(self, widget: QWidget) -> None:
        """Return the focus to ``widget`` after a click, so that Up and Down continue to work."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(widget)

    def show_line(self, state: WorkshopState, able: Iterable[Participant]) -> None:
        """Show the participants with ticks for those who can do the line."""
        self._able = frozenset(who.id for who in able)
        self.set_options(name_options(state))
        self.set_checked(self._able)
        self.setVisible(bool(state.participants) and not state.workshop.anonymous)

    def _pick(self, who: object) -> None:
        self._tick(str(who), str(who) not in self._able)
