"""The positions in a window that can be pressed."""

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionSlider, QWidget

from tests.helpers.visible import visible_widgets
from ui.pages.appraise.criteria_view import CriteriaView
from ui.pages.appraise.verdicts import criterion_word
from ui.pages.sort.themes_view import ThemesView
from ui.rows.cells import Options
from ui.rows.pager import Slot
from ui.rows.scroll_bar import ScrollBar
from ui.rows.view import RowsView
from ui.widgets.check_button import TAB, CheckButton
from ui.widgets.check_group import CheckButtons
from ui.widgets.choice_word import ChoiceWord
from ui.widgets.plain_field import PlainField
from workshop_app.domain.appraisal import Criterion

_SCAN = 8  # px between the points of a row that are tested for parts
_scanned: WeakKeyDictionary[RowsView, dict[object, dict[str, QRectF]]] = WeakKeyDictionary()
"""The parts of rows of each list, by all that they depend on: testing a row takes milliseconds."""
_NOT_OF_ROWS = {"button", "choice", "field", "scroll", "option", "tab", "theme"}


@dataclass(frozen=True)
class ClickTarget:
    """A position on the screen, in px, with its name.

    ``kind`` is ``button``, ``field``, ``choice``, ``segment`` of a choice, ``tab``, ``row``,
    ``theme``, ``scroll`` (``before`` or ``after`` the handle of a scroll bar), or a part of the row
    with its own effect, as named by ``RowsView.part_at``. ``of``
    is the question that a segment answers.
    """

    kind: str
    words: str
    left: int
    top: int
    width: int
    height: int
    of: str = ""

    @property
    def middle(self) -> tuple[int, int]:
        """The point to aim at."""
        return self.left + self.width // 2, self.top + self.height // 2


def click_targets(window: QWidget, *kinds: str) -> list[ClickTarget]:
    """Return everything that can be pressed now: visible, enabled, and not covered in its middle.

    With ``kinds`` only these, which is faster.
    """
    found = []
    for widget in visible_widgets(window):
        if widget.isEnabled():
            for kind, words, box in _parts(widget, kinds):
                place = _place(kind, words, widget, box)
                if _is_free(window, widget, place) and (not kinds or place.kind in kinds):
                    found.append(place)
    return found


def _parts(widget: QWidget, kinds: tuple[str, ...]) -> Iterator[tuple[str, str, QRect]]:
    if isinstance(widget, ScrollBar):
        yield from _beside_handle(widget)
    elif isinstance(widget, CheckButton) and isinstance(widget.parent(), CheckButtons):
        yield f"option {widget.parent().label}", widget.text(), widget.rect()
    elif isinstance(widget, CheckButton) and widget.shape is TAB:
        yield "tab", widget.text(), widget.rect()
    elif isinstance(widget, QAbstractButton):
        yield "button", widget.text() or widget.accessibleName(), widget.rect()
    elif isinstance(widget, PlainField):
        yield "field", widget.accessibleName(), widget.rect()
    elif isinstance(widget, ChoiceWord):
        yield "choice", widget.label, widget.rect()
    elif isinstance(widget, RowsView):
        yield from _list_parts(widget, kinds)


def handle_of(bar: ScrollBar) -> QRect:
    """Return where the handle of a scroll bar is within it."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    slider = QStyle.SubControl.SC_ScrollBarSlider
    box = bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, slider, bar)
    side = (bar.width() - 6) // 2
    return box.adjusted(side, 8, -side, -8)  # its margins


def _beside_handle(bar: ScrollBar) -> Iterator[tuple[str, str, QRect]]:
    handle = handle_of(bar)
    above = QRect(0, 0, bar.width(), handle.top())
    below = QRect(0, handle.bottom(), bar.width(), bar.height() - handle.bottom())
    for words, box in (("before", above), ("after", below)):
        if box.height() > 2 * _SCAN:  # more than what is free at its ends
            yield "scroll", words, box


def _list_parts(view: RowsView, kinds: tuple[str, ...]) -> Iterator[tuple[str, str, QRect]]:
    if not kinds or not set(kinds) <= _NOT_OF_ROWS:
        yield from _rows(view)
    if isinstance(view, CriteriaView):
        yield from _answers(view)
    if isinstance(view, ThemesView):
        for head in view.heads:
            yield "theme", head.row.text, head.box.toRect()


def _answers(view: CriteriaView) -> Iterator[tuple[str, str, QRect]]:
    for slot in view.slots:
        row = view.rows[slot.row]
        (frame,) = view.control_boxes(slot)
        for cell in (one for one in row.after if isinstance(one, Options)):
            wide = frame.width() / len(cell.texts)
            for number, text in enumerate(cell.texts):
                box = QRectF(frame.left() + number * wide, frame.top(), wide, frame.height())
                yield f"option {criterion_word(Criterion(row.id))}", text, box.toRect()


def _rows(view: RowsView) -> Iterator[tuple[str, str, QRect]]:
    for slot in view.slots:
        box = view.accessible_box(slot.row).toRect()
        words = view.row_name(view.rows[slot.row])
        parts = _parts_of_row(view, slot)
        for part, area in parts.items():
            yield part, words, area.toRect()
        if "number" in parts:  # a click on it has another effect than one on the row
            box.setLeft(round(parts["number"].right()) + 1)
        yield "row", words, box


def _parts_of_row(view: RowsView, slot: Slot) -> dict[str, QRectF]:
    known = _scanned.setdefault(view, {})
    key = (slot, view.width(), view._layout(slot.row))
    if key not in known:
        known[key] = _scan(view, slot)
    return known[key]


def _scan(view: RowsView, slot: Slot) -> dict[str, QRectF]:
    """Return the largest box of each part, found by testing point by point."""
    boxes: dict[str, list[QRectF]] = {}
    for x in range(_SCAN // 2, view.width(), _SCAN):
        for y in range(slot.top + _SCAN // 2, slot.top + slot.height, _SCAN):
            part = view.part_at(slot, QPointF(x, y))
            if not part:
                continue
            found = boxes.setdefault(part, [])
            cell = QRectF(x, y, 1, 1)
            near = [
                one for one in found if one.adjusted(-_SCAN, -_SCAN, _SCAN, _SCAN).contains(x, y)
            ]
            if near:
                found[found.index(near[0])] = near[0].united(cell)
            else:
                found.append(cell)
    return {
        part: max(found, key=lambda one: one.width() * one.height())
        for part, found in boxes.items()
    }


def _place(kind: str, words: str, widget: QWidget, box: QRect) -> ClickTarget:
    corner = widget.mapToGlobal(box.topLeft())
    kind, _, of = kind.partition(" ")
    return ClickTarget(kind, words, corner.x(), corner.y(), box.width(), box.height(), of)


def _is_free(window: QWidget, widget: QWidget, place: ClickTarget) -> bool:
    if place.width <= 0 or place.height <= 0:
        return False
    at = window.childAt(window.mapFromGlobal(QPoint(*place.middle)))
    return at is widget or (at is not None and widget.isAncestorOf(at))
