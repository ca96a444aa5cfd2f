"""What the program states about a problem: a match quality, and a known gap."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from workshop_app.domain.gap import Gap, GapEvidence
from workshop_app.domain.solution import Solution
from workshop_app.i18n import Texts
from workshop_app.search.subjects import matter_of
from workshop_app.search.terms import fold
from workshop_app.services.answers import Answers, Findings, GapHit, Suggestion
from workshop_app.services.match_quality import (
    MatchQuality,
    Signals,
    is_possible_gap,
    match_quality,
)
from workshop_app.services.multi_search import search_phrasings
from workshop_app.services.named_products import is_product_named

_PARTED = 3
"""The number of candidates for which a question may be asked."""
_CLOSE = 0.7
"""Minimum score of another candidate for a question, as a share of the best score."""
_CLOSE_PRODUCT = 0.5
"""The same for a candidate that differs only by product."""
_FAMILY = 6
"""The number of answers among which another product is looked for."""
_FITS_WELL = 3


class NearAnswer(NamedTuple):
    """An answer close to what a gap lacks, and why it is not enough."""

    solution: Solution
    falls_short: str


class KnownGap(NamedTuple):
    """A known gap with everything that is shown of it, in one language."""

    gap: Gap
    headline: str
    """A short heading: a limit of Mackerel, or something the help does not mention."""
    statement: str
    """The fact; for a gap that was not found, with the date of the help that was searched."""
    says: str
    """The fact, in one sentence."""
    source: str
    """The path to the page and heading with the date, or the words searched for."""
    source_url: str
    nearest: tuple[NearAnswer, ...]
    way_round: str


class Judgement(NamedTuple):
    """The judgement of a problem's words, and what was found for them, best first."""

    quality: MatchQuality = MatchQuality.TOO_LITTLE
    answers: tuple[Suggestion, ...] = ()
    gap: KnownGap | None = None
    """The known gap, if `quality` is `GAP`."""
    gaps: tuple[KnownGap, ...] = ()
    """All gaps that may apply, most likely first; `gap` is one of them.

    With `CANDIDATES` they are only possible, and `gap` is None.
    """
    question: str = ""
    """A question to the room that decides between `CANDIDATES`; empty if there is none."""

    def with_gap(self, gap: KnownGap) -> "Judgement":
        """Return a copy with another gap that may be meant."""
        return self._replace(gap=gap)

    def gap_beside(self, by: int) -> KnownGap | None:
        """Return the gap `by` positions after `gap`, wrapping around.

        Without a `gap` it is the first of `gaps`, or None.
        """
        if self.gap is None:
            return self.gaps[0] if self.gaps else None
        ids = [each.gap.id for each in self.gaps]
        return self.gaps[(ids.index(self.gap.gap.id) + by) % len(ids)]


def judge(answers: Answers, texts: Sequence[str], language: str, limit: int = 10) -> Judgement:
    """Return the judgement on a problem, given in one or several wordings in `language`."""
    return judged(answers, search_phrasings(answers, texts, language, limit), language)


def stated_answer(
    answers: Answers, texts: Sequence[str], language: str, limit: int = 10
) -> Solution | None:
    """Return what the search takes for an answer, or None; what may fit among others is none."""
    judgement = judge(answers, texts, language, limit)
    is_answer = judgement.quality is MatchQuality.ANSWER and judgement.answers
    return judgement.answers[0].solution if is_answer else None


def judged(answers: Answers, found: Findings, language: str) -> Judgement:
    """Return the judgement on what was found for words in `language`."""
    quality = quality_of(found)
    hits = _possible_gaps(found, quality)
    gaps = tuple(known_gap(answers, hit, language) for hit in hits)
    gap = gaps[0] if quality is MatchQuality.GAP else None
    if quality is not MatchQuality.CANDIDATES:
        return Judgement(quality, found.answers, gap, gaps)
    question = _question(found.answers, language)
    candidates = with_contrasts(found.answers, language)
    return Judgement(quality, candidates, gap, gaps, question)


def _possible_gaps(found: Findings, quality: MatchQuality) -> list[GapHit]:
    """Return the gap that is stated, if any, and those that may be meant; mentioned ones first.

    Beside a stated gap they are only mentioned ones.
    """
    if quality not in (MatchQuality.GAP, MatchQuality.CANDIDATES):
        return []
    stated = list(found.gaps[:1]) if quality is MatchQuality.GAP else []
    others = [
        each
        for each in found.gaps[len(stated) :]
        if is_possible_gap(each.confidence, each.covered, mentioned=each.mentioned)
        and (each.mentioned or not stated)
    ]
    return stated + sorted(others, key=lambda each: not each.mentioned)


def _question(answers: Sequence[Suggestion], language: str) -> str:
    """Return the question to the room that decides best between the candidates; may be empty.

    It asks for the product if that is open, else for what an answer is for.
    """
    if product_is_open(answers):
        return answers[0].solution.text(language).asks_product
    return distinguishing_question(answers, language)


