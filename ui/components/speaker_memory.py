"""The speaker of what is typed next, until another one is chosen."""

from __future__ import annotations

from ui.components.page import Page
from ui.components.page_memory import memory


class StickySpeaker:
    """One per page and workshop; outlasts the page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def id(self) -> str | None:
        """Id of the participant, or None for nobody in particular."""
        state = self._page.session.state
        who = state.participant(str(memory(self._page).get("speaker"))) if state else None
        return who.id if who else None

    def choose(self, participant_id: object | None) -> None:
        """Make this participant the speaker, or None for nobody."""
        memory(self._page)["speaker"] = participant_id
