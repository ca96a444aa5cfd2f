"""A file of Markdown as Qt's document, in the program's fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QRegularExpression, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)

from ui.theme.fonts import FAMILY, MONOSPACED_FAMILY

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="(\w+)">')
_JAPANESE = r"[\x{3000}-\x{9fff}\x{ff00}-\x{ffef}]"
_BETWEEN_LINES = QRegularExpression(f"(?<={_JAPANESE}) (?={_JAPANESE})")
_LINE_HEIGHT = 150  # percent
_GAP = 8  # px below a paragraph
_PADDING = 6  # px in the cells of tables
_HEADING_SIZES = (18, 14, 11)
_TEXT_SIZE = 10
"""In points on paper; those of headings by level."""
_MARGIN = 75  # px at 96 dots per inch: 2 cm, as Qt prints
_PICTURE_WIDTH = 540  # px at 96 dots per inch, so that the highest one fits below its heading


class Look(NamedTuple):
    """The fonts of headings by level, the colour of lines, the width of the widest picture."""

    headings: tuple[QFont, ...]
    line: QColor
    widest: QTextLength


def anchors(text: str) -> list[list[str]]:
    """Return the names of each heading in a text of Markdown; Qt's reader drops them."""
    return [_ANCHOR.findall(heading) for heading in _HEADING.findall(text)]


def dress(document: QTextDocument, file: Path, look: Look) -> None:
    """Set fonts, anchors, the width of pictures and the lines of tables in a document."""
    _join_lines(document)
    names = iter(anchors(file.read_text(encoding="utf-8")))
    for block in _blocks(document):
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        if level:
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            heading = QTextCharFormat()
            heading.setFont(look.headings[level - 1])
            if anchor := next(names, []):  # Qt's PDF writer crashes on an anchor without a name
                heading.setAnchor(True)
                heading.setAnchorNames(anchor)
            cursor.mergeCharFormat(heading)
        has_picture = False
        for fragment in _fragments(block):
            has_picture |= fragment.charFormat().isImageFormat()
            _dress_fragment(cursor, fragment, look.widest)
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
            shape.setBorder(1)
            shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBorderBrush(look.line)
            shape.setBorderCollapse(True)
            shape.setCellPadding(_PADDING)
            table.setFormat(shape)


def _join_lines(document: QTextDocument) -> None:
    """Remove the spaces that Qt's reader puts between two lines of Japanese."""
    once = QTextCursor(document)
    once.beginEditBlock()  # laid out once
    between = document.find(_BETWEEN_LINES)
    while not between.isNull():
        between.removeSelectedText()
        between = document.find(_BETWEEN_LINES, between)
    once.endEditBlock()


def _dress_fragment(cursor: QTextCursor, fragment: QTextFragment, widest: QTextLength) -> None:
    shape = fragment.charFormat()
    if shape.isImageFormat():
        picture = QTextImageFormat(shape.toImageFormat())
        # the copy that is printed has no base
        picture.setName(cursor.document().baseUrl().resolved(QUrl(picture.name())).toString())
        picture.setMaximumWidth(widest)
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


def pdf(file: Path, paper: QPageSize, *, chapters: bool) -> bytes:
    """Return a file of Markdown as a PDF; with ``chapters`` each begins on a page of its own."""
    document = QTextDocument()
    document.setDefaultFont(QFont(FAMILY, _TEXT_SIZE))
    document.setBaseUrl(QUrl.fromLocalFile(str(file)))
    document.setMarkdown(file.read_text(encoding="utf-8"))
    headings = tuple(QFont(FAMILY, size, QFont.Weight.Bold) for size in _HEADING_SIZES)
    widest = QTextLength(QTextLength.Type.FixedLength, _PICTURE_WIDTH)
    dress(document, file, Look(headings, QColor("#999999"), widest))
    everything = QTextCursor(document)
    everything.select(QTextCursor.SelectionType.Document)
    ink = QTextCharFormat()
    ink.setForeground(Qt.GlobalColor.black)  # links have the colour of the screen's theme
    everything.mergeCharFormat(ink)
    heads = [block for block in _blocks(document) if block.blockFormat().headingLevel() == 2]
    for block in heads[1:] if chapters else ():
        _break_before(block)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(written)
    writer.setPageSize(paper)
    writer.setTitle(document.firstBlock().text())
    _keep_headings(document, writer)
    document.print_(writer)
    del writer  # completes the file
    return bytes(written.data().data())


def _break_before(block: QTextBlock) -> None:
    shape = block.blockFormat()
    shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(shape)


def _keep_headings(document: QTextDocument, writer: QPdfWriter) -> None:
    """Break the page before each heading that would be the last line of one."""
    printed = document.clone()  # laid out as by `QTextDocument.print_`
    layout = printed.documentLayout()
    layout.setPaintDevice(writer)
    frame = printed.rootFrame().frameFormat()
    frame.setMargin(_MARGIN)
    printed.rootFrame().setFrameFormat(frame)
    printed.setPageSize(QSizeF(writer.width(), writer.height()))

    def page_of(block: QTextBlock) -> int:
        printed.pageCount()  # lays out everything
        line = block.layout().lineAt(0)  # a picture may be moved within its block
        return int((layout.blockBoundingRect(block).top() + line.y()) // writer.height())

    for block in _blocks(printed):
        if block.blockFormat().headingLevel() and page_of(block) < page_of(block.next()):
            _break_before(block)
            _break_before(document.findBlockByNumber(block.blockNumber()))
