import random

import pytest

from tests.helpers.random_commands import random_command
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.errors import UserError
from workshop_app.domain.facts.outcomes import outcomes
from workshop_app.domain.facts.step_facts import step_facts
from workshop_app.domain.look_alike import looks
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.steps import Step, has_tick, steps_of
from workshop_app.i18n import Texts
from workshop_app.services import queries, snapshot
from workshop_app.services.actions_to_do import all_actions
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.appraising import AnswerCriterion, Overrule
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
    AddParticipants,
    EditParticipant,
    JoinPerson,
)
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.request_news import HandOverRequests
from workshop_app.services.commands.solving import MakeRequest, PlayCard
from workshop_app.services.commands.visits import EditDelivery, NoteWhatBecame
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop, MarkExported
from workshop_app.services.known_people import known_people
from workshop_app.services.sample import play


def told_by_the_state(session, workshop_id):
    """The same row of the list, computed from the whole workshop by the domain's rules."""
    state = snapshot.load(session.store, workshop_id)
    return queries.WorkshopSummary(
        id=workshop_id,
        title=state.workshop.title,
        customer=state.customer.name,
        date=state.workshop.date,
        created_at=state.workshop.created_at,
        problems=len(state.listed),
        done=tuple(has_tick(step_facts(state), step) for step in steps_of(state.workshop.kind)),
        outcomes=tuple((kind, n) for kind, n in outcomes(state).counts.items() if n),
        exported=bool(state.workshop.exported_at),
        is_sample=state.workshop.is_sample,
        kind=state.workshop.kind,
        own_kind=state.workshop.own_kind,
        next_date=state.workshop.next_date,
    )


def test_an_empty_store_lists_nothing(tmp_path):
    session = new_session(tmp_path / "w.db")
    assert queries.workshops(session) == queries.open_commitments(session, Texts("ja")) == ()
    assert queries.customers(session) == queries.problems_matching(session, "監視") == ()


@pytest.mark.parametrize("until", list(Step))
def test_the_list_counts_what_the_steps_say(tmp_path, until):
    session = new_session(tmp_path / "w.db")
    workshop_id = play(session, "ja", until)
    assert queries.workshops(session) == (told_by_the_state(session, workshop_id),)
    session.execute(MarkExported("2026-12-03T16:00:00"))
    (line,) = queries.workshops(session)
    assert line == told_by_the_state(session, workshop_id)
    assert line.exported
    assert line.is_sample


@pytest.mark.parametrize("seed", range(4))
def test_the_list_agrees_with_the_state_after_any_commands(sample, seed):
    chance = random.Random(seed)
    for turn in range(60):
        try:
            sample.execute(random_command(chance, sample.state))
        except UserError:
            continue
        if turn % 5 == 0:
            expected = told_by_the_state(sample, sample.workshop_id)
            assert expected in queries.workshops(sample)


@pytest.mark.parametrize("overruled", [one for one in Verdict if one is not Verdict.OPEN])
@pytest.mark.parametrize("passed_on", [False, True])
@pytest.mark.parametrize("helped", [False, True])
def test_the_list_counts_what_a_request_lacks_only_if_it_is_sent(
    session, overruled, passed_on, helped
):
    problem = session.execute(AddProblem("夜に鳴る"))
    if helped:
        session.execute(PlayCard(problem, CardKind.SUPPORT, "一緒に見る"))
    session.execute(MakeRequest(problem))
    (request,) = session.state.requests
    if passed_on:
        session.execute(HandOverRequests((request.id,), "2026-12-03T16:00:00"))
    session.execute(Overrule(problem, overruled, "当日に決めた"))
    is_sent = passed_on or overruled in (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL)
    assert has_tick(step_facts(session.state), Step.APPRAISE) is not is_sent
    (line,) = queries.workshops(session)
    assert line == told_by_the_state(session, session.workshop_id)


def test_the_latest_date_comes_first_and_the_newest_of_a_day(session):
    first = session.workshop_id
    second = create_workshop(session, "二番")
    third = create_workshop(session, "三番")
    session.execute(EditWorkshop(second, "date", "2026-12-24"))
    session.execute(EditWorkshop(third, "date", ""))
    assert [line.id for line in queries.workshops(session)] == [second, first, third]


def test_open_actions_of_all_workshops_come_by_due_date(session):
    first = session.workshop_id
    person = session.execute(AddParticipant("青木"))
    session.execute(AddAction("いつか", owner_name="CRE 三谷"))
    session.execute(AddAction("後で", owner_id=person, due="2026-12-20"))
    second = create_workshop(session, "二番")
    session.execute(AddAction("先に", due="2026-12-10"))
    found = [
        (action.workshop_id, action.text, action.customer, action.owner, action.due)
        for action in queries.open_commitments(session, Texts("ja"))
    ]
    assert found == [
        (second, "先に", "二番", "", "2026-12-10"),
        (first, "後で", "株式会社サンプル", "青木", "2026-12-20"),
        (first, "いつか", "株式会社サンプル", "CRE 三谷", ""),
    ]


def test_problems_of_all_workshops_are_found_by_two_characters(session):
    session.execute(AddProblems(("内部機器の監視ができない", "通知が多い")))
    create_workshop(session, "二番")
    session.execute(AddProblems(("監視が遅い",)))
    found = queries.problems_matching(session, "監視")
    assert {problem.first_wording for problem in found} == {
        "内部機器の監視ができない",
        "監視が遅い",
    }
    assert len({problem.workshop_id for problem in found}) == 2
    assert queries.problems_matching(session, "監視", limit=1) == found[:1]


def test_customers_are_listed_by_name_without_the_nameless(session):
    create_workshop(session, "あおば製作所")
    create_workshop(session, "")
    names = [customer.name for customer in queries.customers(session)]
    assert names == ["あおば製作所", "株式会社サンプル"]


