"""Which documents are picked, by name: kept in the settings for the next time."""

from __future__ import annotations

from exports.registry import DOCUMENTS, FILES, PAPERS
from ui.components.page import WindowApi
from workshop_app.i18n import tr

GROUP = "files"
READERS = ("customer", "internal")
_PRIVATE = ("record", "workshop_full")


class PapersPicked:
    """The files for other programs are one choice; what holds private notes is for private mode."""

    def __init__(self, api: WindowApi, private: bool) -> None:
        self._api = api
        by_reader = [name for reader in READERS for name in PAPERS if reader_of(name) == reader]
        self.choices = (*by_reader, GROUP, *(_PRIVATE if private else ()))

    @property
    def names(self) -> tuple[str, ...]:
        """The documents to be written, in order."""
        picked = [name for name in self.choices if self.is_picked(name)]
        names = [name for each in picked for name in (FILES if each == GROUP else (each,))]
        return tuple(name for name in names if self.is_for(name))

    def is_picked(self, name: str) -> bool:
        """Whether a choice is on; what it names may still be for other readers."""
        return name not in self._api.settings.papers_left_out

    def is_for(self, name: str) -> bool:
        """Whether a choice is for the readers that papers are made for."""
        wanted = self._api.settings.papers_for
        return name == GROUP or wanted in ("both", reader_of(name))

    def pick(self, name: str, on: bool) -> None:
        """Switch a choice."""
        others = [each for each in self._api.settings.papers_left_out if each != name]
        left_out = tuple(others if on else [*others, name])
        self._api.save_setting(papers_left_out=left_out)


def reader_of(name: str) -> str:
    """Who a document is for."""
    return "internal" if DOCUMENTS[name].internal else "customer"


def title_of(name: str) -> str:
    """A choice in words."""
    return tr("wrap_up.papers.files" if name == GROUP else f"papers.name.{name}")
