"""Decides which addresses may become a link or a QR code."""

from urllib.parse import urlsplit

_LONGEST = 300


def is_safe(address: str) -> bool:
    """Return whether `address` is https, has an ASCII host and no user, and is not too long."""
    if len(address) > _LONGEST or not address.isascii() or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return (
        parts.scheme == "https" and "@" not in parts.netloc and "." in host and " " not in address
    )
