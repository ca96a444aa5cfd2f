"""Reads the QR code that a widget paints."""

import segno

from ui.widgets.qr_code import QrCode


def is_whole(code: QrCode) -> bool:
    """Whether the picture has each module of the address, and the quiet zone around them."""
    picture = code.grab(code.visibleRegion().boundingRect()).toImage()
    wanted = [
        list(row) for row in segno.make(code.address, error="m", micro=False).matrix_iter(border=4)
    ]
    count = len(wanted)
    size = min(code.width(), code.height()) // count
    left = (code.width() - size * count) // 2
    if picture.width() < left + size * count or picture.height() < size * count:
        return False
    middle = [round((place + 0.5) * size) for place in range(count)]
    return wanted == [
        [picture.pixelColor(left + x, y).lightness() < 128 for x in middle] for y in middle
    ]
