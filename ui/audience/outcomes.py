"""Slides of one problem with its answers or its appraisal, of all outcomes, and of actions."""

from __future__ import annotations

from ui.audience.lists import tick
from ui.audience.opening import bar, number
from ui.audience.slide import (
    CLOSE,
    Slide,
    outcome_lines,
    said,
    single_sentence,
    small,
)
from ui.rows.cells import Icon
from ui.rows.row import Aside, Line, Row
from ui.widgets.room_search_lines import help_name, room_search_lines
from ui.widgets.spaced import spaced
from ui.widgets.voice_words import voices_in_a_line
from workshop_app.domain.audience_view import (
    AgreedAction,
    AgreedActions,
    Appraising,
    CriterionAnswer,
    OutcomeCounts,
    RoomSearch,
    ShownAnswer,
    ShownStatement,
    Solving,
    SuggestedAnswer,
)
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.i18n import texts, tr

_FITS = "widgets.fit.level"
_CURRENT = "current"
_EVIDENCE_SHARE = 0.3  # of the width
_ANSWER_SHARE = 0.24


def solving(head: str, picture: Solving) -> Slide:
    """Return one problem with the opened answer, or with suggestions."""
    problem = picture.problem
    about = tr("audience.solve.about", number=problem.number)
    title = said(problem.words, "problem")
    if picture.answer is not None:
        answer = picture.answer
        return Slide(
            head,
            about,
            (title, *_answer(answer)),
            line=_short(answer.address),
            foot=_place(answer),
            address=answer.address,
            address_name=tr("audience.help"),
            titled=2,
            even=True,
            space=CLOSE,
        )
    if not picture.suggestions and picture.statement is None:
        return Slide(head, about, (title, said(tr("audience.solve.looking"), quiet=True)))
    some = any(suggestion.chosen for suggestion in picture.suggestions)
    suggestions = (
        Row(
            _CURRENT if suggestion.current else "",
            suggestion.title,
            (Icon(tick(suggestion.chosen), "ink"),) if some else (),
            asides=(Aside(Line(_evidence(suggestion)), _EVIDENCE_SHARE),) if suggestion.fit else (),
            bold=suggestion.chosen,
        )
        for suggestion in picture.suggestions
    )
    statement = picture.statement
    heads = _statement(statement) if statement else (_label("offers"),)
    return Slide(head, about, (title, *heads, *suggestions), _CURRENT, titled=1, even=True)


def room_search(head: str, picture: RoomSearch) -> Slide:
    """Return one problem, and where the room can find its answer; the hint is highlighted."""
    about = tr("audience.solve.about", number=picture.problem.number)
    title = said(picture.problem.words, "problem")
    where = help_name(picture.catalogue, picture.address)
    lines = room_search_lines(where, picture.section, picture.words, picture.hint)
    rows = [Row("", words, (Icon(icon, "ink"),)) for icon, words in lines]
    if picture.hint:
        rows[-1] = Row(_CURRENT, rows[-1].text, rows[-1].before)
    return Slide(
        head,
        about,
        (title, *rows),
        _CURRENT,
        line=_short(picture.address),
        address=picture.address,
        address_name=tr("solve.find.code"),
        code_optional=True,
        titled=1,
    )


def _evidence(suggestion: SuggestedAnswer) -> str:
    word = tr(f"{_FITS}{suggestion.fit}") if suggestion.fit else ""
    return tr("widgets.fit.both", word=word) if suggestion.limited else word


def _label(name: str, *lines: Line) -> Row:
    return Row("", tr(f"audience.solve.{name}"), role="room", quiet=True, lines=lines)


def _statement(said: ShownStatement) -> tuple[Row, ...]:
    """Return the statement; for a known gap with its source, then each other labelled part."""
    parts = {"nearest": said.nearest, "short": said.falls_short, "way": said.way_round}
    return (
        Row("", said.says, lines=(small(said.source), Line(said.question)), bold=True),
        *(_label(name, Line(words, "slide")) for name, words in parts.items() if words),
    )


