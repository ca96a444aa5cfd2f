"""What the room may see: frozen pictures of the wall, with no field for anything private.

The types are the promise. A picture is made of words that were said aloud, of numbers, and of
keys for words of the program; it cannot hold a private note, a mark on a person, a path, or
another customer's name. A person's name has two places: who does an action (`Deed`), and, where
the workshop chose so, who said a problem of the list (`Voice`).
"""

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time left in the step; negative when it is over. `state` is calm, warn or late."""

    seconds_left: int
    state: str = "calm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody in the room, by the name that is on their chip."""

    name: str
    honorific: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A problem as the room calls it: by number, in the words that count in this step.

    `voices` said it; only in the list, and only where the room is to see names.
    """

    id: str
    number: int
    words: str
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Nothing yet: no workshop is open, or another one was just opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A step on the agenda with its minutes."""

    step: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """Before it begins: for whom, on which day (ISO, or empty), and the agenda."""

    title: str
    customer: str
    honorific: str
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    agenda: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The rules for talking, one's own in words; none means the usual ones.

    `named`: the list will show who said what.
    """

    rules: tuple[str, ...] = ()
    anonymous: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The context question in front: an id of the bank, or one's own question in `words`."""

    number: int
    question: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """The list as it grows. While `hidden`, only the count is there: `notes` is empty."""

    count: int
    notes: tuple[Note, ...] = ()
    current: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Everybody writes in silence; `minutes` is 0 before it begins, `people` 0 if not known."""

    minutes: int
    seconds_left: int
    done: int
    people: int = 0
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A problem in its first words and, once there are any, in its concrete ones."""

    id: str
    number: int
    first: str
    concrete: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """One theme with its problems; `number` is 0 for those without a theme."""

    number: int
    themes: int
    name: str
    threads: tuple[Thread, ...] = ()
    current: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The show of hands before it is closed: problems only, no count and no order."""

    notes: tuple[Note, ...] = ()
    current: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A problem after the show of hands. `rank` is such as ``2=``; `share` of the longest bar."""

    id: str
    number: int
    words: str
    rank: str
    votes: int | None
    share: float
    chosen: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The order, once choosing is closed; `near`: places are shared for near ties.

    `dots` is how many each person had to give; 0 for a show of hands. `round` counts from 1.
    """

    present: int
    dots: int = 0
    round: int = 1
    places: tuple[Place, ...] = ()
    current: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An answer that may fit a problem, `fit` 1 to 4; one that was `chosen` already has a tick."""

    title: str
    fit: int = 0
    chosen: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a problem ends with, or an answer looked at: first steps and where to read on.

    `word` is a key of the program's words for the badge; empty takes the outcome's own word.
    """

    outcome: OutcomeKind
    title: str
    steps: tuple[str, ...] = ()
    numbered: bool = True
    address: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solving:
    """One problem, with the answers that may fit or with the one in front."""

    note: Note
    offers: tuple[Offer, ...] = ()
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the room answered to a criterion; both are keys, `answer` is empty until there is one.

    `decides`: the verdict rests on it.
    """

    criterion: str
    answer: str = ""
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraising:
    """One problem, its six criteria, and the verdict with the rule that decided."""

    note: Note
    said: tuple[Said, ...]
    verdict: str
    outcome: OutcomeKind
    rule: int
    to_go: int
    overruled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the problems ended: how many with each outcome."""

    count: int
    outcomes: tuple[tuple[OutcomeKind, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who does what by when. The owner is named because the room agreed on it aloud."""

    id: str
    words: str
    owner: str = ""
    honorific: str = ""
    due: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """The actions agreed on."""

    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Farewell:
    """When we meet next (ISO date, or empty)."""

    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break that ends at a time of day, ``15:20``."""

    until: str


Picture = (
    Waiting | Welcome | Promises | Question | Problems | Writing | Grouped | Counting | Ranking
    | Solving | Appraising | Ended | Deeds | Farewell | Break
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """One picture for the wall; `step` is a value of `steps.Step`, or empty outside the steps."""

    picture: Picture
    step: str = ""

    @property
    def subject(self) -> tuple[object, ...]:
        """What it is about: another subject begins at its first page."""
        picture = self.picture
        if isinstance(picture, (Solving, Appraising)):
            return (self.step, picture.note.id)
        if isinstance(picture, (Grouped, Question)):
            return (self.step, picture.number)
        return (self.step, type(picture))


NOTHING = RoomView(picture=Waiting())
