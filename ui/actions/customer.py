"""Actions on the page of a customer over time."""

from __future__ import annotations

from ui.actions.action_def import action, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    pair("customer.section", "PgUp", "PgDown", private_only=True),
    action("customer.add", "Ctrl+N", label="customer.add", icon="plus", private_only=True),
    action(
        "customer.paste", "Ctrl+Shift+V", label="customer.paste", icon="paste", private_only=True
    ),
    action(
        "customer.file", "Ctrl+Shift+O", label="customer.file", icon="folder", private_only=True
    ),
    action("customer.edit", Meaning.EDIT, label="customer.edit", icon="pen", private_only=True),
    action(
        "customer.request",
        Meaning.DETAILS,
        label="last_time.requests.open",
        icon="arrow-right",
        private_only=True,
    ),
    action(
        "customer.other_way",
        Meaning.CHANGE,
        label="customer.other_way",
        icon="swap",
        private_only=True,
    ),
    action(
        "customer.follow",
        Meaning.TAKE_BACK,
        label="customer.follow",
        icon="undo",
        private_only=True,
    ),
    action(
        "customer.others", Meaning.LIST, label="customer.others", icon="building", private_only=True
    ),
    action(
        "customer.delete",
        "Shift+Delete",
        label="start.records.delete_sure",
        icon="trash",
        private_only=True,
    ),
)
