"""Pages that consist of sections, one visible at a time, and the base class of sections."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions.binding import bind_each
from ui.actions.offered import FootArea, Offered, Offers
from ui.components.foot_buttons import Offering
from ui.components.import_preview import ImportPreview
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.components.page_memory import memory
from ui.components.places import load_class
from ui.components.window_api import WindowApi
from ui.rows.paged_list import PagedList
from ui.theme.theme import theme
from ui.widgets.check_button import SECTION_TAB
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.spaced import spaced
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import EditCustomer

PreviewT = TypeVar("PreviewT", bound=ImportPreview)

_NARROW_MARGIN = 8  # px, where large text needs the space


class Section(Offering):
    """One part of a page. Private fields are created only if ``private`` is true.

    ``memory`` is the page's memory, which survives it. ``role`` is the text role of lists: the
    room's size in projected mode. ``foot_changed``: ``offered`` returns something else than before.
    ``section_requested(name)`` leads to another section. ``part_built``: see ``Page``.
    """

    SPOKEN_ROLE = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "around"
    SPANS_PAGE: ClassVar[bool] = True

    NAME: ClassVar[str] = ""
    reaches_foot = False
    """Whether its last line is next to the foot bar, such as an entry line."""

    foot_changed = Signal()
    section_requested = Signal(str)
    part_built = Signal(QWidget)
    audience_focus_changed = Signal()
    """Emitted when the section shows another page or record to the audience."""

    def __init__(self, api: WindowApi, private: bool, memory: MutableMapping[str, object]) -> None:
        super().__init__()
        self.api = api
        self.private = private
        self.memory = memory
        self.role = "list" if private else "room"
        self.build()
        if not isinstance(self.layout(), PageColumn):
            theme().follow(self.keep_edge)

    def minimumSizeHint(self) -> QSize:
        """Return nothing while it is hidden: only the section that is shown has a height."""
        return QSize(0, 0) if self.isHidden() else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        return 0 if self.isHidden() else super().heightForWidth(width)

    def build(self) -> None:
        """Create the widgets, once; in a `PageColumn` if there are lists that span the page."""

    def keep_edge(self) -> None:
        """Keep to the edge and the margin of the page; called when the window's size changes."""
        metrics = theme().metrics
        right = _NARROW_MARGIN if theme().stacked else metrics.margin
        self.setContentsMargins(metrics.edge, 0, right, 0)

    def refresh(self, state: WorkshopState) -> None:
        """Show the workshop; called only while the section is the current one."""

    def can_leave(self) -> bool:
        """Return whether the primary button may lead on; False puts the keyboard where not."""
        return True

    def focus_start(self) -> bool:
        """Set the initial focus; return False if there is nothing to focus."""
        self.setFocus()
        return True

    def show_record(self, record_id: str) -> bool:
        """Select a record of this section; return False if it has none with this id."""
        return False

    def current_record_id(self) -> str:
        """Return the id of the selected record, or an empty string."""
        return ""

    def turn(self, by: int) -> bool:
        """Turn a page within the section; return False if there is none in that direction."""
        rows = getattr(self, "rows", None)
        return rows is not None and turn_list(rows, by)

    def turns_to(self, by: int) -> str:
        """Return the name of the page of the section that `turn` leads to; empty without one."""
        return ""

    def arrive(self, by: int) -> None:
        """Show the first page, or the last one after PgUp (``by`` < 0)."""

    def handle_escape(self) -> bool:
        """Leave an inner state; return True if there was one."""
        return False

    def edit_customer(self, field: str, value: object) -> None:
        """Set a field of the customer."""
        self.api.execute(EditCustomer(self.state.customer.id, field, value))


def turn_list(rows: PagedList, by: int) -> bool:
    """Turn a page of a list; return False if there is none in that direction."""
    return rows.isVisibleTo(rows.window()) and rows.view.turn(by)


