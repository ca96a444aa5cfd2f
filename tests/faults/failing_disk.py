"""A program whose disk fails at times; it prints what it shows after each action."""

import json
import sys
from pathlib import Path

from tests.helpers.sessions import Clock
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.session import Session
from workshop_app.store.store import Store


def work(path: Path, workshop_id: str) -> None:
    """Do some actions, and print a line of JSON after each: the messages and the shown state."""
    try:
        session = Session(Store(path, thorough=False), clock=Clock())
        session.open(workshop_id)
    except StoreError as error:
        _tell("not opened", error.key, ())
        return
    acts = [lambda n=n: session.execute(AddProblem(f"課題 {n}")) for n in range(4)]
    for act in (*acts, session.undo, session.redo, session.undo):
        try:
            act()
            told = "done"
        except StoreError as error:
            told = error.key
        _tell(told, session.store.disk_warning, session.state.problems if session.state else ())


def _tell(told: str, kept: str, problems: tuple[Problem, ...]) -> None:
    words = [each.first_wording for each in problems]
    sys.stdout.write(json.dumps([told, kept, words]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
