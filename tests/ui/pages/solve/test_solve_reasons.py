"""Why a candidate may be the answer, and what is said of a known gap and in doubt."""

import json
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.helpers.controls import spoken_current
from tests.helpers.fitting import faults
from tests.helpers.solve_page import notes, open_row, outcomes, titles, view
from ui.pages.solve.answer_painter import action_box
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judge
from workshop_app.services.match_quality import MatchQuality

REQUESTS = Path(__file__).parents[4] / "benchmarks" / "labelled" / "requests.jsonl"

CLOSED = {
    "ja": "間違えて閉じたアラートを、発生中に戻したい",
    "en": "Somebody closed the wrong alert and we want it open again",
}
"""Words of a known gap."""


@lru_cache
def sentence(words: str, wanted: MatchQuality) -> str:
    """A labelled request of which the catalogue, as it is now, makes so much."""
    answers = Answers()
    rows = (json.loads(line) for line in REQUESTS.read_text(encoding="utf-8").splitlines())
    texts = (row["text"] for row in rows if row["lang"] == words)
    return next(text for text in texts if judge(answers, (text,), words).quality is wanted)


def said(row):
    return [line.text for line in row.details]


def marked(line):
    return [line.text[first:last] for first, last in line.marked]


@pytest.mark.parametrize(
    ("words", "typed", "matched", "near"),
    [
        ("ja", "バッチ 失敗", ["バッチ", "失敗"], "バッチ"),
        ("en", "nightly batch fails", ["nightly", "batch", "fails"], "batch"),
    ],
)
def test_the_open_row_says_why(room, words, typed, matched, near):
    desk = room("困っている", words=words)
    desk.write(typed)
    row = open_row(desk)
    solution = desk.window.answers.solution(row.id.removeprefix("entry:")).text(language())
    why, close = row.details[0], row.details[1]
    assert why.text == tr("solve.list.why", words=tr("solve.list.and").join(matched))
    assert marked(why) == matched
    sentence = next(each for each in solution.problems if each in close.text)
    assert close.text == tr("solve.list.near", sentence=sentence)
    assert near in "".join(marked(close))
    assert said(row)[-1] == solution.limits[0]
    assert row.fit >= 3
    spoken = spoken_current(view(desk), QAccessible.Text.Description)
    assert all(line in spoken for line in said(row))


def test_with_each_key_the_best_answer_is_the_open_one_though_something_is_decided(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("Alt+1")
    assert open_row(desk).chosen
    desk.write("証明書")
    assert open_row(desk).title == titles(desk)[1]
    assert open_row(desk).outcome is None
    assert view(desk).rows_before() == 0
    desk.convert("しんせい")
    assert open_row(desk).title == titles(desk)[1]


@pytest.mark.parametrize("words", ["ja", "en"])
def test_a_known_gap_is_said_with_the_way_on_and_answers_below(room, words):
    desk = room(CLOSED[words], words=words)
    (note,) = (row for row in view(desk).rows if row.note)
    gap = judge(desk.window.answers, (CLOSED[words],), words).gap
    assert note.title == gap.headline
    assert (note.action, note.key) == (tr("solve.foot.request"), "Alt+Q")
    assert view(desk).rows[0] is note
    assert titles(desk)
    assert open_row(desk).title == titles(desk)[0]
    desk.press("Alt+Q")
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    assert [row.action for row in view(desk).rows if row.note] == [""]


def test_the_button_beside_the_words_makes_the_request(room):
    desk = room(CLOSED["ja"])
    answers = view(desk)
    box = action_box(answers._row_box(answers.slots[0]), answers._layout(0))
    QTest.mouseClick(
        answers, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, box.center().toTuple()))
    )
    desk.settle()
    assert outcomes(desk) == (OutcomeKind.REQUEST,)


def test_neither_enter_nor_space_makes_a_request_of_the_words_alone(room):
    desk = room(CLOSED["ja"])
    desk.press("Return", "Home", "Return", "Space")
    assert OutcomeKind.REQUEST not in outcomes(desk)


@pytest.mark.parametrize("words", ["ja", "en"])
def test_in_doubt_it_says_so(room, words):
    desk = room(sentence(words, MatchQuality.CANDIDATES), words=words)
    assert notes(desk) == [tr("judging.candidates")]


@pytest.mark.parametrize(("words", "little"), [("ja", "監視"), ("en", "monitor")])
def test_of_one_common_word_nothing_is_said_but_that_it_is_too_little(room, words, little):
    desk = room(little, words=words)
    assert notes(desk) == []
    assert tr("solve.search.says_little") in desk.seen()


def test_what_fits_needs_no_words_of_caution(room):
    desk = room("内部のネットワーク機器の監視ができない")
    assert notes(desk) == []


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_a_request_is_not_taken_back_by_the_keys_that_tick(room, key):
    desk = room(CLOSED["ja"])
    desk.press("Alt+Q", "Tab")
    view(desk).setFocus()
    desk.press(key)
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    desk.press("Alt+1")
    assert outcomes(desk) == (OutcomeKind.OPEN,)


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_nothing_is_cut(room, words, size):
    desk = room(CLOSED[words], words=words, size=size)
    found = faults(desk.window)
    desk.write(sentence(words, MatchQuality.CANDIDATES))
    assert found + faults(desk.window) == []


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("words", ["ja", "en"])
def test_what_was_done_is_said_beside_the_list_and_covers_no_line_of_it(desk, words, size):
    desk = desk(words, until=Step.SOLVE, size=size, page="solve")
    desk.press("Alt+1")
    toast, answers = desk.window._toast, view(desk)
    assert toast.isVisible()
    place = toast.mapTo(desk.window, toast.rect().topLeft())
    top = answers.mapTo(desk.window, answers.rect().topLeft()).y()
    assert place.y() >= top + answers.height()
    primary = desk.page.foot().primary
    edge = primary.mapTo(desk.window, primary.rect().topLeft()).x()
    assert place.x() + toast.width() <= edge


@pytest.mark.parametrize("words", ["ja", "en"])
def test_a_request_taken_back_is_called_a_request_and_undo_leads_to_its_problem(room, words):
    desk = room("困っている", "もっと困っている", words=words)
    desk.press("Alt+Q", "Alt+1")
    assert outcomes(desk) == (OutcomeKind.OPEN,)
    desk.press("Alt+Down")
    desk.press("Ctrl+Z")
    assert desk.window._toast.sentence == tr("undo.undone", what=tr("undo.kind.take_back_request"))
    assert outcomes(desk) == (OutcomeKind.REQUEST,)
    assert desk.page.head.problem.text() == "困っている"
