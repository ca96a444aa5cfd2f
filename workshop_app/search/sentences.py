"""How much of a query a single sentence, or a single name, of a document contains."""

from collections.abc import Sequence

from workshop_app.search.documents import SAID
from workshop_app.search.stems import stem

Parts = Sequence[list[tuple[str, list[str]]]]
"""For each document its lines: the name of the part, and the words."""
_NAMES = frozenset({"name", "other_names"})
_LEAST_OF_NAME = 0.6
_LONG = 10
"""A sentence of so many different words counts half: short ones are more specific."""


class Sentences:
    """The sentences of all documents in one language, by their words."""

    def __init__(self, documents: Parts) -> None:
        self._owner: list[int] = []
        self._is_limit: list[bool] = []
        self._said: list[list[int]] = []
        self._lengths: list[int] = []
        self._brevity: list[float] = []
        self._by_word: dict[str, list[int]] = {}
        for number, lines in enumerate(documents):
            self._said.append([])
            for part, words in lines:
                if part in SAID:
                    self._said[number].append(len(self._owner))
                different = dict.fromkeys(words)
                for word in different:
                    self._by_word.setdefault(word, []).append(len(self._owner))
                self._lengths.append(len(different))
                self._brevity.append(_LONG / (_LONG + len(different)))
                self._owner.append(number)
                self._is_limit.append(part == "limits")

    def share(self, word: str) -> float:
        """Return the share of all sentences that contain `word`, 0 to 1."""
        return len(self._by_word.get(word, ())) / max(1, len(self._owner))

    def weigh(self, weights: dict[str, float]) -> dict[int, float]:
        """Return the weight of the query words in each sentence that has any, by sentence."""
        by_sentence: dict[int, float] = {}
        for word, weight in weights.items():
            for sentence in self._by_word.get(word, ()):
                by_sentence[sentence] = by_sentence.get(sentence, 0.0) + weight
        return by_sentence

    def best(self, by_sentence: dict[int, float]) -> tuple[dict[int, float], dict[int, float]]:
        """Return for each document the weight in its best sentence, and in its best on limits."""
        said: dict[int, float] = {}
        limited: dict[int, float] = {}
        for sentence, weight in by_sentence.items():
            best = limited if self._is_limit[sentence] else said
            owner = self._owner[sentence]
            if weight > best.get(owner, 0.0):
                best[owner] = weight
        return said, limited

    def most_similar(self, by_sentence: dict[int, float]) -> dict[int, float]:
        """Return by document the weight in its most similar sentence; long ones count less."""
        similar: dict[int, float] = {}
        for sentence, weight in by_sentence.items():
            owner = self._owner[sentence]
            share = weight * self._brevity[sentence]
            if share > similar.get(owner, 0.0) and not self._is_limit[sentence]:
                similar[owner] = share
        return similar

    def nearest(self, number: int, by_sentence: dict[int, float], least: float) -> int | None:
        """Return the index of the problem or wish with the most weight, None if below `least`.

        Of equal ones it is the shortest.
        """
        sizes = [(by_sentence.get(each, 0.0), -self._lengths[each]) for each in self._said[number]]
        most = max(sizes, default=(0.0, 0))
        return sizes.index(most) if most[0] >= least else None


class Names:
    """The names of the documents in all languages."""

    def __init__(self, languages: Sequence[Parts], ids: Sequence[str]) -> None:
        owners: dict[frozenset[str], set[int]] = {}
        for documents in languages:
            for number, lines in enumerate(documents):
                said = [words for part, words in lines if part in _NAMES]
                for words in (*said, [stem(word) for word in ids[number].split("-")]):
                    plain = frozenset(word for word in words if not word.startswith("="))
                    if plain:
                        owners.setdefault(plain, set()).add(number)
        self._names = list(owners)
        self._owners = list(owners.values())
        self._by_word: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for word in name:
                self._by_word.setdefault(word, []).append(place)

    def weigh(self, weights: dict[str, float]) -> dict[int, float]:
        """Return the weight of the names that the query contains for the most part, by document."""
        matched: dict[int, list[float]] = {}
        for word, weight in weights.items():
            for place in self._by_word.get(word, ()):
                matched.setdefault(place, []).append(weight)
        found: dict[int, float] = {}
        for place, parts in matched.items():
            share = len(parts) / len(self._names[place])
            if share >= _LEAST_OF_NAME:
                for number in self._owners[place]:
                    found[number] = max(found.get(number, 0.0), sum(parts) * share**2)
        return found
