"""Importing files of Mackerel: one undo step that replaces what was read before."""

import pytest

from tests.helpers.mackerel_files import ALL_FILES, FOLDER
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import NotFound
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import setup_of
from workshop_app.services.commands.setup import ImportSetup, RemoveSetup
from workshop_app.services.imports.mackerel.files import read_setups

FIRST = "2026-12-03T14:00:00"
SECOND = "2026-12-04T09:00:00"


def take(session, *names, at=FIRST):
    previews = read_setups([FOLDER / name for name in names], session.state.setup)
    session.execute(ImportSetup(previews, at))
    return previews


def test_several_files_are_one_step(session):
    before = session.state
    told = []
    session.listen(told.append)
    session.execute(ImportSetup(read_setups(ALL_FILES), FIRST))
    after = session.state
    assert {part.kind for part in after.setup} == set(SetupKind)
    assert [part.position for part in after.setup] == list(range(len(SetupKind)))
    assert told == [Changes.SETUP]
    session.undo()
    assert session.state == before
    session.redo()
    assert session.state == after


def test_a_file_of_the_same_kind_takes_the_earlier_ones_place(session):
    take(session, "hosts.json", "monitors.json")
    hosts, monitors = session.state.setup
    (preview,) = take(session, "hosts-verbose.json", at=SECOND)
    assert preview.replaces == hosts
    newer, same = session.state.setup
    assert (newer.id, newer.position, newer.taken_at) == (hosts.id, hosts.position, SECOND)
    assert same == monitors
    assert [host.id for host in setup_of(session.state.setup).hosts] == [
        "3hReserve01",
        "3hSwitch01",
    ]
    session.undo()
    assert session.state.setup == (hosts, monitors)


def test_another_subject_is_added_beside(session, tmp_path):
    take(session, "mackerel-agent.conf")
    text = (FOLDER / "mackerel-agent.conf").read_text(encoding="utf-8")
    (tmp_path / "db.conf").write_text(text.replace("reserve01", "reserve-db"), encoding="utf-8")
    previews = read_setups([tmp_path / "db.conf"], session.state.setup)
    assert previews[0].replaces is None
    session.execute(ImportSetup(previews, SECOND))
    assert [part.subject for part in session.state.setup] == ["reserve01", "reserve-db"]


def test_the_same_file_once_more_is_newer_and_nothing_else(session):
    take(session, "alerts.json")
    (before,) = session.state.setup
    take(session, "alerts.json", at=SECOND)
    (after,) = session.state.setup
    assert (after.facts, after.id, after.taken_at) == (before.facts, before.id, SECOND)


def test_a_part_is_removed_and_its_place_is_not_given_twice(session):
    take(session, "hosts.json", "monitors.json", "alerts.json")
    before = session.state.setup
    session.execute(RemoveSetup(before[1].id))
    assert session.state.setup == (before[0], before[2])
    take(session, "services.json")
    assert len({part.position for part in session.state.setup}) == 3
    session.undo()
    session.undo()
    assert session.state.setup == before
    with pytest.raises(NotFound):
        session.execute(RemoveSetup("gone"))


def test_nothing_is_kept_of_a_command_without_files(session):
    before = session.state, session.next_undo()
    session.execute(ImportSetup((), FIRST))
    assert (session.state, session.next_undo()) == before
