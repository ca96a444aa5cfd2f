"""A workshop file from another laptop, beside the same workshop in the records."""

import pytest

from exports.job import export
from tests.helpers.fitting import faults
from tests.helpers.list_rows import beside, part_of
from tests.helpers.papers import solutions
from ui.components.differences import Differences
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.store.store import Store

HANDS = pytest.mark.parametrize("hand", ["mouse", "keys"])


@pytest.fixture
def differing(desk, tmp_path):
    """A desk on the start page that has read a file: problem 2 differs, 3 is only in the file."""

    def make(words="ja", *, document="workshop_full", **options):
        one = desk(words, private=True, **options)
        one.do(AddParticipant("青木"))
        for line in ("一つ目", "二つ目", "三つ目"):
            one.do(AddProblem(line, one.state.participants[0].id))
        one.do(EditProblem(one.state.problems[1].id, "wording", "ファイルのことば"))
        (file,) = export(one.state, solutions(), tmp_path / "out", [document], words).files
        one.window.undo()
        one.window.undo()
        one.do(AddProblem("ここだけ"))
        one.go("start")
        one.file = file
        one.before = one.state
        return one

    return make


def read(one):
    """Open the file as by a double click, and return the rows that are shown."""
    one.window.open_workshop_file(one.file)
    one.settle()
    return one.page.findChild(Differences).rows


def heads(rows):
    return [row for row in rows.rows() if "\n" not in row.id]


def tick(one, rows, row_id, hand):
    if hand == "keys":
        rows.set_current(row_id)
        one.press("Return")
        return
    number = next(n for n, slot in enumerate(rows.view.slots) if rows.rows()[slot.row].id == row_id)
    at = part_of(rows.view, number, "tick")
    one.tap(rows.view, at)


def count(one):
    return len(one.session.store.all(Workshop))


@pytest.mark.parametrize("document", ["workshop", "workshop_full"])
def test_a_file_that_differs_is_shown_beside_the_records_and_nothing_changes(
    differing, words, document
):
    one = differing(words, document=document)
    rows = read(one)
    shown = heads(rows)
    assert [row.text for row in shown] == [
        tr("compared.whole"), "2  ファイルのことば", "3  三つ目", "3  ここだけ"
    ]  # fmt: skip
    assert [bool(row.before) for row in shown] == [False, True, True, False]
    wording = next(row for row in rows.rows() if row.text == tr("compared.field.wording"))
    assert beside(wording) == "  ".join((tr("widgets.differences.none"), "ファイルのことば"))
    private = "no_private"  # nothing private was typed
    assert tr(f"compared.{private}") in one.seen()
    assert one.state == one.before
    assert count(one) == 1
    assert not one.button(tr("compared.take", n=0)).isEnabled()
    assert faults(one.window) == []


@HANDS
def test_ticked_problems_are_imported_as_one_step_and_keep_printed_numbers(differing, words, hand):
    one = differing(words)
    rows = read(one)
    for row in heads(rows)[1:3]:
        tick(one, rows, row.id, hand)
    if hand == "keys":
        one.press("Ctrl+Return")
    else:
        one.click(tr("compared.take", n=2))
    assert {each.number: each.title for each in one.state.problems} == {
        1: "一つ目", 2: "ファイルのことば", 3: "ここだけ", 4: "三つ目"
    }  # fmt: skip
    assert one.window.page_name != "start"
    assert tr("compared.taken", n=2) in one.seen()
    one.press("Ctrl+Z")
    assert one.state.problems == one.before.problems


@HANDS
def test_a_second_copy_is_another_record_with_another_title(differing, hand):
    one = differing()
    read(one)
    if hand == "keys":
        one.press("Alt+N")
    else:
        one.click(tr("compared.copy"))
    assert one.state == one.before
    assert count(one) == 2
    second = one.page.view.records.list.current_id()
    title = tr("compared.copy_title", title=one.state.workshop.title)
    assert one.session.store.get(Workshop, second).title == title
    assert tr("start.take.done", title=title) in one.seen()


@HANDS
def test_whoever_leaves_the_comparison_has_changed_nothing(differing, hand):
    one = differing()
    rows = read(one)
    tick(one, rows, heads(rows)[1].id, hand)
    if hand == "keys":
        one.press("Escape")
    else:
        one.click(tr("frame.back"))
    assert one.page.view.isVisible()
    assert one.state == one.before
    assert count(one) == 1


def test_the_comparison_stays_in_a_window_of_another_size_and_goes_with_private_mode(differing):
    one = differing(size=(1366, 768))
    read(one)
    one.resize(1024, 700)
    assert tr("compared.title") in one.seen()
    one.set_private(False)
    assert "ファイルのことば" not in one.everything()
    assert one.state == one.before


@HANDS
def test_a_deleted_workshop_returns_only_after_a_question_that_names_it(
    differing, words, hand, monkeypatch
):
    one = differing(words)
    customer = one.state.customer.name
    title = one.state.workshop.title
    gone = frozenset((one.state.workshop.id, one.state.customer.id))
    monkeypatch.setattr(Store, "forgotten_ids", lambda *_: gone)  # not kept by temporary stores
    workshop_id = one.session.workshop_id
    one.session.close()
    one.do(DeleteWorkshop(workshop_id))
    one.window.open_workshop_file(one.file)
    assert title in one.seen()
    assert customer in one.seen()
    one.press("Escape")
    assert one.page.view.isVisible()
    assert count(one) == 0
    one.window.open_workshop_file(one.file)
    one.settle()
    assert faults(one.window) == []
    if hand == "keys":
        one.press("Ctrl+Return")
    else:
        one.click(tr("compared.return"))
    assert count(one) == 1
    assert one.page.view.records.list.current_id() not in ("", workshop_id)


def test_a_deleted_person_returns_with_a_problem_only_after_a_question(differing):
    one = differing()
    one.do(RemoveParticipant(one.state.participants[0].id))
    before = one.state
    rows = read(one)
    tick(one, rows, heads(rows)[3].id, "keys")
    one.press("Ctrl+Return")
    assert "青木" in one.seen()
    assert one.state == before
    one.press("Escape")
    assert tr("compared.title") in one.seen()
    assert one.state == before
    one.press("Ctrl+Return", "Ctrl+Return")
    assert [who.name for who in one.state.participants] == ["青木"]
    assert one.state.problems[-1].first_wording == "三つ目"
