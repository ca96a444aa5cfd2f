"""The branding from the settings, without a logo that cannot be printed."""

import pytest

from exports.branding import LOGO_SIDE, PLAIN, Branding, branding_of, logo_size
from tests.helpers.pictures import a_png
from workshop_app.settings import Settings


def test_without_settings_papers_are_as_the_program_makes_them(tmp_path):
    assert branding_of(Settings(), tmp_path / "logo.png") == PLAIN


def test_all_that_was_set_is_carried_over(tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(a_png())
    chosen = Settings(
        facilitator="三谷 恵",
        papers_contact="cre@example.com",
        papers_closing="ありがとうございました。",
    )
    assert branding_of(chosen, logo) == Branding(
        facilitator="三谷 恵",
        contact="cre@example.com",
        logo=a_png(),
        closing="ありがとうございました。",
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", a_png(LOGO_SIDE + 1, 1), a_png()[:20], b"x" * 3_000_000],
)
def test_a_logo_that_is_no_small_png_is_left_out(tmp_path, data):
    file = tmp_path / "logo.png"
    file.write_bytes(data)
    assert branding_of(Settings(), file).logo == b""


def test_the_size_of_a_logo():
    assert logo_size(a_png(300, 100)) == (300, 100)
