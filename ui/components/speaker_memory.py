"""The speaker of the next entries, until another one is chosen."""

from __future__ import annotations

from ui.components.page import Page
from ui.components.page_memory import memory


class StickySpeaker:
    """One per page and workshop; survives the page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def id(self) -> str | None:
        """Id of the participant, or None for no speaker."""
        state = self._page.session.state
        who = state.participant(str(memory(self._page).get("speaker"))) if state else None
        return who.id if who else None

    def choose(self, participant_id: object | None) -> None:
        """Select a participant as the speaker, or None."""
        memory(self._page)["speaker"] = participant_id
