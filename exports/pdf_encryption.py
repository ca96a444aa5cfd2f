"""Encrypts PDFs with a password, by AES with keys of 256 bits (PDF 2.0, revision 6)."""

from io import BytesIO

from workshop_app.domain.errors import UserError


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
