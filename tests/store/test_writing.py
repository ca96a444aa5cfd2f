"""Writing: within an action only, as a whole or not at all, and deleted data is gone."""

import sqlite3

import pytest

from tests.helpers.builders import a_customer, a_participant, a_problem, a_workshop
from tests.helpers.sessions import create_workshop, open_session, reopened
from workshop_app.domain.errors import NotFound, StoreError
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.services.commands.problems import AddProblem, EditProblem, RemoveProblem
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.store.store import Store


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "workshops.db")
    yield store
    store.close()


def put(store, *records):
    with store.action():
        for record in records:
            store.insert(record)


def test_records_come_back_as_they_were_written(store):
    workshop = a_workshop(community=("blog", "meetup"), vote_closed=True, present=5)
    problem = a_problem(words="<b>監視</b>\u200e 𠮷野家 👩‍💻", chosen=True, speaker_id="person-1")
    put(store, a_customer(), workshop, a_participant(), problem)
    assert store.get(Workshop, workshop.id) == workshop
    assert store.get(Problem, problem.id) == problem
    assert store.all(Problem, workshop.id) == (problem,)


def test_a_record_that_is_not_there_is_not_found(store):
    with pytest.raises(NotFound):
        store.get(Problem, "elsewhere")
    with pytest.raises(NotFound):
        store.get(Problem, None)
    with store.action(), pytest.raises(NotFound):
        store.update(a_customer())
    with store.action(), pytest.raises(NotFound):
        store.delete(a_customer())


@pytest.mark.parametrize("write", ["insert", "update", "delete"])
def test_writing_outside_an_action_raises(store, write):
    put(store, a_customer())
    record = a_customer(id="customer-2") if write == "insert" else a_customer(name="別の名")
    with pytest.raises(RuntimeError):
        getattr(store, write)(record)
    assert store.all(Customer) == (a_customer(),)


def test_writing_to_the_log_outside_an_action_raises(store):
    with pytest.raises(RuntimeError):
        store.append_log({"workshop_id": "w"})


def test_an_action_within_an_action_raises(store):
    with store.action(), pytest.raises(RuntimeError), store.action():
        pass
    put(store, a_customer())


def test_an_action_that_fails_keeps_nothing(store):
    with pytest.raises(StoreError):
        put(store, a_customer(), a_customer())
    assert store.all(Customer) == ()
    put(store, a_customer())


def test_a_row_that_refers_to_nothing_is_refused_as_a_whole(store):
    with pytest.raises(StoreError):
        put(store, a_customer(), a_workshop(customer_id="nobody"))
    assert store.all(Customer) == ()


def test_the_changes_of_an_action_have_the_values_before_and_after(store):
    with store.action() as changes:
        store.insert(a_customer())
        store.update(a_customer(name="別の名"))
        store.update(a_customer(name="別の名"))
        store.delete(a_customer())
    told = [(change.before and change.before["name"], change.after and change.after["name"])
            for change in changes]  # fmt: skip
    assert told == [(None, "株式会社サンプル"), ("株式会社サンプル", "別の名"), ("別の名", None)]


def test_a_full_disk_is_reported_and_nothing_is_half_written(store):
    put(store, a_customer())
    pages = store.database.execute("PRAGMA page_count").fetchone()[0]
    store.database.execute(f"PRAGMA max_page_count={pages}")
    many = [a_customer(id=f"customer-{number}", name="長い名前" * 400) for number in range(2, 500)]
    with pytest.raises(StoreError) as refused:
        put(store, *many)
    assert refused.value.key == "errors.store_full"
    assert store.all(Customer) == (a_customer(),)
    assert store.check() == []


def test_two_character_words_find_problems_best_first(store):
    words = ("外形監視ができない", "通知が多い", "監視と通知と監視")
    problems = [a_problem(number, text) for number, text in enumerate(words, 1)]
    put(store, a_customer(), a_workshop(), *problems)
    assert set(store.find_problems("監視")) == {"problem-1", "problem-3"}
    assert set(store.find_problems("通知")) == {"problem-2", "problem-3"}
    assert store.find_problems("倉庫") == ()
    assert store.find_problems("！？") == ()
    assert len(store.find_problems("監視", limit=1)) == 1


def test_a_restated_problem_is_found_by_both_wordings(store):
    put(store, a_customer(), a_workshop(), a_problem(words="鳴りすぎる"))
    with store.action():
        store.update(a_problem(words="鳴りすぎる", wording="検証環境の警告が多い"))
    assert store.find_problems("鳴り") == ("problem-1",)
    assert store.find_problems("検証環境") == ("problem-1",)
    with store.action():
        store.update(a_problem(words="鳴りすぎる", wording="本番の警告が多い"))
    assert store.find_problems("検証") == ()


def test_a_word_said_again_and_again_does_not_spoil_the_index(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    problem = session.execute(AddProblem("あ" * 150))
    session.execute(EditProblem(problem, "wording", "鳴りすぎる"))
    session.execute(RemoveProblem(problem))
    assert session.store.check() == []
    again = reopened(session, lasting=True)
    assert again.store.find_problems("ああ") == ()


def test_a_damaged_index_is_rebuilt_and_the_records_are_opened(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("外形監視ができない"))
    database = session.store.database
    words = "again " * 150
    for statements in (
        [("INSERT INTO problem_text(rowid, words) VALUES (9, ?)", [words])],
        [
            ("DELETE FROM problem_text WHERE rowid = 9", []),
            ("INSERT INTO problem_text(rowid, words) VALUES (9, ?)", [words]),
        ],
        [("DELETE FROM problem_text WHERE rowid = 9", [])],
    ):
        with database.atomic():
            for statement, values in statements:
                database.execute(statement, values)
    if session.store.check() == []:
        session.store.close()
        pytest.skip("this SQLite does not spoil the index")
    again = reopened(session, lasting=True)
    assert again.store.check() == []
    assert len(again.store.find_problems("監視")) == 1


SECRET = "zyxcanary"


def bytes_on_disk(session) -> bytes:
    session.store.close()
    return session.store.path.read_bytes()


def test_words_of_a_deleted_problem_leave_the_index(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("残るもの"))
    gone = session.execute(AddProblem(f"消すもの {SECRET}"))
    session.execute(RemoveProblem(gone))
    rows = session.store.database.execute("SELECT block FROM problem_text_data").fetchall()
    assert not any(SECRET.encode() in bytes(row[0]) for row in rows)
    assert session.store.find_problems(SECRET) == ()


def test_a_workshop_deleted_for_good_leaves_no_word_in_the_file(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    keep = session.workshop_id
    session.close()
    other = create_workshop(session, customer=f"{SECRET} 株式会社")
    for number in range(30):
        session.execute(AddProblem(f"{SECRET} が言ったこと {number} 番目"))
    session.close()
    session.execute(DeleteWorkshop(other))
    assert [w.id for w in session.store.all(Workshop)] == [keep]
    assert session.store.find_problems(SECRET) == ()
    assert session.store.check() == []
    assert SECRET.encode() not in bytes_on_disk(session)


def test_the_store_takes_no_extension_and_trusts_no_schema(store):
    with pytest.raises(sqlite3.Error):
        store.database.execute("SELECT load_extension('anything')")
