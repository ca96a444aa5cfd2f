"""The second case of the talk at the next visit: the first one as records, the second simulated."""

from pathlib import Path

from tests.helpers.counted_input import CountedInput
from tests.helpers.sessions import new_session
from tests.helpers.twelve_requests import Case
from ui.components.papers.selection import choices
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Source
from workshop_app.domain.request_news import RequestState
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.can_do import AddCanDoLines, CountCanDo
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblems, EditProblem, ParkProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.solving import DecideNotOurs, MakeRequest, PlayCard
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.session import Session

FIRST_DAY = "2026-01-15"
LINES = {
    "ja": ("ヘルプから答えを探せる", "通知先を分けられる", "止める前に予定を入れられる"),
    "en": ("Find an answer in the help", "Part the notifications", "Enter planned work ahead"),
}
RELEASED_ON = "2026-03-02"
TOLD = {"ja": "待ち時間を選べるようになりました。", "en": "The wait can be chosen now."}
BY_NOW = {"ja": "2", "en": "2"}
HANDS = ("3", "0", "4")


def first_visit(path: Path, case: Case, language: str) -> None:
    """The twelve requests with their outcomes; three actions; three lines with a hand each.

    What became of the first one that went to the product team is known by now: it was released.
    """
    session = new_session(path, lasting=True)
    made = session.execute(
        CreateWorkshop(
            "1", f"{FIRST_DAY}T13:30:00", customer_name=case.customer, language=language,
            date=FIRST_DAY,
        )
    )  # fmt: skip
    session.open(str(made))
    people = {name: str(session.execute(AddParticipant(name))) for name in case.people}
    words = tuple(request.words for request in case.requests)
    session.execute(AddProblems(words, Source.ADVANCE))
    ids = _problems(session)
    for request, problem in zip(case.requests, ids, strict=True):
        session.execute(EditProblem(problem, "speaker_id", people[request.who]))
        if request.outcome == "solution":
            session.execute(PlayCard(problem, CardKind.ANSWER, case.action))
        elif request.outcome == "request":
            session.execute(MakeRequest(problem))
        elif request.outcome == "not_ours":
            session.execute(DecideNotOurs(problem, case.reason))
        else:
            session.execute(ParkProblem((problem,), parked=True))
    session.execute(Choose(ids[:3]))
    for number, name in enumerate(case.people[:3], 1):
        session.execute(AddAction(f"{case.action} {number}", owner_id=people[name]))
    session.execute(AddCanDoLines(LINES[language]))
    state = session.state
    assert state is not None
    for check in state.can_do:
        session.execute(CountCanDo(check.id, 1, len(people)))
    asked = case.with_outcome("request").number
    request = state.request_of(ids[asked - 1])
    assert request is not None
    for stands, day in (
        (RequestState.HANDED_OVER, "2026-01-20"),
        (RequestState.RELEASED, RELEASED_ON),
    ):
        told = TOLD[language] if stands is RequestState.RELEASED else ""
        news = News(request_id=request.id, state=stands, date=day, may_be_told=told)
        session.execute(AddRequestNews((news,)))
    session.close()
    session.store.close()


def _problems(session: Session) -> tuple[str, ...]:
    state = session.state
    assert state is not None
    return tuple(problem.id for problem in state.problems)


class NextVisit(CountedInput):
    """Reviews the previous visit in order; subclasses define the input device."""

    case: Case

    def whole_visit(self) -> None:
        """Play from the start page to the papers of the second visit."""
        for part in ("begin", "people", "answer", "released", "count", "take_over", "papers"):
            self.part = part
            getattr(self, part)()

    def sees_what_was_released(self) -> None:
        """Wait until what may be told of the released request is shown to the room."""
        told = TOLD[self.words.language]
        self.until(f"{told!r}", lambda look: look.sees(told))

    def wait_for_papers(self) -> None:
        """Wait for the page after an export, which takes long on a busy machine."""
        title = self.words("given.title")
        self.until(f"{title!r}", lambda look: look.sees(title), patience=120)


