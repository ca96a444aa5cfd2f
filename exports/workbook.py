"""The tables of a workshop as one Excel workbook, a sheet each.

Typed text is always stored as text: no cell is a formula, a number or a link that nobody made.
"""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from exports.file_names import workshop_day
from exports.files import OutputFile
from exports.tables import DAYS, ExportTable, table_of
from workshop_app.domain.width import display_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from exports.material import Material

_MOST_CHARACTERS = 32_767
"""What a cell holds at most (Excel specifications and limits); no field is that long."""
_WIDTHS = (7, 44)
"""The narrowest and the widest column, in characters; longer text is wrapped."""
_FONTS = {"ja": "Yu Gothic", "en": "Calibri"}
_A4 = 9
_PAGE_WIDTH = 260
"""Characters across a page that can still be read; wider tables print on pages side by side."""
_BEFORE_ALL = date(1980, 1, 1)
"""The day of a workbook whose workshop has none, so that the same workshop gives the same bytes."""


def build(material: Material, names: Sequence[str]) -> list[OutputFile]:
    """Return a workbook with the tables `names` (of `registry.TABLES`) as sheets, in this order."""
    data = BytesIO()
    with Workbook(data, {"in_memory": True}) as workbook:
        style = {"font_name": _FONTS.get(material.language, "Calibri"), "valign": "top"}
        workbook.set_properties(_properties(material))
        head = workbook.add_format(style | {"bold": True, "bottom": 1, "text_wrap": True})
        text = workbook.add_format(style | {"text_wrap": True})
        day = workbook.add_format(style | {"num_format": "yyyy-mm-dd", "align": "left"})
        count = workbook.add_format(style | {"align": "center"})
        for name in names:
            sheet = workbook.add_worksheet(material.words(f"papers.sheet.{name}"))
            _fill(sheet, table_of(material, name), head, text, day, count)
    return [OutputFile(data.getvalue())]


def _properties(material: Material) -> dict[str, object]:
    day = workshop_day(material.state.workshop)
    return {
        "title": material.printable(material.state.workshop.title),
        "created": datetime.combine(date.fromisoformat(day) if day else _BEFORE_ALL, time()),
    }


def _fill(
    sheet: Worksheet, table: ExportTable, head: Format, text: Format, day: Format, count: Format
) -> None:
    for column, words in enumerate(table.header):
        sheet.write_string(0, column, words, head)
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            moment = _day(value) if table.columns[column] in DAYS else None
            if moment is not None:
                sheet.write_datetime(number, column, moment, day)
            elif isinstance(value, int):
                sheet.write_number(number, column, value, count)
            elif value:
                sheet.write_string(number, column, value[:_MOST_CHARACTERS], text)
            else:
                sheet.write_blank(number, column, None, text)
    widths = [_width(table, column) for column in range(len(table.header))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(ceil(sum(widths) / _PAGE_WIDTH), 0)


def _day(value: str | int | None) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(str(value)), time())
    except ValueError:
        return None  # left empty, or no date of the calendar


def _width(table: ExportTable, column: int) -> int:
    least, most = _WIDTHS
    lines = [line for row in table.rows for line in str(row[column] or "").splitlines()]
    longest = max(map(display_width, [table.header[column] + "   ", *lines]))
    return min(max(longest + 2, least), most)
