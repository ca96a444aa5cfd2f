"""A solution: one entry of the catalogue, equally complete in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionText:
    """What an entry says in one language."""

    name: str
    what: str
    problems: tuple[str, ...]
    other_names: tuple[str, ...]
    limits: tuple[str, ...]
    first_steps: tuple[str, ...]
    search_words: tuple[str, ...]
    help_path: str
    help_url: str = ""
    """Empty only in catalogues other than Mackerel's."""
    terms: tuple[str, ...] = ()
    """Words of the trade by which it is found and that no other part holds: options, metrics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A catalogue entry; `checked` is the ISO date on which its facts met the official help.

    `catalogue` names the catalogue where it is not Mackerel's; its `id` then is
    ``catalogue/entry``.
    """

    id: str
    kind: str
    checked: str
    ja: SolutionText
    en: SolutionText
    catalogue: str = ""

    def text(self, language: str) -> SolutionText:
        """Return the entry's words in `language` (``ja`` or ``en``)."""
        return self.ja if language == "ja" else self.en
