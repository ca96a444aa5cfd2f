"""The rules for the next contact: each one decides in its case, and the first match wins."""

from dataclasses import replace

import pytest

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
)
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.listening_rules import (
    RULES,
    ContactFacts,
    ContactHistory,
    advise,
    facts_of,
    line_of,
)
from workshop_app.domain.problem import Source
from workshop_app.i18n import Texts

TODAY = "2027-01-06"


def contact(number, kind, day, **facts):
    return ContactFacts(f"contact-{number}", kind, day, **facts)


TALK = contact(1, ContactKind.INTERVIEW, "2026-12-20")
SURVEY = contact(2, ContactKind.SURVEY, "2026-12-21", silent=True)
MAILS = tuple(contact(3 + n, ContactKind.MAIL, f"2026-12-2{n + 2}", silent=True) for n in range(3))


def rule_after(*contacts):
    return advise(ContactHistory(contacts, TODAY)).rule.id


@pytest.mark.parametrize(
    ("contacts", "rule", "way", "n"),
    [
        ((), "first", ContactKind.INTERVIEW, 1),
        ((TALK._replace(urgent=2),), "urgent", ContactKind.SUPPORT, 2),
        (MAILS, "silence", ContactKind.INTERVIEW, 3),
        ((TALK, SURVEY, *MAILS), "silence", ContactKind.INTERVIEW, 4),
        ((TALK._replace(expectation=Expectation.WORSE),), "lowered", ContactKind.INTERVIEW, 1),
        (
            (contact(1, ContactKind.MAIL, "2026-11-11", received=13),),
            "bulk",
            ContactKind.WORKSHOP,
            13,
        ),
        ((TALK._replace(owed=8),), "owed", ContactKind.INTERVIEW, 8),
        (
            (TALK._replace(owed=1, kind=ContactKind.WORKSHOP),),
            "owed",
            ContactKind.WORKSHOP,
            1,
        ),
        (
            (contact(1, ContactKind.SUPPORT, "2026-12-20", nameless=2),),
            "nameless",
            ContactKind.INTERVIEW,
            2,
        ),
        ((TALK._replace(day="2026-07-08"),), "long_ago", ContactKind.SURVEY, 182),
        ((TALK,), "wait", None, 1),
    ],
)
def test_each_rule_says_how_the_customer_is_heard(contacts, rule, way, n):
    advice = advise(ContactHistory(contacts, TODAY))
    assert (advice.rule.id, advice.way, advice.n) == (rule, way, n)


@pytest.mark.parametrize(
    ("contacts", "rule"),
    [
        (MAILS[:2], "first"),
        ((TALK, *MAILS[:2]), "wait"),
        ((MAILS[0]._replace(day="2026-01-01"),), "first"),
        ((*MAILS[:2], TALK, MAILS[2]), "wait"),
        ((*MAILS, TALK._replace(id="answered", day="2026-12-30")), "wait"),
        ((contact(1, ContactKind.MAIL, "2026-11-11", received=5),), "wait"),
        (
            (
                contact(1, ContactKind.MAIL, "2026-11-11", received=13),
                contact(2, ContactKind.WORKSHOP, "2026-11-26"),
            ),
            "wait",
        ),
        (
            (
                contact(1, ContactKind.MAIL, "2026-11-11", received=13),
                contact(2, ContactKind.INTERVIEW, "2026-11-20"),
            ),
            "bulk",
        ),
        ((contact(1, ContactKind.WORKSHOP, "2026-12-26", received=16),), "wait"),
        (
            (
                TALK._replace(expectation=Expectation.WORSE),
                TALK._replace(id="later", day="2026-12-30", expectation=Expectation.BETTER),
            ),
            "wait",
        ),
        ((TALK._replace(day="2026-07-09"),), "wait"),
        ((*MAILS, TALK._replace(id="x", day=TODAY, said=False)), "silence"),
        ((*MAILS, TALK._replace(id="x", day=TODAY)), "wait"),
        ((*MAILS, TALK._replace(id="x", day="2027-02-01")), "silence"),
    ],
)
def test_where_a_rule_begins_and_ends(contacts, rule):
    assert rule_after(*contacts) == rule


