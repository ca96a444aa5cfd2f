"""Who said the same as a problem."""

from tests.helpers.builders import a_problem, a_state, a_workshop
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.facts.voices import evidence_of


def test_a_voice_heard_in_a_way_of_ones_own_bears_its_name():
    fair = a_problem(1, method=ContactKind.OWN)
    mail = a_problem(2, method=ContactKind.MAIL)
    workshop = a_workshop(kind=ContactKind.OWN, own_kind="展示会")
    state = a_state(problems=(fair, mail), workshop=workshop)
    names = [voice.own_way for each in (fair, mail) for voice in evidence_of(state, each).voices]
    assert names == ["展示会", ""]
