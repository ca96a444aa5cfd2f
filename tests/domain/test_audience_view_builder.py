"""The audience views: the content for each step, without anything private."""

from dataclasses import fields, is_dataclass, replace
from typing import get_args

import pytest

from tests.helpers.builders import (
    ALL_ANSWERED,
    WORKSHOP,
    a_card,
    a_customer,
    a_participant,
    a_problem,
    a_state,
    a_tally,
    a_theme,
    a_workshop,
    an_action,
    an_appraisal,
)
from workshop_app.domain import audience_view
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.audience_view import (
    EMPTY_VIEW,
    AgreedActions,
    Closing,
    NextMeeting,
    OpenVote,
    OutcomeCounts,
    ProblemList,
    Ranking,
    RoomSearch,
    ShownAnswer,
    ShownQuestion,
    SilentWritingView,
    Solving,
    Speaker,
    SuggestedAnswer,
    ThemeBoard,
    Waiting,
    Welcome,
)
from workshop_app.domain.audience_view_builder import (
    CLOSING,
    LAST_TIME,
    PROBLEM_STEPS,
    THREAD,
    AudienceFocus,
    build_audience_view,
)
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.outcome import CardKind, Helped, OutcomeKind
from workshop_app.domain.search_path import WhereToLook
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import AgendaItem

CANARY = "カナリア"


def picture(state, step, **front):
    return build_audience_view(state, AudienceFocus(step=step, **front)).picture


def private_state():
    """A workshop with a canary in every private field, and a name on every problem."""
    problems = (
        a_problem(1, "一つ目", speaker_id="person-1", private_note=CANARY, discussion=CANARY),
        a_problem(2, "二つ目", theme_id="theme-1", private_note=CANARY, chosen=True),
    )
    return a_state(
        workshop=a_workshop(private_note=CANARY, facilitator=CANARY, place=CANARY),
        customer=a_customer(private_note=CANARY, architecture=CANARY),
        participants=(
            a_participant(1, f"{CANARY}様", private_note=CANARY, ambassador=True, email=CANARY),
        ),
        problems=problems,
        themes=(a_theme(1, "テーマ"),),
        appraisals=(
            an_appraisal(
                problems[0],
                {**ALL_ANSWERED},
                private_note=CANARY,
                who_ground=CANARY,
                override_by=CANARY,
            ),
        ),
    )


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))


OF_LAST_TIME = tuple(
    f"{LAST_TIME}{name}"
    for name in ("actions", "requests", "alone", "problems", "cards", "then_now")
)
ALLOWED = {
    "Waiting": "",
    "Welcome": "title customer honorific date start_time end_time agenda",
    "AgendaPart": "step minutes",
    "GroundRules": "rules anonymous named",
    "ShownQuestion": "number question words",
    "ProblemList": "count problems current hidden",
    "Speaker": "name honorific",
    "ShownProblem": "id number words speakers",
    "SilentWritingView": "minutes seconds_left done people anonymous",
    "ThemeGroup": "name problems",
    "ThemeBoard": "groups current",
    "ProblemWordings": "id number first concrete",
    "OpenVote": "problems current",
    "Ranking": "present dots round problems current tied",
    "RankedProblem": "id number words rank votes share chosen leads",
    "Solving": "problem statement suggestions answer",
    "RoomSearch": "problem words section hint catalogue address",
    "SuggestedAnswer": "title fit limited chosen current",
    "ShownStatement": "says question source nearest falls_short way_round",
    "ShownAnswer": "outcome title steps numbered address word example number count",
    "Appraising": "problem answers verdict outcome rule to_go overruled own_reason voices",
    "VoiceCounts": "customers people jobs ways people_unknown",
    "CriterionAnswer": "criterion answer decides is_needed",
    "OutcomeCounts": "count outcomes left",
    "AgreedActions": "actions",
    "AgreedAction": "id words owner honorific due done day asks_again",
    "NextMeeting": "date time place",
    "Closing": "problems solved actions papers date time place",
    "AskedAction": "id words owner honorific due answer note day",
    "LastActions": "date actions answered current",
    "StandingRequest": "id words promise outcome told day",
    "LastRequests": "requests current",
    "CountedLine": "id words then then_people now now_people",
    "CountedLines": "lines current",
    "LastProblem": "id words promises now number",
    "LastProblems": "problems current",
    "DeliveredCard": "id words at_once delivered_on helped",
    "LastCards": "cards current",
    "ThenNow": "problems actions lines",
    "Break": "until",
    "StepClock": "seconds_left state",
    "AudienceView": "picture step",
}
"""The fields of the views; a new one reaches the audience only after it is listed here."""


