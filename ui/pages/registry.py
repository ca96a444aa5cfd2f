"""All pages by name. A page's module is imported when it is first shown and registers itself."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from ui.pages.base import Page
from workshop_app.domain.steps import Step

_P = TypeVar("_P", bound=Page)


@dataclass(frozen=True)
class Entry:
    """A page that can be shown. Its words are ``steps.name.<name>`` or ``frame.place.<name>``."""

    name: str
    icon: str = "circle"
    step: Step | None = None
    in_rail: bool = False
    private_only: bool = False
    module: str = ""

    def load(self) -> type[Page]:
        """The page's class; imports its module."""
        if self.name not in _classes:
            import_module(self.module or f"ui.pages.{self.name}")
        return _classes[self.name]


_PLACES = (
    Entry("start", "home", in_rail=True),
    Entry("catalogue", "book", in_rail=True),
    Entry("settings", "sliders", in_rail=True),
    Entry("catalogues", "book", private_only=True),
    Entry("paper_look", "document"),
    Entry("keys", "keyboard"),
    Entry("setup", "server"),
    Entry("hand_outs", "document"),
    Entry("preview", "document"),
)
_classes: dict[str, type[Page]] = {}
_entries: dict[str, Entry] = {
    entry.name: entry for entry in (*(Entry(step.value, step=step) for step in Step), *_PLACES)
}


def page(cls: type[_P]) -> type[_P]:
    """Class decorator by which a page registers itself under its ``NAME``."""
    _classes[cls.NAME] = cls
    return cls


def add(entry: Entry) -> None:
    """Make another page known, one that is neither a step nor a place of the start page."""
    _entries[entry.name] = entry


def find(name: str) -> Entry:
    """The page of that name; raises ``KeyError``."""
    return _entries[name]


def steps() -> tuple[Entry, ...]:
    """The pages of the guided session, in order."""
    return tuple(_entries[step.value] for step in Step)


def places(private: bool) -> tuple[Entry, ...]:
    """The pages in the rail of the start page; those with others' names in private mode only."""
    rail = (entry for entry in _entries.values() if entry.in_rail)
    return tuple(entry for entry in rail if private or not entry.private_only)
