"""Charts of outcomes and of cards."""

from collections import Counter

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.chart import BarPiece
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import chart, heading, outcome_word, para
from exports.pdf.styles import NOTE, PART
from workshop_app.domain.outcome import CardKind

_NAMES = 150
_NUMBERS = 32


def outcome_chart(paper: Paper) -> list[Block]:
    """Return the chart of the outcomes of all listed problems; empty without any."""
    words = paper.words
    state = paper.state
    if not state.listed:
        return []
    counts = state.outcome_counts
    most = max(counts.values())
    rows = (
        (outcome_word(paper, kind), str(count), (BarPiece(count / most),))
        for kind, count in counts.items()
    )
    title = heading(paper, words("papers.charts.outcomes"), PART)
    several = sum(counts.values()) > len(state.listed)
    note = [para(paper, words("papers.charts.several"), style=NOTE)] if several else []
    return [Stack(title, *chart(paper, rows, _NAMES, _NUMBERS), *note)]


def card_chart(paper: Paper) -> list[Block]:
    """Return the chart of cards by kind; empty without any."""
    words = paper.words
    counts = Counter(card.kind for card in paper.state.cards)
    if not counts:
        return []
    most = max(counts.values())
    rows = (
        (
            para(paper, words(f"cards.kind.{kind}")),
            str(counts[kind]),
            (BarPiece(counts[kind] / most),),
        )
        for kind in CardKind
        if counts[kind]
    )
    title = heading(paper, words("papers.charts.cards"), PART)
    return [Stack(title, *chart(paper, rows, _NAMES + 40, _NUMBERS))]
