"""The size of the pages of a paper: A4 or Letter."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from exports.pdf.styles import FOOT, LABEL_GAP, LABEL_WIDTH, SIDE, TOP


@dataclass(frozen=True, slots=True)
class PageSize:
    """The measures of a page in points: of the sheet, and of the space within its margins."""

    sheet_width: float
    sheet_height: float
    width: float = field(init=False)
    height: float = field(init=False)
    text_width: float = field(init=False)
    """The width beside the column of labels."""
    white: float = field(init=False)
    """Maximum height left empty at the end of a page if reordering or splitting could fill it."""

    def __post_init__(self) -> None:
        width = self.sheet_width - 2 * SIDE
        height = self.sheet_height - TOP - FOOT
        for name, value in (
            ("width", width),
            ("height", height),
            ("text_width", width - LABEL_WIDTH - LABEL_GAP),
            ("white", height / 6),
        ):
            object.__setattr__(self, name, value)


_SIZES = {"a4": PageSize(595.28, 841.89), "letter": PageSize(612, 792)}
"""The sizes by the value of the setting `paper_size`, portrait."""
_current: ContextVar[PageSize] = ContextVar("size of the pages", default=_SIZES["a4"])


def page_size() -> PageSize:
    """Return the size of the pages that are made: that of `pages_of_size`, else A4."""
    return _current.get()


@contextmanager
def pages_of_size(name: str) -> Iterator[None]:
    """Give all pages that are laid out and drawn within the size of that name."""
    token = _current.set(_SIZES[name])
    try:
        yield
    finally:
        _current.reset(token)
