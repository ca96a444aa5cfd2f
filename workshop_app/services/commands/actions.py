"""Commands on actions: adding, editing, removing, and following up."""

from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Edit, Remove, cleaned, cleaners
from workshop_app.store.store import Store


class AddAction(Command):
    """Add an action, which may belong to a problem or a played card; returns its id.

    One that `passes_on` is to pass the requests on and to tell the customer what came of them.
    """

    text: str
    owner_id: str | None = None
    owner_name: str = ""
    due: str = ""
    problem_id: str | None = None
    card_id: str | None = None
    passes_on: bool = False

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> str:
        open_workshop(store, workshop_id)
        return store.add(Action, workshop_id, **cleaned(self, Action)).id


class EditAction(Command):
    """Set what an action says: what, who, by when, and for which problem.

    Its card stays its own only as long as the problem does.
    """

    action_id: str
    text: str
    owner_id: str | None = None
    owner_name: str = ""
    due: str = ""
    problem_id: str | None = None

    step = Step.WRAP_UP
    placed = "action_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        action = store.get(Action, self.action_id)
        card_id = action.card_id if self.problem_id == action.problem_id else None
        store.update(action, card_id=card_id, **cleaned(self, Action))


class AnswerAction(Command):
    """Record the answer to an action when it is followed up, in this workshop or the previous one.

    An `answer` of None removes it. `at` is the time, ISO. Help that the action delivers is
    delivered as soon as it is done.
    """

    action_id: str
    answer: ActionAnswer | None
    at: str

    step = Step.WRAP_UP
    placed = "action_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        action = store.get(Action, self.action_id).answered(self.answer, clean_line(self.at))
        store.update(action)
        card = store.get(PlayedCard, action.card_id) if action.card_id else None
        if card is not None and card.outcome is OutcomeKind.CARD:
            day = card.delivered_on or action.answered_at[:10]
            store.update(card, delivered_on=day if action.done else "")


class AnswerEarlier(AnswerAction):
    """Record at a visit the answer to an action of the previous one; undo navigates there."""

    step = Step.PREPARE


class NoteOnEarlierAction(Edit):
    """Record a remark on the answer to an action of the previous visit."""

    step = Step.PREPARE
    record = Action
    fields = cleaners(Action, "answer_note")


class RemoveAction(Remove):
    """Remove an action."""

    step = Step.WRAP_UP
    record = Action
