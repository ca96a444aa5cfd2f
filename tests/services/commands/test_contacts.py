"""Contacts: the steps of each kind, and the way of listening of their problems."""

import pytest

from workshop_app.domain.agenda import plan_of, usual_plan
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.participant_names import TypedPerson
from workshop_app.domain.problem import Source
from workshop_app.domain.steps import Step, is_done, missing, steps_of
from workshop_app.i18n import Texts
from workshop_app.services import queries
from workshop_app.services.commands.agenda import ApplyAgenda
from workshop_app.services.commands.contacts import (
    AddContact,
    AddPeople,
    ChooseNextWay,
    EditContact,
    SetKind,
)
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, AddProblems, CorrectMethod
from workshop_app.services.commands.workshops import EditWorkshop, PlanNextTime
from workshop_app.services.contact_words import title_as
from workshop_app.services.customer_line import customer_line


def contact(session, kind, **fields) -> str:
    """Add a contact with the open workshop's customer and open it."""
    command = AddContact(
        session.state.customer.id, kind, "接点", "2026-12-04T09:00:00", date="2026-12-04", **fields
    )
    made = str(session.execute(command))
    session.open(made)
    return made


def test_an_interview_has_no_sorting_and_no_vote(session):
    session.execute(SetKind(ContactKind.INTERVIEW))
    assert steps_of(session.state.workshop.kind) == (
        Step.PREPARE, Step.CONTEXT, Step.LIST, Step.SOLVE, Step.APPRAISE, Step.WRAP_UP,
    )  # fmt: skip
    assert not missing(session.state, Step.SORT)
    session.execute(AddProblem("グラフを見ていない"))
    assert [one.chosen for one in session.state.problems] == [True]
    assert [lack.key for lack in missing(session.state, Step.SOLVE)] == ["outcome"]


@pytest.mark.parametrize("kind", list(ContactKind))
def test_what_is_said_in_a_contact_was_heard_in_its_way(session, kind):
    session.execute(SetKind(kind))
    session.execute(AddProblem("夜に気づけない"))
    assert session.state.problems[0].method is kind


@pytest.mark.parametrize("kind", [ContactKind.WORKSHOP, ContactKind.INTERVIEW])
def test_a_list_that_came_before_people_met_was_not_heard_there(session, kind):
    session.execute(SetKind(kind))
    session.execute(AddProblems(("一覧の一行",), source=Source.ADVANCE))
    session.execute(AddProblems(("その場の一行",)))
    session.execute(
        AddProblems(("窓口に来た一行",), source=Source.ADVANCE, method=ContactKind.SUPPORT)
    )
    ways = [problem.method for problem in session.state.problems]
    assert ways == [ContactKind.MAIL, kind, ContactKind.SUPPORT]


def test_another_kind_takes_along_what_was_heard_in_the_former_one(session):
    session.execute(AddProblem("一つ目"))
    corrected = session.execute(AddProblem("二つ目"))
    session.execute(CorrectMethod((corrected,), ContactKind.SURVEY))
    before = session.state
    session.execute(SetKind(ContactKind.MAIL))
    assert [p.method for p in session.state.problems] == [ContactKind.MAIL, ContactKind.SURVEY]
    assert all(problem.chosen for problem in session.state.problems)
    session.undo()
    assert session.state == before


def test_a_title_follows_the_kind_unless_somebody_wrote_it(session, language):
    words = Texts(language)

    def title_as_a(kind):
        title = title_as(words, session.state.workshop, kind)
        session.execute(SetKind(kind, title=title))
        return session.state.workshop.title

    session.execute(EditWorkshop(session.workshop_id, "title", words("start.untitled")))
    assert title_as_a(ContactKind.INTERVIEW) == words("prepare.method.interview.name")
    assert title_as_a(ContactKind.WORKSHOP) == words("start.untitled")
    session.execute(EditWorkshop(session.workshop_id, "title", "年末の点検"))
    assert title_as_a(ContactKind.SURVEY) == "年末の点検"


