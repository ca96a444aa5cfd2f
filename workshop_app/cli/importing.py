"""The command ``import``: lists, files of Mackerel's set-up, answers to requests, workshop files.

A workshop file becomes another workshop. If it is in the store already and differs, the differences
are printed, and the options say whether it is a second copy or which problems are taken over.
"""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from workshop_app.cli.call import Call, find_workshop
from workshop_app.cli.localised import LocalisedCommand, option
from workshop_app.cli.output import note, say
from workshop_app.cli.passwords import reading
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.import_workshop import ImportWorkshop, beside
from workshop_app.services.commands.request_news import TakeAnswers
from workshop_app.services.commands.setup import ImportSetup
from workshop_app.services.commands.take_problems import TakeProblems
from workshop_app.services.copies import copying
from workshop_app.services.differences import Difference
from workshop_app.services.imports.answers import is_answers_file, read_answers
from workshop_app.services.imports.files import read_list
from workshop_app.services.imports.mackerel.files import is_setup_file, read_setups
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.words import remarks, summary
from workshop_app.services.imports.speakers import Speakers, addition
from workshop_app.services.imports.text import ListLine, ListPreview
from workshop_app.services.queries import people_of_customer
from workshop_app.services.request_answers import propose
from workshop_app.services.request_board import board
from workshop_app.services.session import Session
from workshop_app.services.workshop_comparison import (
    compare,
    content_of,
    returning,
    workshop_here,
)
from workshop_app.services.workshop_file import (
    has_private,
    identical_workshop,
    is_workshop_file,
    read_workshop_file,
)
from workshop_app.store.header import size_of
from workshop_app.store.store import Store


def command(name: str) -> click.Command:
    """Return the command ``import``."""
    return LocalisedCommand(
        name,
        _import,
        [
            click.Argument(
                ["files"],
                type=click.Path(path_type=Path),
                metavar="FILE...",
                nargs=-1,
                required=True,
            ),
            option("--into", metavar="ID"),
            option("--copy", "as_copy", is_flag=True),
            option("--take", "take_problem", metavar="NUMBER", type=int, multiple=True),
            option("--yes", "return_yes", is_flag=True),
            option("--dry-run", is_flag=True),
            option("--add-people", is_flag=True),
        ],
    )


class _Choice(NamedTuple):
    """What is done with the files, by the options of these names."""

    copy: bool
    take: tuple[int, ...]
    yes: bool
    dry_run: bool
    add_people: bool


@click.pass_obj
def _import(call: Call, files: tuple[Path, ...], into: str | None, **options: Any) -> None:  # noqa: ANN401 - those of `_Choice`
    """Read all files before anything is imported: one invalid file stops the import."""
    absent = next((file for file in files if not file.exists()), None)
    if absent is not None:
        raise InvalidInput("imports.not_found", file=absent.name)
    with reading(files):
        _import_read(call, files, into, _Choice(**options))


def _import_read(call: Call, files: tuple[Path, ...], into: str | None, choice: _Choice) -> None:
    dry_run = choice.dry_run
    whole = [file for file in files if is_workshop_file(file)]
    if whole:
        if len(files) > 1:
            raise InvalidInput("imports.workshop.alone", file=whole[0].name)
        _import_workshop(call, whole[0], into, choice)
        return
    if into is None:
        raise InvalidInput("cli.usage.missing", word="--into")
    answers = [file for file in files if is_answers_file(file)]
    if answers:
        if len(files) > 1:
            raise InvalidInput("imports.answers.alone", file=answers[0].name)
        _take_answers(call, answers[0], into, dry_run=dry_run)
        return
    with call.workshop(into) as (session, state):
        files = tuple(dict.fromkeys(files))
        of_setup = [file for file in files if is_setup_file(file)]
        setup = read_setups(of_setup, state.setup)
        a_list = _read_list([file for file in files if file not in of_setup], state)
        speakers = _speakers(session, state, a_list.to_add if a_list else ())
        adds_people = choice.add_people or not state.workshop.kind.is_talk
        adds_people &= not state.workshop.anonymous
        if setup and not dry_run:
            now = datetime.now().isoformat(timespec="seconds")
            session.execute(ImportSetup(setup, now))
        if a_list and dry_run:
            for line in a_list.lines:
                say(_shown(line))
        elif a_list and a_list.to_add:
            of_list = None if state.workshop.anonymous else speakers
            session.execute(
                addition(
                    a_list.to_add,
                    of_list,
                    texts(),
                    source=Source.ADVANCE,
                    adds_people=adds_people,
                )
            )
    if setup:
        _report_setup(setup, state, dry_run=dry_run)
    if a_list:
        _report_list(a_list, speakers, dry_run=dry_run, adds_people=adds_people)


def _take_answers(call: Call, file: Path, into: str, *, dry_run: bool) -> None:
    """Record the answers of the product team, after printing how they differ."""
    read = read_answers(file)
    with call.workshop(into) as (session, state):
        requests = [each for each in board(session) if each.workshop.id == state.workshop.id]
        found = propose(read, requests, texts(), date.today().isoformat())
        if found.proposals and not dry_run:
            session.execute(TakeAnswers(tuple(each.change for each in found.proposals)))
    for proposal in found.proposals:
        _say_difference(proposal)
    count = len(found.proposals)
    say(tr("cli.import.would_answer" if dry_run else "cli.import.answered", n=count))
    for remark in found.remarks:
        note(remark)


