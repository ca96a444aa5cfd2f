"""How the room got to a problem's answers: the words, what it looked at, and what it chose."""

from dataclasses import dataclass, replace

from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import match_key
from workshop_app.domain.trail import Search


@dataclass(frozen=True, slots=True)
class Way:
    """One search and where it led; `looked_at` and `chosen` are catalogue ids, in order."""

    words: str
    looked_at: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


def ways_to(state: WorkshopState, problem_id: str) -> tuple[Way, ...]:
    """Return the searches for a problem's answer in order, each chosen answer with one of them.

    Words at which somebody only stopped while typing longer ones are left out. An answer whose
    search was not kept comes last, with the words kept with the choice.
    """
    searches = state.searches_of(problem_id)
    ways = [
        Way(search.words, search.looked_at)
        for place, search in enumerate(searches)
        if not _goes_on(search, searches[place + 1 :])
    ]
    for card in state.cards_of(problem_id):
        if card.catalogue_id:
            _add_chosen(ways, card)
    return tuple(ways)


def _goes_on(search: Search, later: tuple[Search, ...]) -> bool:
    key = match_key(search.words)
    return not search.looked_at and any(match_key(each.words).startswith(key) for each in later)


def _add_chosen(ways: list[Way], card: PlayedCard) -> None:
    entry, key = card.catalogue_id, match_key(card.search_words)
    by_words = [place for place, way in enumerate(ways) if key and match_key(way.words) == key]
    by_look = [place for place, way in enumerate(ways) if entry in way.looked_at]
    for place in (*by_words[-1:], *by_look[-1:]):
        way = ways[place]
        looked_at = tuple(dict.fromkeys((*way.looked_at, entry)))
        ways[place] = replace(way, looked_at=looked_at, chosen=(*way.chosen, entry))
        return
    if card.search_words:
        ways.append(Way(card.search_words, (entry,), (entry,)))