def test_a_plan_follows_its_kind_unless_somebody_wrote_it(session):
    session.execute(SetKind(ContactKind.INTERVIEW))
    assert plan_of(session.state.agenda) == usual_plan(ContactKind.INTERVIEW)
    session.execute(SetKind(ContactKind.WORKSHOP))
    session.execute(ApplyAgenda((0, 7, 7, 7, 7, 7, 7, 7)))
    session.execute(SetKind(ContactKind.INTERVIEW))
    plan = plan_of(session.state.agenda)
    assert (plan[Step.CHOOSE], plan[Step.SOLVE], sum(plan.values())) == (0, 21, 49)


def test_silence_lacks_nothing_and_says_so_to_the_list_of_workshops(session):
    contact(session, ContactKind.SURVEY, silent=True, score=3)
    assert all(is_done(session.state, step) for step in steps_of(ContactKind.SURVEY))
    (row,) = (each for each in queries.workshops(session) if each.kind is ContactKind.SURVEY)
    assert (row.silent, row.done) == (True, (True, False, False, False, False))


def test_people_of_a_contact_are_the_known_ones_where_the_name_is_the_same(session):
    session.execute(AddParticipant("青木 健", "課長"))
    known = session.state.participants[0]
    contact(session, ContactKind.INTERVIEW, people=("青木 健", "加藤 恵"))
    first, second = session.state.participants
    assert (first.person_id, first.job) == (known.person_id, "課長")
    assert second.person_id not in (None, known.person_id)


def test_what_is_noted_of_another_contact_is_undone_where_it_was_written(session):
    here = session.workshop_id
    earlier = contact(session, ContactKind.MAIL)
    session.open(here)
    session.execute(EditContact(earlier, "heard", "返事なし"))
    session.execute(EditContact(earlier, "expectation", Expectation.WORSE))
    session.undo()
    session.undo()
    session.open(earlier)
    assert (session.state.workshop.heard, session.state.workshop.expectation) == ("", "")


def test_another_way_than_the_rules_say_needs_a_reason(session):
    here = session.workshop_id
    with pytest.raises(InvalidInput) as refused:
        session.execute(ChooseNextWay(here, ContactKind.MEETUP, "  "))
    assert refused.value.key == "errors.reason_needed"
    session.execute(ChooseNextWay(here, ContactKind.MEETUP, "来週の勉強会に来るため"))
    assert session.state.workshop.next_kind is ContactKind.MEETUP
    session.execute(ChooseNextWay(here, None))
    assert (session.state.workshop.next_kind, session.state.workshop.next_reason) == (None, "")


@pytest.mark.parametrize("score", [-1, 11, "many"])
def test_a_score_is_a_number_from_0_to_10(session, score):
    with pytest.raises(InvalidInput):
        session.execute(EditContact(session.workshop_id, "score", score))
    session.execute(EditContact(session.workshop_id, "score", "9"))
    assert session.state.workshop.score == 9
    session.execute(EditContact(session.workshop_id, "score", None))
    assert session.state.workshop.score is None


def test_a_pasted_survey_brings_its_people_days_and_scores(session):
    contact(session, ContactKind.SURVEY)
    session.execute(
        AddProblems(
            ("アラートが多い", "グラフが重い", "よく使う"),
            people=(TypedPerson("青木 健"), TypedPerson("青木 健"), None),
            heard=("2026-11-20", "", ""),
            heard_at="2026-12-04T09:00",
            notes=("おすすめ度 3", "", ""),
        )
    )
    state = session.state
    assert [who.name for who in state.participants] == ["青木 健"]
    first, second, third = state.problems
    assert first.speaker_id == second.speaker_id == state.participants[0].id
    assert third.speaker_id is None
    assert (first.heard_at, second.heard_at) == ("2026-11-20", "2026-12-04T09:00")
    assert first.private_note == "おすすめ度 3"


