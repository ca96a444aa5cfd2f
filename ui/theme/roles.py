"""Text roles: size, weight, line height and colour of a text, by its purpose."""

from __future__ import annotations

from typing import NamedTuple


class TypeRole(NamedTuple):
    """``size`` names a field of ``Metrics``; ``line`` is a multiple of the size."""

    size: str
    bold: bool
    line: float
    colour: str


ROLES: dict[str, TypeRole] = {
    "slide": TypeRole("section", False, 1.34, "ink"),
    "problem": TypeRole("problem", True, 1.34, "ink"),
    "question": TypeRole("question", True, 1.31, "ink"),
    "room": TypeRole("room", False, 1.31, "ink"),
    "room-bold": TypeRole("room", True, 1.31, "ink"),
    "room-quiet": TypeRole("room", False, 1.31, "ink2"),
    "room-solution": TypeRole("room", True, 1.31, "solution"),
    "room-danger": TypeRole("room", False, 1.31, "danger"),
    "title": TypeRole("title", True, 1.35, "ink"),
    "section": TypeRole("section", True, 1.4, "ink"),
    "answer": TypeRole("section", False, 1.4, "ink"),
    "list": TypeRole("body", False, 1.6, "ink"),
    "list-bold": TypeRole("body", True, 1.6, "ink"),
    "list-accent": TypeRole("body", True, 1.6, "accent"),
    "body": TypeRole("body", False, 1.6, "ink"),
    "body-bold": TypeRole("body", True, 1.6, "ink"),
    "body-quiet": TypeRole("body", False, 1.6, "ink2"),
    "accent": TypeRole("body", False, 1.6, "accent"),
    "accent-bold": TypeRole("body", True, 1.6, "accent"),
    "meta": TypeRole("meta", False, 1.45, "ink2"),
    "meta-bold": TypeRole("meta", True, 1.45, "ink"),
    "hint": TypeRole("meta", False, 1.45, "ink3"),
    "key": TypeRole("meta", False, 1.4, "ink2"),
    "danger": TypeRole("body", False, 1.6, "danger"),
    "saved": TypeRole("meta", False, 1.45, "solution"),
    "banner": TypeRole("body", True, 1.4, "on_banner"),
    "on-banner": TypeRole("body", False, 1.4, "on_banner"),
    "timer": TypeRole("timer", True, 1.2, "ink"),
    "clock": TypeRole("clock", True, 1.2, "ink"),
    "step": TypeRole("timer", True, 1.34, "ink"),
}
