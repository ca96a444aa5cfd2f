"""The samples: an invented customer, created by the same commands as in the window."""

import tomllib
from datetime import date, timedelta
from typing import Any

from workshop_app.domain.steps import Step
from workshop_app.package_files import package_folder
from workshop_app.services.sample.player import Player
from workshop_app.services.sample.scenes import carry_out
from workshop_app.services.session import Session

DAY = date(2026, 12, 3)
"""The default date of the sample workshop."""


def play(session: Session, language: str, until: Step | None = None, *, today: date = DAY) -> str:
    """Create the sample workshop in `language`, leave it open and return its id.

    `until` is the last step that is carried out; None means all eight. No documents are exported,
    so the last step is not done. The same day gives the same texts, dates and order; only the ids
    differ.
    """
    player = Player(session, language, _script(language), today)
    for step in Step:
        carry_out(player, step)
        if step is until:
            break
    return session.workshop_id


def play_second_visit(
    session: Session, language: str, *, today: date | None = None, asked: bool = False
) -> str:
    """Create the sample of several visits, leave the second visit open and return its id.

    The sample workshop is the first visit, preceded by other contacts; its requests have answers.
    The second visit is prepared and takes place on `today`, by default the day agreed at the first
    one; with `asked`, the review of the previous visit is answered, too.
    """
    from workshop_app.services.sample.second_visit import SecondVisit  # rarely needed

    first = _script(language)
    script = _script(f"second_visit_{language}")
    between = timedelta(days=script["first"]["days_before"])
    day = today or DAY + between
    play(session, language, today=day - between)
    return SecondVisit(session, language, script, first, day).play(asked=asked)


def papers_contact(language: str) -> str:
    """Return the address of the facilitator that the sample's papers print."""
    return str(_script(language)["papers"]["contact"])


def _script(name: str) -> dict[str, Any]:
    file = package_folder("workshop_app.services.sample") / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
