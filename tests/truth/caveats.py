"""What each chosen answer leaves open, as the files of the catalogue say."""

from collections.abc import Iterator

from tests.truth.entries import entries, gap
from tests.truth.facts import SOLVED, Facts, Record, outcome
from workshop_app.i18n import Texts


def caveats(facts: Facts, words: Texts, problem: Record, card: Record) -> list[str]:
    """Return what an answer to a problem leaves open: what it lacks, then its limit."""
    promise = facts.promises(problem).get(outcome(card))
    if outcome(card) != "solution" or promise not in SOLVED:
        return []
    cards = [each for each in facts.cards(problem) if outcome(each) == "solution"]
    lacks = list(_lacks(facts, words, problem, cards, card)) if promise == SOLVED[1] else []
    limits = entries(words.language).get(card["catalogue_id"], {}).get("limits", ())
    number = card["limit_number"]
    about = limits[number - 1 : number] if number else ()
    return [*lacks, *(words("promises.caveat.limit", text=each) for each in about)]


def _lacks(
    facts: Facts, words: Texts, problem: Record, cards: list[Record], card: Record
) -> Iterator[str]:
    """Yield what a known gap says, with the answer that comes near it, else with the first one."""
    known = gap(next((each["gap_id"] for each in facts.group(problem) if each["gap_id"]), ""))
    near = [each for each in cards if each["catalogue_id"] in known.get("nearest", ())]
    if card is not (near or cards)[0]:
        return
    told = known.get(words.language)
    if told is None:
        yield words("promises.caveat.unknown")
        return
    said = told["falls_short"][card["catalogue_id"]] if near else told["says"]
    yield words("promises.caveat.gap", text=said)
