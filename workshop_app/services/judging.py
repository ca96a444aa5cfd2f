"""What the program says of a problem's words: a quality, its evidence, and a known gap."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.domain.gap import Gap, GapEvidence
from workshop_app.domain.solution import Solution
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers, Findings, GapHit, Suggestion
from workshop_app.services.match_quality import MatchQuality, Signals, match_quality
from workshop_app.services.multi_search import search_phrasings


@dataclass(frozen=True, slots=True)
class NearAnswer:
    """An answer that comes near to what a gap lacks, and why it is not enough."""

    solution: Solution
    falls_short: str


@dataclass(frozen=True, slots=True)
class KnownGap:
    """A gap with everything that is shown of it, in one language."""

    gap: Gap
    headline: str
    """A short line: a limit of Mackerel, or what the help does not show."""
    introduction: str
    """Empty for a stated gap; else that the help of a day does not show it."""
    says: str
    """What is true, in one sentence."""
    source: str
    """The way to the page and heading, or the words that were looked for; with the day."""
    source_url: str
    nearest: tuple[NearAnswer, ...]
    way_round: str
    wish: str = ""
    """The wish of the gap that is closest to the query, else its first one."""

    @property
    def statement(self) -> str:
        """The sentence on the gap after its introduction."""
        return f"{self.introduction}{self.says}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a problem's words, and what was found for them, best first."""

    quality: MatchQuality = MatchQuality.TOO_LITTLE
    evidence: str = ""
    """Why, in words: the sentence of the answer, the matching words, the gap, or a question."""
    answers: tuple[Suggestion, ...] = ()
    gap: KnownGap | None = None
    """The known gap, if `quality` is `GAP`."""


def judge(answers: Answers, texts: Sequence[str], language: str, limit: int = 10) -> Judgement:
    """Return the judgement on a problem, said in one or several wordings in `language`."""
    return judged(answers, search_phrasings(answers, texts, language, limit), language)


def judged(answers: Answers, found: Findings, language: str) -> Judgement:
    """Return the judgement on what was found for words in `language`."""
    quality = quality_of(found)
    gap = known_gap(answers, found.gaps[0], language) if quality is MatchQuality.GAP else None
    return Judgement(quality, _evidence(quality, found, gap, language), found.answers, gap)


def quality_of(found: Findings) -> MatchQuality:
    """Return what may be said of what was found."""
    scores = sorted([each.score for each in found.answers], reverse=True)
    answer = max(found.answers, key=lambda each: each.confidence, default=None)
    gap = found.gaps[0] if found.gaps else None
    signals = Signals(
        answer=answer.confidence if answer else 0.0,
        gap=gap.confidence if gap else 0.0,
        answer_covers=answer.covered if answer else 0.0,
        gap_covers=gap.covered if gap else 0.0,
        second=scores[1] / scores[0] if len(scores) > 1 else 0.0,
        asked=max((each.asked for each in (answer, gap) if each), default=0.0),
    )
    return match_quality(signals)


def known_gap(answers: Answers, hit: GapHit, language: str) -> KnownGap:
    """Return what is shown of a gap; nearest entries that are in no catalogue are left out."""
    texts = Texts(language)
    gap = hit.gap
    text = gap.text(language)
    day = texts.day(gap.checked)
    if gap.evidence is GapEvidence.STATED:
        introduction = ""
        source = texts("judging.stated", heading=text.source_heading, day=day)
    else:
        introduction = texts("judging.not_found", day=day)
        words = texts("judging.and").join(
            texts("judging.quoted", word=each) for each in text.looked_for
        )
        source = texts("judging.looked_for", words=words, day=day)
    nearest = [
        NearAnswer(solution, short)
        for solution_id, short in zip(gap.nearest, text.falls_short, strict=True)
        if (solution := answers.solution(solution_id)) is not None
    ]
    headline = texts(f"judging.headline.{gap.evidence}", name=text.name)
    return KnownGap(
        gap,
        headline,
        introduction,
        text.says,
        source,
        text.source_url,
        tuple(nearest),
        text.way_round,
        hit.near or text.wishes[0],
    )


def _evidence(quality: MatchQuality, found: Findings, gap: KnownGap | None, language: str) -> str:
    texts = Texts(language)
    if quality is MatchQuality.ANSWER:
        best = found.answers[0]
        return texts("judging.answer", sentence=best.near or best.solution.text(language).what)
    if gap is not None:
        return f"{gap.statement} {gap.source}"
    return texts(f"judging.{quality}")
