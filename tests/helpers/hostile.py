"""Texts that cause harm if they are interpreted, or that are extremely long."""

TEXTS = [
    "<b>太字</b>",
    "<img src=x onerror=alert(1)>",
    "\u200fעברית 右から左",
    "長い課題" * 500,
    "🔥👩\u200d💻 e\u0301",
    "a" * 2000,
]
"""Markup, right to left, very long in Japanese and as one word, and combined characters."""

FILE_NAME = "<b>太字 " + "長い名前" * 15
"""A valid file name."""


def line(repeats: int) -> str:
    """Return one line with all of it; `repeats` is the length of its end."""
    return "<b>太字</b> <img src=x> \u200fעברית 🔥 " + "長い名前" * repeats
