"""Play a written workshop: each line of the script becomes the command a facilitator would give."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from workshop_app.catalogue.loader import Catalogue, load
from workshop_app.domain import persona
from workshop_app.domain.hearing import AnswerMark
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command
from workshop_app.services.commands import (
    actions,
    choosing,
    context,
    participants,
    problems,
    sorting,
    workshops,
)
from workshop_app.services.sample.outcomes import appraise, solve
from workshop_app.services.sample.setup import customer_setup
from workshop_app.services.session import Session

Script = Mapping[str, Any]
_DAYS_BEFORE = 7
"""The customer's list arrived so many days before the session."""
_FILES_BEFORE, _FILES_AT = 2, time(17, 30)
"""The files of the customer's Mackerel were read so many days before, at this time of day."""


class Player:
    """Carries out one script, step by step."""

    def __init__(self, session: Session, language: str, script: Script, today: date) -> None:
        self.script = script
        self.language = language
        self._session = session
        self._today = today
        self._people: dict[str, str] = {}
        self._catalogue: Catalogue | None = None

    def carry_out(self, step: Step) -> None:
        """Do everything the facilitator does in `step`."""
        {
            Step.PREPARE: self._prepare,
            Step.CONTEXT: self._context,
            Step.LIST: self._list,
            Step.SORT: self._sort,
            Step.CHOOSE: self._choose,
            Step.SOLVE: lambda: solve(self),
            Step.APPRAISE: lambda: appraise(self),
            Step.WRAP_UP: self._wrap_up,
        }[step]()

    # -- what the parts need

    @property
    def state(self) -> WorkshopState:
        """The workshop as it stands."""
        state = self._session.state
        if state is None:
            raise RuntimeError("the sample workshop is not open")
        return state

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that answers are chosen from."""
        self._catalogue = self._catalogue or load()
        return self._catalogue

    def do(self, command: Command) -> str:
        """Give one command and return what it returns, which is mostly a new id."""
        return str(self._session.execute(command))

    def problem(self, number: int) -> Problem:
        """The problem the room calls by this number."""
        return next(problem for problem in self.state.problems if problem.number == number)

    def person(self, line: Script, key: str = "by") -> str | None:
        """The id of the participant a line names, or None."""
        return self._people.get(line.get(key, ""))

    def persona(self, problem: Problem) -> str:
        """Who says it, in words: the first ground of *who*."""
        return persona.describe(self.state, problem)

    def day(self, line: Script, key: str = "due_in_days") -> str:
        """The ISO date so many days after the session, or empty."""
        days = line.get(key)
        return "" if days is None else (self._today + timedelta(days=days)).isoformat()

    def add_action(self, line: Script, problem_id: str | None, card_id: str | None = None) -> None:
        """Add the action a line describes."""
        self.do(
            actions.AddAction(
                line["text"],
                owner_id=self.person(line, "owner"),
                owner_name=line.get("owner_name", ""),
                due=self.day(line),
                problem_id=problem_id,
                card_id=card_id,
            )
        )

    # -- the steps

    def _prepare(self) -> None:
        head, customer = self.script["workshop"], self.script["customer"]
        create = workshops.CreateWorkshop(
            head["title"],
            created_at=f"{self._today.isoformat()}T13:30:00",
            customer_name=customer["name"],
            language=self.language,
            date=self._today.isoformat(),
            is_sample=True,
        )
        self._session.open(self.do(create))
        for field, value in customer.items():
            self.do(workshops.EditCustomer(self.state.customer.id, field, value))
        for field, value in head.items():
            self.do(workshops.EditWorkshop(self.state.workshop.id, field, value))
        for item in self.state.agenda:
            minutes = self.script["agenda"].get(item.step, item.minutes)
            self.do(workshops.SetMinutes(item.id, "minutes", minutes))
        for line in self.script["participants"]:
            self._people[line["key"]] = self._add_participant(line)
        words = tuple(line["words"] for line in self.script["requests"])
        received = (self._today - timedelta(days=_DAYS_BEFORE)).isoformat()
        self.do(problems.AddProblems(words, Source.ADVANCE, heard_at=f"{received}T10:12"))
        taken = datetime.combine(self._today - timedelta(days=_FILES_BEFORE), _FILES_AT)
        self.do(customer_setup(self.language, taken))

    def _add_participant(self, line: Script) -> str:
        who = self.do(participants.AddParticipant(line["name"], line["job"], line["team"]))
        for field in participants.EditParticipant.fields:
            if field in line:
                self.do(participants.EditParticipant(who, field, line[field]))
        return who

    def _context(self) -> None:
        for line in self.script["answers"]:
            mark = AnswerMark(line.get("mark", ""))
            said = context.AnswerQuestion(line["question"], line["text"], self.person(line), mark)
            answer = self.do(said)
            if line.get("problem"):
                self.do(context.MakeProblemOfAnswer(answer, heard_at=self._at("14:12")))

    def _list(self) -> None:
        for number, line in enumerate(self.script["requests"], 1):
            speaker = self.person(line)
            self.do(problems.EditProblem(self.problem(number).id, "speaker_id", speaker))
        for minute, line in enumerate(self.script["spoken"], 20):
            at = self._at(f"14:{minute}")
            self.do(problems.AddProblem(line["words"], self.person(line), heard_at=at))

    def _sort(self) -> None:
        for line in self.script["splits"]:
            self.do(sorting.SplitProblem(self.problem(line["problem"]).id, tuple(line["parts"])))
        for line in self.script["merges"]:
            self.do(sorting.MergeProblems(self.problem(line["into"]).id, self._ids(line)))
        for line in self.script["themes"]:
            self.do(sorting.AddTheme(line["name"], self._ids(line)))
        for number, wording in self.script["wordings"].items():
            self.do(problems.EditProblem(self.problem(int(number)).id, "wording", wording))

    def _choose(self) -> None:
        vote, workshop = self.script["vote"], self.state.workshop.id
        self.do(choosing.EditVote(workshop, "present", vote["present"]))
        for number, hands in vote["hands"].items():
            self.do(choosing.CountHands(self.problem(int(number)).id, hands))
        self.do(choosing.EditVote(workshop, "vote_closed", value=True))
        self.do(choosing.Choose(self._ids(vote["chosen"])))

    def _wrap_up(self) -> None:
        for line in self.script["actions"]:
            self.add_action(line, self.problem(line["problem"]).id)
        for line in self.script["participants"]:
            alone = "\n".join(line["can_do_alone"])
            who = self._people[line["key"]]
            self.do(participants.EditSelfReliance(who, "can_do_alone", alone))
        plan, workshop = self.script["next_time"], self.state.workshop.id
        values = {
            "next_date": self.day(plan, "in_days"),
            "next_note": plan["note"],
            "community": tuple(plan["community"]),
        }
        for field, value in values.items():
            self.do(workshops.PlanNextTime(workshop, field, value))
        for number, note in self.script["private_notes"].items():
            self.do(problems.EditProblem(self.problem(int(number)).id, "private_note", note))

    def _ids(self, line: Script) -> tuple[str, ...]:
        return tuple(self.problem(number).id for number in line["problems"])

    def _at(self, clock: str) -> str:
        return f"{self._today.isoformat()}T{clock}"
