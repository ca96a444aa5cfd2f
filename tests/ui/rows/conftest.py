"""Lists without a window of the program."""

from tests.helpers.shown_widgets import light, show

__all__ = ["light", "show"]
