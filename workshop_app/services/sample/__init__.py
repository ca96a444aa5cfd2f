"""The sample workshop: an invented customer, carried through the steps by the window's commands."""

import tomllib
from datetime import date
from importlib import resources

from workshop_app.domain.steps import Step
from workshop_app.services.sample.player import Player
from workshop_app.services.sample.scenes import carry_out
from workshop_app.services.session import Session

DAY = date(2026, 12, 3)
"""The day of the sample workshop unless another one is asked for."""


def play(session: Session, language: str, until: Step | None = None, *, today: date = DAY) -> str:
    """Create the sample workshop in `language`, leave it open and return its id.

    `until` is the last step that is carried out; None carries out all eight. Papers are not
    written: that is the one thing the last step still lacks. The same day gives the same words,
    dates and order; only the ids differ.
    """
    file = resources.files("workshop_app").joinpath("services", "sample", f"{language}.toml")
    script = tomllib.loads(file.read_text(encoding="utf-8"))
    player = Player(session, language, script, today)
    for step in Step:
        carry_out(player, step)
        if step is until:
            break
    return session.workshop_id
