"""The passwords of commands; never an argument, which other users of the computer can read."""

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
    """Return the password to encrypt with; raises InvalidInput for one that is unfit."""
    return normalised_password(_given(confirmed=True))


def known_password() -> str:
    """Return the password to read an encrypted file with."""
    return _given(confirmed=False)


@contextmanager
def reading(files: Iterable[Path]) -> Iterator[None]:
    """Ask for the password once where one of the files is encrypted, and read all with it."""
    with reading_with(known_password() if any(map(is_encrypted_file, files)) else ""):
        yield


def _given(*, confirmed: bool) -> str:
    """Return what is in the environment, typed at the terminal, or the first line of the input."""
    found = os.environ.get(VARIABLE, "")
    if found:
        return found
    if sys.stdin.isatty():
        words = tr("cli.password.ask")
        return click.prompt(words, hide_input=True, confirmation_prompt=confirmed, err=True)
    return sys.stdin.readline().rstrip("\r\n")
