"""A program that acts on a store and prints a digest of its state after each action."""

import hashlib
import sys
from pathlib import Path
from random import Random

from tests.helpers.random_commands import act_at_random
from tests.helpers.sessions import Clock, create_workshop
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.session import Session
from workshop_app.store.store import Store


def state_of(store: Store) -> str:
    """Return a digest of the store's content."""
    everything = {key: snapshot.load(store, key) for key in sorted(store.contents())}
    return hashlib.sha256(repr(everything).encode()).hexdigest()


def work(path: Path, seed: int, actions: int) -> None:
    """Open the store, or create one, and act; a line is printed after each action."""
    clock = Clock()
    session = Session(Store(path, thorough=False), clock=clock)
    _tell(session)
    if not session.store.contents():
        create_workshop(session)
    else:
        session.open(next(iter(session.store.contents())))
    _tell(session)
    random = Random(seed)
    for number in range(actions):
        clock.pass_time(60)
        if number % 3:
            act_at_random(session, random)
        else:
            session.execute(AddProblem(f"新しい {number}"))
        _tell(session)
    session.store.close()


def _tell(session: Session) -> None:
    sys.stdout.write(state_of(session.store) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
