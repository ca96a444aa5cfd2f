"""Lost, duplicated or stale rows are detected by their digest, even without a journal."""

import shutil
import sqlite3
from contextlib import closing
from random import Random

import pytest

from tests.helpers.random_commands import act_at_random
from tests.helpers.sessions import create_workshop, new_session, open_session
from tests.store.test_journal import findings
from workshop_app.domain.errors import StoreError
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.workshops import DeleteWorkshop, EditCustomer
from workshop_app.services.copies import Occasion, make_copy
from workshop_app.services.session import Session
from workshop_app.store.forgetting import clean_copies
from workshop_app.store.journal import folder_of, read_all
from workshop_app.store.recovery import RecoverySource, recovered, sound_copies
from workshop_app.store.row_digests import digests_of, stored
from workshop_app.store.rows import FORGOTTEN
from workshop_app.store.store import Store


@pytest.fixture
def session(tmp_path):
    session = open_session(tmp_path / "workshops.db", lasting=True)
    for words in ("一つ目", "二つ目", "三つ目"):
        session.execute(AddProblem(words))
    yield session
    session.store.close()


def change(session, *statements):
    """Let another program change the closed file; the store is reopened without journals."""
    path = session.store.path
    session.store.close()
    with closing(sqlite3.connect(path)) as db, db:
        for sql in statements:
            db.execute(sql)
    shutil.rmtree(folder_of(path))
    session.store = Store(path)
    assert session.store.check() == []


def columns(session, table):
    return list(session.store.database.table(table).columns_dict)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_the_digest_is_that_of_the_rows(session, seed):
    random = Random(seed)
    first = session.workshop_id
    act_at_random(session, random, 30)
    second = create_workshop(session, "ほかの会社")
    session.execute(EditCustomer(session.state.customer.id, "name", "名前を変えた会社"))
    act_at_random(session, random, 30)
    session.open(first)
    session.execute(DeleteWorkshop(second))
    session.undo()
    assert findings(session.store, repair=False) == []
    connection = session.store.database.conn
    known = stored(connection)
    rows = session.store.recording.whole(first)
    assert {owner: digest for owner, (_, digest) in known.items()} == {
        owner: str(digest) for owner, digest in digests_of(rows).items()
    }
    logged = connection.execute("SELECT seq, digest FROM action_log ORDER BY seq").fetchall()
    assert logged[-1] == known[first]
    (journal,) = read_all(session.store.path)
    assert journal.entries[-1].head["digest"] == logged[-1][1]


def lose(session):
    return "DELETE FROM problem WHERE number = 2"


def double(session):
    names = columns(session, "problem")
    values = ["'again'" if name == "id" else name for name in names]
    return (
        f"INSERT INTO problem ({', '.join(names)}) "
        f"SELECT {', '.join(values)} FROM problem WHERE number = 2"
    )


def grow_stale(session):
    """Restore the row of a problem to its state before it was edited."""
    problem = session.state.problems[1]
    session.execute(EditProblem(problem.id, "wording", "言い直したこと"))
    return f"UPDATE problem SET wording = '{problem.wording}' WHERE id = '{problem.id}'"


def lose_customer_words(session):
    return "UPDATE customer SET industry = 'another'"


def lose_digest(session):
    return "DELETE FROM row_digest WHERE workshop_id <> ''"


def spoil_digest(session):
    return "UPDATE row_digest SET digest = '?' WHERE workshop_id <> ''"


def double_workshop(session):
    names = columns(session, "workshop")
    values = ["'again'" if name == "id" else name for name in names]
    return f"INSERT INTO workshop ({', '.join(names)}) SELECT {', '.join(values)} FROM workshop"


@pytest.mark.parametrize(
    ("spoil", "key", "n"),
    [
        (lose, "errors.rows_fewer", 1),
        (double, "errors.rows_more", 1),
        (grow_stale, "errors.rows_other", 0),
        (lose_customer_words, "errors.rows_other", 0),
        (lose_digest, "errors.rows_more", None),
        (spoil_digest, "errors.rows_more", None),
        (double_workshop, "errors.rows_more", 1),
    ],
)
def test_what_is_lost_doubled_or_stale_is_said_and_nothing_more_is_written(session, spoil, key, n):
    change(session, spoil(session))
    assert findings(session.store)
    told = session.store.damage
    assert told.key == key
    assert n is None or told.values == {"n": n}
    for language in LANGUAGES:
        assert Texts(language)(told.key, **told.values)
    with pytest.raises(StoreError) as refused:
        session.execute(AddProblem("書いてはいけない"))
    assert refused.value.key == key
    assert not folder_of(session.store.path).exists()  # no journal begins with such rows


