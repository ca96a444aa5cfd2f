"""A program of its own on the test's screen: owns the clipboard and takes pictures.

Reads one order a line, as JSON, and answers each with one line: ``{"copy": text}`` is answered
``ready`` at once and ``taken`` when somebody has pasted it; ``{"picture": path}`` with ``ready``;
``{"look": ""}`` with a number that stands for what is on the screen, 0 while it is all one colour.
"""

import json
import sys
import zlib

from PySide6.QtCore import QMimeData, QSocketNotifier
from PySide6.QtGui import QGuiApplication


class Offer(QMimeData):
    """A text on the clipboard that tells when it is fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def formats(self) -> list[str]:
        return ["text/plain"]

    def hasFormat(self, kind: str) -> bool:
        return kind == "text/plain"

    def retrieveData(self, kind: str, _type: object) -> object:
        if kind != "text/plain":
            return None
        tell("taken")
        return self._text


def tell(word: str) -> None:
    """Answer in one line."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def obey(app: QGuiApplication) -> None:
    """Carry out the next order."""
    line = sys.stdin.readline()
    if not line:
        app.quit()
        return
    order = json.loads(line)
    if "copy" in order:
        app.clipboard().setMimeData(Offer(order["copy"]))
    elif "picture" in order:
        app.primaryScreen().grabWindow(0).save(order["picture"])
    else:
        tell(str(look(app)))
        return
    tell("ready")


def look(app: QGuiApplication) -> int:
    """A number for what is on the screen."""
    picture = app.primaryScreen().grabWindow(0).toImage()
    pixels = bytes(picture.constBits())
    return zlib.crc32(pixels) if pixels.strip(pixels[:4]) else 0


def main() -> None:
    """Wait for orders until standard input ends."""
    app = QGuiApplication(sys.argv)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: obey(app))
    tell("ready")
    app.exec()


if __name__ == "__main__":
    main()
