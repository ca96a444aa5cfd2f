"""Bars are as long as their counts, and fills are distinguishable without colour."""

import pypdfium2
import pytest

from exports.pdf.blocks.chart import Bar, BarPiece, Swatch
from exports.pdf.ink import Fill
from exports.pdf.page_size import page_size
from exports.pdf.pages import PageFrame, write
from exports.pdf.styles import BODY, SIDE, TOP

FRAME = PageFrame(title="紙", language="ja", footer="足", day="")
SCALE = 4


def picture(block):
    document = pypdfium2.PdfDocument(write([block], FRAME))
    image = document[0].render(scale=SCALE).to_pil().convert("L")
    document.close()
    return image


def darkness(image, left, right):
    """The mean darkness, 0 to 1, of the inside of a bar between two positions."""
    top = TOP + BODY.leading / 2 - 4
    bottom = TOP + BODY.leading / 2 + 4
    box = [int(each * SCALE) for each in (left + 1.5, top, right - 1.5, bottom)]
    pixels = image.crop(tuple(box)).tobytes()
    return 1 - sum(pixels) / len(pixels) / 255


@pytest.mark.parametrize("share", [0.25, 0.5, 1])
def test_a_bar_is_as_long_as_its_share(share):
    image = picture(Bar(BarPiece(share)))
    end = SIDE + share * page_size().width
    assert darkness(image, SIDE, end) > 0.6
    if share < 1:
        assert darkness(image, end + 1, SIDE + page_size().width) == 0


def test_zero_is_a_bar_without_length():
    assert darkness(picture(Bar(BarPiece(0))), SIDE + 2, SIDE + page_size().width) == 0


def test_segments_are_adjacent_and_distinguishable_without_colour():
    image = picture(Bar(BarPiece(0.25), BarPiece(0.25, Fill.HATCHED), BarPiece(0.25, Fill.WHITE)))
    ends = [SIDE + page_size().width * part for part in (0, 0.25, 0.5, 0.75)]
    dark, hatched, white = (darkness(image, *ends[n : n + 2]) for n in range(3))
    assert dark > hatched + 0.2
    assert hatched > white + 0.1
    assert white < 0.02


def test_the_legend_shows_the_same_filling():
    image = picture(Swatch(Fill.DARK))
    assert darkness(image, SIDE, SIDE + Swatch.WIDTH) > 0.6
    assert darkness(image, SIDE + Swatch.WIDTH + 1, SIDE + page_size().width) == 0
