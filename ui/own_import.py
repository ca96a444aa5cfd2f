"""Loads Qt without PySide's replacement of Python's import function.

To offer `__feature__`, which this program does not use, PySide replaces ``builtins.__import__``
by a function that reads the source of every module imported later and searches it for "PySide6".
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - it replaces the function


def restore_import() -> None:
    """Use the import function from before again, which PySide keeps for its own use."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
