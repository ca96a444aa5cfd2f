"""Actions on the requests of all workshops."""

from __future__ import annotations

from ui.actions.action_def import action, numbered
from ui.actions.meanings import Meaning

ACTIONS = (
    numbered("requests.show", "Alt+{n}", last=8, private_only=True),
    action("requests.news", Meaning.NEW, label="requests.news.do", icon="pen", private_only=True),
    action(
        "requests.change", Meaning.CHANGE, label="requests.change.do", icon="pen", private_only=True
    ),
    action(
        "requests.remove",
        Meaning.TAKE_BACK,
        label="requests.remove.do",
        icon="close",
        private_only=True,
    ),
    action(
        "requests.file",
        "Ctrl+Shift+O",
        label="requests.answers.open",
        icon="upload",
        private_only=True,
    ),
    action(
        "requests.export",
        "Ctrl+Shift+E",
        label="requests.export.do",
        icon="download",
        private_only=True,
    ),
    action(
        "requests.encrypted",
        Meaning.INPUT,
        label="requests.export.encrypted",
        icon="lock",
        private_only=True,
    ),
    action(
        "requests.names",
        Meaning.NAMED,
        label="requests.names.show",
        icon="eye",
        private_only=True,
    ),
    action(
        "requests.accept",
        Meaning.ACCEPT,
        label="requests.answered.do",
        icon="book",
        private_only=True,
    ),
    action(
        "requests.told", "Ctrl+Shift+H", label="requests.told.do", icon="check", private_only=True
    ),
    action(
        "requests.open",
        Meaning.DETAILS,
        label="requests.open.do",
        icon="arrow-right",
        private_only=True,
    ),
)
