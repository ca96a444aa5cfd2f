"""The two buttons of every editor: to save and to cancel."""

from __future__ import annotations

from ui.widgets.action_button import ActionButton
from workshop_app.i18n import tr


def editor_buttons() -> tuple[ActionButton, ActionButton]:
    """Return the buttons to save (Enter) and to cancel (Esc); the editor handles the keys."""
    save = ActionButton(tr("widgets.editor.save"), key="Enter", kind="primary", size="small")
    cancel = ActionButton(tr("widgets.editor.cancel"), key="Esc", size="small")
    return save, cancel
