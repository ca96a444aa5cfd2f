"""The options of one invocation: store and language, and access to what they select."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workshop_app import paths, settings
from workshop_app.cli.output import note
from workshop_app.domain.errors import InvalidInput, NotFound
from workshop_app.domain.sample import Sample
from workshop_app.i18n import LANGUAGES, language, tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState
    from workshop_app.services.answers import Answers
    from workshop_app.services.session import Session
    from workshop_app.store.store import Store


class OpenWindow(Protocol):
    """Opens the window on a store and returns the exit code after it is closed."""

    def __call__(
        self,
        store_path: Path,
        language: str,
        *,
        sample: Sample | None = None,
        file: Path | None = None,
    ) -> int: ...


@dataclass
class Call:
    """The options that every command takes, and a function that opens the window."""

    open_window: OpenWindow
    named_store: str | None = None
    named_language: str | None = None

    @property
    def store_path(self) -> Path:
        """The store file: given, from the environment, or the user's default."""
        return paths.store_path(self.named_store)

    @property
    def store_file(self) -> Path:
        """The store file itself, where a link leads."""
        return paths.real_store(self.store_path)

    def show_window(self, *, sample: Sample | None = None, file: Path | None = None) -> int:
        """Open the window and wait until it closes; raises InvalidInput without a display."""
        screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
            raise InvalidInput("cli.no_display")
        return self.open_window(self.store_path, language(), sample=sample, file=file)

    def answers(self) -> Answers:
        """Return the answers of all catalogues of the user, read on first use."""
        from workshop_app.services.answers import Answers
        from workshop_app.services.own_catalogues import added_editions, catalogue_folders

        kept = settings.load(paths.settings_path())
        return Answers(folders=lambda: catalogue_folders(kept), editions=added_editions)

    @contextmanager
    def store(self, *, to_read: bool = False) -> Iterator[Store]:
        """Open the store for one command; raises UserError if there is none.

        Only the window creates a new store: a mistyped path should not leave an empty file. With
        `to_read`, a store that cannot be written is read from a copy, and a message says so.
        """
        from workshop_app.store.header import size_of
        from workshop_app.store.read_only import is_read_only, readable_copy
        from workshop_app.store.store import Store

        path = self.store_path
        if size_of(path) is None:
            raise InvalidInput("cli.no_store", path=path)
        with ExitStack() as stack:
            if to_read and is_read_only(path):
                note(tr("cli.read_only", path=path))
                path = stack.enter_context(readable_copy(path))
            store = Store(path)
            stack.callback(store.close)
            yield store

    @contextmanager
    def workshop(
        self, given: str, *, to_read: bool = False
    ) -> Iterator[tuple[Session, WorkshopState]]:
        """Open the workshop identified by `given` in a session; raises UserError."""
        from workshop_app.services import snapshot
        from workshop_app.services.copies import copying
        from workshop_app.services.session import Session

        with self.store(to_read=to_read) as store:
            session = copying(Session(store))
            session.open(find_workshop(store, given))
            yield session, snapshot.load(store, session.workshop_id)


def find_workshop(store: Store, given: str) -> str:
    """Return the id of the workshop whose id is `given` or starts with it.

    Raises NotFound if there is none, InvalidInput if it is ambiguous.
    """
    from workshop_app.domain.workshop import Workshop

    key = given.strip().casefold()
    found = [w.id for w in store.all(Workshop) if key and w.id.casefold().startswith(key)]
    if key in found:
        return key
    if not found:
        raise NotFound("errors.no_such_workshop", id=given)
    if len(found) > 1:
        raise InvalidInput("cli.several_workshops", id=given, n=len(found))
    return found[0]


def language_named_in(arguments: list[str]) -> str | None:
    """Return the language given with ``--lang``, before click parses the options.

    It is needed first for help and error messages; an unknown language is refused later.
    """
    named: list[str] = []
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and number + 1 < len(arguments):
            named.append(arguments[number + 1])
        elif argument.startswith("--lang="):
            named.append(argument.partition("=")[2])
    return next((name for name in reversed(named) if name in LANGUAGES), None)
