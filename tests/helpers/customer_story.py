"""A customer's contacts over a year, before the open workshop."""

from datetime import date, timedelta

from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.i18n import tr
from workshop_app.services.commands.contacts import AddContact
from workshop_app.services.commands.context import AnswerQuestion, MakeProblemOfAnswer
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.session import Session

BULK = tuple(f"一覧の {n} 行目" for n in range(1, 14))


def contact(
    session: Session, today: date, days: int, kind: ContactKind, lines: tuple[str, ...] = (), **told
) -> str:
    """Add a contact with the open one's customer this many days before `today`; return its id."""
    here = session.workshop_id
    day = (today - timedelta(days=days)).isoformat()
    state = session.state
    assert state is not None
    title = tr(f"prepare.method.{kind}.name")
    command = AddContact(state.customer.id, kind, title, f"{day}T10:00:00", date=day, **told)
    made = str(session.execute(command))
    if lines:
        session.open(made)
        session.execute(AddProblems(lines))
        session.open(here)
    return made


def silence(session: Session, today: date) -> list[str]:
    """A survey and three mails without an answer."""
    survey = contact(
        session, today, 300, ContactKind.SURVEY, silent=True,
        expectation=Expectation.WORSE, expectation_words="返事がない",
    )  # fmt: skip
    mails = [
        contact(session, today, days, ContactKind.MAIL, silent=True) for days in (260, 210, 130)
    ]
    return [survey, *mails]


def interview(session: Session, today: date) -> str:
    """A visit in which the customer reports an abandoned feature."""
    here = session.workshop_id
    state = session.state
    assert state is not None
    people = tuple(who.name for who in state.participants[:2])
    made = contact(
        session, today, 100, ContactKind.INTERVIEW, people=people, heard="外形監視をやめた",
        consent="青木さん", expectation=Expectation.BETTER, expectation_words="話を聞いてくれた",
    )  # fmt: skip
    session.open(made)
    answer = str(
        session.execute(
            AnswerQuestion("given_up", "社内の管理画面の監視", mark=AnswerMark.GIVEN_UP)
        )
    )
    session.execute(MakeProblemOfAnswer(answer))
    session.open(here)
    return made


def whole_story(session: Session, today: date) -> None:
    """Support, silence, a visit, and a list that arrived in bulk."""
    contact(
        session,
        today,
        340,
        ContactKind.SUPPORT,
        ("エージェントが止まる",),
        expectation=Expectation.SAME,
    )
    silence(session, today)
    interview(session, today)
    contact(session, today, 15, ContactKind.MAIL, BULK)
