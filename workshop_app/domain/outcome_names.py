"""The names under which screens, the audience display and papers count outcomes."""

from collections.abc import Callable, Sequence

from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.promises import Promise

_MOST_NAMED = 2
"""With more conclusions among the problems that count as open, they are named together."""


def outcome_name(words: Callable[[str], str], kind: OutcomeKind, left: Sequence[Promise]) -> str:
    """Return the name of an outcome; `words` returns the text of a key.

    What counts as *open* is named by what was concluded about it: `left` is
    `Outcomes.left`.
    """
    if kind is not OutcomeKind.OPEN or not left:
        return words(f"cards.outcome.{kind}")
    if len(left) > _MOST_NAMED:
        return words("promises.left.several")
    return words("promises.left.and").join(words(f"promises.room.{each}") for each in left)
