"""Errors shown to users, each with a text key of `locale/*/errors.toml` instead of a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager


class UserError(Exception):
    """An error with one sentence for the user: what happened, what is safe, what to do.

    `key` names a text in the area ``errors``; `values` fill its placeholders.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class InvalidInput(UserError):
    """The input was refused; nothing was changed."""


class NotFound(UserError):
    """The record that a command refers to is not in the store."""


class StoreError(UserError):
    """The store cannot be opened or written; what was saved before is unchanged."""


class StoreMoved(StoreError):
    """The file of the open store was moved or deleted; the data read from it is complete."""


def reason_of(error: OSError) -> str:
    """Return what the system says about an error."""
    return error.strerror or type(error).__name__


@contextmanager
def told_as(key: str, kind: type[UserError] = StoreError, **values: object) -> Iterator[None]:
    """Raise an OSError in the block, or in the function that it decorates, as an error of a kind.

    Its text gets the `values`, and what the system says as ``reason``.
    """
    try:
        yield
    except OSError as error:
        raise kind(key, reason=reason_of(error), **values) from error


@contextmanager
def about_file(name: str) -> Iterator[None]:
    """Add the name of a file to the values of an InvalidInput that is raised in the block."""
    try:
        yield
    except InvalidInput as error:
        error.values["file"] = name
        raise
