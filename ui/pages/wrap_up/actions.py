"""The section of actions: who does what by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeyEvent

from ui.actions.binding import bind, bind_button, bind_each
from ui.actions.offered import BACK, Beside, FootArea, Offered, Offers, back, left
from ui.components.asked_list import AskedListSection
from ui.components.entry_list_focus import EntryListFocus
from ui.components.owners import owner_fields, owner_id, owners, typed_names
from ui.components.people import names_by_id
from ui.components.timestamps import day_of, now
from ui.forms.record_list import RecordCommands
from ui.pages.wrap_up.action_entry import ActionEntry
from ui.pages.wrap_up.action_rows import (
    action_rows,
    action_style,
    names_of_problems,
    near_days,
    owner_share,
)
from ui.widgets.menu import MenuEntry, MenuGroup, shortened, window_menu
from ui.widgets.typing_guard import is_enter
from workshop_app.domain.facts.commitments import Commitment, CommitmentKind, to_do
from workshop_app.domain.facts.requests import lacks_passing_on, passing_on_action
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.actions_to_do import changed, in_words, keeping
from workshop_app.services.commands.actions import (
    AddAction,
    EditAction,
    RemoveAction,
)
from workshop_app.services.proposed_actions import proposed_actions


class ActionsSection(AskedListSection):
    """The page is the list of actions, and its last line the entry of a new one.

    Enter adds from any field of the entry; in the list it edits an action in the entry line, Space
    marks it as done, and Delete removes it. A choice from a list saves an action that is edited.
    One that is carried over is edited and marked but not removed, and keeps its problem. Help that
    was promised is in the list, too, and is marked here; an edit makes it an action. The foot bar
    offers the same while a row is current, and while the entry is, what solutions propose. A new
    action begins without a day: papers print it as agreed.
    """

    NAME = "actions"
    GAPLESS = True

    def build(self) -> None:
        self.role = "room"
        self._proposals: Sequence[AddAction] = ()
        self._found: Mapping[str, Commitment] = {}
        self._on_row = False
        """Whether a row is current; else the next action is typed."""
        self.entry = ActionEntry(self.api.unsent, self._saved)
        self.owner, self.due, self.problem = self.entry.owner, self.entry.due, self.entry.problem
        self._asks = False
        """Whether what a new action lacks is asked one after the other."""
        numbers = bind_each(self, "wrap_up.person", self._choose_owner)
        nobody = bind(self, "wrap_up.nobody", lambda: self._choose_owner(0))
        self.owner.set_keys([each.key for each in numbers], nobody.key)
        self._choose = bind(self, "wrap_up.problem", self._choose_problem)
        bind(self, "wrap_up.insert", lambda: self._take(self._proposals[0]))
        self._propose = bind(self, "wrap_up.proposals", self._open_proposals)
        self._settle = bind_button(self, "wrap_up.pass_on", self._pass_on)
        self.build_list(
            tr("wrap_up.actions.rows"),
            tr("wrap_up.actions.empty"),
            style=action_style,
            commands=RecordCommands(
                self._removed, lambda _id: tr("wrap_up.actions.removed"), self._added, self._changed
            ),
            entry=self.entry,
        )
        self.records.offer(
            {
                "row.edit": self.records.edit,
                "row.tick": self._tick,
                "row.remove": self.records.remove,
            },
            delete_anywhere=False,
        )
        self._connect()

    def focus_start(self) -> bool:
        self.entry.setFocus()
        return True

    def refresh(self, state: WorkshopState) -> None:
        self.owner.set_options(owners(state), typed_names(state))
        self.due.today, self.due.near = day_of(state), near_days(state)
        self.entry.set_owner_share(owner_share(state))
        self.problem.show_problems(state)
        self._found = {each.action.id: each for each in to_do(state)}
        if self.entry.show_workshop(state.workshop.id):
            self.rows.setFocus()
        self._proposals = proposed_actions(state, self.api.answers, texts(), private=self.private)
        self.show_rows(action_rows(state, private=self.private), "")
        self._mark_current()

    def first_id(self, ids: list[str]) -> str | None:
        return ids[-1] if ids and self.rows.rows() else None

    def offered(self) -> Offers:
        n = len(self._proposals)
        pass_on: Offers = {"wrap_up.pass_on": left()} if lacks_passing_on(self.state) else {}
        free = n > 0 and not self.entry.editing
        kept = (n or pass_on) and not self.entry.editing  # nothing comes to its place
        proposing: Offers = {
            "wrap_up.insert": Offered(tr("wrap_up.actions.take"), enabled=free),
            "wrap_up.proposals": Offered(
                tr("wrap_up.actions.proposals", n=n),
                enabled=free,
                icon="lightbulb",
                area=FootArea.LEFT if kept else FootArea.NONE,
            ),
        }
        problem: Offers = {
            "wrap_up.problem": Offered(
                self.problem.words,
                enabled=bool(self.problem.known) and self._is_of_today(self.entry.editing),
                alternatives=self.problem.all_words,
            )
        }
        if self._on_row:
            return self._of_row() | problem | proposing | pass_on
        if self.entry.editing:
            cancel = back(tr("widgets.editor.cancel"))._replace(icon="close")
            return _as_ways(problem) | {BACK: cancel} | proposing
        return _as_ways(problem) | proposing | pass_on

    def show_current(self) -> None:
        self.foot_changed.emit()

    def show_telling(self) -> None:
        """Change the action that tells the customer about requests, or show what adds it."""
        action = passing_on_action(self.state)
        if action is None:
            self._settle.focus_button()
        else:
            self.records.edit(action.id)

    def handle_escape(self) -> bool:
        if super().handle_escape():
            return True
        listed = self.rows.view.hasFocus()
        if listed:
            self.entry.setFocus()
            self.rows.set_current(self.rows.rows()[-1].id)  # Up goes there, since none is marked
        return listed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entry.submit()  # left by the owner
            return
        super().keyPressEvent(event)

    # -- what can be done

    def _pass_on(self) -> bool:
        """Add the action that passes the requests on, and begin to change it."""
        if not self.entry.save_begun():
            return False
        workshop = self.state.workshop
        command = AddAction(
            tr("promises.pass_on.text"),
            owner_name=workshop.facilitator,
            due=workshop.next_date,
            passes_on=True,
        )
        done = self.api.execute(command)
        if done is None:
            return False
        self.rows.set_current(str(done.result))
        self._ask(str(done.result))
        return True

    def _choose_problem(self) -> None:
        window_menu(self).open_beside(self.problem.menu(), self._choose.place(self.entry))

    def _open_proposals(self) -> None:
        names = names_by_id(self.state)
        entries = tuple(
            MenuEntry(_words(self.state, one, names), partial(self._take_and_ask, one), icon="plus")
            for one in self._proposals
        )
        title = tr("wrap_up.actions.proposals_title")
        window_menu(self).open_beside(
            [MenuGroup(entries, title)],
            self._propose.place(self.entry),
            of_field=self.entry.field,  # what is typed instead is an action of one's own
        )

    def _take_and_ask(self, proposal: AddAction) -> None:
        """Add a proposed action and open the lists for what it lacks."""
        self._take(proposal)
        self._ask(self.entry.editing)

    def _ask(self, action_id: str) -> None:
        """Edit an action, and open the lists for what it lacks; the last choice saves it."""
        if not action_id or not self.records.edit(action_id):
            return
        self._asks = True
        if not self.owner.value():
            self.owner.setFocus()
            self.owner.open_list()
        elif not self.due.value():
            self.due.open_calendar()

    def _save_choice(self) -> None:
        """Save the action that is edited after a choice from a list; a missing day is asked."""
        edited, asks = self.entry.editing, self._asks
        if not edited:
            return
        if self.due.value():
            self.entry.submit()
            return
        if self._is_own(edited):
            self.entry.submit()
            self.records.edit(edited)
            self._asks = asks
        self.due.open_calendar()

    def _ask_owner(self, added: str) -> None:
        """Offer who does an action without an owner; what is typed instead is the next one."""
        if not self._found[added].action.has_owner:
            self.owner.open_list(self.entry.field, partial(self._own, added))

    def _own(self, action_id: str, owner: str) -> None:
        """Take the owner of a new action, and ask for its day."""
        if self.records.edit(action_id):
            self._asks = True
            self.owner.choose(owner)
            self._save_choice()

    def _choose_owner(self, number: int) -> bool:
        """Choose an owner by the number, 0 for nobody; return False if there is none."""
        menu = window_menu(self)
        if number < len(menu.items):  # asked about a new action
            menu.pick(menu.items[number - 1])
            return True
        chosen = self.owner.choose_number(number)
        if chosen and self._asks:
            self._save_choice()
        elif chosen and self.entry.field.hasFocus() and self.entry.text().strip():
            self.due.setFocus()
        return chosen

    def _open_part(self, action_id: str, part: int) -> None:
        """Edit the action whose owner (1) or day (2) was clicked, and open what changes that."""
        if self._editable(action_id) is not None and self.records.edit(action_id):
            (self.owner.open_list if part == 1 else self.due.open_calendar)()

    def _take(self, proposal: AddAction) -> None:
        """Add a proposed action, and begin to edit it unless it has an owner and a day.

        An owner or a day chosen before is taken, unless it belongs to the text of a new action,
        which stays in the entry line. While an action is being edited nothing is proposed: what is
        chosen then belongs to that action.
        """
        done = self.api.execute(self._completed(proposal))
        if done is None:
            return
        action_id = str(done.result)
        self.rows.set_current(action_id)
        if self.entry.begun:
            return
        action = self._found[action_id].action
        if action.has_owner and action.due:
            self.entry.end()
            self.entry.setFocus()
        else:
            self.records.edit(action_id)
            self.due.setFocus()

    def _completed(self, command: AddAction) -> AddAction:
        """Return a proposal's command with the chosen owner and day."""
        if self.entry.begun:
            return command
        self.owner.flush()
        self.due.flush()
        if self.owner.value():
            who, name = owner_fields(self.owner.value())
            command = replace(command, owner_id=who, owner_name=name)
        return replace(command, due=self.due.value() or command.due)

    def _tick(self, action_id: str) -> None:
        command = keeping(self.state, self._found[action_id], now())
        # one that is carried over is in the list while open
        said = "" if self._is_of_today(action_id) else tr("last_time.said.done")
        if command is not None:
            self.api.execute(command, done=said)

    def _removed(self, action_id: str) -> RemoveAction | None:
        return RemoveAction(action_id) if self._is_own(action_id) else None

    def _of_row(self) -> Offers:
        current = self.rows.current_id() or ""
        found = self._found.get(current)
        if found is None:
            return {}
        number = names_of_problems(self.state, found.action)
        about: Offers = {"row": Beside(FootArea.LEFT, number)} if number else {}
        can = {
            "edit": self._editable(current) is not None,
            "tick": keeping(self.state, found, "") is not None,
            "remove": self._is_own(current),
        }
        words = {name: tr(f"wrap_up.actions.row.{name}") for name in can if can[name]}
        return about | {f"row.{name}": left(text) for name, text in words.items()}

    # -- the entry

    def _has_day(self) -> bool:
        """Take owner and day as they are typed; return whether the day is valid, else focus it."""
        self.owner.flush()
        self.due.flush()
        if self.due.error:
            self.due.setFocus()
        return not self.due.error

    def _added(self, text: str) -> AddAction | None:
        if not self._has_day():
            return None
        who, name = owner_fields(self.owner.value())
        return AddAction(
            text,
            owner_id=who,
            owner_name=name,
            due=self.due.value(),
            problem_id=self.problem.current(),
        )

    def _changed(self, action_id: str, text: str) -> AddAction | EditAction | None:
        found = self._editable(action_id)
        if found is None or not self._has_day():
            return None
        action, due = found.action, self.due.value()
        who, name = owner_fields(self.owner.value())
        if not self._is_of_today(action_id):
            return changed(self.state, texts(), found, text, who, name, due)
        problem_id = self.problem.current()
        if problem_id == self.state.merging.root_ids.get(action.problem_id or ""):
            problem_id = action.problem_id  # one that was merged stays the action's own
        if found.kind is CommitmentKind.HELP:
            return AddAction(text, who, name, due, problem_id, card_id=action.card_id)
        return EditAction(action.id, text, who, name, due, problem_id)

    def _saved(self, action_id: str) -> dict[str, str] | None:
        """Return text and choices of an action."""
        found = self._editable(action_id)
        if found is None:
            return None
        action = replace(in_words(self.state, texts(), found), text=found.action.text)
        return {
            "": action.text,
            "owner": owner_id(action) or "",
            "due": action.due,
            "problem": self.state.merging.root_ids.get(action.problem_id or "") or "",
        }

    def _editable(self, action_id: str) -> Commitment | None:
        """Return what was promised if it is an action, or help of this workshop; else None."""
        found = self._found.get(action_id)
        if found is None or found.kind is CommitmentKind.ACTION:
            return found
        of_today = found.kind is CommitmentKind.HELP and self._is_of_today(action_id)
        return found if of_today else None

    def _is_of_today(self, action_id: str) -> bool:
        """Return whether something belongs to this workshop, and was not promised before."""
        found = self._found.get(action_id)
        return found is None or found.contact.workshop.id == self.state.workshop.id

    def _is_own(self, action_id: str) -> bool:
        return any(each.id == action_id for each in self.state.actions)

    # -- what is current

    def _connect(self) -> None:
        self.entry.editing_changed.connect(self._mark_current)
        self.owner.edited.connect(lambda _who: self.api.unsent.touched())
        self.owner.listed.connect(self._save_choice)
        self.owner.unlisted.connect(
            lambda name: self.api.toast(tr("wrap_up.actions.unlisted", name=name), done=False)
        )
        self.due.picked.connect(self._save_choice)
        self.records.added.connect(lambda added: self._ask_owner(str(added)))
        self.rows.view.chosen.connect(self._open_part)
        self.problem.chosen.connect(self._problem_chosen)
        focus = EntryListFocus(self.entry.field, self.rows, self.owner.field, self.due.field)
        focus.field_focused.connect(lambda: self._go_on_row(False))
        focus.list_focused.connect(lambda: self._go_on_row(True))
        self._mark_current()

    def _problem_chosen(self) -> None:
        self.api.unsent.touched()
        if self.entry.editing and not self._asks:
            self.entry.submit()
        self.foot_changed.emit()

    def _go_on_row(self, on_row: bool) -> None:
        if on_row != self._on_row:
            self._on_row = on_row
            self._mark_current()

    def _mark_current(self) -> None:
        """Mark the row that is current or edited; none while a new action is typed."""
        self._asks &= bool(self.entry.editing)
        self.rows.view.mark_current(self._on_row or bool(self.entry.editing))
        self.foot_changed.emit()


def _as_ways(offers: Offers) -> Offers:
    """Return what can be done of these with buttons in the foot bar."""
    return {
        key: one._replace(area=FootArea.LEFT) if isinstance(one, Offered) and one.enabled else one
        for key, one in offers.items()
    }


def _words(state: WorkshopState, proposal: AddAction, names: Mapping[object, str]) -> str:
    """Return a proposal with its problem, and its owner if one is suggested."""
    problem = state.root_of(proposal.problem_id)
    number = problem.number if problem is not None else ""
    said = tr("wrap_up.actions.proposed", number=number, text=shortened(proposal.text))
    who = names.get(proposal.owner_id or "")
    return tr("wrap_up.actions.proposed_for", said=said, who=who) if who else said
