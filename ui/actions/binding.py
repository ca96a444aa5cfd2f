"""Binds declared actions to what they do: a QAction for each thing that can be asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.actions.action_def import ActionDef
from ui.actions.table import find
from ui.widgets.key_action import KeyAction
from workshop_app.i18n import tr


class BoundAction(KeyAction):
    """A declared action that a part of the window does.

    Its text is the label of the declaration, or the words of the cheat sheet; the part that binds
    it keeps text and ``enabled`` true. ``argument`` says which one of a pair, of several, or of
    the numbers it is.
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
        """Whether menus show it: it has words, and a widget that carries it is visible."""
        carriers = (one for one in self.associatedObjects() if isinstance(one, QWidget))
        return bool(self.text()) and any(one.isVisible() for one in carriers)

    def retranslate(self) -> None:
        """Show the declared words in the language in force; other words stay as they were set."""
        if self.argument is None and self.text() == self._declared:
            self._declared = tr(self.definition.label or self.definition.words)
            self.setText(self._declared)


def bind(
    owner: QWidget,
    action_id: str,
    then: Callable[[], object],
    *,
    on_button: bool = False,
    listens: bool = True,
) -> BoundAction:
    """Bind an action that has no argument, and return it; raises KeyError for an unknown id.

    Its keys work while ``owner`` is visible and enabled; ``on_button`` instead leaves them to the
    buttons that are given the action (``ActionButton(action=…)``), so that they work while one of
    those is. Without ``listens`` the keys are only shown, since a widget handles them.
    """
    bound = BoundAction(owner, find(action_id), then, listens=listens)
    if not on_button:
        owner.addAction(bound)
    return bound


def bind_each(
    owner: QWidget,
    action_id: str,
    then: Callable[[int], object],
    *,
    on_button: bool = False,
    listens: bool = True,
    last: int | None = None,
) -> tuple[BoundAction, ...]:
    """Bind an action that has an argument: one for each, in order; raises KeyError.

    ``then`` gets -1 or 1 of a pair, the place of the key where each has its own, or the number.
    ``last`` binds fewer numbers than are declared.
    """
    definition = find(action_id)
    arguments = [one for one in definition.arguments() if one is not None]
    if last is not None:
        arguments = [one for one in arguments if one <= last]

    def made(argument: int) -> BoundAction:
        def run() -> object:
            return then(argument)

        return BoundAction(owner, definition, run, argument, listens=listens)

    bound = tuple(made(argument) for argument in arguments)
    if not on_button:
        for one in bound:
            owner.addAction(one)
    return bound


def live_action(root: QWidget, action_id: str, argument: int | None = None) -> BoundAction | None:
    """Return the bound action below ``root`` that can be done now, or None."""
    for bound in root.findChildren(BoundAction):
        if bound.definition.id == action_id and bound.argument == argument and bound.is_live:
            return bound
    return None
