"""Like problems over all workshops, and who said the same: voices, counted separately.

`voices_of` and `counts_of` use what a person confirmed. `LikeProblems` also suggests candidates, in
private mode only, since it shows words and names of other customers.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.grouped import grouped
from workshop_app.domain.like_problem import LikeProblem
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.record import Record
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.domain.voices import CUSTOMER_CODE, Evidence, Voice
from workshop_app.search.likeness import (
    LEAST_LIKENESS,
    SAME_ENTRY,
    ComparedProblem,
    Wording,
    both,
    likeness,
    lookup,
    rarest_first,
    word_rarity,
    wording,
)
from workshop_app.services.answers import Answers
from workshop_app.services.session import Session
from workshop_app.store import likes
from workshop_app.store.store import Store
from workshop_app.store.tables import Row

MOST_SUGGESTED = 20
_MOST_WORDS = 8
"""Maximum number of words of a problem by which others are looked up, rarest first."""
_MOST_HOLDERS = 80
"""A word in more problems than this is only looked up together with another such word."""
_MOST_PAIRED = 2
"""Maximum number of such words that are looked up in pairs."""
_MOST_COMPARED = 24
_MOST_WITH_ENTRY = 20
_COMMON = 0.06
"""A word in this many sentences of the catalogues is only looked up together with another one."""


def counts_of(session: Session, problem: Problem) -> VoiceCounts:
    """Return how many said the same as a problem, without words and names.

    Raises StoreError.
    """
    rows = _said_rows(session, problem)
    key_of = {
        row["customer_id"]: customer_key(row["customer"]) or row["customer_id"] for row in rows
    }
    return Evidence(voices=_voices(rows, problem.workshop_id, key_of)).counts


def voices_of(session: Session, problem: Problem) -> Evidence:
    """Return the voices of a problem of any workshop, customers as codes; raises StoreError."""
    rows = _said_rows(session, problem)
    return Evidence(voices=_voices(rows, problem.workshop_id, customer_codes(session)))


def voices_of_requests(session: Session, requests: Iterable[Request]) -> dict[str, Evidence]:
    """Return by id the voices of requests of any workshops, with customers as codes.

    For the board of requests: code, job, way, date and wording of each, and the four counts
    (`Evidence.counts`). Raises NotFound and StoreError.
    """
    store = session.store
    asked = tuple(requests)
    codes = customer_codes(session)
    problems = [each.problem_id for each in asked]
    rows = {row["id"]: row for row in store.read(likes.said_rows, problems)}
    decided = store.read(likes.decided_likes, rows)
    joined = _joined(rows, decided)
    found = {}
    for request in asked:
        group = {key: rows[key] for key in _reached(request.problem_id, joined) if key in rows}
        said = _not_refused(group, request.problem_id, decided)
        found[request.id] = Evidence(voices=_voices(said, request.workshop_id, codes))
    return found


def customer_codes(session: Session) -> dict[str, str]:
    """Return by id a code such as C-3 for each customer, in order of the first workshops.

    Customers of the same name get the same code.
    """
    codes: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for row in session.store.read(likes.customer_rows):
        key = customer_key(row["name"]) or row["id"]
        codes.setdefault(key, CUSTOMER_CODE.format(number=len(codes) + 1))
        by_id[row["id"]] = codes[key]
    return by_id


class CustomerNames(NamedTuple):
    """A customer's code, name and people, which must not appear in papers of others."""

    code: str
    customer: str
    people: tuple[str, ...]


def names_of(session: Session, workshops: Iterable[str]) -> tuple[CustomerNames, ...]:
    """Return the names of the customers and people of these workshops; raises StoreError."""
    people: dict[str, list[str]] = {}
    for row in session.store.read(likes.people_rows, sorted(workshops)):
        people.setdefault(row["customer_id"], []).append(row["name"] or "")
    codes = customer_codes(session)
    named = {row["id"]: row["name"] for row in session.store.read(likes.customer_rows)}
    return tuple(
        CustomerNames(codes[key], named[key], tuple(filter(None, found)))
        for key, found in sorted(people.items())
    )