def test_a_damaged_action_is_said_not_undone_and_forgotten_by_a_recovery(session):
    edited = session.state.problems[0].id
    session.execute(EditProblem(edited, "wording", "言い直したこと"))
    first, second = (row["seq"] for row in session.store.log(session.workshop_id)[-2:])
    change(
        session,
        f"UPDATE action_log SET payload = replace(payload, '三つ目', '二つ目') WHERE seq = {first}",
    )
    assert findings(session.store) == []  # the records themselves are sound
    assert [str(each) for each in session.store.unreadable()] == [f"action_log {first}: checksum"]
    session.undo()
    with pytest.raises(StoreError) as refused:
        session.undo()
    assert refused.value.key == "errors.record_unreadable"
    assert [each.first_wording for each in session.state.problems] == ["一つ目", "二つ目", "三つ目"]
    session.store.close()
    shutil.rmtree(folder_of(session.store.path))
    again = Store(recovered(session.store.path).file)
    assert again.unreadable() == []
    kinds = {row["seq"]: row["kind"] for row in again.log(session.workshop_id)}
    assert (kinds[first], kinds[second]) == (FORGOTTEN, "edit_problem")
    again.close()
    session.store = Store(session.store.path)


def test_what_is_forgotten_in_the_log_leaves_its_checksums_right(session):
    session.execute(AddParticipant("青木"))
    person = session.state.participants[0].id
    session.execute(AddProblem("青木さんの課題", speaker_id=person))
    session.execute(RemoveParticipant(person))
    assert session.store.forget_people(session.workshop_id) == 1
    assert session.store.unreadable() == []


def test_rows_and_digest_that_are_equally_stale_are_detected_by_the_log(session):
    connection = session.store.database.conn
    before = stored(connection)[session.workshop_id]
    problem = session.state.problems[0]
    session.execute(EditProblem(problem.id, "wording", "あとで言い直したこと"))
    change(
        session,
        f"UPDATE problem SET wording = '{problem.wording}' WHERE id = '{problem.id}'",
        f"UPDATE row_digest SET seq = {before[0]}, digest = '{before[1]}' "
        f"WHERE workshop_id = '{session.workshop_id}'",
    )
    assert findings(session.store) == [f"row_digest {session.workshop_id}: older"]
    assert session.store.damage.key == "errors.rows_older"


def test_only_the_workshop_that_is_damaged_is_named(session):
    first = session.workshop_id
    create_workshop(session, "ほかの会社")
    session.execute(AddProblem("ほかの課題"))
    change(session, f"DELETE FROM problem WHERE workshop_id = '{first}' AND number = 1")
    found = findings(session.store, repair=False)
    assert [line for line in found if line.startswith("row_digest")] == [
        f"row_digest {first}: fewer"
    ]


def without_line(path, number):
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[number]
    path.write_bytes(b"".join(lines))


def test_a_line_that_the_journal_lost_is_noticed_when_it_is_needed(session):
    path = session.store.path
    whole = recovered(path)
    assert whole.source is RecoverySource.JOURNALS
    assert whole.is_whole
    (journal,) = read_all(path)
    without_line(journal.path, -2)
    session.store.close()
    path.write_bytes(bytes(path.stat().st_size))
    found = recovered(path)
    assert found.last.differs
    assert not found.is_whole


def test_a_line_lost_before_the_copy_was_made_costs_nothing(session):
    path = session.store.path
    make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("控えの後"))
    wanted = session.state
    (journal,) = read_all(path)
    without_line(journal.path, -3)
    session.store.close()
    found = recovered(path, copies=sound_copies(path))
    assert found.source is RecoverySource.BOTH
    assert found.is_whole
    again = new_session(found.file)
    again.open(wanted.workshop.id)
    assert again.state == wanted
    assert findings(again.store) == []
    again.store.close()
    session.store = Store(path)


def test_rows_that_were_gathered_one_by_one_are_compared_too(session):
    path = session.store.path
    change(session, lose(session))
    session.store.close()
    found = recovered(path)
    assert found.source is RecoverySource.ROWS
    assert found.last.differs
    session.store = Store(path)


def test_a_copy_from_which_something_was_taken_has_a_digest_of_what_is_left(session):
    first = session.workshop_id
    second = create_workshop(session, "ほかの会社")
    session.execute(AddParticipant("青木"))
    make_copy(session, Occasion.EVERY)
    session.open(first)
    session.execute(DeleteWorkshop(second))
    assert clean_copies(session.store.path) == 1
    (copy,) = sound_copies(session.store.path)
    taken = Session(Store(copy.path, lasting=False))
    assert findings(taken.store) == []
    assert second not in stored(taken.store.database.conn)
    taken.store.close()
