"""Automatic copies: complete, thinned out, and the last sound one is always kept."""

import stat
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.sessions import create_workshop, open_session
from workshop_app.domain.errors import StoreError
from workshop_app.domain.workshop import Workshop
from workshop_app.services.commands.participants import (
    AddParticipant,
    RemoveParticipant,
    SetAnonymous,
)
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.sorting import MergeProblems
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.copies import set_pinned
from workshop_app.services.session import Session
from workshop_app.store.auto_backup import (
    carry_to,
    count_forgotten,
    finish,
    newest_checked,
    same,
    to_remove,
)
from workshop_app.store.copies import (
    Copy,
    Occasion,
    all_copies,
    auto_name,
    described_by,
    fault_of,
    unfinished_copies,
    write_description,
)
from workshop_app.store.restore import restore
from workshop_app.store.sidecars import MOMENT
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
def session(session):
    session.execute(AddProblem("先に言ったこと"))
    return session


def copy(session, **options):
    store = session.store
    without = count_forgotten(store.path)
    target = auto_name(store.path, datetime.now())
    part = target.with_name(target.name + ".part")
    for _ in store.copy_steps(part):
        pass
    return finish(part, target, store.path, without=without, **options)


def copied_at(session, at):
    """Make a copy and date it back."""
    made = copy(session)
    write_description(made.path, replace(made.about, at=at))
    moved = made.path.with_name(f"workshops-auto-{at.strftime(MOMENT)}.db")
    made.path.rename(moved)
    described_by(made.path).rename(described_by(moved))
    return Copy(moved, replace(made.about, at=at))


def free_path(session):
    """Return an unused path for a copy."""
    return auto_name(session.store.path, NOW)


def paths(session):
    return [each.path for each in all_copies(session.store.path)]


def test_a_copy_holds_everything_and_opens(session):
    made = copy(session, occasion=Occasion.HAND)
    (found,) = all_copies(session.store.path)
    assert found.about.occasion is Occasion.HAND
    assert fault_of(found) == ""
    again = Store(made.path)
    assert again.find_problems("先に言った")
    again.close()


def test_as_many_problems_are_counted_as_lists_show(session):
    session.execute(AddProblems(("長い話", "同じ話")))
    first, *others = (each.id for each in session.state.problems)
    session.execute(MergeProblems(first, tuple(others)))
    held = session.store.contents(session.workshop_id)[session.workshop_id]
    assert held.counts["problems"] == len(session.state.unmerged) == 1


def test_what_a_copy_holds_is_known_without_opening_it(session):
    copy(session)
    (found,) = all_copies(session.store.path)
    now = session.store.contents(session.workshop_id)[session.workshop_id]
    assert found.about.workshops[session.workshop_id].counts["problems"] == 1
    assert found.about.workshops[session.workshop_id].digest == now.digest
    session.execute(AddProblem("あとから"))
    later = session.store.contents(session.workshop_id)[session.workshop_id]
    assert later.digest != now.digest


def test_what_describes_a_copy_holds_no_words_of_the_records(session):
    made = copy(session)
    words = described_by(made.path).read_text(encoding="utf-8")
    state = session.state
    for private in (state.customer.name, state.workshop.title, "先に言った"):
        assert private not in words
    assert stat.S_IMODE(described_by(made.path).stat().st_mode) == 0o600


def test_what_did_not_change_is_not_copied_again_not_even_after_a_restart(session):
    assert copy(session)
    assert not copy(session)
    session.store.close()
    session.store = Store(session.store.path)
    assert not copy(session)
    session.execute(AddProblem("あとから"))
    assert copy(session)
    assert len(paths(session)) == 2


def test_whether_the_newest_copy_holds_the_same_is_known_from_the_file(session):
    store = session.store.path
    assert newest_checked(store) is None
    assert copy(session)
    assert session.store.equals_copy(newest_checked(store).path)
    session.store.close()
    session.store = Store(store)
    assert session.store.equals_copy(newest_checked(store).path)
    session.execute(AddProblem("あとから"))
    assert not session.store.equals_copy(newest_checked(store).path)


