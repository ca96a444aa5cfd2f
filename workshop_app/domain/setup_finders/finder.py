"""Common definitions of the finders."""

from collections.abc import Callable, Sequence
from datetime import datetime

from workshop_app.domain.setup_view import Setup

Finder = Callable[[Setup], Sequence[object]]
"""Returns the items found in a set-up; callers only count them."""


def epoch_seconds(iso: str) -> float:
    """Return a local time such as ``2026-06-12T14:03`` as epoch seconds; 0 for an empty text."""
    return datetime.fromisoformat(iso).timestamp() if iso else 0.0


def remaining(whole: Finder, good: Finder) -> Finder:
    """Return a finder of items in `whole` but not in `good`; it finds nothing if `good` does."""

    def find(setup: Setup) -> Sequence[object]:
        good_ids = {id(each) for each in good(setup)}
        if not good_ids:
            return ()
        return [each for each in whole(setup) if id(each) not in good_ids]

    return find
