"""A line with a proposed action, made from the answer of a problem that has none yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from ui.actions.binding import bind
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from ui.widgets.menu import MenuEntry, MenuGroup, shortened, window_menu
from ui.widgets.sheet import Sheet
from workshop_app.i18n import tr
from workshop_app.services.proposed_actions import ProposedAction


class ActionProposals(Sheet):
    """Shows the first proposal; the others are in a menu. Hidden while there is none.

    While paused it stays visible, and says why nothing is proposed.

    ``taken(proposal)``: the user wants this one.
    """

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(fill="sunken", padding=2, spacing=0)
        self._proposals: tuple[ProposedAction, ...] = ()
        self._names: Mapping[object, str] = {}
        self._paused = False
        self._text = LongText("body", 2)
        take = bind(self, "wrap_up.insert", self._take_first, on_button=True)
        others = bind(self, "wrap_up.proposals", self._open_menu, on_button=True)
        self._others = ActionButton(kind="quiet", size="small", action=others)
        self._row: QBoxLayout = QVBoxLayout() if theme().stacked else QHBoxLayout()
        self._row.setContentsMargins(8, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        self._take_button = ActionButton(size="small", action=take)
        policy = self._take_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._take_button.setSizePolicy(policy)
        self._row.addWidget(self._take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addLayout(self._row)
        self.hide()

    def show_proposals(
        self, proposals: Sequence[ProposedAction], names: Mapping[object, str]
    ) -> None:
        """Show the first of these proposals; ``names`` are those of the participants by id."""
        self._proposals = tuple(proposals)
        self._names = names
        self.setVisible(bool(proposals))
        self._show()

    @property
    def count(self) -> int:
        """How many are proposed."""
        return len(self._proposals)

    def set_paused(self, paused: bool) -> None:
        """Offer nothing while an action of the list is being edited."""
        self._paused = paused
        self._show()

    def _show(self) -> None:
        if not self._proposals:
            return
        if self._paused:
            self._text.set_text(tr("wrap_up.actions.paused"))
        else:
            self._text.set_text(self._words(self._proposals[0], "first"))
        self._take_button.setVisible(not self._paused)
        self._others.setVisible(len(self._proposals) > 1 and not self._paused)

    def _take_first(self) -> None:
        self._take(self._proposals[0])

    def _take(self, proposal: ProposedAction) -> None:
        self.taken.emit(proposal)

    def _open_menu(self) -> bool:
        if len(self._proposals) < 2:
            return False
        entries = tuple(
            MenuEntry(self._words(one, "other"), partial(self._take, one), icon="plus")
            for one in self._proposals[1:]
        )
        group = MenuGroup(entries, tr("wrap_up.actions.others_title"))
        window_menu(self).open_beside([group], self._others)
        return True

    def _words(self, proposal: ProposedAction, which: str) -> str:
        """Return a proposal with its problem, and its owner if one is suggested."""
        number = proposal.problem.number
        text = proposal.text if which == "first" else shortened(proposal.text)
        said = tr(f"wrap_up.actions.proposed_{which}", number=number, text=text)
        who = self._names.get(proposal.owner_id or "") or proposal.owner_name
        return tr("wrap_up.actions.proposed_for", said=said, who=who) if who else said
