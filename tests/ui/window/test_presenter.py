"""The presenter's window: modes, freezing, black, keys, saving, sizes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.fitting import faults
from tests.helpers.painted import misplaced, painted_texts
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.labelled_field import LabelledField
from ui.window.presenter import SMALLEST, PresenterWindow
from workshop_app.domain.errors import StoreError
from workshop_app.i18n import set_language, tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import EditWorkshop


def say(window: PresenterWindow, words: str) -> None:
    entry = window.page_stack.page.entry
    entry.set_text(words)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)


def texts_of(window: QWidget) -> str:
    parts = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        parts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        said = getattr(widget, "text", None)
        parts.append(str(said()) if callable(said) else "")
    return "\n".join(parts)


# -- modes -----------------------------------------------------------------------------


def test_the_window_opens_in_projected_mode(window):
    assert not window.private
    assert not window.private_banner.isVisible()
    assert window.bar.audience_status.chip.words == "会場用"


def test_private_fields_are_absent_from_the_tree_not_hidden(window):
    assert window.findChildren(LabelledField) == []
    window.set_private(True)
    assert window.private
    assert window.private_banner.isVisible()
    assert len(window.findChildren(LabelledField)) == 1
    QTest.keyClick(window.page_stack.page.entry.field, Qt.Key.Key_Escape)
    assert not window.private
    assert window.findChildren(LabelledField) == []


def test_names_of_others_need_private_mode(window):
    window.go("keys")
    assert window.page_name == "start"
    window.set_private(True)
    window.go("keys")
    assert window.page_name == "keys"
    window.set_private(False)
    assert window.page_name == "start"


def test_the_customer_s_name_is_nowhere_in_projected_frame_and_never_in_the_title(window):
    assert "株式会社サンプル" not in texts_of(window)
    window.set_private(True)
    assert "株式会社サンプル" in texts_of(window)
    assert "株式会社サンプル" not in window.windowTitle()
    window.set_private(False)
    assert "株式会社サンプル" not in texts_of(window)


def test_a_private_record_is_saved_before_its_field_goes(window):
    window.set_private(True)
    field = window.findChildren(LabelledField)[0]
    told = []
    field.edited.connect(told.append)
    field.setFocus()
    QTest.keyClicks(field.field, "note")
    QTest.keySequence(window, "Ctrl+Shift+P")
    assert told == ["note"]


# -- navigation ------------------------------------------------------------------------


def test_pages_are_built_when_first_shown_and_kept(window):
    assert len(window.page_stack.pages()) == 1
    first = window.page_stack.page
    window.go("sort")
    window.go("list")
    assert window.page_stack.page is first
    assert len(window.page_stack.pages()) == 2


def test_keys_go_through_the_steps(window):
    QTest.keySequence(window, "Ctrl+PgDown")
    assert window.page_name == "sort"
    QTest.keySequence(window, "Ctrl+PgUp")
    QTest.keySequence(window, "Ctrl+8")
    assert window.page_name == "wrap_up"


def test_the_rail_says_what_is_missing(window):
    item = window.rail.items["list"]
    assert item.state.missing
    assert tr("steps.missing.problem") in item.accessibleName()
    say(window, "ディスクがあふれる")
    assert item.state.done
    QTest.mouseClick(window.rail.items["solve"], Qt.MouseButton.LeftButton)
    assert window.page_name == "solve"


def test_the_rail_says_which_step_is_the_current_one(window):
    here = tr("frame.rail.current", item="").strip()
    for name, item in window.rail.items.items():
        window.go(name)
        found = {one for one, each in window.rail.items.items() if here in each.accessibleName()}
        assert found == {name}
        assert here in item.toolTip()


def test_the_start_page_has_another_rail(window):
    window.go("start")
    assert list(window.rail.items) == ["start", "catalogue", "settings", "way"]
    assert not window.bar.timer.isVisible()


def test_closing_the_workshop_leads_to_the_start_page(window):
    window.session.close()
    assert window.page_name == "start"
    window.go("solve")
    assert window.page_name == "start"


# -- saving ----------------------------------------------------------------------------


def test_the_time_of_saving_is_shown(window):
    say(window, "ディスクがあふれる")
    assert window.bar.saved.whole == "保存済み 14:00"
    assert window.page_stack.page.entry.text() == ""


def test_a_failed_save_is_reported_in_one_sentence_and_the_text_is_kept(window, monkeypatch):
    def full(command):
        raise StoreError("errors.store_full")

    monkeypatch.setattr(window.session, "execute", full)
    say(window, "ディスクがあふれる")
    assert window.bar.saved.whole == "保存できていません"
    assert window.notice_banner.isVisible()
    assert window.notice_banner.sentence == tr("errors.store_full")
    assert window.page_stack.page.entry.text() == "ディスクがあふれる"
    monkeypatch.undo()
    say(window, "ディスクがあふれる")
    assert not window.notice_banner.isVisible()
    assert window.bar.saved.whole.startswith("保存済み")


def test_undo_takes_back_leads_there_and_says_what(window):
    say(window, "ディスクがあふれる")
    window.go("solve")
    QTest.keySequence(window, "Ctrl+Z")
    assert window.session.state.problems == ()
    assert window.page_name == "list"
    assert tr("undo.kind.add_problem") in window._toast.sentence
    QTest.keySequence(window, "Ctrl+Shift+Z")
    assert len(window.session.state.problems) == 1
    window.undo()
    window.undo()
    assert window._toast.sentence == tr("undo.nothing_to_undo")


# -- audience --------------------------------------------------------------------------


def test_freeze_keeps_the_picture_while_work_continues(window, moment):
    window.page_stack.page.setFocus()
    QTest.keyClicks(window, "f")
    assert window.frozen
    before = seen_by_the_room(window)
    window.page_stack.page.entry.setFocus()
    window.go("sort")
    say(window, "ディスクがあふれる")
    window.timer.toggle()
    moment.seconds = 900
    window.timer.tick()
    assert "1" in window.bar.audience_status.chip.words
    QTest.keyClicks(window.page_stack.page.entry.field, "typed meanwhile")
    QTest.qWait(50)
    painted = "".join(text.words for text in painted_texts(window))
    assert "typed" not in painted.replace(tr("frame.room.typed", n=15), "")
    assert tr("frame.room.typed", n=15) in painted
    assert seen_by_the_room(window) == before
    QTest.keyClick(window.page_stack.page.entry.field, Qt.Key.Key_Escape)
    assert not window.frozen
    assert seen_by_the_room(window) != before


def seen_by_the_room(window):
    """The picture of title, timer, rail and page, without what says that it is frozen."""
    QApplication.processEvents()
    picture = window.grab().toImage().copy(0, 0, window.width(), window.foot.y())
    painter = QPainter(picture)
    painter.fillRect(window.width() // 2 + 200, 0, window.width(), window.bar.height(), 0)
    painter.end()
    return picture


@pytest.mark.every_value
@pytest.mark.parametrize("part", ["rail", "foot", "bar", "page", "message"])
def test_under_a_still_picture_nothing_can_be_clicked_and_no_message_appears(window, part):
    window.set_frozen(True)
    before = seen_by_the_room(window)
    say(window, "止めているあいだ")
    window.toast("止めているあいだ", undo=True)
    QApplication.processEvents()
    target = {
        "rail": window.rail.items["solve"],
        "foot": window.foot.primary,
        "bar": window.bar.timer,
        "page": window.page_stack.page.entry,
        "message": window.foot.toast,
    }[part]
    point = target.mapTo(window, target.rect().center())
    below = window.childAt(point)
    assert not target.isAncestorOf(below)
    assert below is not target
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=point)
    assert (window.page_name, window.timer.running) == ("list", False)
    assert len(window.session.state.problems) == 1
    assert window.frozen
    assert seen_by_the_room(window) == before


def test_from_a_still_picture_no_key_leads_to_private_mode(window, words):
    set_language(words)
    window.page_stack.page.setFocus()
    QTest.keyClicks(window, "f")
    QTest.keySequence(window, "Ctrl+Shift+P")
    QApplication.processEvents()
    assert (window.frozen, window.private) == (True, False)
    assert window.notice_banner.isVisible()
    assert window.notice_banner.sentence == tr("frame.room.frozen_first", key="F11")
    middle = window.page_stack.mapTo(window, window.page_stack.rect().center())
    assert not window.page_stack.isAncestorOf(window.childAt(middle))
    QTest.keyClicks(window, "f")
    window.set_private(True)
    assert (window.frozen, window.private) == (False, True)
    assert window.notice_banner.sentence == ""


def test_letters_never_freeze_while_typing(window):
    window.page_stack.page.entry.setFocus()
    QTest.keyClicks(window.page_stack.page.entry.field, "FB")
    assert not window.frozen
    assert not window.black_overlay.isVisible()
    assert window.page_stack.page.entry.text() == "FB"


@pytest.mark.parametrize("back", [Qt.Key.Key_B, Qt.Key.Key_Escape])
def test_black_covers_all_until_b_or_escape_leads_back(window, back):
    window.page_stack.page.entry.setFocus()
    window.bar.audience_status.black.click()
    cover = window.black_overlay
    assert cover.isVisible()
    assert cover.geometry() == window.rect()
    for key in (Qt.Key.Key_F, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(cover, key)
    for keys in ("Ctrl+Shift+P", "Ctrl+Z", "Ctrl+PgDown", "Ctrl+8", "Ctrl+E"):
        QTest.keySequence(cover, keys)
    assert cover.isVisible()
    assert (window.private, window.page_name, window.frozen) == (False, "list", False)
    image = cover.grab().toImage()
    assert image.pixelColor(5, 5).name() == "#000000"
    assert image.pixelColor(image.width() // 2, 10).name() == "#000000"
    QTest.keyClick(cover, back)
    assert not cover.isVisible()
    assert QApplication.focusWidget() is window.page_stack.page.entry.field


@pytest.mark.every_value
@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_message_on_black_is_whole_and_a_click_on_it_leads_back(window, words, percent):
    set_language(words)
    window.resize(1024, 700)
    theme().set_text_scale(percent / 100)
    window.set_black()
    window.say_on_black(tr("given.not_opened", folder="お渡し 2026-11-27"))
    QApplication.processEvents()
    cover = window.black_overlay
    assert "Esc" in cover.sentence
    box = cover.line_box().toAlignedRect()
    assert box.height() > 2 * theme().line_height("meta") - 1, "it has several lines"
    assert cover.rect().contains(box)
    said = "".join(one.words for one in painted_texts(cover))
    assert "".join(said.split()) == "".join(cover.sentence.split())
    assert misplaced(cover) == []
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(4, 4))
    assert not cover.isVisible()


def test_the_timer_runs_on_under_freeze_and_black(window, moment):
    window.time_recorder.read()
    window.timer.toggle()
    window.set_frozen(True)
    window.set_black()
    moment.seconds = 120
    assert window.timer.seconds_used() == 120


def test_escape_leaves_one_state_at_a_time(window):
    field = window.page_stack.page.entry.field
    window.page_stack.page.entry.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.page_stack.page.escaped == 1
    assert not field.hasFocus()
    QTest.keyClicks(window.focusWidget(), "f")
    assert window.frozen
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.frozen
    assert window.isVisible()


def test_escape_during_a_conversion_is_the_input_method_s(window):
    window.set_private(True)
    field = window.page_stack.page.entry.field
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("へんかん", []))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.private


# -- time ------------------------------------------------------------------------------


def test_the_agenda_s_minutes_are_the_step_s_time(window, moment):
    window.time_recorder.read()
    bar = window.bar.timer
    assert bar._digits.text == "20:00"
    QTest.mouseClick(bar._pause, Qt.MouseButton.LeftButton)
    moment.seconds = 700
    bar.refresh()
    assert (bar._digits.text, bar._digits.state) == ("8:20", "calm")
    QTest.mouseClick(bar._add[0], Qt.MouseButton.LeftButton)
    assert bar._digits.text == "9:20"
    moment.seconds = 1261
    bar.refresh()
    assert (bar._digits.text, bar._digits.state) == ("-0:01", "late")


# -- appearance ------------------------------------------------------------------------


def test_nothing_is_cut_with_a_long_title_and_large_text(window):
    theme().set_text_scale(1.5)
    title = "とても長いワークショップの題名" * 6
    window.session.execute(EditWorkshop(window.session.workshop_id, "title", title))
    window.time_recorder.read()
    window.set_frozen(True)
    for _ in range(12):
        window.session.execute(AddProblem("もう一つの課題"))
    QApplication.processEvents()
    assert faults(window) == []


def test_the_ways_out_go_into_a_menu_and_keep_their_keys(window):
    window.resize(*SMALLEST)
    page = window.page_stack.page
    ways = page.foot_widgets
    for n in range(4):
        ways[f"long {n}"] = ActionButton(f"ほかの長い名前の操作 {n}", "note")
    window.update_foot()
    QApplication.processEvents()
    assert not ways["long 3"].isVisible()
    assert faults(window) == []
    told = []
    ways["request"].clicked.connect(lambda: told.append("request"))
    ways["card"].clicked.connect(lambda: told.append("card"))
    QTest.keySequence(window, "Alt+Q")
    QTest.keySequence(window, "Alt+C")
    assert told == ["request", "card"]


def test_the_window_can_be_as_small_as_required(window):
    assert window.minimumSizeHint().width() <= SMALLEST[0]
    window.resize(800, 600)
    assert (window.width(), window.height()) == SMALLEST


def test_the_room_s_words_follow_the_window(window):
    window.resize(1366, 768)
    QApplication.processEvents()
    small = window.bar.step.font().pixelSize()
    window.resize(1920, 1080)
    QApplication.processEvents()
    assert (small, window.bar.step.font().pixelSize()) == (35, 48)


def test_another_language_is_shown_at_once(window):
    QTest.keyClicks(window.page_stack.page.entry.field, "typed")
    set_language("en")
    assert window.bar.step.text() == "List"
    assert window.bar.audience_status.chip.words == "Room view"
    assert window.rail.items["solve"].text() == "Solve"
    assert window.page_stack.page.entry.text() == "typed"


def test_themes_change_while_running(window):
    for name in ("dark", "contrast", "light"):
        theme().set_name(name)
        QApplication.processEvents()
        picture = window.grab().toImage()
        assert picture.pixelColor(700, 600) == theme().colour("surface")
