"""The base class of pages of which the last row is the line for what is said next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.components.entry_list_focus import EntryListFocus
from ui.components.next_entry import NextEntry
from ui.components.page import Page
from ui.components.people import hides_names, name_options
from ui.components.row_editor import EditorTexts, RowEditor
from ui.forms.unsent import Slot
from ui.rows.paged_list import PagedList
from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import LIMIT
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class EntryPage(Page):
    """Words are added with their speaker, and edited in their row.

    ``build`` of a subclass calls ``build_entry``, ``refresh_selecting`` calls ``show_speakers``.
    The names, and their keys, choose who said the words of the current row, else who says the next
    ones.
    """

    def build_entry(
        self,
        rows: PagedList,
        following: NextEntry,
        texts: EditorTexts,
        on: QWidget,
        *,
        name: str = "",
        limit: int = LIMIT,
    ) -> None:
        """Bind the keys of names to ``on``; ``name`` and ``limit`` are those of `RowEditor`."""
        self._names: dict[object, str] = {}
        self._on_row = False
        """Whether a row is current; else the next words are typed."""
        self.rows = rows
        self._following = following
        self.entry = following.entry
        self.editor = RowEditor(
            self, rows, texts, self._correct, name=name, limit=limit, beside=self._beside
        )
        self._change_said_by = bind(on, f"{self.NAME}.said_by", self._ask_said_by)
        numbers = bind_each(on, f"{self.NAME}.speaker", following.speakers.choose_number)
        nobody = bind(on, f"{self.NAME}.nobody", following.speakers.choose_nobody)
        following.speakers.set_keys([one.key for one in numbers], nobody.key)
        following.speakers.chosen.connect(self._choose_speaker)
        self.entry.entered.connect(self._add)
        self.editor.ended.connect(self._end_correction)
        rows.activated.connect(lambda _id: self._start_correction())
        rows.current_changed.connect(lambda _id: self._show_speaker())
        focus = EntryListFocus(self.entry.field, rows)
        focus.field_focused.connect(lambda: self._go_on_row(False))
        focus.list_focused.connect(lambda: self._go_on_row(True))

    # -- what subclasses define

    def _add(self, words: str) -> None:
        """Add the words of the line."""
        raise NotImplementedError

    def _start_correction(self) -> bool:
        """Edit the current row; return False if that is not possible."""
        raise NotImplementedError

    def _correct(self, record_id: str, words: str) -> bool:
        """Save edited words; return False if they were refused."""
        raise NotImplementedError

    def _remove(self) -> object:
        """Remove the current row."""
        raise NotImplementedError

    def _said(self, record_id: str) -> tuple[str, object | None] | None:
        """Return the label of the names for the words of a record, and who said these."""
        raise NotImplementedError

    def _set_said_by(self, record_id: str, who: object | None) -> None:
        """Change who said the words of a record."""
        raise NotImplementedError

    def _show_parts(self) -> None:
        """Show the line for the next words, unless others are edited."""
        raise NotImplementedError

    # -- speakers

    @property
    def speaker(self) -> str | None:
        """The id of who says the next words, until another one is chosen; None for nobody."""
        chosen = self.api.unsent.parts(self._speaker_slot).get("", "")
        who = self.state.participant(chosen)
        return who.id if who else None

    def set_speaker(self, who: object | None) -> None:
        """Choose who says the next words; it survives the page."""
        self.api.unsent.put(self._speaker_slot, {"": str(who or "")}, begun=False)
        self.api.unsent.touched()

    def show_speakers(self, state: WorkshopState) -> None:
        """Show the names of the participants below the line."""
        people = name_options(state)
        self._names = {each.value: each.text for each in people}
        named = not state.workshop.anonymous
        self._following.show_speakers(people, self.speaker, named=named)

    @property
    def _speaker_slot(self) -> Slot:
        return Slot(self.session.workshop_id or "", self.NAME, "speaker")

    def _choose_speaker(self, who: object | None) -> None:
        record = self._record
        if record:
            self._set_said_by(record, who)
            self._show_speaker()
            (self.editor.field or self.rows).setFocus()
            return
        self.set_speaker(who)
        self._show_speaker()
        self.focus_start()

    @property
    def _record(self) -> str:
        """The id of the record that is edited, or of the current row; else empty."""
        current = (self.rows.current_id() or "") if self._on_row else ""
        record = self.editor.record or current
        return record if record and self._said(record) is not None else ""

    def _show_speaker(self) -> None:
        """Mark who says the next words, or said the current row if the room may know it."""
        record = self._record
        label, who = (self._said(record) if record else None) or ("", self.speaker)
        self._following.show_label(label)
        names = self._following.speakers
        if record and hides_names(self.state, private=self.private):
            names.set_checked(())
        else:
            names.set_value(who)

    def _said_by(self, who: object | None, hidden: str = "", **of: object) -> str:
        """Return who is recorded for words; if the room may not know it, ``hidden``."""
        if hides_names(self.state, private=self.private):
            return hidden or tr(f"{self.NAME}.said_by_changed", **of)
        return tr(
            f"{self.NAME}.said_by", name=self._names.get(who, tr("widgets.chips.nobody")), **of
        )

    def _added_by(self, who: object | None, **of: object) -> str:
        """Return what is said of the speaker when words were added; empty without one."""
        return self._said_by(who, tr("widgets.chips.recorded"), **of) if who else ""

    def _beside(self, _record: str) -> Sequence[QWidget]:
        """Return the button that leads from edited words to the names."""
        if self.state.workshop.anonymous:
            return ()
        return (ActionButton(kind="note", size="small", action=self._change_said_by),)

    def _ask_said_by(self) -> bool:
        """Save what is edited, and lead to the names, which are for the current row.

        Returns False if there is no row, or no name can be chosen.
        """
        state, record = self.state, self.editor.record or self.rows.current_id()
        if (
            state.workshop.anonymous
            or not record
            or self._said(record) is None
            or not self.editor.save_begun()
        ):
            return False
        self.rows.setFocus()
        self.rows.set_current(record)
        self._show_speaker()
        self._following.speakers.setFocus()
        if hides_names(state, private=self.private):
            self.api.toast(tr("widgets.chips.hidden"), done=False)
        return True

    # -- the line and the rows

    def go_to_record(self, record_id: str) -> None:
        self.rows.setFocus()
        self.show_record(record_id)

    def refresh(self) -> None:
        self.refresh_selecting("")

    def _submit(self) -> bool:
        """Enter what is typed; return False if that was refused."""
        if self.editor.save_begun():
            self.entry.submit()
        return not self.editor.record and not self.entry.text().strip()

    def _edit(self, record_id: str, words: str) -> bool:
        """Edit the words of a record in its row; return False if that was refused."""
        of_row = self._on_row
        self._go_on_row(True)
        done = self.editor.start(record_id, words, from_list=of_row)
        self._show_parts()
        return done

    def _end_correction(self) -> None:
        self._show_parts()
        (self.rows if self.editor.from_list else self.entry).setFocus()

    def _go_on_row(self, on_row: bool) -> None:
        """Make the row current that the list marks, or the line being typed."""
        self.rows.view.mark_current(on_row)
        # a click on a name leaves the keyboard where it is
        self._following.setFocusProxy(self.rows.view if on_row else self.entry.field)
        changed = on_row != self._on_row
        self._on_row = on_row
        self._show_speaker()
        if changed:
            self._update_foot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.rows.view.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)
