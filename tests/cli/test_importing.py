import openpyxl
import pytest

from tests.cli.conftest import state_in
from tests.helpers.mackerel_files import FOLDER
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Source
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.services.commands.contacts import SetKind
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblems

LIST = """1. プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない
2. 内部のネットワーク機器の監視ができない

・通知が多い
・通知が多い
"""


@pytest.fixture
def workshop(tmp_path):
    """A store with one workshop that has a participant and a problem; its path and the id."""
    session = new_session(tmp_path / "w.db")
    workshop_id = create_workshop(session)
    session.execute(AddParticipant("青木"))
    session.execute(AddProblems(("内部のネットワーク機器の監視ができない",)))
    session.store.close()
    return tmp_path / "w.db", workshop_id


def into(workshop, *more):
    path, workshop_id = workshop
    return ("--into", workshop_id, "--store", path, *more)


def test_a_text_list_becomes_problems_received_in_advance(terminal, workshop, tmp_path):
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    answer = terminal("import", tmp_path / "list.txt", *into(workshop, "--lang", "en"))
    assert answer.code == 0
    assert answer.out.splitlines() == ["Added 2 problems.", "2 repeats are left out."]
    state = state_in(*workshop)
    assert [problem.first_wording for problem in state.problems] == [
        "内部のネットワーク機器の監視ができない",
        "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
        "通知が多い",
    ]
    assert [problem.source for problem in state.problems[1:]] == [Source.ADVANCE] * 2


def test_a_workbook_may_be_a_list(terminal, workshop, tmp_path):
    book = openpyxl.Workbook()
    for cells in (("要望", "部署"), ("担当者が分からない", "運用部")):
        book.active.append(cells)
    book.save(tmp_path / "list.xlsx")
    answer = terminal("import", tmp_path / "list.xlsx", *into(workshop, "--lang", "en"))
    assert answer.code == 0
    assert [one.first_wording for one in state_in(*workshop).problems][1:] == ["担当者が分からない"]


def test_an_import_is_one_undo_step(terminal, workshop, tmp_path):
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    before = state_in(*workshop)
    terminal("import", tmp_path / "list.txt", *into(workshop))
    session = new_session(workshop[0])
    session.open(workshop[1])
    session.undo()
    assert session.state == before


def test_the_store_cannot_be_imported_and_stays_locked(terminal, workshop, tmp_path, language):
    store_path = workshop[0]
    before = state_in(*workshop)
    link = tmp_path / "list.txt"
    link.symlink_to(store_path)
    for file in (store_path, link):
        sentence = terminal("import", file, *into(workshop, "--lang", language)).refusal
        assert file.name in sentence
    assert state_in(*workshop) == before


def test_a_dry_run_shows_what_would_happen_and_changes_nothing(
    terminal, workshop, tmp_path, language
):
    (tmp_path / "list.txt").write_text(LIST + "長" * 3_000, encoding="utf-8")
    before = state_in(*workshop)
    answer = terminal(
        "import", tmp_path / "list.txt", *into(workshop, "--dry-run", "--lang", language)
    )
    assert answer.code == 0
    marks = [line[0] for line in answer.out.splitlines()[:5]]
    assert marks == ["+", "=", "+", "=", "!"]
    assert "6" in answer.err
    assert state_in(*workshop) == before


def test_a_line_that_is_too_long_is_named_and_the_others_are_added(terminal, workshop, tmp_path):
    (tmp_path / "list.txt").write_text("短い\n\n" + "長" * (LINE_LIMIT + 1), encoding="utf-8")
    answer = terminal("import", tmp_path / "list.txt", *into(workshop, "--lang", "en"))
    assert answer.code == 0
    assert "3" in answer.err
    assert state_in(*workshop).problems[-1].first_wording == "短い"


def test_a_csv_may_name_the_speakers(terminal, workshop, tmp_path):
    text = "No,課題,発言者\n1,監視が遅い,青木様\n2,暗い,知らない人\n3,夜に鳴る,\n4,朝も鳴る,P-1\n"
    (tmp_path / "list.csv").write_bytes(text.encode("cp932"))
    answer = terminal("import", tmp_path / "list.csv", *into(workshop, "--lang", "en"))
    assert answer.code == 0
    assert "知らない人" in answer.err
    assert "No" in answer.out
    state = state_in(*workshop)
    person = state.participants[0].id
    assert [p.speaker_id for p in state.problems[1:]] == [person, None, None, person]


