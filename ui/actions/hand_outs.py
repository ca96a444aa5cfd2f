"""What can be done with the papers."""

from __future__ import annotations

from ui.actions.action_def import action, numbered

ACTIONS = (
    numbered("hand_outs.paper", "Alt+{n}", last=9),
    action("hand_outs.preview", "Alt+V"),
    action("hand_outs.codes", "Alt+N"),
    action("hand_outs.name_customer", "Alt+K", private_only=True),
    action("hand_outs.password", "Alt+W", private_only=True),
    action("hand_outs.folder", "Alt+F", private_only=True),
    action("hand_outs.again", "Alt+A"),
    action("hand_outs.copy", "Alt+U", private_only=True),
    action("hand_outs.mask", "Alt+M", private_only=True),
    action("hand_outs.release", "Alt+R", private_only=True),
    action("hand_outs.forget", "Alt+X"),
)
