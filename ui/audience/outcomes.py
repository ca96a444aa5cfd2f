"""Rows of one problem with its answers or its appraisal, of all outcomes, and of actions."""

from __future__ import annotations

from dataclasses import replace

from ui.audience.row import AudienceRow, Content, RowGroup, single_sentence
from ui.widgets.room_search_lines import help_name, room_search_lines
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
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.outcome_names import outcome_name
from workshop_app.i18n import texts, tr

_FITS = "widgets.fit.level"


def solving(head: str, picture: Solving) -> Content:
    """Return one problem with the opened answer, or with suggestions."""
    problem = picture.problem
    about = tr("audience.solve.about", number=problem.number)
    title = RowGroup((AudienceRow(problem.words, size="problem", bold=True),), counted=False)
    if picture.answer is not None:
        answer = picture.answer
        return Content(
            head,
            about,
            (title, *_answer(answer)),
            line=_short(answer.address),
            foot=_place(answer),
            address=answer.address,
            address_name=tr("audience.help"),
            titled=2,
            even=True,
        )
    if not picture.suggestions and picture.statement is None:
        looking = RowGroup((AudienceRow(tr("audience.solve.looking"), quiet=True),), counted=False)
        return Content(head, about, (title, looking))
    some = any(suggestion.chosen for suggestion in picture.suggestions)
    suggestions = [
        AudienceRow(
            suggestion.title,
            icon=("circle-check" if suggestion.chosen else "circle") if some else "",
            bold=suggestion.chosen,
            aside=_evidence(suggestion),
            spotlight=suggestion.current,
        )
        for suggestion in picture.suggestions
    ]
    if picture.statement is not None:
        said = _statement(picture.statement)
    else:
        said = [RowGroup((_label("offers"),), counted=False)]
    rows = (title, *said, *(RowGroup((row,)) for row in suggestions))
    return Content(head, about, rows, titled=1, even=True)


def room_search(head: str, picture: RoomSearch) -> Content:
    """Return one problem, and where the room can find its answer."""
    about = tr("audience.solve.about", number=picture.problem.number)
    title = AudienceRow(picture.problem.words, size="problem", bold=True)
    where = help_name(picture.catalogue, picture.address)
    said = room_search_lines(where, picture.section, picture.words, picture.hint)
    newest = len(said) - 1 if picture.hint else None
    lines = (
        AudienceRow(words, icon=icon, spotlight=index == newest)
        for index, (icon, words) in enumerate(said)
    )
    return Content(
        head,
        about,
        tuple(RowGroup((row,), counted=False) for row in (title, *lines)),
        line=_short(picture.address),
        address=picture.address,
        address_name=tr("solve.find.code"),
        code_optional=True,
        titled=1,
    )


def _evidence(suggestion: SuggestedAnswer) -> str:
    if suggestion.fit:
        word = tr(f"{_FITS}{suggestion.fit}")
        return tr("widgets.fit.both", word=word) if suggestion.limited else word
    return tr("audience.solve.words", n=suggestion.words) if suggestion.words else ""


def _label(name: str) -> AudienceRow:
    return AudienceRow(tr(f"audience.solve.{name}"), size="floor", quiet=True)


def _statement(said: ShownStatement) -> list[RowGroup]:
    """Return the statement; for a known gap with its source, then each other labelled part."""
    sentence = [AudienceRow(said.says, bold=True)]
    if said.source:
        sentence.append(AudienceRow(said.source, size="floor", quiet=True, close=True))
    if said.question:
        sentence.append(AudienceRow(said.question, close=True))
    parts = {"nearest": said.nearest, "short": said.falls_short, "way": said.way_round}
    return [
        RowGroup(tuple(sentence), counted=False),
        *(
            RowGroup((_label(name), AudienceRow(words, close=True)), counted=False)
            for name, words in parts.items()
            if words
        ),
    ]


def _place(answer: ShownAnswer) -> str:
    if answer.count <= 1:
        return ""
    return tr("audience.solve.answer_of", n=answer.number, count=answer.count)