def test_people_of_a_contact_come_with_their_teams(session):
    session.execute(AddParticipant("青木"))
    names, teams = ("青木", "井上", "上田"), ("運用", "開発", "")
    session.execute(AddPeople(session.state.workshop.id, names, teams))
    session.execute(AddPeople(session.state.workshop.id, ("井上",), ("別",)))
    people = [(who.name, who.team) for who in session.state.participants]
    assert people == [("青木", "運用"), ("井上", "開発"), ("上田", "")]


MAIL = """いつもお世話になっております。社内で集めました。

{lines}

よろしくお願いいたします。"""


def test_a_list_that_only_the_notes_have_comes_along_with_who_said_it(session):
    lines = tuple(f"課題その {n}" for n in range(12))
    rows = "\n".join(f"{line}\t{'佐藤様' if n % 2 else '加藤 恵'}" for n, line in enumerate(lines))
    mail = contact(
        session, ContactKind.MAIL, people=("佐藤 一郎",),
        heard=MAIL.format(lines=f"課題\t氏名\n{rows}"),
    )  # fmt: skip
    session.execute(EditWorkshop(mail, "date", "2026-12-01"))
    customer = session.state.customer.id
    line = customer_line(session, customer, "2026-12-02")
    assert (line.way, line.advice.n, line.problems) == (ContactKind.WORKSHOP, 12, 0)
    command = AddContact(
        customer, ContactKind.WORKSHOP, "次の回", "2026-12-02T09:00:00", along=line.along_to()
    )
    made = session.execute(command)
    after = customer_line(session, customer, "2026-12-02")
    planned = after.contact(made)
    assert [each.first_wording for each in planned.listed] == list(lines)
    said = [planned.participant(each.speaker_id).name for each in planned.listed]
    assert said == ["加藤 恵", "佐藤 一郎"] * 6
    assert {each.method for each in planned.listed} == {ContactKind.MAIL}
    assert (after.advice.n, after.problems, len(after.people)) == (12, 12, 2)
    assert after.along_to(made).heard is None
    session.open(made)
    session.undo()
    assert customer_line(session, customer, "2026-12-02").contacts == line.contacts


def test_the_next_contact_takes_people_list_and_day_along_and_nothing_counts_twice(session):
    mail = contact(session, ContactKind.MAIL)
    session.execute(EditWorkshop(mail, "date", "2026-12-01"))
    lines = tuple(f"課題その {n}" for n in range(12))
    said = (*[TypedPerson("佐藤 一郎", "開発部")] * 6, *[TypedPerson("田中 健")] * 6)
    session.execute(AddProblems(lines, people=said))
    session.execute(PlanNextTime(mail, "next_date", "2026-12-18"))
    customer = session.state.customer.id
    line = customer_line(session, customer, "2026-12-02")
    assert (line.advice.rule.id, line.way, line.problems) == ("bulk", ContactKind.WORKSHOP, 12)
    assert line.agreed is not None
    made = session.execute(
        AddContact(
            customer,
            ContactKind.WORKSHOP,
            "次の回",
            "2026-12-02T09:00:00",
            date=line.agreed.next_date,
            along=line.along_to(),
        )
    )
    after = customer_line(session, customer, "2026-12-02")
    planned = after.contact(made)
    assert [who.name for who in planned.participants] == ["佐藤 一郎", "田中 健"]
    assert [each.first_wording for each in planned.listed] == list(lines)
    assert {each.method for each in planned.listed} == {ContactKind.MAIL}
    assert [planned.participant(each.speaker_id).name for each in planned.listed[5:7]] == [
        "佐藤 一郎",
        "田中 健",
    ]
    assert (after.advice.rule.id, after.advice.n, after.problems) == ("bulk", 12, 12)
    assert [each.problems for each in after.people] == [6, 6]
    assert after.along_to(made).problems == ()
