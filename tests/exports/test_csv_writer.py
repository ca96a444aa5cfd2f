"""Cells are never formulas, and every other text is unchanged."""

import csv
import io
import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.csv_writer import FORMULA_GUARD, cell, to_csv

ACTING = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u3000=1+1",
    "\u200b=1+1", "\ufeff=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)",
    '=HYPERLINK("http://a.example","x")', "=cmd|'/c calc'!A1",
)  # fmt: skip
CUT = ("a;=1+1", "a; =1+1", 'a;"=1+1', "a\t=1+1", "1\n=2", "1\r\n=2")
PLAIN = ("", "ふつうの課題", "a=b", "1-2", "2=", "a,=1+1", '"=1+1', "髙橋と﨑山と𠮷田", "R-1")


def read(data):
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("text", ACTING)
def test_a_text_that_could_be_a_formula_is_marked_at_its_beginning(text):
    assert cell(text) == FORMULA_GUARD + cell(text).removeprefix(FORMULA_GUARD)
    assert cell(text).replace(FORMULA_GUARD, "") == text.replace(FORMULA_GUARD, "")


@pytest.mark.parametrize("text", CUT)
def test_a_text_that_could_become_a_formula_when_split_is_marked_there(text):
    assert not re.search(r"[;\t\r\n][\s\"]*=", cell(text))
    assert cell(text).replace(FORMULA_GUARD, "") == text


@pytest.mark.parametrize("text", PLAIN)
def test_other_texts_stay_as_they_are(text):
    assert cell(text) == text


def test_numbers_of_our_own_are_numbers():
    assert (cell(-3), cell(0), cell(None)) == ("-3", "0", "")


def test_the_file_is_as_rfc_4180_and_spreadsheets_want_it():
    data = to_csv(["番号", "課題"], [(1, 'a,"b"\nc'), (2, None)])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == '番号,課題\r\n1,"a,""b""\nc"\r\n2,\r\n'


@given(st.lists(st.tuples(st.text(), st.integers() | st.none())))
def test_any_text_reads_back_and_no_cell_begins_like_a_formula(rows):
    found = read(to_csv(["a", "b"], rows))[1:]
    assert len(found) == len(rows)
    for (text, number), (shown, digits) in zip(rows, found, strict=True):
        assert shown.replace(FORMULA_GUARD, "") == text.replace(FORMULA_GUARD, "")
        assert shown.lstrip()[:1] not in tuple("=+-@＝＋－＠")
        assert digits == ("" if number is None else str(number))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("separator", ["44", "59", "9"], ids=["comma", "semicolon", "tab"])
def test_libreoffice_sees_no_formula_and_all_letters(tmp_path, separator):
    table = tmp_path / "table.csv"
    table.write_bytes(to_csv(["見出し"], [(text,) for text in (*ACTING, *CUT, *PLAIN)]))
    home = (tmp_path / "profile").as_uri()
    command = [
        "soffice", "--headless", f"-env:UserInstallation={home}", "--convert-to", "fods",
        f"--infilter=Text - txt - csv (StarCalc):{separator},34,76,1",
        "--outdir", str(tmp_path), str(table),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    shown = (tmp_path / "table.fods").read_text(encoding="utf-8")
    assert "table:formula" not in shown
    assert all(text in shown for text in ("見出し", "ふつうの課題", "髙橋と﨑山と𠮷田", "＝1+1"))
