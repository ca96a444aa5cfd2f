"""Names of files and of their folder."""

import re
import unicodedata
from collections.abc import Iterable

from workshop_app.domain.ids import workshop_code
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MOST_LETTERS = 60
UNDATED = "undated"
"""What stands in names for a day that is not known."""


def workshop_day(workshop: Workshop) -> str:
    """Return the ISO date on the papers of a workshop: its own, else that of its creation.

    Empty if it has neither.
    """
    days = (text[:10] for text in (workshop.date, workshop.created_at))
    return next((day for day in days if _DAY.fullmatch(day)), "")


def file_name_part(words: str) -> str:
    """Return `words` without spaces as a part of a file name, shortened if it is long.

    Latin words are joined with hyphens, Japanese ones directly.
    """
    seen = "".join(each if _printed(each) else " " for each in unicodedata.normalize("NFC", words))
    pieces = _FORBIDDEN.sub(" ", seen).replace("_", " ").split()
    joined = "".join(
        piece
        if not number or _is_wide(piece[0]) or _is_wide(pieces[number - 1][-1])
        else f"-{piece}"
        for number, piece in enumerate(pieces)
    )
    return joined[:_MOST_LETTERS].strip(" .-")


def _printed(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def folder_of_files(state: WorkshopState, before: Iterable[tuple[Workshop, str]]) -> str:
    """Return the name of the folder of a workshop's files, from customer and day.

    A code of the workshop is added if the name is that of a workshop of `before`, which are those
    created earlier, with the names of their customers.
    """
    name = _folder_name(state.workshop, state.customer.name)
    taken = {_folder_name(*each).casefold() for each in before}
    return f"{name}_{workshop_code(state.workshop.id)}" if name.casefold() in taken else name


def _folder_name(workshop: Workshop, customer: str) -> str:
    return "_".join(filter(None, (file_name_part(customer), workshop_day(workshop) or UNDATED)))
