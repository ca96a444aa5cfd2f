"""Which documents an export writes; the selection is saved in the settings."""

from __future__ import annotations

from exports.registry import ALL_PAPERS, DOCUMENTS, FILES, PRIVATE, RECIPIENTS
from ui.components.page_memory import memory_of
from ui.components.papers.export_options import export_options
from ui.components.window_api import WindowApi
from workshop_app.domain.facts.requests import in_dossier, promise_of
from workshop_app.domain.promises import UNDECIDED
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

FILES_CHOICE = "files"
"""The choice that stands for all files for other programs."""


def choices(*, private: bool) -> tuple[str, ...]:
    """Return the names of all choices in order; documents with private notes in private mode."""
    offered = [name for name in ALL_PAPERS if not DOCUMENTS[name].private]
    papers = (name for each in RECIPIENTS for name in offered if DOCUMENTS[name].recipient == each)
    return (*papers, FILES_CHOICE, *(PRIVATE if private else ()))


def viewable_papers(state: WorkshopState | None = None, *, private: bool) -> tuple[str, ...]:
    """Return the names of the papers that can be previewed; internal ones in private mode only.

    For a workshop these are the ones with pages; without one, all possible ones.
    """
    papers = (name for name in ALL_PAPERS if private or not DOCUMENTS[name].internal)
    return tuple(name for name in papers if state is None or DOCUMENTS[name].is_offered(state))


def title_of(name: str) -> str:
    """Return the text of a choice."""
    return tr("wrap_up.papers.files" if name == FILES_CHOICE else DOCUMENTS[name].title_key)


class PaperSelection:
    """The documents selected for export, in the settings of the window behind `api`.

    The files for other programs are one choice. If papers can be requested (`asks`), a single
    requested one replaces the selection until it is forgotten, and the settings are unchanged.
    """

    def __init__(self, api: WindowApi, private: bool, *, asks: bool = False) -> None:
        self._api = api
        self._asks = asks
        self.choices = choices(private=private)

    def ask_for(self, name: str) -> None:
        """Select one document of the open workshop alone."""
        others = tuple(each for each in self.choices if each != name)
        self._asked["left_out"] = others

    def forget_asked(self) -> None:
        """Select the documents of the settings again."""
        self._asked.clear()

    @property
    def _asked(self) -> dict[str, object]:
        return memory_of(self._api, "asked_papers") if self._asks else {}

    @property
    def _left_out(self) -> tuple[str, ...]:
        found = self._asked.get("left_out", self._api.settings.papers_left_out)
        return found if isinstance(found, tuple) else ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the documents to be written, in order."""
        selected = [name for name in self.choices if self.is_selected(name)]
        names = [name for each in selected for name in (FILES if each == FILES_CHOICE else (each,))]
        return tuple(name for name in names if self.is_offered(name))

    def is_selected(self, name: str) -> bool:
        """Return whether a choice is on; one that says nothing new only if it was chosen here."""
        state = self._api.session.state
        if self._asked or state is None or not _says_nothing(state, name):
            return name not in self._left_out
        return name in export_options(self._api).anyway

    def is_offered(self, name: str) -> bool:
        """Return whether the document applies to the open workshop."""
        state = self._api.session.state
        return name == FILES_CHOICE or state is None or DOCUMENTS[name].is_offered(state)

    def select(self, name: str, on: bool) -> None:
        """Switch a choice on or off, and save it unless a single document was requested."""
        state = self._api.session.state
        if not self._asked and state is not None and _says_nothing(state, name):
            (set.add if on else set.discard)(export_options(self._api).anyway, name)
            return
        others = [each for each in self._left_out if each != name]
        left_out = tuple(others if on else [*others, name])
        if self._asked:
            self._asked["left_out"] = left_out
        else:
            self._api.save_setting(papers_left_out=left_out)


FOR_THE_START = ("agenda", "worksheets")
"""The papers that are used at the start of a workshop."""


def _says_nothing(state: WorkshopState, name: str) -> bool:
    """Return whether a paper is too late, or has nothing to say.

    Agenda and worksheets are for before the workshop, and the dossier for requests on which nothing
    is decided.
    """
    if name in FOR_THE_START:
        return bool(state.cards or state.actions)
    undecided = (
        promise_of(contact, each) in UNDECIDED
        for contact in state.all_before
        for each in contact.requests
    )
    return name == "dossier" and not (in_dossier(state) or any(undecided))