class VisitByKeys(NextVisit):
    """With the keyboard only."""

    def begin(self) -> None:
        self.press("ctrl+n")
        self.keyboard_in("prepare.customer")
        self.type(self.case.customer)
        self.sees("prepare.same_customer")
        self.press("Tab")
        self.keyboard_in("prepare.same_customer")
        self.press("Return")
        self.sees("menu.last_time")
        self.press("ctrl+r")
        self.until("last time", lambda look: look.page == "last_time")

    def people(self) -> None:
        self.press("alt+1", "alt+1", "alt+1", "alt+1")
        self.until("nobody missing", lambda look: not look.sees(self.words("last_time.people")))

    def answer(self) -> None:
        self.press("1", "Down", "2", "Down", "3")
        self.sees("last_time.said.not_needed")

    def released(self) -> None:
        self._to("requests")
        self.sees_what_was_released()

    def count(self) -> None:
        self._to("alone")
        self.keyboard_in("last_time.alone.now_field")
        for hands in HANDS:
            self.type(hands)
            self.press("Return")
        self.sees("last_time.alone.lead", n=3, counted=3)

    def take_over(self) -> None:
        self._to("problems")
        self.press("End", "Return")
        self.sees("last_time.problems.taken", number=1)

    def papers(self) -> None:
        self.press("ctrl+e")
        self.until("the papers", lambda look: look.page == "hand_outs")
        self.press(f"alt+{choices(private=False).index('became_of') + 1}")
        self.press("ctrl+Return")
        self.wait_for_papers()

    def _to(self, section: str) -> None:
        """Turn pages until a section is shown."""
        lead = {"alone": "last_time.alone.now_field", "problems": "last_time.problems.became"}
        words = self.words(lead[section]) if section in lead else TOLD[self.words.language]
        for _ in range(12):
            before = self.look()
            if before.sees(words):
                return
            self.press("Next")
            self.until("another page", lambda look, was=before: look.seen != was.seen)
        raise AssertionError(f"no {section}: {self.look().seen}")


class VisitByMouse(NextVisit):
    """With the mouse only; the keyboard only types text into fields."""

    def begin(self) -> None:
        self.click(self.words("start.new.title"))
        self.fill("prepare.customer", self.case.customer)
        self.click(self.words("prepare.same_customer"))
        self.click(self.words("menu.last_time"))
        self.until("last time", lambda look: look.page == "last_time")

    def people(self) -> None:
        for name in self.case.people:
            self.click(name.split()[0], inside=True)
            said = self.words("last_time.came", name=name)
            self.until(said, lambda look, said=said: look.sees(said))

    def answer(self) -> None:
        question = self.words("last_time.actions.answer")
        for number, answer in enumerate(("done", "not_yet", "not_needed"), 1):
            self._row(f"{self.case.action} {number}")
            self.click(self.words(f"last_time.answer.{answer}"), "option", of=question)
            self.sees(f"last_time.said.{answer}")

    def released(self) -> None:
        self.part_of_last_time("requests")
        self.sees_what_was_released()

    def count(self) -> None:
        self.part_of_last_time("alone")
        self.keyboard_in("last_time.alone.now_field")
        for line, hands in zip(LINES[self.words.language], HANDS, strict=True):
            self.click(line, "row", inside=True)
            field = self.words("last_time.alone.now_field")
            self.click(field, "field")
            self.type(hands)
        self.part_of_last_time("problems")

    def take_over(self) -> None:
        parked = next(one.words for one in self.case.requests if one.outcome == "open")
        self._row(parked)
        self.click(self.words("last_time.problems.take"))
        self.sees("last_time.problems.taken", number=1)

    def _row(self, words: str) -> None:
        """Click on a row, on a later page of the list if need be."""
        while not self.named(words, "row", inside=True):
            self.click("after", "scroll")
            self.places("row")
        self.click(words, "row", inside=True)

    def papers(self) -> None:
        self.click(self.words("frame.rail.papers"))
        self.until("the papers", lambda look: look.page == "hand_outs")
        paper = self.words("papers.name.became_of")
        while not self.named(paper, "tick"):
            self.click("after", "scroll")
            self.places("row")
        self.click(paper, "tick")
        self.click(self.words("wrap_up.papers.start"))
        self.wait_for_papers()
