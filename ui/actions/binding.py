"""Binds declared actions to their effects, with one QAction for each possible argument."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.actions.action_def import ActionDef
from ui.actions.table import find
from ui.widgets.action_button import ActionButton
from ui.widgets.key_action import KeyAction
from workshop_app.i18n import tr


class BoundAction(KeyAction):
    """A declared action with its effect in a part of the window.

    Its text is the label of the declaration, or the text of the cheat sheet, unless what the page
    offers says another one. ``argument`` is its direction, index or number, if it has one.
    """

    def __init__(
        self,
        owner: QWidget,
        definition: ActionDef,
        then: Callable[[], object],
        argument: int | None = None,
        *,
        listens: bool = True,
    ) -> None:
        keys = definition.keys_for(argument)
        super().__init__(keys, then, owner, listens=listens)
        self.owner = owner
        self.definition = definition
        self.argument = argument
        self._declared = ""
        self.retranslate()
        self.setObjectName(definition.id)

    @property
    def icon_name(self) -> str:
        """The name of its icon; empty for none."""
        return self.definition.icon

    @property
    def is_offered(self) -> bool:
        """Whether menus show it: it has a text, and a widget with the action is visible."""
        carriers = (one for one in self.associatedObjects() if isinstance(one, QWidget))
        return bool(self.text()) and any(one.isVisible() for one in carriers)

    def show_offered(self, text: str, *, enabled: bool, reason: str) -> None:
        """Show how it is offered at present; without a text it has the declared one, if any."""
        self.reason = reason
        self.setText(text or self._declared)
        self.setEnabled(enabled)

    def shown_button(self) -> QAbstractButton | None:
        """Return a visible button that triggers it, or None."""
        buttons = (one for one in self.associatedObjects() if isinstance(one, QAbstractButton))
        return next((one for one in buttons if one.isVisible()), None)

    def place(self, otherwise: QWidget) -> QWidget:
        """Return the button that is seen, or the bar that has it in its list, or `otherwise`."""
        buttons = [one for one in self.associatedObjects() if isinstance(one, QAbstractButton)]
        bars = (one.parentWidget() for one in buttons)
        seen = (one for one in (*buttons, *bars) if one is not None and one.isVisible())
        return next(seen, otherwise)

    def focus_button(self) -> None:
        """Give the focus to a button that triggers it, if the foot bar shows one."""
        for one in self.associatedObjects():
            if isinstance(one, QAbstractButton):
                one.setFocus()

    def retranslate(self) -> None:
        """Show the declared text in the current language; other texts are unchanged."""
        if self.argument is None and self.text() == self._declared:
            self._declared = tr(self.definition.short_words)
            self.setText(self._declared)


def bind(
    owner: QWidget, action_id: str, then: Callable[[], object], *, listens: bool = True
) -> BoundAction:
    """Bind an action that has no argument, and return it; raises KeyError for an unknown id.

    Its keys work while ``owner`` is visible and enabled. Without ``listens`` the keys are only
    shown, since a widget handles them.
    """
    bound = bind_button(owner, action_id, then, listens=listens)
    owner.addAction(bound)
    return bound


def bind_button(
    owner: QWidget, action_id: str, then: Callable[[], object], *, listens: bool = True
) -> BoundAction:
    """Bind an action whose keys work while a button with it (``ActionButton(action=…)``) does."""
    return BoundAction(owner, find(action_id), then, listens=listens)


def bind_all(
    owner: QWidget, effects: Mapping[str, Callable[[], object]], *, buttons: bool = False
) -> dict[str, BoundAction]:
    """Bind actions by their ids as `bind` does, or as `bind_button` for ``buttons``."""
    how = bind_button if buttons else bind
    return {action_id: how(owner, action_id, then) for action_id, then in effects.items()}


def button_for(
    owner: QWidget,
    action_id: str,
    then: Callable[[], object],
    *,
    kind: str = "secondary",
    size: str = "normal",
) -> ActionButton:
    """Bind an action and return a button with it."""
    return ActionButton(kind=kind, size=size, action=bind_button(owner, action_id, then))


def bind_each(
    owner: QWidget,
    action_id: str,
    then: Callable[[int], object],
    *,
    listens: bool = True,
    last: int | None = None,
) -> tuple[BoundAction, ...]:
    """Bind an action that has an argument: one for each, in order; raises KeyError.

    ``then`` gets -1 or 1 of a pair, the index of the key if each has its own effect, or the number.
    ``last`` binds fewer numbers than are declared.
    """
    bound = bind_buttons(owner, action_id, then, listens=listens, last=last)
    owner.addActions(bound)
    return bound


def bind_buttons(
    owner: QWidget,
    action_id: str,
    then: Callable[[int], object],
    *,
    listens: bool = True,
    last: int | None = None,
) -> tuple[BoundAction, ...]:
    """Bind an action that has an argument as `bind_each` does, for buttons."""
    definition = find(action_id)
    return tuple(
        BoundAction(owner, definition, partial(then, each), each, listens=listens)
        for each in definition.arguments()
        if each is not None and (last is None or each <= last)
    )


def live_action(root: QWidget, action_id: str, argument: int | None = None) -> BoundAction | None:
    """Return the bound action below ``root`` that is enabled at present, or None."""
    for bound in root.findChildren(BoundAction):
        if bound.definition.id == action_id and bound.argument == argument and bound.is_live:
            return bound
    return None
