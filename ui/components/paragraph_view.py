"""A text to read, paragraph by paragraph and page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt

from ui.rows.cells import Cell, Icon, Number
from ui.rows.row import Line, Row
from ui.rows.style import prose
from ui.rows.view import RowsView


def paragraph(
    row_id: str,
    text: str,
    heading: str = "",
    *,
    number: str = "",
    icon: str = "",
    typed: bool = False,
) -> Row:
    """Return a text below a small ``heading``, with a number or an icon before it.

    ``typed`` means text that users type elsewhere, in a monospaced font.
    """
    before: tuple[Cell, ...] = (Number(number, "solution", bold=True),) if number else ()
    return Row(
        row_id,
        "" if typed else text,
        before=(Icon(icon, "accent", small=True),) if icon else before,
        lines=(Line(text, typed=True),) if typed else (),
        head=Row("", heading, role="meta") if heading else None,
        spoken=" ".join(part for part in (heading, number, text) if part),
    )


class ParagraphView(RowsView):
    """A read-only list without a usable selection, which PgUp and PgDn scroll."""

    COUNTED: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__("room", prose)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take_paging_keys()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and radius of the focus ring, since no row shows that it is current."""
        return QRectF(self.rect()), 8

    def show_paragraphs(self, paragraphs: Sequence[Row], name: str) -> None:
        """Show another text from its first page; ``name`` is the accessible name."""
        self.set_rows([], None)
        self.set_rows(paragraphs, paragraphs[0].id if paragraphs else None)
        self.setAccessibleName(name)
