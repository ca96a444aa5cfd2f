"""How many said the same: counts for the room, and the list for deciding who did."""

import pytest

from tests.helpers.list_rows import after
from tests.helpers.other_voices import say_elsewhere
from ui.audience.outcomes import appraising
from ui.widgets.voice_words import voice_parts, voices_in_a_line
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.audience_view_builder import build_audience_view
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import set_language, tr
from workshop_app.services.commands.problems import AddProblem

SAID = "回線が少し切れただけで死活監視のアラートが鳴る"
NAMES = ("北の市場", "West Rail", "株式会社みなみ倉庫")


@pytest.fixture
def told(desk):
    """A desk at criterion 6 of a problem that three other customers have, too."""

    def make(*, confirmed=0, names=NAMES, **options):
        one = desk(page="", **options)
        problem_id = one.do(AddProblem(SAID))
        problem = one.state.problem(problem_id)
        one.others = say_elsewhere(one.session, problem, names, confirmed=confirmed, words="。夜も")
        one.go("appraise")
        one.press(*["Down"] * 5)
        assert one.page.criteria.criterion is Criterion.GENERAL
        return one

    return make


def line(desk):
    """What is read below the criteria."""
    return desk.page.ground.text.text()


def decided(desk):
    """The decision on each other problem, in their order."""
    found = {each.other_id: each.is_same for each in desk.state.likes}
    return [found.get(other) for other in desk.others]


def test_the_line_below_says_how_many_said_the_same_in_letters_of_the_room(told, words, size):
    desk = told(confirmed=2, words=words, size=size)
    counts = voices_in_a_line(VoiceCounts(customers=3, people=2, people_unknown=True,
                                          jobs=2, ways=1))  # fmt: skip
    assert line(desk).startswith(tr("widgets.voices.heard", counts=counts))
    assert desk.page.ground.text.role == "room"
    desk.press("Up")
    assert counts not in line(desk)


def test_without_other_voices_only_private_mode_says_that_these_are_of_this_workshop(told):
    desk = told()
    assert line(desk) == tr("appraisal.criterion.general")
    assert tr("widgets.voices.here") not in desk.seen()
    assert tr("appraise.voices.to_check", n=3) not in desk.seen()
    desk.set_private(True)
    desk.page.criteria.select(Criterion.GENERAL)
    desk.settle()
    assert tr("widgets.voices.here") in line(desk)


def test_a_person_says_by_one_key_what_is_the_same(told):
    desk = told(private=True)
    assert tr("appraise.voices.to_check", n=3) in line(desk)
    desk.press("Alt+L")
    rows = desk.page.panels.current.list.rows()
    assert {after(row)[0] for row in rows} == set(NAMES)
    desk.press("Alt+Y", "Alt+Delete", "Return")
    assert sorted(decided(desk)) == [False, True, True]
    customers = "3 " + tr("widgets.voices.customers", n=3)
    assert customers in desk.seen()
    desk.press("Ctrl+Z")
    assert sorted(decided(desk), key=str) == [False, None, True]
    assert desk.page.panels.current is not None, "what was undone is still in sight"
    assert "2 " + tr("widgets.voices.customers", n=2) in desk.seen()


def test_a_person_says_by_one_click_what_is_the_same(told):
    desk = told(private=True)
    desk.press("Alt+L")
    panel = desk.page.panels.current
    view = panel.list.view
    order = [row.id for row in panel.list.rows()]
    panel.list.ticked.emit(order[0])
    desk.settle()
    assert decided(desk)[desk.others.index(order[0])] is True
    panel.list.acted.emit(order[1])
    desk.settle()
    assert decided(desk)[desk.others.index(order[1])] is False
    assert [row.id for row in panel.list.rows()] == order, "no row moves"
    desk.click(tr("appraise.voices.same"))
    assert decided(desk)[desk.others.index(order[2])] is True
    panel.list.ticked.emit(order[0])
    desk.settle()
    assert decided(desk)[desk.others.index(order[0])] is None
    assert view.isVisible()


def test_with_nobody_else_the_panel_says_so(told):
    desk = told(private=True, names=())
    desk.press("Alt+L")
    assert tr("appraise.voices.none") in desk.seen()
    desk.press("Alt+Y", "Escape")
    assert desk.page.panels.current is None


def test_in_projected_mode_there_is_no_such_list(told):
    desk = told(confirmed=2)
    desk.press("Alt+L")
    assert desk.page.panels.current is None
    for name in NAMES:
        assert name not in desk.seen()


def test_the_audience_display_has_only_the_counts_under_the_last_criterion(told, words):
    desk = told(confirmed=3, words=words)
    view = build_audience_view(desk.state, desk.page.audience_focus())
    rows = [row.name for row in appraising("", view.picture).rows]
    counts = voices_in_a_line(view.picture.voices)
    heard = tr("widgets.voices.heard", counts=counts)
    assert [n for n, row in enumerate(rows) if heard in row] == [len(Criterion)]
    assert not any(name in row for name in NAMES for row in rows)


def test_counts_are_separate_and_unknown_values_are_not_counted(words):
    set_language(words)
    some = VoiceCounts(customers=3, people=0, jobs=0, ways=2, people_unknown=True)
    assert [number for number, _ in voice_parts(some)] == ["3", "2"]
    whole = VoiceCounts(customers=3, people=4, jobs=2, ways=2)
    assert [number for number, _ in voice_parts(whole)] == ["3", "4", "2", "2"]
    assert voices_in_a_line(VoiceCounts(customers=1)) == tr("widgets.voices.here")
    set_language("ja")
