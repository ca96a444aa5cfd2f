"""A text to read, paragraph by paragraph and page by page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from ui.rows.cells import Cell, Icon, Number, Words
from ui.rows.row import Line, Row
from ui.rows.style import prose
from ui.rows.view import RowsView


def paragraph(
    text: str,
    heading: str = "",
    *,
    row_id: str = "",
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


def text_row(
    text: str,
    role: str = "body",
    *,
    number: str = "",
    icon: str = "",
    colour: str = "ink2",
    lead: str = "",
    figure: str = "",
    ruled: bool = False,
) -> Row:
    """Return a text with a number or an icon before it, at the desk.

    ``lead`` is what it is about, before or above it; ``figure`` is large, at the right.
    """
    before: tuple[Cell, ...] = (Number(number, bold=True),) if number else ()
    return Row(
        "",
        lead or text,
        (Icon(icon, colour),) if icon else before,
        (Line(text, role, joins=True),) if lead else (),
        after=(Words(figure, role="section"),) if figure else (),
        role="body-bold" if lead else role,
        ruled=ruled,
    )


class ParagraphView(RowsView):
    """A read-only list without a usable selection.

    PgUp and PgDn scroll what the room reads, wherever the focus is.
    """

    COUNTED = False
    has_links = False
    """Whether a click on a row with an id of its own does something."""

    def __init__(self, role: str = "room", name: str = "") -> None:
        super().__init__(role, prose)
        self.setAccessibleName(name)
        self.set_rows([], None)
        if role == "room":
            self.take_paging_keys()

    def takes_clicks(self, row: Row) -> bool:
        return self.has_links and not row.id.isdecimal()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and radius of the focus ring, since no row shows that it is current."""
        return QRectF(self.rect()), 8

    def set_rows(self, rows: Sequence[Row], current: str | None) -> None:
        super().set_rows(rows, current)
        policies = Qt.FocusPolicy  # an empty text has nothing to scroll
        self.setFocusPolicy(policies.TabFocus if rows else policies.NoFocus)

    def show_paragraphs(self, paragraphs: Sequence[Row], name: str = "") -> None:
        """Show another text from its first page; ``name`` is its accessible name."""
        self.setAccessibleName(name or self.accessibleName())
        rows = tuple(row._replace(id=row.id or str(n)) for n, row in enumerate(paragraphs))
        if rows != self.rows:
            self.set_rows([], None)
            self.set_rows(rows, rows[0].id if rows else None)
