"""A file of Markdown as Qt's document, in the program's fonts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)

from ui.theme.fonts import MONOSPACED_FAMILY

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="(\w+)">')
_LINE_HEIGHT = 150  # percent
_GAP = 8  # px below a paragraph
_PADDING = 6  # px in the cells of tables

HeadingFont = Callable[[int], QFont]
"""Returns the font of headings of a level, from 1."""


def anchors(text: str) -> list[list[str]]:
    """Return the names of each heading in a text of Markdown; Qt's reader drops them."""
    return [_ANCHOR.findall(heading) for heading in _HEADING.findall(text)]


def dress(document: QTextDocument, file: Path, heading_font: HeadingFont, line: QColor) -> None:
    """Set fonts, anchors, the width of pictures and the lines of tables in a document."""
    names = iter(anchors(file.read_text(encoding="utf-8")))
    for block in _blocks(document):
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        if level:
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            heading = QTextCharFormat()
            heading.setFont(heading_font(level))
            heading.setAnchor(True)
            heading.setAnchorNames(next(names, []))
            cursor.mergeCharFormat(heading)
        has_picture = False
        for fragment in _fragments(block):
            has_picture |= fragment.charFormat().isImageFormat()
            _dress_fragment(cursor, fragment)
        spaced = QTextBlockFormat()
        if not has_picture:  # it would get as much space again
            spaced.setLineHeight(
                _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
        if cursor.currentTable() is None:
            spaced.setTopMargin(_GAP * 2 if level else 0)
            spaced.setBottomMargin(_GAP)
        cursor.mergeBlockFormat(spaced)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            shape = table.format()
            shape.setBorderBrush(line)
            shape.setBorderCollapse(True)
            shape.setCellPadding(_PADDING)
            table.setFormat(shape)


def _dress_fragment(cursor: QTextCursor, fragment: QTextFragment) -> None:
    shape = fragment.charFormat()
    if shape.isImageFormat():
        picture = QTextImageFormat(shape.toImageFormat())
        picture.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        changed: QTextCharFormat = picture
    elif shape.fontFixedPitch():
        changed = QTextCharFormat()
        changed.setFontFamilies([MONOSPACED_FAMILY])
    else:
        return
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(changed)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """Return the parts of a block; listed before any is changed, since changes join them."""
    fragments: list[QTextFragment] = []
    part = block.begin()
    while not part.atEnd():
        fragments.append(part.fragment())
        part += 1
    return fragments
