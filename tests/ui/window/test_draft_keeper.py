"""Unentered text: on disk soon, restored after a crash, removed once used."""

import json
import os
import shutil
from datetime import date

import pytest

from tests.helpers.desks import desks
from tests.helpers.sessions import new_session
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import tr
from workshop_app.services import queries
from workshop_app.services.commands.agenda import BookTime
from workshop_app.services.commands.participants import SetAnonymous
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.services.commands.workshops import CreateWorkshop, DeleteWorkshop, EditWorkshop
from workshop_app.services.draft_file import draft_path, read

WORDS = "まだ入力していないことば"


def file_of(desk):
    return draft_path(queries.store_path(desk.session))


def written(desk):
    """The text in the file, after the time in which it must be there."""
    keeper = desk.window.draft_keeper
    desk.settle()
    if keeper._timer.isActive():
        keeper.save()
    keeper._writer.wait()
    return [draft.text for draft in read(file_of(desk))]


@pytest.fixture
def after_a_kill(qtbot, tmp_path):
    """Opens a window on the files on disk, as after a kill of the one at a desk."""
    with desks(qtbot) as made:

        def opened(desk, page="list", *, private=False):
            path = tmp_path / f"after-{made.count}.db"
            store = queries.store_path(desk.session)
            shutil.copy(store, path)
            if draft_path(store).exists():
                shutil.copy(draft_path(store), draft_path(path))
            one = made.seat(new_session(path), private=private)
            one.window.open_workshop(desk.session.workshop_id)
            one.go(page)
            return one

        yield opened


class Countdown:
    """A timer of which no time passes, and how it was started."""

    def __init__(self):
        self.started = []

    def isActive(self):
        return bool(self.started)

    def start(self, milliseconds):
        self.started.append(milliseconds)

    def stop(self):
        self.started.clear()


def test_typed_text_is_saved_within_the_limit_during_fast_typing(desk):
    one = desk()
    timer = one.window.draft_keeper._timer = Countdown()
    one.write("一")
    (limit,) = timer.started
    assert 0 < limit < 2_000  # timers of Qt have a tolerance of a few percent
    for _ in range(20):
        one.write("二")
    assert timer.started == [limit]
    assert written(one) == ["一" + "二" * 20]


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_the_draft_file_is_readable_by_its_owner_only(desk):
    one = desk()
    one.write(WORDS)
    written(one)
    assert file_of(one).stat().st_mode & 0o077 == 0


def test_drafts_are_restored_after_a_kill_and_removed_once_entered(desk, after_a_kill):
    one = desk()
    one.write(WORDS)
    written(one)
    again = after_a_kill(one)
    assert again.page.entry.text() == WORDS
    assert written(again) == [WORDS]
    again.page.entry.setFocus()
    again.press("Return")
    assert [problem.first_wording for problem in again.state.problems] == [WORDS]
    assert written(again) == []
    assert not file_of(again).exists()
    assert after_a_kill(again).page.entry.text() == ""


def test_what_is_typed_into_a_field_survives_a_kill_before_it_is_saved(desk, after_a_kill):
    one = desk()
    one.do(AddProblem("夜に誰も気づかない"))
    one.go("solve")
    one.press("Alt+T")
    one.write(WORDS)
    assert one.window.bar.saved.names_unentered, "it does not say that all is saved"
    assert one.state.problems[0].discussion == ""
    assert WORDS in written(one)
    again = after_a_kill(one, "solve")
    assert again.state.problems[0].discussion == WORDS
    assert WORDS not in written(again)
    one.page.search.notes.flush()
    one.settle()
    assert not one.window.bar.saved.names_unentered


