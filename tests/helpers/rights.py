"""Folders for tests of the rights of other users."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """A folder accessible to any user, for as long as the context lasts.

    pytest's own folders cannot be used, since it makes their parent inaccessible to other users.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
