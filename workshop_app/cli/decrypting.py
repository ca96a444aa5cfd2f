"""The command ``decrypt``, which decrypts a file that was written with a password."""

from pathlib import Path
from uuid import uuid4

import click

from workshop_app.cli.localised import LocalisedCommand, NamedPath, option
from workshop_app.cli.output import say
from workshop_app.cli.passwords import known_password
from workshop_app.domain.errors import InvalidInput
from workshop_app.encryption import ENDING, decrypted, is_encrypted
from workshop_app.i18n import tr
from workshop_app.services.imports.read import read_raw

_LARGEST = 1_000_000_000


def command(name: str) -> click.Command:
    """Return the command ``decrypt``."""
    file = click.Argument(["file"], type=NamedPath(), metavar="FILE")
    return LocalisedCommand(
        name, _decrypt, [file, option("--out", type=NamedPath(), metavar="DIR")]
    )


def _decrypt(file: Path, out: Path | None) -> None:
    """Write the content beside the file, or into a folder; never replaces an existing file."""
    from exports.files import FileSet

    data = read_raw(file, largest=_LARGEST)
    if not is_encrypted(data):
        raise InvalidInput("cli.decrypt.not_encrypted", file=file.name)
    name = file.name.removesuffix(ENDING)
    folder = out if out is not None else file.parent
    if name == file.name or (folder / name).exists():
        raise InvalidInput("cli.decrypt.there", path=folder / name)
    content = decrypted(data, known_password(), file.name)
    with FileSet(folder, uuid4().hex) as files:
        files.add(name, content)
        (path,) = files.publish()
    say(tr("cli.decrypt.done", path=path))
