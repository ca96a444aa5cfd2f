"""PDFs that open with a password only, encrypted by AES with keys of 256 bits."""

import unicodedata
from io import BytesIO

from workshop_app.domain.errors import InvalidInput, UserError

MOST_BYTES = 127
"""What the form allows of a password; what is longer would be cut off without a word."""


def usable(password: str) -> str:
    """Return a password in the form in which programs compare it; raises InvalidInput."""
    usual = unicodedata.normalize("NFKC", password)
    if len(usual.encode()) > MOST_BYTES:
        raise InvalidInput("errors.password_long", n=MOST_BYTES)
    if not usual.strip() or not usual.isprintable():
        raise InvalidInput("errors.password_empty")
    return usual


def locked(data: bytes, password: str) -> bytes:
    """Return the PDF `data` encrypted, after trying that it opens with `password` alone.

    Keys are drawn at random: the same PDF gives other bytes each time.
    """
    import pikepdf

    out = BytesIO()
    wish = pikepdf.Encryption(owner=password, user=password, R=6)
    with pikepdf.open(BytesIO(data)) as paper:
        paper.save(out, encryption=wish)
    made = out.getvalue()
    if not opens(made, password) or opens(made, ""):
        raise UserError("errors.password_failed")
    return made


def opens(data: bytes, password: str) -> bool:
    """Tell whether a PDF can be read with `password`."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), password=password) as paper:
            return len(paper.pages) > 0
    except pikepdf.PasswordError:
        return False
