"""The sections of Prepare by name, in order."""

from __future__ import annotations

from ui.pages.prepare_parts.advance import AdvanceSection
from ui.pages.prepare_parts.agenda import AgendaSection
from ui.pages.prepare_parts.background import BackgroundSection
from ui.pages.prepare_parts.basics import BasicsSection
from ui.pages.prepare_parts.method import MethodSection
from ui.pages.prepare_parts.opening import OpeningSection
from ui.pages.prepare_parts.people import PeopleSection
from ui.pages.prepare_parts.section import Section
from ui.pages.prepare_parts.setup import SetupSection

SECTIONS: tuple[type[Section], ...] = (
    BasicsSection,
    PeopleSection,
    MethodSection,
    BackgroundSection,
    AgendaSection,
    AdvanceSection,
    OpeningSection,
    SetupSection,
)
