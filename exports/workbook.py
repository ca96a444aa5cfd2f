"""The tables of a workshop as one Excel workbook, one sheet each.

Typed text is always stored as text: cells never become formulas, numbers or links. Addresses of the
help are links, and numbers of problems lead to their rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from itertools import compress
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from exports.file_names import workshop_day
from exports.files import OutputFile
from exports.tables import ANSWER, DAYS, ExportTable, table_of
from exports.web_addresses import is_safe
from workshop_app.domain.width import display_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from exports.material import Material

_MOST_CHARACTERS = 32_767
"""Maximum length of a cell (Excel specifications and limits); no field is that long."""
_WIDTHS = (7, 44)
"""Minimum and maximum width of a column in characters; longer text is wrapped."""
_FONTS = {"ja": "Yu Gothic", "en": "Calibri"}
_PAPER = {"a4": 9, "letter": 1}
_PAGE_WIDTH = 260
"""Maximum characters across a printed page, to which the widest columns are narrowed."""
_LEAST_TEXT = 11
"""Minimum width of a narrowed column."""
_BEFORE_ALL = date(1980, 1, 1)
"""The date of a workbook whose workshop has none, for reproducible files."""


def build(material: Material, names: Sequence[str], *, internal: bool) -> list[OutputFile]:
    """Return a workbook with the tables `names` (of `registry.TABLES`) as sheets, in this order.

    An `internal` one has the columns that are not for the customer.
    """
    sheets = [
        (material.words(f"papers.sheet.{name}"), table_of(material, name, internal=internal))
        for name in names
    ]
    title = material.printable(material.state.workshop.title)
    day = workshop_day(material.state.workshop)
    return [
        OutputFile(
            workbook_of(
                sheets,
                material.language,
                title=title,
                day=day,
                paper_size=material.branding.paper_size,
            )
        )
    ]


def workbook_of(
    sheets: Sequence[tuple[str, ExportTable]],
    language: str,
    *,
    title: str,
    day: str,
    paper_size: str = "a4",
) -> bytes:
    """Return tables, each with the name of its sheet, as a workbook of an ISO `day`, or of none."""
    data = BytesIO()
    with Workbook(data, {"in_memory": True}) as workbook:
        style = {"font_name": _FONTS.get(language, "Calibri"), "valign": "top"}
        created = datetime.combine(date.fromisoformat(day) if day else _BEFORE_ALL, time())
        workbook.set_properties({"title": title, "created": created})
        styles = _Styles(
            head=workbook.add_format(style | {"bold": True, "bottom": 1, "text_wrap": True}),
            text=workbook.add_format(style | {"text_wrap": True}),
            day=workbook.add_format(style | {"num_format": "yyyy-mm-dd", "align": "left"}),
            count=workbook.add_format(style | {"align": "center"}),
            link=workbook.add_format(style | {"text_wrap": True, "underline": 1}),
            number=workbook.add_format(style | {"align": "center", "underline": 1}),
        )
        shown = [(name, _without_empty_columns(table)) for name, table in sheets]
        rows = _rows_of_problems(shown)
        for name, table in shown:
            sheet = workbook.add_worksheet(name)
            sheet.set_paper(_PAPER[paper_size])
            _fill(sheet, table, styles, rows)
    return data.getvalue()


@dataclass(frozen=True, slots=True)
class _Styles:
    head: Format
    text: Format
    day: Format
    count: Format
    link: Format
    number: Format


def _without_empty_columns(table: ExportTable) -> ExportTable:
    """Return a table without columns that are empty in all rows, except those to fill in."""
    kept = [
        column.startswith(ANSWER)
        or not table.rows
        or any(row[place] not in ("", None) for row in table.rows)
        for place, column in enumerate(table.columns)
    ]
    return ExportTable(
        tuple(compress(table.columns, kept)),
        list(compress(table.header, kept)),
        [tuple(compress(row, kept)) for row in table.rows],
    )


def _rows_of_problems(sheets: Sequence[tuple[str, ExportTable]]) -> dict[object, str]:
    """Return the cell of each problem by its number."""
    for name, table in sheets:
        if table.columns[:2] == ("number", "first_wording"):
            quoted = name.replace("'", "''")
            return {row[0]: f"internal:'{quoted}'!A{n}" for n, row in enumerate(table.rows, 2)}
    return {}


def _fill(
    sheet: Worksheet, table: ExportTable, styles: _Styles, problems: dict[object, str]
) -> None:
    for column, words in enumerate(table.header):
        sheet.write_string(0, column, words, styles.head)
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            name = table.columns[column]
            moment = _day(value) if name in DAYS else None
            if moment is not None:
                sheet.write_datetime(number, column, moment, styles.day)
            elif isinstance(value, int):
                leads = name == "number" and column > 0 and value in problems
                if leads:
                    sheet.write_url(number, column, problems[value])
                sheet.write_number(number, column, value, styles.number if leads else styles.count)
            elif value and name == "help" and is_safe(value):
                sheet.write_url(number, column, value, styles.link, value)
            elif value:
                sheet.write_string(number, column, value[:_MOST_CHARACTERS], styles.text)
            else:
                sheet.write_blank(number, column, None, styles.text)
    for column, width in enumerate(_widths(table)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _widths(table: ExportTable) -> list[int]:
    """Return the widths of the columns; those of long text are narrowed until a page holds all."""
    widths = [_width(table, column) for column in range(len(table.header))]
    most = max(widths, default=0)
    while sum(widths) > _PAGE_WIDTH and most > _LEAST_TEXT:
        most -= 1
        widths = [min(width, most) for width in widths]
    return widths


def _day(value: str | int | None) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(str(value)), time())
    except ValueError:
        return None  # empty, or not a valid date


def _width(table: ExportTable, column: int) -> int:
    least, most = _WIDTHS
    lines = [line for row in table.rows for line in str(row[column] or "").splitlines()]
    longest = max(map(display_width, [table.header[column] + "   ", *lines]))
    return min(max(longest + 2, least), most)
