"""Folders for tests of the rights of other users."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """A folder that any user may reach, for as long as the context lasts.

    Not one of pytest's own: each run of pytest closes the folder above them to other users.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
