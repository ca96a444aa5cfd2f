"""The sections of Prepare by name, in order."""

from __future__ import annotations

from ui.pages.prepare.agenda import AgendaSection
from ui.pages.prepare.background import BackgroundSection
from ui.pages.prepare.basics import BasicsSection
from ui.pages.prepare.mackerel_files import SetupSection
from ui.pages.prepare.method import MethodSection
from ui.pages.prepare.opening import OpeningSection
from ui.pages.prepare.people import PeopleSection
from ui.pages.prepare.received_list import AdvanceSection
from ui.pages.prepare.section import Section

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
