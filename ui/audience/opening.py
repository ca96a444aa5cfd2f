"""Slides before, between and after the work: agenda, rules, breaks, next date, thanks."""

from __future__ import annotations

from ui.audience.slide import CLOSER, Slide, said, single_sentence
from ui.rows.cells import Bar, Number, Words
from ui.rows.row import Line, Row
from ui.widgets.closing_lines import closing_lines
from ui.widgets.spaced import spaced
from workshop_app.domain.audience_view import (
    Break,
    Closing,
    GroundRules,
    NextMeeting,
    ShownQuestion,
    Welcome,
)
from workshop_app.domain.ground_rules import ground_rules
from workshop_app.i18n import texts, tr

_WITH_A_PROBLEM = ("solve", "appraise")


def waiting(head: str, step: str) -> Slide:
    """Return the slide before the start, or while a step has no problem to work on."""
    if step in _WITH_A_PROBLEM:
        return single_sentence(head, "", tr(f"audience.{step}.waiting"))
    return Slide(head, rows=(said(tr("audience.waiting"), "problem"),), middle=True, clock=False)


def welcome(_head: str, picture: Welcome) -> Slide:
    """Return customer, date, and the agenda as bars."""
    customer = texts().organisation(picture.customer, picture.honorific).strip()
    clock = ""
    if picture.start_time and picture.end_time:
        clock = tr("audience.welcome.clock", start=picture.start_time, end=picture.end_time)
    day = spaced(texts().date(picture.date, year=False, short=True), clock)
    lines = (Line(customer, "slide"),) if picture.customer else ()
    title = Row("", picture.title, role="problem", lines=lines)
    most = max((part.minutes for part in picture.agenda), default=0)
    agenda = (
        Row(
            "",
            tr(f"steps.name.{part.step}"),
            role="room",
            after=bar(part.minutes / most, tr("time.minutes", n=part.minutes)),
        )
        for part in picture.agenda
    )
    head = tr("audience.waiting_head")
    return Slide(
        head, day, (title, *agenda), titled=1, middle=not picture.agenda, clock=False, space=CLOSER
    )


def bar(share: float, count: str) -> tuple[Bar, Words]:
    """Return a bar and its count, which are at the right of a row."""
    return Bar(share), Words(count, "", "ink", True, "slide")


def promises(_head: str, picture: GroundRules) -> Slide:
    """Return the ground rules."""
    rules = ground_rules(picture.rules, tr, anonymous=picture.anonymous, named=picture.named)
    rows = tuple(Row("", rule, (number(n),)) for n, rule in enumerate(rules, 1))
    head = tr("audience.waiting_head")
    return Slide(head, tr("opening.rules"), rows, middle=True, clock=False)


def number(text: int | str) -> Number:
    """Return the number of a row."""
    return Number(str(text), "ink", bold=True)


def question(head: str, picture: ShownQuestion) -> Slide:
    """Return one question, as large as possible."""
    words = picture.words or tr(f"questions.ask.{picture.question}")
    about = tr("audience.question.about", number=picture.number)
    return Slide(head, about, (said(words, "question"),), middle=True)


def break_time(_head: str, picture: Break) -> Slide:
    """Return the end time of the break."""
    until = said(tr("audience.break.until", time=picture.until), "question")
    return Slide(tr("audience.break.head"), rows=(until,), middle=True)


def farewell(head: str, picture: NextMeeting) -> Slide:
    """Return the next date and its place."""
    date = texts().date_and_time(picture.date, picture.time) or tr("audience.wrap_up.no_date")
    following = said(tr("audience.wrap_up.next"), quiet=True)
    day = said(date, "question") if picture.date else said(date, bold=True)
    place = (said(picture.place),) if picture.place else ()
    return Slide(head, rows=(following, day, *place), middle=True)


def closing(_head: str, picture: Closing) -> Slide:
    """Return the thanks at the end, with what was achieved and what comes next."""
    thanks = said(tr("wrap_up.closing.thanks"), "question")
    lines = (said(line) for line in closing_lines(picture))
    head = tr("audience.waiting_head")
    return Slide(head, rows=(thanks, *lines), middle=True, clock=False)
