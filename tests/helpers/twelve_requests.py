"""The second case of the talk: a dozen requests that came at once, from four people."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

_FILES = Path(__file__).resolve().parent.parent / "files"


@dataclass(frozen=True)
class ListedRequest:
    """One line of the list, and its outcome in the workshop.

    ``outcome`` is ``solution``, ``request``, ``not_ours`` or ``open``; ``theme`` and ``number``
    count from 1.
    """

    number: int
    who: str
    words: str
    theme: int
    hands: int
    outcome: str = "solution"


@dataclass(frozen=True)
class Case:
    """What is typed in one language besides the list itself, which is pasted as two columns."""

    headings: tuple[str, ...]
    customer: str
    people: tuple[str, ...]
    answers: tuple[str, ...]
    themes: tuple[str, ...]
    reason: str
    impact: str
    why: str
    good_enough: str
    action: str
    due: str
    next_date: str
    requests: tuple[ListedRequest, ...]

    @property
    def cells(self) -> str:
        """The list as copied from a spreadsheet: speaker and text."""
        rows = [self.headings, *((one.who, one.words) for one in self.requests)]
        return "".join("\t".join(row) + "\n" for row in rows)

    @property
    def letters(self) -> str:
        """All letters that are typed."""
        typed = (self.customer, self.reason, self.impact, self.why, self.good_enough)
        typed += (self.action, self.due, self.next_date, "、")
        return "".join((*typed, *self.people, *self.answers, *self.themes))

    def with_outcome(self, outcome: str) -> ListedRequest:
        """Return the first request with this outcome."""
        return next(one for one in self.requests if one.outcome == outcome)


def case(language: str) -> Case:
    """Return the case in one language."""
    text = (_FILES / f"twelve-requests-{language}.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    requests = tuple(
        ListedRequest(number, **one) for number, one in enumerate(told.pop("requests"), start=1)
    )
    lists = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
    return Case(**(told | lists), requests=requests)
