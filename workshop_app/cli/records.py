"""The commands ``list`` and ``show``."""

from collections.abc import Sequence

import click

from workshop_app import paths
from workshop_app.cli.call import Call, find_workshop
from workshop_app.cli.localised import LocalisedCommand, option
from workshop_app.cli.output import columns, say, say_json
from workshop_app.cli.show import as_json, as_lines
from workshop_app.i18n import texts, tr
from workshop_app.services import queries, snapshot
from workshop_app.services.contact_words import way_name
from workshop_app.services.queries import WorkshopSummary
from workshop_app.services.session import Session

_SHORTEST_ID = 8


def command(name: str) -> click.Command:
    """Return the command ``list`` or ``show``."""
    json = option("--json", is_flag=True)
    if name == "list":
        return LocalisedCommand(name, _list, [json])
    return LocalisedCommand(name, _show, [click.Argument(["workshop"], metavar="ID"), json])


@click.pass_obj
def _list(call: Call, json: bool) -> None:
    if not paths.is_named_store(call.named_store) and not call.store_path.exists():
        found: Sequence[WorkshopSummary] = ()
    else:
        with call.store(to_read=True) as store:
            found = queries.workshops(Session(store))
    if json:
        say_json([_summary_as_json(summary) for summary in found], indent=1)
    elif not found:
        say(tr("cli.list.empty", path=call.store_path))
    else:
        for line in columns([_headings(), *_rows(found)]):
            say(line)


@click.pass_obj
def _show(call: Call, workshop: str, json: bool) -> None:
    with call.store(to_read=True) as store:
        state = snapshot.load(store, find_workshop(store, workshop))
    if json:
        say_json(as_json(state), indent=1)
        return
    for line in as_lines(state):
        say(line)


def _headings() -> list[str]:
    names = ("id", "date", "kind", "customer", "title", "problems", "steps", "outcomes")
    return [tr(f"cli.list.{name}") for name in names]


def _rows(found: Sequence[WorkshopSummary]) -> list[list[str]]:
    length = _id_length([summary.id for summary in found])
    return [
        [
            summary.id[:length],
            summary.date or "-",
            way_name(texts(), summary.kind, summary.own_kind),
            summary.customer or "-",
            summary.title,
            str(summary.problems),
            f"{summary.steps_done}/{len(summary.done)}",
            ", ".join(f"{tr(f'cards.outcome.{kind}')} {n}" for kind, n in summary.outcomes) or "-",
        ]
        for summary in found
    ]


def _id_length(ids: Sequence[str]) -> int:
    """Return how many leading characters are needed to distinguish all ids."""
    longest = max(len(each) for each in ids)
    lengths = range(_SHORTEST_ID, longest)
    return next((n for n in lengths if len({each[:n] for each in ids}) == len(ids)), longest)


def _summary_as_json(summary: WorkshopSummary) -> dict[str, object]:
    return {
        "id": summary.id,
        "title": summary.title,
        "customer": summary.customer,
        "date": summary.date,
        "kind": summary.kind.value,
        "created_at": summary.created_at,
        "problems": summary.problems,
        "steps_done": summary.steps_done,
        "outcomes": {kind.value: count for kind, count in summary.outcomes},
        "exported": summary.exported,
        "is_sample": summary.is_sample,
    }
