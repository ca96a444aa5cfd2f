"""The visible rows of a list."""

from ui.widgets.paged_list import PagedList


def visible_ids(listing: PagedList) -> list[str]:
    """Return the ids of the rows on the page."""
    return [listing.view.rows[slot.row].id for slot in listing.view.slots]
