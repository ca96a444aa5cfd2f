"""Errors a user can meet: each carries a key of `locale/*/errors.toml`, not a sentence."""


class UserError(Exception):
    """An error that the user can be told in one sentence: what happened, what is safe, what to do.

    `key` names a text in the area ``errors``; `values` fill its placeholders.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class InvalidInput(UserError):
    """The input was refused; nothing was changed."""


class NotFound(UserError):
    """The record that a command names is not in the store, or no longer."""


class StoreError(UserError):
    """The store cannot be opened or written; what was saved before is untouched."""


class StoreMoved(StoreError):
    """The file of the open store is no longer under its name; what was read from it is whole."""
