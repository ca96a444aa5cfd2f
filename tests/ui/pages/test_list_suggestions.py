"""Answers shown next to problems that are typed, pasted, or received in advance."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.list_rows import after, opened
from workshop_app import paths, settings
from workshop_app.catalogue import loader
from workshop_app.domain.in_steps import InSteps
from workshop_app.i18n import tr
from workshop_app.services import answers
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judge

FITS = {
    "ja": "内部のネットワーク機器の監視ができない",
    "en": "Cannot monitor internal network devices",
}
CLOSED = "間違えて閉じたアラートを、発生中に戻したい"
LITTLE = "監視"


@pytest.fixture(autouse=True)
def file(own_folders):
    """The settings file for this test only."""
    return paths.settings_path()


@pytest.fixture(autouse=True)
def read():
    """The catalogues are read, as they are shortly after the start."""
    for _step in Answers().prepare():
        pass


@pytest.fixture
def unread(monkeypatch):
    """The catalogues are not read yet, as just after the start."""
    fresh = InSteps(loader._read_built_in)
    for module in (loader, answers):
        monkeypatch.setattr(module, "BUILT_IN", fresh)
    return fresh


def line(desk):
    return desk.page.suggestion


def paste(desk, *lines):
    QGuiApplication.clipboard().setText("\n".join(lines))
    desk.press("Ctrl+Shift+V")


def marks(view):
    """The marks painted next to each row on the page."""
    return [after(view._layout(slot.row).row) for slot in view.slots]


def test_the_best_answer_is_named_while_a_problem_is_typed(desk, words):
    desk = desk(words, private=True)
    assert line(desk).words() == ""
    for letter in FITS[words]:
        desk.write(letter)
        assert desk.focus is desk.page.entry.field
    best = desk.window.answers.search(FITS[words], words, 1)[0]
    assert line(desk).words() == best.solution.text(words).name
    assert line(desk).best.fit == best.fit
    assert line(desk).words() in line(desk).accessibleName()
    desk.press("Return")
    assert line(desk).words() == ""


def test_before_the_catalogue_is_read_no_letter_waits_for_it(desk, unread, qtbot):
    desk = desk("ja", private=True)
    desk.write(FITS["ja"])
    assert desk.page.entry.text() == FITS["ja"]
    assert not unread.done
    assert line(desk).words() == ""
    qtbot.waitUntil(lambda: bool(line(desk).words()), timeout=60_000)
    best = desk.window.answers.search(FITS["ja"], "ja", 1)[0]
    assert line(desk).words() == best.solution.text("ja").name


def test_a_known_gap_is_named_and_too_few_words_say_nothing(desk):
    desk = desk(private=True)
    desk.write("監視")
    assert line(desk).words() == ""
    desk.page.entry.clear()
    desk.write(CLOSED)
    assert line(desk).words() == judge(desk.window.answers, (CLOSED,), "ja").gap.headline


def test_what_is_in_conversion_changes_nothing(desk):
    desk = desk(private=True)
    desk.convert("ないぶのねっとわーくききのかんし")
    assert line(desk).words() == ""
    desk.write(FITS["ja"])
    said = line(desk).words()
    assert said
    desk.convert("がふべん")
    assert line(desk).words() == said


def test_nothing_moves_when_a_suggestion_appears(desk):
    desk = desk(until=None, private=True)
    desk.write("ほ")
    before = desk.page.rows.geometry(), line(desk).geometry(), desk.page.next.geometry()
    desk.write("かの" + FITS["ja"])
    assert line(desk).words()
    assert before == (desk.page.rows.geometry(), line(desk).geometry(), desk.page.next.geometry())


def test_it_can_be_switched_off_and_on_in_the_settings(desk, file):
    desk = desk(private=True)
    desk.go("settings")
    desk.page.suggestions.setFocus()
    desk.press("Space")
    assert settings.load(file).list_suggestions == "off"
    desk.go("list")
    desk.write(FITS["ja"])
    assert line(desk).words() == ""
    desk.go("settings")
    desk.page.suggestions.setFocus()
    desk.press("Space")
    assert settings.load(file).list_suggestions == "on"
    desk.go("list")
    desk.write("。")
    assert line(desk).words()


def test_a_wording_being_corrected_is_not_searched_for(desk):
    desk = desk(private=True)
    desk.write(FITS["ja"])
    desk.press("Return", "Up", "F2")
    assert line(desk).words() == ""


def test_each_pasted_line_carries_its_answer_or_says_that_it_is_too_little(desk, words):
    desk = desk(words, private=True, size=(1024, 720))
    paste(desk, FITS[words], LITTLE)
    hit = desk.window.answers.search(FITS[words], words, 1)[0]
    best = hit.solution.text(words).name
    view = desk.page.preview.list.view
    view.resize(2000, view.height())
    (named, limit), second = marks(view)
    assert hit.limit, "one of its limits is about these words"
    assert limit == tr("widgets.fit.limited")
    assert best in named
    assert tr(f"widgets.fit.level{hit.fit}") in named
    assert second == [tr("paste.too_little")]
    view.resize(340, view.height())
    alone = tr(f"widgets.fit.alone.level{hit.fit}")
    assert marks(view)[0] == [alone, tr("widgets.fit.limited")], "a sentence without a name"
    assert opened(view.lay_out(view.rows[0], current=True).row) == best


def test_the_room_sees_no_answer_before_a_problem_was_talked_about(desk):
    desk = desk()
    desk.write(FITS["ja"])
    assert line(desk).words() == ""
    assert not line(desk).isVisible()
    desk.page.entry.clear()
    paste(desk, FITS["ja"], LITTLE)
    assert marks(desk.page.preview.list.view) == [[], []]


def test_only_lines_on_the_page_are_searched_for(desk, monkeypatch):
    desk = desk(private=True)
    asked = []
    find = Answers.find
    monkeypatch.setattr(
        Answers,
        "find",
        lambda self, text, *rest: (asked.append(text), find(self, text, *rest))[1],
    )
    paste(desk, *(f"{number} 台目のスイッチの通信量を見たい" for number in range(8_000)))
    view = desk.page.preview.list.view
    assert 0 < len(set(asked)) <= 3 * len(view.slots)
    before = len(asked)
    desk.press("PageDown")
    assert before < len(asked) <= before + 3 * len(view.slots)
    desk.press("Space", "PageUp")
    assert len(asked) <= before + 5 * len(view.slots)


@pytest.mark.every_value
def test_the_list_received_in_advance_carries_answers_in_private_mode(desk, private):
    desk = desk(sample=True, page="prepare", private=private)
    section = desk.page.sections["advance"]
    desk.page.show_record("advance")
    best = desk.window.answers.search("内部のネットワーク機器の監視ができない", "ja", 1)[0]
    name = best.solution.text("ja").name
    view = section.rows.view
    view.resize(900, 4000)
    said = [mark for row in marks(view) for mark in row]
    assert any(name in mark for mark in said) if private else said == []
    assert view.current == 0
