"""``import`` of a workshop file: a whole workshop moves from one laptop to another."""

import json
from dataclasses import replace

import pytest

from tests.cli.conftest import state_in
from tests.helpers.papers import files_below, unpacked
from tests.helpers.sessions import new_session
from workshop_app.domain.workshop_json import to_json
from workshop_app.services.commands.problems import EditProblem, RemoveProblem
from workshop_app.services.commands.workshops import DeleteWorkshop


@pytest.fixture
def full_file(terminal, sample_store, sample_id, tmp_path):
    """The sample as a complete workshop file, written by the program."""
    where = ("--out", tmp_path / "out", "--store", sample_store)
    answer = terminal("export", sample_id, *where, "--only", "workshop_full")
    assert answer.code == 0
    (file,) = files_below(tmp_path / "out")
    return file


def id_in(answer):
    return answer.out.splitlines()[-1].split()[-1]


def test_a_laptop_without_records_gets_its_first_ones(
    terminal, full_file, sample_store, sample_id, tmp_path
):
    store = tmp_path / "new" / "records.db"
    answer = terminal("import", full_file, "--store", store, "--lang", "en")
    assert (answer.code, answer.err) == (0, "")
    assert id_in(answer) == sample_id
    original = state_in(sample_store, sample_id)
    exported = replace(original.workshop, exported_at="")
    assert state_in(store, sample_id) == replace(original, workshop=exported)


def test_an_imported_workshop_gives_the_same_file(terminal, full_file, sample_id, tmp_path):
    store = tmp_path / "away.db"
    terminal("import", full_file, "--store", store)
    terminal(
        "export",
        sample_id,
        "--store",
        store,
        "--out",
        tmp_path / "again",
        "--only",
        "workshop_full",
    )
    (again,) = files_below(tmp_path / "again")
    assert again.suffix == ".workshop"
    assert again.read_bytes() == full_file.read_bytes()
    exported = state_in(store, sample_id)
    before = replace(exported, workshop=replace(exported.workshop, exported_at=""))
    assert unpacked(again.read_bytes()).decode() == to_json(before, private=True)


def test_an_identical_workshop_is_not_imported_again(terminal, full_file, sample_store, sample_id):
    before = state_in(sample_store, sample_id)
    listed = terminal("list", "--store", sample_store).out
    answer = terminal("import", full_file, "--store", sample_store)
    assert answer.code == 0
    assert id_in(answer).endswith(sample_id)
    assert terminal("list", "--store", sample_store).out == listed
    assert state_in(sample_store, sample_id) == before


def test_a_second_copy_has_new_ids_and_another_title(terminal, full_file, sample_store, sample_id):
    before = state_in(sample_store, sample_id)
    answer = terminal("import", full_file, "--copy", "--store", sample_store, "--lang", "en")
    assert answer.code == 0
    assert id_in(answer) != sample_id
    assert state_in(sample_store, sample_id) == before
    second = state_in(sample_store, id_in(answer))
    assert len(second.problems) == len(before.problems)
    assert second.workshop.title == f"{before.workshop.title} (second copy)"


@pytest.fixture
def changed_here(full_file, sample_store, sample_id):
    """The store, after a problem that is in the file was reworded and two were removed."""
    session = new_session(sample_store)
    session.open(sample_id)
    by_number = {each.number: each.id for each in session.state.problems}
    session.execute(EditProblem(by_number[3], "wording", "ここで直したことば"))
    session.execute(RemoveProblem(by_number[12]))
    session.store.close()
    return sample_store


