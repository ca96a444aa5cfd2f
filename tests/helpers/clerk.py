"""A helper program on the test's screen that owns the clipboard and takes pictures.

It reads one command per line, as JSON, and answers each with one line: ``{"copy": text}`` is
answered with ``ready`` immediately and ``taken`` after it was pasted; ``{"picture": path}`` with
``ready``; ``{"look": ""}`` with a number that identifies the screen's content, 0 while it has a
single colour.
"""

import json
import sys
import zlib

from PySide6.QtCore import QMimeData, QSocketNotifier
from PySide6.QtGui import QGuiApplication


class Offer(QMimeData):
    """A text on the clipboard that reports when it is fetched."""

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
    """Execute the next command."""
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
    """Return a number that identifies the screen's content."""
    picture = app.primaryScreen().grabWindow(0).toImage()
    pixels = bytes(picture.constBits())
    return zlib.crc32(pixels) if pixels.strip(pixels[:4]) else 0


def main() -> None:
    """Wait for commands until standard input ends."""
    app = QGuiApplication(sys.argv)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: obey(app))
    tell("ready")
    app.exec()


if __name__ == "__main__":
    main()
