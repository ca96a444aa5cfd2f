"""Recovery after damage: from the newest copy and the journals, else what is readable."""

import os
import shutil
from random import Random

import pytest

from tests.faults.table import everything
from tests.helpers.random_commands import act_at_random
from tests.helpers.sessions import create_workshop
from workshop_app.domain.errors import StoreError
from workshop_app.services.commands.participants import AddParticipant, SetAnonymous
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.copies import Occasion, make_copy
from workshop_app.services.session import Session
from workshop_app.store import recovery
from workshop_app.store.journal import folder_of
from workshop_app.store.recovery import (
    RecoverySource,
    can_recover,
    put_in_place,
    recovered,
    sound_copies,
)
from workshop_app.store.store import Store


def damage(session, kind="zeros"):
    """Close the store and damage its file; return its content."""
    before = everything(session.store)
    path = session.store.path
    session.store.close()
    data = bytearray(path.read_bytes())
    if kind == "page 1":
        data[:4096] = bytes(4096)
    elif kind == "zeros":
        data = bytearray(len(data))
    elif kind == "empty":
        data = bytearray()
    elif kind == "cut":
        del data[len(data) // 2 :]
    elif kind == "noise":
        data[8192 : len(data) // 2] = os.urandom(len(data) // 2 - 8192)
    path.write_bytes(data)
    return before


def bring_back(session, **options):
    path = session.store.path
    found = recovered(path, copies=sound_copies(path), **options)
    aside = put_in_place(found, path)
    session.store = Store(path)
    return found, aside


@pytest.mark.parametrize("kind", ["page 1", "empty", "cut", "noise"])
def test_the_newest_copy_and_the_journals_bring_back_every_action(session, kind):
    random = Random(7)
    act_at_random(session, random, 25)
    make_copy(session, Occasion.EVERY)
    act_at_random(session, random, 25)
    create_workshop(session, "あとの会社")
    act_at_random(session, random, 10)
    before = damage(session, kind)
    damaged = session.store.path.read_bytes()
    found, aside = bring_back(session)
    assert everything(session.store) == before
    assert found.source is RecoverySource.BOTH
    assert found.is_whole
    assert len(found.back) == 2
    assert aside.read_bytes() == damaged
    assert session.store.check() == []
    assert not session.store.path.with_name("workshops.db.recovery").exists()


def test_the_journals_are_sufficient(session):
    act_at_random(session, Random(3), 40)
    before = damage(session)
    assert can_recover(session.store.path)
    found, _ = bring_back(session)
    assert found.source is RecoverySource.JOURNALS
    assert everything(session.store) == before


def test_undo_goes_on_where_it_was(session):
    session.execute(AddProblem("一つ目"))
    make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("二つ目"))
    session.execute(AddProblem("三つ目"))
    session.undo()
    workshop_id = session.workshop_id
    damage(session)
    bring_back(session)
    again = Session(session.store)
    again.open(workshop_id)
    again.redo()
    assert [each.first_wording for each in again.state.problems][-1] == "三つ目"
    for _ in range(3):
        again.undo()
    assert again.state.problems == ()
    again.execute(AddProblem("あとの"))
    assert [str(one) for found in session.store.record_steps(repair=False) for one in found] == []


def test_a_copy_that_changed_is_passed_over(session):
    session.execute(AddProblem("一つ目"))
    good = make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("二つ目"))
    bad = make_copy(session, Occasion.EVERY)
    data = bytearray(bad.path.read_bytes())
    data[6_000] ^= 1
    bad.path.write_bytes(data)
    before = damage(session)
    assert [copy.path for copy in sound_copies(session.store.path)] == [good.path]
    bring_back(session)
    assert everything(session.store) == before


def test_without_journals_what_is_missing_is_counted(session):
    session.execute(AddProblem("一つ目"))
    make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("二つ目"))
    session.execute(AddProblem("三つ目"))
    session.store.close()
    shutil.rmtree(folder_of(session.store.path))
    path = session.store.path
    data = bytearray(path.read_bytes())
    path.write_bytes(data.replace("三つ目".encode(), "三つ木".encode()))
    found, _ = bring_back(session)
    assert found.source is RecoverySource.COPY
    assert found.last.counts["problems"] == 1
    assert found.last.expected["problems"] == 3
    assert found.last.lost_actions == 2
    assert not found.is_whole


def test_without_copies_and_journals_rows_are_read_one_by_one(session):
    for number in range(400):
        session.execute(AddProblem(f"{number} 番目の課題がまだ残っている"))
    before = everything(session.store)
    workshop_id = session.workshop_id
    session.store.close()
    path = session.store.path
    shutil.rmtree(folder_of(path))
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        if "200 番目の課題がまだ".encode() in data[start : start + 4096]:
            data[start : start + 4096] = os.urandom(4096)
    path.write_bytes(data)
    with pytest.raises(StoreError):
        Store(path)
    found, aside = bring_back(session)
    assert found.source is RecoverySource.ROWS
    kept = everything(session.store)[workshop_id]
    assert 300 < len(kept.problems) < 400
    assert set(kept.problems) <= set(before[workshop_id].problems)
    assert session.store.find_problems("100 番目")
    assert aside.exists()


