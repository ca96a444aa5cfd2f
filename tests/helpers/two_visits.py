"""A customer who was visited once: the sample as the first visit, and the next workshop open."""

from datetime import date

from workshop_app.services.commands.participants import AddKnownPerson
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.sample import play
from workshop_app.services.session import Session

FIRST = date(2026, 11, 26)
SECOND = date(2027, 1, 7)


def second_visit(session: Session, language: str, *, people: int = 3) -> str:
    """Play the first visit, create the next workshop with some of its people, and open that."""
    play(session, language, today=FIRST)
    first = session.state
    assert first is not None
    title = {"ja": "監視の困りごとワークショップ（第2回）", "en": "Second monitoring workshop"}
    made = session.execute(
        CreateWorkshop(
            title[language],
            f"{SECOND.isoformat()}T13:30:00",
            customer_id=first.customer.id,
            language=language,
            date=SECOND.isoformat(),
            facilitator=first.workshop.facilitator,
        )
    )
    session.open(str(made))
    for who in first.participants[:people]:
        session.execute(AddKnownPerson(str(who.person_id)))
    return str(made)
