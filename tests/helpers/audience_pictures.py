"""One audience view of each kind, and functions that read what it paints."""

from collections.abc import Iterator
from dataclasses import replace

from tests.helpers.wall_paint import WallText, painted
from ui.audience.sizes import AudienceSizes
from ui.audience.slide_layout import SlideLayout
from ui.theme.tokens import Palette
from workshop_app.domain.appraisal import ANSWERS
from workshop_app.domain.audience_view import (
    EMPTY_VIEW,
    AgendaPart,
    AgreedAction,
    AgreedActions,
    Appraising,
    AskedAction,
    AudiencePicture,
    AudienceView,
    Break,
    Closing,
    CountedLine,
    CountedLines,
    CriterionAnswer,
    DeliveredCard,
    GroundRules,
    LastActions,
    LastCards,
    LastProblem,
    LastProblems,
    LastRequests,
    NextMeeting,
    OpenVote,
    OutcomeCounts,
    ProblemList,
    ProblemWordings,
    RankedProblem,
    Ranking,
    RoomSearch,
    ShownAnswer,
    ShownProblem,
    ShownQuestion,
    ShownStatement,
    SilentWritingView,
    Solving,
    Speaker,
    StandingRequest,
    StepClock,
    SuggestedAnswer,
    ThemeBoard,
    ThemeGroup,
    ThenNow,
    Waiting,
    Welcome,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step

WORDS = (
    "プロトコル（HTTP/HTTPS以外）を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "We only notice that the nightly batch stopped when somebody complains in the morning",
)
LATE = StepClock(seconds_left=-61, state="late")


def notes(count: int, words: tuple[str, ...] = WORDS) -> tuple[ShownProblem, ...]:
    return tuple(
        ShownProblem(id=f"n{n}", number=n, words=f"{n} {words[n % len(words)]}")
        for n in range(1, count + 1)
    )


def groups() -> tuple[ThemeGroup, ...]:
    """Unsorted problems, themes of one to five problems with short and long names, and none."""
    problems = notes(16)
    names = ("", "通知", WORDS[1], "Alerts at night", WORDS[0][:30])
    starts = (0, 2, 3, 8, 12)
    filled = [
        ThemeGroup(name=name, problems=problems[start:stop])
        for name, start, stop in zip(names, starts, (*starts[1:], 16), strict=True)
    ]
    return (*filled, ThemeGroup(name="空"))


def named(count: int) -> tuple[ShownProblem, ...]:
    """Problems of one, two and no people, one of them with a long name."""
    people = (
        (Speaker(name="青木", honorific="様"),),
        (Speaker(name="Wolfeschlegelsteinhausen"), Speaker(name="井上", honorific="さん")),
        (),
    )
    return tuple(replace(note, speakers=people[note.number % 3]) for note in notes(count))


def ranking(count: int) -> Ranking:
    problems = tuple(
        RankedProblem(
            id=note.id,
            number=note.number,
            words=note.words,
            rank=f"{note.number}=",
            votes=count - note.number,
            share=(count - note.number) / count,
            chosen=note.number < 3,
            leads=note.number % 4 == 0,
        )
        for note in notes(count)
    )
    return Ranking(present=88, problems=problems, tied=True)


def answer(steps: int) -> ShownAnswer:
    return ShownAnswer(
        outcome=OutcomeKind.SOLUTION,
        title="エージェントから確かめる",
        steps=tuple(f"{n} つ目の手順：{WORDS[n % 3]}" for n in range(1, steps + 1)),
        address="https://example.com/ja/docs/entry/howto/check/a-rather-long-name/tcp",
        example='echo -e "job.ok\\t1\\t$(date +%s)" | mkr throw --service shop',
    )


def appraising() -> Appraising:
    said = tuple(
        CriterionAnswer(criterion=c, answer=a[1], decides=True) for c, a in ANSWERS.items()
    )
    return Appraising(
        problem=notes(1)[0],
        answers=said,
        verdict="request_individual",
        outcome=OutcomeKind.REQUEST,
        rule="rule.individual_request",
        to_go=0,
    )


def pictures() -> dict[str, AudienceView]:
    """One view of each kind, with more rows than a page holds if it has rows."""
    threads = tuple(
        ProblemWordings(id=n.id, number=n.number, first=n.words, concrete=n.words * (n.number % 2))
        for n in notes(2)
    )
    agenda = tuple(AgendaPart(step=step.value, minutes=15) for step in Step)
    deeds = tuple(
        AgreedAction(
            id=n.id, words=n.words, owner="青木", honorific="様", due="2026-12-10", done=True
        )
        for n in notes(7)
    )
    kinds: dict[str, tuple[str, AudiencePicture]] = {
        "welcome": (
            "prepare",
            Welcome(
                title="監視の困りごとワークショップ",
                customer="株式会社サンプル",
                honorific="御中",
                date="2026-09-30",
                start_time="13:30",
                end_time="15:30",
                agenda=agenda,
            ),
        ),
        "usual rules": ("prepare", GroundRules(anonymous=True)),
        "own rules": ("prepare", GroundRules(rules=WORDS * 3)),
        "question": ("context", ShownQuestion(number=2, question="last_alert")),
        "own question": ("context", ShownQuestion(number=19, words=WORDS[0] * 3)),
        "list": ("list", ProblemList(count=30, problems=notes(30), current="n9")),
        "list with names": ("list", ProblemList(count=30, problems=named(30), current="n1")),
        "rules with names": ("prepare", GroundRules(named=True)),
        "before writing": (
            "list",
            SilentWritingView(minutes=0, seconds_left=0, done=0, anonymous=True),
        ),
        "writing": ("list", SilentWritingView(minutes=8, seconds_left=471, done=12, people=88)),
        "written": ("list", SilentWritingView(minutes=8, seconds_left=0, done=12)),
        "hidden": ("list", ProblemList(count=30, hidden=True)),
        "empty": ("list", ProblemList(count=0)),
        "themes": ("sort", ThemeBoard(groups=groups(), current="n9")),
        "long theme": (
            "sort",
            ThemeBoard(groups=(ThemeGroup(name=WORDS[2][:60], problems=notes(30)),), current="n30"),
        ),
        "no themes": ("sort", ThemeBoard()),
        "reworded": ("sort", threads[0]),
        "not reworded": ("sort", threads[1]),
        "counting": ("choose", OpenVote(problems=notes(30), current="n30")),
        "ranking": ("choose", ranking(12)),
        "offers": (
            "solve",
            Solving(
                problem=notes(1)[0],
                suggestions=tuple(
                    SuggestedAnswer(title=w, fit=n, chosen=n == 1, current=n == 2)
                    for n, w in enumerate(WORDS, 1)
                ),
            ),
        ),
        "gap": (
            "solve",
            Solving(
                problem=notes(1)[0],
                statement=ShownStatement(
                    says=WORDS[0],
                    source=WORDS[-1],
                    nearest=WORDS[0],
                    falls_short=WORDS[-1],
                    way_round=WORDS[0],
                ),
            ),
        ),
        "candidates": (
            "solve",
            Solving(
                problem=notes(1)[0],
                statement=ShownStatement(says=WORDS[0], question=WORDS[-1]),
                suggestions=tuple(SuggestedAnswer(title=w) for w in WORDS),
            ),
        ),
        "searching": (
            "solve",
            RoomSearch(
                problem=notes(1)[0],
                words="外形監視 ポート",
                section="監視とアラート通知",
                address="https://mackerel.io/ja/docs/",
            ),
        ),
        "hinted": (
            "solve",
            RoomSearch(problem=notes(88)[87], section=WORDS[0], hint=WORDS, catalogue=WORDS[1]),
        ),
        "no problem": ("solve", Waiting()),
        "looking": ("solve", Solving(problem=notes(1)[0])),
        "answer": ("solve", Solving(problem=notes(88)[87], answer=answer(5))),
        "appraise": ("appraise", appraising()),
        "ended": ("wrap_up", OutcomeCounts(count=88, outcomes=tuple((k, 8) for k in OutcomeKind))),
        "actions": ("wrap_up", AgreedActions(actions=deeds)),
        "next": (
            "wrap_up",
            NextMeeting(date="2026-12-10", time="14:00", place="本社 12 階 大会議室"),
        ),
        "no date": ("wrap_up", NextMeeting()),
        "closing": (
            "wrap_up",
            Closing(
                problems=88,
                solved=61,
                actions=24,
                papers=("handout", "summary", "became_of"),
                date="2026-12-10",
            ),
        ),
        "closing, nothing solved": ("wrap_up", Closing(problems=3)),
        **last_time(),
        "break": ("list", Break(until="15:20")),
    }
    return {
        "waiting": EMPTY_VIEW,
        **{name: AudienceView(step=step, picture=shown) for name, (step, shown) in kinds.items()},
    }


def last_time() -> dict[str, tuple[str, AudiencePicture]]:
    """One view of each section of the previous visit, with more rows than a page holds."""
    deeds = tuple(
        AskedAction(
            id=n.id,
            words=n.words,
            owner="青木",
            honorific="様",
            due="2026-12-10",
            answer=("", "done", "not_yet", "not_needed")[n.number % 4],
            note=WORDS[0] * (n.number % 2),
        )
        for n in notes(7)
    )
    problems = tuple(
        LastProblem(
            id=n.id,
            words=n.words,
            promises=("solved", "helped"),
            now=WORDS[-1] * (n.number % 2),
            number=n.number,
        )
        for n in notes(6)
    )
    lines = tuple(
        CountedLine(
            id=n.id, words=n.words, then=None if n.number == 1 else 3, then_people=5, now=n.number,
            now_people=40,
        )
        for n in notes(6)
    )  # fmt: skip
    cards = tuple(
        DeliveredCard(
            id=n.id,
            words=n.words,
            delivered_on="2026-12-20" * (n.number % 2),
            helped=("", "yes", "partly", "no")[n.number % 4],
        )
        for n in notes(6)
    )
    requests = tuple(
        StandingRequest(id=n.id, words=n.words, promise="to_send", outcome=OutcomeKind.REQUEST)
        for n in notes(6)
    )
    shown: dict[str, AudiencePicture] = {
        "last actions": LastActions(date="2026-11-26", actions=deeds, current="n2"),
        "last requests": LastRequests(requests=requests, current="n6"),
        "lines": CountedLines(lines=lines, current="n3"),
        "last problems": LastProblems(problems=problems, current="n1"),
        "last cards": LastCards(cards=cards, current="n2"),
        "then and now": ThenNow(problems=problems, actions=deeds, lines=lines),
        "nothing of last time": LastActions(),
    }
    return {name: ("prepare", picture) for name, picture in shown.items()}


def a_wall(
    view: AudienceView,
    palette: Palette,
    size: tuple[int, int] = (1920, 1080),
    percent: int = 100,
) -> SlideLayout:
    return SlideLayout(view, AudienceSizes(*size, percent), palette)


def texts_on(
    wall: SlideLayout, clock: StepClock | None = LATE, *, coloured: bool = False
) -> Iterator[WallText]:
    """Every line of text on every page."""
    for page in range(len(wall.pages)):
        yield from painted(wall, page, clock, coloured=coloured).texts
