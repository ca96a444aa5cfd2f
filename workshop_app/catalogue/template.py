"""Writes an example catalogue: three TOML files with comments, to be edited."""

from pathlib import Path

from workshop_app.domain.errors import InvalidInput, told_as
from workshop_app.package_files import package_folder

_FILES = ("catalogue.toml", "vpn-for-agents.toml", "gaps/night-connections.toml")


def write_new(folder: Path, language: str) -> list[Path]:
    """Write a catalogue with one example entry and one gap into `folder`; return the files.

    A missing folder is created. Raises InvalidInput if the folder is not empty or cannot be
    written.
    """
    place = package_folder("workshop_app.catalogue") / "data" / "new" / language
    files = {path: place.joinpath(path) for path in _FILES}
    with told_as("errors.folder", InvalidInput, path=folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InvalidInput("errors.folder_not_empty", path=folder)
        written = []
        for path, file in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            with (folder / path).open("xb") as target:
                target.write(file.read_bytes())
            written.append(folder / path)
    return written
