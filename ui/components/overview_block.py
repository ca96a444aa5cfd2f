"""A block of an overview: the content of a section of the page, and a link to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.components.pieces import Piece, PieceView
from ui.widgets.action_button import ActionButton
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text


class OverviewBlock(Sheet):
    """Texts below a heading with a button.

    ``section`` is the section's name, ``to`` is the text of the button that leads there.
    """

    def __init__(self, section: str, to: str) -> None:
        super().__init__(padding=14, spacing=4)
        self._heading = Text("section", "")
        self.button = ActionButton(to, kind="quiet", size="small")
        self.pieces = PieceView(section)
        self.pieces.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.button)
        self.content.addLayout(head)
        self.content.addWidget(self.pieces, 1)

    def show_block(self, heading: str, pieces: Sequence[Piece] = ()) -> None:
        """Show the heading and the content of the section."""
        self._heading.setText(heading)
        self.pieces.show_pieces(pieces)
