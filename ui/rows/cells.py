"""The cells before and after the text of a row: frozen data that measures and paints itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath

from ui.rows.style import Style
from ui.theme.icons import paint_icon
from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.badge import badge_size, draw_badge, outcome_word
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.fit import LIMIT_ICON, fit_word
from ui.widgets.painting import fill, rounded
from ui.widgets.text_layout import TextLayout, draw_line, in_role, text_width
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr

_ICON = 18
_ICON_GAP = 6
_LABEL_LEFT = 8  # px between the left edge and a label in the margin
_LABEL_PAD = 8
_AROUND = 18  # px beside the text of an option
_BESIDE_OPTIONS = 8  # px above and below a frame with options together, at least
_OPTION_RADIUS = 8
_BESIDE_NUMBER = 5  # px beside a number that is selected
_LEAST_BAR = 3  # px; a count of one is visible next to thousands


class Cell:
    """What is before or after the text of a row; subclasses are frozen dataclasses.

    ``ALIGNED``: before the text it is in a column, as wide in all rows. ``CENTRED``: it is centred
    on all lines of a row none of which is wrapped.
    ``STAYS``: it remains beside the text where other cells move below it.
    """

    ALIGNED: ClassVar[bool] = False
    CENTRED: ClassVar[bool] = False
    STAYS: ClassVar[bool] = False
    part = ""
    """What a click on it does: ``action``, ``tick``, ``option``, or nothing."""
    optional = False
    """Whether it is left out where the list is too narrow for all columns."""
    current = False
    """Whether only the current row shows it; the others have space for it."""
    key = ""
    """A key that does the same as a click on it."""
    least = 0
    """The height in px that its row has at least."""

    @property
    def words(self) -> str:
        """What it says, for screen readers."""
        return ""

    def width(self, style: Style) -> int:
        """Return its width in px."""
        raise NotImplementedError

    def part_at(self, share: float) -> str:
        """Return what a click at this share of its width does; of options their number, from 1."""
        return self.part

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        """Paint it into a box as wide as ``width`` and as high as a line of text."""
        raise NotImplementedError


@dataclass(frozen=True)
class Words(Cell):
    """A short text with an icon before it."""

    ALIGNED: ClassVar[bool] = True
    text: str = ""
    icon: str = ""
    colour: str = ""
    bold: bool = False
    role: str = "meta"
    icon_colour: str = ""
    right: bool = False
    """Whether it is at the right of its column."""
    current: bool = False

    @property
    def words(self) -> str:
        return self.text

    @property
    def _font(self) -> QFont:
        return theme().sized_font(theme().text_size(self.role), self.bold or ROLES[self.role].bold)

    @property
    def _icon(self) -> int:
        return max(_ICON, round(theme().text_size(self.role) * 0.8))

    def width(self, style: Style) -> int:
        icon = self._icon + (_ICON_GAP if self.text else 0) if self.icon else 0
        return icon + (text_width(self.text, self._font) if self.text else 0)

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        colour = self.colour or ROLES[self.role].colour
        left = box.right() - self.width(style) if self.right else box.left()
        if self.icon:
            token = self.icon_colour or colour
            paint_icon(painter, self.icon, token, left, box.center().y(), self._icon)
            left += self._icon + _ICON_GAP
        draw_line(painter, self.text, self._font, colour, left, box.top(), box.height())


def limit_words() -> Words:
    """Return the mark of an answer one of whose limits is about the problem."""
    return Words(tr("widgets.fit.limited"), LIMIT_ICON)


@dataclass(frozen=True)
class Number(Cell):
    """A number at the right of its column, with digits of equal width.

    Its size is that of the list's text. That of the current row is bold, that of a selected one
    ``filled``, like a box with a tick.
    """

    ALIGNED: ClassVar[bool] = True
    text: str
    colour: str = "accent"
    bold: bool = False
    optional: bool = False
    filled: bool = False

    @property
    def words(self) -> str:
        return self.text

    def width(self, style: Style) -> int:
        return digits_width(self.text, theme().sized_font(style.size, True))

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        font = theme().sized_font(style.size, self.bold)
        if self.filled:
            left = box.right() - self.width(style)
            ground = QRectF(left, box.top(), self.width(style), box.height())
            rounded(painter, ground.adjusted(-_BESIDE_NUMBER, 1, _BESIDE_NUMBER, -1), 6, "accent")
        colour = "on_accent" if self.filled else self.colour
        draw_digits(painter, self.text, font, colour, box.right(), box.top(), box.height())


@dataclass(frozen=True)
class Icon(Cell):
    """An icon; a small one leads a line of text."""

    name: str
    colour: str = "ink2"
    small: bool = False

    def width(self, style: Style) -> int:
        return max(12, round(style.size * 0.66)) if self.small else _box_side(style)

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        side = self.width(style) if self.small else max(18, round(style.size * 0.8))
        paint_icon(painter, self.name, self.colour, box.left(), box.center().y(), side)


@dataclass(frozen=True)
class Tick(Cell):
    """A check box; a ``dashed`` one waits for a decision. ``key`` ticks it."""

    on: bool
    dashed: bool = False
    key: str = ""
    part: ClassVar[str] = "tick"

    def width(self, style: Style) -> int:
        return _box_side(style)

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        side = self.width(style)
        top = round(box.center().y() - side / 2)
        paint_tick(painter, QRectF(box.left(), top, side, side), self.on, dashed=self.dashed)


@dataclass(frozen=True)
class Button(Cell):
    """A button; ``key`` presses it while the row is on the page."""

    text: str
    key: str = ""
    part: ClassVar[str] = "action"

    @property
    def words(self) -> str:
        return self.text

    def width(self, style: Style) -> int:
        return 24 + text_width(self.text, "body")

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        height = theme().metrics.target
        top = round(box.center().y() - height / 2)
        frame = QRectF(box.left() + 0.5, top + 0.5, box.width() - 1, height - 1)
        fill = "hover" if hovered else "surface"
        rounded(painter, frame, 8, fill, "edge")
        left = box.left() + 12
        draw_line(painter, self.text, "body", "ink", left, frame.top(), frame.height())


@dataclass(frozen=True)
class Link(Cell):
    """Words that do something with the row; ``current``: only the current row shows them."""

    text: str
    current: bool = False
    part: ClassVar[str] = "action"

    @property
    def words(self) -> str:
        return self.text

    def width(self, style: Style) -> int:
        return text_width(self.text, "body")

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        if hovered:
            high = theme().metrics.target
            ground = QRectF(box.left() - 8, box.center().y() - high / 2, box.width() + 16, high)
            rounded(painter, ground, 8, "hover")
        draw_line(painter, self.text, "body", "accent", box.left(), box.top(), box.height())


@dataclass(frozen=True)
class Label(Cell):
    """What a text is, in the page's margin; large text leaves no space there, but above the text.

    It has as many small lines as it needs.
    """

    text: str

    @property
    def words(self) -> str:
        return self.text

    @property
    def least(self) -> int:  # type: ignore[override]
        return self._lines.height + _LABEL_PAD

    @property
    def _lines(self) -> TextLayout:
        room = theme().metrics.edge - theme().metrics.hang - _LABEL_LEFT
        return in_role(self.text, "meta", room)

    def width(self, style: Style) -> int:
        return self._lines.width

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        lines = self._lines
        top = box.top() + max(0, (box.height() - lines.height) / 2)
        for number, line in enumerate(lines.lines):
            left = box.right() - line.width
            lines.draw(painter, left, top + number * lines.line_height, "ink2", number, number + 1)


@dataclass(frozen=True)
class Options(Cell):
    """Options side by side in one frame; the ``chosen`` one, counted from 1, is filled.

    ``quiet`` ones are weaker, since choosing another one changes nothing.
    """

    texts: tuple[str, ...]
    chosen: int = 0
    quiet: bool = False
    hovered: int = 0
    part: ClassVar[str] = "option"

    @property
    def words(self) -> str:
        return "  ".join(f"{number} {text}" for number, text in enumerate(self.texts, 1))

    def width(self, style: Style) -> int:
        font = theme().sized_font(style.size, True)
        return len(self.texts) * (max(text_width(text, font) for text in self.texts) + _AROUND)

    def part_at(self, share: float) -> str:
        return str(min(len(self.texts), max(0, int(share * len(self.texts))) + 1))

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        high = max(theme().metrics.target, round(style.line * 1.18))
        high = min(style.least - _BESIDE_OPTIONS, high)
        top = round(box.center().y() - high / 2)
        frame = QRectF(box.left() + 0.5, top + 0.5, box.width() - 1, high - 1)
        edge = "line" if self.quiet else "edge"
        outline = QPainterPath()
        outline.addRoundedRect(frame, _OPTION_RADIUS, _OPTION_RADIUS)
        painter.save()
        painter.setClipPath(outline)
        fill(painter, frame, "surface")
        wide = frame.width() / len(self.texts)
        for number, text in enumerate(self.texts, 1):
            left = frame.left() + (number - 1) * wide
            part = QRectF(left, frame.top(), wide, frame.height())
            self._paint_option(painter, number, text, part, style)
            if number > 1 and self.chosen not in (number - 1, number):
                fill(painter, QRectF(round(left), part.top(), 1, part.height()), edge)
        painter.restore()
        rounded(painter, frame, _OPTION_RADIUS, None, edge)

    def _paint_option(
        self, painter: QPainter, number: int, text: str, part: QRectF, style: Style
    ) -> None:
        chosen = number == self.chosen
        ground = "accent" if chosen else "hover" if number == self.hovered else ""
        if ground:
            fill(painter, part, ground)
        font = theme().sized_font(style.size, chosen)
        colour = "on_accent" if chosen else "ink3" if self.quiet else "ink2"
        left = part.center().x() - text_width(text, font) / 2
        draw_line(painter, text, font, colour, left, part.top(), part.height())


@dataclass(frozen=True)
class Chevron(Cell):
    """The arrow at the end of a row that is opened by it."""

    STAYS: ClassVar[bool] = True
    part: ClassVar[str] = "action"

    def width(self, style: Style) -> int:
        return 12

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        paint_icon(painter, "chevron-right", "ink3", box.left(), box.center().y(), 16)


@dataclass(frozen=True)
class Outcome(Cell):
    """An outcome with its word, or with ``text``; a ``count`` is without a tint."""

    kind: OutcomeKind
    text: str = ""
    count: bool = False

    @property
    def words(self) -> str:
        return self.text or outcome_word(self.kind)

    def width(self, style: Style) -> int:
        return badge_size(self.words, badge_font(), self.count)[0]

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        size = badge_size(self.words, badge_font(), self.count)
        square = QRectF(box.left(), round(box.center().y() - size[1] / 2), *size)
        draw_badge(painter, self.kind, self.words, badge_font(), square, self.count)


@dataclass(frozen=True)
class Fit(Cell):
    """How well an answer fits, 1 to 4, with its word or ``text``."""

    level: int
    text: str = ""

    @property
    def words(self) -> str:
        return self.text or self.own_words

    @property
    def own_words(self) -> str:
        """The words for the level."""
        return fit_word(self.level)

    def alone(self) -> Fit:
        """Return the cell that does not say which answer it is about."""
        return Fit(self.level, tr(f"widgets.fit.alone.level{self.level}"))

    def width(self, style: Style) -> int:
        return text_width(self.words, "meta")

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        draw_line(painter, self.words, "meta", "ink2", box.left(), box.top(), box.height())


@dataclass(frozen=True)
class Blank(Cell):
    """Nothing, as wide as another cell, so that texts are not wrapped again once it is there."""

    like: Cell | None = None

    def width(self, style: Style) -> int:
        return self.like.width(style) if self.like is not None else 0

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        pass


@dataclass(frozen=True)
class Space(Cell):
    """Nothing, ``px`` wide: the widget of the current row (`RowsView.set_beside`) is there."""

    px: int

    def width(self, style: Style) -> int:
        return self.px

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        pass


@dataclass(frozen=True)
class Bar(Cell):
    """A bar whose length is ``share``, 0 to 1, of its column."""

    share: float

    def width(self, style: Style) -> int:
        return style.bar or round(style.width * (0.24 if theme().metrics.narrow else 0.34))

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        if not self.share:
            return
        thick = round(style.size * 0.5)
        top = box.top() + (box.height() - thick) / 2
        length = max(_LEAST_BAR, box.width() * self.share)
        bar = QRectF(box.left(), top, length, thick)
        rounded(painter, bar, 3, "accent")


def widest(cells: Iterable[Cell], style: Style) -> int:
    """Return the width in px of the widest cell; numbers of as many digits are as wide."""
    shown = {
        len(one.text) if isinstance(one, Number) and one.text.isdecimal() else one: one
        for one in cells
    }
    return max((one.width(style) for one in shown.values()), default=0)


def paint_tick(painter: QPainter, box: QRectF, on: bool, *, dashed: bool = False) -> None:
    """Paint a check box."""
    edge = theme().colour("accent" if on else "edge")
    inner = box.adjusted(1, 1, -1, -1)
    fill = edge if on else theme().colour("surface")
    rounded(painter, inner, 5, fill, edge, 2, dashed=dashed and not on)
    if on:
        side = round(box.width()) - 8
        paint_icon(painter, "check", "on_accent", box.left() + 4, box.center().y(), side)


def badge_font() -> QFont:
    """Return the font inside a badge."""
    return theme().sized_font(theme().metrics.meta, True)


def _box_side(style: Style) -> int:
    return max(20, round(style.size * 0.86))
