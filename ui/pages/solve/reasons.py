"""The lines below a candidate that say why it may be the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from ui.components.matched_words import spans_in, whole_words
from ui.components.outcome_commands import solution_id
from ui.components.setup_words import reason
from ui.pages.solve.answer_row import AnswerRow, DetailLine
from workshop_app.domain.usage import Usage, UsageStatus
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import EarlierChoices, Suggestion

_SENTENCE = re.compile(r".+?(?:。|[.!?](?=\s)|$)")
_SETUP_ICONS = {UsageStatus.IN_USE: "circle-check", UsageStatus.HALF: "circle-dashed"}


def reasons(hit: Suggestion) -> tuple[DetailLine, ...]:
    """Return the lines: matched words, closest problem, earlier choices, first limit, catalogue.

    A limit about the problem comes before them instead. The catalogue is named only if it is not
    Mackerel's.
    """
    lines = [_matched_line(hit), _near_line(hit), _chosen_line(hit)]
    limit = _limit_line(hit)
    lines = [limit, *lines] if hit.limit else [*lines, limit]
    return tuple(line for line in (*lines, _catalogue_line(hit)) if line is not None)


def _limit_line(hit: Suggestion) -> DetailLine | None:
    """Return the limit about the problem, else the first one."""
    if hit.limit:
        marked = spans_in(hit.limit, hit.matched)
        return DetailLine(hit.limit, icon="circle-alert", marked=marked)
    limits = hit.solution.text(language()).limits
    return DetailLine(limits[0], icon="circle-alert") if limits else None


def what_and_limit(hit: Suggestion) -> tuple[DetailLine, ...]:
    """Return what an answer does and its limit about the problem, else its first one.

    Of what it does, the sentence with most of the matched words is returned, with the words marked.
    Earlier choices and a catalogue other than Mackerel's follow.
    """
    text = hit.solution.text(language())
    sentences = _SENTENCE.findall(text.what) or [text.what]
    best = max(sentences, key=lambda each: len(spans_in(each, hit.matched))).strip()
    what = DetailLine(best, marked=spans_in(best, hit.matched))
    shown = [hit.limit] if hit.limit else text.limits[:1]
    limits = [DetailLine(limit, quiet=True) for limit in shown]
    lines = (what, *limits, _chosen_line(hit), _catalogue_line(hit))
    return tuple(line for line in lines if line is not None)


def _matched_line(hit: Suggestion) -> DetailLine | None:
    words = whole_words(hit.matched)
    between = tr("solve.list.and")
    if not words:
        return None
    said = between.join(words)
    text = tr("solve.list.why", words=said)
    lengths = (len(word) + len(between) for word in words[:-1])
    starts = accumulate(lengths, initial=text.index(said))
    marked = ((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    return DetailLine(text, icon="search", marked=tuple(marked), quiet=True)


def _near_line(hit: Suggestion) -> DetailLine | None:
    if not hit.near:
        return None
    text = tr("solve.list.near", sentence=hit.near)
    before = text.index(hit.near)
    spans = spans_in(hit.near, hit.matched)
    marked = tuple((before + first, before + last) for first, last in spans)
    return DetailLine(text, icon="speech", marked=marked)


def _chosen_line(hit: Suggestion) -> DetailLine | None:
    if hit.chosen is None:
        return None
    return DetailLine(_chosen_words(hit.chosen, date.today()), icon="clock")


def _catalogue_line(hit: Suggestion) -> DetailLine | None:
    name = hit.solution.catalogue
    return DetailLine(tr("solve.list.from_catalogue", name=name), icon="book") if name else None


def _chosen_words(chosen: EarlierChoices, today: date) -> str:
    this_year = chosen.last.startswith(f"{today.year:04}")
    when = texts().month(chosen.last, year=not this_year)
    return tr("solve.list.chosen_before", n=chosen.times, when=when)


def with_setup_lines(rows: Sequence[AnswerRow], usages: Mapping[str, Usage]) -> list[AnswerRow]:
    """Return the rows; candidates that the customer already uses, or partially uses, say so first.

    The nearest answer of a gap has no such line, since its shortfall is directly below it.
    ``usages`` maps ids of catalogue answers to their usage.
    """
    return [_with_setup_line(row, usages.get(solution_id(row.id) or "")) for row in rows]


def _with_setup_line(row: AnswerRow, usage: Usage | None) -> AnswerRow:
    if row.statement or usage is None or usage.status not in _SETUP_ICONS:
        return row
    words = tr(f"setup.solve.{usage.status}", reason=reason(usage))
    line = DetailLine(words, icon=_SETUP_ICONS[usage.status])
    return replace(row, details=(line, *row.details))
