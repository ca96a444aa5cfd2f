"""The commands ``catalogue check`` and ``catalogue new``, for authors of catalogues."""

from datetime import date
from pathlib import Path

import click

from workshop_app.catalogue.library import load_others
from workshop_app.catalogue.loader import GAPS, Catalogue
from workshop_app.catalogue.template import write_new
from workshop_app.cli.call import Call
from workshop_app.cli.localised import LocalisedCommand
from workshop_app.cli.output import say
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.gap import Gap
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
    """Print each fault on a line, what was checked long ago, and the number of whole entries."""
    if not folder.is_dir():
        raise InvalidInput("cli.catalogue.no_folder", path=folder)
    catalogue = load_others([folder])[0].catalogue
    for fault in catalogue.faults:
        key = f"{fault.key}: " if fault.key else ""
        say(f"{fault_path(fault, folder)}:{fault.line}: {key}{fault_reason(fault)}")
    _say_old(catalogue, folder)
    count = len(catalogue.solutions)
    files = len({fault.file for fault in catalogue.faults})
    if catalogue.faults:
        say(tr("cli.catalogue.faults", n=len(catalogue.faults), files=files, whole=count))
        return 2
    say(tr("cli.catalogue.sound", n=count, name=catalogue.name, version=catalogue.version))
    if catalogue.gaps:
        say(tr("cli.catalogue.gaps", n=len(catalogue.gaps)))
    return 0


def _say_old(catalogue: Catalogue, folder: Path) -> None:
    """Name the entries and gaps that were last checked more than a year ago; it is no fault."""
    today = date.today()
    a_year_ago = date(today.year - 1, today.month, min(today.day, 28))
    for each in catalogue.checked_before(a_year_ago):
        place = folder / GAPS if isinstance(each, Gap) else folder
        path = place / f"{each.id.rpartition('/')[2]}.toml"
        say(tr("cli.catalogue.old", path=path, day=each.checked))


def _new(folder: Path) -> int:
    for path in write_new(folder, language()):
        say(str(path))
    say(tr("cli.catalogue.then", path=folder))
    return 0
