"""The QR code of a help page."""

from PySide6.QtGui import QColor

from tests.helpers.qr_code import is_whole
from ui.theme.theme import theme
from ui.widgets.qr_code import QrCode

ADDRESS = "https://mackerel.io/ja/docs/entry/plugins/check-tcp"


def test_the_picture_holds_the_address(show):
    code = QrCode("ヘルプ記事")
    code.set_address(ADDRESS)
    show(code)
    assert is_whole(code)


def test_with_less_space_it_is_smaller_and_whole(show):
    code = QrCode("ヘルプ記事")
    code.set_address(ADDRESS)
    code.setFixedHeight(code.sizeHint().height() - 30)
    show(code)
    assert is_whole(code)


def test_it_stays_black_on_white_in_the_dark(show):
    theme().set_name("dark")
    code = QrCode("ヘルプ記事")
    code.set_address(ADDRESS)
    show(code)
    picture = code.grab().toImage()
    assert picture.pixelColor(1, 1) == QColor("white")
    assert is_whole(code)


def test_without_an_address_it_takes_no_room(show):
    code = QrCode("ヘルプ記事")
    show(code)
    assert code.sizeHint().isEmpty()
    code.set_address(ADDRESS)
    assert code.sizeHint().width() >= 150
