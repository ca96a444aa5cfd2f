"""Widgets without a window of the program."""

from tests.helpers.shown_widgets import compose, light, show

__all__ = ["compose", "light", "show"]
