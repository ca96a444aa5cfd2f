"""The section of actions: who does what by when."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions.binding import bind, bind_each
from ui.actions.offered import Offered, Offers, left
from ui.components.empty_state import EmptyState
from ui.components.page_memory import memory_of
from ui.components.people import names_by_id
from ui.components.section import Section
from ui.components.timestamps import now
from ui.forms.record_entry import EntryTexts, RecordEntry
from ui.forms.record_list import RecordCommands, RecordList
from ui.forms.unsent_line import Choice
from ui.pages.wrap_up.owners import owner_fields, owner_id, owner_name, owners
from ui.pages.wrap_up.problem_button import ProblemButton
from ui.pages.wrap_up.proposals import ActionProposals
from ui.rows.cells import Tick, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, aside
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.check_line import CheckLine
from ui.widgets.date_field import DateField
from ui.widgets.flow import Flow
from workshop_app.domain.action import Action, ActionAnswer, by_day
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import AddAction, AnswerAction, EditAction, RemoveAction
from workshop_app.services.proposed_actions import ProposedAction, proposed_actions

_SPARE = 96
"""Width in px of the day field beyond its minimum, for its button and the weekday."""


class ActionsSection(Section):
    """Enter adds from any field of the entry; in the list it edits a row.

    In the list Space marks a row as done, and Delete removes it. Buttons below the list do these
    three with the current row, by mouse.

    A new action begins with the day of the one saved last.

    Owner, day and problem are unsaved content of the entry line, like its text.
    """

    NAME = "actions"

    def build(self) -> None:
        unassigned = tr("wrap_up.actions.unassigned")
        self.owner = CheckLine(tr("wrap_up.actions.who"), nobody=unassigned, leave_enter=True)
        numbers = bind_each(self.owner, "wrap_up.person", self.owner.choose_number)
        nobody = bind(self.owner, "wrap_up.nobody", self.owner.choose_nobody)
        self.owner.set_keys([each.key for each in numbers], nobody.key)
        self.due = DateField(tr("wrap_up.actions.when"), label_width=round(80 * theme().text_scale))
        choose = bind(self, "wrap_up.problem", self._choose_problem, on_button=True)
        self.problem = ProblemButton(choose)
        self.problem.leaves_enter = True
        self.entry = self._entry()
        self.proposals = ActionProposals()
        self.rows = PagedList(tr("wrap_up.actions.rows"), paging_keys=False)
        self._empty = EmptyState(tr("wrap_up.actions.empty"))
        self.records = RecordList(
            self.api,
            self.rows,
            RecordCommands(
                RemoveAction, lambda _id: tr("wrap_up.actions.removed"), self._added, self._changed
            ),
            entry=self.entry,
            nothing=self._empty,
            count="wrap_up.actions.count",
        )
        self._row_buttons: list[ActionButton] = []
        self._bind_row_actions()
        bind(self, "wrap_up.pass_on", self._pass_on, on_button=True)
        self._arrange()
        self.records.saved.connect(self._note_last_day)
        self.entry.editing_changed.connect(self._pause_proposals)
        self.rows.take_keys_from(self.entry.field)
        self.owner.chosen.connect(lambda _who: self.api.unsent.touched())
        self.rows.current_changed.connect(lambda _id: self.audience_focus_changed.emit())
        self.problem.chosen.connect(lambda _problem: self.api.unsent.touched())
        self.proposals.taken.connect(self._take)
        self.due.field.returned.connect(self.entry.submit)
        self.setFocusProxy(self.entry)

    def refresh(self, state: WorkshopState) -> None:
        self.owner.set_options(owners(state), self.owner.value())
        self.problem.show_problems(state, self.problem.current())
        if self.entry.show_workshop(state.workshop.id):
            self.rows.setFocus()
        self.proposals.show_proposals(
            proposed_actions(state, self.api.answers, texts(), private=self.private),
            names_by_id(state),
        )
        rows = action_rows(state, private=self.private)
        self.records.show(rows, rows[-1].id if rows else None)
        self._pause_proposals()
        self.foot_changed.emit()

    def offered(self, state: WorkshopState | None) -> Offers:
        more = self.proposals.count - 1
        return {
            **({"wrap_up.pass_on": left()} if self.state.lacks_passing_on else {}),
            "wrap_up.insert": Offered(tr("wrap_up.actions.take")),
            "wrap_up.proposals": Offered(tr("wrap_up.actions.others", n=more)),
        }

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
        return self.records.edit(str(done.result))

    def _choose_problem(self) -> None:
        self.problem.open_menu()

    def _take(self, proposal: ProposedAction) -> None:
        """Add a proposed action, and ask for its owner and day unless it has both.

        An owner or a day chosen before is taken, unless it belongs to the text of a new action,
        which stays in the entry line. While an action is being edited nothing is proposed: what is
        chosen then belongs to that action.
        """
        done = self.api.execute(self._completed(proposal.command()))
        if done is None:
            return
        action_id = str(done.result)
        self.rows.set_current(action_id)
        if self.entry.begun:
            return
        action = self._action(action_id)
        if action is not None and action.has_owner and action.due:
            self._last_day = action.due
            self.entry.end()
            self.entry.setFocus()
        else:
            self.records.edit(action_id)
            self.due.setFocus()

    def _completed(self, command: AddAction) -> AddAction:
        """Return a proposal's command with the chosen owner and day."""
        if self.entry.begun:
            return command
        self.due.flush()
        if self.owner.value() is not None:
            who, name = owner_fields(self.owner.value())
            command = replace(command, owner_id=who, owner_name=name)
        return replace(command, due=self.due.iso() or command.due)

    def _bind_row_actions(self) -> None:
        """Bind the row actions, with buttons next to the number of rows."""
        offered = self.records.offer(
            {
                "row.edit": self.records.edit,
                "row.tick": self._tick,
                "row.remove": self.records.remove,
            },
            delete_anywhere=False,
        )
        buttons = QWidget()
        row = Flow(4, buttons) if theme().stacked else QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for action_id, action in offered.items():
            words = tr(f"wrap_up.actions.{action_id}")
            button = ActionButton(words, kind="quiet", size="small", action=action)
            button.clicked.connect(partial(self._return_keyboard, button))
            row.addWidget(button)
            self._row_buttons.append(button)
        self.rows.add_note(buttons)
        theme().changed.connect(self._fit_row_buttons)
        self._fit_row_buttons()

    def _fit_row_buttons(self) -> None:
        """Leave out the keys on the buttons in a narrow window."""
        for button in self._row_buttons:
            button.set_brief(theme().metrics.narrow)

    def _return_keyboard(self, button: ActionButton) -> None:
        """Return the focus to the list after a click, unless another widget took it."""
        if button.hasFocus():
            self.rows.setFocus()

    def current_record_id(self) -> str:
        return self.rows.current_id() or ""

    def show_record(self, record_id: str) -> bool:
        known = self.records.select(record_id)
        if known:
            self.audience_focus_changed.emit()
        return known

    def turn(self, by: int) -> bool:
        return self.rows.isVisibleTo(self) and self.rows.view.turn(by)

    def handle_escape(self) -> bool:
        if self.records.leave():
            return True
        listed = self.rows.view.hasFocus()
        if listed:
            self.entry.setFocus()
        return listed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entry.submit()  # left by the names and the problem
            return
        super().keyPressEvent(event)

    def _has_day(self) -> bool:
        """Return whether the day is valid; otherwise it is focused."""
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
            due=self.due.iso(),
            problem_id=self.problem.current(),
        )

    def _changed(self, action_id: str, text: str) -> EditAction | None:
        action = self._action(action_id)
        if action is None or not self._has_day():
            return None
        who, name = owner_fields(self.owner.value())
        problem_id = self.problem.current()
        if problem_id == self.state.merging.root_ids.get(action.problem_id or ""):
            problem_id = action.problem_id  # one that was merged stays the action's own
        return EditAction(action.id, text, who, name, self.due.iso(), problem_id)

    def _note_last_day(self) -> None:
        self._last_day = self.due.iso()

    def _pause_proposals(self) -> None:
        """Propose nothing while an action is edited."""
        self.proposals.set_paused(bool(self.entry.editing))

    def _entry(self) -> RecordEntry:
        texts = EntryTexts(
            new=tr("wrap_up.actions.new"),
            change=tr("wrap_up.actions.change"),
            hint=tr("wrap_up.actions.what"),
            add=tr("wrap_up.actions.add"),
            save=tr("wrap_up.actions.save"),
        )
        choices = {
            "owner": Choice(
                lambda: str(self.owner.value() or ""),
                lambda who: self.owner.set_value(who or None),
            ),
            "due": Choice(self.due.typed, self.due.show_typed),
            "problem": Choice(
                lambda: self.problem.current() or "",
                lambda problem: self.problem.set_current(problem or None),
            ),
        }
        return RecordEntry(self.api, "wrap_up", "new-action", texts, self._saved, choices)

    def _saved(self, action_id: str) -> dict[str, str] | None:
        """Return text and choices of an action; a new one begins with the day of the last."""
        if not action_id:
            return {"due": self._last_day}
        action = self._action(action_id)
        if action is None:
            return None
        return {
            "": action.text,
            "owner": owner_id(action) or "",
            "due": action.due,
            "problem": self.state.merging.root_ids.get(action.problem_id or "") or "",
        }

    @property
    def _last_day(self) -> str:
        """The day of the action saved last in this workshop, which the next one begins with."""
        return str(memory_of(self.api, "wrap_up.last_day").get("due", ""))

    @_last_day.setter
    def _last_day(self, day: str) -> None:
        memory_of(self.api, "wrap_up.last_day")["due"] = day

    def _tick(self, action_id: str) -> None:
        action = self._action(action_id)
        if action is not None:
            answer = None if action.done else ActionAnswer.DONE
            self.api.execute(AnswerAction(action.id, answer, now()))

    def _action(self, action_id: str) -> Action | None:
        return next((a for a in self.state.actions if a.id == action_id), None)

    def _arrange(self) -> None:
        stacked = theme().stacked
        second = (column if stacked else row)(
            None, (self.owner, 1), (self.problem, 0, Qt.AlignmentFlag.AlignLeft), self.due, gap=20
        )
        if not stacked:  # the names take what a day does not need
            self.due.setMaximumWidth(
                self.due.minimumSizeHint().width() + round(_SPARE * theme().text_scale)
            )
        column(
            self,
            self.entry,
            column(None, second, self.proposals, gap=4),
            (self.rows, 1),
            (self._empty, 1),
            gap=theme().metrics.gap - 2,
            around=NO_MARGINS,
        )


def action_rows(state: WorkshopState, *, private: bool) -> list[Row]:
    """Return the actions by day."""
    return [_row(state, action, private=private) for action in by_day(state.actions)]


def _row(state: WorkshopState, action: Action, *, private: bool) -> Row:
    """Return an action with its owner and day, which are as large as its text."""
    who = owner_name(state, action) or tr("wrap_up.actions.nobody")
    when = texts().date(action.due, year=False, short=not private) or tr("wrap_up.actions.undated")
    problem = state.problem(state.merging.root_ids.get(action.problem_id or ""))
    number = tr("wrap_up.actions.for", number=problem.number) if problem is not None else ""
    text = tr("wrap_up.actions.with_problem", text=action.text, problem=number)
    marks = (Words(number), Words(who, "person"), Words(when, "calendar"))
    return Row(
        action.id,
        text if number and not private else action.text,
        before=(Tick(action.done),),
        asides=aside("" if private else f"{who}\n{when}"),
        after=tuple(mark for mark in marks if mark.text) if private else (),
        quiet=action.done,
    )
