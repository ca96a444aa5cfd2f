"""Declared actions: data about what a user can do at one place."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Form(Enum):
    """How the keys of an action relate to each other."""

    SAME = auto()
    """All keys do the same."""
    EACH = auto()
    """Each key has its own effect; the words for each are separated by ``／`` or `` / ``."""
    PAIR = auto()
    """Two keys: the previous and the next item."""
    NUMBERED = auto()
    """A number is part of the key: the argument."""


class ActionDef(NamedTuple):
    """One line of the cheat sheet: what can be done, by which keys, when, and how it looks.

    ``id`` is ``<place>.<name>`` and never changes; ``keys.<id>`` is its text in the cheat sheet and
    the palette. ``label`` is the key of the shorter text on buttons, if that differs. ``keys`` are
    portable key texts as in ``QKeySequence``; in a numbered action ``{n}`` stands for each number
    from 1 to ``last``. ``page`` is the page where it is done, if not at its place.
    """

    id: str
    keys: tuple[str, ...] = ()
    form: Form = Form.SAME
    label: str = ""
    icon: str = ""
    private_only: bool = False
    when_locked: bool = False
    page: str = ""
    last: int = 0

    @property
    def place(self) -> str:
        """The part of the cheat sheet that it belongs to."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """Its name within its place."""
        return self.id.partition(".")[2]

    @property
    def words(self) -> str:
        """The key of its text in the cheat sheet and the palette."""
        return f"keys.{self.id}"

    @property
    def short_words(self) -> str:
        """The key of its text on buttons and in menus."""
        return self.label or self.words

    @property
    def combination(self) -> str:
        """Its keys as one text: `` / `` between keys, `` – `` between the ends of a range."""
        if self.form is not Form.NUMBERED:
            return " / ".join(self.keys)
        ends = (1, self.last)
        ranges = (" – ".join(key.format(n=number) for number in ends) for key in self.keys)
        return " / ".join(ranges)

    def arguments(self) -> tuple[int | None, ...]:
        """Its possible arguments: only None, -1 and 1 for a pair, indices, or the numbers."""
        if self.form is Form.SAME:
            return (None,)
        if self.form is Form.PAIR:
            return (-1, 1)
        if self.form is Form.EACH:
            return tuple(range(len(self.keys)))
        return tuple(range(1, self.last + 1))

    def keys_for(self, argument: int | None) -> tuple[str, ...]:
        """Return the keys for ``argument``."""
        if argument is None:
            return self.keys
        if self.form is Form.PAIR:
            return (self.keys[0 if argument < 0 else 1],)
        if self.form is Form.EACH:
            return (self.keys[argument],)
        return tuple(key.format(n=argument) for key in self.keys)


def action(
    action_id: str,
    *keys: str,
    label: str = "",
    icon: str = "",
    private_only: bool = False,
    when_locked: bool = False,
    page: str = "",
) -> ActionDef:
    """Return an action that any of ``keys`` triggers."""
    return ActionDef(
        action_id,
        keys,
        label=label,
        icon=icon,
        private_only=private_only,
        when_locked=when_locked,
        page=page,
    )


def each(action_id: str, *keys: str, when_locked: bool = False) -> ActionDef:
    """Return an action whose keys have different effects; the arguments count from 0."""
    return ActionDef(action_id, keys, Form.EACH, when_locked=when_locked)


def pair(
    action_id: str,
    before: str,
    after: str,
    *,
    when_locked: bool = False,
) -> ActionDef:
    """Return an action that moves to the previous (-1) or next (1) item."""
    return ActionDef(action_id, (before, after), Form.PAIR, when_locked=when_locked)


def numbered(action_id: str, *keys: str, last: int) -> ActionDef:
    """Return an action with a number; ``{n}`` in ``keys`` stands for it."""
    return ActionDef(action_id, keys, Form.NUMBERED, last=last)
