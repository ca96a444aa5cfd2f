"""Export options of the open workshop; kept in memory only."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, cast

from ui.components.page import WindowApi
from ui.components.page_memory import memory_of
from workshop_app.domain.state import WorkshopState
from workshop_app.services.queries import other_customers

if TYPE_CHECKING:
    from exports.protected import Guard

MASKED = "masked"
RELEASED = "released"


class ExportOptions:
    """The options of one workshop, shared by all pages that export or preview it."""

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def language(self, state: WorkshopState) -> str:
        """Return the language of the papers: as chosen, else that of the workshop."""
        return str(self._values.get("language", state.workshop.language))

    def set_language(self, language: str) -> None:
        """Choose the language of the papers."""
        self._values["language"] = language

    def anonymous(self, state: WorkshopState) -> bool:
        """Return whether people are replaced by codes: as chosen, else as in the workshop."""
        return bool(self._values.get("anonymous", state.workshop.anonymous))

    def set_anonymous(self, on: bool) -> None:
        """Choose whether people are replaced by codes."""
        self._values["anonymous"] = on

    @property
    def names_customer(self) -> bool:
        """Whether internal papers name the customer."""
        return bool(self._values.get("names_customer", False))

    @names_customer.setter
    def names_customer(self, on: bool) -> None:
        self._values["names_customer"] = on

    @property
    def password(self) -> str:
        """The password that opens the PDFs; empty for none."""
        return str(self._values.get("password", ""))

    @password.setter
    def password(self, password: str) -> None:
        self._values["password"] = password

    @property
    def decisions(self) -> dict[str, str]:
        """The decision on each protected term that was found: `MASKED` or `RELEASED`."""
        return cast("dict[str, str]", self._values.setdefault("decisions", {}))

    @property
    def previewed(self) -> str:
        """The name of the paper previewed last; initially the summary."""
        return str(self._values.get("previewed", "summary"))

    @previewed.setter
    def previewed(self, name: str) -> None:
        self._values["previewed"] = name

    @property
    def previewed_reader(self) -> str:
        """The code of the participant whose pages the next preview begins with, or empty."""
        return str(self._values.get("previewed_reader", ""))

    @previewed_reader.setter
    def previewed_reader(self, code: str) -> None:
        self._values["previewed_reader"] = code

    def guard(self, state: WorkshopState) -> Guard:
        """Return what the papers must not contain, and the decisions about it."""
        from exports.protected import Guard  # on use: it knows the files of a set-up

        decisions = self.decisions
        return Guard(
            others=other_customers(self._api.session, state.customer.id),
            masked=tuple(text for text, what in decisions.items() if what == MASKED),
            released=tuple(text for text, what in decisions.items() if what == RELEASED),
            anonymous=self.anonymous(state),
        )

    @property
    def _values(self) -> MutableMapping[str, object]:
        return memory_of(self._api, "export_options")
