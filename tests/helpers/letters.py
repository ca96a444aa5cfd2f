"""Assigns letters to spare keys of an X display: ``python -m tests.helpers.letters LETTERS``.

xdotool types a letter without a key by assigning a key temporarily, which a busy program notices
too late. A letter with a key is typed like any other.
"""

import ctypes
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_ubyte, c_ulong, c_void_p

_UNICODE = 0x1000000
"""Offset from a code point to the keysym."""
_VENDORS = 0x10000000
"""Lower bound of vendor keys, such as one that opens a browser; letters are below."""


def main(letters: str) -> None:
    """Assign a key to each letter that has none."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = c_void_p
    x11.XOpenDisplay.argtypes = [c_char_p]
    x11.XDisplayKeycodes.argtypes = [c_void_p, POINTER(c_int), POINTER(c_int)]
    x11.XGetKeyboardMapping.restype = POINTER(c_ulong)
    x11.XGetKeyboardMapping.argtypes = [c_void_p, c_ubyte, c_int, POINTER(c_int)]
    x11.XChangeKeyboardMapping.argtypes = [c_void_p, c_int, c_int, POINTER(c_ulong), c_int]
    x11.XSync.argtypes = [c_void_p, c_int]
    display = x11.XOpenDisplay(None)
    first = c_int()
    last = c_int()
    width = c_int()
    x11.XDisplayKeycodes(display, byref(first), byref(last))
    count = last.value - first.value + 1
    table = x11.XGetKeyboardMapping(display, first.value, count, byref(width))
    rows = [
        [table[key * width.value + level] for level in range(width.value)] for key in range(count)
    ]
    have = {symbol for row in rows for symbol in row}
    symbols = [_UNICODE + ord(letter) for letter in letters if not letter.isascii()]
    wanted = [symbol for symbol in dict.fromkeys(symbols) if symbol not in have]
    spare = [
        first.value + place
        for place, row in enumerate(rows)
        if all(not symbol or symbol >= _VENDORS for symbol in row)
    ]
    if len(wanted) > len(spare):
        sys.exit(f"{len(wanted)} letters for {len(spare)} spare keys")
    for key, symbol in zip(spare, wanted, strict=False):
        x11.XChangeKeyboardMapping(display, key, 2, (c_ulong * 2)(symbol, symbol), 1)
    x11.XSync(display, 0)


if __name__ == "__main__":
    main(sys.argv[1])
