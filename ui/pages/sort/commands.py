"""Commands of Sort on problems and themes, each with a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ui.components.problem_commands import numbers_of
from ui.components.window_api import WindowApi
from ui.pages.sort.groups import Group
from ui.pages.sort.hints import Hint
from workshop_app.domain.problem import Problem, Theme
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.sorting import (
    AddTheme,
    DismissHint,
    JoinThemes,
    MergeProblems,
    PlaceInTheme,
    PutInTheme,
    RemoveTheme,
    RenameTheme,
    Unmerge,
    theme_named,
)
from workshop_app.services.commands.workshops import SkipStep


class SortCommands:
    """Each method returns whether the command was done.

    ``select`` is the id of a problem that the board then selects, wherever it was moved.
    """

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def put(self, problems: Sequence[Problem], group: Group) -> bool:
        """Put problems into a theme, or back among the unsorted ones."""
        moved = [problem for problem in problems if problem.theme_id != group.theme_id]
        ids = tuple(problem.id for problem in moved)
        if not ids or not self._api.execute(PutInTheme(ids, group.theme_id)):
            return False
        self._say_put(moved, group.name)
        return True

    def place(
        self, problems: Sequence[Problem], group: Group, before_id: str, select: str = ""
    ) -> bool:
        """Put problems into a theme before one of its problems, or at the end (empty id)."""
        ids = tuple(problem.id for problem in problems)
        command = PlaceInTheme(ids, group.theme_id, before_id)
        if not ids or not self._api.execute(command, select=select):
            return False
        if any(problem.theme_id != group.theme_id for problem in problems):
            self._say_put(problems, group.name)
        else:
            self._say(tr("sort.moved", numbers=numbers_of(problems), n=len(problems)))
        return True

    def _say_put(self, moved: Sequence[Problem], name: str) -> None:
        if len(moved) == 1:
            self._say(tr("sort.put_one", number=moved[0].number, name=name))
        else:
            self._say(tr("sort.put_many", n=len(moved), name=name))

    def merge(self, into: Problem, problems: Sequence[Problem]) -> bool:
        """Merge problems into one, which is selected; all wordings and speakers are kept."""
        others = [problem for problem in problems if problem.id != into.id]
        command = MergeProblems(into.id, tuple(one.id for one in others))
        if not self._api.execute(command, select=into.id):
            return False
        done = tr("sort.merged_done", n=len(others), numbers=numbers_of(others), number=into.number)
        note = next(self._set_aside(into), "")
        words = tr("sort.merged_but", done=done, note=note) if note else done
        self._api.toast(words, undo=True)
        return True

    def _set_aside(self, into: Problem) -> Iterator[str]:
        """Yield what does not count for the merged problem, most important first."""
        state = self._api.session.open_state
        ids = state.merging.group_ids(into.id)
        judged = [one.problem_id for one in state.appraisals if one.problem_id in ids]
        counts = state.appraisal_of(into.id)
        if counts is not None and len(judged) > 1:
            problem = state.problem(counts.problem_id)
            yield tr("sort.merged_judged", number=problem.number if problem else into.number)
        whole = state.problem(into.id)
        reason = whole.not_ours_reason if whole else ""
        for one in (one for one in state.problems if one.id in ids):
            if one.not_ours_reason not in ("", reason):
                yield tr("sort.merged_reason", number=one.number)

    def unmerge(self, state: WorkshopState, problem: Problem) -> bool:
        """Make everything merged into a problem separate problems again."""
        count = len(state.merging.parts_of(problem.id))
        if not count:
            self._api.toast(tr("sort.unmerge_nothing", number=problem.number), done=False)
            return False
        if not self._api.execute(Unmerge(problem.id)):
            return False
        self._say(tr("sort.unmerged", n=count + 1))
        return True

    def add_theme(self, name: str, problems: Sequence[Problem], select: str = "") -> str:
        """Add a theme with problems in it and return its id, or empty if it was refused.

        If there is a theme of this name, the problems go into that one.
        """
        known = theme_named(self._api.session.open_state.themes, name.strip())
        command = AddTheme(name, tuple(one.id for one in problems))
        done = self._api.execute(command, select=select)
        if done is None:
            return ""
        if known is not None and problems:
            self._say_put(problems, known.name)
        elif known is not None:
            self._api.toast(tr("sort.known", name=known.name), done=False)
        else:
            self._say_made(str(done.result))
        return str(done.result)

    def _say_made(self, theme_id: str) -> None:
        themes = self._api.session.open_state.themes
        self._say(tr("sort.made", number=[each.id for each in themes].index(theme_id) + 1))

    def accept_hint(self, hint: Hint) -> bool:
        """Apply the suggestion."""
        if hint.term:
            words = tr("sort.hint.made", name=hint.term, n=len(hint.problems))
            done = self.add_theme(hint.term, hint.problems)
            if done:
                self._say(words)
            return bool(done)
        return self.merge(hint.problems[0], hint.problems)

    def dismiss_hint(self, hint: Hint) -> bool:
        """Dismiss the suggestion permanently."""
        if not self._api.execute(DismissHint(hint.key)):
            return False
        self._say(tr("sort.hint.refused"))
        return True

    def rename(self, theme_id: str, name: str) -> bool:
        """Rename a theme; if another one has the name, the problems are moved to it."""
        state = self._api.session.open_state
        others = [theme for theme in state.themes if theme.id != theme_id]
        known = theme_named(others, name.strip())
        if known is None:
            if not self._api.execute(RenameTheme(theme_id, "name", name)):
                return False
            self._say(tr("sort.renamed", name=name.strip()))
            return True
        moved = state.in_theme(theme_id)
        if not self._api.execute(JoinThemes(theme_id, known.id)):
            return False
        self._say(tr("sort.joined", n=len(moved), name=known.name))
        return True

    def remove(self, group: Group) -> bool:
        """Remove a theme; its problems are unsorted again."""
        if not self._api.execute(RemoveTheme(group.id)):
            return False
        self._say(tr("sort.removed", name=group.name))
        return True

    def skip(self, state: WorkshopState) -> bool:
        """Skip the step on purpose, or undo that; return True if it was skipped."""
        skip = not state.workshop.sort_skipped
        done = self._api.execute(SkipStep(state.workshop.id, "sort_skipped", skip))
        return bool(done) and skip

    def _say(self, words: str) -> None:
        self._api.toast(words, undo=True)


def free_name(themes: Sequence[Theme]) -> str:
    """Return a provisional name for a new theme that no other one has."""
    names = [tr("sort.theme_line")]
    names += [tr("sort.provisional", n=n) for n in range(2, len(themes) + 3)]
    return next(one for one in names if theme_named(themes, one) is None)
