"""The record of a known gap: what a product cannot do, is limited to, or does not have."""

from enum import StrEnum

from workshop_app.domain.record import Record


class GapEvidence(StrEnum):
    """How a gap is known."""

    STATED = "stated"
    """The help states it, under the heading that the gap names."""
    NOT_FOUND = "not_found"
    """The whole help was searched on the day of the check, without a result."""


class GapText(Record):
    """The texts of a gap in one language."""

    name: str
    wishes: tuple[str, ...]
    says: str
    """The fact, in one sentence."""
    falls_short: tuple[str, ...] = ()
    """For each entry of `Gap.nearest`, why it is not enough."""
    source_heading: str = ""
    """The path to the page and the heading in the help; only for stated gaps."""
    source_url: str = ""
    looked_for: tuple[str, ...] = ()
    """The words that were searched for; only for gaps that were not found."""
    way_round: str = ""
    terms: tuple[str, ...] = ()
    """Technical terms for the search index that no other text contains."""
    subject: tuple[str, ...] = ()
    """Terms for its subject; the gap is stated only for lines that contain one (`subjects`)."""


class Gap(Record):
    """A known gap; `checked` is the ISO date of its last comparison with the official help.

    `nearest` are ids of catalogue entries, nearest first; `related` are ids of other gaps that are
    easily confused with this one. `catalogue` is empty for Mackerel's; the `id` of a gap of another
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