@pytest.fixture
def compared(monkeypatch):
    """The copies whose content was compared with the store."""
    found = []

    def watched(pieces, copy):
        found.append(copy)
        return same(pieces, copy)

    monkeypatch.setattr("workshop_app.store.store.same", watched)
    return found


def opened_again(session):
    session.store.close()
    session.store = Store(session.store.path)
    return session.store


def test_a_copy_that_was_equal_is_not_read_again_until_the_store_is_written(session, compared):
    assert copy(session)
    newest = newest_checked(session.store.path).path
    assert opened_again(session).equals_copy(newest)
    assert compared == [newest]
    for _ in range(2):  # opening it alone changes no record
        assert opened_again(session).equals_copy(newest)
    assert compared == [newest]
    session.execute(AddProblem("あとから"))
    assert not session.store.equals_copy(newest)
    assert not opened_again(session).equals_copy(newest)
    assert compared == [newest] * 3


def test_what_another_process_changed_in_between_is_noticed(session, compared):
    assert copy(session)
    newest = newest_checked(session.store.path).path
    assert opened_again(session).equals_copy(newest)
    workshop = session.workshop_id
    opened_again(session).close()  # a start that ended before it compared anything
    other = Session(Store(session.store.path))
    other.open(workshop)
    other.execute(AddProblem("別のプロセスで"))
    other.store.close()
    session.store = Store(session.store.path)
    assert not session.store.equals_copy(newest)
    assert compared == [newest] * 2


