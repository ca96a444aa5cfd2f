"""The journal: each action is in it before it is stored, and it can restore everything alone."""

import json
import os
import stat
from dataclasses import replace
from random import Random

import pytest

from tests.helpers.random_commands import act_at_random
from tests.helpers.sessions import create_workshop, open_session
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Theme
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.services.command import Command
from workshop_app.services.commands.participants import (
    AddParticipant,
    RemoveParticipant,
    SetAnonymous,
)
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.workshops import DeleteWorkshop, EditCustomer
from workshop_app.services.session import Session
from workshop_app.store import journal as journals
from workshop_app.store.journal import AHEAD, folder_of, read_all, replayed
from workshop_app.store.store import Store


def rows_in(store):
    """All rows of records, by table and id."""
    found = {}
    for workshop_id in store.contents():
        found |= {(table, row["id"]): row for table, row in store.recording.whole(workshop_id)}
    return found


def rebuilt(store_path):
    return replayed((one for each in read_all(store_path) for one in each.entries), {})


def the_journal(session):
    (found,) = read_all(session.store.path)
    return found


def findings(store, **options):
    return [str(one) for found in store.record_steps(**options) for one in found]


@pytest.mark.parametrize("seed", range(4))
def test_the_lines_of_the_journal_give_the_same_rows(session, seed):
    random = Random(seed)
    act_at_random(session, random, 40)
    create_workshop(session, "ほかの会社")
    act_at_random(session, random, 40)
    assert rebuilt(session.store.path) == rows_in(session.store)
    assert findings(session.store, repair=False) == []


def test_a_line_is_on_the_disk_before_its_action_counts_as_done(session, monkeypatch):
    session.execute(AddProblem("一つ目"))
    synced = []
    monkeypatch.setattr(
        journals.os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size)
    )
    session.execute(AddProblem("二つ目"))
    assert synced[-1] == the_journal(session).path.stat().st_size
    assert "二つ目" in the_journal(session).path.read_text(encoding="utf-8")


def test_names_and_rights_give_nothing_away(session):
    session.execute(AddProblem("一つ目"))
    folder = folder_of(session.store.path)
    path = the_journal(session).path
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert session.workshop_id not in path.name


class _Refused(Command):
    kind = "refused"
    step = Step.LIST

    def apply(self, store, workshop_id):
        store.insert(Theme(id="t", workshop_id="nobody", position=0, name="broken reference"))


def test_a_refused_action_leaves_no_line(session):
    session.execute(AddProblem("一つ目"))
    before = the_journal(session).path.read_bytes()
    with pytest.raises(StoreError):
        session.execute(_Refused())
    assert the_journal(session).path.read_bytes() == before
    session.execute(AddProblem("二つ目"))
    assert rebuilt(session.store.path) == rows_in(session.store)


def test_a_line_that_a_crash_left_without_its_action_is_cut_off(session):
    session.execute(AddProblem("一つ目"))
    path = the_journal(session).path
    head = {"seq": 999, "workshop_id": session.workshop_id, "kind": "x"}
    line = journals._line(json.dumps({**head, "rows": [["problem", "p", None, {"id": "p"}]]}))
    for left in (line, line[:30]):
        session.store.close()
        path.write_bytes(path.read_bytes() + left)
        session.store = Store(session.store.path)
        again = Session(session.store)
        again.open(read_all(session.store.path)[0].workshop_id)
        again.execute(AddProblem("あとの"))
        assert rebuilt(session.store.path) == rows_in(session.store)
        assert the_journal(session).faults == 0


