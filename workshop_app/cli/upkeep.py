"""The commands ``check``, ``backup`` and ``restore``."""

import sys
from collections.abc import Collection, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import click

from workshop_app.cli.call import Call, find_workshop
from workshop_app.cli.localised import LocalisedCommand, NamedPath, option
from workshop_app.cli.output import columns, note, say
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
from workshop_app.store.contents import COUNTED, WorkshopContents
from workshop_app.store.header import size_of
from workshop_app.store.recovery import (
    can_recover,
    has_journals,
    leave,
    present,
    put_in_place,
    recovered,
    sound_copies,
)
from workshop_app.store.recovery_report import Recovered
from workshop_app.store.restore import (
    doubts,
    judged,
    refuse_foreign_file,
    refuse_newer_store,
    refuse_other_records,
    refuse_store_in_use,
    restore,
)
from workshop_app.store.row_digests import RowFinding
from workshop_app.store.shared_folder import NETWORK, shared_folder
from workshop_app.store.store import Store

_FILE = NamedPath()
INCOMPLETE = 1
"""The exit code if the records were replaced, but something is known to be missing."""


class _Consent(NamedTuple):
    """What the user agreed to in advance."""

    given: bool
    even_if_less: bool


def command(name: str) -> click.Command:
    """Return the command ``check``, ``backup`` or ``restore``."""
    if name == "check":
        return LocalisedCommand(name, _check, [])
    if name == "backup":
        to = option("--to", type=_FILE, metavar="FILE")
        encrypted = option("--password", is_flag=True, key="backup_password")
        return LocalisedCommand(name, _backup, [to, encrypted])
    file = click.Argument(["file"], type=_FILE, metavar="[FILE]", required=False)
    options = [
        option("--workshop", metavar="ID"),
        option("--from-journals", is_flag=True),
        option("--yes", "restore_yes", is_flag=True),
        option("--even-if-less", is_flag=True),
    ]
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
    target = _target(call.store_file, to)
    if to is not None and not target.parent.is_dir():
        raise InvalidInput("cli.backup.no_folder", path=target.parent)
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
        describe(path, call.store_file)
        count = len(store.all(Workshop))
        unreadable = store.unreadable()
        differing = _differences(store)
    say(tr("cli.backup.done", n=count, path=path))
    _note_unreadable(unreadable)
    for sentence in differing:
        note(sentence)


def _recover(path: Path, consent: _Consent, *, from_journals: bool) -> int:
    """Restore the records from the newest sound copy and the journals, or the journals alone."""
    if size_of(path) is None and not can_recover(path):
        raise StoreError("errors.nothing_to_recover", path=path)
    if from_journals and not has_journals(path):
        raise StoreError("errors.no_journals", path=path)
    refuse_store_in_use(path)
    refuse_newer_store(path)
    now = present(path)
    copies = [] if from_journals else sound_copies(path)
    found = recovered(path, copies=copies, rows=not from_journals)
    try:
        if found.is_empty:
            raise StoreError("errors.nothing_read", path=path)
        _note_missing(found, now)
        proven = {each.id for each in found.workshops if each.proven}
        held = {each.id: WorkshopContents(each.title, each.counts) for each in found.back}
        if not _agreed(now, held, consent, proven):
            return 0
        aside = put_in_place(found, path)
    finally:
        leave(path)
    if found.is_whole:
        say(tr(f"cli.restore.from_{found.source}", n=len(found.back), path=path))
    else:
        note(tr("cli.restore.part", n=len(found.back), path=path))
    if found.until is not None and found.last is not None:
        say(tr("cli.restore.until", time=texts().time(found.until), title=found.last.title))
    _say_aside(aside)
    return 0 if found.is_whole else INCOMPLETE


