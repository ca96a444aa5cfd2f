"""Commands on what the previous visit left open: problems and played cards."""

from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.outcome import Helped, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem, Source, Theme
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Edit, cleaners
from workshop_app.services.commands.problems import add_problem
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.store.store import Store


def of_same_customer(store: Store, workshop_id: str, earlier_id: str) -> Workshop:
    """Return the open workshop; raises InvalidInput if the earlier one is another customer's."""
    workshop = open_workshop(store, workshop_id)
    earlier = store.get(Workshop, earlier_id)
    if earlier.id == workshop.id or earlier.customer_id != workshop.customer_id:
        raise InvalidInput("errors.not_last_time")
    return workshop


class TakeOverProblem(Command):
    """Take a problem of an earlier workshop over into this one as a new problem; returns its id.

    It keeps its wording, date, method and theme, and its speaker if that person is here, too. The
    earlier problem is unchanged. A problem is taken over only once.
    """

    problem_id: str

    step = Step.PREPARE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> str:
        earlier = store.get(Problem, self.problem_id)
        workshop = of_same_customer(store, workshop_id, earlier.workshop_id)
        for problem in store.all(Problem, workshop_id):
            if problem.origin_id == earlier.id:
                return problem.id
        speaker = self._speaker(store, workshop, earlier)
        words = earlier.said
        new = add_problem(
            store,
            workshop_id,
            words,
            speaker_id=speaker,
            source=Source.EARLIER,
            heard_at=earlier.heard_at,
            method=earlier.method,
            wording="" if earlier.wording == words else earlier.wording,
            first_wording_corrected=earlier.first_wording_corrected,
            origin_id=earlier.id,
            origin_date=store.get(Workshop, earlier.workshop_id).date,
        )
        if earlier.theme_id is not None:
            theme = store.get(Theme, earlier.theme_id)
            AddTheme(theme.name, (new,)).apply(store, workshop_id)
        return new

    def _speaker(self, store: Store, workshop: Workshop, earlier: Problem) -> str | None:
        """Return the participant of this workshop who is the earlier speaker, or None."""
        if earlier.speaker_id is None:
            return None
        said_it = store.get(Participant, earlier.speaker_id)
        return next(
            (
                who.id
                for who in store.all(Participant, workshop.id)
                if who.person_id is not None and who.person_id == said_it.person_id
            ),
            None,
        )


class NoteWhatBecame(Edit):
    """Record the current status of a problem of the previous visit."""

    step = Step.PREPARE
    record = Problem
    fields = cleaners(Problem, "became")


_DELIVERY = ("owner_name", "due", "delivered_on", "link", "helped")


class EditDelivery(Edit):
    """Set who delivers a card, by when, when it was delivered, where it is, and if it helped.

    An empty `helped` means not asked. An action that delivers help is done as soon as that is
    delivered.
    """

    step = Step.WRAP_UP
    record = PlayedCard
    fields = cleaners(PlayedCard, *_DELIVERY) | {
        "helped": lambda value: Helped(value) if value else None
    }

    def apply(self, store: Store, workshop_id: str) -> None:
        super().apply(store, workshop_id)
        card = store.get(PlayedCard, self.record_id)
        if self.field != "delivered_on" or card.outcome is not OutcomeKind.CARD:
            return
        for action in store.some(Action, card.workshop_id, "card_id", [card.id]):
            if action.done is not bool(card.delivered_on):
                answer = None if action.done else ActionAnswer.DONE
                store.update(action.answered(answer, card.delivered_on))


class EditEarlierDelivery(EditDelivery):
    """Set the same for a card of the previous visit; undo navigates there."""

    step = Step.PREPARE
