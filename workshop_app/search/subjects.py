"""Documents whose subject a query does not mention.

Everyday words ("it is slow, but nobody knows why") match an entry about one product as well as a
general one, but users who need the former nearly always name the product.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workshop_app.search.terms import fold, terms


class Subjects:
    """The subjects of the documents, in order: words, one of which a query about it contains."""

    def __init__(self, subjects: Iterable[Sequence[str]]) -> None:
        self._narrow: set[int] = set()
        self._by_term: defaultdict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
        for number, words in enumerate(subjects):
            for word in words:
                parts = _parts(fold(word))
                self._by_term[min(parts)].append((parts, number))
                self._narrow.add(number)

    def not_said(self, folded: str) -> set[int]:
        """Return the numbers of the documents whose subject a folded query does not mention."""
        said = _parts(folded)
        named = {n for term in said for parts, n in self._by_term.get(term, ()) if parts <= said}
        return self._narrow - named


def _parts(folded: str) -> frozenset[str]:
    return frozenset([term.text for term in terms(folded)])
