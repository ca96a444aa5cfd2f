"""What the rows of Sort show."""

from ui.pages.sort.themes_view import ThemesView
from ui.rows.row import Row
from workshop_app.domain.state import WorkshopState


def number_of(state: WorkshopState | None, row: Row) -> str:
    """Return the number of a row's problem; empty for a theme without problems."""
    problem = state.problem(row.id) if state is not None else None
    return str(problem.number) if problem is not None else ""


def theme_of(row: Row) -> str:
    """Return the name of the theme that has a row."""
    return row.head.text if row.head is not None else ""


def theme_box(view: ThemesView, theme_id: str):
    """Return the position of a theme's name in px, or None if it is not on the page."""
    return next((head.box for head in view.heads if head.row.id == theme_id), None)


def page_count(view: ThemesView) -> int:
    """Return how many pages the rows take."""
    return len(view._pager().all_pages())
