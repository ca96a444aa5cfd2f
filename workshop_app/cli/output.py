"""Output of text and JSON."""

import json
from collections.abc import Sequence

import click

from workshop_app.domain.width import display_width, pad


def say(line: str = "") -> None:
    """Print a line on standard output."""
    click.echo(line)


def note(line: str) -> None:
    """Print a line on standard error."""
    click.echo(line, err=True)


def say_json(value: object, *, indent: int | None = None) -> None:
    """Print a value as JSON, without escaping characters outside ASCII."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines with aligned columns; full-width characters count as two cells."""
    widths = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
