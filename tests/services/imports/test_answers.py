"""The product team's answers: only documented headings and columns, by stable code."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from exports.csv_writer import to_csv
from exports.markdown import build as issues
from exports.material import Material
from exports.registry import TABLES
from exports.tables import table_of
from exports.workbook import build as workbook
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.ids import stable_request_code
from workshop_app.i18n import Texts
from workshop_app.services.imports.answers import is_answers_file, read_answers

SAID = {
    "date": "2026-12-21",
    "direction": "ルールごとに決める\n二行目",
    "architecture": "C:\\temp の扱い",
    "reason": "# ではじまる = 式",
    "until_then": "当番が待つ",
    "may_be_told": "決められるようになりました。",
}


def material(language):
    return Material(sample_state(language), solutions(), language)


def codes(language):
    state = sample_state(language)
    return [stable_request_code(each.number, state.workshop.id) for each in state.requests]


def markdown(language, said):
    text = issues(material(language))[0].data.decode()
    words = Texts(language)
    for name, answer in said.items():
        head = f"### {words(f'request_news.{name}')}\n"
        assert text.count(head) == 1
        text = text.replace(head, f"{head}\n{answer}\n")
    return text


def column(sheet, language, name):
    words = Texts(language)
    head = words("request_news.answer.column", name=words(f"request_news.{name}"))
    return [cell.value for cell in sheet[1]].index(head) + 1


def written(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_filled_issue_is_read_back_and_nothing_else_of_it(tmp_path, language):
    said = SAID | {
        "reason": "足りない",
        "state_name": Texts(language)("request_news.state.planned"),
    }
    text = markdown(language, said).replace("# R-1", "# R-9", 1).replace("VPN", "電話")
    read = read_answers(written(tmp_path, "issue.md", text))
    (answer,) = read.answers
    assert answer.code == codes(language)[0]
    assert answer.texts == said
    assert read.unknown_headings == []


def test_the_filled_workbook_is_read_back_with_its_day(tmp_path, language):
    (file,) = workbook(material(language), TABLES, internal=True)
    book = openpyxl.load_workbook(BytesIO(file.data))
    sheet = book.worksheets[TABLES.index("requests")]
    for name, text in SAID.items():
        value = date(2026, 12, 21) if name == "date" else text
        sheet.cell(3, column(sheet, language, name)).value = value
    book.save(tmp_path / "w.xlsx")
    (answer,) = read_answers(tmp_path / "w.xlsx").answers
    assert answer.code == codes(language)[1]
    assert answer.texts == SAID | {"date": "46377"}


def test_what_was_written_and_not_filled_in_has_places_and_no_answer(tmp_path, language):
    table = table_of(material(language), "requests", internal=True)
    (book,) = workbook(material(language), TABLES, internal=True)
    files = {
        "i.md": issues(material(language))[0].data,
        "w.xlsx": book.data,
        "r.csv": to_csv(table.header, table.rows),
    }
    for name, data in files.items():
        path = written(tmp_path, name, data)
        assert is_answers_file(path), name
        assert read_answers(path).answers == [], name


def test_words_of_customers_make_no_heading(tmp_path):
    code = codes("ja")[0]
    text = (
        markdown("ja", {"reason": "言い分"}) + f"\n> ## 製品チームの返事 {code}\n> ### 理由\n> 偽\n"
    )
    (answer,) = read_answers(written(tmp_path, "i.md", text)).answers
    assert "言い分" in answer.texts["reason"]
    assert set(answer.texts) <= {"reason", "may_be_told"}


def test_a_heading_of_their_own_is_named_and_not_read(tmp_path):
    text = (
        markdown("ja", {"reason": "言い分"})
        + "\n### 担当者\n\n山田\n\n## ほかの話\n\n### 理由\n\n別\n"
    )
    read = read_answers(written(tmp_path, "i.md", text))
    assert read.answers[0].texts == {"reason": "言い分"}
    assert read.unknown_headings == ["担当者"]


def test_other_files_hold_no_answers(tmp_path):
    table = table_of(material("ja"), "problems", internal=False)
    others = {
        "p.csv": to_csv(table.header, table.rows),
        "n.md": b"# notes\n\n### \xe7\x90\x86\xe7\x94\xb1\n\nx\n",
        "empty.csv": b"",
        "e.md": b"",
    }
    for name, data in others.items():
        path = written(tmp_path, name, data)
        assert not is_answers_file(path), name
        with pytest.raises(InvalidInput) as refused:
            read_answers(path)
        assert refused.value.key == "imports.answers.none"


def packed(**parts):
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", text)
    return data.getvalue()


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl__worksheets__sheet1"
FAR = '<row><c r="ZZZ1"/></row>'
BROKEN = {
    "no zip": b"PK\x03\x04 nothing",
    "no sheet": packed(xl__workbook="<a/>"),
    "no xml": packed(**{SHEET: "<worksheet"}),
    "entities": packed(**{SHEET: f'<!DOCTYPE a [<!ENTITY b "x">]><worksheet {NS}>&b;</worksheet>'}),
    "no such text": packed(
        **{SHEET: f'<worksheet {NS}><row><c t="s"><v>9</v></c></row></worksheet>'}
    ),
    "far away": packed(**{SHEET: f"<worksheet {NS}>{FAR * 40}</worksheet>"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_workbook_is_one_sentence(tmp_path, name):
    path = written(tmp_path, "w.xlsx", BROKEN[name])
    with pytest.raises(InvalidInput) as refused:
        read_answers(path)
    assert refused.value.key == "imports.answers.broken"
    assert not is_answers_file(path)


def test_a_workbook_that_grows_without_end_is_not_unpacked(tmp_path):
    path = written(tmp_path, "w.xlsx", packed(**{SHEET: " " * 50_000_000}))
    with pytest.raises(InvalidInput) as refused:
        read_answers(path)
    assert refused.value.key == "imports.answers.too_large"


def test_readings_in_japanese_cells_are_left_out(tmp_path):
    code = codes("ja")[0]
    words = Texts("ja")
    heads = (words("papers.table.column.code"), words("request_news.answer.column", name="理由"))
    shared = "".join(f"<si><t>{text}</t></si>" for text in (*heads, code))
    shared += "<si><r><t>東京</t></r><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    cells = [
        f'<c r="{place}" t="s"><v>{n}</v></c>' for n, place in enumerate(("A1", "C1", "A2", "C2"))
    ]
    rows = f"<row>{''.join(cells[:2])}</row><row>{''.join(cells[2:])}</row>"
    parts = {
        SHEET: f"<worksheet {NS}>{rows}</worksheet>",
        "xl__sharedStrings": f"<sst {NS}>{shared}</sst>",
    }
    (answer,) = read_answers(written(tmp_path, "w.xlsx", packed(**parts))).answers
    assert (answer.code, answer.texts) == (code, {"reason": "東京"})
