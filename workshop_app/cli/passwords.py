"""Passwords for commands.

They are never arguments, since other users of the computer can read those.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from workshop_app.encryption import is_encrypted_file, normalised_password, reading_with
from workshop_app.i18n import tr

VARIABLE = "WORKSHOP_APP_PASSWORD"


def new_password() -> str:
    """Return the password to encrypt with; raises InvalidInput if it is empty or too long."""
    return normalised_password(_given(confirmed=True))


def known_password() -> str:
    """Return the password to read an encrypted file with."""
    return _given(confirmed=False)


@contextmanager
def reading(files: Iterable[Path]) -> Iterator[None]:
    """Ask for the password once if any of the files is encrypted, and use it for all."""
    with reading_with(known_password() if any(map(is_encrypted_file, files)) else ""):
        yield


def _given(*, confirmed: bool) -> str:
    """Return the password from the environment, the terminal, or the first line of stdin."""
    found = os.environ.get(VARIABLE, "")
    if found:
        return found
    if sys.stdin.isatty():
        words = tr("cli.password.ask")
        return click.prompt(words, hide_input=True, confirmation_prompt=confirmed, err=True)
    return sys.stdin.readline().rstrip("\r\n")
