"""A canary in every private field of a workshop, and in the name of every other customer."""

from pathlib import Path

from tests.helpers.other_voices import say_elsewhere
from tests.helpers.played import filled_session
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.request_news import TEAM_TEXTS, RequestState
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop_fields import records_of
from workshop_app.services.commands.appraising import NoteOnAppraisal
from workshop_app.services.commands.can_do import TickCanDo
from workshop_app.services.commands.contacts import ChooseNextWay, EditContact
from workshop_app.services.commands.participants import EditParticipant
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.workshops import CreateWorkshop, EditCustomer, EditWorkshop
from workshop_app.services.sample import play
from workshop_app.services.session import Session

CANARY = "カナリア"


def canary_session(folder: Path, language: str) -> Session:
    """The sample with canaries, also in the store's path, and another customer's workshop."""
    return filled_session(folder / f"{CANARY}-path.db", language, _sample_with_canaries)


def _sample_with_canaries(session: Session, language: str) -> None:
    session.open(play(session, language))
    other = CreateWorkshop(
        f"{CANARY}-title", "2026-01-01T00:00:00", customer_name=f"{CANARY}-name", date="2026-01-01"
    )
    session.execute(other)
    _fill(session)
    _say_elsewhere(session)


def _say_elsewhere(session: Session) -> None:
    """Let three other customers say the same as each request; two of them are confirmed."""
    assert session.state is not None
    for request in session.state.requests:
        problem = session.state.problem(request.problem_id)
        assert problem is not None
        names = tuple(f"{CANARY}-customer-{number}" for number in range(3))
        words = f" {CANARY}-quote"
        say_elsewhere(session, problem, names, confirmed=2, words=words, jobs=(f"{CANARY}-job",))


def empty_private_fields(state: WorkshopState) -> list[str]:
    """Return the private fields without a canary, as record and field."""
    return [
        f"{type(record).__name__}.{name}"
        for record in records_of(state)
        for name in fields_with(type(record), Privacy.PRIVATE)
        if not getattr(record, name)
    ]


def _fill(session: Session) -> None:
    session.execute(AddProblem(f"{CANARY}-held", held=True))
    state = session.state
    assert state is not None
    session.execute(EditWorkshop(state.workshop.id, "private_note", f"{CANARY}-workshop"))
    _fill_contact(session, state.workshop.id)
    session.execute(EditCustomer(state.customer.id, "private_note", f"{CANARY}-customer"))
    for person in state.participants:
        session.execute(EditParticipant(person.id, "private_note", f"{CANARY}-{person.code}"))
        session.execute(EditParticipant(person.id, "ambassador", True))
        session.execute(TickCanDo(state.can_do[0].id, person.id, can=True))
    for problem in state.problems:
        session.execute(EditProblem(problem.id, "private_note", f"{CANARY}-{problem.number}"))
        session.execute(NoteOnAppraisal(problem.id, f"{CANARY}-appraisal-{problem.number}"))
    for request in state.requests:
        said = {name: f"{CANARY}-{name}-{request.number}" for name in TEAM_TEXTS}
        news = News(request_id=request.id, state=RequestState.DECLINED, date="2026-12-18", **said)
        session.execute(AddRequestNews((news,)))
    assert session.state is not None
    assert empty_private_fields(session.state) == [], "this helper has to fill them"


def _fill_contact(session: Session, contact: str) -> None:
    """Fill the private fields of the open contact."""
    for name in ("heard", "consent", "expectation_words"):
        session.execute(EditContact(contact, name, f"{CANARY}-{name}"))
    session.execute(EditContact(contact, "silent", True))
    session.execute(EditContact(contact, "score", 7))
    session.execute(EditContact(contact, "expectation", Expectation.WORSE))
    session.execute(ChooseNextWay(contact, ContactKind.MEETUP, f"{CANARY}-next"))
