"""Rows of lists of problems: the list, silent writing, themes, and the vote."""

from __future__ import annotations

from ui.audience.row import (
    AudienceRow,
    Content,
    GroupName,
    RowGroup,
    TimeRing,
    single_sentence,
    uncounted,
)
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


def _numbered(problems: tuple[ShownProblem, ...], current: str) -> tuple[RowGroup, ...]:
    """Return problems by number; the one with the id ``current`` is highlighted."""
    return tuple(
        RowGroup((_numbered_row(problem, problem.id == current),), problem.id)
        for problem in problems
    )


def _numbered_row(problem: ShownProblem, current: bool) -> AudienceRow:
    who = voices_in_words(problem.speakers)
    return AudienceRow(
        problem.words, number=str(problem.number), aside=who, aside_quiet=True, spotlight=current
    )


def problems(head: str, picture: ProblemList) -> Content:
    """Return the growing list, or only the number of problems."""
    about = tr("audience.list.about")
    if picture.hidden:
        count = AudienceRow(tr("audience.list.count", n=picture.count), size="question", bold=True)
        later = AudienceRow(tr("audience.list.later"), quiet=True)
        return Content(head, about, uncounted(count, later), middle=True)
    if not picture.problems:
        return single_sentence(head, about, tr("audience.list.empty"))
    return Content(head, about, _numbered(picture.problems, picture.current), spans=True)


def writing(head: str, picture: SilentWritingView) -> Content:
    """Return the rows of silent writing: the task, the time left, and the number of sheets."""
    about = tr("audience.list.silence")
    rows = [AudienceRow(tr("audience.list.task"), size="problem", bold=True)]
    time = ""
    if picture.minutes:
        minutes, seconds = divmod(picture.seconds_left, 60)
        time = f"{minutes}:{seconds:02}" if picture.seconds_left else tr("audience.list.over")
        words = "done_of" if picture.people else "done"
        done = tr(f"audience.list.{words}", n=picture.done, people=picture.people)
        rows.append(AudienceRow(done))
    leaves = tr(f"audience.list.leaves{'_nameless' * picture.anonymous}")
    rows.append(AudienceRow(leaves, quiet=True))
    with_time = rows
    if time:
        with_time = [rows[0], AudienceRow(time, size="question", bold=True), *rows[1:]]
    ring = None
    if picture.seconds_left:
        share = min(1.0, picture.seconds_left / (60 * picture.minutes)) if picture.minutes else 0
        ring = TimeRing(share, time, uncounted(*with_time))
    shown = rows if ring else with_time
    return Content(head, about, uncounted(*shown), middle=True, clock=False, ring=ring)


def board(head: str, picture: ThemeBoard) -> Content:
    """Return all themes with their problems, those without a theme first."""
    about = tr("audience.sort.about")
    if not picture.groups:
        return single_sentence(head, about, tr("audience.sort.none"))
    names = []
    rows = []
    for group in picture.groups:
        names.append(
            GroupName(
                group.name or tr("audience.sort.unsorted"),
                max(1, len(group.problems)),
                quiet=not group.name,
            )
        )
        rows += [_board_row(one, one.id == picture.current) for one in group.problems]
        if not group.problems:
            empty = AudienceRow(
                tr("audience.sort.empty"), size="floor", quiet=True, indent=True, board=True
            )
            rows.append(RowGroup((empty,), counted=False))
    count = sum(len(group.problems) for group in picture.groups)
    themes = sum(bool(group.name) for group in picture.groups)
    foot = tr("audience.sort.count", n=count, themes=themes)
    return Content(head, about, tuple(rows), foot=foot, groups=tuple(names))


def _board_row(problem: ShownProblem, current: bool) -> RowGroup:
    row = AudienceRow(
        problem.words, size="floor", number=str(problem.number), spotlight=current, board=True
    )
    return RowGroup((row,), problem.id)


def thread(head: str, picture: ProblemWordings) -> Content:
    """Return one problem in its first wording and, if there is one, its concrete wording."""
    about = tr("audience.sort.words_about")
    number = str(picture.number)
    if not picture.concrete:
        row = AudienceRow(picture.first, number=number)
        return Content(head, about, (RowGroup((row,), picture.id),), middle=True)
    first = AudienceRow(picture.first, number=number, icon="speech", quiet=True)
    concrete = AudienceRow(picture.concrete, indent=True, icon="pen", bold=True, close=True)
    return Content(head, about, (RowGroup((first, concrete), picture.id),), middle=True)


def counting(head: str, picture: OpenVote) -> Content:
    """Return the problems to choose from, before the vote is closed."""
    about = tr("audience.choose.about")
    if not picture.problems:
        return single_sentence(head, about, tr("audience.choose.empty"))
    rows = _numbered(picture.problems, picture.current)
    return Content(head, about, rows, spans=True, even=True)


def ranking(head: str, picture: Ranking) -> Content:
    """Return the ranking after the vote is closed; without any hands the problems are numbered."""
    some = any(problem.chosen for problem in picture.problems)
    ranked = any(problem.rank for problem in picture.problems)
    rows = []
    for problem in picture.problems:
        votes = tr("audience.choose.uncounted") if problem.votes is None else str(problem.votes)
        icon = ("circle-check" if problem.chosen else "circle") if some else ""
        row = AudienceRow(
            problem.words,
            size="floor",
            number=texts().rank(problem.rank) if ranked else str(problem.number),
            indent=True,
            icon=icon,
            bold=problem.chosen,
            share=problem.share,
            bar_below=True,
            count=votes,
            rule=problem.leads,
        )
        rows.append(RowGroup((row,), problem.id))
    foot = tr("audience.choose.near") if picture.near else ""
    kind = "dots" if picture.dots else "result"
    about = tr(f"audience.choose.{kind}", n=picture.present, dots=picture.dots)
    if picture.round > 1:
        about = tr("audience.choose.round", n=picture.round, about=about)
    return Content(head, about, tuple(rows), foot=foot, spans=not foot, even=True)
