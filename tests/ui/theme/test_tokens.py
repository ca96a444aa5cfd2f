"""Every used pair of text and background colour is readable, by the WCAG formula."""

import pytest

from tests.helpers.contrast import contrast
from ui.theme.roles import ROLES
from ui.theme.tokens import PALETTES, Palette

GROUNDS = ("surface", "canvas", "rail", "sunken", "hover", "accent_soft")
ON_PAGES = ("surface", "canvas", "sunken", "accent_soft")
"""What a page paints behind texts: sheet, page, quiet sheet, selected row."""
FOR_THE_ROOM = ("room", "problem", "timer")
"""Sizes that are read from the last row."""


@pytest.fixture(params=PALETTES)
def palette(request) -> Palette:
    return PALETTES[request.param]


def test_the_contrast_formula_is_right_for_black_and_white():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3"])
def test_ink_is_readable_on_every_ground(palette, ink, ground):
    assert contrast(palette.colour(ink), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize("role", ROLES)
def test_every_kind_of_text_is_readable_wherever_pages_show_it(palette, role):
    kind = ROLES[role]
    least = 7 if kind.size in FOR_THE_ROOM else 4.5
    for ground in ("banner",) if kind.colour == "on_banner" else ON_PAGES:
        assert contrast(palette.colour(kind.colour), palette.colour(ground)) >= least, ground


@pytest.mark.parametrize("outcome", ["solution", "card", "request", "not_ours", "open"])
def test_the_room_reads_outcomes_on_their_tint_on_sheets_and_in_selected_rows(palette, outcome):
    for ground in (f"{outcome}_tint", *ON_PAGES):
        assert contrast(palette.colour(outcome), palette.colour(ground)) >= 7, ground


@pytest.mark.parametrize("ground", ["surface", "canvas", "accent_soft"])
def test_accent_is_readable_as_text(palette, ground):
    assert contrast(palette.accent, palette.colour(ground)) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("on_accent", "accent", 7),
        ("on_accent", "accent_hover", 7),
        ("danger", "surface", 7),
        ("danger", "hover", 4.5),
        ("on_banner", "banner", 7),
        ("on_toast", "toast", 7),
        ("digits", "warn", 7),
        ("digits", "late", 7),
        ("digits", "early", 7),
    ],
)
def test_words_on_coloured_areas(palette, text, ground, least):
    assert contrast(palette.colour(text), palette.colour(ground)) >= least


TINTS = ("solution_tint", "card_tint", "request_tint", "not_ours_tint", "open_tint")


@pytest.mark.parametrize("ground", TINTS)
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3"])
def test_ink_is_readable_on_tints(palette, ink, ground):
    assert contrast(palette.colour(ink), palette.colour(ground)) >= 4.5


def test_what_a_field_says_before_anything_is_typed_is_readable(palette):
    for ground in ("surface", "canvas", "sunken"):  # the placeholder is painted in ink3
        assert contrast(palette.ink3, palette.colour(ground)) >= 4.5


def test_disabled_words_are_readable(palette):
    for ground in ("sunken", "surface", "canvas"):  # buttons, menus, choices and switches: ink3
        assert contrast(palette.ink3, palette.colour(ground)) >= 4.5
    assert contrast(palette.ink2, palette.sunken) >= 4.5  # fields


def test_selected_letters_are_readable(palette):
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.ink, palette.accent_soft) >= 4.5


@pytest.mark.parametrize(
    ("ring", "area"), [("on_toast", "toast"), ("on_banner", "banner"), ("digits", "warn")]
)
def test_the_ring_is_seen_on_coloured_areas_too(palette, ring, area):
    assert contrast(palette.colour(ring), palette.colour(area)) >= 3


@pytest.mark.parametrize("ground", [*GROUNDS, *TINTS])
@pytest.mark.parametrize("stroke", ["edge", "focus", "accent"])
def test_borders_and_focus_are_seen(palette, stroke, ground):
    assert contrast(palette.colour(stroke), palette.colour(ground)) >= 3


def test_a_token_that_does_not_exist_is_an_error(palette):
    with pytest.raises(AttributeError):
        palette.colour("pink")
