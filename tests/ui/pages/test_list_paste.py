"""Lists by columns: pasted spreadsheet cells, and files that are chosen or dropped."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from workshop_app.domain.problem import Source
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant, SetAnonymous
from workshop_app.services.commands.workshops import SwitchList

CELLS = (
    "項番\t課題\t発言者\t備考\n1\t夜中の通知が多い\t青木さん\t至急\n2\t監視が遅い\t見知らぬ人\t\n"
)
REMARK = "夜勤のある部署だけが知っている長い長い事情"


def paste(desk, text):
    QGuiApplication.clipboard().setText(text)
    desk.press("Ctrl+Shift+V")


def preview(desk):
    page = desk.page
    return page.preview if desk.window.page_name == "list" else page.section.preview


def shown(desk):
    return [row.text for row in preview(desk).list.rows()]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def entries(desk):
    return {item.entry.words: item for item in desk.window.menus.menu.items}


def pick(desk, column, role):
    """Give a column another role by the mouse alone."""
    click(preview(desk).columns.button(column))
    desk.settle()
    click(entries(desk)[tr(f"paste.role.{role}")])
    desk.settle()


def drop(desk, *paths):
    data = QMimeData()
    web = [QUrl(path) for path in paths if isinstance(path, str)]
    data.setUrls(web or [QUrl.fromLocalFile(str(path)) for path in paths])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    target = desk.window.page_stack
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *given, plain))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *given, plain))
    desk.settle()


def added(desk):
    names = {who.id: who.name for who in desk.state.participants}
    return [(p.first_wording, names.get(p.speaker_id)) for p in desk.state.problems]


@pytest.mark.parametrize("page", ["list", "prepare"])
def test_pasted_cells_are_read_by_columns_and_are_one_step_of_undo(desk, page, private):
    one = desk(page=page, private=private)
    one.do(AddParticipant("青木"))
    if page == "prepare":
        one.page.show_section("advance")
    paste(one, CELLS)
    assert shown(one) == ["夜中の通知が多い", "監視が遅い"]
    assert tr("paste.strangers", n=1) in one.seen()
    assert (tr("paste.speakers", n=1) in one.seen()) is not private
    one.press("Return")
    assert added(one) == [("夜中の通知が多い", "青木"), ("監視が遅い", None)]
    if page == "prepare":
        assert {problem.source for problem in one.state.problems} == {Source.ADVANCE}
    one.window.undo()
    assert one.state.problems == ()


def test_a_pasted_list_names_its_speakers_in_brackets(desk, words):
    one = desk(words, page="prepare", private=True)
    one.page.lines.people.entry.entered.emit("山本 由美 (情報システム)、佐々木 亮 （店舗運営）")
    people = [(who.name, who.team) for who in one.state.participants]
    assert people == [("山本 由美", "情報システム"), ("佐々木 亮", "店舗運営")]
    one.page.show_section("advance")
    paste(one, "1 夜間バッチが失敗しても気づけない (山本)\n2 通知が多い (本部)")
    assert shown(one) == ["夜間バッチが失敗しても気づけない", "通知が多い (本部)"]
    assert tr("paste.bullets") in one.seen()
    assert tr("paste.names_kept") in one.seen()
    one.press("Return")
    kept = ("夜間バッチが失敗しても気づけない", "山本 由美")
    assert added(one) == [kept, ("通知が多い (本部)", None)]
    one.window.undo()
    one.do(SetAnonymous(True))
    paste(one, "夜間バッチが失敗する (山本)")
    assert tr("paste.names_taken") in one.seen()
    one.press("Return")
    assert added(one) == [("夜間バッチが失敗する", None)]


def test_a_column_is_reassigned_by_mouse(desk, words):
    one = desk(words)
    paste(one, f"No\tやりたいこと\t事情\n1\t通知を減らす\t{REMARK}\n2\t監視\t\n")
    assert shown(one) == [REMARK]
    pick(one, 1, "wording")
    assert shown(one) == ["通知を減らす", "監視"]
    pick(one, 2, "speaker")
    click(preview(one).add_button)
    one.settle()
    assert added(one) == [("通知を減らす", None), ("監視", None)]


def test_a_column_is_reassigned_by_keys(desk):
    one = desk()
    paste(one, CELLS)
    one.press("Backtab")  # the switch for new people
    one.press("Backtab")  # the switch for the headings
    one.press("Backtab")  # the last column
    assert one.focus is preview(one).columns.button(3)
    one.press("Return")
    for key in ("Down", "Up", "Return"):
        one.press(key)
    assert shown(one) == ["至急"]
    assert one.focus is preview(one).columns.button(3)


def test_the_first_row_is_taken_for_headings_or_not_by_mouse(desk):
    one = desk()
    paste(one, CELLS)
    click(preview(one).columns.switch)
    one.settle()
    assert shown(one) == ["課題", "夜中の通知が多い", "監視が遅い"]
    click(preview(one).columns.switch)
    one.settle()
    assert shown(one) == ["夜中の通知が多い", "監視が遅い"]


@pytest.mark.parametrize("text", ["通知が多い\t", "通知が多い", "・通知が多い\n・監視が遅い"])
def test_plain_lines_have_no_columns(desk, text):
    one = desk()
    paste(one, text)
    assert preview(one).isVisible()
    assert not preview(one).columns.isVisible()


def test_one_plain_line_pasted_into_the_field_stays_one_problem(desk):
    one = desk()
    QGuiApplication.clipboard().setText("通知、監視\tグラフ")
    one.press("Ctrl+V", "Return")
    assert len(one.state.problems) == 1


def test_cells_pasted_into_the_field_open_the_preview(desk):
    one = desk()
    QGuiApplication.clipboard().setText(CELLS)
    one.press("Ctrl+V")
    assert preview(one).columns.isVisible()
    one.press("Escape")
    assert not preview(one).isVisible()
    paste(one, "通知が多い\n監視が遅い")
    assert not preview(one).columns.isVisible()


def test_the_room_sees_neither_speakers_nor_other_columns(desk):
    one = desk()
    one.do(AddParticipant("江藤"))
    paste(one, f"課題\t発言者\tメモ\n通知が多い\t青木\t{REMARK}\n")
    assert "青木" not in one.everything()
    assert REMARK not in one.everything()
    one.set_private(True)
    assert shown(one) == ["通知が多い"]
    assert "青木" in one.everything()
    assert preview(one).columns.isVisible()  # the table survives the change of mode
    pick(one, 2, "wording")
    assert shown(one) == [REMARK]


def test_an_anonymous_workshop_has_no_column_of_speakers(desk):
    one = desk(private=True)
    one.do(AddParticipant("青木"))
    one.do(SetAnonymous(True))
    paste(one, CELLS)
    assert "青木" not in str(preview(one).list.rows())
    click(preview(one).columns.button(3))
    one.settle()
    assert [*entries(one)] == [
        tr("paste.role.wording"),
        tr("paste.role.day"),
        tr("paste.role.note"),
        tr("paste.role.unused"),
    ]
    one.press("Escape")
    preview(one).list.setFocus()
    one.press("Return")
    assert {who for _, who in added(one)} == {None}


def test_nothing_of_a_table_is_shown_while_the_room_is_to_see_no_problem(desk):
    one = desk()
    one.do(SwitchList(one.state.workshop.id, "shown_later", True))
    one.window.rebuild()
    one.settle()
    paste(one, CELLS)
    assert "夜中" not in one.everything()
    one.press("Return")
    assert len(one.state.problems) == 2


@pytest.mark.parametrize("page", ["list", "prepare", "sort", "wrap_up"])
@pytest.mark.parametrize(
    ("name", "encoding", "sign"),
    [("a.csv", "cp932", ","), ("a.tsv", "utf-16", "\t"), ("a.txt", "utf-8", "\t")],
)
def test_a_file_dropped_by_mouse_is_read_by_columns(desk, tmp_path, page, name, encoding, sign):
    one = desk(page=page)
    one.do(AddParticipant("青木"))
    file = tmp_path / name
    file.write_bytes(CELLS.replace("\t", sign).encode(encoding))
    drop(one, file)
    assert one.window.page_name == ("prepare" if page == "prepare" else "list")
    one.press("Return")
    assert added(one) == [("夜中の通知が多い", "青木"), ("監視が遅い", None)]


def test_the_refusal_of_a_dropped_file_names_it_only_in_private_mode(desk, tmp_path):
    one = desk()
    file = tmp_path / "secret-name.csv"
    file.write_text('課題,発言者\n"通知が多い,青木\n', encoding="utf-8")
    drop(one, file)
    assert tr("imports.csv_quote", line=2) in one.seen()
    missing = tmp_path / "secret-name.txt"
    drop(one, missing)
    assert "secret-name" not in one.everything()
    one.set_private(True)
    drop(one, missing)
    assert "secret-name" in one.everything()
    drop(one, file, missing)
    assert tr("paste.one_file") in one.seen()
    drop(one, "https://example.com/a.csv")
    assert tr("paste.no_file") in one.seen()


def test_words_and_what_is_dragged_within_the_program_are_no_file(desk):
    one = desk(page="sort")
    words = QMimeData()
    words.setText("通知が多い")
    given = (Qt.DropAction.CopyAction, words, Qt.MouseButton.LeftButton)
    event = QDragEnterEvent(QPoint(5, 5), *given, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(one.window.page_stack, event)
    assert not event.isAccepted()
    drop_event = QDropEvent(QPointF(5, 5), *given, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(one.window.page_stack, drop_event)
    one.settle()
    assert one.window.page_name == "sort"
    assert not one.window.notice_banner.isVisible()


def test_nothing_is_dropped_onto_a_locked_or_frozen_window(desk, tmp_path):
    one = desk()
    file = tmp_path / "a.txt"
    file.write_text("通知が多い", encoding="utf-8")
    one.window.set_frozen(True)
    drop(one, file)
    assert not preview(one).isVisible()
    one.window.set_frozen(False)
    one.window.lock.set_on(True)
    drop(one, file)
    assert not preview(one).isVisible()
    one.window.lock.set_on(False)


def test_a_file_is_chosen_in_list_in_private_mode(desk, tmp_path, monkeypatch):
    one = desk(private=True)
    file = tmp_path / "a.csv"
    file.write_text(CELLS.replace("\t", ","), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    one.press("Ctrl+Shift+O")
    assert shown(one) == ["夜中の通知が多い", "監視が遅い"]


@pytest.mark.parametrize(
    ("text", "said"), [("夜中の通知\n遅い", False), ("1. 夜中の通知\n・遅い", True)]
)
def test_numbers_taken_off_are_mentioned_only_where_there_were_any(desk, text, said):
    one = desk(page="list")
    paste(one, text)
    assert shown(one) == ["夜中の通知", "遅い"]
    assert (tr("paste.bullets") in one.seen()) is said


def test_the_numbers_of_a_pasted_mail_count_only_its_list(desk):
    desk = desk(page="list")
    paste(desk, "お世話になっております。\n\n1. 通知が多い\n2. 監視が漏れる\n3. 復旧が遅い\n\n佐藤")
    rows = preview(desk).list.rows()
    numbers = [row.before[1].text for row in rows]
    assert numbers == ["", "1", "2", "3", ""]
    assert [row.quiet for row in rows] == [True, False, False, False, True]


@pytest.mark.parametrize("page", ["list", "prepare"])
def test_a_name_of_two_people_is_asked_and_new_people_are_offered_with_their_department(desk, page):
    one = desk(page=page, private=True)
    one.do(AddParticipant("佐藤 一郎", team="開発部"))
    one.do(AddParticipant("佐藤 花子", team="営業部"))
    if page == "prepare":
        one.page.show_section("advance")
    paste(one, "課題\t氏名\t部署\t備考\n通知が多い\t佐藤様\t\t夜だけ\n監視が遅い\t森\t物流部\t\n")
    assert tr("paste.undecided", n=1) in one.seen()
    click(preview(one).people.button(0))
    one.settle()
    click(entries(one)[tr("paste.in_team", name="佐藤 花子", team="営業部")])
    assert tr("paste.undecided", n=1) not in one.seen()
    preview(one).people.switch.setFocus()
    QTest.keyClick(one.focus, Qt.Key.Key_Space)
    assert tr("paste.newcomers", n=1) in one.seen()
    click(preview(one).add_button)
    one.settle()
    assert added(one) == [("通知が多い", "佐藤 花子"), ("監視が遅い", "森")]
    assert one.state.participants[-1].team == "物流部"
    assert one.state.problems[0].private_note == "夜だけ"
    one.window.undo()
    assert [who.name for who in one.state.participants] == ["佐藤 一郎", "佐藤 花子"]


def test_the_room_is_not_asked_who_is_meant(desk):
    one = desk()
    one.do(AddParticipant("佐藤 一郎"))
    one.do(AddParticipant("佐藤 花子"))
    paste(one, "課題\t氏名\n通知が多い\t佐藤様\n監視が遅い\t森\n")
    assert tr("paste.undecided", n=1) in one.seen()
    assert "佐藤様" not in one.everything()
    one.press("Return")
    assert added(one) == [("通知が多い", None), ("監視が遅い", None)]