@pytest.mark.parametrize("damage", ["gone", "flipped", "cut", "behind"])
def test_an_incomplete_journal_is_started_again(session, damage):
    session.execute(AddProblem("一つ目"))
    path = the_journal(session).path
    data = bytearray(path.read_bytes())
    session.execute(AddProblem("二つ目"))
    if damage == "flipped":
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 4
    elif damage == "cut":
        del data[len(data) // 2 :]
    session.store.close()
    path.unlink() if damage == "gone" else path.write_bytes(data)
    session.store = Store(session.store.path)
    assert findings(session.store, repair=False)
    again = Session(session.store)
    again.open(session.workshop_id)
    again.execute(AddProblem("三つ目"))
    assert rebuilt(session.store.path) == rows_in(session.store)
    assert findings(session.store, repair=False) == []


def test_one_flipped_letter_in_the_store_is_noticed(session):
    session.execute(AddProblem("monitoring"))
    session.execute(EditProblem(session.state.problems[0].id, "wording", "no answer"))
    session.store.close()
    path = session.store.path
    path.write_bytes(path.read_bytes().replace(b"no answer", b"mo answer"))
    session.store = Store(path)
    assert session.store.check() == []
    assert findings(session.store) == [
        f"row_digest {session.workshop_id}: other",
        f"problem {session.state.problems[0].id}: differs from its journal",
    ]


def test_where_it_cannot_be_written_work_goes_on_and_it_is_made_good(session, monkeypatch):
    session.execute(AddProblem("一つ目"))

    def full(_handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(journals.os, "fsync", full)
        session.execute(AddProblem("二つ目"))
    session.execute(AddProblem("三つ目"))
    assert rebuilt(session.store.path) == rows_in(session.store)


def test_what_is_forgotten_is_in_no_line(session):
    name = "青木 のぞみ"
    who = session.execute(AddParticipant(name))
    session.execute(AddProblem("鳴りやまない", speaker_id=str(who)))
    session.execute(SetAnonymous(True))
    assert str(who) not in json.dumps(
        [entry.rows for entry in the_journal(session).entries if "problem" in str(entry.rows[:1])]
    ) or name in the_journal(session).path.read_text(encoding="utf-8")
    session.execute(RemoveParticipant(str(who)))
    workshop_id = session.workshop_id
    session.close()
    assert name not in the_journal(session).path.read_text(encoding="utf-8")
    session.execute(DeleteWorkshop(workshop_id))
    assert read_all(session.store.path) == []


def test_a_crash_before_the_journal_forgot_is_made_good_by_the_next_look(session, monkeypatch):
    who = session.execute(AddParticipant("青木 のぞみ"))
    session.execute(AddProblem("鳴りやまない", speaker_id=str(who)))
    kept = the_journal(session).path.read_bytes()
    session.execute(SetAnonymous(True))
    path = the_journal(session).path
    session.store.close()
    path.write_bytes(kept)
    session.store = Store(session.store.path)
    assert findings(session.store) == []
    assert path.read_bytes() != kept
    assert rebuilt(session.store.path) == rows_in(session.store)


def test_a_temporary_store_has_no_journal(tmp_path):
    session = open_session(tmp_path / "sample.db")
    session.execute(AddProblem("見本"))
    assert not folder_of(session.store.path).exists()


def test_a_store_of_an_earlier_day_does_not_cost_the_later_lines(session):
    session.execute(AddProblem("一つ目"))
    earlier = session.store.path.read_bytes()
    for words in ("二つ目", "三つ目", "四つ目"):
        session.execute(AddProblem(words))
    session.store.close()
    session.store.path.write_bytes(earlier)
    session.store = Store(session.store.path)
    again = Session(session.store)
    again.open(session.workshop_id)
    again.execute(AddProblem("別の二つ目"))
    (kept,) = folder_of(session.store.path).glob("*.ahead")
    assert "四つ目" in kept.read_text(encoding="utf-8")
    assert rebuilt(session.store.path) == rows_in(session.store)


class _EditElsewhere(Command):
    """A command like those of a visit that change the previous workshop."""

    workshop: str
    title: str
    kind = "edit_elsewhere"
    step = Step.LIST

    def apply(self, store, workshop_id):
        store.update(replace(store.get(Workshop, self.workshop), title=self.title))


def test_what_an_action_changes_in_another_workshop_is_known_there(session):
    first = session.workshop_id
    session.execute(AddProblem("前の回の課題"))
    before = {each.path: each.path.read_bytes() for each in read_all(session.store.path)}
    create_workshop(session, "ほかの会社")
    session.execute(_EditElsewhere(first, "前の回（済）"))
    assert findings(session.store, repair=False) == []
    assert rebuilt(session.store.path) == rows_in(session.store)
    session.undo()
    assert findings(session.store, repair=False) == []
    for path, data in before.items():  # a crash before the other journal was written
        path.write_bytes(data)
    session.store.close()
    session.store = Store(session.store.path)
    assert findings(session.store, repair=False) == []
    assert rebuilt(session.store.path) == rows_in(session.store)


def test_a_workshop_that_is_deleted_leaves_the_journals_and_logs_of_others(session):
    first = session.workshop_id
    create_workshop(session, "ほかの会社")
    session.execute(_EditElsewhere(first, "前の回の秘密の題"))
    session.execute(DeleteWorkshop(first))
    words = "前の回の秘密の題".encode()
    folder = session.store.path.parent
    assert not [
        each.name for each in folder.rglob("*") if each.is_file() and words in each.read_bytes()
    ]
    assert findings(session.store, repair=False) == []


def test_a_customer_edited_with_no_workshop_open_is_in_all_journals_of_it(session):
    customer = session.state.customer
    session.close()
    session.execute(EditCustomer(customer.id, "industry", "物流"))
    rows = rebuilt(session.store.path)
    assert rows["customer", customer.id]["industry"] == "物流"


@pytest.mark.parametrize("command", ["delete", "anonymous"])
def test_a_journal_of_actions_that_no_store_has_forgets_too(session, command):
    first = session.workshop_id
    path = session.store.recording.journals.path_of(first)
    ahead = path.with_name(path.name + AHEAD)
    ahead.write_bytes(path.read_bytes())
    other = path.with_name("other.jsonl" + AHEAD)
    other.write_bytes(b"another workshop")
    if command == "anonymous":
        session.execute(SetAnonymous(True))
    else:
        create_workshop(session, "ほかの会社")
        session.execute(DeleteWorkshop(first))
    assert not ahead.exists()
    assert other.exists()
