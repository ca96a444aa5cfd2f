"""How closely the blocks of a paper follow each other.

A paper whose last page would hold only a few lines is laid out again with smaller gaps.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_CLOSE = 0.45
_share: ContextVar[float] = ContextVar("share of the gaps", default=1.0)


def spaced(gap: float) -> float:
    """Return the gap to use for one of `gap` points."""
    return gap * _share.get()


@contextmanager
def close_together() -> Iterator[None]:
    """Make the gaps of all blocks that are created and placed within smaller."""
    token = _share.set(_CLOSE)
    try:
        yield
    finally:
        _share.reset(token)
