"""The sample of several visits: contacts around the sample workshop, and a second visit.

The earlier contacts, the product team's answers and the problems of other companies come from a
separate script; the first visit is the sample workshop, unchanged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta

from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.services.commands.actions import AnswerEarlier, NoteOnEarlierAction
from workshop_app.services.commands.can_do import CountCanDoAgain, TickCanDo, TickCanDoAgain
from workshop_app.services.commands.contacts import AddContact, EditContact
from workshop_app.services.commands.likes import ConfirmLike
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
)
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.visits import EditEarlierDelivery, NoteWhatBecame
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop
from workshop_app.services.sample.player import Player, Script
from workshop_app.services.sample.scenes import carry_out
from workshop_app.services.session import Session

_PLAYED = (Step.CONTEXT, Step.LIST, Step.SOLVE, Step.APPRAISE)
"""The steps of a short contact in which anything is recorded."""
_NOTHING_SAID: Script = {"answers": [], "requests": [], "spoken": [], "solve": [], "appraise": []}
_HEARD = ("silent", "heard", "consent", "expectation", "expectation_words")


class SecondVisit(Player):
    """Plays the script around the first workshop, which is open; `today` is the second visit."""

    def __init__(
        self, session: Session, language: str, script: Script, first: Script, today: date
    ) -> None:
        super().__init__(session, language, script, today)
        self._first = self.state
        self._names = {line["key"]: line["name"] for line in first["participants"]}

    def play(self, *, asked: bool) -> str:
        """Add everything and leave the second visit open; returns its id.

        With `asked`, the script's answers to the review of the previous visit are recorded.
        """
        for line in self.script["contacts"]:
            self._contact(line)
        self._after_the_first()
        for line in self.script["others"]:
            self._other_company(line)
        second = self._second()
        if asked:
            self._ask()
        return second

    def _before(self, line: Script) -> date:
        return self.today - timedelta(days=line["days_before"])

    def _open(self, workshop_id: str) -> WorkshopState:
        self.session.open(workshop_id)
        return self.state

    def _contact(self, line: Script) -> None:
        day = self._before(line)
        heard = {name: line[name] for name in _HEARD if name in line}
        if "expectation" in heard:
            heard["expectation"] = Expectation(heard["expectation"])
        add = AddContact(
            self._first.customer.id,
            ContactKind(line["kind"]),
            line["title"],
            f"{day.isoformat()}T10:00:00",
            language=self.language,
            facilitator=self._first.workshop.facilitator,
            date=day.isoformat(),
            people=tuple(self._names[key] for key in line.get("people", ())),
            **heard,
        )
        state = self._open(self.do(add))
        player = Player(self.session, self.language, {**_NOTHING_SAID, **line}, day)
        listed = {who.name: who.id for who in state.participants}
        player.people = {key: listed[name] for key, name in self._names.items() if name in listed}
        for step in _PLAYED:
            carry_out(player, step)
        for action in line.get("actions", ()):
            player.add_action(action, None)
        self._answer(
            player.state.actions, line.get("actions", ()), self._before(self.script["first"])
        )
        self._news(player.state, line)

    def _answer(self, actions: tuple[Action, ...], lines: Sequence[Script], day: date) -> None:
        for action, line in zip(actions, lines, strict=True):
            answer = ActionAnswer(line["answer"])
            self.do(AnswerEarlier(action.id, answer, f"{day.isoformat()}T14:05:00"))
            if "note" in line:
                self.do(NoteOnEarlierAction(action.id, "answer_note", line["note"]))

    def _news(self, state: WorkshopState, line: Script) -> None:
        requests = {request.number: request.id for request in state.requests}
        known = {field.name for field in fields(News)}
        for said in line.get("news", ()):
            texts: Mapping[str, str] = {key: said[key] for key in said.keys() & known}
            news = News(
                request_id=requests[said["request"]],
                **{**texts, "state": RequestState(said["state"])},
                date=self._before(said).isoformat(),
            )
            self.do(AddRequestNews((news,)))

    def _after_the_first(self) -> None:
        line = self.script["first"]
        for field in ("expectation", "expectation_words"):
            self.do(EditContact(self._first.workshop.id, field, line[field]))
        self._open(self._first.workshop.id)
        for ticked in line["can_do"]:
            check = self._first.can_do[ticked["line"] - 1]
            for who in self._participants(ticked["by"]):
                self.do(TickCanDo(check.id, who, True))
        self._news(self._first, line)

    def _participants(self, keys: Sequence[str]) -> list[str]:
        """Return the ids of participants of the open workshop by their keys in the script."""
        here = {who.name: who.id for who in self.state.participants}
        return [here[self._names[key]] for key in keys]

    def _other_company(self, line: Script) -> None:
        day = self._before(line).isoformat()
        create = CreateWorkshop(
            line["title"],
            f"{day}T10:00:00",
            customer_name=line["customer"],
            language=self.language,
            date=day,
            facilitator=self._first.workshop.facilitator,
            is_sample=True,
            contact=ContactKind(line["kind"]),
        )
        self._open(self.do(create))
        who = self.do(AddParticipant(line["who"], line["job"]))
        said = self.do(AddProblem(line["words"], who, heard_at=f"{day}T10:05:00"))
        like = next(one for one in self._first.problems if one.number == line["like"])
        self.do(ConfirmLike(said, like.id))

    def _second(self) -> str:
        line = self.script["second"]
        day = self.today.isoformat()
        made = self.do(
            CreateWorkshop(
                line["title"],
                f"{day}T13:30:00",
                customer_id=self._first.customer.id,
                language=self.language,
                date=day,
                facilitator=self._first.workshop.facilitator,
            )
        )
        self._open(made)
        for field in ("start_time", "end_time", "place", "method_reason", "private_note"):
            self.do(EditWorkshop(made, field, line[field]))
        people = {who.name: who.person_id for who in self._first.participants}
        for key in line["people"]:
            self.do(AddKnownPerson(str(people[self._names[key]])))
        return made

    def _ask(self) -> None:
        asked = self.script["asked"]
        actions = self._first.actions
        chosen = tuple(actions[line["action"] - 1] for line in asked["actions"])
        self._answer(chosen, asked["actions"], self.today)
        for action, line in zip(chosen, asked["actions"], strict=True):
            if action.card_id and "delivered_days_before" in line:
                day = self.today - timedelta(days=line["delivered_days_before"])
                self.do(EditEarlierDelivery(action.card_id, "delivered_on", day.isoformat()))
                self.do(EditEarlierDelivery(action.card_id, "helped", line.get("helped", "")))
        by_number = {problem.number: problem.id for problem in self._first.problems}
        for number, words in asked["became"].items():
            self.do(NoteWhatBecame(by_number[int(number)], "became", words))
        for line in asked["can_do"]:
            check = self._first.can_do[line["line"] - 1]
            people = asked["people"]
            self.do(CountCanDoAgain(check.text, line["hands"], people, check.id))
            for who in self._participants(line["by"]):
                self.do(TickCanDoAgain(check.text, who, True, check.id))
