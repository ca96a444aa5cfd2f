"""How many said the same, below the question whether it is a general case."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.text import Text
from ui.widgets.voice_words import voice_parts, voices_in_a_line
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import tr

_KINDS = 4
_BETWEEN = 0.7  # em between two counts
_INSIDE = 0.25  # em between a number and its unit
_UNLIMITED = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class VoicesLine(QWidget):
    """Counts with large numbers, or a sentence if nobody else said it, without any names.

    ``role`` is the text role: ``room``, or ``body`` in private mode. ``remark`` is shown at the
    end.
    """

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self._label = Text("meta", tr("widgets.voices.label"), wrap=False, parent=self)
        self._pairs = [
            (Text(f"{role}-bold", "", wrap=False, parent=self), Text(role, wrap=False, parent=self))
            for _ in range(_KINDS)
        ]
        self._remark = Text("meta-bold", "", wrap=False, parent=self)
        self._means = Text("meta", tr("widgets.voices.here_means"), wrap=False, parent=self)
        self._counts: VoiceCounts | None = None
        self._parts_layout = DeferredLayout(self, self.arrange)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hide_all()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self._counts is None

    @property
    def words(self) -> str:
        """The whole content as one text."""
        said = "" if self._counts is None else voices_in_a_line(self._counts)
        return "  ".join(part for part in (said, self._remark.text()) if part)

    def show_counts(self, counts: VoiceCounts | None, remark: str = "") -> None:
        """Show the counts; None for nothing."""
        self._counts = counts
        self._remark.setText(remark)
        self._hide_all()
        if counts is None:
            return
        parts = voice_parts(counts) if counts.elsewhere else [("", voices_in_a_line(counts))]
        for (number, unit), (count, words) in zip(self._pairs, parts, strict=False):
            number.setText(count)
            unit.setText(words)
            number.setVisible(bool(count))
            unit.setVisible(True)
        self._label.setVisible(counts.elsewhere)
        self._means.setVisible(not counts.elsewhere)
        self._remark.setVisible(bool(remark))
        self.setAccessibleName(self.words)
        self.arrange()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height in px that the counts need at a width; 0 if empty."""
        return 0 if self._counts is None else self._lay_out(width, move=False)

    def sizeHint(self) -> QSize:
        height = self.heightForWidth(self.width() or _UNLIMITED)
        return QSize(12 * theme().text_size(self._role), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def arrange(self) -> None:
        """Place everything at the current width."""
        self._lay_out(self.width(), move=True)

    def _hide_all(self) -> None:
        texts = (self._label, self._means, self._remark)
        for part in (*texts, *(one for pair in self._pairs for one in pair)):
            part.hide()

    def _lay_out(self, width: int, *, move: bool) -> int:
        """Place the parts side by side, in as many lines as needed; return their height in px."""
        size = theme().text_size(self._role)
        line = theme().line_height(self._role)
        inside = round(size * _INSIDE)
        units: list[tuple[Text, ...]] = [
            (self._label,),
            *self._pairs,
            (self._means,),
            (self._remark,),
        ]
        x = y = 0
        for unit in units:
            shown = [part for part in unit if not part.isHidden()]
            if not shown:
                continue
            room = sum(part.natural_width() for part in shown) + inside * (len(shown) - 1)
            if x and x + room > width:
                x = 0
                y += line
            for part in shown:
                if move:
                    part.setGeometry(x, y, part.natural_width(), line)
                x += part.natural_width() + inside
            x += round(size * _BETWEEN) - inside
        return y + line
