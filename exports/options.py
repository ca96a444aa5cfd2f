"""How documents are written. Importing this module loads no PDF library."""

from dataclasses import field

from exports.branding import PLAIN, Branding
from exports.protected import Guard
from workshop_app.domain.record import Record


class WritingOptions(Record):
    """The options of an export."""

    name_customer: bool = False
    """Whether internal documents also name the customer."""
    worksheets: int = 0
    """The number of worksheets, 0 for one per participant."""
    guard: Guard | None = None
    """What is masked, and looked for in the files before they are published."""
    password: str = field(default="", repr=False)
    """Encrypts all PDFs, including attached ones, and all other internal files."""
    branding: Branding = PLAIN


USUAL = WritingOptions()
