"""Collects every text as it is painted, and checks its position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from tests.helpers.visible import visible_widgets
from ui.rows.scroll_bar import ScrollBar
from ui.rows.view import RowsView
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text_layout import TextLayout
from ui.window.page_stack import ScrolledPage

_CARET = 2  # px at both ends of a field
_DESCENT = 0.12  # em: descent of the bundled font below its line
_SLACK = 1.5  # px by which a glyph's box may exceed its area: rounding and spacing


@dataclass(frozen=True)
class PaintedText:
    """A line of text: its size, its box in px of the window, and the widget that painted it."""

    words: str
    px: int
    box: QRectF
    widget: QWidget
    clip: QRectF | None = None

    def __str__(self) -> str:
        box = self.box.toRect()
        place = f"{box.x()},{box.y()} {box.width()}x{box.height()}"
        name = f"{type(self.widget).__name__} {self.widget.objectName()}".strip()
        return f"{self.words[:40]!r} of {name} at {place}"


def painted_texts(window: QWidget) -> list[PaintedText]:
    """Repaint the window, and return each line of text in it."""
    with _recorded(window) as texts:
        window.grab()
    return texts


def misplaced(window: QWidget) -> list[str]:
    """Return what is wrong with the visible texts of `window`, one line each."""
    texts = painted_texts(window)
    frames = _Frames(window)
    return [
        *_cut(texts, frames),
        *_covered(texts, frames),
        *_overlapping(texts, frames),
        *_placeholders(window),
        *_unsaid(texts, window),
    ]


@contextmanager
def _recorded(window: QWidget) -> Iterator[list[PaintedText]]:
    texts: list[PaintedText] = []
    draw_lines = TextLayout.draw
    draw_text = QPainter.drawText

    def note(painter: QPainter, words: str, px: int, box: QRectF) -> None:
        widget = painter.device()
        if not words.strip() or not isinstance(widget, QWidget):
            return
        if widget is not window and not window.isAncestorOf(widget):
            return
        shift = QPointF(widget.mapTo(window, widget.rect().topLeft()))
        transform = painter.worldTransform()
        clip = None
        if painter.hasClipping():
            clip = transform.mapRect(painter.clipBoundingRect()).translated(shift)
        place = transform.mapRect(box).translated(shift)
        texts.append(PaintedText(words, px, place, widget, clip))

    def lines(self, painter, x, y, colour, first=0, last=None, *rest, **more):
        draw_lines(self, painter, x, y, colour, first, last, *rest, **more)
        cap = self._metrics.capHeight()
        px = self._layout.font().pixelSize()
        below = px * _DESCENT
        stop = len(self.lines) if last is None else last
        for number, line in enumerate(self.lines[first:stop]):
            base = y + number * self.line_height + (self.line_height + cap) / 2
            words = self.text[line.start : line.start + line.length]
            note(painter, words, px, QRectF(x, base - cap, line.width, cap + below))

    def single(self, *arguments):
        draw_text(self, *arguments)
        where, *_, words = arguments
        metrics = QFontMetricsF(self.font())
        px = self.font().pixelSize()
        if isinstance(where, QPointF):
            cap = metrics.capHeight()
            below = px * _DESCENT
            width = metrics.horizontalAdvance(words)
            note(self, words, px, QRectF(where.x(), where.y() - cap, width, cap + below))
        else:
            note(self, words, px, metrics.boundingRect(QRectF(where), arguments[1], words))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TextLayout, "draw", lines)
        patch.setattr(QPainter, "drawText", single)
        yield texts


class _Frames:
    """The ancestors of each widget of a window; cached, as many texts have one widget."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._known: dict[QWidget, list[tuple[QWidget, QRectF]]] = {}

    def of(self, text: PaintedText) -> list[tuple[QWidget, QRectF]]:
        """Return the ancestors of a text's widget, with the part of the window that each shows."""
        clip = [] if text.clip is None else [(text.widget, text.clip)]
        return [*clip, *self._around(text.widget)]

    def seen(self, text: PaintedText) -> QRectF:
        """Return the part of a text's box that its ancestors show."""
        box = _letters(text)
        for _around, frame in self.of(text):
            box = box.intersected(frame)
        return box

    def _around(self, widget: QWidget) -> list[tuple[QWidget, QRectF]]:
        if widget not in self._known:
            parent = widget.parentWidget()
            around = widget
            if (
                isinstance(parent, QAbstractScrollArea)
                and _is_page(parent)
                and (widget is parent.viewport())
            ):
                around = parent
            outer = [] if widget is self.window or parent is None else self._around(parent)
            self._known[widget] = [(around, QRectF(_box(widget, self.window))), *outer]
        return self._known[widget]


