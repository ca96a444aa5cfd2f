"""The workbook as read by another program: sheets, filters, dates, and literal text."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import openpyxl
import openpyxl.utils
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.branding import Branding
from exports.material import Material
from exports.registry import CUSTOMER_TABLES, TABLES
from exports.tables import table_of
from exports.workbook import build
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_state,
    a_tally,
    an_action,
)
from tests.helpers.hostile import TEXTS
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.text import clean
from workshop_app.i18n import Texts


def made(state, language="ja", names=TABLES):
    (file,) = build(Material(state, solutions(), language), names, internal=names == TABLES)
    return file.data


def opened(state, language="ja", names=TABLES):
    return openpyxl.load_workbook(BytesIO(made(state, language, names)))


def test_each_table_is_a_sheet_with_the_same_cells_as_its_csv(language):
    state = sample_state(language)
    workbook = opened(state, language)
    words = Texts(language)
    assert workbook.sheetnames == [words(f"papers.sheet.{name}") for name in TABLES]
    for name, sheet in zip(TABLES, workbook, strict=True):
        table = table_of(Material(state, solutions(), language), name, internal=True)
        head, *rows = sheet.iter_rows(values_only=True)
        assert len(rows) == len(table.rows)
        for row, wanted in zip(rows, table.rows, strict=True):
            seen = [f"{each:%Y-%m-%d}" if isinstance(each, datetime) else each for each in row]
            whole = dict(zip(table.header, wanted, strict=True))
            known = {heading: cell for heading, cell in whole.items() if heading in head}
            assert [each or None for each in seen] == [each or None for each in known.values()]
            assert not any(cell for heading, cell in whole.items() if heading not in known)


@pytest.mark.parametrize(("size", "number"), [("a4", 9), ("letter", 1)])
def test_sheets_print_on_the_paper_of_the_settings(size, number):
    material = Material(sample_state("ja"), solutions(), "ja", branding=Branding(paper_size=size))
    (file,) = build(material, CUSTOMER_TABLES, internal=False)
    for sheet in openpyxl.load_workbook(BytesIO(file.data)):
        assert int(sheet.page_setup.paperSize) == number


def test_no_column_is_empty_but_those_that_the_product_team_fills_in(language):
    state = sample_state(language)
    words = Texts(language)
    to_fill_in = words("request_news.answer.column", name="\0").split("\0")[0]
    for sheet in opened(state, language):
        columns = list(sheet.iter_cols(values_only=True))
        empty = [column[0] for column in columns if not any(column[1:])]
        assert [heading for heading in empty if not heading.startswith(to_fill_in)] == []


def test_a_column_of_zeros_is_not_empty():
    state = a_state(problems=(a_problem(1), a_problem(2)))
    tallies = tuple(a_tally(problem, 0) for problem in state.problems)
    head, *rows = opened(replace(state, tallies=tallies))["課題"].iter_rows(values_only=True)
    assert [row[head.index("票")] for row in rows] == [0, 0]


def test_addresses_of_the_help_and_numbers_of_problems_are_links(language):
    workbook = opened(sample_state(language), language)
    words = Texts(language)
    problems, outcomes = (workbook[words(f"papers.sheet.{n}")] for n in ("problems", "outcomes"))
    heads = {cell.value: cell.column for cell in outcomes[1]}
    help_page = outcomes.cell(2, heads[words("papers.table.column.help")])
    assert help_page.hyperlink.target == help_page.value
    actions = workbook[words("papers.sheet.actions")]
    number = {cell.value: cell.column for cell in actions[1]}[words("papers.table.column.number")]
    column = actions[openpyxl.utils.get_column_letter(number)][1:]
    cells = [cell for cell in column if isinstance(cell.value, int)]  # several are a text
    assert cells
    for cell in cells:
        *_, place = cell.hyperlink.location.partition("!")
        assert problems[place].value == cell.value


def test_each_sheet_is_printed_one_page_wide(language):
    for sheet in opened(sample_state(language), language):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (1, None)  # None stands for 1
        assert sheet.page_setup.fitToHeight == 0
        widths = [each.width for each in sheet.column_dimensions.values()]
        assert sum(widths) <= 290


def test_the_head_stays_in_sight_and_every_column_has_a_filter(language):
    for sheet in opened(sample_state(language), language):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"


def day(number):
    return datetime.fromisoformat(f"2026-12-{number:02}")


def test_days_are_dates_that_a_spreadsheet_can_sort():
    actions = (an_action(1, due="2026-12-10"), an_action(2, due=""), an_action(3, due="2026-12-03"))
    sheet = opened(a_state(actions=actions))["アクション"]
    column = [cell.value for cell in sheet["B"][1:]]
    assert column == [day(3), day(10), None]
    assert sheet["B2"].number_format == "yyyy-mm-dd"


def test_the_days_of_a_promised_help_are_dates():
    problem = a_problem(1)
    card = a_card(problem, due="2026-12-03", delivered_on="2026-12-10")
    sheet = opened(a_state(problems=[problem], cards=[card]))["結論"]
    shown = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert shown["いつまで"].value == day(3)
    assert shown["届けた日"].value == day(10)
    assert shown["届けた日"].number_format == "yyyy-mm-dd"


FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "{=1}",
    "https://example.com",
    "007",
    "1e5",
)


@pytest.mark.parametrize("text", [*FORMULAS, *TEXTS])
def test_what_was_typed_is_text_letter_by_letter(text):
    cell = opened(a_state(problems=(a_problem(1, first_wording=text, wording=""),)))["課題"]["B2"]
    assert cell.data_type in {"s", "n"}
    assert (cell.value or "") == clean(text)
    assert cell.hyperlink is None


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_comes_back(text):
    state = a_state(problems=(a_problem(1, first_wording=text, wording=""),))
    cell = opened(state)["課題"]["B2"]
    if clean(text):  # an empty column is left out
        assert cell.value == clean(text)


@pytest.mark.parametrize("names", [TABLES, CUSTOMER_TABLES])
def test_an_empty_workshop_has_only_headers(names):
    workbook = opened(a_state(), names=names)
    assert [sheet.max_row for sheet in workbook] == [1] * len(names)


def test_the_customers_workbook_has_no_requests():
    assert "要望" not in opened(sample_state("ja"), names=CUSTOMER_TABLES).sheetnames


def test_the_same_workshop_gives_the_same_bytes():
    assert made(sample_state("ja")) == made(sample_state("ja"))


def test_private_columns_are_in_no_sheet():
    secret = a_participant(private_note="社外秘の一言")
    data = made(a_state(participants=(secret,)))
    texts = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(BytesIO(data))
        for row in sheet
        for cell in row
    ]
    assert not any("社外秘の一言" in text for text in texts)
