"""Options of the run that helpers need."""

paint_always = False
"""Whether windows paint whenever Qt asks them to (``--exhaustive``, ``--onscreen``)."""
exhaustive = False
"""Whether every combination and point is tested (``--exhaustive``)."""


def examples(some: int, many: int) -> int:
    """Return the number of random examples of a test: `many` with ``--exhaustive``."""
    return many if exhaustive else some