def _said_rows(session: Session, problem: Problem) -> list[Row]:
    """Return all problems that are known to say the same, without rejected ones."""
    store = session.store
    rows = {row["id"]: row for row in store.read(likes.said_rows, (problem.id,))}
    return _not_refused(rows, problem.id, store.read(likes.decided_likes, rows))


def _not_refused(
    rows: Mapping[str, Row], problem_id: str, decided: Iterable[LikeProblem]
) -> list[Row]:
    """Return the rows without those that a person rejected as different."""
    own = [key for key in rows if _root(rows, key) == _root(rows, problem_id)]
    about = [each for each in decided if each.problem_id in own or each.other_id in own]
    refused = _refused(about, own)
    return [row for key, row in rows.items() if not refused & {key, _root(rows, key)}]


def _joined(rows: Mapping[str, Row], decided: Iterable[LikeProblem]) -> dict[str, set[str]]:
    """Return for each problem those that say the same: merged, taken over, or confirmed."""
    pairs = [(each.problem_id, each.other_id) for each in decided if each.is_same]
    for key, row in rows.items():
        pairs += [(key, other) for other in (row["merged_into"], row["origin_id"]) if other]
    joined: dict[str, set[str]] = {}
    for one, other in pairs:
        joined.setdefault(one, set()).add(other)
        joined.setdefault(other, set()).add(one)
    return joined


def _reached(problem_id: str, joined: Mapping[str, set[str]]) -> list[str]:
    """Return a problem and all that are joined with it directly or indirectly."""
    seen = {problem_id}
    waiting = [problem_id]
    for key in waiting:  # extended within the loop
        waiting += [each for each in sorted(joined.get(key, ())) if each not in seen]
        seen |= joined.get(key, set())
    return waiting


def _refused(decided: Iterable[LikeProblem], own: Sequence[str]) -> set[str]:
    """Return the problems that were rejected as different from those of `own`."""
    pairs = [(each.problem_id, each.other_id) for each in decided if not each.is_same]
    return {key for pair in pairs for key in pair if key not in own}


def _root(rows: Mapping[str, Row], key: str) -> str:
    """Return the problem that represents the group of a merged one."""
    path: set[str] = set()
    while key in rows and rows[key]["merged_into"] and key not in path:
        path.add(key)
        key = rows[key]["merged_into"]
    return key


def _heard(rows: Iterable[Row]) -> list[tuple[Row, list[Row]]]:
    """Return the first row of each chain of taken-over problems, and the whole chain."""
    in_order = sorted(rows, key=lambda row: (day_of(row), row["created_at"], row["id"]))
    by_id = {row["id"]: row for row in in_order}
    chains = grouped(in_order, lambda row: _origin(by_id, row))
    return [(chain[0], chain) for chain in chains.values()]


def _voices(
    rows: Sequence[Row], workshop_id: str, customer_of: Mapping[str, str]
) -> tuple[Voice, ...]:
    """Return a voice for each chain of rows; it is `own` if any row belongs to this workshop."""
    own_customers = {
        customer_of[row["customer_id"]] for row in rows if row["workshop_id"] == workshop_id
    }
    voices = []
    for row, chain in _heard(rows):
        customer = customer_of[row["customer_id"]]
        own = any(each["workshop_id"] == workshop_id for each in chain)
        here_first = sorted(chain, key=lambda each: each["workshop_id"] != workshop_id)
        speaker = next((each for each in here_first if each["participant_id"]), row)
        ours = customer in own_customers
        voices.append(_voice(row, speaker, customer, own=own, ours=ours))
    return tuple(voices)


def _origin(by_id: Mapping[str, Row], row: Row) -> str:
    """Return the id of the first problem of a chain of taken-over ones; it may be deleted."""
    key = row["id"]
    seen = {key}
    while key in by_id and (origin := by_id[key]["origin_id"]) and origin not in seen:
        seen.add(origin)
        key = origin
    return key


