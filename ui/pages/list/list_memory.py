"""What the page keeps when it is built again, as for another mode or language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ui.components.page import WindowApi
from ui.pages.list.silent_writing import SilentWriting
from workshop_app.services.commands.workshops import SwitchList


@dataclass(frozen=True)
class Begun:
    """Work that was not done yet: the words that correct a problem, or pasted lines.

    ``held`` lines are for the inbox, and are shown in private mode alone.
    """

    problem_id: str = ""
    words: str = ""
    of_row: bool = False
    lines: tuple[str, ...] = ()
    held: bool = False


class ListMemory:
    """``values`` gives what outlasts the page; what must outlast the program is in the workshop."""

    def __init__(self, values: Callable[[], dict[str, Any]], api: WindowApi) -> None:
        self._values = values
        self._api = api

    @property
    def mode(self) -> str:
        """What is in front: ``list``, ``writing``, or the name of a shelf."""
        return self._values().get("mode", "list")

    @mode.setter
    def mode(self, mode: str) -> None:
        self._values()["mode"] = mode

    @property
    def later(self) -> bool:
        """Whether the room sees only how many problems there are."""
        state = self._api.session.state
        return state is not None and state.workshop.shown_later

    @property
    def holding(self) -> bool:
        """Whether what is typed next goes to the inbox."""
        state = self._api.session.state
        return state is not None and state.workshop.holding

    def hold(self, holding: bool) -> None:
        """From now on what is typed goes to the inbox, or not."""
        state = self._api.session.state
        if state is not None and holding != state.workshop.holding:
            self._api.execute(SwitchList(state.workshop.id, "holding", holding))

    @property
    def begun(self) -> Begun | None:
        """The correction or the pasted lines that were in front when the page went."""
        return self._values().get("begun")

    @begun.setter
    def begun(self, begun: Begun | None) -> None:
        self._values()["begun"] = begun

    @property
    def sheet(self) -> int:
        """The worksheet from which one types; 0 for none."""
        return self._values().get("sheet", 0)

    @sheet.setter
    def sheet(self, sheet: int) -> None:
        self._values()["sheet"] = max(0, sheet)

    @property
    def writing(self) -> SilentWriting:
        """The silent writing of this workshop."""
        return self._values().setdefault("writing", SilentWriting())
