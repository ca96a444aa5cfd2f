"""What a chosen answer leaves open, and the line to type, in the page Solve."""

from tests.helpers.solve_page import cards, open_row, view
from ui.components.entry_details import EntryDetailsPanel
from ui.components.outcome_commands import candidate_id
from ui.widgets.fit import is_limited
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.promises import Promise
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.judging import judge

CLOSED = {
    "ja": "間違えて閉じたアラートを、発生中に戻したい",
    "en": "Somebody closed the wrong alert and we want it open again",
}
"""Words of a known gap, of which the alert list comes nearest."""
MISSED = {
    "ja": "夜の集計が動かなかったのに、朝まで気づけない",
    "en": "The nightly report did not run and nobody noticed",
}
DIED = {"ja": "プロセスが落ちていたのに気づけない", "en": "A process died and nobody noticed"}
NEVER_STARTED = "service-metric-missing-monitoring"
COMMAND = 'echo -e "job.ok\\t1\\t$(date +%s)" | mkr throw --service shop'


def said(row):
    return [line.text for line in row.opened]


def choose(desk, entry):
    desk.page.search.acted.emit(candidate_id(entry))
    desk.settle()


def promise(desk):
    return promises_of(desk.state, desk.state.problem(desk.ids[0]))[OutcomeKind.SOLUTION]


def test_the_nearest_answer_to_a_gap_says_what_it_lacks_once_it_is_chosen(room, words):
    desk = room(CLOSED[words], words=words)
    near = judge(desk.window.answers, (CLOSED[words],), words).gap.nearest[0]
    choose(desk, near.solution.id)
    assert promise(desk) is Promise.SOLVED_IN_PART
    row = next(row for row in view(desk).rows if row.chosen)
    assert tr("promises.caveat.gap", text=near.falls_short) in said(row)


def test_a_wording_without_a_gap_takes_the_caveat_away(room, words):
    desk = room(CLOSED[words], words=words)
    choose(desk, "alert-list")
    assert promise(desk) is Promise.SOLVED_IN_PART
    desk.do(EditProblem(desk.ids[0], "wording", MISSED[words]))
    desk.go("list")
    assert desk.state.problem(desk.ids[0]).gap_id == ""
    assert promise(desk) is Promise.SOLVED


def test_typed_words_neither_record_a_gap_nor_take_it_away(room):
    desk = room(MISSED["ja"])
    desk.write(CLOSED["ja"])
    desk.go("list")
    assert desk.state.problem(desk.ids[0]).gap_id == ""
    desk = room(CLOSED["ja"])
    desk.go("list")
    gap = desk.state.problem(desk.ids[0]).gap_id
    assert gap
    desk.go("solve")
    desk.write(MISSED["ja"])
    desk.go("list")
    assert desk.state.problem(desk.ids[0]).gap_id == gap


def test_with_an_answer_the_limit_that_is_about_the_problem_is_recorded(room, words):
    desk = room(DIED[words], words=words)
    found = desk.window.answers.search(DIED[words], words, 10)
    hit = next(each for each in found if is_limited(each.fit, each.limit))
    choose(desk, hit.solution.id)
    (card,) = cards(desk)
    assert hit.solution.text(words).limits[card.limit_number - 1] == hit.limit
    assert promise(desk) is Promise.SOLVED


def test_the_line_to_type_follows_the_steps_of_a_chosen_answer_with_its_label(room, words):
    desk = room(MISSED[words], words=words)
    problem = desk.ids[0]
    desk.do(PlayCard(problem, CardKind.SOLUTION, "x", "", NEVER_STARTED))
    row = next(row for row in view(desk).rows if row.chosen)
    lines = said(row)
    at = lines.index(COMMAND)
    assert row.opened[at].typed
    assert row.opened[at].label == tr("solve.list.example")
    steps = desk.window.answers.solution(NEVER_STARTED).text(words).first_steps
    assert lines[:at] == list(steps)


def test_the_details_have_the_line_to_type_after_the_steps_and_not_among_the_limits(room, words):
    desk = room(MISSED[words], words=words)
    desk.do(PlayCard(desk.ids[0], CardKind.SOLUTION, "x", "", NEVER_STARTED))
    assert open_row(desk).chosen
    desk.press("Alt+D")
    panel = desk.page.findChild(EntryDetailsPanel)
    rows = list(panel.view.rows)
    at = next(n for n, row in enumerate(rows) if row.lines and row.lines[0].text == COMMAND)
    assert rows[at].head.text == tr("solve.details.example")
    assert rows[at].lines[0].typed
    assert rows[at - 1].head.text == tr("solve.details.first_steps")
