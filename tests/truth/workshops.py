"""The workshops whose files are checked, and the files that the program writes about them."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from exports.job import export
from exports.registry import DOCUMENTS
from tests.helpers.papers import sample_state, solutions
from tests.helpers.played import filled_session
from tests.helpers.random_commands import Chooser, act_at_random
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.two_visits import second_visit
from tests.truth.facts import Facts
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.errors import UserError
from workshop_app.domain.facts.caveats import with_caveats
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import NEWS_STATES
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop_json import to_json
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers
from workshop_app.services.command import Command
from workshop_app.services.commands import actions, appraising, choosing, contacts, solving
from workshop_app.services.commands.can_do import AddCanDoLines, CountCanDo, CountCanDoAgain
from workshop_app.services.commands.community import AddPointer, EditPointer
from workshop_app.services.commands.context import AnswerQuestion, MakeProblemOfAnswer
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
    EditParticipant,
    EditSelfReliance,
)
from workshop_app.services.commands.problems import AddProblem, ParkProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.visits import (
    EditEarlierDelivery,
    NoteWhatBecame,
    TakeOverProblem,
)
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop, PlanNextTime
from workshop_app.services.session import Session

_DAYS = ("2026-12-04", "2026-12-17", "2027-01-05", "2027-02-28", "")
_NAMES = ("青木 健", "青木 真", "Alex Baker", "Alex Morgan", "江藤 由香", "P")
_SAID = ("外形監視ができない", "通知が 20 通届く", "The disk is 95% full", "画面が重い")
_HEARD = ("昨日の夜に鳴った", "Nobody looks at it by day", "二人で 5 台を見る")
_STEPS = 60


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its document, its part (a reader's or request's code), its bytes."""

    document: str
    part: str
    data: bytes


def facts_of(state: WorkshopState, language: str) -> Facts:
    """Return the facts of a workshop, worked out from the text of its file."""
    before = facts_of(state.before, language) if state.before is not None else None
    return Facts(json.loads(to_json(state, private=True)), Texts(language), before)


def written(state: WorkshopState, names: Sequence[str], language: str) -> list[WrittenFile]:
    """Return the files that an export of the documents `names` writes."""
    parts = ("", *(who.code for who in state.participants))
    parts += tuple(f"R-{request.number}" for request in state.requests)
    known = {
        DOCUMENTS[name].file_name(state, language, part): (name, part)
        for part in parts
        for name in names
    }
    with tempfile.TemporaryDirectory() as folder:
        answers = catalogues()
        state = with_caveats(state, answers.gaps, answers.chosen)
        files = export(state, solutions(), Path(folder), names, language).files
        return [WrittenFile(*known[file.name], file.read_bytes()) for file in files]


@cache
def catalogues() -> Answers:
    """The built-in catalogues."""
    return Answers()


@cache
def second_visit_state(language: str) -> WorkshopState:
    """The workshop after the sample, with what the sample left open."""
    with tempfile.TemporaryDirectory() as folder:
        session = filled_session(Path(folder) / "workshops.db", language, second_visit)
        state = session.state
        session.store.close()
    assert state is not None
    return state


def sample(language: str) -> WorkshopState:
    """The completed sample workshop."""
    return sample_state(language)


def one_speaker(language: str) -> WorkshopState:
    """The sample, in which one person said everything, and most of it was not taken up."""
    state = sample(language)
    who = state.participants[0].id
    said = tuple(replace(each, speaker_id=who) for each in state.problems)
    kept = {problem.id for problem in said[:5]}
    cards = tuple(card for card in state.cards if card.problem_id in kept)
    searches = tuple(each for each in state.searches if each.problem_id in kept)
    judged = tuple(each for each in state.appraisals if each.problem_id in kept)
    asked = tuple(each for each in state.requests if each.problem_id in kept)
    plain = tuple(
        each
        if each.id in kept
        else replace(each, discussion="", chosen=False, not_ours_reason="", found=None)
        for each in said
    )
    return replace(
        state,
        problems=plain,
        cards=cards,
        searches=searches,
        appraisals=judged,
        requests=asked,
    )


