"""A tour through the whole window: every page, its sections, and what its keys open."""

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import Desk
from tests.helpers.visible import visible_widgets
from ui.components import places

PLACES = tuple(place.name for place in (*places.outside_steps(), *places.steps()))
"""Every page."""

PASTED = "・一つ目の行\n・二つ目の行"
"""The content of the clipboard during the tour."""

_OPENED_BY: dict[str, tuple[str, ...]] = {
    "start": ("Ctrl+T",),
    "catalogue": ("Return",),
    "setup": ("Return",),
    "prepare": ("Ctrl+Shift+V",),
    "context": ("Alt+L", "Alt+L F2", "Alt+N"),
    "list": ("F2", "Ctrl+Shift+V"),
    "sort": ("Alt+W", "Alt+S", "Alt+D", "Alt+N", "Alt+E"),
    "choose": ("Alt+X",),
    "solve": ("Alt+W", "Alt+C", "Alt+I", "Alt+T", "Alt+D", "Alt+H", "Alt+O"),
    "appraise": ("Return", "Alt+W", "Alt+V", "Alt+E", "Alt+T"),
}
"""Actions that open something in place of the page or next to it. In Choose it is the count
again.
"""


def a_round(desk: Desk, *, sections: bool = True, panels: bool = True) -> Iterator[str]:
    """Go everywhere, and yield the current place at each stop; nothing is changed.

    Each place is entered in the mode in which the tour began. Without `sections` or `panels` these
    are left out.
    """
    private = desk.window.private
    for place in PLACES:
        desk.window.set_private(private)
        desk.go(place)
        yield place
        page = desk.page
        for section in getattr(page, "sections", {}) if sections else ():
            page.show_section(section)
            desk.settle()
            yield f"{place} / {section}"
        if panels:
            _lead(desk, place)
            yield from _panels(desk, place)


def _lead(desk: Desk, place: str) -> None:
    """Select something that can be opened: answers, a theme with problems, a request."""
    state = desk.state
    records = {
        "context": state.answers[0].id,
        "sort": state.chosen[0].id,
        "appraise": state.requests[0].problem_id,
    }
    sections = {"prepare": "advance", "setup": "answers"}
    if place in sections:
        desk.page.show_section(sections[place])
        desk.settle()
    if place in records:
        desk.page.show_record(records[place])
        desk.settle()
    if place == "context":
        desk.press("Escape")


def _panels(desk: Desk, place: str) -> Iterator[str]:
    for keys in _OPENED_BY.get(place, ()):
        QGuiApplication.clipboard().setText(PASTED)
        if (place, keys) == ("solve", "Alt+O"):  # offered while nothing else is decided
            desk.page.show_record(next(p.id for p in desk.state.listed if desk.state.is_open(p)))
            desk.settle()
        closed = _looks(desk)
        for key in keys.split():
            before = _looks(desk)
            desk.press(key)
            assert _looks(desk) != before, f"{keys} opens nothing on {place}"
        yield f"{place} {keys}"
        for _ in keys.split():
            if _looks(desk) != closed:
                desk.press("Ctrl+Z" if place == "choose" else "Escape")


def _looks(desk: Desk) -> tuple[object, ...]:
    return visible_widgets(desk.window), QApplication.focusWidget()