def test_a_different_workshop_is_shown_beside_the_file_and_nothing_merges(
    terminal, full_file, changed_here, sample_id, language
):
    before = state_in(changed_here, sample_id)
    more = ("--store", changed_here, "--lang", language)
    answer = terminal("import", full_file, *more)
    assert answer.code == 2
    assert "--take" in answer.err
    assert "ここで直したことば" in answer.out
    assert terminal("import", full_file, "--dry-run", *more).code == 0
    unknown = terminal("import", full_file, "--take", "99", *more)
    assert (unknown.code, "99" in unknown.err) == (2, True)
    assert state_in(changed_here, sample_id) == before
    original = state_in(changed_here, sample_id).problems
    assert terminal("import", full_file, "--take", "12", "--take", "3", *more).code == 0
    after = state_in(changed_here, sample_id)
    assert {each.number for each in original} < {each.number for each in after.problems}
    assert after.problems[-1].number > max(each.number for each in original)  # 12 is printed
    assert "ここで直したことば" not in {each.wording for each in after.problems}


def test_what_was_deleted_returns_only_when_it_is_said(
    terminal, full_file, sample_store, sample_id
):
    session = new_session(sample_store, lasting=True)
    state = session.state_of(sample_id)
    session.execute(DeleteWorkshop(sample_id))
    session.store.close()
    more = ("--store", sample_store, "--lang", "en")
    refused = terminal("import", full_file, *more)
    assert refused.code == 2
    assert state.workshop.title in refused.err
    assert state.customer.name in refused.err
    assert "no workshops" in terminal("list", *more).out
    answer = terminal("import", full_file, "--yes", *more)
    assert answer.code == 0
    assert "holds private notes" in answer.out
    assert id_in(answer) != sample_id
    assert state_in(sample_store, id_in(answer)).customer == state.customer


def test_a_dry_run_writes_nothing(terminal, full_file, tmp_path):
    store = tmp_path / "records.db"
    answer = terminal("import", full_file, "--store", store, "--dry-run", "--lang", "en")
    assert answer.code == 0
    assert "株式会社みなとまち通販" in answer.out
    assert "nothing was imported yet" in answer.out
    assert not store.exists()


def test_a_workshop_named_by_into_is_not_changed_and_that_is_said(
    terminal, full_file, sample_store, sample_id
):
    before = state_in(sample_store, sample_id)
    answer = terminal(
        "import", full_file, "--copy", "--into", sample_id, "--store", sample_store, "--lang", "en"
    )
    assert answer.code == 0
    assert "of its own" in answer.err
    assert state_in(sample_store, sample_id) == before


def test_refusals_are_one_sentence_and_change_nothing(
    terminal, full_file, sample_store, sample_id, tmp_path, language
):
    more = ("--store", sample_store, "--lang", language)
    text = unpacked(full_file.read_bytes()).decode()
    cut = tmp_path / "cut.workshop"
    cut.write_bytes(full_file.read_bytes()[:-400])
    short = tmp_path / "short.json"
    short.write_text(text[:-400], "utf-8")
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps(json.loads(text) | {"version": 9}), "utf-8")
    odd = tmp_path / "odd.json"
    odd.write_text(text.replace('"number": 3', '"number": 4', 1), "utf-8")
    before = terminal("list", *more).out
    assert "cut.workshop" in terminal("import", cut, *more).refusal
    assert "short.json" in terminal("import", short, *more).refusal
    assert "9" in terminal("import", newer, *more).refusal
    assert "problems[3].number" in terminal("import", odd, *more).refusal
    assert terminal("import", full_file, cut, *more).refusal
    assert terminal("import", full_file, "--into", "nowhere", *more).refusal
    assert terminal("list", *more).out == before


def test_a_list_still_needs_the_workshop_it_goes_into(terminal, sample_store, tmp_path):
    (tmp_path / "list.txt").write_text("通知が多い", encoding="utf-8")
    sentence = terminal("import", tmp_path / "list.txt", "--store", sample_store).refusal
    assert "--into" in sentence


def test_a_file_without_what_is_private_is_taken_too(terminal, sample_store, sample_id, tmp_path):
    path = tmp_path / "w.json"
    path.write_text(to_json(state_in(sample_store, sample_id), private=False), encoding="utf-8")
    answer = terminal("import", path, "--store", tmp_path / "away.db")
    assert answer.code == 0
    assert not any(who.email for who in state_in(tmp_path / "away.db", sample_id).participants)