@pytest.mark.parametrize("page", ["solve", "appraise"])
@pytest.mark.parametrize("private", [False, True])
def test_the_problem_worked_on_is_current_before_the_room_after_a_kill(
    desk, after_a_kill, page, private
):
    one = desk(page=page, sample=True, private=private)
    one.press("Alt+Down", "Alt+Down")
    at = one.page.head.problem.text()
    written(one)
    again = after_a_kill(one, page)
    assert again.page.head.problem.text() == at
    assert not again.window.bar.saved.names_unentered
    again.press("Alt+Up")
    assert again.page.head.problem.text() != at


def test_drafts_are_restored_in_their_own_workshop_only(desk, after_a_kill):
    one = desk()
    one.write(WORDS)
    one.window.new_workshop()
    one.go("list")
    assert written(one) == [WORDS]
    again = after_a_kill(one)
    assert WORDS not in again.everything()


def test_private_drafts_are_restored_in_private_mode_only(desk, after_a_kill):
    one = desk(private=True)
    one.write(WORDS)
    written(one)
    again = after_a_kill(one)
    assert WORDS not in again.everything()
    assert written(again) in ([], [WORDS])
    assert [draft.private for draft in read(file_of(again))] == [True]
    again.window.set_private(True)
    again.settle()
    assert again.page.entry.text() == WORDS
    assert [draft.private for draft in read(file_of(again))] == [True]


def test_typing_after_a_kill_keeps_private_drafts(desk, after_a_kill):
    one = desk(private=True)
    one.write(WORDS)
    written(one)
    again = after_a_kill(one, "context")
    again.page.own_entry.setFocus()
    again.write("前で打ったことば")
    assert sorted(written(again)) == sorted([WORDS, "前で打ったことば"])


@pytest.mark.parametrize(
    "text", ["夜間のアラート\n手順が古い", "課題\t人\n夜間のアラート\t青木\n手順が古い\t馬場"]
)
def test_pasted_lines_that_were_not_added_are_restored_after_a_kill(desk, after_a_kill, text):
    one = desk(page="list")
    one.page.show_lines(text)
    before = [row.text for row in one.page.preview.list.rows()]
    columns = one.page.preview.columns.isVisible()
    one.page.preview.toggle("1")
    written(one)
    again = after_a_kill(one)
    assert [row.text for row in again.page.preview.list.rows()] == [before[0], *before[2:]]
    assert again.page.preview.columns.isVisible() == columns
    again.press("Return")
    assert [problem.first_wording for problem in again.state.problems] == ["夜間のアラート"]
    assert written(again) == []


def test_pasted_lines_for_the_inbox_are_restored_in_private_mode_only(desk, after_a_kill):
    one = desk(page="list", private=True)
    one.press("Alt+H")
    one.page.show_lines("上司の返事が遅い\n夜間のアラート")
    written(one)
    again = after_a_kill(one)
    assert "上司の返事が遅い" not in again.everything()
    again.window.set_private(True)
    again.settle()
    assert again.page.pasting
    again.press("Return")
    assert [problem.held for problem in again.state.problems] == [True, True]


def test_a_draft_of_a_paste_that_cannot_be_read_is_passed_over(desk, after_a_kill):
    one = desk(page="list")
    one.page.show_lines("夜間のアラート\n手順が古い")
    written(one)
    file = file_of(one)
    found = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps([each | {"text": "[[1"} for each in found]), encoding="utf-8")
    again = after_a_kill(one)
    assert not again.page.pasting


def test_an_action_being_changed_is_restored_after_a_kill(desk, after_a_kill):
    one = desk(page="wrap_up", sample=True)
    one.page.show_section("actions")
    action = one.state.actions[0]
    one.page.section.rows.set_current(action.id)
    one.page.section.rows.setFocus()
    one.press("Return", "End")
    one.write(WORDS)
    text = one.page.section.entry.text()
    assert written(one).count(text) == 1
    again = after_a_kill(one, "wrap_up")
    again.page.show_section("actions")
    again.page.section.entry.setFocus()
    again.press("Return")
    assert [each.text for each in again.state.actions if each.id == action.id] == [text]
    assert written(again) == []


