"""A program that works until it is killed, telling after each action that it was acknowledged."""

from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.helpers.random_commands import random_command
from tests.helpers.sessions import Clock, new_session
from workshop_app.domain.errors import UserError
from workshop_app.services.session import MERGE_SECONDS


def work(path: Path, workshop_id: str, seed: int, acknowledge: Connection) -> None:
    """Do random actions one after the other, as fast as they go, and send the state after each."""
    random = Random(seed)
    clock = Clock()
    session = new_session(path, clock, lasting=True)
    session.open(workshop_id)
    rows = logged(session)
    while True:
        clock.pass_time(MERGE_SECONDS + 1)
        act(session, random)
        if logged(session) > rows:
            rows = logged(session)
            acknowledge.send((rows, session.state))


def act(session, random: Random) -> None:
    """One action of a user: mostly a command, at times undo or redo."""
    chance = random.random()
    try:
        if chance < 0.08:
            session.undo()
        elif chance < 0.12:
            session.redo()
        else:
            session.execute(random_command(random, session.state))
    except UserError:
        return


def logged(session) -> int:
    """The number of rows in the action log of the open workshop."""
    return sum(1 for _ in session.store.log(session.workshop_id))
