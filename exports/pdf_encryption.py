"""Encrypts PDFs with a password, by AES with keys of 256 bits (PDF 2.0, revision 6)."""

import unicodedata
from io import BytesIO

from workshop_app.domain.errors import InvalidInput, UserError

MOST_BYTES = 127
"""Maximum length of a password in bytes; PDF programs ignore the rest."""


def normalised_password(password: str) -> str:
    """Return a password in NFKC, as PDF programs compare it; raises InvalidInput."""
    normalised = unicodedata.normalize("NFKC", password)
    if len(normalised.encode()) > MOST_BYTES:
        raise InvalidInput("errors.password_long", n=MOST_BYTES)
    if not normalised.strip() or not normalised.isprintable():
        raise InvalidInput("errors.password_empty")
    return normalised


def encrypted(data: bytes, password: str) -> bytes:
    """Return the PDF `data` encrypted; raises UserError unless only `password` opens it.

    Keys are random, so the output differs each time.
    """
    import pikepdf

    out = BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password, R=6)
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=encryption)
    result = out.getvalue()
    if not opens_with(result, password) or opens_with(result, ""):
        raise UserError("errors.password_failed")
    return result


def opens_with(data: bytes, password: str) -> bool:
    """Return whether a PDF can be read with `password`."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), password=password) as pdf:
            return len(pdf.pages) > 0
    except pikepdf.PasswordError:
        return False
