"""The command ``suggest``: a verdict and ranked catalogue entries as JSON, for one or many texts.

With ``--store``, answers chosen earlier for similar problems influence the ranking of a single
text, as in the window. A batch is ranked by its words alone.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from workshop_app.cli.call import Call
from workshop_app.cli.localised import LocalisedCommand, option
from workshop_app.cli.output import note, say_json
from workshop_app.domain.errors import InvalidInput
from workshop_app.i18n import LANGUAGES, tr
from workshop_app.services.answers import Answers, Findings, Suggestion
from workshop_app.services.imports.read import read_text_file
from workshop_app.services.judging import Judgement, KnownGap, judged

_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9d]")


def command(name: str) -> click.Command:
    """Return the command ``suggest``."""
    return LocalisedCommand(
        name,
        _suggest,
        [
            click.Argument(["text"], metavar="TEXT", required=False),
            option("--batch", type=click.Path(path_type=Path), metavar="FILE"),
            option("--limit", type=click.IntRange(1, 100), default=5, metavar="N"),
        ],
    )


@click.pass_obj
def _suggest(call: Call, text: str | None, batch: Path | None, limit: int) -> None:
    if (text is None) == (batch is None):
        raise InvalidInput("cli.suggest.one_of_two")
    answers = call.answers()
    if faults := len(answers.faults):
        note(tr("cli.suggest.faults", n=faults))
    if batch is not None:
        for row in _rows(read_text_file(batch).splitlines(), call.named_language):
            found = answers.find(row["text"], row["lang"], limit)
            ranked = [_ranked(suggestion) for suggestion in found.answers]
            judgement = judged(answers, found, row["lang"])
            say_json({"id": row["id"], "answers": ranked} | _verdict(judgement))
    elif text is not None:
        language = call.named_language or _language_of(text)
        found = _found(call, answers, text, language, limit)
        ranked = [_with_reasons(each) for each in found.answers]
        say_json({"answers": ranked} | _verdict(judged(answers, found, language)))


def _found(call: Call, answers: Answers, text: str, language: str, limit: int) -> Findings:
    if call.named_store is None:
        return answers.find(text, language, limit)
    from workshop_app.services.experience import Experience
    from workshop_app.services.session import Session

    with call.store() as store:
        session = Session(store)
        answers.experience = Experience(lambda: session)
        return answers.find(text, language, limit)


def _rows(lines: Iterable[str], language: str | None) -> Iterator[dict[str, Any]]:
    """Yield the requests of a batch; raises InvalidInput with the number of an invalid line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
            raise InvalidInput("cli.suggest.bad_line", line=number)
        named = row.get("lang") if row.get("lang") in LANGUAGES else language
        yield {"id": row["id"], "text": row["text"], "lang": named or _language_of(row["text"])}


def _ranked(suggestion: Suggestion) -> dict[str, Any]:
    return {"id": suggestion.solution.id, "score": round(suggestion.score, 3)}


def _with_reasons(suggestion: Suggestion) -> dict[str, Any]:
    result = _ranked(suggestion) | {"matched": list(suggestion.matched)}
    chosen = suggestion.chosen
    return result | ({"chosen": {"times": chosen.times, "last": chosen.last}} if chosen else {})


def _verdict(judgement: Judgement) -> dict[str, Any]:
    """Return the confidence in the best entry, the match quality, and the known gap if any."""
    best = max(judgement.answers, key=lambda each: each.score, default=None)
    result: dict[str, Any] = {
        "fits": round(best.confidence, 3) if best else 0.0,
        "verdict": judgement.quality.value,
    }
    if judgement.gap is not None:
        result["gap"] = _gap(judgement.gap)
    return result


def _gap(known: KnownGap) -> dict[str, Any]:
    source = f"{known.source} {known.source_url}".strip()
    return {
        "id": known.gap.id,
        "says": known.statement,
        "source": source,
        "nearest": [near.solution.id for near in known.nearest],
    }


def _language_of(text: str) -> str:
    return "ja" if _JAPANESE.search(text) else "en"
