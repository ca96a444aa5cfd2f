"""The record of a solution: one entry of the catalogue in both languages."""

from workshop_app.domain.record import Record


class SolutionText(Record):
    """The texts of an entry in one language."""

    name: str
    what: str
    problems: tuple[str, ...]
    other_names: tuple[str, ...]
    limits: tuple[str, ...]
    first_steps: tuple[str, ...]
    search_words: tuple[str, ...]
    help_path: str
    help_url: str = ""
    """Never empty in Mackerel's catalogue."""
    asks: str = ""
    """A question; answering yes favours this entry over similar ones."""
    asks_product: str = ""
    """A question that entries have in common which differ only by product: “Which database is it?”

    It is asked if several of them are found and none of their `products` was named.
    """
    products: tuple[str, ...] = ()
    """Names of the product that it is for; not searched."""
    terms: tuple[str, ...] = ()
    """Technical terms for the search index that no other text contains: options, metrics."""
    subject: tuple[str, ...] = ()
    """Words for its subject, such as a product; without one of them it ranks lower."""
    not_for: tuple[str, ...] = ()
    """Counter-examples: lines with words of its problems that it does not solve."""
    answer_line: str = ""
    """What it does about the problem, in one line of a paper; never empty in Mackerel's catalogue.

    In Japanese in polite form, without a full stop. It is not searched.
    """
    action: str = ""
    """What somebody would write on a to-do list to begin with it; not searched.

    If empty, the proposed action is made of the name.
    """
    help_heading: str = ""
    """The heading in `help_url` where the answer is: the caption of its QR code."""
    example: str = ""
    """A command, or a line of a configuration, that the steps say to use; it is not searched."""


def last_heading(help_path: str) -> str:
    """Return the last heading of a path such as ``Help → Alerts → Closing alerts``."""
    return help_path.rpartition("→")[2].strip()


class Solution(Record):
    """A catalogue entry; `checked` is the ISO date of its last comparison with the official help.

    `catalogue` is the name of the catalogue, empty for Mackerel's; the `id` of an entry of another
    catalogue is ``folder/entry``.
    """

    id: str
    kind: str
    checked: str
    ja: SolutionText
    en: SolutionText
    catalogue: str = ""

    def text(self, language: str) -> SolutionText:
        """Return the texts in `language` (``ja`` or ``en``)."""
        return self.ja if language == "ja" else self.en