def refused_requests(language: str) -> WorkshopState:
    """The sample with four requests: one that is passed on, and three that are refused."""
    state = sample(language)
    first = state.requests[0]
    more = [
        each for each in state.listed if not state.cards_of(each.id) or each.number in (8, 9, 10)
    ]
    added = tuple(
        replace(first, id=f"refused-{number}", problem_id=each.id, number=number, title=each.title)
        for number, each in enumerate(more[:3], 3)
    )
    ids = {each.problem_id for each in added}
    cards = tuple(card for card in state.cards if card.problem_id not in ids)
    update = next(card for card in state.cards if card.kind is CardKind.UPDATE)
    cards += tuple(
        replace(update, id=f"card-{each.id}", problem_id=each.problem_id) for each in added
    )
    appraisal = state.appraisals[0]
    judged = tuple(each for each in state.appraisals if each.problem_id not in ids)
    judged += tuple(
        replace(
            appraisal,
            id=f"judged-{each.id}",
            problem_id=each.problem_id,
            override=Verdict.LATER,
            override_reason="",
        )
        for each in added
    )
    plain = tuple(
        replace(each, not_ours_reason="") if each.id in ids else each for each in state.problems
    )
    return replace(
        state,
        problems=plain,
        cards=cards,
        appraisals=judged,
        requests=(*state.requests, *added),
    )


def named_customer(language: str) -> WorkshopState:
    """The sample of a customer whose name is in what people wrote, short and in full."""
    state = sample(language)
    customer = replace(
        state.customer,
        name="髙﨑吉田ホールディングス株式会社",
        architecture="髙﨑吉田HDの基幹は、髙﨑吉田ホールディングス株式会社の倉庫にあります。",
    )
    return replace(state, customer=customer)


def random_workshop(seed: int, *, hostile: bool = True) -> WorkshopState:
    """A workshop of random commands: outcomes, verdicts, hand-overs, contacts, days, people.

    If `hostile`, some of its texts are such that a typeface or a program may trip over them.
    """
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        session = new_session(Path(folder) / "workshops.db")
        create_workshop(session)
        _fill(session, random, hostile=hostile)
        state = session.state
        session.store.close()
    assert state is not None
    return state


def _fill(session: Session, random: Random, *, hostile: bool) -> None:
    for _ in range(random.randint(1, 6)):
        session.execute(AddProblem(random.choice(_SAID)))
    for _ in range(random.randint(0, 4)):
        session.execute(AddParticipant(random.choice(_NAMES)))
    for _ in range(random.randint(5, _STEPS)):
        _act(session, random, hostile=hostile)


