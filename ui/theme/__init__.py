"""Colours, sizes, fonts and icons. ``theme()`` of `ui.theme.theme` is the current theme."""
