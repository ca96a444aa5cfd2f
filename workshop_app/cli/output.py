"""Plain text and JSON on standard output."""

import json
from collections.abc import Sequence

import click

from workshop_app.domain.width import display_width, pad


def say(line: str = "") -> None:
    """Print one line of the answer."""
    click.echo(line)


def note(line: str) -> None:
    """Print one line beside the answer, on standard error."""
    click.echo(line, err=True)


def say_json(value: object, *, indent: int | None = None) -> None:
    """Print a value as JSON, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines whose columns stand below each other, full-width characters or not."""
    widths = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
