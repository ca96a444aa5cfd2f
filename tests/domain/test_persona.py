"""The persona of a problem, which contains no names."""

from tests.helpers.builders import a_customer, a_participant, a_problem, a_state
from workshop_app.domain.persona import describe_persona


def test_the_persona_has_team_job_industry_and_systems_but_no_name():
    people = (
        a_participant(1, "青木", team="基盤運用", job="課長", private_note="秘密"),
        a_participant(2, "上田", team="基盤運用", job="ネットワーク"),
    )
    said = a_problem(1, speaker_id="person-1")
    also = a_problem(2, speaker_id="person-2", merged_into=said.id)
    customer = a_customer(industry="通信販売", architecture="Web 8台\nDB 2台", private_note="秘密")
    state = a_state(participants=people, problems=(said, also), customer=customer)
    assert describe_persona(state, said) == (
        "基盤運用 課長 / 基盤運用 ネットワーク / 通信販売 / Web 8台 DB 2台"
    )
    assert describe_persona(state, said, speakers=False) == "通信販売 / Web 8台 DB 2台"


def test_nothing_known_gives_nothing():
    assert describe_persona(a_state(problems=(a_problem(),)), a_problem()) == ""


def test_two_people_of_one_job_are_named_once():
    people = (a_participant(1, job="開発"), a_participant(2, job="開発"))
    said = a_problem(1, speaker_id="person-1")
    also = a_problem(2, speaker_id="person-2", merged_into=said.id)
    assert describe_persona(a_state(participants=people, problems=(said, also)), said) == "開発"


def test_english_sets_team_and_job_apart_by_a_comma():
    person = a_participant(1, team="Platform Operations", job="Network engineer")
    said = a_problem(1, speaker_id="person-1")
    state = a_state(participants=(person,), problems=(said,))
    assert describe_persona(state, said) == "Platform Operations, Network engineer"
