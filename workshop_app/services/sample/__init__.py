"""The sample workshop of an invented customer, created by the same commands as in the window."""

import tomllib
from datetime import date
from importlib import resources

from workshop_app.domain.steps import Step
from workshop_app.services.sample.player import Player
from workshop_app.services.sample.scenes import carry_out
from workshop_app.services.session import Session

DAY = date(2026, 12, 3)
"""The default date of the sample workshop."""


def play(session: Session, language: str, until: Step | None = None, *, today: date = DAY) -> str:
    """Create the sample workshop in `language`, leave it open and return its id.

    `until` is the last step that is carried out; None means all eight. No documents are exported,
    so that the last step is not done. The same day gives the same texts, dates and order; only the
    ids differ.
    """
    file = resources.files("workshop_app").joinpath("services", "sample", f"{language}.toml")
    script = tomllib.loads(file.read_text(encoding="utf-8"))
    player = Player(session, language, script, today)
    for step in Step:
        carry_out(player, step)
        if step is until:
            break
    return session.workshop_id
