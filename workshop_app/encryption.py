"""Encrypts files with a password, in the format described in ``docs/formats.md``.

PDFs are encrypted by PDF's own method (`exports.pdf_encryption`).
"""

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.private_files import make_folder, replacing

ENDING = ".enc"
"""Appended to the file name of the content."""
MOST_BYTES = 127
"""Maximum length of a password in bytes: PDF programs ignore the rest."""
MAGIC = b"WSAPPENC"
_VERSION = 1
_COST = 17
"""log2 of scrypt's N, which makes guessing slow: with r = 8 and p = 1, 128 MB per attempt."""
_COSTS = range(10, _COST + 1)
"""Costs accepted when reading; a higher one would exceed the memory for reading a file."""
_SALT = 16
_KEY = 32
_SUM = 32
_NONCE = 12
_TAG = 16
_ABOUT = len(MAGIC) + 2 + 2 * _SALT
_HEAD = _ABOUT + 2 * _SUM
_PIECE = 1 << 16
"""Bytes encrypted as one piece."""


class PasswordNeeded(InvalidInput):
    """The file is encrypted, and no password is available."""


class WrongPassword(InvalidInput):
    """The file is encrypted with another password."""


def normalised_password(password: str) -> str:
    """Return a password in NFKC, as PDF programs compare it; raises InvalidInput."""
    normalised = unicodedata.normalize("NFKC", password)
    if len(normalised.encode(errors="replace")) > MOST_BYTES:
        raise InvalidInput("errors.password_long", n=MOST_BYTES)
    if not normalised.strip() or not normalised.isprintable():
        raise InvalidInput("errors.password_empty")
    return normalised


class Encryption:
    """Encrypts any number of files with one password, each with different keys."""

    def __init__(self, password: str) -> None:
        self._password = normalised_password(password)
        self._salt = os.urandom(_SALT)

    def encrypt(self, source: BinaryIO, target: BinaryIO) -> None:
        """Write the content of `source` to `target`, encrypted."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        own = os.urandom(_SALT)
        about = MAGIC + bytes((_VERSION, _COST)) + self._salt + own
        keys = _keys(_stretch(self._password, self._salt, _COST), own)
        head = about + hashlib.sha256(about).digest() + keys.seal(about)
        target.write(head)
        cipher = AESGCM(keys.content)
        target.writelines(
            cipher.encrypt(_nonce(number, last=last), piece, head)
            for number, last, piece in _pieces(source, _PIECE)
        )

    def encrypted(self, data: bytes) -> bytes:
        """Return `data` encrypted."""
        target = BytesIO()
        self.encrypt(BytesIO(data), target)
        return target.getvalue()

    def encrypt_file(self, source: Path, target: Path) -> None:
        """Write the file `source` encrypted to `target`, which is only created after verification.

        Raises OSError; then `target` is unchanged.
        """

        def check(part: Path) -> None:
            with source.open("rb") as plain, part.open("rb") as file:
                _compare(plain, file, self._password)

        make_folder(target.parent)
        with source.open("rb") as plain, replacing(target, check) as file:
            self.encrypt(plain, file)


def is_encrypted(head: bytes) -> bool:
    """Return whether a file that begins with `head` is encrypted."""
    return head.startswith(MAGIC)


def is_encrypted_file(path: Path) -> bool:
    """Return whether the file at `path` is encrypted; False if it cannot be read."""
    try:
        if not path.is_file():  # checked first: opening a pipe would block
            return False
        with path.open("rb") as file:
            return is_encrypted(file.read(len(MAGIC)))
    except (OSError, ValueError):
        return False


def suffix_of(path: Path) -> str:
    """Return the suffix of the content's file name in lower case, also of an encrypted file."""
    return Path(path.name.removesuffix(ENDING)).suffix.lower()


def decrypted(data: bytes, password: str, name: str) -> bytes:
    """Return the content of an encrypted file; raises as `decrypted_pieces`."""
    return b"".join(decrypted_pieces(BytesIO(data), password, name))