def test_unsaved_news_of_a_request_are_restored_after_a_kill(desk, after_a_kill):
    one = desk(sample=True, page="requests", private=True)
    one.press("Alt+N", "3")
    one.page.form.fields["reason"].field.setFocus()
    one.write(WORDS)
    assert WORDS in written(one)
    projected = after_a_kill(one)
    assert WORDS not in projected.everything()
    again = after_a_kill(one, "requests", private=True)
    again.press("Alt+N")
    assert again.page.form.fields["reason"].text() == WORDS
    again.press("Ctrl+Return")
    (news,) = again.state.news
    assert (news.state, news.reason) == (RequestState.PLANNED, WORDS)
    assert written(again) == []


@pytest.fixture
def gone_on(qtbot, tmp_path):
    """Goes on with the workshop from the start page, after a kill of the window at a desk."""
    with desks(qtbot) as made:

        def opened(desk, *last, uncover=True):
            today = date.today().isoformat()
            for day in ("2026-01-01", today):  # the one that was changed last is offered first
                desk.do(EditWorkshop(desk.session.workshop_id, "date", day))
            for command in last:
                desk.do(command)
            assert WORDS in written(desk)
            path = tmp_path / "gone-on.db"
            store = queries.store_path(desk.session)
            shutil.copy(store, path)
            shutil.copy(draft_path(store), draft_path(path))
            one = made.seat(new_session(path), private=desk.window.private, page="start")
            one.press("Return")
            if uncover and one.window.covered:
                one.press("B")
            return one

        yield opened


def test_after_a_kill_it_goes_on_in_the_field_with_the_half_sentence(desk, gone_on, private):
    one = desk(page="solve", until="choose", private=private)
    third = one.state.chosen[2]
    one.page.show_record(third.id)
    one.press("Alt+C", "Tab")
    one.write(WORDS)
    again = gone_on(one)
    assert again.page.NAME == "solve"
    assert again.page.audience_focus().record_id == third.id
    assert again.focus.text() == WORDS
    assert WORDS in again.page.panels.current.typed().values()


def test_after_a_kill_the_answer_begun_to_an_earlier_question_is_gone_on_with(
    desk, gone_on, private
):
    one = desk(page="context", until="context", private=private)
    one.go("context")
    asked = one.page.order.current.id
    one.page.entry.setFocus()
    one.write(WORDS)
    again = gone_on(one)
    assert again.focus.text() == WORDS
    again.press("Return")
    assert [each.question for each in again.state.answers if each.text == WORDS] == [asked]


def test_behind_black_the_half_sentence_waits_until_the_room_may_see_it(desk, gone_on):
    one = desk(page="solve", until="choose", private=False)
    third = one.state.chosen[2]
    here = one.session.workshop_id
    today = date.today().isoformat()
    one.do(CreateWorkshop("別の会", f"{today}T08:00:00", customer_name="別のお客さま", date=today))
    one.window.open_workshop(here)
    one.go("solve")
    one.page.show_record(third.id)
    one.press("Alt+C", "Tab")
    one.write(WORDS)
    again = gone_on(one, uncover=False)
    assert again.window.covered
    again.press("X", "Y")
    again.press("B")
    assert not again.window.covered
    assert again.page.audience_focus().record_id == third.id
    assert WORDS in again.page.panels.current.typed().values()
    assert again.page.panels.current.isAncestorOf(again.focus)


def test_only_the_first_time_after_a_kill_it_goes_on_in_the_field(desk, gone_on):
    one = desk(page="list", until="list")
    one.write(WORDS)
    again = gone_on(one)
    assert again.page.NAME == "list"
    again.go("sort")
    again.do(AddTheme("夜間"))
    again.go("start")
    again.press("Return")
    assert again.page.NAME == "sort"