def test_where_nothing_can_be_read_there_is_an_empty_store(session):
    session.execute(AddProblem("一つ目"))
    path = session.store.path
    session.store.close()
    shutil.rmtree(folder_of(path))
    path.write_bytes(os.urandom(9_000))
    found, aside = bring_back(session)
    assert found.source is RecoverySource.NOTHING
    assert everything(session.store) == {}
    assert aside.stat().st_size == 9_000


def test_what_was_deleted_or_forgotten_does_not_come_back(session):
    first = session.workshop_id
    who = session.execute(AddParticipant("青木 のぞみ"))
    session.execute(AddProblem("鳴りやまない", speaker_id=str(who)))
    other = create_workshop(session, "ほかの会社")
    session.execute(AddProblem("ほかの課題"))
    copy = make_copy(session, Occasion.EVERY)
    kept = copy.path.read_bytes()
    session.execute(DeleteWorkshop(first))
    session.execute(SetAnonymous(True))
    copy.path.write_bytes(kept)  # the copy has not been cleaned yet
    before = damage(session)
    bring_back(session)
    assert everything(session.store) == before
    assert [*before] == [other]


def test_what_was_begun_and_cut_short_is_begun_again(session):
    session.execute(AddProblem("一つ目"))
    make_copy(session, Occasion.EVERY)
    before = damage(session)
    path = session.store.path
    recovered(path, copies=sound_copies(path))
    found = recovered(path, copies=sound_copies(path))
    assert path.read_bytes()[:100] == bytes(100)
    put_in_place(found, path)
    session.store = Store(path)
    assert everything(session.store) == before


@pytest.mark.parametrize("copied", [True, False])
def test_a_damaged_line_of_a_journal_costs_only_its_own_action(session, copied):
    """Later lines refer to the person whom the damaged line added."""
    session.execute(AddProblem("一つ目"))
    if copied:
        make_copy(session, Occasion.EVERY)
    who = session.execute(AddParticipant("青木 のぞみ"))
    session.execute(AddProblem("二つ目", speaker_id=str(who)))
    session.execute(AddProblem("三つ目"))
    journal = session.store.recording.journals.path_of(session.workshop_id)
    workshop_id = session.workshop_id
    damage(session)
    lines = journal.read_bytes().splitlines(keepends=True)
    (spoilt,) = [n for n, line in enumerate(lines) if "add_participant" in line.decode()]
    lines[spoilt] = lines[spoilt].replace("青木".encode(), "青水".encode())
    journal.write_bytes(b"".join(lines))
    found, _ = bring_back(session)
    state = everything(session.store)[workshop_id]
    assert [each.first_wording for each in state.problems] == ["一つ目", "二つ目", "三つ目"]
    assert [each.speaker_id for each in state.problems] == [None, None, None]
    assert state.participants == ()
    assert not found.is_whole
    assert session.store.check() == []
    assert [one for each in session.store.record_steps() for one in each] == []


@pytest.mark.parametrize("copied", [True, False])
def test_a_workshop_without_copy_and_journal_is_read_from_the_damaged_file(session, copied):
    if copied:
        make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("一つ目"))
    gone = create_workshop(session, "消した会社")
    session.close()
    session.execute(DeleteWorkshop(gone))
    alone = create_workshop(session, "控えのない会社")
    session.execute(AddProblem("控えのない課題"))
    before = everything(session.store)
    journal = session.store.recording.journals.path_of(alone)
    path = session.store.path
    session.store.close()
    journal.unlink()
    data = path.read_bytes()
    assert b"add_problem" in data
    path.write_bytes(data.replace("一つ目".encode(), "\xff\xff\xff".encode("latin-1") * 3, 1))
    found, _ = bring_back(session)
    assert found.source is (RecoverySource.BOTH if copied else RecoverySource.JOURNALS)
    assert everything(session.store) == before
    assert session.store.check() == []


def test_what_no_source_agrees_on_still_gives_records(session, monkeypatch):
    session.execute(AddProblem("一つ目"))
    make_copy(session, Occasion.EVERY)
    damage(session)
    replay = recovery._replay

    def refuse(db, known, **options):
        if known:
            raise StoreError("errors.store_damaged", reason="journal")
        return replay(db, known, **options)

    monkeypatch.setattr(recovery, "_replay", refuse)
    found, _ = bring_back(session)
    assert found.source is RecoverySource.COPY
    assert found.last.counts["problems"] == 1