def test_the_pictures_have_no_field_but_those_allowed():
    found = {
        name: " ".join(each.name for each in fields(kind))
        for name, kind in vars(audience_view).items()
        if isinstance(kind, type) and is_dataclass(kind)
    }
    assert found == ALLOWED
    assert {kind.__name__ for kind in get_args(audience_view.AudiencePicture)} <= set(ALLOWED)


SECTIONS = ("", "outcomes", "actions", "next_time", "papers", CLOSING, "alone", *OF_LAST_TIME)


@pytest.mark.parametrize("step", [None, *Step])
def test_nothing_private_is_in_any_picture(step):
    state = replace(private_state(), before=private_state())
    for record in ("", "problem-1", "problem-2", "last_login"):
        for section in SECTIONS:
            view = build_audience_view(
                state, AudienceFocus(step=step, record_id=record, section=section)
            )
            assert CANARY not in "\n".join(texts(view)), (step, record, section)


def test_while_the_room_searches_no_answer_is_in_the_picture():
    state = a_state(problems=(a_problem(1, "はじめ", wording="具体的"),))
    where = WhereToLook(words="計画停止", section="監視", hint=("ページ",))
    shown = picture(
        state,
        Step.SOLVE,
        record_id="problem-1",
        where=where,
        suggestions=(SuggestedAnswer(title=CANARY),),
        answer=ShownAnswer(outcome=OutcomeKind.SOLUTION, title=CANARY),
    )
    assert isinstance(shown, RoomSearch)
    assert shown.problem.words == "具体的"
    assert (shown.words, shown.section, shown.hint) == ("計画停止", "監視", ("ページ",))
    assert CANARY not in "\n".join(texts(shown))


def test_without_a_workshop_there_is_nothing():
    assert build_audience_view(None, AudienceFocus(step=Step.LIST)) == EMPTY_VIEW


def test_before_it_begins_the_customer_the_day_and_the_agenda():
    agenda = tuple(
        AgendaItem(id=str(n), workshop_id="w", position=n, step=step.value, minutes=minutes)
        for n, (step, minutes) in enumerate([(Step.PREPARE, 0), (Step.LIST, 20)])
    )
    shown = picture(a_state(customer=a_customer(), agenda=agenda), None)
    assert isinstance(shown, Welcome)
    assert shown.customer == a_customer().name
    assert [(part.step, part.minutes) for part in shown.agenda] == [("list", 20)]


def test_context_shows_only_the_question():
    shown = picture(a_state(), Step.CONTEXT, record_id="last_alert", number=2)
    assert shown == ShownQuestion(number=2, question="last_alert")
    assert picture(a_state(), Step.CONTEXT) == Waiting()


def test_the_list_shows_first_words_or_only_their_number():
    problems = (a_problem(1, "はじめ", wording="具体的"), a_problem(2, "次"))
    state = a_state(problems=problems)
    shown = picture(state, Step.LIST, record_id="problem-2")
    assert [note.words for note in shown.problems] == ["はじめ", "次"]
    assert shown.current == "problem-2"


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("step", [None, *Step])
def test_while_problems_are_shown_later_no_picture_has_their_words(step, closed):
    kept = a_problem(1, CANARY, wording=CANARY, theme_id="theme-1", chosen=True)
    state = a_state(
        workshop=a_workshop(vote_closed=closed, shown_later=True),
        problems=(kept, a_problem(2, CANARY)),
        themes=(a_theme(1),),
        tallies=(a_tally(kept, 3),),
        appraisals=(an_appraisal(kept),),
    )
    for section in ("", THREAD, "outcomes", "actions", "next_time", "papers"):
        front = AudienceFocus(step=step, record_id=kept.id, section=section)
        assert CANARY not in "\n".join(texts(build_audience_view(state, front)))
    if step in PROBLEM_STEPS:
        assert build_audience_view(state, AudienceFocus(step=step)).picture == ProblemList(
            count=2, hidden=True
        )


