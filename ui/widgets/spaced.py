"""Texts of which each says something else, beside each other."""

from __future__ import annotations


def spaced(*parts: str) -> str:
    """Return the parts that say something in one line, with a wide space between them."""
    return "  ".join(filter(None, parts))
