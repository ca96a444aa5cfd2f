"""Step 1, Prepare: its lines, and what opens from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtGui import QHideEvent, QShowEvent

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, PRIMARY, Beside, FootArea, Key, Offers, back, left, primary
from ui.components.list_paste import clipboard_text
from ui.components.page_column import PageColumn
from ui.components.page_memory import memory
from ui.components.places import NOTE
from ui.components.section import Section, SectionedPage
from ui.components.step_intro import StepIntro
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.errors import UserError
from workshop_app.domain.steps import Step, missing, nearest_step
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from ui.pages.prepare.lines import LinesSection
    from ui.pages.prepare.opening import OpeningSection
    from ui.pages.prepare.people import PeopleSection
    from ui.pages.prepare.received_list import ReceivedListSection

_LINES = "lines"


class PreparePage(SectionedPage):
    """The lines, or one of the sections that they open; one way leads back."""

    NAME = "prepare"
    TABBED = False
    SECTIONS: ClassVar[Mapping[str, str]] = {
        _LINES: "ui.pages.prepare.lines:LinesSection",
        "people": "ui.pages.prepare.people:PeopleSection",
        "method": "ui.pages.prepare.method:MethodSection",
        "agenda": "ui.pages.prepare.agenda:AgendaSection",
        "advance": "ui.pages.prepare.received_list:ReceivedListSection",
        "opening": "ui.pages.prepare.opening:OpeningSection",
    }

    def build(self) -> None:
        self.build_sections()
        self._left = False
        """Whether another page was shown since the page was built or shown."""
        self._choose = None
        if self.private:  # its key works in every section, like drag and drop
            self._choose = bind_button(self, "prepare.file", self._choose_file)
        bind_button(self, "prepare.plans", lambda: self.show_section("agenda"))
        self.intro = StepIntro(self.api, Step.PREPARE)
        self.foot_widgets = {
            "opening": self._way("opening", "prepare.section.opening", "book", self.show_section),
            "setup": self._way("setup", "menu.setup", "server", self.api.go),
            "last_time": self._way("last_time", "menu.last_time", "undo", self.api.go),
        }
        self._title = Text("title")
        self._column = PageColumn(self, self._title, (self.stack, 1), self.intro)
        self.set_section(self.last_section)

    def _way(self, name: str, key: str, icon: str, go: Callable[[str], object]) -> ActionButton:
        """Create a link of the foot bar that leads to a section or page."""
        button = ActionButton(tr(key), icon, parent=self)
        button.clicked.connect(lambda: go(name))
        button.hide()
        return button

    @property
    def lines(self) -> LinesSection:
        """The lines."""
        return cast("LinesSection", self.sections[_LINES])

    @property
    def people(self) -> PeopleSection:
        """The participants."""
        return cast("PeopleSection", self.sections["people"])

    def section_built(self, section: Section) -> None:
        if section.NAME == _LINES:
            lines = cast("LinesSection", section)
            lines.paste_requested.connect(self._paste)
            if self._choose is not None:
                lines.add_file(self._choose)
        elif section.NAME == "advance":
            received = cast("ReceivedListSection", section)
            received.preview_toggled.connect(self.api.update_foot)
        elif self._choose is not None:
            section.addAction(self._choose)

    def refresh(self) -> None:
        super().refresh()
        self.intro.show_state(self.state, due=False, brief=True)

    def offered(self) -> Offers:
        state = self.state
        offers: Offers = {}
        if self._on_lines:
            again = state.before is not None and not self.private  # else it is among the notes
            meets = ["opening"] if state.workshop.kind.is_talk else []
            ways = [*(["last_time"] if again else []), *meets, "setup"]
            offers |= {way: Beside(FootArea.LEFT) for way in ways}
            if meets:
                offers["prepare.plans"] = left()
        else:
            offers[BACK] = back(tr("prepare.back"))
            offers |= {key: one for key, one in self.turning().items() if self._turns(key)}
        if not self._previewing:
            step = nearest_step(state.workshop.kind, Step.CONTEXT)
            projects = self.private and state.workshop.kind.is_talk
            key = "prepare.next_private" if projects else "prepare.next"
            words = tr(key, step=tr(f"steps.name.{step}"))
            whole = not missing(state, Step.PREPARE)
            offers[PRIMARY] = primary(words, filled=whole and not self.lines.editing)
        return offers

    def set_section(self, name: str) -> None:
        self._title.setText("" if name == _LINES else tr(f"prepare.section.{name}"))
        self._title.setVisible(name != _LINES)
        self._column.setContentsMargins(0, 0 if name == _LINES else theme().metrics.gap, 0, 0)
        super().set_section(name)

    def show_location(self, name: str) -> None:
        """Show a section, put the keyboard into a line, or select the person with this id."""
        if name == "setup":
            self.api.go(name)
        elif name == NOTE and self.private:
            people = bool(self.state.participants)
            self.show_section("people" if people else _LINES)
            notes = self.people.fields.note if people else self.lines.notes.fields[0]
            notes.setFocus()
        elif name in self.lines.locations:
            self.show_section(_LINES)
            self.lines.go(name)
        elif self.state.participant(name) is not None:
            self.show_record(name)
        else:
            super().show_location(name)

    def audience_focus(self) -> AudienceFocus:
        section = self.section
        shown = cast("OpeningSection", section).front if section.NAME == "opening" else ""
        return AudienceFocus(step=Step.PREPARE, section=shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the lines whenever one comes back, so that who is here is always one click."""
        super().showEvent(event)
        if self._left and not event.spontaneous() and not self._on_lines:
            memory(self)["section"] = _LINES
            self.set_section(_LINES)
            self.refresh()
        self._left = False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._left = self._left or not event.spontaneous()
        if self._left:
            self.lines.opened = None

    def open_files(self, paths: Sequence[Path]) -> bool:
        """Preview files of a set-up on their page, and other files as the received list."""
        if _of_setup(paths):
            self.api.go("setup")
            self.api.open_files(paths)
        else:
            self._received.preview_files(paths)
        return True

    def handle_escape(self) -> bool:
        if super().handle_escape():
            return True
        if not self._on_lines:
            self.show_section(_LINES)
            return True
        return False

    def stops_at(self, name: str) -> bool:
        """Return False: PgUp and PgDn stay within the section."""
        return False

    def _turns(self, key: Key) -> bool:
        return bool(self.section.turns_to(int(key[1])))

    @property
    def _on_lines(self) -> bool:
        return self.section.NAME == _LINES

    @property
    def _received(self) -> ReceivedListSection:
        """Show the section of the received list, and return it."""
        self.show_section("advance")
        return cast("ReceivedListSection", self.section)

    @property
    def _previewing(self) -> bool:
        """Whether the preview of a received list is shown, which has its own button."""
        section = self.section
        return section.NAME == "advance" and cast("ReceivedListSection", section).previewing

    def do_primary(self) -> None:
        self.commit_pending()
        if not self.lines.people.entry.save_begun():
            self.show_location("people")
            return
        kind = self.state.workshop.kind
        if self.private and kind.is_talk:
            self.api.set_private(False)
        self.api.go(nearest_step(kind, Step.CONTEXT).value)

    def _paste(self) -> None:
        self._received.preview_text(clipboard_text())

    def _choose_file(self) -> None:
        self._received.choose_file()


def _of_setup(paths: Sequence[Path]) -> bool:
    """Return whether there is a file of a set-up among dropped paths."""
    from workshop_app.services.imports.mackerel.files import is_setup_file

    for path in paths:
        try:
            if is_setup_file(path):
                return True
        except UserError:  # reported when it is read
            continue
    return False
