"""The board for the product team: no formulas, no unrequested names, reproducible bytes."""

from io import BytesIO

import openpyxl
import pytest

from exports.markdown_escape import ZERO_WIDTH_SPACE
from exports.reading_back import passages
from exports.request_board import as_markdown, as_workbook, board_of, write_board
from tests.helpers.many_requests import CUSTOMERS, WISHES, year_of_requests
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.ids import stable_request_code
from workshop_app.i18n import Texts
from workshop_app.services.commands.appraising import EditRequest
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.request_board import board

DAY = "2026-11-27"


@pytest.fixture
def session(tmp_path):
    return new_session(tmp_path / "w.db")


def test_every_request_and_voice_is_a_row_and_no_cell_is_a_formula(session, language):
    year_of_requests(session, language)
    found = board(session)
    made = board_of(session, found, language, DAY, named=False)
    data = as_workbook(made)
    assert data == as_workbook(made)
    requests, voices = openpyxl.load_workbook(BytesIO(data)).worksheets
    cells = [cell for sheet in (requests, voices) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    words = Texts(language)
    head, *rows = requests.iter_rows(values_only=True)
    place = list(head).index(words("papers.table.column.request"))
    wishes = {row[place] for row in rows}
    assert {wish for wish in WISHES[language][:-1] if wish not in wishes} == set()
    assert any(str(wish).startswith("=cmd|") for wish in wishes)
    assert [row[0] for row in rows] == [
        stable_request_code(each.request.number, each.workshop.id) for each in found
    ]
    counted = sum(len(each.said.voices) for each in found)
    assert voices.max_row == 1 + counted
    said = [str(cell.value) for cell in cells]
    assert not [name for name in (*CUSTOMERS[language], "佐藤") for text in said if name in text]


def test_named_customers_are_in_the_words_and_people_never_are(session):
    year_of_requests(session, "ja")
    text = as_markdown(board_of(session, board(session), "ja", DAY, named=True))
    assert not [name for name in CUSTOMERS["ja"] if name not in text]
    assert "佐藤" not in text
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    columns = {line.replace("\\|", "").count("|") for line in lines}
    assert len(columns) == 1, "a typed bar begins no cell"


def named_in_a_wish(session, text):
    """Add a text to the wish of the request listed first; returns the request's code."""
    first = board(session)[0]
    session.open(first.workshop.id)
    session.execute(EditRequest(first.request.id, "why", text))
    return first.code


@pytest.mark.parametrize(
    ("secret", "kind"),
    [("株式会社よその社", "other_customer"), ("hikitsugi@example.com", "email"),
     ("この顧客には来月まで黙っておくこと", "note")],
)  # fmt: skip
def test_the_board_is_read_back_and_a_protected_term_stops_it(
    session, tmp_path, language, secret, kind
):
    create_workshop(session, "株式会社よその社")
    year_of_requests(session, language)
    named_in_a_wish(session, f"あ {secret} い")
    if kind == "note":
        state = session.state
        session.execute(EditProblem(state.problems[0].id, "private_note", secret))
    folder = tmp_path / "out"

    def written(**decided):
        made = board_of(session, board(session), language, DAY, named=False, **decided)
        return write_board(made, folder)

    stopped = written()
    assert stopped.stopped
    assert stopped.files == ()
    assert not folder.exists()
    found = [each.text for each in stopped.findings]
    assert secret in found
    assert {each.kind for each in stopped.findings} == {kind}
    masked = written(masked=found)
    assert not masked.findings
    for file in masked.files:
        assert secret not in text_of(file)
        assert Texts(language)("export.mark") in text_of(file)
    released = written(released=found)
    assert all(secret in text_of(file) for file in released.files)


def text_of(file):
    """The words of a file without the escapes of Markdown."""
    text = " ".join(passage.text for passage in passages(file.name, file.read_bytes()))
    return text.replace("\\", "").replace(ZERO_WIDTH_SPACE, "")


def test_a_board_with_names_may_name_those_who_said_it_and_no_other_customer(session, tmp_path):
    create_workshop(session, "株式会社よその社")
    year_of_requests(session, "ja")
    named_in_a_wish(session, "よその社も同じことを言う")
    made = board_of(session, board(session), "ja", DAY, named=True)
    assert {each.text for each in write_board(made, tmp_path).findings} == {"よその社"}
