"""Hand-outs and files: reached from every step, written, rewritten, stopped."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices

from exports.registry import DOCUMENTS, FILES, PAPERS
from tests.helpers.fitting import faults
from tests.helpers.list_rows import read
from tests.helpers.papers import files_below, is_file_of, squeezed, words_of
from tests.helpers.picked import is_ticked, tick_only
from ui.components.papers.jobs import ExportJob
from ui.components.papers.selection import PaperSelection
from ui.widgets.focus_ring import FocusRing
from workshop_app import paths, settings
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.steps import Step
from workshop_app.i18n import Texts, tr
from workshop_app.services.commands.actions import (
    AddAction,
    AnswerAction,
    EditAction,
    RemoveAction,
)
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import PlanNextTime


@pytest.fixture
def hand_outs(desk, tmp_path):
    """Makes a desk at the page, with a separate folder for papers."""

    def make(*args, page="list", **options):
        one = desk(*args, page=page, **options)
        one.window.settings.export_folder = str(tmp_path / "papers")
        one.press("Ctrl+E")
        return one

    return make


def written(desk, qtbot):
    """Wait for the end of the export, and return it."""
    job = ExportJob.of(desk.window)
    qtbot.waitUntil(lambda: not job.running, timeout=60_000)
    desk.settle()
    return job.run


def selected(desk):
    """Names of the documents that would be written."""
    return PaperSelection(desk.window, desk.window.private).names


def pick_only(desk, *names):
    """Deselect all documents except these."""
    tick_only(desk.page.papers.form, names)
    desk.settle()


@pytest.mark.parametrize("step", list(Step))
def test_it_is_reached_from_every_step_and_leads_back(desk, step):
    one = desk(sample=True, page=step.value)
    one.press("Ctrl+E")
    assert one.window.page_name == "hand_outs"
    one.press("Escape")
    assert one.window.page_name == step.value


def test_without_a_workshop_it_leads_to_the_start(desk):
    one = desk(empty=True, page="start")
    one.window._show_papers()
    assert one.window.page_name == "start"


def test_all_documents_of_the_sample_are_written_and_marked(hand_outs, tmp_path, qtbot):
    desk = hand_outs(sample=True)
    desk.press("Ctrl+Return")
    run = written(desk, qtbot)
    assert run.error is None
    files = {file.name for file in files_below(tmp_path / "papers")}
    assert files == {file.name for file in run.result.files}
    handouts = {paper.file.name for paper in run.result.papers if paper.document == "handout"}
    assert len(handouts) == len(desk.state.participants)
    others = {*PAPERS, *FILES} - {"agenda", "worksheets", "handout", "became_of", "then_now"}
    assert all(
        any(f"_{DOCUMENTS[name].name_in_files('ja')}_" in file for file in files - handouts)
        for name in others
    )
    assert desk.state.workshop.exported_at
    assert tr("wrap_up.papers.written", n=len(files)) in desk.seen()
    assert str(tmp_path) not in desk.everything()
    assert faults(desk.window) == []
    desk.set_private(True)
    assert str(tmp_path / "papers") in desk.everything()
    assert faults(desk.window) == []


def test_papers_say_that_the_next_day_is_open_and_lead_to_it_but_lack_no_theme(desk, private):
    one = desk(private=private)
    for text in ("画面が重い", "通知が多い"):
        one.do(AddProblem(text))
    one.press("Ctrl+E")
    lacking = tr("guide.link", what=tr("steps.missing.next_date"))
    assert lacking not in one.seen(), "nothing is left to do"
    assert tr("steps.missing.unsorted", n=2) not in one.seen()
    one.do(AddAction("ポートを見る"))
    one.settle()
    one.click(lacking)
    assert one.window.page_name == "wrap_up"
    assert one.page.section.NAME == "next_time"
    one.write("2099-01-15")
    one.press("Return", "Ctrl+E")
    assert lacking not in one.seen()


def test_a_click_on_a_written_file_opens_it(hand_outs, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "summary", "dossier")
    desk.press("Ctrl+Return")
    run = written(desk, qtbot)
    view = desk.page.papers._destination._files
    for number, row in enumerate(view.rows):
        box = view.slots[number]
        desk.tap(view, QPoint(60, box.top + box.height // 2))
        assert view.takes_clicks(row) is row.text.endswith(".pdf")
    assert [Path(url.toLocalFile()) for url in opened] == sorted(run.result.files)


def test_papers_name_that_nobody_tells_the_customer_of_a_request_and_lead_to_it(desk):
    one = desk(sample=True)
    passes_on = next(each for each in one.state.actions if each.passes_on)
    one.do(RemoveAction(passes_on.id))
    one.press("Ctrl+E")
    link = tr("guide.link", what=tr("steps.missing.telling"))
    assert tr("wrap_up.papers.complete") not in one.seen()
    assert link not in one.everything(), "the room sees it"
    one.set_private(True)
    assert tr("wrap_up.papers.complete") not in one.seen()
    one.click(link)
    assert one.window.page_name == "wrap_up"
    assert one.page.sections["actions"].isVisible()
    assert one.focus.text() == tr("keys.wrap_up.pass_on"), "what to press has the focus"
    one.do(AddAction("伝える", owner_name="川口", passes_on=True))
    action = one.state.actions[-1]
    one.press("Ctrl+E")
    assert link in one.seen(), "papers tell no day"
    one.click(link)
    assert one.page.section.entry.editing == action.id
    one.press("Escape", "Ctrl+E")
    one.do(EditAction(action.id, action.text, owner_name="川口", due="2027-01-20"))
    assert link not in one.seen()


def test_only_what_changed_is_written_again(hand_outs, tmp_path, qtbot):
    desk = hand_outs(sample=True)
    pick_only(desk, "summary", "agenda")
    desk.press("Ctrl+Return")
    first = {file: file.stat().st_mtime_ns for file in written(desk, qtbot).result.files}
    desk.do(AddProblem("朝の通知が多すぎる"))
    desk.press("Ctrl+Return")
    result = written(desk, qtbot).result
    assert [is_file_of("agenda", file.name) for file in result.unchanged] == [True]
    assert tr("wrap_up.papers.written_anew", n=1, same=1) in desk.seen()
    for file, before in first.items():
        assert (file.stat().st_mtime_ns == before) == (file in result.unchanged)


def test_one_press_writes_again_and_another_leads_to_the_choice(hand_outs, qtbot, private):
    desk = hand_outs(sample=True, private=private)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    first = written(desk, qtbot)
    desk.press("Alt+A")
    again = written(desk, qtbot)
    assert again is not first
    assert again.result.unchanged == again.result.files
    desk.press("Alt+L")
    assert set(selected(desk)) == {"summary"}
    desk.press("Ctrl+Return")
    assert written(desk, qtbot) is not again


def test_after_a_change_the_filled_button_writes_anew_in_private_mode_too(hand_outs, qtbot):
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    first = written(desk, qtbot)
    desk.do(AddProblem("朝の通知が多すぎる"))
    assert desk.page.foot().primary.text() == tr("wrap_up.papers.anew")
    assert tr("given.open") in desk.seen()
    desk.press("Ctrl+Return")
    assert not written(desk, qtbot).result.unchanged
    assert written(desk, qtbot) is not first
    assert desk.page.foot().primary.text() == tr("wrap_up.papers.open")


def test_the_choice_is_there_again_after_a_new_start(hand_outs):
    desk = hand_outs(sample=True)
    desk.press("Down", "Down", "Space", "Alt+4")
    kept = settings.load(paths.settings_path())
    left_out = {*settings.Settings().papers_left_out, "handout", "summary"}
    assert set(kept.papers_left_out) == left_out
    assert not left_out & set(selected(desk))
    desk.press("Alt+4")
    assert "summary" in selected(desk)


def test_an_unfinished_workshop_is_written_and_says_what_is_missing(hand_outs, qtbot):
    desk = hand_outs()
    assert tr("wrap_up.papers.complete") not in desk.seen()
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    assert len(written(desk, qtbot).result.files) == 1


def test_an_export_is_stopped_by_closing_the_window(hand_outs, tmp_path):
    desk = hand_outs(sample=True)
    desk.press("Ctrl+Return")
    job = ExportJob.of(desk.window)
    assert not desk.window.close()
    assert tr("frame.writing") in desk.seen()
    assert job.running
    assert desk.window.close()
    assert job.run.finished
    assert not list((tmp_path / "papers").rglob(".*.part"))


def test_an_export_goes_on_to_its_end_when_the_window_is_not_closed_after_all(hand_outs, qtbot):
    desk = hand_outs(sample=True)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    assert not desk.window.close()
    assert len(written(desk, qtbot).result.files) == 1
    assert desk.window.close()


def test_an_export_is_cancelled_by_escape_and_can_begin_again(hand_outs, qtbot):
    desk = hand_outs(sample=True)
    desk.press("Ctrl+Return", "Escape")
    assert written(desk, qtbot).cancelled
    assert not desk.state.workshop.exported_at
    assert tr("wrap_up.papers.cancelled") in desk.seen()
    desk.press("Alt+L")
    assert desk.page.papers.form.isVisible()


def test_a_cancelled_export_is_one_click_from_being_written(hand_outs, qtbot, private):
    desk = hand_outs(sample=True, private=private)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return", "Escape")
    assert written(desk, qtbot).cancelled
    assert tr("wrap_up.papers.cancelled") in desk.seen()
    desk.click(tr("wrap_up.papers.start"), desk.window.foot)
    assert len(written(desk, qtbot).result.files) == 1
    assert desk.state.workshop.exported_at


def test_what_is_missing_is_one_click_from_the_papers(hand_outs, private):
    desk = hand_outs(private=private)
    for key in ("participant", "problem"):
        desk.click(tr("guide.link", what=tr(f"steps.missing.{key}", n=1)), desk.page)
        place = {"participant": "prepare", "problem": "list"}[key]
        assert place == desk.page.NAME
        if key == "participant":
            desk.write("青木 健")
            desk.press("Return")
            assert [who.name for who in desk.state.participants] == ["青木 健"]
        desk.press("Ctrl+E")
    assert tr("wrap_up.papers.anyway") in desk.seen()


def test_an_export_goes_on_while_the_session_does(hand_outs, qtbot):
    desk = hand_outs(sample=True)
    desk.press("Ctrl+Return")
    desk.go("solve")
    run = written(desk, qtbot)
    assert run.error is None
    desk.press("Ctrl+E")
    assert tr("wrap_up.papers.written", n=len(run.result.files)) in desk.seen()


def test_the_remaining_time_is_shown_as_soon_as_it_is_known(hand_outs, qtbot, monkeypatch):
    desk = hand_outs(sample=True)
    desk.press("Ctrl+Return")
    job = ExportJob.of(desk.window)
    assert job.time_left == ""
    written(desk, qtbot)
    done = job.run.progress
    half = type(done)(document="summary", number=1, count=2, page=4, pages=4)
    monkeypatch.setattr(job.run, "progress", half)
    monkeypatch.setattr(job, "_started", job._started - 60)
    assert any(job.time_left == tr("wrap_up.papers.left", n=n) for n in range(60, 180))


def test_a_folder_that_cannot_be_made_is_said_in_words(hand_outs, tmp_path, qtbot):
    (tmp_path / "papers").write_text("")
    desk = hand_outs()
    desk.press("Ctrl+Return")
    assert written(desk, qtbot).error.key == "errors.export_folder"
    assert desk.page.papers._error.isVisible()
    assert not desk.state.workshop.exported_at


def test_a_folder_on_a_drive_that_is_gone_is_not_made_anew(hand_outs, tmp_path):
    desk = hand_outs()
    desk.window.settings.export_folder = str(tmp_path / "stick" / "papers")
    desk.press("Ctrl+Return")
    assert tr("errors.export_folder", reason=os.strerror(errno.ENOENT)) in desk.seen()
    assert ExportJob.of(desk.window) is None
    assert [*tmp_path.glob("stick")] == []


def test_files_for_other_tools_are_one_choice(hand_outs, tmp_path, qtbot):
    desk = hand_outs(sample=True)
    pick_only(desk, "files")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    endings = {file.suffix for file in files_below(tmp_path / "papers")}
    assert endings == {f".{DOCUMENTS[name].ending}" for name in FILES}
    for name in ("record", "workshop_full"):
        assert not list((tmp_path / "papers").rglob(f"*_{DOCUMENTS[name].name_in_files('ja')}_*"))


@pytest.mark.parametrize("name", ["record", "workshop_full"])
def test_documents_with_private_notes_are_offered_only_in_private_mode(
    hand_outs, tmp_path, qtbot, name
):
    desk = hand_outs(sample=True)
    assert is_ticked(desk.page.papers.form, name) is None
    desk.set_private(True)
    assert is_ticked(desk.page.papers.form, name) is False
    pick_only(desk, name)
    desk.press("Ctrl+Return")
    (file,) = written(desk, qtbot).result.files
    assert f"_{DOCUMENTS[name].name_in_files('ja')}_" in file.name
    desk.set_private(False)
    assert selected(desk) == ()


def test_no_paper_chosen_writes_nothing(hand_outs):
    desk = hand_outs()
    pick_only(desk)
    desk.press("Ctrl+Return")
    assert tr("wrap_up.papers.none") in desk.seen()


def test_the_keyboard_is_at_the_first_choice(hand_outs):
    desk = hand_outs(sample=True)
    assert desk.focus is desk.page.papers.form.list.view
    assert desk.page.papers.form.list.current_id() == "agenda"


def test_choosing_again_brings_the_keyboard_to_the_first_choice(hand_outs, qtbot):
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "agenda")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    desk.press("Ctrl+K")
    desk.write(tr("keys.hand_outs.choose"))
    desk.press("Return")
    assert desk.focus is desk.page.papers.form.list.view


def test_while_papers_are_written_the_focus_ring_is_around_the_progress(hand_outs, qtbot):
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "agenda")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    around = desk.window.findChild(FocusRing)
    assert around.isVisible()
    assert around.height() < desk.page.papers.height() / 2
    assert around.height() > desk.page.papers._progress.height()


@pytest.mark.parametrize(
    ("words", "said"), [("ja", "済んでいないアクション"), ("en", "No open action has a due date")]
)
def test_where_every_dated_action_is_done_the_missing_calendar_is_explained_truly(
    hand_outs, qtbot, words, said
):
    one = hand_outs(words, sample=True, private=True)
    assert any(action.due for action in one.state.actions)
    for action in one.state.actions:
        one.do(AnswerAction(action.id, ActionAnswer.DONE, "2026-12-01T09:00"))
    one.do(PlanNextTime(one.state.workshop.id, "next_date", ""))
    pick_only(one, "files")
    one.press("Ctrl+Return")
    assert "calendar" in written(one, qtbot).result.empty_documents
    assert said in read(one)


def test_a_paper_just_written_is_shown_from_its_file_beside_the_steps(hand_outs, qtbot, language):
    desk = hand_outs(language, sample=True, page="wrap_up")
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    result = written(desk, qtbot).result
    desk.press("Alt+V")
    exporter = desk.page._exporter
    assert exporter.preview_order(desk.state, "summary").written == result.papers
    assert exporter.preview_order(desk.state, "agenda").written == ()
    qtbot.waitUntil(lambda: desk.page.view.drawn, timeout=60_000)
    assert tr("preview.page", page=1, pages=result.papers[0].pages) in desk.seen()
    assert tr(f"steps.name.{Step.WRAP_UP}") in desk.seen()
    desk.do(AddProblem("P"))
    assert exporter.preview_order(desk.state, "summary").written == ()


BATCH = {
    "ja": "夜間バッチが失敗しても、朝まで誰も気づかない",
    "en": "Nobody notices until the morning that a nightly batch job failed",
}


def test_answers_are_searched_for_only_while_the_papers_are_shown(hand_outs, qtbot):
    desk = hand_outs()
    form = desk.page.papers.form
    told = []
    desk.go("list")
    form.changed.connect(lambda: told.append(True))
    problem = desk.do(AddProblem(BATCH["ja"]))
    list(desk.window.answers.prepare())
    form.refresh(desk.state)
    desk.settle()
    assert told == []
    desk.go("hand_outs")
    qtbot.waitUntil(lambda: is_ticked(form, problem) is False, timeout=60_000)


def test_an_answer_nobody_checked_is_shown_and_printed_only_if_it_is_ticked(
    hand_outs, qtbot, words
):
    desk = hand_outs(words)
    problem = desk.do(AddProblem(BATCH[words]))
    form = desk.page.papers.form
    qtbot.waitUntil(lambda: is_ticked(form, problem) is False, timeout=60_000)
    assert tr("export.unchecked.below", n=1) in desk.seen()
    assert BATCH[words] in form.list.rows()[-1].name
    name = desk.window.answers.solution("mkr-wrap").text("ja").name
    said = squeezed(Texts("ja")("promises.unchecked", name=name))
    pick_only(desk, "summary")
    for ticked in (False, True):
        desk.press("Ctrl+Return")
        (file,) = written(desk, qtbot).result.files
        assert (said in words_of(file.read_bytes())) is ticked
        desk.page.papers._forget()
        desk.settle()
        form.list.set_current(problem)
        form.focus_start()
        desk.press("Space")
        assert is_ticked(form, problem) is not ticked
