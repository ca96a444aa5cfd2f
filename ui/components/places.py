"""All places that the window can show: the pages of the steps and those outside the steps."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from ui.components.page import Page
from workshop_app.domain.steps import Step, steps_of

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState

CHECK = "check "
"""The location in Start of the text sizes for the room, before the page to which it leads back."""
CHOOSE_HELP = "choose_help"
"""The location in Solve where other help than an answer is chosen (`Page.show_location`)."""
FACILITATOR = "facilitator"
"""The location in Prepare where the facilitator's name is entered."""
NOTE = "note"
"""The location in Prepare of the private notes, in private mode."""


class Place(NamedTuple):
    """A page that can be shown.

    ``page`` names its class as ``module:Class``; the module is imported when the page is first
    shown. A page ``within`` a step belongs to it: rail and top bar show the step. ``of_workshop``:
    it is outside the steps but needs an open workshop. ``beside_steps``: the rail shows the steps
    nevertheless. ``shows_problems``: it is unavailable while the audience is to see the problems
    later; List can be shown without them.
    """

    name: str
    page: str
    icon: str = "circle"
    step: Step | None = None
    within: Step | None = None
    in_rail: bool = False
    private_only: bool = False
    of_workshop: bool = False
    beside_steps: bool = False
    shows_problems: bool = False

    @property
    def shown_step(self) -> Step | None:
        """The step that rail and top bar show: its own, or the one that it belongs to."""
        return self.step or self.within

    @property
    def title_key(self) -> str:
        return f"steps.name.{self.name}" if self.step is not None else f"{self.name}.title"

    @property
    def needs_workshop(self) -> bool:
        return self.shown_step is not None or self.of_workshop

    def load(self) -> type[Page]:
        """Return the page's class."""
        return load_class(self.page)  # type: ignore[no-any-return]


PLACES = {
    place.name: place
    for place in (
        Place("prepare", "ui.pages.prepare.page:PreparePage", step=Step.PREPARE),
        Place("context", "ui.pages.context.page:ContextPage", step=Step.CONTEXT),
        Place("list", "ui.pages.list.page:ListPage", step=Step.LIST),
        Place("sort", "ui.pages.sort.page:SortPage", step=Step.SORT, shows_problems=True),
        Place("choose", "ui.pages.choose.page:ChoosePage", step=Step.CHOOSE, shows_problems=True),
        Place("solve", "ui.pages.solve.page:SolvePage", step=Step.SOLVE, shows_problems=True),
        Place(
            "appraise",
            "ui.pages.appraise.page:AppraisePage",
            step=Step.APPRAISE,
            shows_problems=True,
        ),
        Place(
            "wrap_up", "ui.pages.wrap_up.page:WrapUpPage", step=Step.WRAP_UP, shows_problems=True
        ),
        Place("last_time", "ui.pages.last_time.page:LastTimePage", "undo", within=Step.PREPARE),
        Place("start", "ui.pages.start.page:StartPage", "home", in_rail=True),
        Place(
            "customer",
            "ui.pages.customer.page:CustomerPage",
            "building",
            in_rail=True,
            private_only=True,
        ),
        Place(
            "requests",
            "ui.pages.requests.page:RequestsPage",
            "plane",
            in_rail=True,
            private_only=True,
        ),
        Place(
            "community",
            "ui.pages.community.page:CommunityPage",
            "people",
            in_rail=True,
            private_only=True,
        ),
        Place("catalogue", "ui.pages.catalogue.page:CataloguePage", "book", in_rail=True),
        Place("settings", "ui.pages.settings.page:SettingsPage", "sliders", in_rail=True),
        Place("way", "ui.pages.way.page:WayPage", "route", in_rail=True),
        Place("catalogues", "ui.pages.catalogues.page:CataloguesPage", "book", private_only=True),
        Place(
            "backups",
            "ui.pages.backups.page:BackupsPage",
            "archive",
            in_rail=True,
            private_only=True,
        ),
        Place("paper_look", "ui.pages.settings.paper_look:PaperLookPage", "document"),
        Place("keys", "ui.pages.keys.page:KeysPage", "keyboard"),
        Place("manual", "ui.pages.manual.page:ManualPage", "book"),
        Place("setup", "ui.pages.setup.page:SetupPage", "server", of_workshop=True),
        Place("hand_outs", "ui.pages.hand_outs.page:HandOutsPage", "document", of_workshop=True),
        Place(
            "preview",
            "ui.pages.preview.page:PreviewPage",
            "document",
            of_workshop=True,
            beside_steps=True,
            shows_problems=True,
        ),
    )
}
"""All places by name, the steps first and in their order."""


def load_class(named: str) -> type:
    """Return the class named as ``module:Class``; the module is imported on first use."""
    module, _, name = named.partition(":")
    return getattr(import_module(module), name)


def find(name: str) -> Place:
    """Return the place with this name; raises KeyError."""
    return PLACES[name]


def steps(state: WorkshopState | None = None) -> tuple[Place, ...]:
    """Return the pages of the steps of the open contact, in order; all of them without one."""
    own = tuple(Step) if state is None else steps_of(state.workshop.kind)
    return tuple([place for place in PLACES.values() if place.step in own])


def outside_steps() -> tuple[Place, ...]:
    """Return the places outside the steps."""
    return tuple(place for place in PLACES.values() if place.step is None)


def in_rail(private: bool) -> tuple[Place, ...]:
    """Return the places in the rail of the start page; private ones in private mode only."""
    rail = (place for place in PLACES.values() if place.in_rail)
    return tuple(place for place in rail if private or not place.private_only)
