"""The look of papers: the facilitator's name, contact, logo, closing words, size, time to reply."""

from pathlib import Path

from workshop_app.domain.facts.reply_day import SLACK
from workshop_app.domain.record import Record
from workshop_app.open_store import is_open_store
from workshop_app.settings import Settings

LOGO_BYTES = 2_000_000
"""Maximum size of a logo in bytes."""
LOGO_SIDE = 1_200
"""Maximum width and height of a logo in pixels."""
_PNG = b"\x89PNG\r\n\x1a\n"


class Branding(Record):
    """The facilitator's branding of papers; an empty field changes nothing."""

    facilitator: str = ""
    """Printed if the workshop has no facilitator."""
    contact: str = ""
    logo: bytes = b""
    """A PNG without transparency, as `logo_size` accepts it."""
    closing: str = ""
    paper_size: str = "a4"
    """One of `PAPER_SIZES`."""
    reply_slack: int = SLACK
    """Days between the product team's reply and the day on which the customer is told."""


PLAIN = Branding()


def branding_of(chosen: Settings, logo: Path) -> Branding:
    """Return the branding of the settings with the logo in the file `logo`, if it is valid."""
    return Branding(
        facilitator=chosen.facilitator,
        contact=chosen.papers_contact,
        logo=stored_logo(logo),
        closing=chosen.papers_closing,
        paper_size=chosen.paper_size,
        reply_slack=chosen.reply_slack,
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
