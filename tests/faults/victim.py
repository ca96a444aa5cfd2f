"""A program that works until it is killed, and reports each acknowledged action."""

from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.helpers.random_commands import act_at_random
from tests.helpers.sessions import Clock, new_session
from workshop_app.services.session import MERGE_SECONDS


def work(path: Path, workshop_id: str, seed: int, acknowledge: Connection) -> None:
    """Do random actions as fast as possible, and send the state after each."""
    random = Random(seed)
    clock = Clock()
    session = new_session(path, clock, lasting=True)
    session.open(workshop_id)
    rows = logged(session)
    while True:
        clock.pass_time(MERGE_SECONDS + 1)
        act_at_random(session, random)
        if logged(session) > rows:
            rows = logged(session)
            acknowledge.send((rows, session.state))


def logged(session) -> int:
    """Return the number of rows in the action log of the open workshop."""
    return sum(1 for _ in session.store.log(session.workshop_id))