def random_visits(seed: int) -> WorkshopState:
    """A random workshop after another one of the same customer, of which it asks what became."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        session = new_session(Path(folder) / "workshops.db")
        create_workshop(session)
        _fill(session, random, hostile=False)
        first = session.state
        assert first is not None
        _next_visit(session, random, first)
        _fill(session, random, hostile=False)
        state = session.state
        session.store.close()
    assert state is not None
    return state


def _next_visit(session: Session, random: Random, first: WorkshopState) -> None:
    made = CreateWorkshop(
        "二回目", "2027-01-07T13:30:00", customer_id=first.customer.id, date="2027-01-07"
    )
    session.open(str(session.execute(made)))
    for who in first.participants:
        if who.person_id and random.random() < 0.7:
            session.execute(AddKnownPerson(who.person_id))
    for action in first.actions:
        answer = random.choice([*ActionAnswer, None])
        session.execute(actions.AnswerAction(action.id, answer, "2027-01-07T13:40"))
    for problem in first.problems:
        if random.random() < 0.3:
            session.execute(NoteWhatBecame(problem.id, "became", "週に 1 回になった"))
        elif random.random() < 0.3:
            session.execute(TakeOverProblem(problem.id))
    for card in first.cards:
        field, value = random.choice([("delivered_on", "2026-12-20"), ("helped", "partly")])
        session.execute(EditEarlierDelivery(card.id, field, value))
    for check in first.can_do:
        if random.random() < 0.7:
            hands = random.randint(0, 3)
            session.execute(CountCanDoAgain(check.text, hands, 5, check.id))


def _act(session: Session, random: Random, *, hostile: bool) -> None:
    """Act as other tests do, or with what decides about a promise, a day or a reader."""
    assert session.state is not None
    if hostile and random.random() < 0.3:
        act_at_random(session, random)
        return
    chooser = Chooser(random, session.state)
    try:
        session.execute(random.choice(_DECIDING)(chooser))
    except UserError:
        return  # as for a user: it is refused, and nothing changes


def _judge(c: Chooser) -> Command:
    criterion = c.random.choice(list(Criterion))
    answer = c.random.choice(ANSWERS[criterion])
    return appraising.AnswerCriterion(c.one(c.state.problems), criterion, answer, "")


def _overrule(c: Chooser) -> Command:
    verdict = c.random.choice(list(Verdict))
    return appraising.Overrule(c.one(c.state.problems), verdict, "急ぎではない", "進行")


def _play(c: Chooser) -> Command:
    kind = c.random.choice([kind for kind in CardKind if kind is not CardKind.UPDATE])
    entry = c.random.choice(["check-tcp", "downtime"]) if kind is CardKind.SOLUTION else ""
    text = "通知を分ける\nTell the night shift" if kind is CardKind.ANSWER else ""
    return solving.PlayCard(
        c.one(c.state.problems),
        kind,
        "記事 1 本",
        text,
        entry,
        "1",
        "tcp",
        limit_number=c.random.randint(0, 3),
    )


def _request(c: Chooser) -> Command:
    return solving.MakeRequest(c.one(c.state.problems), "待ち時間を決めたい", "check-tcp")


def _refuse(c: Chooser) -> Command:
    return solving.DecideNotOurs(c.one(c.state.problems), "勤怠の仕組みで")


def _park(c: Chooser) -> Command:
    return ParkProblem((c.one(c.state.problems),), parked=c.random.random() < 0.5)


def _vote(c: Chooser) -> Command:
    return choosing.CountHands(c.one(c.state.problems), c.random.randint(0, 9))


def _choose(c: Chooser) -> Command:
    return choosing.Choose(c.some(c.state.problems), c.random.random() < 0.7)


def _news(c: Chooser) -> Command:
    news = News(
        request_id=c.one(c.state.requests),
        state=c.random.choice(NEWS_STATES),
        date=c.random.choice(_DAYS[:-1]),
        may_be_told=c.random.choice(["", "春に出ます。"]),
    )
    return AddRequestNews((news,))


def _action(c: Chooser) -> Command:
    return actions.AddAction(
        c.random.choice(["記事を書く", "Set a date", "21 番を見る"]),
        owner_id=c.maybe(c.state.participants),
        due=c.random.choice(_DAYS),
        passes_on=c.random.random() < 0.3,
        problem_id=c.maybe(c.state.problems),
    )


def _person(c: Chooser) -> Command:
    who = c.one(c.state.participants)
    return c.random.choice(
        [
            EditParticipant(who, "email", "who@customer.example"),
            EditParticipant(who, "team", "運用"),
            EditSelfReliance(who, "can_do_alone", "ping を足せる"),
            EditParticipant(who, "thanks", "記事を書いてくださいました"),
        ]
    )


def _answer(c: Chooser) -> Command:
    if c.state.answers and c.random.random() < 0.4:
        return MakeProblemOfAnswer(c.one(c.state.answers))
    question = c.random.choice(["last_alert", "who_noticed", "夜は誰が見ますか"])
    mark = c.random.choice(list(AnswerMark))
    return AnswerQuestion(question, c.random.choice(_HEARD), c.maybe(c.state.participants), mark)


def _pointer(c: Chooser) -> Command:
    if c.state.pointers and c.random.random() < 0.4:
        return EditPointer(c.one(c.state.pointers), "chosen", c.random.random() < 0.5)
    title = c.random.choice(["読書会", "Mackerel Meetup 20"])
    address = c.random.choice(["", "https://example.com/20"])
    return AddPointer(title, address, c.random.choice(_DAYS), c.random.choice(["ja", "en"]))


def _check(c: Chooser) -> Command:
    if c.state.can_do and c.random.random() < 0.5:
        return CountCanDo(c.one(c.state.can_do), c.random.choice([None, 0, 2]), 5)
    return AddCanDoLines((c.random.choice(["ポートを監視できる", "通知先を分けられる"]),))


def _contact(c: Chooser) -> Command:
    workshop = c.state.workshop.id
    return c.random.choice(
        [
            contacts.SetKind(c.random.choice(list(ContactKind))),
            PlanNextTime(workshop, "next_date", c.random.choice(_DAYS)),
            PlanNextTime(workshop, "next_time", c.random.choice(("", "14:00"))),
            PlanNextTime(workshop, "next_place", c.random.choice(("", "本社 12 階"))),
            PlanNextTime(workshop, "next_note", "結果を持ち寄る"),
            EditWorkshop(workshop, "facilitator", "高橋 真理"),
        ]
    )


_DECIDING = (
    _judge, _judge, _judge, _overrule, _play, _play, _request, _request, _refuse, _park, _vote,
    _choose, _news, _news, _action, _action, _person, _contact, _check, _pointer,
    _answer,
)  # fmt: skip
