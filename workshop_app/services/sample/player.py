"""Executes the commands of a sample script and resolves the records that its lines name."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from workshop_app.catalogue.loader import Catalogue, load
from workshop_app.domain import persona
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.services.command import Command
from workshop_app.services.commands import actions
from workshop_app.services.session import Session

Script = Mapping[str, Any]


class Player:
    """Plays one script; `people` are the ids of the participants by their keys in the script."""

    def __init__(self, session: Session, language: str, script: Script, today: date) -> None:
        self.script = script
        self.language = language
        self.session = session
        self.today = today
        self.people: dict[str, str] = {}
        self._catalogue: Catalogue | None = None

    @property
    def state(self) -> WorkshopState:
        """The current state of the workshop."""
        state = self.session.state
        if state is None:
            raise RuntimeError("the sample workshop is not open")
        return state

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue from which answers are chosen."""
        self._catalogue = self._catalogue or load()
        return self._catalogue

    def do(self, command: Command) -> str:
        """Execute a command and return its result, usually a new id, as text."""
        return str(self.session.execute(command))

    def problem(self, number: int) -> Problem:
        """Return the problem with this number."""
        return next(problem for problem in self.state.problems if problem.number == number)

    def person(self, line: Script, key: str = "by") -> str | None:
        """Return the id of the participant that a line names, or None."""
        return self.people.get(line.get(key, ""))

    def persona(self, problem: Problem) -> str:
        """Return the persona of a problem, the default ground for *who*."""
        return persona.describe_persona(self.state, problem)

    def day(self, line: Script, key: str = "due_in_days") -> str:
        """Return the ISO date the given days after the session, or empty."""
        days = line.get(key)
        return "" if days is None else (self.today + timedelta(days=days)).isoformat()

    def add_action(self, line: Script, problem_id: str | None, card_id: str | None = None) -> None:
        """Add the action that a line describes."""
        self.do(
            actions.AddAction(
                line["text"],
                owner_id=self.person(line, "owner"),
                owner_name=line.get("owner_name", ""),
                due=self.day(line),
                problem_id=problem_id,
                card_id=card_id,
                passes_on=line.get("passes_on", False),
            )
        )

    def ids(self, line: Script) -> tuple[str, ...]:
        """Return the ids of the problems that a line names."""
        return tuple(self.problem(number).id for number in line["problems"])

    def at(self, clock: str) -> str:
        """Return this time on the day of the session, ISO."""
        return f"{self.today.isoformat()}T{clock}"
