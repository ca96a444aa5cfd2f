"""Rows of views before, between and after the work: agenda, rules, breaks, next date, thanks."""

from __future__ import annotations

from ui.audience.row import AudienceRow, Content, RowGroup, uncounted
from ui.widgets.closing_lines import closing_lines
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


def waiting(head: str, step: str) -> Content:
    """Return the view before the start, or while a step has no problem to work on."""
    words = f"audience.{step}.waiting" if step in _WITH_A_PROBLEM else "audience.waiting"
    row = AudienceRow(tr(words), size="problem", bold=True)
    return Content(head, rows=uncounted(row), middle=True, clock=step in _WITH_A_PROBLEM)


def welcome(_head: str, picture: Welcome) -> Content:
    """Return customer, date, and the agenda as bars."""
    customer = texts().organisation(picture.customer, picture.honorific).strip()
    clock = ""
    if picture.start_time and picture.end_time:
        clock = tr("audience.welcome.clock", start=picture.start_time, end=picture.end_time)
    day = "  ".join(
        part for part in (texts().date(picture.date, year=False, short=True), clock) if part
    )
    words = [AudienceRow(picture.title, size="problem", bold=True)]
    words += [AudienceRow(customer, close=True)] if picture.customer else []
    most = max((part.minutes for part in picture.agenda), default=0)
    agenda = [
        AudienceRow(
            tr(f"steps.name.{part.step}"),
            size="floor",
            share=part.minutes / most,
            count=tr("time.minutes", n=part.minutes),
            close=index > 0,
        )
        for index, part in enumerate(picture.agenda)
    ]
    stacks = (RowGroup(tuple(words)), *(RowGroup((row,)) for row in agenda))
    head = tr("audience.waiting_head")
    return Content(head, day, stacks, middle=not agenda, clock=False)


def promises(_head: str, picture: GroundRules) -> Content:
    """Return the ground rules."""
    rules = ground_rules(picture.rules, tr, anonymous=picture.anonymous, named=picture.named)
    rows = tuple(RowGroup((AudienceRow(rule, number=str(n)),)) for n, rule in enumerate(rules, 1))
    head = tr("audience.waiting_head")
    return Content(head, tr("opening.rules"), rows, middle=True, clock=False)


def question(head: str, picture: ShownQuestion) -> Content:
    """Return one question, as large as possible."""
    words = picture.words or tr(f"questions.ask.{picture.question}")
    about = tr("audience.question.about", number=picture.number)
    return Content(
        head, about, uncounted(AudienceRow(words, size="question", bold=True)), middle=True
    )


def break_time(_head: str, picture: Break) -> Content:
    """Return the end time of the break."""
    words = AudienceRow(tr("audience.break.words"), size="question", bold=True)
    until = AudienceRow(tr("audience.break.until", time=picture.until), size="problem")
    head = tr("audience.break.head")
    return Content(head, rows=uncounted(words, until), middle=True)


def farewell(head: str, picture: NextMeeting) -> Content:
    """Return the next date."""
    date = texts().date(picture.date) or tr("audience.wrap_up.no_date")
    size = "question" if picture.date else "list"
    rows = uncounted(
        AudienceRow(tr("audience.wrap_up.next"), quiet=True),
        AudienceRow(date, size=size, bold=True),
    )
    return Content(head, rows=rows, middle=True)


def closing(_head: str, picture: Closing) -> Content:
    """Return the thanks at the end, with what was achieved and what comes next."""
    thanks = AudienceRow(tr("wrap_up.closing.thanks"), size="question", bold=True)
    lines = (AudienceRow(line) for line in closing_lines(picture))
    head = tr("audience.waiting_head")
    return Content(head, rows=uncounted(thanks, *lines), middle=True, clock=False)
