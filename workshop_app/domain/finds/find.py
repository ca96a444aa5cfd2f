"""What all questions share: a look at the set-up that gives the things found."""

from collections.abc import Callable, Sequence
from datetime import datetime

from workshop_app.domain.setup_view import Setup

Find = Callable[[Setup], Sequence[object]]


def seconds(iso: str) -> float:
    """Return a local time such as ``2026-06-12T14:03`` as epoch seconds; 0 for none."""
    return datetime.fromisoformat(iso).timestamp() if iso else 0.0


def rest(whole: Find, good: Find) -> Find:
    """Look for those that are not among the good ones, where there are some of each."""

    def find(setup: Setup) -> Sequence[object]:
        kept = {id(each) for each in good(setup)}
        return [each for each in whole(setup) if id(each) not in kept] if kept else ()

    return find