def test_a_list_of_repeats_adds_nothing(terminal, workshop, tmp_path):
    (tmp_path / "list.txt").write_text("内部のネットワーク機器の監視ができない", encoding="utf-8")
    before = state_in(*workshop)
    assert terminal("import", tmp_path / "list.txt", *into(workshop)).code == 0
    assert state_in(*workshop) == before


def test_what_cannot_be_read_is_refused_in_one_sentence(terminal, workshop, tmp_path, language):
    (tmp_path / "broken.csv").write_text('課題,発言者\n"開いたまま,青木\n', encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (tmp_path / "monitors.json").write_text("{}", encoding="utf-8")
    before = state_in(*workshop)
    for name in ("broken.csv", "picture.txt", "monitors.json", "none.txt", "."):
        terminal("import", tmp_path / name, *into(workshop, "--lang", language)).refusal  # noqa: B018
    assert state_in(*workshop) == before


def test_files_of_mackerel_are_taken_over_as_set_up(terminal, workshop, language):
    files = [FOLDER / name for name in ("monitors.json", "mackerel-agent.conf", "channels.json")]
    answer = terminal("import", *files, *into(workshop, "--lang", language))
    assert answer.code == 0
    assert answer.out.splitlines()[0].endswith(("1）", "1)"))
    assert "8" in answer.out.splitlines()[0]
    assert "url 1" in answer.err
    state = state_in(*workshop)
    assert [part.kind.value for part in state.setup] == ["monitors", "agent", "channels"]
    assert state.setup[0].taken_at
    again = terminal("import", files[0], *into(workshop, "--lang", language))
    assert len(again.err.splitlines()) > 1  # what was replaced, and what was left out
    assert len(state_in(*workshop).setup) == 3


def test_a_dry_run_reports_the_content_of_mackerel_files_and_changes_nothing(terminal, workshop):
    before = state_in(*workshop)
    answer = terminal(
        "import", FOLDER / "alerts.json", *into(workshop, "--dry-run", "--lang", "en")
    )
    assert answer.out.splitlines() == [
        "Alerts: 3 (host 1, external 1, check 1)",
        "1 part of the setup would be imported (nothing was yet).",
    ]
    assert state_in(*workshop) == before


def test_a_list_and_files_of_mackerel_can_be_imported_together(terminal, workshop, tmp_path):
    (tmp_path / "list.txt").write_text("通知が多い\n", encoding="utf-8")
    files = (tmp_path / "list.txt", FOLDER / "services.json")
    assert terminal("import", *files, *into(workshop)).code == 0
    state = state_in(*workshop)
    assert state.problems[-1].first_wording == "通知が多い"
    assert len(state.setup) == 1


def test_one_file_that_cannot_be_read_stops_all(terminal, workshop, tmp_path):
    (tmp_path / "list.txt").write_text("通知が多い\n", encoding="utf-8")
    (tmp_path / "more.txt").write_text("監視が遅い\n", encoding="utf-8")
    (tmp_path / "cut.json").write_text('{"monitors": [', encoding="utf-8")
    before = state_in(*workshop)
    good = (FOLDER / "services.json", tmp_path / "list.txt")
    for bad in ("cut.json", "more.txt", "none.json"):
        refusal = terminal("import", *good, tmp_path / bad, *into(workshop)).refusal
        assert bad in refusal
    assert state_in(*workshop) == before


@pytest.fixture
def asked(terminal, tmp_path):
    """A store with the sample, its id, and the filled issue of the first request."""
    from exports.markdown import build
    from exports.material import Material
    from tests.helpers.papers import solutions
    from tests.helpers.played import played_session

    session = played_session(tmp_path / "w.db", "ja")
    state = session.state
    session.store.close()
    text = build(Material(state, solutions(), "ja"))[0].data.decode()
    text = text.replace("### 状態\n", "### 状態\n\n見送り\n")
    text = text.replace("### 理由\n", "### 理由\n\n送りきり\n")
    (tmp_path / "R-1.md").write_text(text, encoding="utf-8")
    return tmp_path / "w.db", state.workshop.id


def test_the_teams_answer_is_shown_first_and_recorded_as_one_step(terminal, asked, tmp_path):
    before = state_in(*asked)
    dry = terminal("import", tmp_path / "R-1.md", *into(asked, "--lang", "ja", "--dry-run"))
    assert dry.code == 0
    assert "    状態：新しい → 見送り" in dry.out.splitlines()
    assert "    理由：（なし） → 送りきり" in dry.out.splitlines()
    assert state_in(*asked) == before
    done = terminal("import", tmp_path / "R-1.md", *into(asked, "--lang", "ja"))
    assert done.out.splitlines()[-1] == "1 件の要望の返事を取り込みました。"
    (news,) = state_in(*asked).news
    assert (news.state, news.reason) == ("declined", "送りきり")


def test_an_answer_to_a_request_of_another_workshop_is_not_taken(terminal, asked, tmp_path):
    with_list = new_session(tmp_path / "w2.db")
    other = create_workshop(with_list)
    with_list.store.close()
    there = (tmp_path / "w2.db", other)
    answer = terminal("import", tmp_path / "R-1.md", *into(there, "--lang", "en"))
    assert "is no request in these records" in answer.err
    assert state_in(tmp_path / "w2.db", other).news == ()


def test_answers_cannot_be_imported_with_other_files(terminal, asked, tmp_path):
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    files = (tmp_path / "R-1.md", tmp_path / "list.txt")
    assert "R-1.md" in terminal("import", *files, *into(asked, "--lang", "en")).refusal


SURVEY = "日付,お名前,点数,内容\n2026-11-01,青木,3,見なくなった\n2026/11/2,佐々木 守,8,便利\n"


def test_survey_answers_come_with_day_score_and_people(terminal, workshop, tmp_path):
    path, workshop_id = workshop
    session = new_session(path)
    session.open(workshop_id)
    session.execute(SetKind(ContactKind.SURVEY, workshop_id))
    session.store.close()
    (tmp_path / "survey.csv").write_text(SURVEY, encoding="utf-8")
    answer = terminal("import", tmp_path / "survey.csv", *into(workshop, "--lang", "en"))
    assert answer.out.splitlines() == ["Added 2 problems."]
    assert "佐々木 守" in answer.err
    state = state_in(*workshop)
    told = [
        (one.heard_at[:10], state.speakers_of(one)[0].name, one.first_wording, one.method)
        for one in state.problems[1:]
    ]
    assert told == [
        ("2026-11-01", "青木", "見なくなった", ContactKind.SURVEY),
        ("2026-11-02", "佐々木 守", "便利", ContactKind.SURVEY),
    ]
    assert [one.private_note.split()[-1] for one in state.problems[1:]] == ["3", "8"]


def test_a_list_adds_no_people_or_scores_to_a_workshop(terminal, workshop, tmp_path):
    (tmp_path / "survey.csv").write_text(SURVEY, encoding="utf-8")
    answer = terminal("import", tmp_path / "survey.csv", *into(workshop, "--lang", "ja"))
    assert "取り込まない列：点数" in answer.out
    state = state_in(*workshop)
    assert [who.name for who in state.participants] == ["青木"]
    assert [one.private_note for one in state.problems] == ["", "", "話した人：佐々木 守"]


def test_new_people_of_a_list_are_added_to_a_workshop_on_request(terminal, workshop, tmp_path):
    (tmp_path / "survey.csv").write_text(SURVEY, encoding="utf-8")
    with_people = into(workshop, "--lang", "en", "--add-people")
    planned = terminal("import", tmp_path / "survey.csv", "--dry-run", *with_people)
    assert "佐々木 守" in planned.err
    assert [who.name for who in state_in(*workshop).participants] == ["青木"]
    assert (
        "--add-people"
        in terminal("import", tmp_path / "survey.csv", "--dry-run", *into(workshop)).err
    )
    terminal("import", tmp_path / "survey.csv", *with_people)
    state = state_in(*workshop)
    assert [who.name for who in state.participants] == ["青木", "佐々木 守"]
    assert [one.private_note for one in state.problems] == ["", "", ""]
    assert state.speakers_of(state.problems[-1]) == (state.participants[1],)


@pytest.mark.parametrize("more", [(), ("--into", "no-such-id")])
def test_an_absent_file_is_named_before_anything_else(terminal, sample_store, tmp_path, more):
    absent = tmp_path / "absent.txt"
    sentence = terminal("import", absent, *more, "--store", sample_store, "--lang", "en").refusal
    assert "absent.txt" in sentence
    assert "--into" not in sentence