def _say_difference(found: Difference) -> None:
    say("  ".join(part for part in (found.title, found.note) if part))
    for one in found.fields:
        ours, theirs = _line(one.ours), _line(one.theirs)
        say(tr("cli.import.difference", name=one.name, ours=ours, theirs=theirs))


def _line(text: str) -> str:
    return " / ".join(text.splitlines()) or tr("cli.import.empty")


def _read_list(files: Sequence[Path], state: WorkshopState) -> ListPreview | None:
    """Return the list among the files, if any; several are refused, as they could overlap."""
    if len(files) > 1:
        raise InvalidInput("cli.import.one_list", file=files[1].name)
    if not files:
        return None
    of_talk = state.workshop.kind.is_talk
    return read_list(files[0], state.problems, state.participants, of_talk=of_talk)


def _speakers(session: Session, state: WorkshopState, lines: Sequence[ListLine]) -> Speakers:
    known = people_of_customer(session, state)
    return Speakers(lines, state.participants, known.values())


def _report_setup(setup: Sequence[SetupPreview], state: WorkshopState, *, dry_run: bool) -> None:
    """Print what the files contain, what they replace and what was left out."""
    for preview in setup:
        say(summary(preview))
    say(tr("cli.import.would_take" if dry_run else "cli.import.taken", n=len(setup)))
    for line in remarks(setup, state.setup):
        note(line)


def _shown(line: ListLine) -> str:
    if line.same_as_problem is not None:
        return f"= {line.text}  ({tr('cli.import.same_problem', number=line.same_as_problem)})"
    if line.same_as_line is not None:
        return f"= {line.text}  ({tr('cli.import.same_line', number=line.same_as_line)})"
    if line.too_long:
        length = tr("cli.import.long", length=len(line.text), limit=LINE_LIMIT)
        return f"! {line.text[:40]}…  ({length})"
    speaker = f"  ({line.speaker})" if line.speaker else ""
    return f"+ {line.text}{speaker}"


def _report_list(
    preview: ListPreview, speakers: Speakers, *, dry_run: bool, adds_people: bool
) -> None:
    """Print what was added, and why the rest was not."""
    added = len(preview.to_add)
    say(tr("cli.import.would_add" if dry_run else "cli.import.added", n=added))
    if preview.repeats:
        say(tr("cli.import.repeats", n=len(preview.repeats)))
    if preview.left_out:
        say(tr("cli.import.columns", names=", ".join(preview.left_out)))
    if speakers.newcomers:
        said = "cli.import.newcomers" if adds_people else "cli.import.strangers"
        note(tr(said, names=", ".join(who.name for who in speakers.newcomers)))
    if speakers.undecided:
        note(tr("cli.import.undecided", names=", ".join(name for name, _ in speakers.undecided)))
    if preview.too_long:
        lines = ", ".join(str(line.source_line) for line in preview.too_long)
        note(tr("cli.import.too_long", lines=lines, limit=LINE_LIMIT))


def _import_workshop(call: Call, file: Path, into: str | None, choice: _Choice) -> None:
    """Import the workshop in `file` as it is chosen; the store is created if needed.

    `into` names a workshop that must exist; it is not changed. Raises UserError.
    """
    state = read_workshop_file(file)
    if into is not None:
        with call.store() as store:
            find_workshop(store, into)
        note(tr("imports.workshop.of_its_own"))
    say(content_of(state, texts()))
    say(tr("compared.private" if has_private(state) else "compared.no_private"))
    if choice.dry_run and size_of(call.store_path) is None:
        say(tr("imports.workshop.would_take"))
        return
    store = Store(call.store_path)
    try:
        session = copying(Session(store))
        if choice.copy:
            title = tr("compared.copy_title", title=state.workshop.title)
            _add_workshop(session, beside(state, title), choice)
        elif same := identical_workshop(session, state):
            say(tr("imports.workshop.identical", id=same))
        elif here := workshop_here(session, state):
            session.open(here)
            _take_problems(session, state, choice)
        else:
            _add_workshop(session, state, choice)
    finally:
        store.close()


def _add_workshop(session: Session, state: WorkshopState, choice: _Choice) -> None:
    _ask(returning(session, state, workshop_here(session, state), texts()), choice)
    if choice.dry_run:
        say(tr("imports.workshop.would_take"))
    else:
        say(tr("imports.workshop.taken", id=session.execute(ImportWorkshop(state))))


def _take_problems(session: Session, file: WorkshopState, choice: _Choice) -> None:
    """Print how the open workshop differs from a file, and take the chosen problems over."""
    if session.state is None:
        return
    for each in compare(session.state, file, texts()):
        _say_difference(each)
    if not choice.take:
        if choice.dry_run:
            return
        raise InvalidInput("imports.workshop.differs")
    ids = {each.number: each.id for each in file.problems}
    for number in choice.take:
        if number not in ids:
            raise InvalidInput("imports.workshop.no_problem", number=number)
    taken = tuple(ids[number] for number in choice.take)
    _ask(returning(session, file, session.workshop_id, texts(), taken), choice)
    if not choice.dry_run:
        session.execute(TakeProblems(file, taken))
        say(tr("compared.taken", n=len(taken)))


def _ask(deleted: str, choice: _Choice) -> None:
    """Ask whether what was deleted here may return; raises InvalidInput or Abort if not."""
    if not deleted or choice.yes:
        return
    if choice.dry_run or not sys.stdin.isatty():
        raise InvalidInput("imports.workshop.deleted", names=deleted)
    click.confirm(tr("compared.returning", names=deleted), abort=True)
