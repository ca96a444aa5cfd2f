"""No page ends in, or has, a white band that is higher than a sixth of it."""

import pytest

from exports.job import export
from tests.exports.pdf.documents.test_hostile import with_sixty_problems
from tests.helpers.page_geometry import white_bands
from tests.helpers.papers import sample_state, solutions
from workshop_app.i18n import LANGUAGES

BY_LINES = 0.012
"""What the space between lines adds at the end of a page."""


@pytest.mark.parametrize("state_of", [sample_state, with_sixty_problems])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_band_is_higher_than_a_sixth_of_a_page(language, state_of, tmp_path):
    names = ("summary", "handout", "follow_up", "dossier", "record")
    state = state_of(language)
    for paper in export(state, solutions(), tmp_path, names, language).papers:
        bands = white_bands(paper.file.read_bytes())
        assert max(bands) <= 1 / 6 + BY_LINES, paper.file.name
