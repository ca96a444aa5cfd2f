"""How papers may leave: what was chosen while the window is open, never on disk."""

from __future__ import annotations

from typing import cast

from exports.protected import Guard
from ui.components.page import WindowApi
from ui.components.page_memory import memory_of
from workshop_app.domain.state import WorkshopState
from workshop_app.services.queries import other_customers

PLACE = "papers"
MASKED, RELEASED = "masked", "released"


class ExportOptions:
    """The choices of one workshop; pages that are built anew find them again."""

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def language(self, state: WorkshopState) -> str:
        """The language of the papers: as chosen, else that of the workshop."""
        return str(self.kept.get("language", state.workshop.language))

    def anonymous(self, state: WorkshopState) -> bool:
        """Whether people are called by codes: as chosen, else as the workshop was held."""
        return bool(self.kept.get("anonymous", state.workshop.anonymous))

    @property
    def names_customer(self) -> bool:
        """Whether papers for the house name the customer."""
        return bool(self.kept.get("name_customer", False))

    @property
    def password(self) -> str:
        """What opens the PDFs; empty for none."""
        return str(self.kept.get("password", ""))

    @property
    def decided(self) -> dict[str, str]:
        """What was decided about protected terms: masked or released."""
        return cast("dict[str, str]", self.kept.setdefault("decided", {}))

    @property
    def kept(self) -> dict[str, object]:
        """All of it by name; changed by those who let somebody choose."""
        return memory_of(self._api, PLACE)

    def guard(self, state: WorkshopState) -> Guard:
        """Return what the papers must not hold, and what was decided about it."""
        decided = self.decided
        return Guard(
            others=other_customers(self._api.session.store, state.customer.id),
            masked=tuple(text for text, what in decided.items() if what == MASKED),
            released=tuple(text for text, what in decided.items() if what == RELEASED),
            anonymous=self.anonymous(state),
        )
