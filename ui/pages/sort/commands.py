"""Commands of Sort on problems and themes, each with the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ui.actions.meanings import Meaning
from ui.components.page import WindowApi
from ui.pages.sort.groups import Group
from ui.pages.sort.hints import Hint
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.sorting import (
    AddTheme,
    DismissHint,
    MergeProblems,
    PutInTheme,
    RemoveTheme,
    RenameTheme,
    Unmerge,
)
from workshop_app.services.commands.workshops import SkipStep


class SortCommands:
    """Each method returns whether the command was done."""

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def put(self, problems: Sequence[Problem], group: Group) -> bool:
        """Put problems into a theme, or back among the unsorted ones."""
        moved = [problem for problem in problems if problem.theme_id != group.theme_id]
        if not moved:
            return False
        ids = tuple(problem.id for problem in moved)
        if not self._api.execute(PutInTheme(ids, group.theme_id)):
            return False
        if len(moved) == 1:
            words = tr("sort.put_one", number=moved[0].number, name=group.name)
        else:
            words = tr("sort.put_many", n=len(moved), name=group.name)
        self._say(words)
        return True

    def merge(self, into: Problem, problems: Sequence[Problem]) -> bool:
        """Merge problems into one; all wordings and speakers are kept."""
        ids = tuple(problem.id for problem in problems if problem.id != into.id)
        if not ids:
            self._api.toast(tr("sort.merge_what", key=Meaning.MERGE))
            return False
        if not self._api.execute(MergeProblems(into.id, ids)):
            return False
        self._say(" ".join((tr("sort.merged_done", n=len(ids) + 1), *self._set_aside(into))))
        return True

    def _set_aside(self, into: Problem) -> Iterator[str]:
        """Say what does not count for the merged problem, and comes back with unmerging."""
        state = self._api.session.state
        if state is None:
            return
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
        """Make everything merged into a problem a problem of its own again."""
        count = sum(one.merged_into == problem.id for one in state.problems)
        if not count:
            self._api.toast(tr("sort.unmerge_nothing", number=problem.number))
            return False
        if not self._api.execute(Unmerge(problem.id)):
            return False
        self._say(tr("sort.unmerged", n=count + 1))
        return True

    def add_theme(self, name: str, problems: Sequence[Problem]) -> bool:
        """Add a theme with problems in it."""
        return bool(self._api.execute(AddTheme(name, tuple(one.id for one in problems))))

    def accept_hint(self, hint: Hint) -> bool:
        """Do what was suggested."""
        if hint.term:
            words = tr("sort.hint.made", name=hint.term, n=len(hint.problems))
            done = self.add_theme(hint.term, hint.problems)
            if done:
                self._say(words)
            return done
        return self.merge(hint.problems[0], hint.problems)

    def dismiss_hint(self, hint: Hint) -> bool:
        """Do not suggest this again."""
        if not self._api.execute(DismissHint(hint.key)):
            return False
        self._say(tr("sort.hint.refused"))
        return True

    def rename(self, group: Group, name: str) -> bool:
        """Rename a theme."""
        return bool(self._api.execute(RenameTheme(group.id, "name", name)))

    def remove(self, group: Group) -> bool:
        """Remove a theme; its problems are unsorted again."""
        if not self._api.execute(RemoveTheme(group.id)):
            return False
        self._say(tr("sort.removed", name=group.name))
        return True

    def edit_note(self, problem_id: str, text: str) -> bool:
        """Change the private note of a problem."""
        return bool(self._api.execute(EditProblem(problem_id, "private_note", text)))

    def skip(self, state: WorkshopState) -> bool:
        """Leave the step out on purpose, or take it up again; True when it was left out."""
        skip = not state.workshop.sort_skipped
        done = self._api.execute(SkipStep(state.workshop.id, "sort_skipped", skip))
        return bool(done) and skip

    def _say(self, words: str) -> None:
        self._api.toast(words, undo=True)
