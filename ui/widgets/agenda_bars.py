"""The agenda as one row of blocks, as wide as their minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter

from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.painted import Painted
from ui.widgets.painting import fill, rounded
from ui.widgets.text_layout import text_width
from workshop_app.i18n import tr

GAP = 4
_PAD = 6  # px above and below the minutes together
_SIDE = 8  # px beside the minutes together
_BELOW = 4


class Share(NamedTuple):
    """The planned minutes of a part, and those spent on it."""

    name: str
    minutes: int
    spent: int = 0


class AgendaBars(Painted):
    """Shows the minutes of each part, and its name below; the number of the longest is bold.

    Below the names are the minutes spent, if any were measured.
    """

    SPOKEN_ROLE = QAccessible.Role.Chart

    def __init__(self, role: str = "room") -> None:
        super().__init__()
        self._role = role
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(*FULL_WIDTH)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these parts."""
        self._shares = tuple(shares)
        self.setAccessibleName(
            tr("prepare.agenda_spoken", parts=tr("widgets.strip.and").join(self._spoken()))
        )
        self.updateGeometry()
        self.update()

    def boxes(self) -> list[QRectF]:
        """Return the block of each part: in proportion, but none narrower than its words."""
        left = 0.0
        found = []
        for width in self._widths():
            found.append(QRectF(left, 0, width, self.block_height()))
            left += width + GAP
        return found

    def block_height(self) -> int:
        """Return the height of the blocks in px."""
        return theme().line_height(self._role) + _PAD

    def minute_width(self) -> float:
        """Return the width in px of a minute of the widest block."""
        widths = self._widths()
        widest = widths.index(max(widths))
        return max(1.0, widths[widest] / max(1, self._shares[widest].minutes))

    def sizeHint(self) -> QSize:
        meta = theme().line_height("meta")
        lines = 2 if self._are_spent() else 1
        return QSize(400, self.block_height() + _BELOW + lines * meta)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        meta = theme().line_height("meta")
        for share, box in zip(self._shares, self.boxes(), strict=True):
            fill(painter, box, "accent_soft")
            if theme().palette.high_contrast:  # there the soft background is white
                rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, "accent", 2)
            self.paint_minutes(painter, box, share)
            below = QRectF(box.x(), box.bottom() + _BELOW, box.width(), meta)
            _write(painter, below, share.name, "meta")
            if share.spent:
                late = share.spent > share.minutes
                told = tr("time.spent.short", n=share.spent)
                _write(painter, below.translated(0, meta), told, "meta-bold" if late else "meta")

    def paint_minutes(self, painter: QPainter, box: QRectF, share: Share) -> None:
        """Paint the minutes of a part in its block."""
        _write(painter, box, str(share.minutes), self.role_of(share), "ink")

    def role_of(self, share: Share) -> str:
        """Return the text role of the minutes of a part."""
        longest = share.minutes == max(one.minutes for one in self._shares)
        return f"{self._role}-bold" if longest and share.minutes else self._role

    def _are_spent(self) -> bool:
        return any(share.spent for share in self._shares)

    def _spoken(self) -> list[str]:
        if not self._are_spent():
            return [f"{one.name} {tr('time.minutes', n=one.minutes)}" for one in self._shares]
        return [
            tr("time.spent.spoken", name=one.name, planned=one.minutes, n=one.spent)
            for one in self._shares
        ]

    def _widths(self) -> list[float]:
        least = [self._least_width(share) for share in self._shares]
        free = self.width() - GAP * (len(least) - 1.0)
        widths = dict(enumerate(least))
        rest = [n for n, share in enumerate(self._shares) if share.minutes]
        while rest:
            room = free - sum(width for n, width in widths.items() if n not in rest)
            minutes = sum(self._shares[n].minutes for n in rest)
            shared = {n: room * self._shares[n].minutes / minutes for n in rest}
            wide = [n for n in rest if shared[n] >= least[n]]
            if wide == rest:
                widths |= shared
                break
            rest = wide
        return list(widths.values())

    def _least_width(self, share: Share) -> float:
        told = tr("time.spent.short", n=share.spent) if share.spent else ""
        number = text_width(str(share.minutes), f"{self._role}-bold") + _SIDE
        name = text_width(share.name, "meta")
        return float(max(number, name, text_width(told, "meta-bold")))


def _write(painter: QPainter, box: QRectF, text: str, role: str, colour: str = "ink2") -> None:
    painter.setFont(theme().font(role))
    painter.setPen(theme().colour(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
