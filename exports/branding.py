"""The facilitator's branding of papers: name, contact, logo, colour, closing sentence, parts."""

import re
from dataclasses import dataclass
from pathlib import Path

from workshop_app.open_store import is_open_store
from workshop_app.settings import PAPER_PARTS, Settings

LOGO_BYTES = 2_000_000
"""Maximum size of a logo in bytes."""
LOGO_SIDE = 1_200
"""Maximum width and height of a logo in pixels."""
CONTRAST = 4.5
"""Minimum contrast of a colour on white: level AA of WCAG 2."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branding:
    """The facilitator's branding of papers; an empty field changes nothing."""

    facilitator: str = ""
    """Printed if the workshop has no facilitator."""
    contact: str = ""
    logo: bytes = b""
    """A PNG without transparency, as `logo_size` accepts it."""
    colour: str = ""
    """Of titles and headings, as #RRGGBB."""
    closing: str = ""
    left_out: tuple[str, ...] = ()
    """Parts of the customer's papers to omit: some of PAPER_PARTS."""


PLAIN = Branding()


def branding_of(chosen: Settings, logo: Path) -> Branding:
    """Return the branding of the settings with the logo in the file `logo`, if it is valid.

    A colour with too little contrast is left out.
    """
    colour = chosen.papers_colour
    return Branding(
        facilitator=chosen.facilitator,
        contact=chosen.papers_contact,
        logo=stored_logo(logo),
        colour=colour if is_colour(colour) and contrast(colour) >= CONTRAST else "",
        closing=chosen.papers_closing,
        left_out=tuple(part for part in PAPER_PARTS if part in chosen.papers_parts_left_out),
    )


def stored_logo(file: Path) -> bytes:
    """Return the bytes of the logo; empty if there is no file or it cannot be printed."""
    if is_open_store(file):
        return b""
    try:
        with file.open("rb") as opened:
            data = opened.read(LOGO_BYTES + 1)
    except OSError:
        return b""
    return data if logo_size(data) else b""


def logo_size(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a PNG in pixels; None if it is not a PNG or too large."""
    if len(data) > LOGO_BYTES or data[:8] != _PNG or data[12:16] != b"IHDR":
        return None
    width = int.from_bytes(data[16:20], "big")
    height = int.from_bytes(data[20:24], "big")
    return (width, height) if 0 < width <= LOGO_SIDE and 0 < height <= LOGO_SIDE else None


def is_colour(text: str) -> bool:
    """Return whether `text` is a colour as #RRGGBB."""
    return _COLOUR.fullmatch(text) is not None


def rgb(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of a #RRGGBB colour, each 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def contrast(colour: str) -> float:
    """Return the contrast ratio of a #RRGGBB colour on white, by the formula of WCAG 2."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in rgb(colour)
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