def test_during_silent_writing_the_audience_sees_the_instructions():
    state = a_state(workshop=a_workshop(shown_later=True))
    shown = picture(
        state, Step.LIST, writing=SilentWritingView(minutes=5, seconds_left=300, done=0)
    )
    assert isinstance(shown, SilentWritingView)


@pytest.mark.parametrize("step", list(Step))
def test_what_is_held_back_is_in_no_picture(step):
    held = a_problem(1, CANARY, wording=CANARY, held=True, theme_id="theme-1")
    shown = a_problem(2, "二つ目", theme_id="theme-1")
    for closed in (False, True):
        state = a_state(
            workshop=a_workshop(vote_closed=closed),
            problems=(held, shown),
            themes=(a_theme(1),),
            tallies=(a_tally(held, 3), a_tally(shown, 1)),
            appraisals=(an_appraisal(held),),
        )
        for section in ("", THREAD):
            front = AudienceFocus(step=step, record_id=held.id, section=section)
            assert CANARY not in "\n".join(texts(build_audience_view(state, front)))


def named_state(**workshop):
    """Two people, a problem of each, and one of the second merged into the first one's."""
    problems = (
        a_problem(1, "一つ目", speaker_id="person-1"),
        a_problem(2, "二つ目", speaker_id="person-2"),
        a_problem(3, "似たもの", speaker_id="person-2", merged_into="problem-1"),
        a_problem(4, "だれとも言わない"),
    )
    return a_state(
        workshop=a_workshop(**workshop),
        participants=(a_participant(1, "青木 一"), a_participant(2, "井上 花", honorific="さん")),
        problems=problems,
    )


def test_the_list_names_speakers_only_if_the_workshop_is_set_to_show_them():
    shown = picture(named_state(show_speakers=True), Step.LIST)
    aoki = Speaker(name="青木", honorific="様")
    inoue = Speaker(name="井上", honorific="さん")
    assert [note.speakers for note in shown.problems] == [(aoki, inoue), (inoue,), ()]
    hidden = picture(named_state(show_speakers=True, shown_later=True), Step.LIST)
    assert hidden.problems == ()
    for state in (named_state(), named_state(show_speakers=True, anonymous=True)):
        notes = picture(state, Step.LIST).problems
        assert [note.speakers for note in notes] == [(), (), ()]


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.LIST])
def test_no_other_picture_says_who_named_a_problem(step):
    view = build_audience_view(
        named_state(show_speakers=True), AudienceFocus(step=step, record_id="problem-1")
    )
    assert not {"青木", "井上", "青木 一", "井上 花"} & set(texts(view))


def test_the_audience_is_informed_in_advance_that_names_are_shown():
    for workshop, named in ((named_state(), False), (named_state(show_speakers=True), True)):
        assert picture(workshop, Step.PREPARE, section="promises").named is named


def test_the_board_has_every_theme_in_order_and_first_what_has_none():
    problems = (
        a_problem(1, "はじめ", wording="具体的", theme_id="theme-1", theme_position=2),
        a_problem(2, "先に", theme_id="theme-1", theme_position=1),
        a_problem(3, "まだ"),
    )
    state = a_state(problems=problems, themes=(a_theme(1, "通知"), a_theme(2, "空")))
    shown = picture(state, Step.SORT, record_id="problem-2")
    assert isinstance(shown, ThemeBoard)
    groups = [(group.name, [one.words for one in group.problems]) for group in shown.groups]
    assert groups == [("", ["まだ"]), ("通知", ["先に", "具体的"]), ("空", [])]
    assert shown.current == "problem-2"
    sorted_all = a_state(problems=problems[:2], themes=state.themes)
    assert [group.name for group in picture(sorted_all, Step.SORT).groups] == ["通知", "空"]


