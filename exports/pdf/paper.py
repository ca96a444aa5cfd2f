"""The data of one printed document, and the characters that it can print."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from exports.branding import PLAIN, Branding
from exports.material import Material
from exports.pdf.fonts import typeface
from exports.pdf.glyphs import Glyphs
from exports.replaced_characters import ReplacedCharacter
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant

_Part = TypeVar("_Part")


class SharedParts:
    """What the papers of one document share, for several readers and in all forms."""

    def __init__(self) -> None:
        self.fitting: set[str] = set()
        """The texts that are printed as they are."""
        self.made: dict[tuple[Hashable, ...], tuple[Any, tuple[ReplacedCharacter, ...]]] = {}
        """Parts by their keys, and the characters that were replaced in them."""

    @cached_property
    def close(self) -> SharedParts:
        """The same with smaller gaps (`close_together`)."""
        return SharedParts()


class Paper(Material):
    """The data of one printed document about one workshop in one language.

    `reader` is the participant that it is for, or None for everybody. `worksheets` is the requested
    number of worksheets, or 0 for one per participant. `shared` is what it shares with papers for
    other readers. What would make it long is left out of a `shorter` one, the higher the number.
    """

    def __init__(  # noqa: PLR0913 - independent options
        self,
        state: WorkshopState,
        solutions: Mapping[str, Solution],
        language: str,
        *,
        masked: bool = False,
        reader: Participant | None = None,
        worksheets: int = 0,
        branding: Branding = PLAIN,
        shared: SharedParts | None = None,
        shorter: int = 0,
    ) -> None:
        super().__init__(state, solutions, language, masked=masked, branding=branding)
        self.reader = reader
        self.worksheets = worksheets
        self.shorter = shorter
        self._shared = SharedParts() if shared is None else shared
        self._glyphs = Glyphs(typeface().characters)

    @property
    def replaced(self) -> tuple[ReplacedCharacter, ...]:
        """The characters replaced so far."""
        return self._glyphs.replaced

    def fit(self, text: str) -> str:
        """Return `printable` text with only characters of the typeface."""
        if text in self._shared.fitting:
            return text
        fitted = self._glyphs.fit(self.printable(text))
        if fitted == text:
            self._shared.fitting.add(text)
        return fitted

    def once(self, key: tuple[Hashable, ...], make: Callable[[], _Part]) -> _Part:
        """Return the result of `make`, computed once for all papers that share their parts.

        It must be the same for each reader, and for a `shorter` paper. The characters that it
        replaces are counted in each paper.
        """
        if key not in self._shared.made:
            own = self._glyphs
            self._glyphs = Glyphs(typeface().characters)
            try:
                made = make()
            finally:
                inner = self._glyphs
                self._glyphs = own
            self._shared.made[key] = made, inner.replaced
        made, replaced = self._shared.made[key]
        self._glyphs.add(replaced)
        return made
