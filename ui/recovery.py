"""The window shown at the start if the records have to be recovered; Enter is enough.

It may be visible to customers, so it contains no other customer, no path and no technical fault.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.actions.meanings import Meaning
from ui.rows.cells import Cell, Icon, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.focus_ring import FocusRing
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.window.presenter import SMALLEST
from workshop_app.crash import report
from workshop_app.domain.errors import StoreError
from workshop_app.i18n import texts, tr
from workshop_app.store.contents import COUNTED
from workshop_app.store.copies import Copy
from workshop_app.store.recovery import leave, put_in_place, recovered, sound_copies
from workshop_app.store.recovery_report import Recovered, RecoveredWorkshop, RecoverySource

_NEW = "new"
_PADDING = 24


class RecoveryWindow(Refitted, QWidget):
    """Finds the newest state of the records, and continues with it on Enter.

    ``ask`` returns whether there are records at the store's path. Closing the window changes
    nothing.
    """

    _found = Signal(object)

    def __init__(self, store: Path, second_folder: Path | None = None) -> None:
        super().__init__()
        self._store = store
        self._second_folder = second_folder
        self._copies: Sequence[Copy] = ()
        self._result: Recovered | None = None
        self._thread: threading.Thread | None = None
        self._loop = QEventLoop()
        self._done = False
        self.setWindowTitle(tr("frame.app"))
        self.setMinimumSize(*SMALLEST)
        set_background(self, "canvas")
        theme().resize(*SMALLEST, desk=False)
        self._build()
        FocusRing(self)
        self._found.connect(self._show_found, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> bool:
        """Show the window until the user continues or closes it; return whether to continue."""
        room = self.screen().availableSize()
        self.resize(min(1366, room.width()), min(768, room.height()))
        self.showMaximized()
        self.restore()
        self._loop.exec()
        self._wait()
        leave(self._store)
        self.hide()
        return self._done

    def restore(self) -> None:
        """Look for the newest state."""
        self._in_thread(lambda: self._recover(None, journals=True))

    @property
    def workshop_id(self) -> str:
        """The workshop that was worked on last; empty if none was found."""
        return self._result.workshop_id if self._result is not None else ""

    # -- content

    def _build(self) -> None:
        metrics = theme().metrics
        layout = column(self, self._bar(), gap=0)
        middle = QWidget()
        self._layers = QStackedLayout(middle)
        self._main = QWidget()
        self._times = QWidget()
        self._layers.addWidget(self._main)
        self._layers.addWidget(self._times)
        self._build_main(metrics.side)
        self._build_times(metrics.side)
        layout.addWidget(middle, 1)
        layout.addWidget(self._foot())

    def _bar(self) -> QWidget:
        bar = QWidget()
        set_background(bar, "surface")
        row(
            bar,
            IconLabel("app-mark", "accent", 34),
            Text("step", tr("frame.app"), wrap=False),
            STRETCH,
            around=(12, 10, 12, 10),
        )
        return bar

    def _build_main(self, side: int) -> None:
        self._title = Text("body-quiet")
        self._time = Text("problem", tr("recovery.looking"))
        self._how = Text("body")
        self._how_icon = IconLabel("check", "accent", 20)
        self.go_on = ActionButton(tr("recovery.do"), key="Enter", kind="primary", size="large")
        self.go_on.clicked.connect(self._go_on)
        layout = row(None, self.go_on, self._how_icon, (self._how, 1), gap=20)
        head = Sheet(self._title, self._time, layout, bar="accent", padding=_PADDING)
        self.contents = PagedList(tr("recovery.contents"), role="body", style=table)
        around = (side, 20, side, 14)
        column(self._main, head, (self.contents, 1), gap=18, around=around)
        for part in (self.go_on, self._how_icon, self._how):
            part.hide()

    def _build_times(self, side: int) -> None:
        self.times = PagedList(tr("recovery.choose"), role="room")
        self.times.activated.connect(self._choose)
        column(
            self._times,
            Text("title", tr("recovery.choose")),
            (self.times, 1),
            around=(side, 20, side, 14),
        )

    def _foot(self) -> QWidget:
        foot = QWidget()
        set_background(foot, "surface")
        self._note = Text("body-quiet", tr("recovery.kept"))
        self.others = ActionButton(
            tr("recovery.others"), "clock", Meaning.GIVEN_UP, "quiet", listens=True
        )
        self.others.clicked.connect(self._switch)
        row(
            foot,
            IconLabel("folder"),
            (self._note, 1),
            self.others,
            gap=10,
            around=(theme().metrics.side, 12, theme().metrics.side, 12),
        )
        self.others.setEnabled(False)
        return foot

    def _show_found(self, found: object) -> None:
        if isinstance(found, StoreError):
            self._time.setText(tr("recovery.failed", reason=found.values.get("reason", "")))
            self._show_times("")
            return
        if not isinstance(found, Recovered):
            return
        self._result = found
        last = found.last
        if last is None:
            words = tr("recovery.begin_new")
        elif found.until is None:
            words = tr("recovery.go_on_untimed")
        else:
            words = tr("recovery.go_on", time=_when(found.until))
        self._time.setText(words)
        title = last.title if last is not None else ""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        source = RecoverySource.NOTHING if last is None else found.source
        how = f"recovery.from_{source}" if last is None or found.is_whole else "recovery.from_part"
        self._how.setText(tr(how))
        whole = last is not None and found.is_whole
        self._how_icon.set_icon(*(("check", "accent") if whole else ("circle-dashed", "ink2")))
        for part in (self.go_on, self._how_icon, self._how):
            part.show()
        self.contents.set_rows([*_count_rows(last, found.until), *_missing_rows(found)])
        self._show_times(found.workshop_id)
        self._layers.setCurrentWidget(self._main)
        self.go_on.setFocus()

    def _show_times(self, workshop_id: str) -> None:
        """List the other times, with the counts of this workshop only, and make them reachable."""
        rows = []
        for index, copy in enumerate(self._copies):
            copied = copy.about.workshops.get(workshop_id)
            counts = copied.counts if copied is not None else {}
            marks = tuple(
                Words(f"{tr(f'backups.count.{kind}')} {counts[kind]}")
                for kind in ("problems", "outcomes")
                if counts.get(kind)
            )
            rows.append(Row(str(index), _when(copy.about.at), after=marks))
        rows.append(Row(_NEW, tr("recovery.new"), quiet=True))
        self.times.set_rows(rows, rows[0].id)
        self.others.setEnabled(True)

    # -- actions

    def _switch(self) -> None:
        to_times = self._layers.currentWidget() is self._main
        self._layers.setCurrentWidget(self._times if to_times else self._main)
        self.others.setText(tr("recovery.back" if to_times else "recovery.others"))
        (self.times if to_times else self.go_on).setFocus()

    def _choose(self, row_id: str) -> None:
        """Prepare the records of another time; they are shown before anything changes."""
        self.others.setText(tr("recovery.others"))
        self._layers.setCurrentWidget(self._main)
        self._time.setText(tr("recovery.looking"))
        self.go_on.hide()
        chosen = None if row_id == _NEW else self._copies[int(row_id)]
        self._in_thread(lambda: self._recover(chosen, journals=False))

    def _go_on(self) -> None:
        if self._result is None:
            return
        try:
            put_in_place(self._result, self._store)
        except StoreError as error:
            self._show_found(error)
            return
        self._done = True
        self._loop.quit()

    def _recover(self, chosen: Copy | None, *, journals: bool) -> object:
        if journals:
            self._copies = sound_copies(self._store, self._second_folder)
            return recovered(self._store, copies=self._copies)
        copies = () if chosen is None else (chosen,)
        return recovered(self._store, copies=copies, journals=False, rows=False)

    def _in_thread(self, do: Callable[[], object]) -> None:
        self._wait()
        self._result = None  # its file is replaced

        def work() -> None:
            try:
                found = do()
            except StoreError as error:
                found = error
            except Exception as error:  # noqa: BLE001 - reported; other times can be chosen
                report(error)
                found = StoreError("errors.unexpected", reason=type(error).__name__)
            with suppress(RuntimeError):  # the window was closed
                self._found.emit(found)

        self._thread = threading.Thread(target=work, name="recovery")
        self._thread.start()

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape and self._layers.currentWidget() is self._times:
            self._switch()
        else:
            super().keyPressEvent(event)

    def fit_parts(self) -> None:
        theme().resize(self.width(), self.height(), desk=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._loop.quit()
        super().closeEvent(event)


def _count_rows(last: RecoveredWorkshop | None, until: datetime | None) -> list[Row]:
    """Return how much of the last workshop came back, and what to enter again."""
    if last is None:
        return []
    rows = [_count_row(kind, last.counts[kind], last.expected[kind]) for kind in COUNTED]
    if last.lost_actions:
        later = tr("recovery.later", time=_when(until)) if until is not None else ""
        rows.append(_line(tr("recovery.again", n=last.lost_actions), Words(later)))
    elif not last.is_whole:
        rows.append(_line(tr("recovery.compare")))
    return rows


def _count_row(kind: str, count: int, expected: int) -> Row:
    whole = count >= expected
    marks = (
        Words(tr("recovery.count", n=count), bold=True, right=True, role="body"),
        Words(tr("recovery.all") if whole else tr("recovery.part", n=count, of=expected)),
    )
    return _line(tr(f"backups.count.{kind}"), *marks, whole=whole)


def _line(words: str, *marks: Cell, whole: bool = False) -> Row:
    icon = Icon("circle-check", "accent") if whole else Icon("circle-dashed")
    return Row(words, words, before=(icon,), after=marks)


def _missing_rows(found: Recovered) -> list[Row]:
    """Return what is missing in other workshops, and the journals that could not be read."""
    rows = []
    unread = {each.workshop_id: each.lines for each in found.journals if each.workshop_id}
    for each in found.workshops:
        name = _name(each, found.workshop_id)
        n = unread.get(each.id, 0)
        if not each.is_whole and each.id != found.workshop_id:
            marks = (Words(tr("recovery.unread", n=n)),) if n else ()
            rows.append(_line(_lack(each, name), *marks))
        elif n:
            rows.append(_line(tr("recovery.journal_part", name=name, n=n)))
    lost = sum(not each.workshop_id for each in found.journals)
    if lost:
        rows.append(_line(tr("recovery.journal_lost", n=lost)))
    return rows


def _name(workshop: RecoveredWorkshop, last: str) -> str:
    """Return what to call a workshop before customers: its day, but not its title."""
    if workshop.id == last:
        return tr("recovery.this")
    try:
        day = texts().date(workshop.date, year=False, short=True)
    except ValueError:  # damaged
        day = ""
    return tr("recovery.of_day", day=day) if day else tr("recovery.another")


def _lack(workshop: RecoveredWorkshop, name: str) -> str:
    """Return in one sentence what is missing of a workshop."""
    if not workshop.came_back:
        return tr("recovery.not_back", name=name)
    fewer = sum(workshop.expected.values()) - sum(workshop.counts.values())
    if records := max(workshop.lost_records, fewer):
        return tr("recovery.lost_records", name=name, n=records)
    if workshop.lost_actions:
        return tr("recovery.lost_actions", name=name, n=workshop.lost_actions)
    return tr("recovery.compare_other", name=name)


def _when(moment: datetime | None) -> str:
    """Return a time, with its day unless that is today."""
    if moment is None:
        return ""
    time = texts().time(moment)
    if moment.date() == date.today():
        return time
    return f"{texts().date(moment.date().isoformat(), year=False, short=True)} {time}"
