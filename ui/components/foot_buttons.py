"""Makes the widgets of a page's foot bar of what the page offers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.actions.offered import Beside, FootArea, Key, Offered, Offers
from ui.components.window_api import WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState

_OWN = Qt.FindChildOption.FindDirectChildrenOnly
_INNER = Qt.FindChildOption.FindChildrenRecursively


class FootContent(NamedTuple):
    """The content of the foot bar: ways and texts at the left, the range, one primary button."""

    left: Sequence[QWidget] = ()
    right: Sequence[QWidget] = ()
    primary: ActionButton | None = None

    def widgets(self) -> tuple[QWidget, ...]:
        """All widgets, from left to right."""
        primary = () if self.primary is None else (self.primary,)
        return (*self.left, *self.right, *primary)


class Offering(QWidget):
    """A page, or a section, view or panel of it, that offers actions."""

    HAS_FOOT: ClassVar[bool] = False
    """Whether the foot bar shows only what this part offers, while it is shown."""
    api: WindowApi

    def __init__(self) -> None:
        super().__init__()
        self.foot_widgets: dict[str, QWidget] = {}
        """Widgets that ``offered`` names, other than buttons and texts."""

    @property
    def state(self) -> WorkshopState:
        """The open workshop; raises RuntimeError if none is open."""
        return self.api.session.open_state

    def offered(self) -> Offers:
        """Return what is offered at present; changes nothing.

        From it follow the foot bar, and the texts and states of actions in menus, on buttons, and
        of their keys. The primary button of a section replaces that of the page.
        """
        return {}


class _Note(QWidget):
    """A text, with an icon if there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("no-network")
        self._text = Text("body-quiet", wrap=False)
        row(self, self._icon, self._text, gap=10)

    def show_words(self, icon: str, text: str) -> None:
        """Show an icon, or none if it is empty, and a text."""
        if icon:
            self._icon.set_icon(icon)
        self._icon.setVisible(bool(icon))
        self._text.setText(text)


class FootButtons:
    """Shows what the parts of a page offer in their bound actions, and returns their buttons.

    Each button is made once. It belongs to the page, and is hidden until the foot bar shows it.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._bound: dict[tuple[Offering, Key], list[BoundAction]] = {}
        self._widgets: dict[tuple[Offering, Key], QWidget] = {}

    def content(self, offers: Sequence[tuple[Offering, Offers]]) -> FootContent:
        """Show the texts and states that are offered, and return the content of the foot bar.

        Of several primary buttons the last one is shown. The ways of a part of the page stand
        before those of the page.
        """
        alone = [part for part, _ in offers if part.HAS_FOOT][-1:]
        found: dict[FootArea, list[QWidget]] = {area: [] for area in FootArea}
        ways: list[QWidget] = []
        for part, offered in offers:
            found[FootArea.LEFT] = []
            for key, one in offered.items():
                if isinstance(one, Offered):
                    self._show(part, key, one)
                if one.area is not FootArea.NONE and (not alone or part in alone):
                    found[one.area].append(self._widget(part, key, one))
            ways = [*found[FootArea.LEFT], *ways]
        buttons = [one for one in found[FootArea.PRIMARY] if isinstance(one, ActionButton)]
        primary = buttons[-1] if buttons else None
        for way in ways:
            if isinstance(way, ActionButton):
                way.set_kind("way")
        return FootContent(ways, found[FootArea.RIGHT], primary)

    def _button(self, part: Offering, key: Key, shown_key: str) -> ActionButton:
        if (part, key) not in self._widgets:
            action = self._actions(part, key)[0]
            self._add((part, key), ActionButton(key=shown_key or None, action=action))
        button = self._widgets[part, key]
        if not isinstance(button, ActionButton):
            raise TypeError(key)
        return button

    def _widget(self, part: Offering, key: Key, one: Offered | Beside) -> QWidget:
        if isinstance(one, Offered):
            button = self._button(part, key, one.key)
            if one.area is FootArea.PRIMARY:
                button.set_kind("primary" if one.filled else "secondary")
            declared = button.action.icon_name if button.action is not None else ""
            button.set_icon((declared or None) if one.icon == "" else one.icon)
            button.set_alternatives(one.alternatives)
            return button
        if not one.text:
            return part.foot_widgets[str(key)]
        widget = self._widgets.get((part, key))
        if widget is None:
            widget = self._add((part, key), _Note())
        if isinstance(widget, _Note):
            widget.show_words(one.icon, one.text)
        return widget

    def _add(self, made: tuple[Offering, Key], widget: QWidget) -> QWidget:
        widget.setParent(self._page)
        widget.hide()
        self._widgets[made] = widget
        return widget

    def _show(self, part: Offering, key: Key, one: Offered) -> None:
        for bound in self._actions(part, key):
            bound.show_offered(one.text, enabled=one.enabled, reason=one.reason)

    def _actions(self, part: Offering, key: Key) -> list[BoundAction]:
        """Return the bound actions of a part or else the page; raises KeyError if there is none.

        An action that several lists bind, such as one of their rows, is offered alike by all.
        """
        if (part, key) not in self._bound:
            action_id, argument = (key, None) if isinstance(key, str) else key
            for owner, options in product((part, self._page), (_OWN, _INNER)):
                found = owner.findChildren(BoundAction, action_id, options)
                bound = [one for one in found if one.argument == argument]
                if bound:
                    break
            else:
                raise KeyError(key)
            self._bound[part, key] = bound
        return self._bound[part, key]
