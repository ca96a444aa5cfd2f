"""Slides of the review of the previous visit."""

from __future__ import annotations

from ui.audience.slide import Slide, outcome_lines, single_sentence, small
from ui.rows.cells import Bar, Icon
from ui.rows.row import Aside, Line, Row
from ui.widgets.spaced import spaced
from workshop_app.domain.audience_view import (
    AskedAction,
    CountedLine,
    CountedLines,
    LastActions,
    LastCards,
    LastProblem,
    LastProblems,
    LastRequests,
    ThenNow,
)
from workshop_app.i18n import texts, tr

_ASIDE_SHARE = 0.2  # of the width
_ICONS = {"done": "circle-check", "not_yet": "clock", "not_needed": "circle-slash"}


def _slide(section: str, rows: tuple[Row, ...], current: str = "", *, about: str = "") -> Slide:
    head = tr("last_time.title")
    said = about or tr(f"last_time.section.{section}")
    if not rows:
        return single_sentence(head, said, tr(f"last_time.{section}.none"))
    return Slide(head, said, rows, current, spans=True)


def actions(_head: str, picture: LastActions) -> Slide:
    """Return the previous visit's actions with answers; the current one has owner and date."""
    rows = tuple(map(_action, picture.actions))
    day = texts().date(picture.date, year=False)
    about = tr("last_time.actions.lead", day=day, n=len(rows), answered=picture.answered).strip()
    return _slide("actions", rows, picture.current, about=about)


def _of_day(words: str, day: str) -> str:
    """Append the date of an older visit to a text."""
    return tr("last_time.of_day", text=words, day=texts().date(day, year=False)) if day else words


def _action(action: AskedAction) -> Row:
    owner = texts().person(action.owner, action.honorific) if action.owner else ""
    due = texts().date(action.due, year=False)
    parts = (owner, tr("last_time.actions.by", day=due) if due else "", action.note)
    who = (small(spaced(*parts)),)
    return Row(
        action.id,
        _of_day(action.words, action.day),
        (Icon(_ICONS.get(action.answer, "circle-dashed"), "ink"),),
        who if action.note else (),
        _aside(tr(f"last_time.answer.{action.answer or 'none'}")),
        opened=() if action.note else who,
    )


def _aside(text: str) -> tuple[Aside, ...]:
    return (Aside(Line(text), _ASIDE_SHARE),)


def requests(_head: str, picture: LastRequests) -> Slide:
    """Return the requests of the previous visit with their states."""
    rows = tuple(
        Row(
            request.id,
            "",
            lines=outcome_lines(
                request.outcome,
                tr(f"promises.room.{request.promise}"),
                _of_day(request.words, request.day),
                small(request.told),
            ),
        )
        for request in picture.requests
    )
    return _slide("requests", rows, picture.current)


def lines(_head: str, picture: CountedLines) -> Slide:
    """Return the lines of the can-do check, with a bar for then and a bar for now."""
    return _slide("alone", tuple(map(_line, picture.lines)), picture.current)


def _line(line: CountedLine) -> Row:
    counts = [_bar("now", line.now, line.now_people)]
    if line.then_people:
        counts.insert(0, _bar("then", line.then, line.then_people))
    return Row(line.id, line.words, lines=tuple(counts))


def _bar(name: str, hands: int | None, people: int) -> Line:
    count = tr("last_time.alone.uncounted")
    if hands is not None:
        count = tr("last_time.alone.hands", n=hands)
    bar = Bar((hands or 0) / max(1, people, hands or 0))
    return Line(f"{tr(f'last_time.{name}')}  {count}", "room", lead=bar)


def problems(_head: str, picture: LastProblems) -> Slide:
    """Return the problems of the previous visit with their outcomes and current status."""
    return _slide("problems", tuple(map(_problem, picture.problems)), picture.current)


def _problem(problem: LastProblem) -> Row:
    said = [tr(f"promises.room.{each}") for each in problem.promises]
    if problem.number:
        said = [tr("last_time.problems.now_number", number=problem.number)]
    now = problem.now or tr("widgets.problem_side.and").join(said)
    arrow = Icon("arrow-right", "ink", small=True)
    became = Line(now, "room", bold=bool(problem.now), lead=arrow)
    return Row(problem.id, problem.words, lines=(became,))


def cards(_head: str, picture: LastCards) -> Slide:
    """Return the cards of the previous visit: whether each was delivered, and whether it helped."""
    rows = []
    for card in picture.cards:
        said = tr("cards.delivery.at_once" if card.at_once else "cards.delivery.promised")
        if card.delivered_on:
            day = texts().date(card.delivered_on, year=False)
            said = tr("cards.delivery.done", day=day)
        if card.helped:
            said = tr(f"cards.helped.{card.helped}")
        rows.append(Row(card.id, card.words, asides=_aside(said)))
    return _slide("cards", tuple(rows), picture.current)


def then_now(_head: str, picture: ThenNow) -> Slide:
    """Return all of these, one below the other."""
    rows = (
        *map(_problem, picture.problems),
        *map(_action, picture.actions),
        *map(_line, picture.lines),
    )
    return _slide("then_now", rows)
