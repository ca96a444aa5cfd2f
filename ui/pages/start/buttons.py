"""Buttons that the start page has in both modes."""

from __future__ import annotations

from ui.widgets.action_button import ActionButton
from workshop_app.i18n import tr


def screen_check_button() -> ActionButton:
    """Return the button that shows the three sizes of text."""
    return ActionButton(tr("start.check_screen"), icon="screen", key="Ctrl+T", size="small")


def sample_button(in_sample: bool) -> ActionButton:
    """Return the button that opens the sample or, ``in_sample``, leaves it."""
    words = tr("start.sample.leave" if in_sample else "start.sample.do")
    icon = "arrow-left" if in_sample else None
    return ActionButton(words, icon=icon, key="Ctrl+O", size="small")


def sample_words(in_sample: bool) -> tuple[str, str]:
    """Return heading and sentence about the sample."""
    if in_sample:
        return tr("start.sample.open_title"), tr("start.sample.open_what")
    return tr("start.sample.title"), tr("start.sample.what")
