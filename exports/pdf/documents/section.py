"""Sections on the grid of papers: label at the left, result as heading, rows with lines between."""

from collections.abc import Sequence

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.side import Beside, Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import heading, para
from exports.pdf.styles import FOLLOWING, HAIRLINE, SECTION, SECTION_LINE, SECTION_NAME

_ABOVE = 10.0
_OVER = 7.0
_UNDER = 3.0
ROW_PAD = 4.0


def section(paper: Paper, name: str, title: str, rows: Sequence[Block]) -> list[Block]:
    """Return a section; its heading is kept on the page of its first row."""
    label = para(paper, name, style=SECTION_NAME)
    said = heading(paper, title, SECTION, outline=name)
    return headed(Beside(label, said), rows)


def wide_section(paper: Paper, title: str, rows: Sequence[Block]) -> list[Block]:
    """Return a section whose heading and rows have the full width."""
    return headed(heading(paper, title, SECTION), rows)


def headed(head: Block, rows: Sequence[Block]) -> list[Block]:
    """Return rows below a line and a head that is kept on the page of the first row."""
    top = Ruled(head, SECTION_LINE, over=_OVER, under=_UNDER)
    top.above = _ABOVE
    top.keep_next = bool(rows)
    return [Stack(top, *rows[:1]), *rows[1:]]


def in_any_order(*sections: list[Block]) -> list[Block]:
    """Return sections that may be reordered if a later one fits on a page and an earlier not."""
    blocks: list[Block] = []
    for found in sections:
        if not found:
            continue
        whole = found[0] if len(found) == 1 else Stack(*found)
        whole.optional = found[0].optional
        whole.anchor = found[0].anchor
        whole.may_wait = True
        blocks.append(whole)
    return blocks


def following(paper: Paper, title: str, lead: str) -> list[Block]:
    """Return the first heading of a following page with a sentence below, if there is one."""
    head = heading(paper, title, FOLLOWING)
    head.above = _ABOVE
    return [Stack(head, *([para(paper, lead)] if lead else []))]


def row(
    label: Block,
    main: Block,
    *,
    line: bool = False,
    foot: Block | None = None,
    again: Block | None = None,
    pad: float = ROW_PAD,
) -> Block:
    """Return a row with a label at the left; with a `line` above if it is not the first."""
    beside = Beside(label, main, foot=foot, again=again)
    return Ruled(beside, HAIRLINE if line else 0, over=pad, under=pad)
