"""Turns a picture into rows: what stands where on the wall, in the language in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.audience.row import Content, Row, Stack
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.room import (
    Answer,
    Appraising,
    Break,
    Counting,
    Deed,
    Deeds,
    Ended,
    Farewell,
    Grouped,
    Note,
    Problems,
    Promises,
    Question,
    Ranking,
    RoomView,
    Said,
    Solving,
    Thread,
    Waiting,
    Welcome,
    Writing,
)
from workshop_app.i18n import texts, tr

_FITS = "widgets.fit.level"
_WITH_A_PROBLEM = ("solve", "appraise")


def content_of(view: RoomView) -> Content:
    """The rows of a view, with its head and foot."""
    head = tr(f"steps.name.{view.step}") if view.step else tr("audience.waiting_head")
    if isinstance(view.picture, Waiting):
        return _waiting(head, view.step)
    return _CONTENTS[type(view.picture)](head, view.picture)


def _waiting(head: str, step: str) -> Content:
    """Before it begins, or while a step has no problem to work on."""
    words = f"audience.{step}.waiting" if step in _WITH_A_PROBLEM else "audience.waiting"
    row = Row(tr(words), size="problem", bold=True)
    return Content(head, rows=_alone(row), middle=True, clock=step in _WITH_A_PROBLEM)


def _welcome(_head: str, picture: Welcome) -> Content:
    customer = texts().organisation(picture.customer, picture.honorific).strip()
    clock = ""
    if picture.start_time and picture.end_time:
        clock = tr("audience.welcome.clock", start=picture.start_time, end=picture.end_time)
    day = "  ".join(part for part in (texts().date(picture.date, short=True), clock) if part)
    words = [Row(picture.title, size="problem", bold=True)]
    words += [Row(customer, close=True)] if picture.customer else []
    most = max((part.minutes for part in picture.agenda), default=0)
    agenda = [
        Row(
            tr(f"steps.name.{part.step}"),
            size="floor",
            share=part.minutes / most,
            count=tr("audience.welcome.minutes", n=part.minutes),
            close=place > 0,
        )
        for place, part in enumerate(picture.agenda)
    ]
    stacks = (Stack(tuple(words)), *(Stack((row,)) for row in agenda))
    head = tr("audience.waiting_head")
    return Content(head, day, stacks, middle=not agenda, clock=False)


def _promises(_head: str, picture: Promises) -> Content:
    usual = tuple(tr(f"opening.rule.{number}") for number in range(1, 6))
    nameless = (tr("opening.rule.nameless"),) if picture.anonymous else ()
    rules = (picture.rules or usual) + nameless
    rows = tuple(Stack((Row(rule, number=str(n)),)) for n, rule in enumerate(rules, 1))
    return Content(tr("audience.waiting_head"), tr("opening.rules"), rows, clock=False)


def _question(head: str, picture: Question) -> Content:
    words = picture.words or tr(f"questions.ask.{picture.question}")
    about = tr("audience.question.about", number=picture.number)
    return Content(head, about, _alone(Row(words, size="question", bold=True)), middle=True)


def _list(head: str, picture: Problems) -> Content:
    about = tr("audience.list.about")
    if picture.hidden:
        count = Row(tr("audience.list.count", n=picture.count), size="question", bold=True)
        later = Row(tr("audience.list.later"), quiet=True)
        return Content(head, about, _alone(count, later), middle=True)
    if not picture.notes:
        return _said(head, about, tr("audience.list.empty"))
    return Content(head, about, _notes(picture.notes, picture.current), spans=True)


def _writing(head: str, picture: Writing) -> Content:
    about = tr("audience.list.silence")
    rows = [Row(tr("audience.list.task"), size="problem", bold=True)]
    if picture.minutes:
        minutes, seconds = divmod(picture.seconds_left, 60)
        left = f"{minutes}:{seconds:02}" if picture.seconds_left else tr("audience.list.over")
        words = "done_of" if picture.people else "done"
        done = tr(f"audience.list.{words}", n=picture.done, people=picture.people)
        rows += [Row(left, size="question", bold=True), Row(done)]
    rows.append(Row(tr(f"audience.list.leaves{'_nameless' * picture.anonymous}"), quiet=True))
    return Content(head, about, _alone(*rows), middle=True, clock=False)


def _grouped(head: str, picture: Grouped) -> Content:
    if picture.number:
        about = tr("audience.sort.about", number=picture.number, n=picture.themes)
        name = picture.name
    else:
        about, name = tr("audience.sort.unsorted_about"), tr("audience.sort.unsorted")
    title = Stack((Row(name, size="problem", bold=True),), counted=False)
    if not picture.threads:
        empty = Stack((Row(tr("audience.sort.empty"), quiet=True),), counted=False)
        return Content(head, about, (title, empty))
    threads = tuple(_thread(one, one.id == picture.current) for one in picture.threads)
    return Content(head, about, (title, *threads), spans=True)


def _thread(thread: Thread, current: bool) -> Stack:
    if not thread.concrete:
        row = Row(thread.first, number=str(thread.number), spotlight=current)
        return Stack((row,), thread.id)
    first = Row(
        thread.first, number=str(thread.number), icon="speech", quiet=True, spotlight=current
    )
    concrete = Row(
        thread.concrete, indent=True, icon="pen", bold=True, close=True, spotlight=current
    )
    return Stack((first, concrete), thread.id)


def _counting(head: str, picture: Counting) -> Content:
    about = tr("audience.choose.about")
    if not picture.notes:
        return _said(head, about, tr("audience.choose.empty"))
    return Content(head, about, _notes(picture.notes, picture.current), spans=True)


def _ranking(head: str, picture: Ranking) -> Content:
    some = any(place.chosen for place in picture.places)
    rows = []
    for place in picture.places:
        votes = tr("audience.choose.uncounted") if place.votes is None else str(place.votes)
        icon = ("circle-check" if place.chosen else "circle") if some else ""
        row = Row(
            place.words,
            number=place.rank or str(place.number),
            icon=icon,
            bold=place.chosen,
            share=place.share,
            count=votes,
            rule=place.leads,
        )
        rows.append(Stack((row,), place.id))
    foot = tr("audience.choose.near") if picture.near else ""
    way = "dots" if picture.dots else "result"
    about = tr(f"audience.choose.{way}", n=picture.present, dots=picture.dots)
    if picture.round > 1:
        about = tr("audience.choose.round", n=picture.round, about=about)
    return Content(head, about, tuple(rows), foot=foot, spans=not foot)


def _solving(head: str, picture: Solving) -> Content:
    note = picture.note
    about = tr("audience.solve.about", number=note.number)
    title = Stack((Row(note.words, size="problem", bold=True),), counted=False)
    if picture.answer is not None:
        answer = picture.answer
        return Content(
            head,
            about,
            (title, *_answer(answer)),
            foot=_short(answer.address),
            address=answer.address,
        )
    if not picture.offers:
        looking = Stack((Row(tr("audience.solve.looking"), quiet=True),), counted=False)
        return Content(head, about, (title, looking))
    some = any(offer.chosen for offer in picture.offers)
    offers = [
        Row(
            offer.title,
            icon=("circle-check" if offer.chosen else "circle") if some else "",
            bold=offer.chosen,
            aside=tr(f"{_FITS}{offer.fit}") if offer.fit else "",
            spotlight=offer.current,
        )
        for offer in picture.offers
    ]
    lead = Stack((Row(tr("audience.solve.offers"), size="floor", quiet=True),), counted=False)
    return Content(head, about, (title, lead, *(Stack((row,)) for row in offers)))


def _answer(answer: Answer) -> list[Stack]:
    word = tr(answer.word) if answer.word else tr(f"cards.outcome.{answer.outcome.value}")
    kind = answer.outcome
    stacks = [Stack((Row(answer.title, bold=True, badge=(kind, word), edge=kind),))]
    for place, step in enumerate(answer.steps, 1):
        number = str(place) if answer.numbered else ""
        row = Row(step, number=number, edge=kind, close=True)
        stacks.append(Stack((row,)))
    return stacks


def _appraising(head: str, picture: Appraising) -> Content:
    note = picture.note
    about = tr("audience.appraise.about", number=note.number)
    title = Stack((Row(note.words, bold=True),), counted=False)
    said = [_said_row(number, said) for number, said in enumerate(picture.said, 1)]
    word = tr(f"appraisal.verdict.{picture.verdict}")
    if picture.to_go:
        remark = tr("audience.appraise.to_go", n=picture.to_go)
    elif picture.overruled:
        remark = tr("audience.appraise.overruled")
    else:
        remark = tr("audience.appraise.rule", number=picture.rule)
    verdict = Row(remark, badge=(picture.outcome, word), badge_size="list", rule=True)
    return Content(head, about, (title, *said, Stack((verdict,))))


def _said_row(number: int, said: Said) -> Stack:
    answer = tr("audience.appraise.unanswered")
    if said.answer:
        answer = tr(f"appraisal.answer.{said.criterion}.{said.answer}")
    words = tr(f"appraisal.criterion.{said.criterion}")
    row = Row(
        words,
        size="floor",
        number=str(number),
        bold=said.decides,
        aside=answer,
        aside_bold=said.decides,
        close=True,
    )
    return Stack((row,))


def _ended(head: str, picture: Ended) -> Content:
    most = max((n for _, n in picture.outcomes), default=0) or 1
    rows = [_outcome(kind, n, n / most) for kind, n in picture.outcomes]
    about = tr("audience.wrap_up.outcomes", n=picture.count)
    return Content(head, about, tuple(Stack((row,)) for row in rows))


def _outcome(kind: OutcomeKind, count: int, share: float) -> Row:
    word = tr(f"cards.outcome.{kind.value}")
    return Row("", badge=(kind, word), share=share, count=str(count))


def _deeds(head: str, picture: Deeds) -> Content:
    about = tr("audience.wrap_up.actions")
    if not picture.deeds:
        return _said(head, about, tr("audience.wrap_up.no_actions"))
    rows = tuple(_deed(number, deed) for number, deed in enumerate(picture.deeds, 1))
    return Content(head, about, rows, spans=True)


def _deed(number: int, deed: Deed) -> Stack:
    owner = texts().person(deed.owner, deed.honorific) if deed.owner else ""
    parts = (owner or tr("audience.wrap_up.nobody"), texts().date(deed.due, year=False))
    who = "  ".join(part for part in parts if part)
    icon = "check" if deed.done else ""
    what = Row(deed.words, number=str(number), icon=icon)
    return Stack((what, Row(who, size="floor", indent=True, quiet=True, close=True)), deed.id)


def _farewell(head: str, picture: Farewell) -> Content:
    date = texts().date(picture.date) or tr("audience.wrap_up.no_date")
    size = "question" if picture.date else "list"
    rows = _alone(Row(tr("audience.wrap_up.next"), quiet=True), Row(date, size=size, bold=True))
    return Content(head, rows=rows, middle=True)


def _break(_head: str, picture: Break) -> Content:
    words = Row(tr("audience.break.words"), size="question", bold=True)
    until = Row(tr("audience.break.until", time=picture.until), size="problem")
    head = tr("audience.break.head")
    return Content(head, rows=_alone(words, until), middle=True, clock=False)


def _notes(notes: tuple[Note, ...], current: str) -> tuple[Stack, ...]:
    return tuple(
        Stack((Row(note.words, number=str(note.number), spotlight=note.id == current),), note.id)
        for note in notes
    )


def _alone(*rows: Row) -> tuple[Stack, ...]:
    return (Stack(rows, counted=False),)


def _said(head: str, about: str, sentence: str) -> Content:
    return Content(head, about, _alone(Row(sentence, size="problem")), middle=True)


def _short(address: str) -> str:
    """An address as people type it, without the protocol."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


_CONTENTS: dict[type, Callable[[str, Any], Content]] = {
    Welcome: _welcome,
    Promises: _promises,
    Question: _question,
    Problems: _list,
    Writing: _writing,
    Grouped: _grouped,
    Counting: _counting,
    Ranking: _ranking,
    Solving: _solving,
    Appraising: _appraising,
    Ended: _ended,
    Deeds: _deeds,
    Farewell: _farewell,
    Break: _break,
}
