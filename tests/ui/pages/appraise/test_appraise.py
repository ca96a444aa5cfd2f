"""The page on which problems are appraised, used as a facilitator uses it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers import hostile
from tests.helpers.fitting import faults
from tests.helpers.list_rows import option_of, part_of, read
from tests.helpers.painted import painted_texts
from ui.pages.start.record_row import Steps
from ui.theme.theme import theme
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.facts.verdicts import decision_of, verdict_of
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.steps import Step, is_done
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import AnswerCriterion, Overrule
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.participants import AddParticipant, ShowSpeakers
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import DecideNotOurs, MakeRequest, PlayCard

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]
REQUEST = {"who": "known", "concrete": "yes", "ours": "yes", "now": "urgent",
           "alternative": "none", "general": "general"}  # fmt: skip
HOSTILE = hostile.TEXTS
LEADS = {
    "ja": "「ほかの会社でも起きるか」が「起きる」か「起きうる」なら「要望として送る」、"
    "「この現場」なら「この現場の要望として送る」",
    "en": "Do others have it too? If “Yes” or “Maybe”: Send as a request. "
    "If “No”: Send as this site's request.",
}
"""What each answer to the last question leads to, while no other way is enough."""


@pytest.fixture
def room(desk):
    """A desk at Appraise with one problem, or those given."""

    def make(*words, **options):
        one = desk(page="", **options)
        one.ids = [one.do(AddProblem(said)) for said in words or ("監視が足りない",)]
        one.go("appraise")
        return one

    return make


def to_wrap_up(ends, **values):
    """The text of the primary button if it leads to Wrap up."""
    return tr(f"appraise.foot.{ends}_step", step=tr("steps.name.wrap_up"), **values)


def appraisal(desk, number=0):
    return desk.state.appraisal_of(desk.ids[number])


def answer_all(desk, answers, number=0):
    for name, answer in answers.items():
        desk.do(AnswerCriterion(desk.ids[number], Criterion(name), answer))


def test_digits_answer_and_the_same_digit_takes_back(room):
    desk = room()
    desk.press("Down", "1", "Up")
    assert appraisal(desk).concrete == "yes"
    desk.press("3")
    assert appraisal(desk).concrete == "no"
    assert tr("appraisal.verdict.ask_again") in read(desk)
    desk.press("3")
    assert appraisal(desk).concrete == ""
    assert desk.page.criteria.criterion is Criterion.CONCRETE
    assert tr("appraise.verdict.to_go", n=6) in read(desk)


@pytest.mark.parametrize("size", SIZES)
def test_six_digits_answer_all_six(room, size):
    desk = room(size=size)
    desk.press("1", "1", "1", "2", "3", "1")
    given = [appraisal(desk).answer(criterion) for criterion in Criterion]
    assert given == [ANSWERS[c][n] for c, n in zip(Criterion, (0, 0, 0, 1, 2, 0), strict=True)]
    assert desk.page.criteria.criterion is list(Criterion)[-1]
    desk.press("2")
    assert desk.page.criteria.criterion is list(Criterion)[-1]


def test_a_number_after_the_last_needed_answer_changes_nothing_until_one_selects(room):
    desk = room()
    desk.press("1", "1", "3", "2", "3")
    assert appraisal(desk).ours == ANSWERS[Criterion.OURS][2]
    assert tr("appraise.criteria.kept") in read(desk)
    desk.press("Up", "Down", "2")
    assert appraisal(desk).ours == ANSWERS[Criterion.OURS][1]


def test_going_on_without_a_verdict_is_said(room):
    desk = room("一つ目", "二つ目")
    for problem in desk.ids:
        desk.do(MakeRequest(problem))
    assert tr("appraise.foot.open_next") in read(desk)
    desk.press("Ctrl+Return")
    assert tr("appraise.left_open", number=1) in read(desk)
    answer_all(desk, REQUEST, 1)
    assert tr("appraise.foot.plain_step", step=tr("appraise.foot.request")) in read(desk)
    desk.press("Ctrl+Return")
    desk.press("Escape")
    assert to_wrap_up("open", n=1) in read(desk)
    desk.press("Ctrl+Return")
    assert tr("appraise.left_open", number=2) not in read(desk)


def test_what_has_an_outcome_is_decided_and_going_on_never_circles(room):
    """Two problems with a card or out of scope, two left open: four steps, then Wrap up."""
    desk = room("カードのある課題", "対象外の課題", "残す課題", "残す要望")
    desk.do(Choose(tuple(desk.ids)))
    desk.do(PlayCard(desk.ids[0], CardKind.HANDS_ON, "ハンズオン"))
    desk.do(DecideNotOurs(desk.ids[1], "勤怠の仕事"))
    desk.do(MakeRequest(desk.ids[3]))
    desk.show_record(desk.ids[0])
    assert tr("appraise.foot.plain_next") in read(desk)
    seen = []
    for _ in range(3):
        seen.append(desk.page._problem.id)
        desk.press("Ctrl+Return")
    assert seen == [desk.ids[0], desk.ids[2], desk.ids[3]]
    assert desk.window.page_name == "wrap_up"
    assert tr("appraise.left_open", number=1) not in read(desk)


def test_going_on_by_mouse_begins_again_after_wrap_up(room):
    desk = room("一つ目", "二つ目")
    for problem in desk.ids:
        desk.do(MakeRequest(problem))
    for times in range(2):
        desk.go("appraise")
        first = desk.page._problem.id
        desk.click(tr("appraise.foot.open_next"))
        assert desk.page._problem.id != first, times
        desk.click(to_wrap_up("open", n=2))
        assert desk.window.page_name == "wrap_up", times


def test_a_question_that_changes_nothing_is_weaker_and_keeps_its_place(room):
    desk = room()
    view = desk.page.criteria
    before = view.slots
    desk.press("Down", "3")
    weaker = [Criterion(row.id) for row in view.rows if row.colour]
    assert weaker == [one for one in Criterion if one is not Criterion.CONCRETE]
    unchanged = tr("appraisal.not_needed")
    assert [unchanged in view.row_name(row) for row in view.rows] == [
        bool(row.colour) for row in view.rows
    ]
    assert view.slots == before
    assert tr("appraisal.verdict.ask_again") in read(desk)


def test_a_mouse_answers_a_question_that_changes_nothing(room):
    desk = room()
    desk.press("Down", "3")
    view = desk.page.criteria
    desk.tap(view, option_of(view, 3, 1))
    assert view.criterion is Criterion.NOW
    assert appraisal(desk).now == "urgent"
    assert not view.rows[3].colour


def test_private_mode_says_in_words_which_answer_leads_where(room, language):
    desk = room(words=language, size=(1024, 700), private=True)
    desk.press("1", "1", "1", "2", "3")
    assert LEADS[language] in read(desk)
    assert faults(desk.window) == []


def test_the_room_sees_what_the_answers_are_for_and_not_where_they_lead(room, language, size):
    desk = room(words=language, size=size)
    desk.press("1", "1", "1", "2", "3")
    seen = read(desk)
    assert tr("appraise.verdict.lead") in seen
    assert tr("appraise.verdict.to_go", n=1) in seen
    assert not any(tr(f"appraisal.verdict.{each}") in seen for each in Verdict)
    assert faults(desk.window) == []


def test_another_problem_begins_with_its_first_open_question(room):
    desk = room("一つ目", "二つ目")
    answer_all(desk, {"who": "known", "concrete": "yes"}, 1)
    desk.press("1", "Down", "Down", "Down")
    desk.press("Alt+Down")
    assert desk.page.criteria.criterion is Criterion.OURS
    desk.press("Alt+Up")
    assert desk.page.criteria.criterion is Criterion.CONCRETE


def test_alt_digits_answer_while_a_ground_is_written(room):
    desk = room()
    desk.press("Down", "Return")
    desk.write("12")
    desk.press("Alt+2")
    assert appraisal(desk).concrete == "nearly"
    desk.press("Return")
    assert appraisal(desk).concrete_ground == "12"
    assert desk.focus is desk.page.criteria


def test_enter_that_ends_a_conversion_keeps_no_ground(room):
    desk = room()
    desk.press("Down", "Return")
    desk.convert("かいすう")
    desk.press("Return")
    assert desk.state.appraisals == ()
    assert desk.page.ground.editing


def test_a_ground_is_changed_emptied_and_left_with_escape(room):
    desk = room()
    desk.press("Down", "Return")
    desk.write("月に四回")
    desk.press("Return", "Return")
    desk.write("、夜も")
    desk.press("Escape")
    assert appraisal(desk).concrete_ground == "月に四回"
    desk.press("Return", "Ctrl+A", "Delete", "Return")
    assert appraisal(desk).concrete_ground == ""


@pytest.mark.parametrize(
    ("button", "editing"), [(Qt.MouseButton.LeftButton, True), (Qt.MouseButton.RightButton, False)]
)
def test_only_the_left_mouse_button_begins_to_write_a_ground(room, qtbot, button, editing):
    desk = room()
    line = desk.page.ground
    qtbot.mouseClick(line, button, pos=line.text.geometry().center())
    assert line.editing is editing


def test_a_ground_has_buttons_to_save_and_to_cancel(room):
    desk = room()
    desk.press("Down")
    desk.click(tr("appraise.ground.write"))
    desk.write("月に四回")
    desk.click(tr("widgets.editor.save"))
    assert appraisal(desk).concrete_ground == "月に四回"
    desk.click(tr("appraise.ground.edit"))
    desk.write("、夜も")
    desk.click(tr("widgets.editor.cancel"))
    assert appraisal(desk).concrete_ground == "月に四回"
    assert not desk.page.ground.editing


def test_no_word_is_broken_in_the_margin_beside_a_question(room):
    desk = room("No alert comes at night", words="en", size=(1024, 700))
    margin = theme().metrics.edge
    line = desk.page.ground
    beside = [one.words for one in painted_texts(line) if one.box.right() <= margin]
    assert beside
    label = tr("appraise.ground.question", number=1).split()
    assert {word for words in beside for word in words.split()} <= {*label}


def test_a_click_elsewhere_saves_a_ground_and_says_so(room):
    desk = room()
    desk.press("Down", "Return")
    desk.write("月に四回")
    view = desk.page.criteria
    desk.tap(view, QPoint(300, view.slots[4].top + 20))
    assert appraisal(desk).concrete_ground == "月に四回"
    assert tr("appraise.ground.saved", number=2) in desk.seen()
    assert view.criterion is Criterion.ALTERNATIVE
    desk.press("Ctrl+Z")
    assert desk.state.appraisals == ()


def test_without_a_reason_the_question_is_read_in_full_below(room):
    desk = room()
    desk.press("Down")
    assert tr("appraisal.criterion.concrete") in desk.seen()
    desk.press("Return")
    desk.write("月に四回")
    desk.press("Return")
    assert tr("appraisal.criterion.concrete") not in desk.seen()
    assert "月に四回" in desk.seen()


def test_a_ground_being_written_is_kept_when_the_page_is_left(room):
    desk = room()
    desk.press("Down", "Return")
    desk.write("途中のことば")
    desk.window.set_private(True)
    assert appraisal(desk).concrete_ground == "途中のことば"


def test_who_starts_from_the_persona_without_names(room):
    desk = room()
    speaker = desk.do(AddParticipant("青木 健", "当番", "基盤"))
    desk.ids = [desk.do(AddProblem("夜に鳴る", speaker))]
    desk.page.show_record(desk.ids[0])
    desk.press("1")
    assert appraisal(desk).who_ground == "基盤 当番"


def test_the_first_reason_tells_the_room_only_with_names_who_said_a_problem(room):
    desk = room()
    speaker = desk.do(AddParticipant("青木 健", "当番", "基盤"))
    desk.ids = [desk.do(AddProblem("夜に鳴る", speaker))]
    desk.page.show_record(desk.ids[0])
    for answered in (False, True):
        desk.press(*["1"] * answered, *["Up"] * answered)
        assert "当番" not in desk.page.ground.text.text()
    desk.do(ShowSpeakers(True))
    assert "当番" in desk.page.ground.text.text()


def test_six_answers_make_a_request_and_its_text_is_written(room):
    desk = room()
    answer_all(desk, REQUEST)
    assert tr("appraisal.verdict.request") in read(desk)
    desk.press("Alt+Q")
    desk.write("夜中に起こされる")
    desk.press("PageDown")
    request = desk.state.request_of(desk.ids[0])
    assert request.impact == "夜中に起こされる"
    assert tr("appraise.request.why") in read(desk)
    desk.press("Escape")
    assert desk.focus is desk.page.criteria
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.state.requests == ()


def test_every_field_of_a_request_is_reached_and_kept(room):
    desk = room()
    desk.do(MakeRequest(desk.ids[0]))
    desk.press("Alt+T")
    for name in ("impact", "why", "good_enough", "situation", "workaround", "wished_how"):
        desk.write(name)
        desk.press("PageDown")
        assert getattr(desk.state.requests[0], name) == name
    desk.press("Ctrl+Return")
    desk.write("メトリック")
    desk.press("Return")
    assert desk.state.requests[0].nearest_id
    desk.press("Alt+X")
    assert desk.state.requests[0].nearest_id == ""
    desk.press("Ctrl+Return", "Ctrl+Return")
    assert tr("appraise.request.finish") in read(desk)
    desk.press("Ctrl+Return")
    assert desk.page.panels.current is None


def test_a_click_chooses_the_nearest_answer_and_moves_nothing(room, language):
    desk = room(words=language)
    desk.do(MakeRequest(desk.ids[0]))
    desk.press("Alt+T")
    desk.page.panels.current.show_field("nearest_id")
    desk.settle()
    listing = desk.page.panels.current.nearest.list
    last = len(listing.view.slots) - 1
    picked = listing.rows()[last].id
    slots, at = listing.view.slots, listing.view.mapTo(desk.window, listing.view.pos())
    below = QPoint(listing.view.width() // 2, slots[last].top + 20)
    desk.tap(listing.view, below)
    assert desk.state.requests[0].nearest_id == picked
    assert [row.id for row in listing.rows() if row.checked] == [picked]
    assert listing.view.slots == slots
    assert listing.view.mapTo(desk.window, listing.view.pos()) == at
    QTest.mouseDClick(listing.view, Qt.MouseButton.LeftButton, pos=below)
    assert desk.state.requests[0].nearest_id == picked
    tick = part_of(listing.view, last, "tick")
    desk.tap(listing.view, tick)
    assert desk.state.requests[0].nearest_id == ""
    desk.tap(listing.view, tick)
    desk.page.panels.current.nearest.entry.setFocus()
    desk.write("zzz")
    (kept,) = listing.rows()
    assert (kept.id, kept.checked) == (picked, True)
    desk.click(tr("appraise.request.clear"))
    assert desk.state.requests[0].nearest_id == ""


def test_appraise_has_no_tick_before_a_problem_was_appraised(room):
    desk = room()
    desk.do(Choose(tuple(desk.ids)))
    for problem in desk.ids:
        desk.do(DecideNotOurs(problem, "社内の仕事"))
    assert is_done(desk.state, Step.APPRAISE)
    state = desk.window.rail.items["appraise"].state
    assert not state.done
    assert not state.missing
    assert state.remark == tr("steps.not_begun.appraise")
    desk.window.set_private(True)
    desk.go("start")
    row = desk.page.view.records.list.rows()[0]
    (steps,) = (cell for cell in row.after if isinstance(cell, Steps))
    assert not steps.done[list(Step).index(Step.APPRAISE)]
    assert steps.done[list(Step).index(Step.SOLVE)]


def test_three_fields_make_a_request_and_a_mouse_leads_on_to_the_others(room):
    desk = room()
    answer_all(desk, REQUEST)
    desk.do(MakeRequest(desk.ids[0]))
    assert not is_done(desk.state, Step.APPRAISE)
    desk.click(tr("appraise.foot.request_left", n=3))
    for name in ("impact", "why", "good_enough"):
        assert tr(f"appraise.request.{name}") in read(desk)
        desk.write(name)
        desk.press("Ctrl+Return")
    assert desk.page.panels.current is None
    assert desk.state.requests[0].unsaid == ()
    assert is_done(desk.state, Step.APPRAISE)
    assert tr("appraise.foot.request") in read(desk)
    assert tr("appraise.foot.request_left", n=3) not in read(desk)
    desk.press("Alt+T", "PageDown", "PageDown")
    desk.click(tr("appraise.request.more", n=7))
    assert tr("appraise.request.situation") in read(desk)


def test_a_person_overrules_with_a_reason_and_both_verdicts_stay(room):
    desk = room()
    answer_all(desk, REQUEST)
    desk.press("Alt+E", "Alt+7", "Return", "Return")
    assert appraisal(desk).override is None
    desk.press("Ctrl+Return")
    assert tr("appraise.overrule.needs_reason") in read(desk)
    desk.write("来年でよい")
    desk.press("Ctrl+Return")
    assert verdict_of(desk.state, desk.state.listed[0]) is Verdict.LATER
    assert tr("appraisal.verdict.later") in read(desk)
    own = tr("appraisal.verdict.request")
    assert own not in read(desk)
    desk.set_private(True)
    assert own in read(desk)
    desk.press("Alt+E", "Alt+X")
    assert appraisal(desk).override is None


@pytest.mark.every_value
def test_the_verdict_of_the_rules_is_shown_whole_after_it_was_overruled(desk, words):
    one = desk(words, until=Step.SOLVE, page="appraise", size=(1024, 700), private=True)
    solved = next(
        each
        for each in one.state.listed
        if decision_of(one.state, each).verdict is Verdict.SOLUTION
    )
    one.do(Overrule(solved.id, Verdict.REQUEST, "A dashboard does not send mail", "Alex Mori"))
    one.show_record(solved.id)
    assert tr("appraise.verdict.by_rules") in read(one)
    assert tr("appraisal.verdict.solution") in read(one)
    assert faults(one.window) == []


def test_the_reason_of_a_request_names_the_answers_given(room, size, private):
    desk = room(size=size, private=private)
    answer_all(desk, {**REQUEST, "alternative": "partly"})
    assert tr("appraisal.request.yes_partly_general") in read(desk)
    assert tr("appraisal.rule.request") not in read(desk)


def test_all_rules_are_shown_with_the_deciding_one(room):
    desk = room()
    answer_all(desk, REQUEST)
    desk.press("Alt+V")
    rows = desk.page.panels.current.list.rows()
    assert [row.id for row in rows if row.chosen] == ["request"]
    assert len(rows) == 17
    desk.press("Escape")
    assert desk.focus is desk.page.criteria


def test_what_solve_recorded_is_said_once(desk):
    desk = desk(sample=True, page="appraise")
    rule = tr("appraisal.rule.solved_in_workshop")
    beside = tr("appraise.verdict.solved")
    assert rule in read(desk)
    assert beside not in read(desk)
    desk.press("Down", "3")
    assert rule not in read(desk)
    assert beside in read(desk)


def test_an_empty_list_leads_to_the_list(desk):
    desk = desk(page="appraise")
    assert tr("guide.appraise.timed", n=15) in read(desk)
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "list"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_are_shown_whole(room, words):
    desk = room(words)
    answer_all(desk, REQUEST)
    desk.press("Down", "Return")
    desk.write(words)
    desk.press("Return")
    desk.do(Overrule(desk.ids[0], Verdict.CARD, words[:400], "青木"))
    assert appraisal(desk).concrete_ground
    assert faults(desk.window) == []


def test_a_reason_not_yet_used_waits_for_the_same_problem(room):
    desk = room("一つ目", "二つ目")
    desk.press("Alt+E", "Return")
    desk.write("書きかけの理由")
    desk.press("Escape", "Alt+Down", "Alt+E")
    assert desk.page.panels.current.entries["reason"].text() == ""
    desk.press("Escape", "Alt+Up", "Alt+E")
    assert desk.page.panels.current.entries["reason"].text() == "書きかけの理由"
    desk.press("Ctrl+Return")
    assert appraisal(desk).override_reason == "書きかけの理由"


def test_the_intro_stays_while_the_first_problem_is_appraised(room):
    desk = room("監視が足りない", "夜間のアラートが多い")
    sheet = desk.page.criteria
    before = [sheet.mapTo(desk.window, sheet.rect().topLeft()), sheet.size()]
    desk.press("1", "2")
    assert [sheet.mapTo(desk.window, sheet.rect().topLeft()), sheet.size()] == before
    assert desk.page.intro.isVisible()
    desk.press("Alt+Down")
    assert not desk.page.intro.isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 720), (1024, 700)])
def test_each_question_is_on_one_line_beside_its_answers(room, language, size):
    desk = room(words=language, size=size)
    slots = desk.page.criteria.slots
    assert len(slots) == len(Criterion)
    assert len({slot.height for slot in slots}) == 1
    assert slots[0].height < 2 * theme().line_height("room")


def test_the_current_criterion_outlasts_a_change_of_mode(room, private):
    one = room(private=private)
    one.page.criteria.select(Criterion.ALTERNATIVE)
    one.settle()
    one.set_private(not private)
    assert one.page.criteria.criterion is Criterion.ALTERNATIVE


@pytest.mark.every_value
def test_no_way_in_the_foot_moves_when_a_request_is_made(room, words, size):
    one = room(size=size, words=words)

    def places():
        ways = [each for each in one.page.foot().left if each.isVisible()]
        return [(each.text(), each.mapTo(one.window, QPoint()).x()) for each in ways]

    before = places()
    one.do(MakeRequest(one.ids[0], ""))
    made = [x for _, x in places()]
    assert made[: len(before)] == [x for _, x in before]
    for criterion in Criterion:
        one.page.criteria.select(criterion)
        one.settle()
        assert [x for _, x in places()] == made
