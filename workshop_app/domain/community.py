"""Pointers to the community around Mackerel, which go into the handout."""

POINTERS: tuple[str, ...] = ("help", "blog", "meetup", "ambassador", "labs", "support")
"""Ids of the pointers; words and address are ``community.<id>.name``, ``.what`` and ``.url``."""
