"""The page Choose with problems and people."""

import pytest

from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem


@pytest.fixture
def room(desk):
    """A desk at this page with these problems and five people in the room."""

    def make(*said, people=5, **options):
        one = desk(page="", **options)
        for number in range(people):
            one.do(AddParticipant(f"人{number}"))
        one.ids = [one.do(AddProblem(words)) for words in said]
        one.go("choose")
        return one

    return make
