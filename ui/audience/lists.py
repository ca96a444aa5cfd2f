"""Slides of lists of problems: the list, silent writing, themes, and the vote."""

from __future__ import annotations

from ui.audience.opening import number
from ui.audience.slide import DENSE, Slide, TimeRing, said, single_sentence
from ui.rows.cells import Icon, Words
from ui.rows.row import Aside, Line, Row
from ui.widgets.voices import voices_in_words
from workshop_app.domain.audience_view import (
    OpenVote,
    ProblemList,
    ProblemWordings,
    Ranking,
    ShownProblem,
    SilentWritingView,
    ThemeBoard,
)
from workshop_app.i18n import texts, tr


def _numbered(problems: tuple[ShownProblem, ...], head: Row | None = None) -> tuple[Row, ...]:
    return tuple(
        Row(
            problem.id,
            problem.words,
            (number(problem.number),),
            asides=(Aside(Line(who, "room", "ink2")),) if who else (),
            head=head,
        )
        for problem in problems
        for who in (voices_in_words(problem.speakers),)
    )


def problems(head: str, picture: ProblemList) -> Slide:
    """Return the growing list, or only the number of problems."""
    about = tr("audience.list.about")
    if picture.hidden:
        count = said(tr("audience.list.count", n=picture.count), "question")
        later = said(tr("audience.list.later"), quiet=True)
        return Slide(head, about, (count, later), middle=True)
    if not picture.problems:
        return single_sentence(head, about, tr("audience.list.empty"))
    return Slide(head, about, _numbered(picture.problems), picture.current, spans=True)


def writing(head: str, picture: SilentWritingView) -> Slide:
    """Return the slide of silent writing: the task, the time left, and the number of sheets."""
    rows = [said(tr("audience.list.task"), "problem")]
    time = ""
    if picture.minutes:
        minutes, seconds = divmod(picture.seconds_left, 60)
        time = f"{minutes}:{seconds:02}" if picture.seconds_left else tr("audience.list.over")
        words = "done_of" if picture.people else "done"
        rows.append(said(tr(f"audience.list.{words}", n=picture.done, people=picture.people)))
    rows.append(said(tr(f"audience.list.leaves{'_nameless' * picture.anonymous}"), quiet=True))
    with_time = (rows[0], said(time, "question"), *rows[1:]) if time else tuple(rows)
    ring = None
    if picture.seconds_left:
        share = min(1.0, picture.seconds_left / (60 * picture.minutes)) if picture.minutes else 0
        ring = TimeRing(share, time, with_time)
    shown = tuple(rows) if ring else with_time
    return Slide(head, tr("audience.list.silence"), shown, middle=True, clock=False, ring=ring)


def board(head: str, picture: ThemeBoard) -> Slide:
    """Return all themes with their problems, those without a theme first."""
    about = tr("audience.sort.about")
    if not picture.groups:
        return single_sentence(head, about, tr("audience.sort.none"))
    rows: list[Row] = []
    for group in picture.groups:
        name = Row("", group.name, bold=True)
        if not group.name:
            name = Row("", tr("audience.sort.unsorted"), quiet=True)
        rows += _numbered(group.problems, name)
        if not group.problems:
            rows.append(Row("", tr("audience.sort.empty"), (Words(),), quiet=True, head=name))
    count = sum(len(group.problems) for group in picture.groups)
    themes = sum(bool(group.name) for group in picture.groups)
    foot = tr("audience.sort.count", n=count, themes=themes)
    return Slide(head, about, tuple(rows), picture.current, foot=foot, role="room", space=DENSE)


def thread(head: str, picture: ProblemWordings) -> Slide:
    """Return one problem in its first wording and, if there is one, its concrete wording."""
    about = tr("audience.sort.words_about")
    row = Row(picture.id, picture.first, (number(picture.number),))
    if picture.concrete:
        first = Line(picture.first, colour="ink2", lead=Icon("speech", "ink", small=True))
        concrete = Line(picture.concrete, bold=True, lead=Icon("pen", "ink", small=True))
        row = Row(picture.id, "", (number(picture.number),), (first, concrete))
    return Slide(head, about, (row,), middle=True)


def counting(head: str, picture: OpenVote) -> Slide:
    """Return the problems to choose from, before the vote is closed."""
    about = tr("audience.choose.about")
    if not picture.problems:
        return single_sentence(head, about, tr("audience.choose.empty"))
    rows = _numbered(picture.problems)
    return Slide(head, about, rows, picture.current, spans=True, even=True)


def ranking(head: str, picture: Ranking) -> Slide:
    """Return the ranking after the vote is closed; without any hands the problems are numbered."""
    some = any(problem.chosen for problem in picture.problems)
    ranked = any(problem.rank for problem in picture.problems)
    rows = tuple(
        Row(
            problem.id,
            problem.words,
            (
                number(texts().rank(problem.rank) if ranked else problem.number),
                *((Icon(tick(problem.chosen), "ink"),) if some else ()),
            ),
            after=(
                Words(
                    tr("audience.choose.uncounted")
                    if problem.votes is None
                    else str(problem.votes),
                    "", "ink", True, "slide", right=True,
                ),
            ),
            bold=problem.chosen,
            share=problem.share,
            ruled=problem.leads,
        )
        for problem in picture.problems
    )  # fmt: skip
    foot = tr("audience.choose.tied") if picture.tied else ""
    kind = "dots" if picture.dots else "result"
    about = tr(f"audience.choose.{kind}", n=picture.present, dots=picture.dots)
    if picture.round > 1:
        about = tr("audience.choose.round", n=picture.round, about=about)
    return Slide(head, about, rows, foot=foot, spans=not foot, even=True, role="room")


def tick(chosen: bool) -> str:
    """Return the icon of what is chosen or not."""
    return "circle-check" if chosen else "circle"
