"""What can be done with the papers, on their page and in Wrap up."""

from __future__ import annotations

from exports.registry import PAPERS, PRIVATE
from ui.actions.action_def import action, numbered

_CHOICES = len(PAPERS) + 1 + len(PRIVATE)
"""Papers, one choice for all files for other programs, and what holds private notes."""

ACTIONS = (
    numbered("hand_outs.paper", "Alt+{n}", last=min(9, _CHOICES)),
    action("hand_outs.preview", "Alt+V", label="preview.open", icon="document"),
    action("hand_outs.codes", "Alt+N", label="export.anonymous"),
    action("hand_outs.name_customer", "Alt+K", label="export.names_customer", private_only=True),
    action("hand_outs.password", "Alt+W", private_only=True),
    action(
        "hand_outs.folder",
        "Alt+F",
        label="wrap_up.papers.pick_folder",
        icon="folder",
        private_only=True,
    ),
    action("hand_outs.again", "Alt+A", label="wrap_up.papers.again", icon="refresh"),
    action("hand_outs.copy", "Alt+U", label="export.copy", icon="copy", private_only=True),
    action("hand_outs.mask", "Alt+M", label="export.mask", private_only=True),
    action("hand_outs.release", "Alt+R", label="export.release", private_only=True),
    action("hand_outs.tick", "Space"),
    action("hand_outs.print", "Ctrl+P", label="given.print", icon="print"),
    action("hand_outs.stick", "Ctrl+Shift+S", label="given.stick", icon="usb"),
    action("hand_outs.open", "Ctrl+Shift+O", label="given.open", icon="folder"),
    action("hand_outs.forget", "Alt+X", label="export.forget", icon="undo"),
)
