"""One theme, large for the room: its name and its problems."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.sort.groups import UNSORTED, Group, GroupRows, theme_keys
from ui.widgets.discard import discard
from ui.widgets.key_note import KeyNote
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.paged_list import PagedList
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class GroupView(QWidget):
    """The rows of one group; ``list`` is the paged list in it."""

    current_changed = Signal(str)
    activated = Signal(str)
    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = LongText("problem", most_lines=2)
        self._more = MoreButton(self.name)
        self.list = PagedList(tr("sort.rows"))
        self.list.row_actions = (
            "sort.reword",
            "sort.details",
            "sort.merge",
            "sort.unmerge",
            "sort.split",
            "sort.park",
        )
        self._rows = GroupRows(private=False)
        self._empty = Text("room-quiet", "", align=Qt.AlignmentFlag.AlignHCenter)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(16)
        self._shown_keys: tuple[str, ...] | None = None
        self._arrange()
        self.list.current_changed.connect(self.current_changed)
        self.list.activated.connect(self.activated)
        self.list.ticked.connect(self.ticked)

    def show_groups(
        self,
        state: WorkshopState,
        groups: Sequence[Group],
        group: Group,
        ticked: Collection[str],
        current: str | None,
    ) -> None:
        """Show ``group``, one of the groups; ``current`` is its current problem."""
        self.name.set_text(group.name)
        self.list.set_label(group.name)
        self.list.set_rows(self._rows.rows(state, group, ticked), current)
        self.list.set_caption(tr("sort.count", n=len(group.problems)))
        self.list.setVisible(bool(group.problems))
        self._empty.setVisible(not group.problems)
        self._empty.setText(_empty_words(state, group))
        self._show_keys(theme_keys(groups))

    def _show_keys(self, keys: tuple[str, ...]) -> None:
        if keys == self._shown_keys:
            return
        self._shown_keys = keys
        while (item := self._keys.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        if keys:
            self._keys.addWidget(KeyNote(keys, tr("sort.send"), "–"))
        self._keys.addWidget(KeyNote(("Space",), tr("sort.tick")))

    def _arrange(self) -> None:
        holder = QWidget()
        holder.setLayout(self._keys)
        self._keys.setContentsMargins(14, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self.list.add_note(holder, gives_way=True)


def _empty_words(state: WorkshopState, group: Group) -> str:
    if not state.listed:
        return tr("sort.no_problems")
    return tr("sort.all_sorted" if group.id == UNSORTED else "sort.empty_theme")