def with_contrasts(answers: Sequence[Suggestion], language: str) -> tuple[Suggestion, ...]:
    """Return candidates, each with the limit that tells it from the others.

    That is the one with most words of the others' names and sentences. A limit about the query
    stays, and so does everything of a candidate that fits well.
    """
    texts = [hit.solution.text(language) for hit in answers]
    words = [matter_of(f"{text.name} {text.what}") for text in texts]
    every = frozenset[str]().union(*words)
    shown: list[Suggestion] = []
    for hit, text, own in zip(answers, texts, words, strict=True):
        shared = [len((matter_of(limit) & every) - own) for limit in text.limits]
        if hit.limit or hit.fit >= _FITS_WELL or not any(shared):
            shown.append(hit)
        else:
            shown.append(replace(hit, limit=text.limits[shared.index(max(shared))]))
    return tuple(shown)


def product_is_open(answers: Sequence[Suggestion]) -> bool:
    """Return whether the best answers differ only by product, and none of the products was said."""
    if not answers or not answers[0].solution.ja.asks_product:
        return False
    best = answers[0]
    family = [
        hit
        for hit in answers[:_FAMILY]
        if hit.solution.ja.asks_product == best.solution.ja.asks_product
        and hit.score >= _CLOSE_PRODUCT * best.score
    ]
    products = [{*hit.solution.ja.products, *hit.solution.en.products} for hit in family]
    said = fold(" ".join(word for hit in family for word in hit.matched))
    is_named = any(is_product_named(hit.solution, said) for hit in family)
    return not is_named and any(names.isdisjoint(products[0]) for names in products)


def distinguishing_question(answers: Sequence[Suggestion], language: str) -> str:
    """Return the question of the first candidate that has one not yet answered, or empty.

    Answering yes favours that candidate. A question counts as answered if all of its words were
    said, and is beside the matter if none was. A candidate of the lowest fit, which a single word
    may have found, asks nothing.
    """
    best = answers[0].score if answers else 0.0
    for hit in answers[:_PARTED]:
        question = hit.solution.text(language).asks
        is_close = hit.score >= _CLOSE * best and hit.fit > 1
        asked = matter_of(question)
        said = asked & matter_of(" ".join(hit.matched))
        if is_close and said and said != asked:
            return question
    return ""


def quality_of(found: Findings) -> MatchQuality:
    """Return the match quality of what was found.

    There is no answer, only candidates, while it is open which product is meant, or if the only
    word that tells what the query is about stands in an entry's problems alone, as their setting.
    """
    quality = match_quality(_signals(found))
    if quality is MatchQuality.ANSWER and (
        product_is_open(found.answers)
        or _is_setting(max(found.answers, key=attrgetter("confidence")))
    ):
        return MatchQuality.CANDIDATES
    return quality


def _is_setting(hit: Suggestion) -> bool:
    said = matter_of(" ".join(hit.matched))
    own = [
        line
        for text in (hit.solution.ja, hit.solution.en)
        for line in (text.name, text.what, text.asks, *text.other_names, *text.terms)
    ]
    return len(said) <= 1 and all(said.isdisjoint(matter_of(line)) for line in own)


def _signals(found: Findings) -> Signals:
    answer = max(found.answers, key=attrgetter("confidence"), default=None)
    gap = found.gaps[0] if found.gaps else None
    return Signals(
        answer=answer.confidence if answer else 0.0,
        gap=gap.confidence if gap else 0.0,
        answer_covers=answer.covered if answer else 0.0,
        gap_covers=gap.covered if gap else 0.0,
        gap_mentioned=gap is not None and gap.mentioned,
        gap_has_subject=gap is not None and bool(gap.gap.ja.subject or gap.gap.en.subject),
        asked=max([each.asked for each in (answer, gap) if each], default=0.0),
        elsewhere=all(each.elsewhere for each in (answer, gap) if each) and bool(answer or gap),
    )


def known_gap(answers: Answers, hit: GapHit, language: str) -> KnownGap:
    """Return what is shown of a gap, omitting nearest entries that are in no catalogue."""
    texts = Texts(language)
    gap = hit.gap
    text = gap.text(language)
    day = texts.day(gap.checked)
    if gap.evidence is GapEvidence.STATED:
        statement = text.says
        source = texts("judging.stated", heading=text.source_heading, day=day)
    else:
        statement = _with_day(text.says, day, texts)
        words = texts("judging.and").join(
            texts("judging.quoted", word=each) for each in text.looked_for
        )
        source = texts("judging.looked_for", words=words)
    nearest = [
        NearAnswer(solution, short)
        for solution_id, short in zip(gap.nearest, text.falls_short, strict=True)
        if (solution := answers.solution(solution_id)) is not None
    ]
    headline = texts(f"judging.headline.{gap.evidence}", name=text.name)
    return KnownGap(
        gap,
        headline,
        statement,
        text.says,
        source,
        text.source_url,
        tuple(nearest),
        text.way_round,
    )


def _with_day(says: str, day: str, texts: Texts) -> str:
    """Return a fact that the help does not mention, with the date of the help."""
    word = texts("judging.help")
    if word in says:
        return says.replace(word, texts("judging.help_of", day=day), 1)
    return texts("judging.not_found", day=day) + says
