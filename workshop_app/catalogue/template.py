"""Writes an example catalogue: two files with comments, to be edited."""

from importlib import resources
from pathlib import Path

from workshop_app.domain.errors import InvalidInput


def write_new(folder: Path, language: str) -> list[Path]:
    """Write a catalogue with one example entry into `folder`; returns the files.

    A missing folder is created. Raises InvalidInput if the folder is not empty or cannot be
    written; no file is overwritten.
    """
    place = resources.files("workshop_app").joinpath("catalogue", "data", "new", language)
    files = sorted((file for file in place.iterdir()), key=lambda file: file.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InvalidInput("errors.folder_not_empty", path=folder)
        written = []
        for file in files:
            with (folder / file.name).open("xb") as target:
                target.write(file.read_bytes())
            written.append(folder / file.name)
    except OSError as error:
        raise InvalidInput("errors.folder", path=folder, reason=error.strerror or "") from error
    return written
