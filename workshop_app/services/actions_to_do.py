"""What was promised, in words: what a workshop agreed on and what is carried over to it."""

from dataclasses import replace

from workshop_app.domain.action import Action, ActionAnswer, by_day
from workshop_app.domain.facts.commitments import (
    Commitment,
    CommitmentKind,
    Purpose,
    kept,
    purposes,
    to_do,
)
from workshop_app.domain.request_news import is_answer_untold, latest
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts
from workshop_app.services.command import Command
from workshop_app.services.commands.actions import AnswerAction, AnswerEarlier, EditAction
from workshop_app.services.commands.request_news import TellAtVisit
from workshop_app.services.commands.visits import EditDelivery, EditEarlierDelivery
from workshop_app.services.contact_words import kind_noun


def all_actions(state: WorkshopState, words: Texts, *, in_line: bool = True) -> list[Action]:
    """Return what is to be done since this workshop or earlier ones, and what is done, by day.

    Unless it is `in_line`, the remark on an open action of an earlier contact is a line of its own,
    and its text says neither that it is from the last one nor that its day has passed.
    """
    return by_day(in_words(state, words, each, in_line=in_line) for each in to_do(state))


def kept_actions(state: WorkshopState, words: Texts) -> list[Action]:
    """Return what was promised in earlier contacts and is done, or not needed, since, by day."""
    return by_day(in_words(state, words, each, in_line=False) for each in kept(state))


def in_words(
    state: WorkshopState, words: Texts, commitment: Commitment, *, in_line: bool = True
) -> Action:
    """Return what was promised as an action whose text says what it is.

    If it is from an earlier contact, it says from which one, unless that is the last one, and the
    remark made on it; if `in_line` also of the last one, and that its day has passed. An owner who
    takes no part in this workshop is in `owner_name`.
    """
    kind, action, contact = commitment
    text = action.text
    if kind in (CommitmentKind.NEWS, CommitmentKind.ASK_AGAIN):
        text = words(f"promises.commitment.{kind}", text=text)
    if contact.workshop.id == state.workshop.id:
        return replace(action, text=text)
    late = in_line and action.is_open and "" < action.due < state.workshop.date
    if in_line or contact is not state.before:
        since = since_words(state, words, contact)
        text = words("last_time.since_late" if late else "last_time.since", text=text, since=since)
    if action.answer_note and (in_line or not action.is_open):
        text = words("last_time.with_note", text=text, note=action.answer_note)
    elif action.answer_note:
        text += f"\n{words('last_time.so_far', note=action.answer_note)}"
    away = contact.participant(action.owner_id)
    if away is None:  # a participant of this workshop, or no participant at all
        return replace(action, text=text)
    name = words.addressed(away)
    return replace(action, text=text, owner_id=None, owner_name=name)


def since_words(state: WorkshopState, words: Texts, contact: WorkshopState) -> str:
    """Return from which earlier contact something is: the previous one, or its day and kind."""
    return _of_contact(state, words, contact, "from")


def problem_words(
    state: WorkshopState, words: Texts, action: Action, *, brief: bool = False
) -> list[str]:
    """Return the problems that an action is for; unless `brief`, earlier ones with their words."""
    names = [(each, problem_name(state, words, each)) for each in purposes(state, action)]
    return [
        name
        if brief or about.contact is state
        else words("last_time.problem", problem=name, title=about.problem.title)
        for about, name in names
    ]


def problem_name(state: WorkshopState, words: Texts, about: Purpose) -> str:
    """Return the number of a problem, and from which contact it is if from an earlier one."""
    contact, problem = about
    if contact is state:
        return words("papers.problem.heading", number=problem.number)
    return _of_contact(state, words, contact, "problem", number=problem.number)


def _of_contact(
    state: WorkshopState, words: Texts, contact: WorkshopState, key: str, **known: object
) -> str:
    earlier = contact.workshop
    if state.before is not None and earlier.id == state.before.workshop.id:
        return words(f"last_time.{key}_last", **known)
    day = words.day(earlier.date or earlier.created_at[:10], short=True)
    kind = kind_noun(words, earlier)
    return words(f"last_time.{key}_earlier", day=day, kind=kind, **known)


def keeping(state: WorkshopState, commitment: Commitment, at: str) -> Command | None:
    """Return the command that marks what was promised as done at a time (ISO), or as open again.

    The answer to a request is marked as told. None if a mark is not enough: a request without an
    answer has news, and a problem has an answer.
    """
    kind, action, contact = commitment
    earlier = contact.workshop.id != state.workshop.id
    today = max(at[:10], state.workshop.date)
    if kind is CommitmentKind.ACTION:
        answer = None if action.done else ActionAnswer.DONE
        return (AnswerEarlier if earlier else AnswerAction)(action.id, answer, at)
    if kind is CommitmentKind.HELP:
        day = "" if action.done else today
        edit = EditEarlierDelivery if earlier else EditDelivery
        return edit(action.id, "delivered_on", day)
    if kind is CommitmentKind.NEWS:
        last = latest(each for each in contact.news if each.request_id == action.id)
        if last is not None and is_answer_untold(last):
            return TellAtVisit((last.id,), today)
    return None


def changed(
    state: WorkshopState,
    words: Texts,
    carried: Commitment,
    text: str,
    owner_id: str | None,
    owner_name: str,
    due: str,
) -> EditAction | None:
    """Return the command that changes an action of an earlier contact, in terms of this workshop.

    It keeps its problem, and an owner who takes no part in this workshop. A new owner is the same
    person in that contact, or a name.
    """
    action = next((one for one in carried.contact.actions if one.id == carried.action.id), None)
    if action is None:
        return None
    shown = in_words(state, words, carried)
    if (owner_id, owner_name) == (shown.owner_id, shown.owner_name):
        owner_id, owner_name = action.owner_id, action.owner_name
    elif (who := state.participant(owner_id)) is not None:
        there = (one for one in carried.contact.participants if one.person_id)
        same = next((one.id for one in there if one.person_id == who.person_id), None)
        owner_id, owner_name = same, "" if same else who.name
    return EditAction(action.id, text, owner_id, owner_name, due, action.problem_id)
