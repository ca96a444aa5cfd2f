"""The commands ``catalogue check`` and ``catalogue new``, for authors of catalogues."""

from pathlib import Path

import click

from workshop_app.catalogue.library import load_others
from workshop_app.catalogue.template import write_new
from workshop_app.cli.call import Call
from workshop_app.cli.localised import LocalisedCommand
from workshop_app.cli.output import say
from workshop_app.domain.errors import InvalidInput
from workshop_app.i18n import language, tr
from workshop_app.services.own_catalogues import fault_path, fault_reason

_ACTIONS = ("check", "new")


def command(name: str) -> click.Command:
    """Return the command ``catalogue``."""
    return LocalisedCommand(
        name,
        _catalogue,
        [
            click.Argument(["action"], metavar="check|new"),
            click.Argument(["folder"], metavar="FOLDER", type=click.Path(path_type=Path)),
        ],
    )


@click.pass_obj
def _catalogue(_call: Call, action: str, folder: Path) -> int:
    if action not in _ACTIONS:
        raise InvalidInput("cli.catalogue.no_action", word=action)
    return _check(folder) if action == "check" else _new(folder)


def _check(folder: Path) -> int:
    """Print each fault on a line, and the number of entries without faults."""
    if not folder.is_dir():
        raise InvalidInput("cli.catalogue.no_folder", path=folder)
    catalogue = load_others([folder])[0].catalogue
    for fault in catalogue.faults:
        key = f"{fault.key}: " if fault.key else ""
        say(f"{fault_path(fault, folder)}:{fault.line}: {key}{fault_reason(fault)}")
    count = len(catalogue.solutions)
    files = len({fault.file for fault in catalogue.faults})
    if catalogue.faults:
        say(tr("cli.catalogue.faults", n=len(catalogue.faults), files=files, whole=count))
        return 2
    say(tr("cli.catalogue.sound", n=count, name=catalogue.name, version=catalogue.version))
    return 0


def _new(folder: Path) -> int:
    for path in write_new(folder, language()):
        say(str(path))
    say(tr("cli.catalogue.then", path=folder))
    return 0