def _cut(texts: list[PaintedText], frames: _Frames) -> Iterator[str]:
    """Return texts that are not completely inside their ancestors.

    A whole scrolling page, with large text, may begin and end within a line.
    """
    for text in texts:
        inner = _letters(text)
        for around, box in frames.of(text):
            if _is_page(around):
                inner = inner.intersected(QRectF(inner.x(), box.y(), inner.width(), box.height()))
                if inner.isEmpty():
                    break
            elif isinstance(around.parentWidget(), QAbstractScrollArea) and (
                inner.bottom() <= box.top() or inner.top() >= box.bottom()
            ):
                break  # scrolled out of view
            if not box.contains(inner):
                yield f"cut: {text}, shown in {_place(box)} of {_name(around)}"
                break


def _is_page(widget: QWidget | None) -> bool:
    """Return whether a whole page scrolls in the widget; parts of pages use other types."""
    return isinstance(widget, ScrolledPage) or type(widget) is QScrollArea


def _covered(texts: list[PaintedText], frames: _Frames) -> Iterator[str]:
    """Return texts covered by something painted after them."""
    window = frames.window
    order: list[tuple[QWidget, QRectF]] = []
    ends: dict[QWidget, int] = {}
    _walk(window, QRectF(window.rect()), window, order, ends)
    for text in texts:
        inner = frames.seen(text)
        if inner.isEmpty():
            continue
        for cover, box in order[ends[text.widget] :]:
            if box.intersects(inner) and _paints(cover):
                yield f"covered: {text} by {_name(cover)}"


def _walk(
    widget: QWidget,
    around: QRectF,
    window: QWidget,
    order: list[tuple[QWidget, QRectF]],
    ends: dict[QWidget, int],
) -> None:
    """Sort the visible widgets in painting order; a widget's end is after all its children."""
    box = QRectF(_box(widget, window)).intersected(around)
    order.append((widget, box))
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            _walk(child, box, window, order, ends)
    ends[widget] = len(order)


def _paints(widget: QWidget) -> bool:
    if isinstance(widget, (FocusRing, QScrollBar)):
        return False  # a ring does not cover its inside, and a scroll bar has its own area
    own = type(widget).paintEvent is not QWidget.paintEvent
    return own or widget.autoFillBackground()


def _overlapping(texts: list[PaintedText], frames: _Frames) -> Iterator[str]:
    boxes = [frames.seen(text) for text in texts]
    order = sorted(range(len(texts)), key=lambda place: boxes[place].top())
    for rank, place in enumerate(order):
        for other in order[rank + 1 :]:
            if boxes[other].top() >= boxes[place].bottom():
                break
            if boxes[place].intersects(boxes[other]):
                yield f"overlap: {texts[place]} and {texts[other]}"


def _placeholders(window: QWidget) -> Iterator[str]:
    """Return placeholders that are wider than their field."""
    for field in visible_widgets(window, QLineEdit):
        if field.text():
            continue
        room = field.contentsRect().width() - 2 * _CARET
        width = QFontMetricsF(field.font()).horizontalAdvance(field.placeholderText())
        if width > room:
            yield f"placeholder: {field.placeholderText()!r} needs {width:.0f}, has {room}"


def _unsaid(texts: list[PaintedText], window: QWidget) -> Iterator[str]:
    """Return lists with rows on other pages that show neither scroll bar nor a number."""
    for view in visible_widgets(window, RowsView):
        before = view.rows_before()
        after = view.rows_after()
        if not (before or after) or any(visible_widgets(view, ScrollBar)):
            continue
        wanted = {str(number) for number in (before, after, len(view.rows)) if number}
        beside = [text.words for text in texts if text.widget is not view]
        beside += [one.text() for one in visible_widgets(window, QLabel)]
        said = {number for words in beside for number in re.findall(r"\d+", words)}
        if not wanted & said:
            yield f"unsaid: {before} rows before and {after} after {_name(view)}"
    for area in visible_widgets(window, QAbstractScrollArea):
        bar = area.verticalScrollBar()
        if bar.maximum() > 0 and not bar.isVisible():
            yield f"unsaid: {bar.maximum()} px below {_name(area)}"


def _letters(text: PaintedText) -> QRectF:
    return text.box.adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK)


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _place(box: QRectF) -> str:
    return f"{box.x():.0f},{box.y():.0f} {box.width():.0f}x{box.height():.0f}"


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()
