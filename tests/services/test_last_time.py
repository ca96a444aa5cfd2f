"""The previous visit in the open workshop's snapshot, and the commands on it."""

from dataclasses import replace

import pytest

from tests.helpers.sessions import reopened
from tests.helpers.two_visits import second_visit
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.facts.then_now import asked_lines, delivered_cards, left_problems
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Source
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.services import snapshot
from workshop_app.services.commands.actions import (
    AddAction,
    AnswerAction,
    AnswerEarlier,
    NoteOnEarlierAction,
)
from workshop_app.services.commands.can_do import AddCanDoLines, CountCanDo, CountCanDoAgain
from workshop_app.services.commands.participants import SetAnonymous
from workshop_app.services.commands.problems import AddProblem, ParkProblem
from workshop_app.services.commands.visits import TakeOverProblem
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    DeleteWorkshop,
    EditCustomer,
    EditWorkshop,
    UseCustomer,
)

AT = "2027-01-07T13:40"


@pytest.fixture
def visit(session):
    """The second visit to the sample's customer."""
    second_visit(session, "ja")
    return session


def as_stored(session):
    return snapshot.load(session.store, session.workshop_id)


def test_it_stays_true_after_each_change_and_after_a_restart(visit):
    before = visit.state.before
    for command in (
        AnswerEarlier(before.actions[0].id, ActionAnswer.DONE, AT),
        NoteOnEarlierAction(before.actions[0].id, "answer_note", "昨日から"),
        EditCustomer(before.customer.id, "industry", "通販"),
        AddProblem("きょうの課題"),
        EditWorkshop(before.workshop.id, "title", "前の題名"),
        EditWorkshop(visit.workshop_id, "date", "2026-01-01"),
        EditWorkshop(visit.workshop_id, "date", "2027-01-07"),
    ):
        visit.execute(command)
        assert visit.state == as_stored(visit), command
    assert visit.state.before.workshop.title == "前の題名"
    again = reopened(visit)
    assert again.state == visit.state


def test_before_its_own_day_nothing_was(visit):
    visit.execute(EditWorkshop(visit.workshop_id, "date", "2026-01-01"))
    assert visit.state.before is None


def test_another_customers_workshop_is_not_last_time(visit):
    customer = visit.state.customer.id
    visit.execute(EditWorkshop(visit.workshop_id, "title", "第2回"))
    other = visit.execute(CreateWorkshop("別", "2027-02-01T09:00:00", customer_name="別の会社"))
    visit.open(str(other))
    assert visit.state.before is None
    visit.execute(UseCustomer(customer))
    assert visit.state.before is not None
    assert visit.state.before.workshop.customer_id == customer
    assert visit.state == as_stored(visit)


def test_a_workshop_without_anything_to_come_back_to_is_passed_over(visit):
    first = visit.state.before.workshop.id
    customer = visit.state.customer.id
    third = visit.execute(
        CreateWorkshop("第3回", "2027-02-01T09:00:00", customer_id=customer, date="2027-02-01")
    )
    visit.open(str(third))
    assert visit.state.before.workshop.id == first


def test_a_mail_in_between_does_not_hide_the_visit(visit):
    first = visit.state.before.workshop.id
    second = visit.workshop_id
    mail = visit.execute(
        CreateWorkshop(
            "メール",
            "2026-12-20T09:00:00",
            customer_id=visit.state.customer.id,
            date="2026-12-20",
            contact=ContactKind.MAIL,
        )
    )
    visit.open(str(mail))
    visit.execute(AddProblem("メールで届いた課題"))
    visit.open(second)
    assert visit.state.before.workshop.id == first


def test_a_deleted_previous_workshop_is_gone_at_once(visit):
    visit.execute(DeleteWorkshop(visit.state.before.workshop.id))
    assert visit.state.before is None
    assert visit.state == as_stored(visit)


def test_the_file_of_a_workshop_carries_the_origin_and_nothing_of_last_time(visit):
    problem = left_problems(visit.state)[0]
    visit.execute(TakeOverProblem(problem.id))
    text = to_json(visit.state, private=True)
    (new,) = from_json(text).problems
    assert (new.origin_id, new.origin_date) == (problem.id, "2026-11-26")
    action = visit.state.before.actions[0]
    assert action.text not in text
    visit.execute(DeleteWorkshop(visit.state.before.workshop.id))
    assert visit.state.problems == (new,)
    assert visit.store.check() == []


def test_a_problem_keeps_who_said_it_where_that_person_is_here(visit):
    before = visit.state.before
    here = {who.person_id for who in visit.state.participants}
    said = [one for one in before.problems if one.speaker_id and one.merged_into is None]
    for problem in said:
        new_id = visit.execute(TakeOverProblem(problem.id))
        new = visit.state.problem(str(new_id))
        speaker = before.participant(problem.speaker_id)
        assert new.first_wording == problem.said
        assert new.source is Source.EARLIER
        assert (new.speaker_id is not None) == (speaker.person_id in here)
    assert len(visit.state.problems) == len(said)
    assert visit.execute(TakeOverProblem(said[0].id)) == visit.state.problems[0].id
    assert len(visit.state.problems) == len(said), "none is taken twice"