def test_while_one_is_reworded_it_is_shown_in_first_and_concrete_words():
    problems = (a_problem(1, "はじめ", wording="具体的"), a_problem(2, "同じ", wording="同じ"))
    state = a_state(problems=problems)
    shown = picture(state, Step.SORT, record_id="problem-1", section=THREAD)
    assert (shown.number, shown.first, shown.concrete) == (1, "はじめ", "具体的")
    assert picture(state, Step.SORT, record_id="problem-2", section=THREAD).concrete == ""
    assert isinstance(picture(state, Step.SORT, section=THREAD), ThemeBoard)


def test_no_count_and_no_order_before_the_show_of_hands_is_closed():
    problems = tuple(a_problem(n, f"課題 {n}") for n in (1, 2, 3))
    tallies = tuple(a_tally(p, v) for p, v in zip(problems, (10, 11, 10), strict=True))
    state = a_state(problems=problems, tallies=tallies)
    shown = picture(state, Step.CHOOSE)
    assert isinstance(shown, OpenVote)
    assert [note.number for note in shown.problems] == [1, 2, 3]
    closed = replace(state, workshop=replace(state.workshop, vote_closed=True))
    shown = picture(closed, Step.CHOOSE)
    assert isinstance(shown, Ranking)
    assert [(p.rank, p.number, p.votes) for p in shown.problems] == [
        ("1", 2, 11),
        ("2=", 1, 10),
        ("2=", 3, 10),
    ]
    assert shown.tied


def test_solve_shows_the_suggestions_or_the_open_answer():
    state = a_state(problems=(a_problem(1, "言われたまま", wording="具体的"),))
    offers = (SuggestedAnswer(title="A", fit=4), SuggestedAnswer(title="B", fit=1))
    shown = picture(state, Step.SOLVE, record_id="problem-1", suggestions=offers)
    assert isinstance(shown, Solving)
    assert (shown.problem.words, shown.suggestions) == ("具体的", offers)
    answer = ShownAnswer(outcome=OutcomeKind.SOLUTION, title="A", steps=("一",))
    shown = picture(state, Step.SOLVE, record_id="problem-1", suggestions=offers, answer=answer)
    assert (shown.answer, shown.suggestions) == (answer, ())


def test_appraise_shows_answers_and_verdict():
    problem = a_problem(1)
    state = a_state(problems=(problem,), appraisals=(an_appraisal(problem, ALL_ANSWERED),))
    shown = picture(state, Step.APPRAISE, record_id="problem-1")
    assert [one.answer for one in shown.answers] == list(ALL_ANSWERED.values())
    assert (shown.verdict, shown.outcome) == ("request", OutcomeKind.REQUEST)
    assert {one.criterion for one in shown.answers if one.decides} == {
        "ours",
        "alternative",
        "general",
    }
    assert shown.rule == "request.yes_none_general"


def test_appraise_shows_what_a_person_wrote_as_the_reason():
    problem = a_problem(1, not_ours_reason="社内の作業")
    given = {**ALL_ANSWERED, Criterion.OURS: "no"}
    refused = a_state(problems=(problem,), appraisals=(an_appraisal(problem, given),))
    assert picture(refused, Step.APPRAISE, record_id="problem-1").own_reason == "社内の作業"
    later = an_appraisal(problem, given, override=Verdict.LATER, override_reason="来年でよい")
    overruled = a_state(problems=(problem,), appraisals=(later,))
    assert picture(overruled, Step.APPRAISE, record_id="problem-1").own_reason == "来年でよい"
    asked = a_state(problems=(problem,), appraisals=(an_appraisal(problem, ALL_ANSWERED),))
    assert picture(asked, Step.APPRAISE, record_id="problem-1").own_reason == ""