class PreviewingSection(Section, Generic[PreviewT]):
    """A section with a list, and with a preview of files instead that Esc closes."""

    preview: PreviewT
    rows: PagedList

    @property
    def previewing(self) -> bool:
        """Whether the preview is shown."""
        return not self.preview.isHidden()

    def turn(self, by: int) -> bool:
        if self.previewing:
            turn_list(self.preview.list, by)
            return True  # paging does not leave a preview
        return super().turn(by)

    def handle_escape(self) -> bool:
        if not self.previewing:
            return False
        self.preview.cancel()
        return True


class Sections(Mapping[str, Section]):
    """The sections of a page by name, in order; one that is not there yet is built on access."""

    def __init__(self, names: tuple[str, ...], build: Callable[[str], Section]) -> None:
        self._names = names
        self._build = build
        self._built: dict[str, Section] = {}

    def __getitem__(self, name: str) -> Section:
        if name not in self._built:
            if name not in self._names:
                raise KeyError(name)
            self._built[name] = self._build(name)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    @property
    def built(self) -> tuple[Section, ...]:
        """Those that have been built, in the order of that."""
        return tuple(self._built.values())


class SectionedPage(Page):
    """Shows one section at a time; PgDn and PgUp turn the pages of all sections.

    A section is imported and built when it is first shown or used, and refreshed only while it is
    shown. A subclass sets ``SECTIONS``, calls ``build_sections`` in ``build`` and places
    ``choice``, the tabs if it is ``TABBED``, and ``stack``, which contains the sections.
    ``turning`` is for ``offered``. Text keys: ``<page>.sections``, ``<page>.section.<section>``,
    ``<page>.before`` and ``<page>.after``; the action of the two keys is ``<page>.section``.
    """

    TABBED: ClassVar[bool] = True
    """Whether tabs lead from one section to another; else they open from the first one."""
    SECTIONS: ClassVar[Mapping[str, str]] = {}
    """The classes of the sections by their names, as ``module:Class``, in order."""

    def build_sections(self) -> None:
        """Create what leads from one section to another; the sections are built on demand."""
        if self.TABBED:
            names = self._names({})
            self.choice = CheckButtons(tr(f"{self.NAME}.sections"), names, shape=SECTION_TAB)
            self.choice.chosen.connect(lambda name: self.show_section(str(name)))
        self.stack = QStackedWidget()
        self._workshop_id = ""
        self._subject_id = ""
        self._shown: set[Section] = set()
        """The sections that were refreshed."""
        self.audience_focus_changed.connect(self._remember_current)
        self.sections = Sections(tuple(self.SECTIONS), self._build_section)
        bind_each(self.stack, f"{self.NAME}.section", self.turn)

    def show_counts(self, counts: Mapping[str, int], lacking: Collection[str] = ()) -> None:
        """Show in the tabs of these sections how much is in them, unless it is 0.

        Those that are `lacking` something have the ring that steps have in the rail.
        """
        self.choice.set_options(self._names(counts, lacking), self.choice.value())

    def _names(self, counts: Mapping[str, int], lacking: Collection[str] = ()) -> list[Option]:
        tabs = []
        for name in self.SECTIONS:
            words = tr(f"{self.NAME}.section.{name}")
            text = f"{words} {counts[name]}" if counts.get(name) else words
            tab = Option(name, text, widest=f"{words} 00" if name in counts else "")
            if name in lacking:
                spoken = spaced(text, tr("guide.missing"))
                tab = tab._replace(icons=(("ring", "ink"),), spoken=spoken)
            tabs.append(tab)
        return tabs

    def parts(self) -> Sequence[Offering]:
        return (self, self.section)

    def turning(self, area: FootArea = FootArea.LEFT) -> Offers:
        """Return the two actions that turn pages and sections, by default with buttons."""
        return {
            (f"{self.NAME}.section", by): Offered(
                self.section.turns_to(by) or tr(f"{self.NAME}.{name}"), area=area
            )
            for name, by in (("before", -1), ("after", 1))
        }

    def build_rest(self) -> None:
        for name in self.sections:
            self.sections[name]

    @property
    def section(self) -> Section:
        section = self.stack.currentWidget()
        if not isinstance(section, Section):
            raise TypeError("a page with sections always has a current one")
        return section

    def section_built(self, section: Section) -> None:
        """Connect a section that was just built."""

    @property
    def last_section(self) -> str:
        """Return the section that was current before the page was rebuilt, or the first one."""
        return str(memory(self).get("section", next(iter(self.SECTIONS))))

    def subject_id(self, state: WorkshopState) -> str:
        """Return the id of the page's subject; when it changes, the section may change, too."""
        return state.workshop.id

    def refresh(self) -> None:
        """Show the workshop in the current section.

        Another workshop is shown in all sections that were built, so that none contains outdated
        text or is wider than its content. A workshop is shown in the section in which it was left,
        a new one in the first.
        """
        state = self.state
        other = self._workshop_id != state.workshop.id
        if self._subject_id not in ("", self.subject_id(state)):
            self.set_section(self.last_section)
        self._workshop_id = state.workshop.id
        self._subject_id = self.subject_id(state)
        for section in self.sections.built if other else [self.section]:
            self._refresh_section(section, state)

    def _refresh_section(self, section: Section, state: WorkshopState) -> None:
        """Refresh a section, for the first time with the record that was current before."""
        kept = str(memory(self).get(f"record in {section.NAME}", ""))
        section.refresh(state)
        if kept and section not in self._shown:
            section.show_record(kept)
        self._shown.add(section)

    def _remember_current(self) -> None:
        if self.section in self._shown:
            memory(self)[f"record in {self.section.NAME}"] = self.section.current_record_id()

    def show_record(self, record_id: str) -> None:
        """Show the section of a record; the focus is unchanged if that is the current one."""
        for name, section in self.sections.items():
            section.refresh(self.state)
            if section.show_record(record_id):
                if section is not self.section:
                    self.show_section(name)
                return

    def show_location(self, name: str) -> None:
        if name in self.sections:
            self.show_section(name)

    def show_part(self, widget: QWidget) -> None:
        there = next((each for each in self.sections.built if each.isAncestorOf(widget)), None)
        if there is not None and there is not self.section:
            self.show_section(there.NAME)

    def show_section(self, name: str) -> None:
        """Switch to a section and set its initial focus."""
        self.commit_pending()
        memory(self)["section"] = name
        self.set_section(name)
        self.refresh()
        self.show_front()

    def set_section(self, name: str) -> None:
        if self.TABBED:
            self.choice.set_value(name)
        self.stack.setCurrentWidget(self.sections[name])
        self.audience_focus_changed.emit()

    def turn(self, by: int) -> bool:
        """Turn a page of the section, or go to the next section; return False at the end of all."""
        return self.section.turn(by) or self.go_on(by)

    def go_on(self, by: int) -> bool:
        """Go to the next section, or for -1 to the previous one; return False if there is none."""
        name = self.next_stop(by)
        if not name:
            return False
        self.show_section(name)
        self.section.arrive(by)
        return True

    def next_stop(self, by: int) -> str:
        """Return the name of the section that `go_on` leads to; empty without one."""
        names = list(self.SECTIONS)
        index = names.index(self.section.NAME) + by
        while 0 <= index < len(names):
            if self.stops_at(names[index]):
                return names[index]
            index += by
        return ""

    def stops_at(self, name: str) -> bool:
        """Return whether going on from another section stops at this one or passes it over.

        The choice of sections leads to it in any case.
        """
        return True

    def focus_start(self) -> None:
        if not self.section.focus_start() and self.TABBED:
            self.choice.setFocus()

    def handle_escape(self) -> bool:
        return self.section.handle_escape() or super().handle_escape()

    def _build_section(self, name: str) -> Section:
        kind = load_class(self.SECTIONS[name])
        section: Section = kind(self.api, self.private, memory(self))
        section.foot_changed.connect(self._update_foot)
        section.section_requested.connect(self.show_section)
        section.part_built.connect(self.part_built)
        section.audience_focus_changed.connect(self.audience_focus_changed)
        self.stack.addWidget(section)
        self.section_built(section)
        self.part_built.emit(section)
        state = self.session.state
        if state is not None and self._workshop_id:  # before it is shown, and can get the focus
            self._refresh_section(section, state)
        return section
