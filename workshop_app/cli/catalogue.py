"""The command ``catalogue``: checks, packs and installs editions of catalogues."""

import sys
from datetime import date
from pathlib import Path

import click

from workshop_app.catalogue.editions import load_edition
from workshop_app.catalogue.library import load_others
from workshop_app.catalogue.loader import GAPS, Catalogue
from workshop_app.catalogue.template import write_new
from workshop_app.cli.call import Call
from workshop_app.cli.localised import LocalisedCommand, option
from workshop_app.cli.output import note, say
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.gap import Gap
from workshop_app.i18n import language, tr
from workshop_app.services.own_catalogues import fault_path, fault_reason

_ACTIONS = ("check", "new", "pack", "add", "take-back")
_MOST_NAMES = 12
"""Maximum number of new, changed or removed entries that are listed of each."""


def command(name: str) -> click.Command:
    """Return the command ``catalogue``."""
    return LocalisedCommand(
        name,
        _catalogue,
        [
            click.Argument(["action"], metavar="|".join(_ACTIONS)),
            click.Argument(["place"], metavar="FOLDER|FILE", type=click.Path(path_type=Path)),
            option("--to", "packed_to", metavar="FILE", type=click.Path(path_type=Path)),
            option("--yes", "take_edition", is_flag=True),
        ],
    )


@click.pass_obj
def _catalogue(call: Call, action: str, place: Path, to: Path | None, yes: bool) -> int:
    if action not in _ACTIONS:
        raise InvalidInput("cli.catalogue.no_action", word=action)
    for given, name, owner in ((to, "--to", "pack"), (yes, "--yes", "add")):
        if given and action != owner:
            raise InvalidInput("cli.catalogue.only_with", option=name, action=owner)
    if action == "pack":
        return _pack(place, to)
    if action == "add":
        return _add(call, place, asks=not yes)
    if action == "take-back":
        return _take_back(call, str(place))
    return _check(place) if action == "check" else _new(place)


def _pack(folder: Path, to: Path | None) -> int:
    from workshop_app.services.catalogue_editions import pack

    path = pack(folder, to)
    catalogue = load_edition(path)
    name = catalogue.name or folder.name
    n = len(catalogue.solutions)
    say(tr("cli.catalogue.packed", n=n, name=name, version=catalogue.version, path=path))
    return 0


def _add(call: Call, path: Path, *, asks: bool) -> int:
    """Print what would change, ask for confirmation once, and install the edition."""
    from workshop_app.services.catalogue_editions import examine, take

    edition = examine(path, call.answers())
    say(edition.headline)
    for heading, names in edition.changes():
        say(heading)
        for name in names[:_MOST_NAMES]:
            say(f"  {name}")
        if len(names) > _MOST_NAMES:
            say("  …")
    if not edition.answers and not edition.gaps:
        say(tr("catalogues.edition.same"))
    if edition.before is not None:
        say(tr("catalogues.edition.kept"))
    if asks and not sys.stdin.isatty():
        note(tr("cli.catalogue.not_asked"))
        return 2
    if asks and not click.confirm(tr("cli.catalogue.ask")):
        say(tr("cli.catalogue.left"))
        return 0
    take(edition)
    version = edition.catalogue.version
    say(tr("catalogues.edition.taken", name=edition.name, version=version))
    return 0


def _take_back(call: Call, key: str) -> int:
    from workshop_app.services.catalogue_editions import in_use, take_back

    answers = call.answers()
    before = in_use(key, answers)
    version = take_back(key)
    answers.forget()
    now = in_use(key, answers)
    name = (before.name if before else "") or key
    if now is None:
        say(tr("catalogues.edition.gone", name=name, version=version))
    else:
        current = now.version
        say(tr("catalogues.edition.taken_back", name=name, version=version, current=current))
    return 0


def _check(folder: Path) -> int:
    """Print each fault, what was last checked long ago, and the number of valid entries."""
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
    """List the entries and gaps that were last checked more than a year ago; not an error."""
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
