"""Copies that are made by themselves: whole, thinned, and the last good one always kept."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.sessions import open_session
from workshop_app.domain.errors import StoreError
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.store.auto_backup import copies, finish, new_name, to_remove
from workshop_app.store.backup import check_file
from workshop_app.store.store import Store

NOW = datetime(2026, 12, 3, 14, 0)  # noqa: DTZ001 - the clock of the room


def ago(**past):
    return NOW - timedelta(**past)


def test_two_days_are_kept_whole():
    times = [ago(minutes=10 * number) for number in range(48 * 6)]
    assert to_remove(times, NOW) == set()


def test_older_ones_are_thinned_to_days_weeks_and_months():
    times = [ago(hours=6 * number) for number in range(4 * 600)]
    kept = set(times) - to_remove(times, NOW)
    older = sorted(time for time in kept if NOW - time > timedelta(days=2))
    assert len({time.date() for time in older}) == len(older)  # one a day at most
    assert 12 + 5 <= len(older) <= 12 + 10 + 9
    assert min(kept) < ago(days=200)
    recent = [time for time in older if NOW - time < timedelta(days=13)]
    assert len(recent) >= 11


@given(
    st.lists(
        st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
        min_size=1,
        max_size=60,
    ),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
)
def test_whatever_the_clock_says_the_newest_is_kept_and_thinning_again_changes_nothing(times, now):
    gone = to_remove(times, now)
    assert max(times) not in gone
    assert gone <= set(times)
    assert not any(timedelta() <= now - time <= timedelta(days=2) for time in gone)
    assert to_remove(set(times) - gone, now) == set()


@pytest.fixture
def session(tmp_path):
    session = open_session(tmp_path / "workshops.db", lasting=True)
    session.execute(AddProblem("先に言ったこと"))
    yield session
    session.store.close()


def copy(session, now=NOW, **options):
    target = new_name(session.store.path, now)
    part = target.with_name(target.name + ".part")
    for _ in session.store.copy_steps(part):
        pass
    return finish(part, target, session.store.path, **options)


def test_a_copy_holds_everything_and_opens(session):
    assert copy(session)
    (path,) = copies(session.store.path).values()
    assert check_file(path) == []
    again = Store(path)
    assert again.find_problems("先に言った")
    again.close()


def test_what_did_not_change_is_not_copied_again_not_even_after_a_restart(session):
    assert copy(session)
    assert not copy(session, NOW + timedelta(minutes=10))
    session.store.close()
    session.store = Store(session.store.path)
    assert not copy(session, NOW + timedelta(minutes=20))
    session.execute(AddProblem("あとから"))
    assert copy(session, NOW + timedelta(minutes=30))
    assert len(copies(session.store.path)) == 2


def test_what_is_written_while_a_copy_is_made_is_in_it_whole(session):
    session.execute(AddProblems(tuple(f"{number} 番目の長い課題 " * 50 for number in range(2_000))))
    target = new_name(session.store.path, NOW)
    part = target.with_name(target.name + ".part")
    steps = session.store.copy_steps(part)
    next(steps)
    next(steps)
    session.execute(AddProblem("途中で言ったこと"))
    assert sum(1 for _ in steps) >= 2
    assert finish(part, target, session.store.path)
    again = Store(target)
    assert again.find_problems("途中で言った")
    again.close()


def test_a_damaged_copy_takes_no_place_and_pushes_no_good_one_out(session):
    assert copy(session, ago(days=900))
    target = new_name(session.store.path, NOW)
    part = target.with_name(target.name + ".part")
    for _ in session.store.copy_steps(part):
        pass
    content = bytearray(part.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    part.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        finish(part, target, session.store.path, alone=True)
    assert refused.value.key == "errors.copy_failed"
    assert list(copies(session.store.path)) == [ago(days=900)]
    assert not part.exists()


def test_where_something_was_forgotten_only_the_new_copy_stays(session):
    copy(session, ago(days=1))
    other = session.store.copy_to(session.store.path.parent / "backups" / "workshops-mine.db")
    copy(session, NOW, alone=True)
    assert list(copies(session.store.path)) == [NOW]
    assert other.exists()  # a copy that somebody asked for is theirs