def _voice(row: Row, speaker: Row, customer: str, *, own: bool, ours: bool) -> Voice:
    """Return the voice of a row; `speaker` is the row of the same that knows who said it."""
    title = row["wording"] or row["first_wording"]
    return Voice(
        problem_id=row["id"],
        workshop_id=row["workshop_id"],
        request_id=row["request_id"] or "",
        customer=customer,
        person=speaker["person_id"] or speaker["participant_id"] or "",
        job=speaker["job"] or speaker["team"] or "",
        way=ContactKind(row["method"]),
        own_way=_own_way(row),
        date=day_of(row),
        words=title if row["source"] == Source.SPLIT else row["first_wording"],
        concrete=row["wording"],
        own=own,
        ours=ours,
    )


def _own_way(row: Row) -> str:
    return row["own_kind"] if row["method"] == ContactKind.OWN else ""


def day_of(row: Row) -> str:
    """Return the day on which a problem was heard (ISO)."""
    return row["heard_at"][:10] or row["date"] or row["created_at"][:10]


class LikeRow(Record):
    """A problem of another workshop that may say the same; `same` is None while undecided.

    `customer` is the customer's name, for private mode only.
    """

    problem_id: str
    customer: str
    date: str
    words: str
    way: ContactKind
    own_way: str
    job: str
    same: bool | None
    likeness: float = 0.0


class _Candidate(NamedTuple):
    problem_id: str
    likeness: float


