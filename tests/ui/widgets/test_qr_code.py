"""The QR code of a help page."""

import segno
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from ui.theme.theme import theme
from ui.widgets.qr_code import QrCode

ADDRESS = "https://mackerel.io/ja/docs/entry/plugins/check-tcp"


def modules(code):
    """The modules read from the picture: True for a dark one, without the quiet zone."""
    picture = code.grab().toImage()
    count = segno.make(ADDRESS, error="m", micro=False).symbol_size(border=4)[0]
    size = code.width() / count
    return [
        [
            picture.pixelColor(QPoint(int((x + 0.5) * size), int((y + 0.5) * size)))
            == QColor("black")
            for x in range(4, count - 4)
        ]
        for y in range(4, count - 4)
    ]


def test_the_picture_holds_the_address(show):
    code = QrCode("ヘルプ記事")
    code.set_address(ADDRESS)
    show(code)
    wanted = segno.make(ADDRESS, error="m", micro=False).matrix
    assert modules(code) == [[bool(dark) for dark in row] for row in wanted]


def test_it_stays_black_on_white_in_the_dark(show):
    theme().set_name("dark")
    code = QrCode("ヘルプ記事")
    code.set_address(ADDRESS)
    show(code)
    picture = code.grab().toImage()
    assert picture.pixelColor(1, 1) == QColor("white")
    assert any(any(row) for row in modules(code))


def test_without_an_address_it_takes_no_room(show):
    code = QrCode("ヘルプ記事")
    show(code)
    assert code.sizeHint().isEmpty()
    code.set_address(ADDRESS)
    assert code.sizeHint().width() >= 150