def _place(answer: ShownAnswer) -> str:
    if answer.count <= 1:
        return ""
    return tr("audience.solve.answer_of", n=answer.number, count=answer.count)


def _answer(answer: ShownAnswer) -> list[Row]:
    kind = answer.outcome
    word = tr(answer.word) if answer.word else tr(f"cards.outcome.{kind.value}")
    lines = outcome_lines(kind, word, answer.title, bold=True)
    rows = [Row("", "", lines=lines, outcome=kind)]
    for n, step in enumerate(answer.steps, 1):
        rows.append(Row("", step, (number(n),) if answer.numbered else (), outcome=kind))
    if answer.example:
        example = Line(answer.example, "room")
        rows.append(Row("", tr("audience.solve.example"), role="room", quiet=True,
                        lines=(example,), outcome=kind))  # fmt: skip
    return rows


def appraising(head: str, picture: Appraising) -> Slide:
    """Return one problem with its six criteria and the verdict."""
    problem = picture.problem
    about = tr("audience.appraise.about", number=problem.number)
    heard = ""
    if picture.voices is not None and picture.voices.elsewhere:
        counts = voices_in_a_line(picture.voices)
        heard = tr("widgets.voices.heard", counts=counts)
    last = len(picture.answers)
    answers = (
        _criterion(n, answer, heard if n == last else "")
        for n, answer in enumerate(picture.answers, 1)
    )
    if picture.to_go:
        remark = tr("audience.appraise.to_go", n=picture.to_go)
    elif picture.own_reason:
        remark = picture.own_reason
    elif picture.overruled:
        remark = tr("audience.appraise.overruled")
    else:
        remark = tr(f"appraisal.{picture.rule}")
    word = tr(f"appraisal.verdict.{picture.verdict}")
    verdict = Row("", "", lines=outcome_lines(picture.outcome, word, remark), ruled=True)
    return Slide(
        head,
        about,
        (said(problem.words, "slide", bold=True), *answers, verdict),
        titled=1,
        role="room",
        space=CLOSE,
    )


def _criterion(n: int, said: CriterionAnswer, heard: str) -> Row:
    answer = tr("audience.appraise.unanswered" if said.is_needed else "appraisal.not_needed")
    if said.answer:
        answer = tr(f"appraisal.answer.{said.criterion}.{said.answer}")
    aside = Aside(Line(answer, bold=said.decides), _ANSWER_SHARE)
    words = tr(f"appraisal.criterion.{said.criterion}")
    return Row("", words, (number(n),), (small(heard),), (aside,), bold=said.decides)


def ended(head: str, picture: OutcomeCounts) -> Slide:
    """Return the number of problems with each outcome."""
    most = max((n for _, n in picture.outcomes), default=0) or 1
    rows = (
        Row(
            "",
            "",
            lines=outcome_lines(kind, outcome_name(texts(), kind, picture.left)),
            after=bar(n / most, str(n)),
        )
        for kind, n in picture.outcomes
    )
    about = tr("audience.wrap_up.outcomes", n=picture.count)
    return Slide(head, about, tuple(rows), middle=True)


def actions(head: str, picture: AgreedActions) -> Slide:
    """Return who does what by when."""
    about = tr("audience.wrap_up.actions")
    if not picture.actions:
        return single_sentence(head, about, tr("audience.wrap_up.no_actions"))
    rows = tuple(_action(n, action) for n, action in enumerate(picture.actions, 1))
    return Slide(head, about, rows, spans=True)


def _action(n: int, action: AgreedAction) -> Row:
    owner = texts().person(action.owner, action.honorific) if action.owner else ""
    parts = (owner or tr("audience.wrap_up.nobody"), texts().date(action.due, year=False))
    who = small(spaced(*parts))
    done = (Icon("check", "ink"),) if action.done else ()
    words = action.words
    if action.asks_again:
        words = tr("promises.commitment.ask_again", text=words)
    if action.day:
        day = texts().date(action.day, year=False, short=True)
        words = tr("last_time.of_day", text=words, day=day)
    return Row(action.id, words, (number(n), *done), (who,))


def _short(address: str) -> str:
    """Return an address without the protocol, as people type it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
