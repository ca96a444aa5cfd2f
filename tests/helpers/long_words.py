"""A workshop in which all texts are long, like real notes."""

from workshop_app.services.command import Command
from workshop_app.services.commands.actions import EditAction
from workshop_app.services.commands.participants import EditParticipant
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.sorting import RenameTheme
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop
from workshop_app.services.session import Session

_TALK = {
    "ja": "夜間に同じ内容の通知が何度も届き、本当に対応が必要なものがどれか分からない。",
    "en": "The same notification arrives again and again at night, so that everybody is woken up. ",
}
_NAMES = {
    "ja": ("寿限無寿限無五劫のすりきれ海砂利水魚", "株式会社とても長い名前のみなとまち通信販売"),
    "en": ("Bartholomew Featherstonehaugh-Cholmondeley", "Pebble Quay Books and Stationery Ltd"),
}  # fmt: skip


def lengthen(session: Session, language: str) -> None:
    """Replace the short texts of the completed sample by long ones."""
    for command in _commands(session, language):
        session.execute(command)


def _commands(session: Session, language: str) -> list[Command]:
    state = session.state
    assert state is not None
    person, customer = _NAMES[language]
    talk = _TALK[language]
    return [
        EditWorkshop(state.workshop.id, "title", talk),
        EditCustomer(state.customer.id, "name", customer),
        *(
            EditParticipant(each.id, "name", f"{person} {n}")
            for n, each in enumerate(state.participants)
        ),
        *(EditProblem(each.id, "wording", talk * 2) for each in state.problems),
        *(
            EditAction(
                each.id,
                talk * 2,
                owner_id=each.owner_id,
                owner_name=each.owner_name,
                due=each.due,
                problem_id=each.problem_id,
            )
            for each in state.actions
        ),
        *(RenameTheme(each.id, "name", f"{talk[:60]}{n}") for n, each in enumerate(state.themes)),
    ]
