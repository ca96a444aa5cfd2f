"""Actions on the start page."""

from __future__ import annotations

from ui.actions.action_def import action, numbered
from ui.actions.meanings import Meaning

MOST_OTHERS = 3
"""How many further workshops of the day the start page offers in projected mode."""

ACTIONS = (
    action("start.begin", "Enter"),
    numbered("start.other", "Alt+{n}", last=MOST_OTHERS),
    action("start.new", "Ctrl+N", label="start.new.do"),
    action("start.sample", "Ctrl+O", label="start.sample.do"),
    action("start.second_visit", "Ctrl+Shift+R", label="start.second_visit.do"),
    action("start.rehearse", "Ctrl+Enter", label="start.first.rehearse", icon="play", page="way"),
    action("start.check", "Ctrl+T", label="start.check_screen", icon="screen"),
    action(
        "start.customer",
        Meaning.PEOPLE,
        label="start.customer",
        icon="building",
        private_only=True,
    ),
    action(
        "start.take",
        "Ctrl+Shift+O",
        label="start.take.do",
        icon="upload",
        private_only=True,
    ),
    action("start.search", "/", private_only=True),
    action("start.homework", "Ctrl+I", label="start.aside", private_only=True),
    action(
        "start.delete",
        "Shift+Delete",
        label="start.records.delete_sure",
        icon="trash",
        private_only=True,
    ),
)
