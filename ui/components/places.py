"""All places that the window can show: the pages of the steps and those beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pkgutil import resolve_name

from ui.components.page import Page
from workshop_app.domain.steps import Step


@dataclass(frozen=True)
class Place:
    """A page that can be shown.

    Its words are the texts ``steps.name.<name>`` or ``frame.place.<name>``. ``page`` names its
    class as ``module:Class``; the module is imported when the page is first shown. A page that
    ``shows_problems`` is withheld while the audience is to see them later; List can be shown
    without them.
    """

    name: str
    page: str
    icon: str = "circle"
    step: Step | None = None
    in_rail: bool = False
    private_only: bool = False
    shows_problems: bool = False

    def load(self) -> type[Page]:
        """Return the page's class."""
        return resolve_name(self.page)  # type: ignore[no-any-return]


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
        Place("start", "ui.pages.start.page:StartPage", "home", in_rail=True),
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
        Place("setup", "ui.pages.setup.page:SetupPage", "server"),
        Place("hand_outs", "ui.pages.hand_outs.page:HandOutsPage", "document"),
        Place("preview", "ui.pages.preview.page:PreviewPage", "document", shows_problems=True),
    )
}
"""All places by name, the steps first and in their order."""


def find(name: str) -> Place:
    """Return the place of that name; raises KeyError."""
    return PLACES[name]


def steps() -> tuple[Place, ...]:
    """Return the pages of the guided session, in order."""
    return tuple(place for place in PLACES.values() if place.step is not None)


def beside_steps() -> tuple[Place, ...]:
    """Return the places that are no step."""
    return tuple(place for place in PLACES.values() if place.step is None)


def in_rail(private: bool) -> tuple[Place, ...]:
    """Return the places in the rail of the start page; private ones in private mode only."""
    rail = (place for place in PLACES.values() if place.in_rail)
    return tuple(place for place in rail if private or not place.private_only)