class LikeProblems:
    """Finds problems of other workshops that may say the same; results are cached.

    The cache lasts until another workshop is opened, since until then only the open one is changed.
    """

    def __init__(self, session: Session, answers: Callable[[], Answers]) -> None:
        self._session = session
        self._opened: tuple[Store, int] | None = None
        self._found: dict[tuple[object, ...], tuple[_Candidate, ...]] = {}
        self._keys: dict[str, list[int]] = {}
        share = cache(lambda word: answers().word_share(word))  # how common it is, 0 to 1
        self._share: Callable[[str], float] = share
        self._wording = cache(partial(wording, share=share))
        self._topics = cache(lambda texts: answers().topics("\n".join(texts)))

    def rows(self, state: WorkshopState, problem: Problem) -> tuple[LikeRow, ...]:
        """Return the confirmed ones, then suggestions, most similar first, then rejected ones.

        Raises StoreError.
        """
        store = self._session.store
        group = state.merging.group_ids(problem.id)
        said = {row["id"]: row for row in _said_rows(self._session, problem)}
        roots = {_root(said, key) for key in said}
        confirmed = [
            key
            for key in sorted(roots, key=lambda key: day_of(said[key]), reverse=True)
            if said[key]["workshop_id"] != state.workshop.id
        ]
        refused = _refused(store.read(likes.decided_likes, group), group)
        found = self.find(state, problem)
        chains = {_origin(said, row) for row in said.values()}
        open_ones = [
            each for each in found if each.problem_id not in said and each.problem_id not in refused
        ]
        likeness_of = {each.problem_id: each.likeness for each in found}
        wanted = [*confirmed, *(each.problem_id for each in open_ones), *sorted(refused)]
        rows = {row["id"]: row for row in store.read(likes.said_rows, wanted)}
        listed: dict[str, LikeRow] = {}
        for key in wanted:
            row = rows.get(key)
            if row is None:
                continue
            same = True if key in said else False if key in refused else None
            chain = _origin(rows, row)
            if same is None and chain in chains:
                continue
            chains.add(chain)
            listed[key] = LikeRow(
                problem_id=key,
                customer=row["customer"],
                date=day_of(row),
                words=row["wording"] or row["first_wording"],
                way=ContactKind(row["method"]),
                own_way=_own_way(row),
                job=row["job"] or row["team"] or "",
                same=same,
                likeness=likeness_of.get(key, 0.0),
            )
        return tuple(listed.values())

    def find(self, state: WorkshopState, problem: Problem) -> tuple[_Candidate, ...]:
        """Return the problems of other workshops that may say the same, most similar first."""
        opened = (self._session.store, self._session.openings)
        if opened != self._opened:
            self._opened = opened
            self._found = {}
            self._keys = {}
        texts = _texts(state, problem)
        entries = _entries(state, problem)
        key = (texts, entries)
        if key not in self._found:
            self._found[key] = self._search(texts, entries, sample=state.workshop.is_sample)
        return self._found[key]

    def _search(
        self, texts: tuple[str, ...], entries: frozenset[str], *, sample: bool
    ) -> tuple[_Candidate, ...]:
        share = self._share
        asked = self._said(texts)
        keys = self._looked_up(asked.wordings)
        store = self._session.store
        if entries:
            keys += store.read(likes.with_entries, sorted(entries), _MOST_WITH_ENTRY)
        opened = self._session.workshop_id
        rows = store.read(likes.candidate_rows, dict.fromkeys(keys), opened, sample=sample)
        found: dict[str, float] = {}
        for row in rows:
            said = (row["wording"], row["first_wording"], row["title"], row["own_words"])
            alike = likeness(asked, self._said(tuple(filter(None, dict.fromkeys(said)))), share)
            if alike and entries & _row_entries(row):
                alike += SAME_ENTRY
            found[row["root"]] = max(alike, found.get(row["root"], 0.0))
        best = sorted(found.items(), key=lambda each: (-each[1], each[0]))
        return tuple(
            _Candidate(key, alike)
            for key, alike in best[:MOST_SUGGESTED]
            if alike >= LEAST_LIKENESS
        )

    def _looked_up(self, asked: Sequence[Wording]) -> list[int]:
        """Return the index keys of problems that share rare words, most similar first.

        Each query of the store is limited, so that the time hardly depends on the size of the
        store.
        """
        words: dict[str, float] = {}
        for one in asked:
            for word, each in one.words.items():
                if lookup(word):
                    words[word] = max(each.weight, words.get(word, 0.0))
        weights = {word: word_rarity(word, self._share) * each for word, each in words.items()}
        totals: dict[int, float] = {}
        frequent: list[str] = []
        for word in rarest_first(words, self._share)[:_MOST_WORDS]:
            keys = [] if self._share(word) > _COMMON else self._holding(lookup(word))
            if 0 < len(keys) <= _MOST_HOLDERS:
                for key in keys:
                    totals[key] = totals.get(key, 0.0) + weights[word]
            elif keys or self._share(word) > _COMMON:
                frequent.append(word)
        for one, other in combinations(frequent[:_MOST_PAIRED], 2):
            for key in self._holding(both(lookup(one), lookup(other))):
                totals[key] = totals.get(key, 0.0) + weights[one] + weights[other]
        best = sorted(totals, key=lambda key: (-totals[key], -key))
        return best[:_MOST_COMPARED]

    def _holding(self, expression: str) -> list[int]:
        """Return the index keys of the newest problems that match an expression."""
        if expression not in self._keys:
            most = _MOST_HOLDERS + 1
            store = self._session.store
            self._keys[expression] = store.read(likes.newest_holding, expression, most)
        return self._keys[expression]

    def _said(self, texts: tuple[str, ...]) -> ComparedProblem:
        """Return a problem with these wordings for comparison."""
        return ComparedProblem([self._wording(text) for text in texts], self._topics(texts))


def _texts(state: WorkshopState, problem: Problem) -> tuple[str, ...]:
    """Return the wordings of a problem, of those merged into it, and of its request."""
    said: list[str] = []
    for each in (problem, *state.merged_into(problem.id)):
        said += [each.wording, each.first_wording]
    request = state.request_of(problem.id)
    if request is not None:
        said += [request.title, request.own_words]
    return tuple(dict.fromkeys(text for text in said if text))


def _entries(state: WorkshopState, problem: Problem) -> frozenset[str]:
    """Return the ids of the answers chosen for a problem, and of the nearest one of its request."""
    found = {card.catalogue_id for card in state.cards_of(problem.id)}
    request = state.request_of(problem.id)
    if request is not None:
        found.add(request.nearest_id)
    return frozenset(found - {""})


def _row_entries(row: Row) -> set[str]:
    return {*json.loads(row["entries"] or "[]"), row["nearest_id"] or ""} - {""}
