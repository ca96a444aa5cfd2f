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

    It takes place on `today`, by default the day agreed at the first visit, the sample workshop.
    """
    first = today - _between(language) if today else DAY
    play(session, language, today=first)
    return play_on(session, language, first=first, asked=asked)


def play_on(session: Session, language: str, *, first: date = DAY, asked: bool = False) -> str:
    """Add other contacts and the second visit to the sample workshop, which is open.

    The workshop took place on the `first` day; its requests get answers. The second visit is
    prepared, left open, and its id returned; with `asked`, the review of the first one is answered.
    """
    from workshop_app.services.sample.second_visit import SecondVisit  # rarely needed

    script = _script(f"second_visit_{language}")
    day = first + _between(language)
    return SecondVisit(session, language, script, _script(language), day).play(asked=asked)


def _between(language: str) -> timedelta:
    return timedelta(days=_script(f"second_visit_{language}")["first"]["days_before"])


def papers_contact(language: str) -> str:
    """Return the address of the facilitator that the sample's papers print."""
    return str(_script(language)["papers"]["contact"])


def _script(name: str) -> dict[str, Any]:
    file = package_folder("workshop_app.services.sample") / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
