"""Copies of the records that are encrypted with a password, for storage elsewhere.

The program neither lists them nor removes deleted records from them, since they can only be read
with the password. Records deleted meanwhile are removed when a copy is read back.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from workshop_app.domain.errors import StoreError, told_as
from workshop_app.encryption import (
    Encryption,
    WrongPassword,
    decrypted_pieces,
    is_encrypted_file,
    plain_pieces,
)
from workshop_app.open_store import is_open_store
from workshop_app.private_files import make_file, make_folder, replacing
from workshop_app.store.backup import BACKUPS
from workshop_app.store.copies import Description, Occasion, examined, write_description
from workshop_app.store.forgetting import clean_copies
from workshop_app.store.opening import plain_folder
from workshop_app.store.store import Store


def encrypted_copy(store: Store, target: Path, encryption: Encryption) -> Path:
    """Write a verified, encrypted copy of the open store to `target`; raises StoreError.

    The temporary unencrypted copy is created beside the store, never in the folder of `target`.
    """
    if target.exists() and not is_encrypted_file(target):
        raise StoreError("errors.encrypted_over_other", file=target.name)
    with told_as("errors.copy_failed"), _plain_file(store.path) as plain:
        store.copy_to(plain)
        encryption.encrypt_file(plain, target)
    return target


def encrypt_copy(copy: Path, target: Path, password: str) -> Path:
    """Write a copy encrypted to `target` and return `target`. Raises UserError and OSError."""
    if target.exists() and not is_encrypted_file(target):
        raise StoreError("errors.encrypted_over_other", file=target.name)
    Encryption(password).encrypt_file(copy, target)
    return target


def is_password_of(file: Path, password: str) -> bool:
    """Return whether `password` opens an encrypted file; raises InvalidInput and OSError."""
    with file.open("rb") as source:
        try:
            next(decrypted_pieces(source, password, file.name))
        except WrongPassword:
            return False
    return True


def take_encrypted(file: Path, store: Path, password: str) -> Path:
    """Add the content of an encrypted copy to the store's copies, verified; returns its path.

    Records that were permanently deleted since it was made are removed from it. Raises UserError
    and OSError.
    """
    made = datetime.fromtimestamp(file.stat().st_mtime).replace(microsecond=0)  # noqa: DTZ006
    taken = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    target = store.parent / BACKUPS / f"{store.stem}-taken-{taken}{store.suffix}"

    def check(part: Path) -> None:
        write_description(target, examined(part, Description(made, Occasion.HAND)))

    make_folder(target.parent)
    try:
        with file.open("rb") as source, replacing(target, check) as plain:
            plain.writelines(decrypted_pieces(source, password, file.name))
    except UnicodeDecodeError as error:
        raise StoreError("errors.copy_not_sound") from error
    clean_copies(store)
    return target


@contextmanager
def decrypted_copy(file: Path, store: Path) -> Iterator[Path]:
    """Yield a copy of the records that can be opened: `file`, or its content if encrypted.

    It is decrypted with the password of `encryption.reading_with` into a temporary file beside
    `store`, which must not be opened before the end of the block. Raises UserError.
    """
    if is_open_store(file) or not is_encrypted_file(file):
        yield file
        return
    with _plain_file(store) as plain:
        with (
            told_as("errors.store_folder"),
            file.open("rb") as source,
            os.fdopen(make_file(plain), "wb") as target,
        ):
            target.writelines(plain_pieces(source, file.name))
        yield plain


@contextmanager
def _plain_file(store: Path) -> Iterator[Path]:
    """Yield the path for a copy in a separate folder, which is removed at the end."""
    folder = plain_folder(store)
    try:
        shutil.rmtree(folder, ignore_errors=True)
        make_folder(folder)
        yield folder / store.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)
