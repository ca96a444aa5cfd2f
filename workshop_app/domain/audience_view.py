"""What the audience display may show: frozen records without any field for private data.

The types are the guarantee. A view consists of words that were said aloud, numbers, and keys of the
program's own texts; no field can hold a private note, a mark on a person, a path, or another
customer's name. Only two kinds of fields name a person: the owner of an action
(`AgreedAction.owner`, `AskedAction.owner`) and, if the workshop shows names, who said a problem of
the list (`Speaker`).
"""

from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.promises import Promise
from workshop_app.domain.record import Record
from workshop_app.domain.voice_counts import VoiceCounts


class StepClock(Record):
    """The time left in the step; negative when exceeded. `state` is calm, warn or late."""

    seconds_left: int
    state: str = "calm"


class Speaker(Record):
    """A participant who said a problem, by the short name on their chip."""

    name: str
    honorific: str = ""


class ShownProblem(Record):
    """A problem by its number, in the wording that the step uses.

    `speakers` said it; only set in the list, and only if the workshop shows names.
    """

    id: str
    number: int
    words: str
    speakers: tuple[Speaker, ...] = ()


class Waiting(Record):
    """The empty view: no workshop is open, or another one was just opened."""


class AgendaPart(Record):
    """A step of the agenda with its planned minutes."""

    step: str
    minutes: int


class Welcome(Record):
    """The view before the session: customer, date (ISO, or empty) and agenda."""

    title: str
    customer: str
    honorific: str
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    agenda: tuple[AgendaPart, ...] = ()


class GroundRules(Record):
    """The ground rules: the workshop's own as text; None means the built-in ones.

    `named`: the list will show who said what.
    """

    rules: tuple[str, ...] = ()
    anonymous: bool = False
    named: bool = False


class ShownQuestion(Record):
    """The current context question: an id of the question bank, or the text of an own question."""

    number: int
    question: str = ""
    words: str = ""


class ProblemList(Record):
    """The growing list. If `hidden`, only the count is set and `problems` is empty."""

    count: int
    problems: tuple[ShownProblem, ...] = ()
    current: str = ""
    hidden: bool = False


class SilentWritingView(Record):
    """The phase of silent writing; `minutes` is 0 before the start, `people` 0 if unknown."""

    minutes: int
    seconds_left: int
    done: int
    people: int = 0
    anonymous: bool = False


class ProblemWordings(Record):
    """A problem in its first wording and, if there is one, its concrete wording."""

    id: str
    number: int
    first: str
    concrete: str = ""


class ThemeGroup(Record):
    """A theme with its problems; an empty `name` means the problems without a theme."""

    name: str = ""
    problems: tuple[ShownProblem, ...] = ()


class ThemeBoard(Record):
    """All themes in order, problems without one first; `current` is the selected problem."""

    groups: tuple[ThemeGroup, ...] = ()
    current: str = ""


class OpenVote(Record):
    """A vote that is still open: the problems, without counts and ranking."""

    problems: tuple[ShownProblem, ...] = ()
    current: str = ""


class RankedProblem(Record):
    """A problem after the vote.

    `rank` is text such as ``2=``; `share` is the bar length, 0 to 1.
    """

    id: str
    number: int
    words: str
    rank: str
    votes: int | None
    share: float
    chosen: bool = False
    leads: bool = False


class Ranking(Record):
    """The order after a closed vote; `tied`: equal votes share a rank.

    `dots` is how many dots each person could give; 0 for a show of hands. `round` counts from 1.
    """

    present: int
    dots: int = 0
    round: int = 1
    problems: tuple[RankedProblem, ...] = ()
    current: str = ""
    tied: bool = False


class SuggestedAnswer(Record):
    """An answer that may fit a problem; a `chosen` one is shown with a tick.

    `fit` is 1 to 4, or 0 if the match is uncertain.
    `limited`: one of its limits is about the problem, so that it is not praised.
    """

    title: str
    fit: int = 0
    limited: bool = False
    chosen: bool = False
    current: bool = False


class ShownStatement(Record):
    """What the program states about a problem if it does not suggest a clear answer.

    `question` helps to decide between several answers. The other fields describe a known gap: the
    reference to the help, the title of the nearest answer, why it is not enough, and a workaround.
    """

    says: str
    question: str = ""
    source: str = ""
    nearest: str = ""
    falls_short: str = ""
    way_round: str = ""


class ShownAnswer(Record):
    """The outcome of a problem, or an opened answer: first steps and the help address.

    `word` is the text key of the badge; empty means that of the outcome. `example` is a line to
    type that the steps say to use. It is the answer with this `number` of `count` chosen ones.
    """

    outcome: OutcomeKind
    title: str
    steps: tuple[str, ...] = ()
    numbered: bool = True
    address: str = ""
    word: str = ""
    example: str = ""
    number: int = 0
    count: int = 0


class Solving(Record):
    """One problem with a statement and suggested answers, or with the opened answer."""

    problem: ShownProblem
    statement: ShownStatement | None = None
    suggestions: tuple[SuggestedAnswer, ...] = ()
    answer: ShownAnswer | None = None


class RoomSearch(Record):
    """One problem whose answer the room searches for: where to look, and `hint` once it is given.

    `catalogue` is the name of a catalogue other than Mackerel's, `address` the front page of
    Mackerel's help; both are empty for an answer that is in no catalogue.
    """

    problem: ShownProblem
    words: str = ""
    section: str = ""
    hint: tuple[str, ...] = ()
    catalogue: str = ""
    address: str = ""


