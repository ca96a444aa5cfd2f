"""The commands ``check``, ``backup`` and ``restore``."""

from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from workshop_app.cli.call import Call, find_workshop
from workshop_app.cli.localised import LocalisedCommand, NamedPath, option
from workshop_app.cli.output import note, say
from workshop_app.cli.passwords import new_password, reading
from workshop_app.domain.errors import InvalidInput, StoreError
from workshop_app.domain.workshop import Workshop
from workshop_app.encryption import ENDING, Encryption
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.copies import Occasion, copying, describe
from workshop_app.services.encrypted_copy import decrypted_copy, encrypted_copy
from workshop_app.services.from_copy import workshop_in
from workshop_app.services.own_catalogues import fault_sentence
from workshop_app.services.session import Session
from workshop_app.store.backup import BACKUPS
from workshop_app.store.checking import Finding
from workshop_app.store.recovery import can_recover, put_in_place, recovered, sound_copies
from workshop_app.store.restore import refuse_foreign_file, refuse_other_records, restore
from workshop_app.store.row_digests import RowFinding
from workshop_app.store.shared_folder import NETWORK, shared_folder
from workshop_app.store.store import Store

_FILE = NamedPath()


def command(name: str) -> click.Command:
    """Return the command ``check``, ``backup`` or ``restore``."""
    if name == "check":
        return LocalisedCommand(name, _check, [])
    if name == "backup":
        to = option("--to", type=_FILE, metavar="FILE")
        encrypted = option("--password", is_flag=True, key="backup_password")
        return LocalisedCommand(name, _backup, [to, encrypted])
    file = click.Argument(["file"], type=_FILE, metavar="[FILE]", required=False)
    options = [option("--workshop", metavar="ID"), option("--from-journals", is_flag=True)]
    return LocalisedCommand(name, _restore, [file, *options])


@click.pass_obj
def _check(call: Call) -> int:
    answers = call.answers()
    for fault in answers.catalogue.faults:
        note(fault_sentence(fault))
    for other in answers.others:
        for fault in other.catalogue.faults:
            note(fault_sentence(fault, other.folder))
    with call.store() as store:
        count = len(store.all(Workshop))
        damage = store.check()
        unreadable = store.unreadable()
        differing = [] if damage else _differences(store)
    for line in damage:
        note(tr("cli.check.found", reason=line))
    _note_unreadable(unreadable)
    for sentence in differing:
        note(sentence)
    if damage or unreadable or differing:
        note(tr("cli.check.damaged", path=call.store_path))
    else:
        say(tr("cli.check.sound", n=count, path=call.store_path))
    if name := shared_folder(call.store_path):
        words = "cli.check.on_network" if name == NETWORK else "cli.check.synchronised"
        note(tr(words, name=name))
    if not answers.faults:
        say(tr("cli.check.catalogue", n=answers.count, version=answers.version))
    return 2 if damage or unreadable or differing or answers.faults else 0


@click.pass_obj
def _backup(call: Call, to: Path | None, password: bool) -> None:
    target = _target(call.store_path, to)
    if password:
        if to is None:
            raise InvalidInput("cli.backup.encrypted_to")
        target = target.with_name(target.name.removesuffix(ENDING) + ENDING)
        encryption = Encryption(new_password())
        with call.store() as store:
            path = encrypted_copy(store, target, encryption)
            count = len(store.all(Workshop))
        say(tr("cli.backup.encrypted", n=count, path=path))
        return
    refuse_foreign_file(target)
    with call.store() as store:
        refuse_other_records(target, {workshop.id for workshop in store.all(Workshop)})
        path = store.copy_to(target)
        describe(path, call.store_path)
        count = len(store.all(Workshop))
        unreadable = store.unreadable()
        differing = _differences(store)
    say(tr("cli.backup.done", n=count, path=path))
    _note_unreadable(unreadable)
    for sentence in differing:
        note(sentence)


def _recover(path: Path, *, from_journals: bool) -> None:
    """Restore the records from the newest sound copy and the journals, or the journals alone."""
    if not can_recover(path) and not path.exists():
        raise StoreError("errors.nothing_to_recover", path=path)
    copies = [] if from_journals else sound_copies(path)
    found = recovered(path, copies=copies, rows=not from_journals)
    aside = put_in_place(found, path)
    say(tr(f"cli.restore.from_{found.source}", n=found.workshops, path=path))
    if found.until is not None:
        say(tr("cli.restore.until", time=texts().time(found.until), title=found.title))
    for kind, count in found.counts.items():
        lost = found.expected[kind] - count
        if lost:
            note(tr("cli.restore.lost", what=tr(f"backups.count.{kind}"), n=count, lost=lost))
    if found.differs:
        note(tr("cli.restore.differs"))
    if found.lost_actions:
        note(tr("cli.restore.lost_actions", n=found.lost_actions))
    if aside is not None:
        say(tr("cli.restore.aside", path=aside))


def _differences(store: Store) -> list[str]:
    """Print how the records differ from what was saved, ignoring missing or outdated journals."""
    found = chain.from_iterable(store.record_steps(repair=False))
    return [_difference(store, each) for each in found if each.table != "journal"]


def _difference(store: Store, found: Finding) -> str:
    """Describe one difference: a workshop by its title, or one record by its id."""
    if not isinstance(found, RowFinding):
        return tr("cli.check.journal", found=found)
    titles = {each.id: each.title for each in store.all(Workshop)}
    title = titles.get(found.row_id, found.row_id or tr("cli.check.customers"))
    return tr(f"cli.check.rows_{found.reason}", title=title, n=found.by)


def _note_unreadable(found: list[Finding]) -> None:
    """Print the records that cannot be read as they were written."""
    for each in found:
        note(tr("cli.check.unreadable", found=each))


def _target(store_path: Path, to: Path | None) -> Path:
    """Return the target file: as given, or a new name in the given or the default folder."""
    if to is not None and not to.is_dir():
        return to
    moment = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    return (to or store_path.parent / BACKUPS) / f"{store_path.stem}-{moment}.db"


@click.pass_obj
def _restore(call: Call, file: Path | None, workshop: str | None, from_journals: bool) -> None:
    if file is None or from_journals:
        if file is not None or workshop is not None:
            raise InvalidInput("cli.restore.one_way")
        _recover(call.store_path, from_journals=from_journals)
        return
    with reading([file]):
        if workshop is not None:
            _restore_one(call, file, workshop)
        else:
            _restore_all(call, file)


def _restore_one(call: Call, file: Path, workshop: str) -> None:
    with call.store() as store, decrypted_copy(file, store.path) as copy:
        state = workshop_in(copy, lambda other: find_workshop(other, workshop), store.path)
        taken = copying(Session(store)).execute(ImportWorkshop(state, Occasion.RESTORE))
    say(tr("cli.restore.one", title=state.workshop.title, id=taken, file=file))


def _restore_all(call: Call, file: Path) -> None:
    with decrypted_copy(file, call.store_path) as copy:
        aside = restore(copy, call.store_path)
    store = Store(call.store_path)
    try:
        count = len(store.all(Workshop))
    finally:
        store.close()
    say(tr("cli.restore.done", n=count, path=call.store_path, file=file))
    if aside is not None:
        say(tr("cli.restore.aside", path=aside))
