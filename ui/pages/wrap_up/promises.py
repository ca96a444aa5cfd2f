"""The section of what we promised: help, our own actions, news of requests, what we ask again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions.binding import bind_button
from ui.actions.offered import Offers, left
from ui.components.cards_section import CardsSection, card_rows, is_promised, until_words
from ui.components.owners import owner_name
from ui.components.timestamps import day_of, now
from ui.forms.form import FieldText, Form
from ui.forms.record_entry import EntryTexts, RecordLine
from ui.forms.record_list import RecordCommands
from ui.pages.wrap_up.action_rows import names_of_problems, near_days
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.date_field import DateField
from ui.widgets.spaced import spaced
from workshop_app.domain.action import Action
from workshop_app.domain.facts.commitments import Commitment, CommitmentKind, ours
from workshop_app.domain.facts.requests import lacks_passing_on, passing_on_action
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.promises import Reader
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.actions_to_do import in_words, keeping
from workshop_app.services.command import Command
from workshop_app.services.commands.actions import AddAction, EditAction, RemoveAction
from workshop_app.services.promise_words import request_words

_NEW = "pass-on"
"""The id of the action that passes the requests on before there is one."""


class PromisesSection(CardsSection):
    """The entry line adds a promise of the facilitator, which is an action like all others.

    Below the list are the fields of the current row: of help that was promised, of our action, or
    of the action that passes the requests on, which the first entry adds.
    Answers given at once are no promises; private mode shows them, too, to record if they helped.
    """

    def build(self) -> None:
        words = EntryTexts.of("wrap_up", "promises")
        self.entry = RecordLine(self.api.unsent, "wrap_up", "new-promise", words, self._saved)
        self._ours: Mapping[str, Commitment] = {}
        fields = {
            name: FieldText(tr(f"cards.delivery.{key}"))
            for name, key in (("owner_name", "who"), ("due", "due"))
        }
        self._form = Form(Action, fields, self._save)
        self.who = self._form.fields["owner_name"]
        self.due = cast("DateField", self._form.fields["due"])
        super().build()
        self.rows.take_keys_from(self.entry.field)
        bind_button(self, "wrap_up.pass_on", self._settle)

    def arrange(self) -> None:
        action = QWidget()
        fields = row(None, (self.who, 1), (self.due, 1), (STRETCH, 1), gap=16)
        column(action, fields, STRETCH, gap=0)
        self._layers = QStackedWidget()
        for layer in (self.fields, action, QWidget()):
            self._layers.addWidget(layer)
        strip = QWidget()
        column(strip, self._layers)
        self.build_list(
            tr("wrap_up.section.cards"),
            tr("wrap_up.promises.none"),
            strip,
            commands=RecordCommands(
                lambda row: RemoveAction(row) if self._own(row) else None,
                lambda _id: tr("wrap_up.promises.removed"),
                self._added,
                self._changed,
            ),
            entry=self.entry,
        )
        done = {
            "row.edit": self._edit,
            "row.tick": self._tick,
            "row.remove": self.records.remove,
        }
        self.records.offer(done, delete_anywhere=False)

    def refresh(self, state: WorkshopState) -> None:
        self._ours = {each.help_id or each.action.id: each for each in ours(state)}
        self.entry.show_workshop(state.workshop.id)
        for due in (self.due, cast("DateField", self.fields.due)):
            due.today, due.near = day_of(state), near_days(state)
        super().refresh(state)
        self._layers.setVisible(bool(self._cards) or any(map(self._shown_action, self._ours)))

    def shown_cards(self, state: WorkshopState) -> tuple[PlayedCard, ...]:
        cards = super().shown_cards(state)
        return cards if self.private else tuple(filter(is_promised, cards))

    def lead_of(self, cards: Sequence[PlayedCard]) -> str:
        """Say that our actions are in the list of all actions, too, where they are counted."""
        own = any(self._own(each.action.id) for each in self._ours.values())
        return spaced(tr("wrap_up.promises.lead") if own else "", super().lead_of(cards))

    def rows_of(self, state: WorkshopState) -> list[Row]:
        """Return the help, then what else we promised, then the solutions that were told."""
        helps = sum(each.outcome is OutcomeKind.CARD for each in self._cards.values())
        cards = card_rows(state, self._cards.values())
        others = [
            _row(state, key, each) for key, each in self._ours.items() if key not in self._cards
        ]
        return [*cards[:helps], *others, *cards[helps:]]

    def offered(self) -> Offers:
        found = self._ours.get(self.rows.current_id() or "")
        pass_on: Offers = {"wrap_up.pass_on": left()} if lacks_passing_on(self.state) else {}
        if found is None or keeping(self.state, found, "") is None:
            return pass_on
        if found.kind is CommitmentKind.NEWS:
            return {"row.tick": left(tr("requests.told.do"))} | pass_on
        own = self._own(found.action.id) is not None
        names = ("edit", "tick", "remove") if own else ("tick",)
        ways: Offers = {f"row.{name}": left(tr(f"wrap_up.actions.row.{name}")) for name in names}
        return ways | pass_on

    def focus_start(self) -> bool:
        self.entry.setFocus()
        return True

    def show_current(self) -> None:
        super().show_current()
        action = self._shown_action(self.rows.current_id() or "")
        self._form.show_record(action)
        self._layers.setCurrentIndex(0 if self.current is not None else 1 if action else 2)
        self.foot_changed.emit()

    def _shown_action(self, row_id: str) -> Action | None:
        """Return the action of a row whose owner and day are below the list, or None.

        The one that passes a request on has its owner by name; it need not be recorded yet.
        """
        found = self._ours.get(row_id)
        if found is None or found.kind is not CommitmentKind.NEWS:
            return self._own(row_id)
        if found.contact.workshop.id != self.state.workshop.id:
            return None
        action = passing_on_action(self.state) or replace(found.action, id=_NEW, owner_name="")
        return replace(action, owner_name=owner_name(self.state, action))

    def _settle(self) -> bool:
        """Ask who passes the requests on and when, at the first of them."""
        news = (key for key, each in self._ours.items() if each.kind is CommitmentKind.NEWS)
        return self.show_record(next(news, "")) and self._edit(self.current_record_id())

    def _edit(self, row_id: str) -> bool:
        """Edit the text of our action, else who does what is current."""
        if self._own(row_id) is not None:
            return self.records.edit(row_id)
        self.who.setFocus()
        return self.who.hasFocus()

    def _own(self, action_id: str) -> Action | None:
        return next((each for each in self.state.actions if each.id == action_id), None)

    def _saved(self, action_id: str) -> dict[str, str] | None:
        action = self._own(action_id)
        return {"": action.text} if action is not None else None

    def _added(self, text: str) -> AddAction:
        workshop = self.state.workshop
        who = workshop.facilitator or self.api.settings.facilitator or tr("wrap_up.promises.us")
        return AddAction(text, owner_name=who, due=workshop.next_date)

    def _changed(self, action_id: str, text: str) -> EditAction | None:
        action = self._own(action_id)
        return _edited(action, text=text) if action is not None else None

    def _save(self, action_id: str, name: str, value: object) -> bool:
        changed = {name: str(value)}
        action = self._own(action_id)
        command: Command | None = _edited(action, **changed) if action is not None else None
        if action_id == _NEW:
            known = {"due": self.state.workshop.next_date} | changed
            command = AddAction(tr("promises.pass_on.text"), passes_on=True, **known)
        return command is not None and self.api.execute(command) is not None

    def _tick(self, record_id: str) -> None:
        found = self._ours.get(record_id)
        command = keeping(self.state, found, now()) if found is not None else None
        if command is not None:
            self.api.execute(command)


def _edited(action: Action, **changed: str) -> EditAction:
    """Return the command that changes the text, the name of the owner, or the day of an action."""
    known = {"text": action.text, "owner_name": action.owner_name, "due": action.due}
    owner = None if "owner_name" in changed else action.owner_id
    return EditAction(action.id, owner_id=owner, problem_id=action.problem_id, **(known | changed))


def _row(state: WorkshopState, row_id: str, commitment: Commitment) -> Row:
    action = in_words(state, texts(), commitment)
    icon = Icon("circle-check" if action.done else "circle-dashed", "ink2")
    who = owner_name(state, action) or tr("wrap_up.actions.nobody")
    done = tr("last_time.answer.done") if action.done else until_words(action.due)
    about = spaced(names_of_problems(state, action), _waits(commitment))
    lines = detail(who, "person") + detail(about)
    return Row(row_id, action.text, before=(icon,), asides=aside(done), lines=lines)


def _waits(commitment: Commitment) -> str:
    """Return how a request stands, or what a question waits for."""
    kind, action, contact = commitment
    if kind is CommitmentKind.ASK_AGAIN:
        return tr("wrap_up.promises.waits.ask_again")
    found = (each for each in contact.requests if each.id == action.id)
    return next((request_words(texts(), contact, each, Reader.CUSTOMER) for each in found), "")
