"""The speaker of the next entries, until another one is chosen."""

from __future__ import annotations

from ui.components.page import Page
from ui.forms.unsent import Slot


class StickySpeaker:
    """One per page and workshop; survives the page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def id(self) -> str | None:
        """Id of the participant, or None for no speaker."""
        state = self._page.session.state
        chosen = self._page.api.unsent.parts(self._slot).get("", "")
        who = state.participant(chosen) if state else None
        return who.id if who else None

    def choose(self, participant_id: object | None) -> None:
        """Select a participant as the speaker, or None."""
        self._page.api.unsent.put(self._slot, {"": str(participant_id or "")}, begun=False)
        self._page.api.unsent.touched()

    @property
    def _slot(self) -> Slot:
        return Slot(self._page.session.workshop_id or "", self._page.NAME, "speaker")