def test_todays_workshop_is_the_newest_of_the_day(session):
    newest = create_workshop(session, "二番")
    assert queries.todays_workshops(session, "2026-12-03")[0].workshop.id == newest
    assert queries.todays_workshops(session, "2026-12-04") == ()


def test_a_mail_of_today_comes_after_a_workshop_with_papers(session):
    session.execute(MarkExported("2026-12-03T15:00:00"))
    told = {"customer_name": "林", "date": "2026-12-03", "contact": ContactKind.MAIL}
    mail = str(session.execute(CreateWorkshop("要望", "2026-12-03T16:00:00", **told)))
    assert todays(session) == [session.workshop_id, mail]


def test_of_todays_workshops_it_is_the_one_worked_on_last_without_papers(session):
    first = session.workshop_id
    second = create_workshop(session, "二番")
    session.open(first)
    session.execute(AddProblems(("通知が多い",)))
    assert todays(session) == [first, second]
    session.execute(MarkExported("2026-12-03T16:00:00"))
    assert todays(session) == [second, first]


def todays(session):
    return [each.workshop.id for each in queries.todays_workshops(session, "2026-12-03")]


def untouched(session, facilitator=""):
    return queries.untouched_workshop(session, "2026-12-03", "ja", facilitator)


def test_a_workshop_into_which_nothing_was_entered_is_todays_only_if_there_is_no_other(session):
    first = session.workshop_id
    empty = create_workshop(session, "")
    assert todays(session) == [first]
    assert untouched(session).id == empty
    assert untouched(session, facilitator="石田") is None
    session.open(empty)
    session.execute(AddProblems(("通知が多い",)))
    assert todays(session) == [empty, first]
    assert untouched(session) is None


def test_hundreds_of_workshops_are_listed(session):
    for number in range(200):
        create_workshop(session, f"顧客 {number}")
        session.execute(AddProblems(tuple(f"課題 {n}" for n in range(13))))
    assert len(queries.workshops(session)) == 201


def test_the_customers_of_earlier_workshops_are_found_by_their_whole_names(session):
    known = session.state.customer.id
    for name in ("", "サンプル"):
        create_workshop(session, name)
        found = queries.earlier_customers(session, session.state.customer.id)
        assert found == {looks(customer_key("（株）サンプル")): known}


def test_of_several_customers_of_a_name_the_latest_is_meant(session):
    create_workshop(session, "サンプル")
    latest = session.state.customer.id
    session.execute(EditWorkshop(session.workshop_id, "date", "2026-12-24"))
    create_workshop(session, "")
    found = queries.earlier_customers(session, session.state.customer.id)
    assert found == {looks(customer_key("サンプル")): latest}


def test_the_people_of_a_customer_are_as_in_their_latest_workshop(session):
    who = session.execute(AddParticipant("青木", "運用", "基盤"))
    person = session.state.participant(who).person_id
    session.execute(AddParticipant("井上"))
    customer = session.state.customer.id
    for date in ("2027-02-01", "2027-01-01"):
        made = session.execute(
            CreateWorkshop("次", f"{date}T09:00", customer_id=customer, date=date)
        )
        session.open(made)
        session.execute(AddKnownPerson(person))
        session.execute(EditParticipant(session.state.participants[0].id, "team", date))
    create_workshop(session, "よその会社")
    session.execute(AddParticipant("上田"))
    assert queries.people_of_customer(session, session.state) == {}
    session.open(session.execute(CreateWorkshop("今", "2028-01-01T09:00", customer_id=customer)))
    found = queries.people_of_customer(session, session.state)
    assert [(one.name, one.team) for one in found.values()] == [
        ("青木", "2027-02-01"),
        ("井上", ""),
    ]


def test_what_else_was_promised_is_open_until_it_is_kept(session):
    problem = session.execute(AddProblem("通知が届かない"))
    card = session.execute(PlayCard(problem, CardKind.ARTICLE, "通知の記事"))
    session.execute(EditDelivery(card, "owner_name", "三谷"))
    session.execute(EditDelivery(card, "due", "2026-12-20"))
    vague = session.execute(AddProblem("画面が使いにくい"))
    session.execute(AnswerCriterion(vague, Criterion.CONCRETE, "no"))
    request = session.execute(MakeRequest(session.execute(AddProblem("電話で知りたい"))))
    words = Texts("ja")

    def found():
        return {each.id: each for each in queries.open_commitments(session, words)}

    assert (found()[card].text, found()[card].owner) == ("通知の記事", "三谷")
    assert found()[vague].text == words("promises.commitment.ask_again", text="画面が使いにくい")
    assert next(iter(found().values())).due == "2026-12-20"
    assert request not in found()
    session.execute(EditDelivery(card, "delivered_on", "2026-12-18"))
    session.execute(NoteWhatBecame(vague, "became", "聞きました"))
    assert found() == {}


@pytest.mark.parametrize("joined", [False, True])
def test_an_action_stays_its_owners_whose_name_is_typed_again_at_the_next_visit(session, joined):
    customer = session.state.customer.id
    (owner,) = session.execute(AddParticipants(("青木 健",)))
    session.execute(AddAction("手順を直す", owner_id=owner, due="2026-12-10"))
    second = CreateWorkshop("次", "2027-01-07T10:00:00", customer_id=customer, date="2027-01-07")
    session.open(session.execute(second))
    (today,) = session.execute(AddParticipants(("健" if joined else "青木 健",)))
    if joined:
        (person,) = known_people(session.store, session.state.workshop)
        session.execute(JoinPerson(today, person))
    (action,) = all_actions(session.state, Texts("ja"))
    assert action.owner_id == today
    assert "期限すぎ" in action.text
