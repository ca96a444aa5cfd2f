"""The section of what we promised: help, our own actions, news of requests, what we ask again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions.offered import Offers, left
from ui.components.cards_section import CardsSection, card_rows, is_promised
from ui.components.owners import owner_name
from ui.components.timestamps import now
from ui.forms.form import FieldText, Form
from ui.forms.record_entry import EntryTexts, RecordLine
from ui.forms.record_list import RecordCommands
from ui.pages.wrap_up.action_rows import problem_of, problem_words
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.widgets.boxes import STRETCH, column, row
from workshop_app.domain.action import Action
from workshop_app.domain.facts.commitments import Commitment, CommitmentKind, ours
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.actions_to_do import in_words, keeping
from workshop_app.services.commands.actions import AddAction, EditAction, RemoveAction


class PromisesSection(CardsSection):
    """The entry line adds a promise of the facilitator, which is an action like all others.

    Below the list are the fields of the current row: of help that was promised, or of our action.
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
        self.who, self.due = self._form.fields.values()
        super().build()
        self.rows.take_keys_from(self.entry.field)

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
            "row.edit": self.records.edit,
            "row.tick": self._tick,
            "row.remove": self.records.remove,
        }
        self.records.offer(done, delete_anywhere=False)

    def refresh(self, state: WorkshopState) -> None:
        self._ours = {each.help_id or each.action.id: each for each in ours(state)}
        self.entry.show_workshop(state.workshop.id)
        super().refresh(state)
        self._layers.setVisible(bool(self._cards) or any(map(self._own, self._ours)))

    def shown_cards(self, state: WorkshopState) -> tuple[PlayedCard, ...]:
        cards = super().shown_cards(state)
        return cards if self.private else tuple(filter(is_promised, cards))

    def rows_of(self, state: WorkshopState) -> list[Row]:
        """Return the help, then what else we promised, then the solutions that were told."""
        helps = sum(each.outcome is OutcomeKind.CARD for each in self._cards.values())
        cards = card_rows(state, self._cards.values())
        others = [_row(state, each) for key, each in self._ours.items() if key not in self._cards]
        return [*cards[:helps], *others, *cards[helps:]]

    def offered(self, state: WorkshopState | None) -> Offers:
        found = self._ours.get(self.rows.current_id() or "")
        if found is None or keeping(self.state, found, "") is None:
            return {}
        if found.kind is CommitmentKind.NEWS:
            return {"row.tick": left(tr("requests.told.do"))}
        names = ("edit", "tick", "remove") if self._action is not None else ("tick",)
        return {f"row.{name}": left(tr(f"wrap_up.actions.row.{name}")) for name in names}

    def focus_start(self) -> bool:
        self.entry.setFocus()
        return True

    def handle_escape(self) -> bool:
        return self.records.leave()

    def show_current(self) -> None:
        super().show_current()
        action = self._action
        self._form.show_record(action)
        self._layers.setCurrentIndex(0 if self.current is not None else 1 if action else 2)
        self.foot_changed.emit()

    @property
    def _action(self) -> Action | None:
        """Our action of this workshop that is current, or None."""
        return self._own(self.rows.current_id() or "")

    def _own(self, action_id: str) -> Action | None:
        return next((each for each in self.state.actions if each.id == action_id), None)

    def _saved(self, action_id: str) -> dict[str, str] | None:
        """Return the text of a promise; none for a new one."""
        if not action_id:
            return {}
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
        action = self._own(action_id)
        command = _edited(action, **{name: str(value)}) if action is not None else None
        return command is not None and self.api.execute(command) is not None

    def _tick(self, record_id: str) -> None:
        found = self._ours.get(record_id)
        command = keeping(self.state, found, now()) if found is not None else None
        if command is not None:
            self.api.execute(command)


def _edited(action: Action, **changed: str) -> EditAction:
    """Return the command that changes the text, the name of the owner, or the day of an action."""
    known = {"text": action.text, "owner_name": action.owner_name, "due": action.due}
    return EditAction(action.id, problem_id=action.problem_id, **(known | changed))


def _row(state: WorkshopState, commitment: Commitment) -> Row:
    action = in_words(state, texts(), commitment)
    icon = Icon("circle-check" if action.done else "circle-dashed", "ink2")
    day = texts().date(action.due, year=False, short=True)
    until = tr("cards.delivery.until", day=day) if day else tr("cards.delivery.promised")
    who = owner_name(state, action) or tr("wrap_up.actions.nobody")
    about = "  ".join(part for part in (who, problem_words(problem_of(state, action))) if part)
    done = tr("last_time.answer.done") if action.done else until
    unmarked = keeping(state, commitment, "") is None
    waits = tr(f"wrap_up.promises.waits.{commitment.kind}") if unmarked else ""
    lines = (*detail(about, "person"), *detail(waits, "info"))
    return Row(action.id, action.text, before=(icon,), asides=aside(done), lines=lines)