def decrypted_pieces(source: BinaryIO, password: str, name: str) -> Iterator[bytes]:
    """Yield the content of an encrypted file in pieces; errors contain `name`.

    Raises WrongPassword. Raises InvalidInput for a file that is damaged, truncated, or of a later
    version; damage may only be found after some pieces.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    damaged = InvalidInput("errors.encrypted_damaged", file=name)
    head = source.read(_HEAD)
    about = head[:_ABOUT]
    sha256 = head[_ABOUT:-_SUM]
    seal = head[-_SUM:]
    if len(head) < _HEAD or not is_encrypted(head) or hashlib.sha256(about).digest() != sha256:
        raise damaged
    version, cost = about[len(MAGIC) : len(MAGIC) + 2]
    if version != _VERSION or cost not in _COSTS:
        raise InvalidInput("errors.encrypted_too_new", file=name)
    salts = about[len(MAGIC) + 2 :]
    keys = _keys(_stretch(normalised_password(password), salts[:_SALT], cost), salts[_SALT:])
    if not hmac.compare_digest(keys.seal(about), seal):
        raise WrongPassword("errors.encrypted_wrong_password", file=name)
    cipher = AESGCM(keys.content)
    for number, last, piece in _pieces(source, _PIECE + _TAG):
        try:
            yield cipher.decrypt(_nonce(number, last=last), piece, head)
        except (InvalidTag, ValueError):
            raise damaged from None


_reading_with: ContextVar[str] = ContextVar("password", default="")


@contextmanager
def reading_with(password: str) -> Iterator[None]:
    """Within the block, read encrypted files with `password` as if they were not encrypted."""
    token = _reading_with.set(password)
    try:
        yield
    finally:
        _reading_with.reset(token)


def plain(data: bytes, name: str) -> bytes:
    """Return the content of a file, which may be encrypted, using `reading_with`'s password.

    Raises PasswordNeeded, and as `decrypted_pieces`.
    """
    if not is_encrypted(data):
        return data
    return b"".join(plain_pieces(BytesIO(data), name))


def plain_pieces(source: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the content of an encrypted file, using `reading_with`'s password.

    Raises PasswordNeeded, and as `decrypted_pieces`.
    """
    password = _reading_with.get()
    if not password:
        raise PasswordNeeded("errors.encrypted", file=name)
    return decrypted_pieces(source, password, name)


class _Keys(NamedTuple):
    content: bytes
    head: bytes

    def seal(self, about: bytes) -> bytes:
        """Return the code by which the right password is recognised."""
        return hmac.digest(self.head, about, "sha256")


@lru_cache(maxsize=1)
def _stretch(password: str, salt: bytes, cost: int) -> bytes:
    """Return the key shared by all files of an `Encryption`; takes about a third of a second."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=_KEY, n=1 << cost, r=8, p=1).derive(password.encode())


def _keys(stretched: bytes, salt: bytes) -> _Keys:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    hkdf = HKDF(algorithm=SHA256(), length=2 * _KEY, salt=salt, info=b"workshop-app")
    made = hkdf.derive(stretched)
    return _Keys(made[:_KEY], made[_KEY:])


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_NONCE - 1, "big") + bytes((last,))


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bool, bytes]]:
    """Yield the number, whether it is the last one, and the bytes of each piece; at least one."""
    piece = source.read(size)
    number = 0
    while True:
        following = source.read(size)
        yield number, not following, piece
        if not following:
            return
        piece = following
        number += 1


def _compare(original: BinaryIO, file: BinaryIO, password: str) -> None:
    """Read an encrypted file back; raises OSError if its content differs from `original`."""
    try:
        for piece in decrypted_pieces(file, password, ""):
            if original.read(len(piece)) != piece:
                raise OSError("read back")
    except InvalidInput:
        raise OSError("read back") from None
    if original.read(1):
        raise OSError("read back")
