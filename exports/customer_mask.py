"""The customer's name replaced by a code in papers that leave the circle of the room."""

import re

_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|（株）|\(株\)|㈱|"
    r",?\s+(?:Inc|Ltd|LLC|LLP|PLC|plc|Co|Corp|Corporation|Company|Limited|GmbH|K\.K)\b\.?"
)
_SHORTEST = 3
"""A shorter name without its legal form would hide ordinary words."""


class CustomerMask:
    """Replaces a name, with and without its legal form, by `code`; an empty name masks nothing."""

    def __init__(self, name: str, code: str) -> None:
        self._code = code
        names = [name.strip(), name_without_legal_form(name)]
        patterns = [_pattern(each) for each in dict.fromkeys(names) if each]
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def cover(self, text: str) -> str:
        """Return `text` without the name."""
        return self._pattern.sub(lambda _: self._code, text) if self._pattern else text


def name_without_legal_form(name: str) -> str:
    """Return a company's name without its legal form; empty where that would hide words."""
    core = _LEGAL_FORMS.sub("", name).strip()
    return core if len(core) >= _SHORTEST else ""


def _pattern(name: str) -> str:
    words = r"\s*".join(re.escape(word) for word in name.split())
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{before}{words}{after}"
