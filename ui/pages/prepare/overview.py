"""Private mode in a large window: an overview of the other sections, below customer and day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.components.overview_block import OverviewBlock
from ui.components.pieces import Piece
from ui.components.side_layout import roomy
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, row
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

_BLOCKS = ("people", "advance")
_ROOM_FOR_ALL = 900
"""Minimum height in px of a window with space below the fields of the first section."""


class PrepareOverview(QWidget):
    """The people and the list received in advance, side by side.

    ``section_requested(name)``: the button of a block was pressed.
    """

    section_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.blocks = {name: _block(name) for name in _BLOCKS}
        for name, block in self.blocks.items():
            block.button.clicked.connect(partial(self._request, name))
        row(
            self,
            *((block, 1) for block in self.blocks.values()),
            gap=theme().metrics.gap,
            around=NO_MARGINS,
        )
        theme().changed.connect(self._fit)
        if not _has_room():  # showing it here would open a separate window
            self.hide()

    def show_state(self, state: WorkshopState) -> None:
        people = state.participants
        self._show("people", tr("prepare.glance.people", n=len(people)), _people(state))
        received = [one for one in state.problems if one.source is Source.ADVANCE]
        pieces = [Piece(one.first_wording, number=str(one.number)) for one in received]
        self._show("advance", tr("prepare.glance.advance", n=len(received)), pieces)

    def _show(self, name: str, count: str, pieces: list[Piece]) -> None:
        empty = Piece(tr("prepare.glance.empty"), "body-quiet")
        heading = f"{tr(f'prepare.section.{name}')}  {count}"
        self.blocks[name].show_block(heading, pieces or [empty])

    def _request(self, name: str, _on: bool = False) -> None:
        self.section_requested.emit(name)

    def _fit(self) -> None:
        self.setVisible(_has_room())


def _has_room() -> bool:
    return roomy() and theme().height >= _ROOM_FOR_ALL


def _block(name: str) -> OverviewBlock:
    section = tr(f"prepare.section.{name}")
    return OverviewBlock(section, tr("prepare.to", section=section))


def _people(state: WorkshopState) -> list[Piece]:
    """Return each participant with job and team."""
    return [
        Piece(
            "  ".join(part for part in (who.team, who.job) if part) or "–",
            lead=texts().person(who.name, who.honorific),
        )
        for who in state.participants
    ]
