"""What every part of a printed document needs: its material, and the typeface's limits."""

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
    """One printed document about one workshop in one language.

    `reader` is the participant it is for; None means that it is for everybody. `sheets` is how
    many worksheets were asked for; 0 means one for each participant.
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
        """The characters that had to be replaced so far."""
        return self._glyphs.replaced

    def fit(self, text: str) -> str:
        """Return `text` as it may be printed: masked, and in characters of the typeface."""
        return self._glyphs.fit(self.cover(text))