def test_the_first_rule_that_holds_decides():
    everything = TALK._replace(
        urgent=1, owed=1, nameless=1, expectation=Expectation.WORSE, day="2026-01-01"
    )
    assert rule_after(everything) == "urgent"
    assert rule_after(everything._replace(urgent=0)) == "lowered"
    calm = everything._replace(urgent=0, expectation=Expectation.NOT_ASKED)
    assert rule_after(calm) == "owed"
    assert rule_after(calm._replace(owed=0)) == "nameless"
    assert rule_after(calm._replace(owed=0, nameless=0)) == "long_ago"


def test_what_is_known_of_a_contact_is_counted_from_its_records():
    urgent = a_problem(1)
    solved = a_problem(2)
    told = a_problem(3, speaker_id="person-1")
    now = {Criterion.NOW: "urgent"}
    state = a_state(
        workshop=a_workshop(expectation=Expectation.BETTER, date=""),
        participants=(a_participant(),),
        problems=(urgent, solved, told),
        appraisals=(an_appraisal(urgent, now), an_appraisal(solved, now)),
        cards=(a_card(solved),),
        actions=(an_action(1), an_action(2, done=True)),
    )
    facts = facts_of(state)
    assert (facts.received, facts.urgent, facts.nameless, facts.owed) == (0, 1, 1, 1)
    assert (facts.day, facts.said, facts.expectation) == ("2026-12-03", True, Expectation.BETTER)
    anonymous = replace(state, workshop=a_workshop(anonymous=True))
    assert facts_of(anonymous).nameless == 0
    assert not facts_of(a_state()).said
    assert facts_of(a_state(workshop=a_workshop(silent=True))).said


@pytest.mark.parametrize("kind", [ContactKind.WORKSHOP, ContactKind.INTERVIEW])
def test_a_list_that_was_brought_along_asks_for_a_workshop_until_it_is_held(kind):
    lines = tuple(a_problem(n, source=Source.ADVANCE) for n in range(1, 13))
    planned = a_state(workshop=a_workshop(kind=kind, date=TODAY), problems=lines)
    assert advise(line_of((planned,), TODAY)).rule.id == "bulk"
    talked = replace(planned, problems=(*lines, a_problem(13)))
    after = advise(line_of((talked,), TODAY)).rule.id
    assert (after == "bulk") is (kind is ContactKind.INTERVIEW)
    assert advise(line_of((talked,), TODAY).before(talked.workshop.id)).rule.id == "bulk"


def test_what_was_taken_over_is_owed_once():
    mail = a_workshop(id="mail", kind=ContactKind.MAIL, date="2026-12-01")
    first = a_state(workshop=mail, problems=(a_problem(1, id="first"),))
    again = a_state(problems=(a_problem(2, origin_id="first"),))
    assert sum(one.nameless for one in line_of((first, again), TODAY).contacts) == 1
    assert facts_of(first, unread=12).received == 12


def test_contacts_of_a_day_are_in_the_order_in_which_they_were_made():
    second = a_state(workshop=a_workshop(id="second", created_at="2026-12-03T15:00"))
    first = a_state(workshop=a_workshop(id="first", created_at="2026-12-03T09:00"))
    earlier = a_state(workshop=a_workshop(id="earlier", date="2026-01-01"))
    history = line_of((second, first, earlier), TODAY)
    assert [one.id for one in history.contacts] == ["earlier", "first", "second"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_its_texts(language, rule):
    words = Texts(language)
    for part in ("name", "way", "found", "why", "room"):
        assert words(f"listening.{rule.id}.{part}", n=3)
