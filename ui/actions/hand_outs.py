"""Actions on the papers, on their page and in Wrap up."""

from __future__ import annotations

from ui.actions.action_def import action, numbered
from ui.actions.meanings import Meaning

ACTIONS = (
    numbered("hand_outs.paper", "Alt+{n}", last=9),
    action("hand_outs.preview", Meaning.VIEW, label="preview.open", icon="document"),
    action("hand_outs.codes", Meaning.CODES, label="export.anonymous"),
    action(
        "hand_outs.name_customer", Meaning.NAMED, label="export.names_customer", private_only=True
    ),
    action("hand_outs.password", Meaning.INPUT, private_only=True),
    action(
        "hand_outs.folder",
        "Ctrl+Shift+O",
        label="wrap_up.papers.pick_folder",
        icon="folder",
        private_only=True,
    ),
    action("hand_outs.again", Meaning.AGAIN, label="wrap_up.papers.again", icon="refresh"),
    action("hand_outs.copy", "Ctrl+Shift+S", label="export.copy", icon="usb"),
    action("hand_outs.mask", Meaning.HOLD, label="export.mask", private_only=True),
    action("hand_outs.release", Meaning.REVEAL, label="export.release", private_only=True),
    action("hand_outs.tick", "Space"),
    action("hand_outs.print", "Ctrl+P", label="given.print", icon="print"),
    action("hand_outs.open", "Ctrl+Shift+F", label="given.open", icon="folder"),
    action("hand_outs.forget", Meaning.TAKE_BACK, label="export.forget", icon="undo"),
    action("hand_outs.fill", Meaning.WRITE, label="promises.gaps.fill", icon="pen"),
    action(
        "hand_outs.facilitator",
        Meaning.PEOPLE,
        label="wrap_up.papers.name_facilitator",
        icon="people",
    ),
    action("hand_outs.unentered", Meaning.CHANGE, label="wrap_up.papers.to_unentered", icon="pen"),
    action("hand_outs.handed_over", "Ctrl+Shift+H", label="promises.hand_over.do", icon="plane"),
)
