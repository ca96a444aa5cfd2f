"""The commands ``demo`` and ``export``: write documents without the window."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshop_app import paths, settings
from workshop_app.cli import protected_terms
from workshop_app.cli.call import Call
from workshop_app.cli.localised import LocalisedCommand, NamedPath, option
from workshop_app.cli.output import note, say
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.sample import Sample
from workshop_app.i18n import set_language, tr

if TYPE_CHECKING:
    from exports.options import WritingOptions
    from workshop_app.domain.state import WorkshopState
    from workshop_app.services.answers import Answers
    from workshop_app.services.session import Session

READERS = ("customer", "internal", "both")
_OUT = NamedPath()


def command(name: str) -> click.Command:
    """Return the command ``demo`` or ``export``."""
    if name == "demo":
        return LocalisedCommand(
            name,
            _demo,
            [
                option("--out", type=_OUT, metavar="DIR", key="demo_out"),
                option("--second-visit", is_flag=True, key="second_visit"),
            ],
        )
    from exports.registry import DOCUMENTS

    only = option("--only", values={"names": ", ".join(DOCUMENTS)}, metavar="NAME,…")
    return LocalisedCommand(
        name,
        _export,
        [
            click.Argument(["workshop"], metavar="ID"),
            option("--out", type=_OUT, metavar="DIR", required=True),
            only,
            option("--readers", type=click.Choice(READERS), metavar="|".join(READERS)),
            option("--sheets", type=click.IntRange(1, 200), metavar="N"),
            option("--unchecked", is_flag=True),
            *protected_terms.options(),
        ],
    )


@click.pass_obj
def _demo(call: Call, out: Path | None, *, second_visit: bool) -> int:
    language = call.named_language or "ja"
    set_language(language)
    if out is None:
        which = Sample.SECOND_VISIT if second_visit else Sample.FIRST_VISIT
        return call.show_window(sample=which)
    _write_samples(language, out, first=not second_visit)
    return 0


def _write_samples(language: str, out: Path, *, first: bool) -> None:
    """Write all documents of the `first` visit, and of the second one, from the same records."""
    from exports.branding import Branding
    from workshop_app.services import sample, snapshot
    from workshop_app.services.answers import Answers
    from workshop_app.services.session import Session
    from workshop_app.store.store import Store

    with tempfile.TemporaryDirectory(prefix="workshop-app-") as folder:
        store = Store(Path(folder) / "workshops.db")
        own = Branding(contact=sample.papers_contact(language))

        def write(workshop_id: str) -> None:
            state = snapshot.load(store, workshop_id)
            options = protected_terms.Decisions().of_export(session, state, own)
            _write(session, state, Answers(), out, _chosen(None, None, state), language, options)

        try:
            session = Session(store)
            workshop_id = sample.play(session, language)
            if first:
                write(workshop_id)
            write(sample.play_on(session, language, asked=True))
        finally:
            store.close()


@click.pass_obj
def _export(
    call: Call,
    workshop: str,
    out: Path,
    only: str | None,
    readers: str | None,
    sheets: int | None,
    unchecked: bool,
    **decided: Any,  # noqa: ANN401 - those of `decisions`
) -> None:
    from exports.branding import branding_of

    _chosen(only, readers)
    decisions = protected_terms.decisions(**decided)
    with call.workshop(workshop, to_read=True) as (session, state):
        names = _chosen(only, readers, state)
        own = branding_of(settings.load(paths.settings_path()), paths.logo_path())
        options = decisions.of_export(session, state, own, sheets or 0)
        language = call.named_language
        _write(session, state, call.answers(), out, names, language, options, unchecked=unchecked)


def _chosen(only: str | None, readers: str | None, state: WorkshopState | None = None) -> list[str]:
    """Return the names of the documents that ``--only`` and ``--readers`` select.

    Without ``--only``, documents that do not apply to `state` are omitted instead of being an
    error.
    """
    from exports.registry import DOCUMENTS

    if only is None:
        offered = (n for n, each in DOCUMENTS.items() if state is None or each.is_offered(state))
        names = list(offered)
    else:
        names = [name.strip() for name in only.split(",")]
    names = [name for name in names if name]
    unknown = next((name for name in names if name not in DOCUMENTS), None)
    if unknown is None and readers in ("customer", "internal"):
        names = [name for name in names if DOCUMENTS[name].internal == (readers == "internal")]
    if unknown is not None or not names:
        known = ", ".join(DOCUMENTS)
        raise InvalidInput("cli.export.no_paper", name=unknown or only, names=known)
    return names


def _write(
    session: Session,
    state: WorkshopState,
    answers: Answers,
    out: Path,
    names: list[str],
    language: str | None,
    options: WritingOptions,
    *,
    unchecked: bool = False,
) -> None:
    """Write the documents of the open workshop, record the export, and print the files."""
    from exports.file_names import folder_of_files
    from exports.job import export
    from exports.other_voices import with_voices
    from workshop_app.domain.facts.caveats import with_caveats
    from workshop_app.services.commands.workshops import MarkExported
    from workshop_app.services.queries import with_changes, workshops_before
    from workshop_app.services.unchecked_answers import with_unchecked

    out /= folder_of_files(state, workshops_before(session, state.workshop))
    told = with_voices(session, state, language or state.workshop.language)
    told = with_changes(session, told)
    told = with_unchecked(answers, told) if unchecked else told
    result = export(
        with_caveats(told, answers.gaps, answers.chosen),
        answers.entries_of(state),
        out,
        names,
        language,
        options=options,
    )
    if result.stopped:
        raise protected_terms.refuse(result.findings)
    protected_terms.warn(result.findings)
    if result.files:
        session.execute(MarkExported(datetime.now().isoformat(timespec="seconds")))
    for path in result.files:
        say(str(path))
    for name in result.empty_documents:
        note(tr(f"papers.nothing.{name}"))
    if result.invalid_addresses:
        note(tr("papers.unaddressed", who=", ".join(result.invalid_addresses)))
    if result.replaced:
        found = ", ".join(f"{each.code} → {each.shown}" for each in result.replaced)
        note(tr("cli.export.replaced", n=len(result.replaced), found=found))