class CriterionAnswer(Record):
    """The answer to a criterion. Both are text keys; `answer` is empty while unanswered.

    `decides`: the verdict depends on it. `is_needed`: it can still change the verdict, or did.
    """

    criterion: str
    answer: str = ""
    decides: bool = False
    is_needed: bool = True


class Appraising(Record):
    """One problem, its six criteria, and the verdict with its reason.

    `own_reason` is what a person wrote; without it, `rule` is the key of the text of the rule that
    decided, below ``appraisal``. `voices` counts who said the same over all workshops, without any
    names.
    """

    problem: ShownProblem
    answers: tuple[CriterionAnswer, ...]
    verdict: str
    outcome: OutcomeKind
    rule: str
    to_go: int
    overruled: bool = False
    own_reason: str = ""
    voices: VoiceCounts | None = None


class OutcomeCounts(Record):
    """The number of problems, and how many have each outcome.

    `left` are the conclusions about those that count as open.
    """

    count: int
    outcomes: tuple[tuple[OutcomeKind, int], ...] = ()
    left: tuple[Promise, ...] = ()


class AgreedAction(Record):
    """Who does what by when. The owner is named because the room agreed on it aloud."""

    id: str
    words: str
    owner: str = ""
    honorific: str = ""
    due: str = ""
    done: bool = False
    day: str = ""
    """The day (ISO) of the earlier contact from which it is carried over, or empty."""
    asks_again: bool = False
    """Whether its words are those of a problem about which we ask again."""


class AgreedActions(Record):
    """What was agreed on, and what is carried over."""

    actions: tuple[AgreedAction, ...] = ()


class NextMeeting(Record):
    """Date (ISO), time (HH:MM) and place of the next session, each if known."""

    date: str = ""
    time: str = ""
    place: str = ""


class Closing(Record):
    """The end: numbers of problems, of solved ones and of open actions, and what comes next.

    `papers` are the names of the papers to take home, `date` (ISO), `time` (HH:MM) and `place`
    are those of the next session, each if known.
    """

    problems: int
    solved: int = 0
    actions: int = 0
    papers: tuple[str, ...] = ()
    date: str = ""
    time: str = ""
    place: str = ""


class AskedAction(Record):
    """An action of the previous visit. `answer` is a text key; empty until it was followed up.

    An action of an older visit has the date of that visit as `day` (ISO).
    """

    id: str
    words: str
    owner: str = ""
    honorific: str = ""
    due: str = ""
    answer: str = ""
    note: str = ""
    day: str = ""


class LastActions(Record):
    """The actions of the previous visit (`date`, ISO), of which `answered` were followed up."""

    date: str = ""
    actions: tuple[AskedAction, ...] = ()
    answered: int = 0
    current: str = ""


class StandingRequest(Record):
    """A request of the previous visit; `promise` is the text key of its status.

    `told` is the text for customers on it. A request of an older visit has its `day` (ISO).
    """

    id: str
    words: str
    promise: str
    outcome: OutcomeKind
    told: str = ""
    day: str = ""


class LastRequests(Record):
    """The requests of the previous visit and their status."""

    requests: tuple[StandingRequest, ...] = ()
    current: str = ""


class CountedLine(Record):
    """A line of the can-do check, with hands counted then and now; None if not counted.

    `then_people` is 0 if there was no previous visit.
    """

    id: str
    words: str
    then: int | None
    then_people: int
    now: int | None
    now_people: int


class CountedLines(Record):
    """What people could do alone at the previous visit and can do now, without names."""

    lines: tuple[CountedLine, ...] = ()
    current: str = ""


class LastProblem(Record):
    """A problem of the previous visit, its outcomes (text keys), and its status `now`.

    `number` is its number in this workshop, 0 unless it was taken over.
    """

    id: str
    words: str
    promises: tuple[str, ...]
    now: str = ""
    number: int = 0


class LastProblems(Record):
    """The problems of the previous visit to come back to."""

    problems: tuple[LastProblem, ...] = ()
    current: str = ""


class DeliveredCard(Record):
    """A card of the previous visit; `helped` is a text key, `delivered_on` ISO; both may be empty.

    `at_once`: it was an answer given in the room.
    """

    id: str
    words: str
    at_once: bool = False
    delivered_on: str = ""
    helped: str = ""


class LastCards(Record):
    """The cards of the previous visit."""

    cards: tuple[DeliveredCard, ...] = ()
    current: str = ""


class ThenNow(Record):
    """The previous visit and now side by side."""

    problems: tuple[LastProblem, ...] = ()
    actions: tuple[AskedAction, ...] = ()
    lines: tuple[CountedLine, ...] = ()


class Break(Record):
    """A break that ends at a time of day such as ``15:20``."""

    until: str


AudiencePicture = (
    Waiting | Welcome | GroundRules | ShownQuestion | ProblemList | SilentWritingView | ThemeBoard
    | ProblemWordings | OpenVote | Ranking | Solving | RoomSearch | Appraising | OutcomeCounts
    | AgreedActions | NextMeeting | Closing | LastActions | LastRequests | CountedLines
    | LastProblems | LastCards | ThenNow | Break
)  # fmt: skip


class AudienceView(Record):
    """The view with its step: a value of `steps.Step`, or empty outside the steps."""

    picture: AudiencePicture
    step: str = ""

    @property
    def subject(self) -> tuple[object, ...]:
        """What the view is about; when it changes, the display starts at the first page."""
        picture = self.picture
        if isinstance(picture, (Solving, Appraising)):
            return (self.step, picture.problem.id)
        if isinstance(picture, ProblemWordings):
            return (self.step, picture.id)
        if isinstance(picture, ShownQuestion):
            return (self.step, picture.number)
        return (self.step, type(picture))


EMPTY_VIEW = AudienceView(picture=Waiting())
