"""The rows of a list, and what they say beside their text."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from PySide6.QtCore import QPoint

from tests.helpers.desk import Desk
from tests.helpers.visible import visible_widgets
from ui.rows.cells import Options
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.view import RowsView


def visible_ids(listing: PagedList) -> list[str]:
    """Return the ids of the rows on the page."""
    return [listing.view.rows[slot.row].id for slot in listing.view.slots]


def part_of(view: RowsView, number: int, part: str) -> QPoint:
    """Return the middle of the button (``action``) or box (``tick``) of a row on the page."""
    slot = view.slots[number]
    middles = (box.center() for box in view.control_boxes(slot))
    return next(point for point in middles if view.part_at(slot, point) == part).toPoint()


def option_of(view: RowsView, number: int, option: int) -> QPoint:
    """Return the middle of an option, from 1, of a row on the page."""
    (box,) = view.control_boxes(view.slots[number])
    row = view.rows[view.slots[number].row]
    (cell,) = (cell for cell in row.after if isinstance(cell, Options))
    x = box.left() + box.width() * (option - 0.5) / len(cell.texts)
    return QPoint(round(x), round(box.center().y()))


def read(desk: Desk) -> str:
    """Return every text that is seen, with those of the rows of lists on the page."""
    texts = [desk.seen()]
    for view in visible_widgets(desk.window, RowsView):
        for slot in view.slots:
            texts += all_texts(view.rows[slot.row])
    return "\n".join(texts)


def before(row: Row) -> list[str]:
    """Return the words of the cells before the text."""
    return [cell.words for cell in row.before]


def after(row: Row) -> list[str]:
    """Return the words of the cells after the text."""
    return [cell.words for cell in row.after]


def beside(row: Row) -> str:
    """Return the text in the columns at the right."""
    return "  ".join(aside.line.text for aside in row.asides)


def below(row: Row) -> list[str]:
    """Return the texts below that of the row."""
    return [line.text for line in row.lines if line.text]


def opened(row: Row) -> str:
    """Return the text that only the current row shows."""
    return "  ".join(line.text for line in row.opened)


def all_texts(part: object) -> Iterator[str]:
    """Return every text in a row, whether it is painted, spoken or neither."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from all_texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from all_texts(getattr(part, field.name))
