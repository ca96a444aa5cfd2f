"""The ticks of a list of papers, changed as by a click on their boxes."""

from collections.abc import Collection

from ui.components.papers.paper_list import PaperList


def is_ticked(papers: PaperList, name: str) -> bool | None:
    """Return whether a paper is ticked; None if it is not listed."""
    return next((row.checked for row in papers.list.rows() if row.id == name), None)


def tick_only(papers: PaperList, names: Collection[str]) -> None:
    """Tick these papers and no other ones."""
    for row in papers.list.rows():
        if row.checked != (row.id in names):
            papers.list.ticked.emit(row.id)
