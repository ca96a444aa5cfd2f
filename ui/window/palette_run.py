"""Does what the palette was asked for: goes to the place, then triggers the action."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.binding import BoundAction, live_action
from ui.widgets.key_action import KeyAction
from ui.widgets.painted_button import PaintedButton
from ui.widgets.shortcut import Shortcut
from ui.window.page_stack import PageStack
from ui.window.palette_table import PaletteOffer
from workshop_app.i18n import language, tr
from workshop_app.services.session import Session

_WITHOUT_WORKSHOP = {"everywhere", "start", "settings", "catalogues", "paper_look"}
_ALIKE = {"Del": "Delete", "Return": "Enter"}


class Console(Protocol):
    """What is asked of the facilitator's window."""

    session: Session
    page_stack: PageStack
    private: bool

    @property
    def page_name(self) -> str:
        """The name of the page in front."""
        ...

    def window(self) -> QWidget:
        """The window itself, with all that is in it."""
        ...

    def go(self, page_name: str) -> None:
        """Show another page."""

    def toast(self, sentence: str) -> None:
        """Say in one sentence what was done."""


def may_do(console: Console, offer: PaletteOffer) -> bool:
    """Tell whether this can be asked for now: in this mode, with or without a workshop."""
    needs_workshop = offer.place not in _WITHOUT_WORKSHOP
    has_workshop = console.session.state is not None
    return (console.private or not offer.private) and (has_workshop or not needs_workshop)


def do(console: Console, offer: PaletteOffer) -> bool:
    """Do it and return True; where it cannot be done now, say so calmly and return False."""
    if offer.place not in ("everywhere", console.page_name):
        console.go(offer.place)
    page = console.page_stack.page
    if offer.section and page is not None:
        getattr(page, "show_section")(offer.section)  # noqa: B009 - of two pages, not of all
        return True
    if not offer.name:
        return True
    if offer.leads:
        console.toast(tr("palette.then", what=offer.said(language()), key=offer.key))
        return True
    bound = _bound(console.window(), page, offer)
    if bound is not None and bound.run():
        return True
    if bound is None and (
        press_key(console.window(), offer.key) or _send(console.window(), offer.key)
    ):
        return True
    console.toast(tr("palette.not_now", what=offer.said(language())))
    return False


def _bound(window: QWidget, page: QWidget | None, offer: PaletteOffer) -> BoundAction | None:
    """The action where it can be done; brings the section to the front that has it."""
    bound = live_action(window, offer.action, offer.argument)
    if bound is not None or page is None:
        return bound
    for name, section in getattr(page, "sections", {}).items():
        if any(one.definition.id == offer.action for one in section.findChildren(BoundAction)):
            getattr(page, "show_section")(name)  # noqa: B009 - of pages with sections, not of all
            break
    else:
        _lead_to_section(page, offer.key)
    return live_action(window, offer.action, offer.argument)


def press_key(window: QWidget, key: str) -> bool:
    """Do what this key does now, without the key; False where it has no effect."""
    for action in window.findChildren(KeyAction):
        if action.is_live and any(_same(one, key) for one in action.keys):
            return action.run()
    listener = _listener(window, key)
    if isinstance(listener, Shortcut):
        return listener.act()
    if listener is not None:
        listener.click()
    return listener is not None


def _listener(window: QWidget, key: str) -> Shortcut | PaintedButton | None:
    for shortcut in window.findChildren(Shortcut):
        if shortcut.live and _same(shortcut.key_text, key):
            return shortcut
    for button in window.findChildren(PaintedButton):
        if button.key and _same(button.key, key) and button.isVisible() and button.isEnabled():
            return button
    return None


def _send(window: QWidget, key: str) -> bool:
    sequence = QKeySequence.fromString(key)
    if sequence.isEmpty():
        return False
    combination = sequence[0]  # pyright: ignore[reportIndexIssue] - Qt's own operator
    target = QApplication.focusWidget() or window
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        combination.key(),
        combination.keyboardModifiers() or Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def _lead_to_section(page: QWidget, key: str) -> None:
    """Bring the first section of a page to the front in which a key has its place."""
    for name, section in getattr(page, "sections", {}).items():
        keys = [shortcut.key_text for shortcut in section.findChildren(Shortcut)]
        keys += [button.key for button in section.findChildren(PaintedButton) if button.key]
        if any(_same(one, key) for one in keys):
            getattr(page, "show_section")(name)  # noqa: B009 - of pages with sections, not of all
            return


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(key: str) -> str:
    return "+".join(_ALIKE.get(part, part) for part in key.split("+"))
