"""All actions that a workshop agreed on or carries over from earlier contacts, as they are read."""

from dataclasses import replace

from workshop_app.domain.action import Action, by_day
from workshop_app.domain.facts.then_now import carried_over, contact_of
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts


def all_actions(state: WorkshopState, words: Texts) -> list[Action]:
    """Return the actions of a workshop and those carried over, by day.

    Those carried over say from which day they are, with the remark made on them. An owner who takes
    no part in this workshop is in `owner_name`.
    """
    return by_day([*state.actions, *(_in_words(state, words, a) for a in carried_over(state))])


def _in_words(state: WorkshopState, words: Texts, action: Action) -> Action:
    contact = contact_of(state, action)
    day = contact.workshop.date or contact.workshop.created_at[:10]
    since = words("last_time.of_day", text=action.text, day=words.date(day, year=False, short=True))
    note = action.answer_note
    text = words("last_time.with_note", text=since, note=note) if note else since
    away = contact.participant(action.owner_id)
    if away is None:  # a participant of this workshop, or no participant at all
        return replace(action, text=text)
    name = words.person(away.name, away.honorific)
    return replace(action, text=text, owner_id=None, owner_name=name)
