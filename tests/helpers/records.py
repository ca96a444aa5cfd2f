"""Workshops in a store, and the list of records on the start page."""

from datetime import date, timedelta

from tests.helpers import hostile
from tests.helpers.desk import Desk
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop
from workshop_app.services.session import Session

TODAY = date.today()
HOSTILE = hostile.line(60)
RECORDS = (
    ("アラートの見直し会", "みなと物流株式会社", 3, ("通知が多すぎる",)),
    ("はじめての監視設計", "あおば製作所", 20, ("内部の機器を監視できない",)),
    ("クラウド移行", "けやき会計事務所", 400, ()),
)


def record(
    session: Session, title: str, customer: str, days_ago: int = 1, problems: tuple[str, ...] = ()
) -> str:
    """Create a workshop and close it again; return its id."""
    day = TODAY - timedelta(days=days_ago)
    command = CreateWorkshop(
        title, f"{day}T13:30:00", customer_name=customer, date=day.isoformat()
    )  # fmt: skip
    made = str(session.execute(command))
    session.open(made)
    for words in problems:
        session.execute(AddProblem(words))
    session.close()
    return made


def begun_today(
    session: Session, customer: str, people: int, *, start_time: str = "", title: str = "秘密の会"
) -> str:
    """Create a workshop of today with a problem and this many people; return its id."""
    made = record(session, title, customer, days_ago=0, problems=("通知が多い",))
    session.open(made)
    for number in range(people):
        session.execute(AddParticipant(f"人 {number}"))
    session.execute(EditWorkshop(made, "start_time", start_time))
    session.close()
    return made


def open_today(
    desk: Desk, title: str = "監視の困りごと", customer: str = "株式会社れんこん"
) -> str:
    """Create a workshop for today and go to the start page; return its id."""
    made = record(desk.session, title, customer, days_ago=0)
    desk.go("start")
    return made


def titles(desk: Desk) -> list[str]:
    """Return the titles in the list of records, in order."""
    return [row.text for row in desk.page.view.records.list.rows()]
