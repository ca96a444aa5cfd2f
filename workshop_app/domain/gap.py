"""The record of a known gap: what a product cannot do, is limited to, or does not have."""

from dataclasses import dataclass
from enum import StrEnum


class GapEvidence(StrEnum):
    """How a gap is known."""

    STATED = "stated"
    """The help says so, under a heading that the gap names."""
    NOT_FOUND = "not_found"
    """Words were looked for in the whole help, and the help of that day does not show them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapText:
    """The texts of a gap in one language."""

    name: str
    wishes: tuple[str, ...]
    says: str
    """What is true, in one sentence."""
    falls_short: tuple[str, ...] = ()
    """For each entry of `Gap.nearest`, why it is not enough."""
    source_heading: str = ""
    """The way to the page and the heading; of stated gaps."""
    source_url: str = ""
    looked_for: tuple[str, ...] = ()
    """The words that were looked for; of gaps that were not found."""
    way_round: str = ""
    terms: tuple[str, ...] = ()
    """Technical terms by which it is found and that no other text contains."""
    subject: tuple[str, ...] = ()
    """Words for what it is about, such as a product; without one of them it comes later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A known gap; `checked` is the ISO date of its last comparison with the official help.

    `nearest` are ids of catalogue entries, nearest first; `related` are ids of other gaps that are
    easily mistaken for this one. `catalogue` is empty for Mackerel's; the `id` of a gap of another
    catalogue is ``folder/gap``.
    """

    id: str
    evidence: GapEvidence
    checked: str
    nearest: tuple[str, ...]
    ja: GapText
    en: GapText
    related: tuple[str, ...] = ()
    catalogue: str = ""

    def text(self, language: str) -> GapText:
        """Return the texts in `language` (``ja`` or ``en``)."""
        return self.ja if language == "ja" else self.en
