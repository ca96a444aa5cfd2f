"""Who says what is typed next: it stays until another is chosen."""

from __future__ import annotations

from ui.components.page import Page
from ui.components.page_memory import memory


class StickySpeaker:
    """One per page; outlasts the page when it is built again."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def id(self) -> str | None:
        """The participant, or None for nobody in particular."""
        state = self._page.session.state
        who = state.participant(str(memory(self._page).get("speaker"))) if state else None
        return who.id if who else None

    def choose(self, participant_id: object | None) -> None:
        """From now on this one is speaking."""
        memory(self._page)["speaker"] = participant_id
