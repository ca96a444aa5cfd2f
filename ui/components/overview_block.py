"""A block of an overview: the content of a section of the page, and a link to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from ui.components.paragraph_view import ParagraphView
from ui.rows.row import Row
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class OverviewBlock(Sheet):
    """Texts below a heading with a button.

    ``section`` is the section's name, ``to`` is the text of the button that leads there. ``below``
    is the key of the words for the number of texts that lie below the visible ones.
    """

    def __init__(self, section: str, to: str, below: str = "") -> None:
        super().__init__(padding=14, spacing=4)
        self._heading = Text("section", "")
        self.button = ActionButton(to, kind="quiet", size="small")
        self.texts = ParagraphView("body", section)
        self.texts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._below_key = below
        self._below = Text("meta", "", wrap=False)
        self.head = row(None, (self._heading, 1), self._below, self.button, gap=10)
        if below:
            self.texts.page_changed.connect(self._show_below)
        self.content.addLayout(self.head)
        self._below.setVisible(bool(below))  # it has a parent only in the layout of the sheet
        self.content.addWidget(self.texts, 1)

    def show_block(self, heading: str, texts: Sequence[Row] = ()) -> None:
        """Show the heading and the content of the section."""
        self._heading.setText(heading)
        self.texts.show_paragraphs(texts)

    def _show_below(self) -> None:
        count = self.texts.rows_after()
        self._below.setText(tr(self._below_key, n=count) if count else "")
