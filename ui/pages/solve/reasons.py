"""Why a candidate may be the answer, in a few short lines for the room."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

from ui.components.matched_words import places_in, shown_words
from ui.pages.solve.answer_row import DetailLine
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Chosen, Suggestion


def reasons(hit: Suggestion) -> tuple[DetailLine, ...]:
    """The words that matched, the problem it is close to, its first limit, and earlier choices.

    An answer of a catalogue other than Mackerel's names it.
    """
    limits = hit.solution.text(language()).limits
    lines = [_words(hit), _near(hit)]
    if hit.chosen is not None:
        lines.append(DetailLine(_chosen(hit.chosen, date.today()), icon="clock"))
    lines += [DetailLine(limit, icon="circle-alert") for limit in limits[:1]]
    if name := hit.solution.catalogue:
        lines.append(DetailLine(tr("solve.list.from_catalogue", name=name), icon="book"))
    return tuple(line for line in lines if line is not None)


def _words(hit: Suggestion) -> DetailLine | None:
    words, between = shown_words(hit.matched), tr("solve.list.and")
    if not words:
        return None
    said = between.join(words)
    text = tr("solve.list.why", words=said)
    lengths = (len(word) + len(between) for word in words[:-1])
    starts = accumulate(lengths, initial=text.index(said))
    marked = ((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    return DetailLine(text, icon="search", marked=tuple(marked))


def _near(hit: Suggestion) -> DetailLine | None:
    if not hit.near:
        return None
    text = tr("solve.list.near", sentence=hit.near)
    before = text.index(hit.near)
    places = places_in(hit.near, hit.matched)
    marked = tuple((before + first, before + last) for first, last in places)
    return DetailLine(text, icon="speech", marked=marked)


def _chosen(chosen: Chosen, today: date) -> str:
    this_year = chosen.last.startswith(f"{today.year:04}")
    when = texts().month(chosen.last, year=not this_year)
    return tr("solve.list.chosen_before", n=chosen.times, when=when)
