"""Actions: who does what by when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something somebody does after the session; `due` is an ISO date or empty."""

    id: str
    workshop_id: str
    position: int
    text: str
    owner_id: str | None = None
    """A participant; None with an empty `owner_name` means nobody yet."""
    owner_name: str = ""
    """An owner who is no participant, such as the CRE."""
    due: str = ""
    problem_id: str | None = None
    card_id: str | None = None
    done: bool = False
