"""Questions on dashboards."""

from collections.abc import Callable

from workshop_app.domain.setup import Dashboard
from workshop_app.domain.setup_view import Setup


def boards_with(type_: str = "", *, source: str = "") -> Callable[[Setup], list[Dashboard]]:
    """Look for dashboards with a widget of this type, or of this source."""
    return lambda setup: [
        board
        for board in setup.dashboards
        if any(
            (not type_ or widget.type == type_) and (not source or widget.source == source)
            for widget in board.widgets or ()
        )
    ]


def boards_with_free_period(setup: Setup) -> list[Dashboard]:
    """Dashboards on which the period of a graph can be changed."""
    return [
        board
        for board in boards_with("graph")(setup)
        if any(w.type == "graph" and not w.range for w in board.widgets or ())
    ]


def fixed_boards(setup: Setup) -> list[Dashboard]:
    """Dashboards of which every graph has a fixed period."""
    free = {id(board) for board in boards_with_free_period(setup)}
    return [board for board in boards_with("graph")(setup) if id(board) not in free]


def empty_boards(setup: Setup) -> list[Dashboard]:
    """Dashboards without a single widget."""
    return [board for board in setup.dashboards if board.widgets == ()]
