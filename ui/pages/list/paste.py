"""Pasted lines: looked at first, then added as problems."""

from __future__ import annotations

from typing import Protocol

from ui.components.clipboard_lines import clipboard_text, paste_lines
from ui.components.page import WindowApi
from ui.components.speaker_memory import StickySpeaker
from ui.components.timestamps import now
from ui.pages.list.board import Board
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblems


class Room(Protocol):
    """What the page knows of who sees it."""

    @property
    def unseen(self) -> bool:
        """Whether this window is what the room sees, and is to show no problem yet."""
        ...

    @property
    def holding(self) -> bool:
        """Whether what is added goes to the inbox."""
        ...


class Pasting:
    """Shows the lines on the board, and adds those that are ticked."""

    def __init__(self, api: WindowApi, board: Board, speaker: StickySpeaker, room: Room) -> None:
        self._api, self._board, self._speaker, self._room = api, board, speaker, room
        board.words.entry.pasted_lines.connect(self.show)
        board.preview.accepted.connect(self._add)

    def show_clipboard(self) -> None:
        """Show what the clipboard would become."""
        self.show(clipboard_text())

    def show(self, text: str) -> None:
        """Show what a text would become, line by line."""
        state = self._api.session.state
        lines = paste_lines(text, state)
        if not lines:
            self._api.toast(tr("paste.nothing"))
            return
        self._board.speakers.for_next(self._speaker.id)
        self._board.preview.show_lines(lines, unseen=self._room.unseen)
        self._board.show_body(len(state.listed) if state else 0, unseen=self._room.unseen)

    def _add(self, lines: object) -> None:
        words = lines if isinstance(lines, tuple) else ()
        held = self._room.holding
        command = AddProblems(words, speaker_id=self._speaker.id, heard_at=now(), held=held)
        done = self._api.execute(command)
        if done is not None:
            self._board.preview.added()
            if isinstance(done.result, tuple) and done.result:
                self._board.rows.set_current(done.result[-1])
            self._api.toast(tr("paste.done", n=len(words)), undo=True)
