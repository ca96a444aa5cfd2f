"""Actions on the copies of the records."""

from __future__ import annotations

from ui.actions.action_def import action
from ui.actions.meanings import Meaning

ACTIONS = (
    action("backups.copy", Meaning.NEW, label="backups.copy_now", icon="plus", private_only=True),
    action("backups.pin", Meaning.HOLD, label="backups.pin", icon="star", private_only=True),
    action(
        "backups.folder",
        "Ctrl+Shift+O",
        label="backups.second.choose",
        icon="usb",
        private_only=True,
    ),
    action(
        "backups.encrypt", Meaning.INPUT, label="backups.encrypt", icon="lock", private_only=True
    ),
    action(
        "backups.take", Meaning.FROM_FILES, label="backups.take", icon="upload", private_only=True
    ),
    action("backups.no_folder", Meaning.TAKE_BACK, private_only=True),
)
