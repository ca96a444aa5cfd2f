"""The customer's set-up in numbers only, without names of hosts or rules."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import NumberHeading, dense, heading, para, table
from exports.pdf.styles import DENSE_NUMBER, PART
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup, setup_of


def setup_overview(paper: Paper) -> list[Block]:
    """Return a table with the number of items of each kind; empty if no file was read."""
    parts = paper.state.setup
    if not parts:
        return []
    words = paper.words
    setup = setup_of(parts)
    columns = (
        words("papers.setup.what"),
        NumberHeading(words("papers.setup.files")),
        NumberHeading(words("papers.setup.count")),
        words("papers.setup.taken"),
    )
    rows = (_row(paper, setup, kind) for kind in SetupKind if setup.knows(kind))
    title = heading(paper, words("papers.setup.title"), PART)
    return [Stack(title, table(paper, columns, rows, (None, 70, 70, 130)))]


def _row(paper: Paper, setup: Setup, kind: SetupKind) -> tuple[Block, ...]:
    files = sum(part.kind is kind for part in setup.parts)
    return (
        dense(paper, paper.words(f"imports.setup.kind.{kind}")),
        para(paper, str(files), style=DENSE_NUMBER),
        para(paper, str(len(setup.facts(kind))), style=DENSE_NUMBER),
        dense(paper, paper.words.date(setup.taken_at(kind)[:10], short=True)),
    )
