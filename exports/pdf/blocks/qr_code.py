"""A QR code of an address."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block

if TYPE_CHECKING:
    from exports.pdf.pen import Pen


class QrCodeBlock(Block):
    """A QR code of `size` points; the empty page around it is its quiet zone."""

    def __init__(self, address: str, size: float) -> None:
        self._address = address
        self._size = size

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._size

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        count, runs = _modules(self._address)
        alternative = f"{pen.names.code} {self._address}"
        with pen.figure(alternative, x, top, self._size, self._size):
            pen.squares(x, top, self._size / count, runs)


@lru_cache(maxsize=512)
def _modules(address: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return the number of modules per side, and the runs of dark ones; cached for all papers."""
    import segno

    code = segno.make_qr(address, error="m", boost_error=False)
    rows = [list(row) for row in code.matrix]
    return len(rows), tuple(_dark_runs(rows))


def _dark_runs(rows: list[list[int]]) -> list[tuple[int, int, int]]:
    """Return the runs of dark modules as (row, first column, number of columns)."""
    runs: list[tuple[int, int, int]] = []
    for number, row in enumerate(rows):
        column = 0
        while column < len(row):
            end = column
            while end < len(row) and row[end]:
                end += 1
            if end > column:
                runs.append((number, column, end - column))
            column = end + 1
    return runs
