"""Finders of dashboards."""

from collections.abc import Callable

from workshop_app.domain.setup import Dashboard
from workshop_app.domain.setup_view import Setup


def dashboards_with(type_: str = "", *, source: str = "") -> Callable[[Setup], list[Dashboard]]:
    """Return a finder of dashboards with a widget of this type, or of this source."""
    return lambda setup: [
        dashboard
        for dashboard in setup.dashboards
        if any(
            (not type_ or widget.type == type_) and (not source or widget.source == source)
            for widget in dashboard.widgets or ()
        )
    ]


def dashboards_with_free_period(setup: Setup) -> list[Dashboard]:
    """Return dashboards with a graph whose period can be changed on the page."""
    return [
        dashboard
        for dashboard in dashboards_with("graph")(setup)
        if any(w.type == "graph" and not w.range for w in dashboard.widgets or ())
    ]


def dashboards_with_fixed_period(setup: Setup) -> list[Dashboard]:
    """Return dashboards on which every graph has a fixed period."""
    free = {id(dashboard) for dashboard in dashboards_with_free_period(setup)}
    return [each for each in dashboards_with("graph")(setup) if id(each) not in free]


def empty_dashboards(setup: Setup) -> list[Dashboard]:
    """Return dashboards without widgets; those whose widgets are unknown are not among them."""
    return [dashboard for dashboard in setup.dashboards if dashboard.widgets == ()]
