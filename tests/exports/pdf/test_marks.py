"""Number chips show whose problem it is and its outcomes, without relying on colour."""

import pypdfium2

from exports.pdf.blocks.marks import NumberChip, NumberChips
from exports.pdf.ink import Fill
from exports.pdf.pages import PageFrame
from exports.pdf.styles import SIDE, TOP
from tests.helpers.page_geometry import write

FRAME = PageFrame(title="紙", language="ja", footer="足", day="")
SCALE = 4
TALL = 16


def ink(*, own, fills):
    """How dark, 0 to 1: the frame of a number, the inside beside the digit, and the outcome."""
    chip = NumberChip("7", fills, own=own)
    document = pypdfium2.PdfDocument(write([NumberChips((chip,))], FRAME))
    image = document[0].render(scale=SCALE).to_pil().convert("L")
    document.close()
    bare = NumberChip("7", (), own=own).width

    def darkness(left, right):
        middle = TOP + 2 + TALL / 2
        places = (SIDE + left, middle - 3, SIDE + right, middle + 3)
        pixels = image.crop(tuple(round(each * SCALE) for each in places)).tobytes()
        return 1 - sum(pixels) / len(pixels) / 255

    return darkness(0.8, 1.6), darkness(2.8, 4), darkness(bare + 2, chip.width - 1)


def test_an_own_number_beside_a_request_is_no_solid_block():
    frame, inside, outcome = ink(own=True, fills=(Fill.DARK,))
    assert frame > 0.9
    assert inside == 0
    assert outcome > 0.9


def test_the_heavy_frame_is_that_of_own_numbers_only():
    frame, inside, _ = ink(own=False, fills=(Fill.DARK,))
    assert frame == inside == 0
