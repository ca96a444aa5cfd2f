"""How a problem's answers were found: the words searched for, the answers opened and chosen."""

from typing import NamedTuple

from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import match_key


class SearchAttempt(NamedTuple):
    """One search and its results; `looked_at` and `chosen` are catalogue ids, in order."""

    words: str
    looked_at: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


class WhereToLook(NamedTuple):
    """Where the room can find an answer by itself, without revealing its name.

    `words` are search words, `section` is a part of the help, both empty if unknown; `hint` are the
    pages and headings from there to the answer. `catalogue` is the name of a catalogue other than
    Mackerel's, `address` the front page of Mackerel's help; both are empty for an answer that is in
    no catalogue.
    """

    words: str = ""
    section: str = ""
    hint: tuple[str, ...] = ()
    catalogue: str = ""
    address: str = ""


def search_attempts(state: WorkshopState, problem_id: str) -> tuple[SearchAttempt, ...]:
    """Return the searches for a problem in order, with each chosen answer in one of them.

    Searches saved while longer words were being typed are omitted. A chosen answer without a saved
    search comes last, with the words that were stored with the choice.
    """
    searches = state.searches_of(problem_id)
    attempts = [
        SearchAttempt(search.words, search.looked_at)
        for place, search in enumerate(searches)
        if not _is_prefix(search, searches[place + 1 :])
    ]
    for card in state.cards_of(problem_id):
        if card.catalogue_id:
            _add_chosen(attempts, card)
    return tuple(attempts)


def _is_prefix(search: SavedSearch, later: tuple[SavedSearch, ...]) -> bool:
    """Return whether nothing was opened and a later search begins with the same words."""
    key = match_key(search.words)
    return not search.looked_at and any(match_key(each.words).startswith(key) for each in later)


def _add_chosen(attempts: list[SearchAttempt], card: PlayedCard) -> None:
    """Add a chosen answer to the last attempt with its words, else to the last that opened it."""
    entry = card.catalogue_id
    key = match_key(card.search_words)
    by_words = [n for n, each in enumerate(attempts) if key and match_key(each.words) == key]
    by_opening = [n for n, each in enumerate(attempts) if entry in each.looked_at]
    for place in (*by_words[-1:], *by_opening[-1:]):
        attempt = attempts[place]
        looked_at = tuple(dict.fromkeys((*attempt.looked_at, entry)))
        attempts[place] = attempt._replace(looked_at=looked_at, chosen=(*attempt.chosen, entry))
        return
    if card.search_words:
        attempts.append(SearchAttempt(card.search_words, (entry,), (entry,)))
