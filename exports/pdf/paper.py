"""The data of one printed document, and the characters that it can print."""

from collections.abc import Mapping

from exports.branding import PLAIN, Branding
from exports.material import Material
from exports.pdf.fonts import typeface
from exports.pdf.glyphs import Glyphs
from exports.replaced_characters import ReplacedCharacter
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant


class Paper(Material):
    """The data of one printed document about one workshop in one language.

    `reader` is the participant that it is for, or None for everybody. `sheets` is the requested
    number of worksheets, or 0 for one per participant.
    """

    def __init__(
        self,
        state: WorkshopState,
        solutions: Mapping[str, Solution],
        language: str,
        *,
        masked: bool = False,
        reader: Participant | None = None,
        sheets: int = 0,
        branding: Branding = PLAIN,
    ) -> None:
        super().__init__(state, solutions, language, masked=masked, branding=branding)
        self.reader = reader
        self.sheets = sheets
        self._glyphs = Glyphs(typeface().characters)

    @property
    def replaced(self) -> tuple[ReplacedCharacter, ...]:
        """The characters replaced so far."""
        return self._glyphs.replaced

    def fit(self, text: str) -> str:
        """Return `printable` text with only characters of the typeface."""
        return self._glyphs.fit(self.printable(text))