def _note_missing(found: Recovered, now: Mapping[str, WorkshopContents]) -> None:
    """Print what is known to be missing, workshop by workshop, and which journals are damaged."""
    known = {key: each.title for key, each in now.items()}
    known |= {each.id: each.title for each in found.back}
    titles = {key: f"{title} ({key})" for key, title in known.items()}
    for journal in found.journals:
        key = "journal_part" if journal.workshop_id else "journal_lost"
        title = titles.get(journal.workshop_id) or journal.workshop_id
        note(tr(f"cli.restore.{key}", file=journal.path, n=journal.lines, title=title))
    for each in found.workshops:
        title = titles.get(each.id) or each.id
        if not each.came_back:
            note(tr("cli.restore.missing", title=title))
            continue
        lost = {kind: each.expected[kind] - count for kind, count in each.counts.items()}
        for kind, n in lost.items():
            if n:
                what = tr(f"backups.count.{kind}")
                note(tr("cli.restore.lost", title=title, what=what, n=each.counts[kind], lost=n))
        if each.lost_records > sum(lost.values()):
            note(tr("cli.restore.lost_records", title=title, n=each.lost_records))
        if each.lost_actions:
            note(tr("cli.restore.lost_actions", title=title, n=each.lost_actions))
        if each.differs:
            note(tr("cli.restore.differs", title=title))


def _agreed(
    now: Mapping[str, WorkshopContents],
    then: Mapping[str, WorkshopContents],
    consent: _Consent,
    proven: Collection[str] = (),
) -> bool:
    """Print the counts now and after restoring, and return whether to go on; raises UserError.

    Less than now needs consent of its own, except for `proven` workshops, which are as they were
    saved last.
    """
    rows = [["", tr("cli.restore.now"), "", tr("cli.restore.then")]]
    rows.append([tr("backups.count.workshops"), str(len(now)), "→", str(len(then))])
    for kind in COUNTED:
        before, after = (sum(one.counts[kind] for one in held.values()) for held in (now, then))
        rows.append([tr(f"backups.count.{kind}"), str(before), "→", str(after)])
    for line in columns(rows):
        say(line)
    less = any(
        key not in then or any(n > then[key].counts[kind] for kind, n in each.counts.items())
        for key, each in now.items()
        if key not in proven
    )
    if less and not consent.even_if_less:
        raise InvalidInput("cli.restore.less")
    if consent.given:
        return True
    if not sys.stdin.isatty():
        raise InvalidInput("cli.restore.not_asked")
    if click.confirm(tr("cli.restore.ask")):
        return True
    say(tr("cli.restore.left"))
    return False


def _say_aside(aside: Path | None) -> None:
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
    return _row_difference({each.id: each.title for each in store.all(Workshop)}, found)


def _row_difference(titles: Mapping[str, str], found: RowFinding) -> str:
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
def _restore(
    call: Call,
    file: Path | None,
    workshop: str | None,
    from_journals: bool,
    yes: bool,
    even_if_less: bool,
) -> int:
    consent = _Consent(yes, even_if_less)
    if file is None or from_journals:
        if file is not None or workshop is not None:
            raise InvalidInput("cli.restore.one_way")
        return _recover(call.store_file, consent, from_journals=from_journals)
    with reading([file]):
        if workshop is None:
            return _restore_all(call, file, consent)
        _restore_one(call, file, workshop)
    return 0


def _restore_one(call: Call, file: Path, workshop: str) -> None:
    with call.store() as store, decrypted_copy(file, store.path) as copy:
        state = workshop_in(copy, lambda other: find_workshop(other, workshop), store.path)
        taken = copying(Session(store)).execute(ImportWorkshop(state, Occasion.RESTORE))
    say(tr("cli.restore.one", title=state.workshop.title, id=taken, file=file))


def _restore_all(call: Call, file: Path, consent: _Consent) -> int:
    path = call.store_file
    with decrypted_copy(file, path) as copy:
        then = judged(copy, path)
        refuse_store_in_use(path)
        now = present(path)
        found = doubts(copy)
        for each in found:
            if isinstance(each, RowFinding):
                note(_row_difference({key: one.title for key, one in then.items()}, each))
        _note_unreadable([each for each in found if not isinstance(each, RowFinding)])
        if not _agreed(now, then, consent):
            return 0
        aside = restore(copy, path)
    store = Store(path)
    try:
        count = len(store.all(Workshop))
    finally:
        store.close()
    if found:
        note(tr("cli.restore.part", n=count, path=path))
    else:
        say(tr("cli.restore.done", n=count, path=path, file=file))
    _say_aside(aside)
    return INCOMPLETE if found else 0