def test_wrap_up_counts_outcomes_names_owners_and_the_next_day():
    problems = (a_problem(1), a_problem(2))
    action = an_action(1, "試す", owner_id="person-1", due="2026-12-10")
    state = a_state(
        workshop=a_workshop(next_date="2027-01-15"),
        participants=(a_participant(1, "青木 一"),),
        problems=problems,
        cards=(a_card(problems[0]),),
        actions=(action,),
    )
    ended = picture(state, Step.WRAP_UP)
    assert isinstance(ended, OutcomeCounts)
    assert dict(ended.outcomes)[OutcomeKind.SOLUTION] == 1
    assert dict(ended.outcomes)[OutcomeKind.OPEN] == 1
    agreed = picture(state, Step.WRAP_UP, section="actions")
    assert isinstance(agreed, AgreedActions)
    assert (agreed.actions[0].owner, agreed.actions[0].due) == ("青木 一", "2026-12-10")
    assert picture(state, Step.WRAP_UP, section="next_time") == NextMeeting(date="2027-01-15")


def test_the_end_counts_solved_problems_and_open_actions_and_names_nobody():
    problems = (a_problem(1), a_problem(2))
    actions = (an_action(1, "試す", owner_id="person-1"), an_action(2, "済んだ", done=True))
    state = a_state(
        workshop=a_workshop(next_date="2027-01-15"),
        participants=(a_participant(1, "青木 一"),),
        problems=problems,
        cards=(a_card(problems[0]),),
        actions=actions,
    )
    shown = picture(state, Step.WRAP_UP, section=CLOSING, papers=("summary",))
    assert shown == Closing(problems=2, solved=1, actions=1, papers=("summary",), date="2027-01-15")


def test_the_room_sees_actions_by_day_and_first_of_a_day_those_that_nobody_has_taken():
    actions = (
        an_action(1, "undated"),
        an_action(2, "late", due="2027-01-15"),
        an_action(3, "taken", due="2026-12-10", owner_name="青木"),
        an_action(4, "open", due="2026-12-10"),
    )
    agreed = picture(a_state(actions=actions), Step.WRAP_UP, section="actions")
    assert isinstance(agreed, AgreedActions)
    assert [each.words for each in agreed.actions] == ["open", "taken", "late", "undated"]


def test_last_time_is_shown_by_what_the_room_may_see():
    chosen = a_problem(1, "届かない", chosen=True)
    before = a_state(
        workshop=a_workshop(id="workshop-0", date="2026-11-26"),
        participants=(a_participant(1, "青木 健", honorific="様"),),
        problems=(chosen, a_problem(2, "置いたもの", parked=True), a_problem(3, "手元", held=True)),
        cards=(
            a_card(chosen, CardKind.ARTICLE, delivered_on="2026-12-20", helped=Helped.PARTLY),
        ),
        actions=(
            an_action(1, owner_id="person-1", due="2026-12-10", done=True, answer_note="昨日から"),
            an_action(2, "消す", owner_name="三谷", not_needed=True),
        ),
        can_do=(CanDoCheck(id="line", workshop_id="workshop-0", position=0, text="測れる",
                           hands=1, people=5),),
    )  # fmt: skip
    again = CanDoCheck(id="now", workshop_id=WORKSHOP, position=0, text="測れる", hands=3,
                       people=4, origin_id="line")  # fmt: skip
    taken = a_problem(1, "置いたもの", origin_id="problem-2")
    state = a_state(before=before, can_do=(again,), problems=(taken,))

    def shown(name):
        return picture(state, Step.PREPARE, section=f"{LAST_TIME}{name}", record_id="action-2")

    actions = shown("actions")
    assert actions.date == "2026-11-26"
    assert actions.current == "action-2"
    assert [(a.owner, a.answer, a.note) for a in actions.actions] == [
        ("青木 健", "done", "昨日から"),
        ("三谷", "not_needed", ""),
    ]
    (line,) = shown("alone").lines
    assert (line.then, line.then_people, line.now, line.now_people) == (1, 5, 3, 4)
    problems = shown("problems").problems
    assert [(one.words, one.number) for one in problems] == [("届かない", 0), ("置いたもの", 1)]
    assert [(card.delivered_on, card.helped) for card in shown("cards").cards] == [
        ("2026-12-20", "partly")
    ]
    both = shown("then_now")
    assert (both.actions, both.problems) == (actions.actions, problems)


def test_without_a_last_time_the_agenda_is_shown():
    shown = picture(a_state(), Step.PREPARE, section=f"{LAST_TIME}actions")
    assert isinstance(shown, Welcome)