def test_half_a_problem_does_not_take_a_workshop_back_that_had_gone_on(desk, gone_on):
    one = desk(page="list", until="choose")
    one.write(WORDS)
    one.go("solve")
    again = gone_on(one, EditProblem(one.state.chosen[0].id, "discussion", "しきい値を見直す"))
    assert again.page.NAME == "solve"
    again.go("list")
    assert again.focus.text() == WORDS


@pytest.mark.every_value
@pytest.mark.parametrize("measured", [0, 60])
def test_after_a_kill_a_message_says_what_is_back_and_that_the_timer_is_paused(
    desk, gone_on, words, measured
):
    one = desk(words, page="list", until="list")
    if measured:
        one.do(BookTime(one.state.agenda[2].id, measured))
    one.write(WORDS)
    again = gone_on(one)
    assert tr("start.resumed_typed") in again.seen()
    again.window.open_workshop(again.session.workshop_id)
    again.press("Return")
    assert tr("start.resumed_typed") not in again.seen()


def of_version_0_2(desk, kind, page, place, record, part, text):
    """Write a file of drafts as version 0.2 did."""
    draft = {
        "kind": kind,
        "workshop": desk.session.workshop_id,
        "page": page,
        "place": place,
        "record": record,
        "part": part,
        "text": text,
        "private": False,
    }
    file_of(desk).write_text(json.dumps([draft]), encoding="utf-8")


def test_a_line_in_a_file_of_version_0_2_is_restored(desk, after_a_kill):
    one = desk()
    of_version_0_2(one, "line", "list", "problem", "", "", WORDS)
    assert after_a_kill(one).page.entry.text() == WORDS


def test_an_answer_in_a_file_of_version_0_2_is_restored(desk, after_a_kill):
    one = desk(page="context")
    of_version_0_2(one, "line", "context", "answer", "", "", WORDS)
    again = after_a_kill(one, "context")
    assert again.page.entry.text() == WORDS
    assert written(again) == [WORDS]


def test_a_correction_in_a_file_of_version_0_2_is_restored(desk, after_a_kill):
    one = desk()
    record = one.do(AddProblem("一つ目"))
    of_version_0_2(one, "correction", "list", "correction ", record, "", WORDS)
    assert after_a_kill(one).page.editor.field.text() == WORDS


def test_a_panel_in_a_file_of_version_0_2_is_restored(desk, after_a_kill):
    one = desk(page="solve", until="choose")
    record = one.page.audience_focus().record_id
    of_version_0_2(one, "panel", "solve", "card", record, "title", WORDS)
    again = after_a_kill(one, "solve")
    again.press("Alt+C")
    assert again.page.panels.current.entries["title"].text() == WORDS


def test_drafts_of_a_deleted_workshop_are_removed(desk):
    one = desk()
    one.write(WORDS)
    gone = one.session.workshop_id
    one.window.new_workshop()
    assert written(one) == [WORDS]
    one.do(DeleteWorkshop(gone))
    assert written(one) == []
    assert not file_of(one).exists()


def test_drafts_are_removed_when_the_workshop_is_anonymised(desk, after_a_kill):
    one = desk(private=True)
    one.write(WORDS)
    written(one)
    again = after_a_kill(one, "prepare")
    again.do(SetAnonymous(True))
    assert written(again) == []
    again.window.set_private(True)
    again.go("list")
    assert again.page.entry.text() == ""


def test_without_typing_no_draft_file_is_written(desk):
    one = desk(sample=True)
    one.go("solve")
    assert written(one) == []
    assert not file_of(one).exists()


@pytest.mark.parametrize(
    "content", [b"", b"[", b"{}", b"[1]", b'[{"kind": 1}]', b"\xff" * 50, b"[" * 100_000]
)
def test_a_damaged_draft_file_is_ignored(desk, after_a_kill, content):
    one = desk()
    file_of(one).write_bytes(content)
    again = after_a_kill(one)
    again.write(WORDS)
    assert written(again) == [WORDS]
    assert json.loads(file_of(again).read_text(encoding="utf-8"))