def _answer(answer: ShownAnswer) -> list[RowGroup]:
    word = tr(answer.word) if answer.word else tr(f"cards.outcome.{answer.outcome.value}")
    kind = answer.outcome
    stacks = [RowGroup((AudienceRow(answer.title, bold=True, badge=(kind, word), edge=kind),))]
    for n, step in enumerate(answer.steps, 1):
        number = str(n) if answer.numbered else ""
        row = AudienceRow(step, number=number, edge=kind, close=True)
        stacks.append(RowGroup((row,)))
    if answer.example:
        line = AudienceRow(answer.example, size="floor", edge=kind, close=True)
        stacks.append(RowGroup((_label("example"), line), counted=False))
    return stacks


def appraising(head: str, picture: Appraising) -> Content:
    """Return one problem with its six criteria and the verdict."""
    problem = picture.problem
    about = tr("audience.appraise.about", number=problem.number)
    title = RowGroup((AudienceRow(problem.words, bold=True),), counted=False)
    said = [_answer_row(number, said) for number, said in enumerate(picture.answers, 1)]
    if picture.voices is not None and picture.voices.elsewhere:
        counts = voices_in_a_line(picture.voices)
        words = tr("widgets.voices.heard", counts=counts)
        row = AudienceRow(words, size="floor", indent=True, quiet=True, close=True)
        said[-1] = replace(said[-1], rows=(*said[-1].rows, row))
    word = tr(f"appraisal.verdict.{picture.verdict}")
    if picture.to_go:
        remark = tr("audience.appraise.to_go", n=picture.to_go)
    elif picture.own_reason:
        remark = picture.own_reason
    elif picture.overruled:
        remark = tr("audience.appraise.overruled")
    else:
        remark = tr(f"appraisal.{picture.rule}")
    verdict = AudienceRow(remark, badge=(picture.outcome, word), badge_size="list", rule=True)
    return Content(head, about, (title, *said, RowGroup((verdict,))), titled=1)


def _answer_row(number: int, said: CriterionAnswer) -> RowGroup:
    answer = tr("audience.appraise.unanswered" if said.is_needed else "appraisal.not_needed")
    if said.answer:
        answer = tr(f"appraisal.answer.{said.criterion}.{said.answer}")
    words = tr(f"appraisal.criterion.{said.criterion}")
    row = AudienceRow(
        words,
        size="floor",
        number=str(number),
        bold=said.decides,
        aside=answer,
        aside_bold=said.decides,
        close=True,
    )
    return RowGroup((row,))


def ended(head: str, picture: OutcomeCounts) -> Content:
    """Return the number of problems with each outcome."""
    most = max((n for _, n in picture.outcomes), default=0) or 1
    named = {kind: outcome_name(texts(), kind, picture.left) for kind, _ in picture.outcomes}
    rows = [_outcome(kind, named[kind], n, n / most) for kind, n in picture.outcomes]
    about = tr("audience.wrap_up.outcomes", n=picture.count)
    return Content(head, about, tuple(RowGroup((row,)) for row in rows), middle=True)


def _outcome(kind: OutcomeKind, word: str, count: int, share: float) -> AudienceRow:
    return AudienceRow("", badge=(kind, word), share=share, count=str(count))


def actions(head: str, picture: AgreedActions) -> Content:
    """Return who does what by when."""
    about = tr("audience.wrap_up.actions")
    if not picture.actions:
        return single_sentence(head, about, tr("audience.wrap_up.no_actions"))
    rows = tuple(_action(number, action) for number, action in enumerate(picture.actions, 1))
    return Content(head, about, rows, spans=True)


def _action(number: int, action: AgreedAction) -> RowGroup:
    owner = texts().person(action.owner, action.honorific) if action.owner else ""
    parts = (owner or tr("audience.wrap_up.nobody"), texts().date(action.due, year=False))
    who = "  ".join(part for part in parts if part)
    icon = "check" if action.done else ""
    what = AudienceRow(action.words, number=str(number), icon=icon)
    return RowGroup(
        (what, AudienceRow(who, size="floor", indent=True, quiet=True, close=True)), action.id
    )


def _short(address: str) -> str:
    """Return an address without the protocol, as people type it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
