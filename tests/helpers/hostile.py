"""Words that do harm where text is taken for something else, or is longer than anybody expects."""

TEXTS = [
    "<b>太字</b>",
    "<img src=x onerror=alert(1)>",
    "\u200fעברית 右から左",
    "長い課題" * 500,
    "🔥👩\u200d💻 e\u0301",
    "a" * 2000,
]
"""Markup, right to left, very long in Japanese and in one word, and signs made of several."""

FILE_NAME = "<b>太字 " + "長い名前" * 15
"""A name that a file can have."""


def line(repeats: int) -> str:
    """One line of a field with all of it; `repeats` says how long its end is."""
    return "<b>太字</b> <img src=x> \u200fעברית 🔥 " + "長い名前" * repeats
