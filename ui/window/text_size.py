"""The reader's own text size: five steps, kept for the next start."""

from __future__ import annotations

from typing import Protocol

from ui.theme.theme import theme
from workshop_app import settings
from workshop_app.i18n import tr


class Console(Protocol):
    """What is asked of the program's window."""

    settings: settings.Settings

    def rebuild(self) -> None:
        """Build the pages again."""

    def toast(self, sentence: str) -> None:
        """Say in one sentence what was done."""

    def save_setting(self, **changes: object) -> bool:
        """Change settings by name and write them; False when they could not be written."""
        ...


def set_text_size(window: Console, percent: int) -> None:
    """Show all small texts at ``percent`` of their size; what the room reads stays as large."""
    if percent not in settings.TEXT_SIZES:
        return
    window.save_setting(text_size=percent)
    theme().set_text_scale(percent / 100)
    window.rebuild()
    window.toast(tr("settings.text_size_now", percent=percent))


def step_text_size(window: Console, by: int) -> None:
    """Go to the next larger or smaller size, if there is one."""
    place = settings.TEXT_SIZES.index(window.settings.text_size) + by
    if 0 <= place < len(settings.TEXT_SIZES):
        set_text_size(window, settings.TEXT_SIZES[place])
