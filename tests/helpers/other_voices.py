"""Workshops of other customers in which somebody says the same as a problem of the open one."""

from workshop_app.domain.problem import Problem
from workshop_app.services.commands.likes import ConfirmLike
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.session import Session

JOBS = ("夜間当番", "ネットワーク担当", "夜間当番", "基盤")


def say_elsewhere(
    session: Session,
    problem: Problem,
    names: tuple[str, ...],
    *,
    confirmed: int,
    words: str = "",
    jobs: tuple[str, ...] = JOBS,
) -> list[str]:
    """Let a customer of each name say the same in `words` too; return the problems.

    The first ones are `confirmed` as the same, the others are undecided. The open workshop is
    reopened.
    """
    open_id = session.workshop_id
    assert session.state is not None
    sample = session.state.workshop.is_sample
    said = []
    for number, name in enumerate(names, 1):
        day = f"2026-{number + 1:02}-18"
        made = CreateWorkshop(
            f"{name}の会", f"{day}T10:00:00", customer_name=name, date=day, is_sample=sample
        )
        session.open(str(session.execute(made)))
        job = jobs[number % len(jobs)]
        who = str(session.execute(AddParticipant(f"{name}の人", job, "")))
        other = str(session.execute(AddProblem(f"{problem.title}{words}", who)))
        session.execute(MakeRequest(other, f"{name}の背景"))
        said.append(other)
    session.open(open_id)
    for other in said[:confirmed]:
        session.execute(ConfirmLike(problem.id, other))
    return said
