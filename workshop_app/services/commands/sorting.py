"""Commands of Sort: themes, merging, splitting, and dismissed hints."""

from collections.abc import Iterable
from dataclasses import replace

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem, Source, Theme
from workshop_app.domain.steps import Step
from workshop_app.domain.text import required_line
from workshop_app.services.command import Command, dismiss, open_workshop
from workshop_app.services.commands.edit import Edit, cleaners
from workshop_app.services.commands.hands import restore_separate_counts
from workshop_app.services.commands.merge_group import merge_group
from workshop_app.services.commands.problems import add_problem
from workshop_app.store.store import Store


def theme_named(themes: Iterable[Theme], name: str) -> Theme | None:
    """Return the theme of this name, ignoring case, or None."""
    return next((one for one in themes if one.name.casefold() == name.casefold()), None)


class AddTheme(Command):
    """Add a theme and put `problem_ids` into it; returns its id.

    If there is a theme of this name, the problems are put into that one.
    """

    name: str
    problem_ids: tuple[str, ...] = ()

    step = Step.SORT

    def apply(self, store: Store, workshop_id: str) -> str:
        open_workshop(store, workshop_id)
        name = required_line(self.name)
        themes = store.all(Theme, workshop_id)
        theme = theme_named(themes, name)
        if theme is None:
            theme = store.add(Theme, workshop_id, name=name)
        PutInTheme(self.problem_ids, theme.id).apply(store, workshop_id)
        return theme.id


class RenameTheme(Edit):
    """Rename a theme: `field` is ``name``."""

    step = Step.SORT
    record = Theme
    fields = cleaners(Theme, "name")


class RemoveTheme(Command):
    """Remove a theme; its problems then have none."""

    theme_id: str

    step = Step.SORT

    def apply(self, store: Store, workshop_id: str) -> None:
        theme = store.get(Theme, self.theme_id)
        for problem in store.all(Problem, theme.workshop_id):
            if problem.theme_id == theme.id:
                store.update(problem, theme_id=None, theme_position=0)
        store.delete(theme)


class PutInTheme(Command):
    """Put problems into a theme, after those with a position in it; None removes them."""

    problem_ids: tuple[str, ...]
    theme_id: str | None

    step = Step.SORT
    placed = "problem_ids"

    def apply(self, store: Store, workshop_id: str) -> None:
        for problem_id in self.problem_ids:
            problem = store.get(Problem, problem_id)
            store.update(problem, theme_id=self.theme_id, theme_position=0)


class PlaceInTheme(Command):
    """Put problems, in this order, into a theme before the problem `before_id`.

    An empty `before_id` puts them last. A theme of None holds the unsorted ones.
    """

    problem_ids: tuple[str, ...]
    theme_id: str | None
    before_id: str = ""

    step = Step.SORT
    placed = "problem_ids"

    def apply(self, store: Store, workshop_id: str) -> None:
        problems = store.all(Problem, workshop_id)
        moved = [store.get(Problem, each) for each in dict.fromkeys(self.problem_ids)]
        others = [
            one
            for one in problems
            if one.theme_id == self.theme_id and one.id not in self.problem_ids
        ]
        others.sort(key=lambda one: (not one.theme_position, one.theme_position, one.position))
        ids = [one.id for one in others]
        place = ids.index(self.before_id) if self.before_id in ids else len(ids)
        order = [*others[:place], *moved, *others[place:]]
        for position, problem in enumerate(order, start=1):
            placed = replace(problem, theme_id=self.theme_id, theme_position=position)
            if placed != problem:
                store.update(placed)


class JoinThemes(Command):
    """Put all problems of a theme into another one, and remove the theme."""

    theme_id: str
    into_id: str

    step = Step.SORT
    placed = "into_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        theme = store.get(Theme, self.theme_id)
        into = store.get(Theme, self.into_id)
        if theme.id == into.id:
            return
        ids = [p.id for p in store.all(Problem, workshop_id) if p.theme_id == theme.id]
        PutInTheme(tuple(ids), into.id).apply(store, workshop_id)
        store.delete(theme)


class MergeProblems(Command):
    """Merge problems into one; unmerging restores them, since every record is kept.

    Hands, dots, answers and the chosen mark stay with the problem they were given to; the state
    counts them together.
    """

    into_id: str
    problem_ids: tuple[str, ...]

    step = Step.SORT
    placed = "into_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        into = store.get(Problem, self.into_id)
        if into.merged_into:
            raise InvalidInput("errors.merge_into_merged")
        ours = {problem.id for problem in merge_group(store, into)}
        named = store.some(Problem, into.workshop_id, "id", self.problem_ids)
        for problem in sorted(named, key=lambda one: one.position):
            if problem.id not in ours and problem.merged_into not in self.problem_ids:
                store.update(problem, merged_into=into.id)


class Unmerge(Command):
    """Unmerge this problem from the one it was merged into, or else all that were merged into it.

    Each keeps the problems merged into it before, and the hands counted for it are restored.
    """

    problem_id: str

    step = Step.SORT
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        problem = store.get(Problem, self.problem_id)
        restore_separate_counts(store, problem)
        if problem.merged_into:
            store.update(problem, merged_into=None)
            return
        for other in store.some(Problem, problem.workshop_id, "merged_into", (problem.id,)):
            store.update(other, merged_into=None)


class SplitProblem(Command):
    """Split one problem into several; the first part is the problem itself.

    `parts` are the concrete wordings, two or more. The new problems have the same speaker, theme
    and first wording. Returns the ids of the new ones.
    """

    problem_id: str
    parts: tuple[str, ...]

    step = Step.SORT
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        problem = store.get(Problem, self.problem_id)
        parts = tuple(required_line(part) for part in self.parts)
        if len(parts) < 2:
            raise InvalidInput("errors.split_needs_two")
        store.update(problem, wording=parts[0])
        return tuple(self._part(store, problem, part) for part in parts[1:])

    def _part(self, store: Store, problem: Problem, wording: str) -> str:
        return add_problem(
            store,
            problem.workshop_id,
            problem.first_wording,
            speaker_id=problem.speaker_id,
            source=Source.SPLIT,
            heard_at=problem.heard_at,
            method=problem.method,
            wording=wording,
            theme_id=problem.theme_id,
            theme_position=problem.theme_position,
            split_from=problem.id,
        )


class DismissHint(Command):
    """Dismiss a hint about similar problems permanently; `hint` is ``3 12`` or ``= term``."""

    hint: str

    step = Step.SORT

    def apply(self, store: Store, workshop_id: str) -> None:
        dismiss(store, workshop_id, required_line(self.hint))
