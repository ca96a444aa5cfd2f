"""The catalogue, searched from any step."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.rows.cells import Fit
from workshop_app.i18n import tr


@pytest.fixture
def catalogue(desk):
    return lambda **options: desk(**{"page": "catalogue", **options})


def names(desk):
    return [row.text for row in desk.page.rows.rows()]


@pytest.mark.parametrize("step", ["prepare", "context", "list", "choose", "solve", "wrap_up"])
def test_one_key_leads_there_from_any_step_and_back(desk, step):
    one = desk(sample=True, page=step)
    one.press("Ctrl+F")
    assert one.window.page_name == "catalogue"
    assert one.focus is one.page.search.field
    one.press("Escape")
    assert one.window.page_name == step


def test_without_words_every_answer_is_listed_by_need_and_name(catalogue, words):
    desk = catalogue(words=words)
    assert len(names(desk)) == desk.window.answers.count
    rows = desk.page.rows.rows()
    heads = list(dict.fromkeys(row.head for row in rows))
    assert [head.text for head in heads][:2] == [
        tr("catalogue.need.begin"),
        tr("catalogue.need.notice"),
    ]
    assert len({head.text for head in heads}) == len(heads) == 10
    for head in heads:
        group = [row.text for row in rows if row.head == head]
        assert group == sorted(group, key=str.casefold)
    assert "check-ping" in next(row.text for row in rows if row.id == "check-ping")
    assert tr("catalogue.count", n=desk.window.answers.count) in desk.seen()


@pytest.mark.parametrize(
    ("words", "typed", "expected"),
    [("ja", "外形監視", "外形監視"), ("ja", "通知", "通知"), ("en", "external", "External")],
)
def test_each_letter_searches_at_once(catalogue, words, typed, expected):
    desk = catalogue(words=words)
    desk.write(typed)
    found = names(desk)
    assert 0 < len(found) <= 40
    assert any(expected in name for name in found[:5]), found[:5]
    assert all(any(isinstance(cell, Fit) for cell in row.after) for row in desk.page.rows.rows())


def test_nothing_that_fits_is_said_in_words(catalogue):
    desk = catalogue()
    desk.write("ぬぬぬぬぬ")
    assert names(desk) == []
    assert tr("catalogue.nothing") in desk.seen()
    desk.press("Return")
    assert tr("catalogue.nothing") in desk.seen()


def test_enter_shows_all_about_one_answer_and_escape_leads_back_step_by_step(catalogue):
    desk = catalogue()
    desk.write("外形監視")
    desk.press("Down", "Return")
    chosen = desk.window.answers.solution(desk.page.rows.current_id())
    text = chosen.text("ja")
    assert text.name in desk.seen()
    assert text.help_url in desk.seen()
    assert desk.page.details.code.isVisible()
    desk.press("Escape")
    assert desk.focus is desk.page.search.field
    assert desk.page.search.text() == "外形監視"
    assert desk.page.rows.current_id() == chosen.id
    desk.press("Escape")
    assert desk.window.page_name != "catalogue"


def test_enter_during_a_conversion_opens_nothing(catalogue):
    desk = catalogue()
    desk.convert("がいけい")
    desk.press("Return")
    assert not desk.page.details.isVisible()


def test_the_search_words_outlast_a_change_of_mode_and_of_page(catalogue):
    desk = catalogue()
    desk.write("通知")
    found = names(desk)
    desk.window.set_private(True)
    assert desk.page.search.text() == "通知"
    assert names(desk) == found
    desk.go("start")
    desk.go("catalogue")
    assert names(desk) == found


def test_pasted_lines_become_one_search(catalogue):
    desk = catalogue()
    QGuiApplication.clipboard().setText("通知が\n多い\n")
    desk.press("Ctrl+V")
    assert desk.page.search.text() == "通知が 多い"
    assert names(desk)


@pytest.mark.parametrize(
    "typed", ["<img src=x>", "' OR 1=1 --", '"*^(){}:', "\u202eעברית", "長い" * 50_000, "🔥"]
)
def test_hostile_words_do_no_harm(catalogue, typed):
    desk = catalogue()
    desk.write(typed)
    assert desk.page.search.text()
    assert desk.window.notice_banner.sentence == ""