def test_what_is_written_while_a_copy_is_made_is_in_it_whole(session):
    session.execute(AddProblems(tuple(f"{number} 番目の長い課題 " * 50 for number in range(2_000))))
    target = auto_name(session.store.path, NOW)
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
    old = copied_at(session, ago(days=900))
    session.execute(AddProblem("あとから"))
    target = auto_name(session.store.path, NOW)
    part = target.with_name(target.name + ".part")
    for _ in session.store.copy_steps(part):
        pass
    content = bytearray(part.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    part.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        finish(part, target, session.store.path)
    assert refused.value.key == "errors.copy_failed"
    assert paths(session) == [old.path]
    assert not part.exists()


@pytest.mark.parametrize("place", [3_000, 9_000, 20_000])
def test_one_flipped_bit_in_a_copy_is_noticed(session, place):
    made = copy(session)
    content = bytearray(made.path.read_bytes())
    content[place] ^= 1
    made.path.write_bytes(content)
    (found,) = all_copies(session.store.path)
    assert fault_of(found) == "sha256"


def test_a_copy_before_a_workshop_lost_most_of_it_is_never_thinned(session):
    session.execute(AddProblems(tuple(f"{number} 番目の課題" for number in range(9))))
    full = copied_at(session, ago(days=800, minutes=2))
    while session.undo() is not None:
        pass
    copied_at(session, ago(days=800, minutes=1))
    session.execute(AddProblem("新しい課題"))
    for days in range(14):
        session.execute(AddProblem(f"{days} 日目"))
        copied_at(session, ago(days=700 - 25 * days))
    copy(session)
    assert full.path in paths(session)
    assert len(paths(session)) < 16


def test_a_store_named_like_this_one_has_copies_of_its_own(session, tmp_path):
    other = open_session(tmp_path / "workshops-b.db", lasting=True)
    session.store.copy_to(free_path(session).with_name("workshops-mine.db"))
    mine = {copy(session).path, *paths(session)}
    theirs = {copy(other).path, free_path(other).with_name("workshops-b-2026-12-03-140000.db")}
    other.store.copy_to(next(each for each in theirs if not each.exists()))
    assert {*paths(session)} == mine
    assert {*paths(other)} == theirs
    left = [free_path(each).with_suffix(".db.part") for each in (session, other)]
    for part in left:
        part.touch()
    assert unfinished_copies(session.store.path, left[0].parent) == left[:1]
    saved = session.save_elsewhere(tmp_path / "workshops-saved-2026-12-03-140000.db")
    continued = copy(session).path
    assert continued in [each.path for each in all_copies(saved.with_name("workshops.db"))]


def test_a_pinned_copy_is_never_thinned(session):
    pinned = copied_at(session, ago(days=900))
    set_pinned(pinned, pinned=True)
    session.execute(AddProblem("a"))
    loose = copied_at(session, ago(days=899))
    for days in range(14):
        session.execute(AddProblem(f"{days}"))
        copied_at(session, ago(days=840 - 30 * days))
    copy(session)
    assert pinned.path in paths(session)
    assert loose.path not in paths(session)


def test_earlier_copies_lose_the_workshop_in_which_something_was_forgotten(session):
    first = session.workshop_id
    other = create_workshop(session, "ほかの会社")
    session.execute(AddProblem("ほかの会社の課題"))
    old = copied_at(session, ago(days=1))
    hand = session.store.copy_to(old.path.with_name("workshops-mine.db"))
    session.close()
    session.execute(DeleteWorkshop(first))
    copy(session)
    for path in (old.path, hand):
        data = path.read_bytes()
        assert "先に言った".encode() not in data
        assert "株式会社サンプル".encode() not in data
        again = Store(path)
        assert [each.id for each in again.all(Workshop)] == [other]
        assert again.find_problems("ほかの会社")
        assert not again.find_problems("先に言った")
        again.close()


@pytest.mark.parametrize("forget", ["workshop", "person"])
def test_a_sound_store_that_was_replaced_loses_it_too_with_its_journals(session, forget):
    first = session.workshop_id
    person = session.execute(AddParticipant("青木 のぞみ"))
    other = create_workshop(session, "ほかの会社")
    session.execute(AddProblem("ほかの会社の課題"))
    made = copied_at(session, ago(days=1))
    path = session.store.path
    session.store.close()
    aside = restore(made.path, path)
    session.store = Store(path)
    session.open(first)
    if forget == "person":
        session.execute(RemoveParticipant(str(person)))
    session.close()
    if forget == "workshop":
        session.execute(DeleteWorkshop(first))
    copy(session)
    word = "先に言った" if forget == "workshop" else "青木"
    left = [each for each in path.parent.rglob("*") if each.is_file()]
    assert aside in left
    assert [each for each in left if word.encode() in each.read_bytes()] == []
    again = Store(aside)
    assert other in [each.id for each in again.all(Workshop)]
    again.close()


def test_a_damaged_store_that_was_replaced_is_kept_as_it_is(session):
    made = copy(session)
    path = session.store.path
    session.store.close()
    path.write_bytes(path.read_bytes()[:9_000])
    damaged = path.read_bytes()
    aside = restore(made.path, path, recovered=True)
    session.store = Store(path)
    session.execute(SetAnonymous(True))
    copy(session)
    assert aside.read_bytes() == damaged


def test_a_stick_that_comes_back_later_is_cleaned_too(session, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    create_workshop(session, "ほかの会社")
    first = next(each.id for each in session.store.all(Workshop) if each.id != session.workshop_id)
    copy(session)
    assert carry_to(stick, session.store.path)
    away = stick.rename(tmp_path / "away")
    session.execute(DeleteWorkshop(first))
    copy(session)
    assert not carry_to(stick, session.store.path)
    away.rename(stick)
    assert carry_to(stick, session.store.path)
    kept = all_copies(session.store.path, stick)
    assert len(kept) == 2
    assert all("先に言った".encode() not in each.path.read_bytes() for each in kept)
    assert all(fault_of(each) == "" for each in kept)


def test_what_a_killed_program_left_on_the_stick_goes_with_the_next_copy(session, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    name = "workshops-auto-2026-12-01-101010.db"
    for left in (f"{name}.part", f"{name}.json.part", f"{name}.json"):
        (stick / left).write_text("青木のぞみの秘密", encoding="utf-8")
    (stick / "photos.part").write_text("of somebody", encoding="utf-8")
    copy(session)
    assert carry_to(stick, session.store.path)
    (kept,) = all_copies(session.store.path, stick)
    assert {each.name for each in stick.iterdir()} == {
        kept.path.name,
        f"{kept.path.name}.json",
        "photos.part",
    }


def test_a_copy_that_cannot_be_cleaned_is_removed(session):
    made = copied_at(session, ago(days=1))
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    session.execute(SetAnonymous(True))
    copy(session)
    assert made.path not in paths(session)
