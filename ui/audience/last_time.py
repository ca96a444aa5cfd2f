"""Rows of the review of the previous visit."""

from __future__ import annotations

from ui.audience.row import AudienceRow, Content, RowGroup, single_sentence
from workshop_app.domain.audience_view import (
    AskedAction,
    CountedLine,
    CountedLines,
    LastActions,
    LastCards,
    LastProblem,
    LastProblems,
    LastRequests,
    StandingRequest,
    ThenNow,
)
from workshop_app.i18n import texts, tr

_ICONS = {"done": "circle-check", "not_yet": "clock", "not_needed": "circle-slash"}


def _picture(section: str, rows: tuple[RowGroup, ...], *, about: str = "") -> Content:
    head = tr("last_time.title")
    said = about or tr(f"last_time.section.{section}")
    if not rows:
        return single_sentence(head, said, tr(f"last_time.{section}.none"))
    return Content(head, said, rows, spans=True)


def actions(_head: str, picture: LastActions) -> Content:
    """Return the previous visit's actions with answers; the current one has owner and date."""
    rows = tuple(
        _action(action, current=action.id == picture.current) for action in picture.actions
    )
    answered = sum(bool(action.answer) for action in picture.actions)
    day = texts().date(picture.date, year=False)
    about = tr("last_time.actions.lead", day=day, n=len(rows), answered=answered).strip()
    return _picture("actions", rows, about=about)


def _of_day(words: str, day: str) -> str:
    """Append the date of an older visit to a text."""
    return tr("last_time.of_day", text=words, day=texts().date(day, year=False)) if day else words


def _action(action: AskedAction, *, current: bool = False) -> RowGroup:
    said = tr(f"last_time.answer.{action.answer or 'none'}")
    what = AudienceRow(
        _of_day(action.words, action.day),
        icon=_ICONS.get(action.answer, "circle-dashed"),
        aside=said,
        spotlight=current,
    )
    owner = texts().person(action.owner, action.honorific) if action.owner else ""
    due = texts().date(action.due, year=False)
    parts = (owner, tr("last_time.actions.by", day=due) if due else "", action.note)
    who = "  ".join(part for part in parts if part)
    if not who or not (current or action.note):
        return RowGroup((what,), action.id)
    detail = AudienceRow(who, size="floor", indent=True, quiet=True, close=True)
    return RowGroup((what, detail), action.id)


def requests(_head: str, picture: LastRequests) -> Content:
    """Return the requests of the previous visit with their states."""
    rows = tuple(_request(each, current=each.id == picture.current) for each in picture.requests)
    return _picture("requests", rows)


def _request(request: StandingRequest, *, current: bool) -> RowGroup:
    badge = (request.outcome, tr(f"promises.room.{request.promise}"))
    what = AudienceRow(_of_day(request.words, request.day), badge=badge, spotlight=current)
    if not request.told:
        return RowGroup((what,), request.id)
    told = AudienceRow(request.told, size="floor", indent=True, quiet=True, close=True)
    return RowGroup((what, told), request.id)


def lines(_head: str, picture: CountedLines) -> Content:
    """Return the lines of the can-do check, with a bar for then and a bar for now."""
    rows = tuple(_line(each, current=each.id == picture.current) for each in picture.lines)
    return _picture("alone", rows)


def _line(line: CountedLine, *, current: bool = False) -> RowGroup:
    what = AudienceRow(line.words, spotlight=current)
    bars = tuple(
        AudienceRow(
            tr(f"last_time.{name}"),
            size="floor",
            share=(hands or 0) / max(1, people, hands or 0),
            count=_hands(hands),
            close=True,
        )
        for name, hands, people in (
            ("then", line.then, line.then_people),
            ("now", line.now, line.now_people),
        )
        if name == "now" or people
    )
    return RowGroup((what, *bars), line.id)


def _hands(hands: int | None) -> str:
    if hands is None:
        return tr("last_time.alone.uncounted")
    return tr("last_time.alone.hands", n=hands)


def problems(_head: str, picture: LastProblems) -> Content:
    """Return the problems of the previous visit with their outcomes and current status."""
    rows = tuple(_problem(each, current=each.id == picture.current) for each in picture.problems)
    return _picture("problems", rows)


def _problem(problem: LastProblem, *, current: bool = False) -> RowGroup:
    said = [tr(f"promises.room.{each}") for each in problem.promises]
    if problem.number:
        said = [tr("last_time.problems.now_number", number=problem.number)]
    now = problem.now or tr("widgets.problem_side.and").join(said)
    then = AudienceRow(problem.words, spotlight=current)
    became = AudienceRow(
        now, icon="arrow-right", indent=True, close=True, bold=bool(problem.now), size="floor"
    )
    return RowGroup((then, became), problem.id)


def cards(_head: str, picture: LastCards) -> Content:
    """Return the cards of the previous visit: whether each was delivered, and whether it helped."""
    rows = []
    for card in picture.cards:
        said = tr("cards.delivery.at_once" if card.at_once else "cards.delivery.promised")
        if card.delivered_on:
            day = texts().date(card.delivered_on, year=False)
            said = tr("cards.delivery.done", day=day)
        if card.helped:
            said = tr(f"cards.helped.{card.helped}")
        current = card.id == picture.current
        rows.append(RowGroup((AudienceRow(card.words, aside=said, spotlight=current),), card.id))
    return _picture("cards", tuple(rows))


def then_now(_head: str, picture: ThenNow) -> Content:
    """Return all of these, one below the other."""
    rows = (
        *(_problem(each) for each in picture.problems),
        *(_action(each) for each in picture.actions),
        *(_line(each) for each in picture.lines),
    )
    return _picture("then_now", rows)