def test_an_anonymous_workshop_takes_over_no_speaker(visit):
    visit.execute(SetAnonymous(anonymous=True))
    problem = next(one for one in visit.state.before.problems if one.speaker_id)
    visit.execute(TakeOverProblem(problem.id))
    assert visit.state.problems[0].speaker_id is None


def test_records_of_another_customer_are_refused(visit):
    line = visit.state.before.can_do[0]
    problem = visit.state.before.problems[0]
    own = visit.execute(AddProblem("きょうの課題"))
    with pytest.raises(InvalidInput):
        visit.execute(TakeOverProblem(str(own)))
    other = visit.execute(CreateWorkshop("別", "2027-02-01T09:00:00", customer_name="別の会社"))
    visit.open(str(other))
    for command in (TakeOverProblem(problem.id), CountCanDoAgain("", 1, 5, line.id)):
        with pytest.raises(InvalidInput):
            visit.execute(command)


def test_an_answer_sets_one_state_and_taking_it_back_none(session):
    action_id = session.execute(AddAction("試す"))
    for answer in ActionAnswer:
        session.execute(AnswerAction(action_id, answer, AT))
        (action,) = session.state.actions
        assert action.answer is answer
        assert action.is_open is (answer is ActionAnswer.NOT_YET)
        assert (action.done, action.not_needed) == (
            answer is ActionAnswer.DONE,
            answer is ActionAnswer.NOT_NEEDED,
        )
    session.execute(AnswerAction(action_id, None, AT))
    assert session.state.actions[0].answer is None


def test_hands_are_counted_again_beside_those_of_last_time(visit):
    line = visit.state.before.can_do[0]
    visit.execute(CountCanDoAgain(line.text, 4, 3, line.id))
    asked = asked_lines(visit.state)[0]
    assert (asked.hands_then, asked.people_then) == (1, 5)
    assert (asked.hands_now, asked.people_now) == (4, 4), "no fewer people than hands"
    assert visit.state.before.can_do[0] == line
    visit.execute(CountCanDoAgain(line.text, None, 0, line.id))
    assert visit.state.can_do == ()


def test_without_a_check_what_people_wrote_is_asked_without_names(visit):
    def lines():
        who, *others = visit.state.before.participants
        people = (replace(who, can_do_alone="別の行"), *others)
        before = replace(visit.state.before, participants=people)
        return asked_lines(replace(visit.state, before=before), with_own=True)

    (own,) = (line for line in lines() if line.origin_id is None)
    assert (own.text, own.hands_then) == ("別の行", 1)
    names = [who.name for who in visit.state.before.participants]
    assert not [name for name in names if name in str(lines())]
    visit.execute(CountCanDoAgain(own.text, 2, 5))
    assert lines()[-1].hands_now == 2


def test_a_line_is_listed_once_and_a_count_is_no_negative_number(session):
    first = session.execute(AddCanDoLines(("測れる", "測れる", "止められる")))
    again = session.execute(AddCanDoLines(("止められる",)))
    assert first == again
    assert [check.text for check in session.state.can_do] == ["測れる", "止められる"]
    with pytest.raises(InvalidInput):
        session.execute(CountCanDo(str(first), -1, 5))
    with pytest.raises(InvalidInput):
        session.execute(AddCanDoLines(()))


def test_what_is_left_are_chosen_problems_then_those_parked_or_open(visit):
    before = visit.state.before
    problems = left_problems(visit.state)
    chosen = [one for one in problems if one.chosen]
    assert tuple(chosen) == before.chosen == problems[: len(chosen)]
    rest = problems[len(chosen) :]
    assert rest
    assert all(one.parked or before.is_open(one) for one in rest)


def test_requests_are_no_cards_to_deliver_and_answers_come_last(visit):
    cards = delivered_cards(visit.state.before)
    kinds = [card.kind for card in cards]
    assert CardKind.UPDATE not in kinds
    solved = [card.outcome.value == "solution" for card in cards]
    assert solved == sorted(solved)


def test_a_parked_problem_of_today_is_what_next_time_begins_with(visit):
    problem = visit.execute(AddProblem("きょうは置いておく"))
    visit.execute(ParkProblem((str(problem),), parked=True))
    third = visit.execute(
        CreateWorkshop(
            "第3回", "2027-02-01T09:00:00", customer_id=visit.state.customer.id, date="2027-02-01"
        )
    )
    visit.open(str(third))
    assert [one.id for one in left_problems(visit.state)] == [problem]


def test_a_problem_that_is_taken_over_keeps_its_theme(visit):
    earlier = next(each for each in visit.state.before.problems if each.theme_id)
    name = next(each.name for each in visit.state.before.themes if each.id == earlier.theme_id)
    visit.execute(TakeOverProblem(earlier.id))
    (theme,) = visit.state.themes
    assert theme.name == name
    assert [each.origin_id for each in visit.state.in_theme(theme.id)] == [earlier.id]
    visit.undo()
    assert visit.state.themes == ()
