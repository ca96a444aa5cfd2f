"""Runs an item of the palette: goes to its place, then triggers the action."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, live_action
from ui.components import places
from ui.window.frame_api import FrameApi
from ui.window.palette_table import PaletteOffer
from workshop_app.i18n import language, tr

PRIMARY = "everywhere.primary"
"""The action of the primary button in the foot bar; the page supplies its text."""


def may_do(window: FrameApi, offer: PaletteOffer) -> bool:
    """Return whether an item is available now: in this mode, with or without a workshop."""
    needs_workshop = offer.place != "everywhere" and places.find(offer.place).needs_workshop
    has_workshop = window.session.state is not None
    of_last_time = "last_time" in (offer.place, offer.name)
    state = window.session.state
    if of_last_time and (state is None or state.before is None):
        return False
    return (window.private or not offer.private) and (has_workshop or not needs_workshop)


def do(window: FrameApi, offer: PaletteOffer) -> bool:
    """Run an item and return True; if it is unavailable, show a message and return False."""
    if offer.place not in ("everywhere", window.page_name):
        window.go(offer.place)
    page = window.page_stack.page
    if offer.section and page is not None:
        getattr(page, "show_section")(offer.section)  # noqa: B009 - of two pages, not of all
        return True
    if not offer.name:
        return True
    if offer.leads:
        window.toast(tr("palette.then", what=offer.said(language()), key=offer.key))
        return True
    if offer.action == PRIMARY:
        button = window.foot.primary
        if button is not None and button.isEnabled():
            button.click()
            return True
    bound = _bound(window.window(), page, offer)
    if bound is not None and bound.run():
        return True
    window.toast(tr("palette.not_now", what=offer.said(language())))
    return False


def _bound(window: QWidget, page: QWidget | None, offer: PaletteOffer) -> BoundAction | None:
    """Return the action if it is available, after showing the section that contains it."""
    bound = live_action(window, offer.action, offer.argument)
    if bound is not None or page is None:
        return bound
    for name, section in getattr(page, "sections", {}).items():
        if any(one.definition.id == offer.action for one in section.findChildren(BoundAction)):
            getattr(page, "show_section")(name)  # noqa: B009 - of pages with sections, not of all
            break
    return live_action(window, offer.action, offer.argument)
