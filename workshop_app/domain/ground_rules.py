"""The ground rules of a session, the same on every screen and on the printed agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_USUAL = 5
"""Number of built-in rules."""


def ground_rules(
    own: Sequence[str], words: Callable[[str], str], *, anonymous: bool, named: bool
) -> tuple[str, ...]:
    """Return the workshop's own rules or, without any, the built-in ones.

    ``words`` returns the text of a key. A last rule is about names if the workshop is ``anonymous``
    or the list shows who said what (``named``).
    """
    rules = tuple(own) or tuple(words(f"opening.rule.{n}") for n in range(1, _USUAL + 1))
    if anonymous:
        return (*rules, words("opening.rule.nameless"))
    return (*rules, words("opening.rule.named")) if named else rules
