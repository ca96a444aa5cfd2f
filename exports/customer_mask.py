"""Replaces the customer's name by a code in internal documents."""

import re

_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|（株）|\(株\)|㈱|"
    r",?\s+(?:Inc|Ltd|LLC|LLP|PLC|plc|Co|Corp|Corporation|Company|Limited|GmbH|K\.K)\b\.?"
)
_GROUPS = re.compile(r"\s*(?:ホールディングス|グループ|HD|\b(?:Holdings?|Group))$", re.IGNORECASE)
_SHORTEST = 3
"""Minimum length of a name without its legal form: a shorter one may be part of words."""


class CustomerMask:
    """Replaces a name, whole or shortened, by `code`; an empty name masks nothing."""

    def __init__(self, name: str, code: str) -> None:
        self._code = code
        patterns = [_pattern(each) for each in company_names(name)]
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def mask(self, text: str) -> str:
        """Return `text` with the code in place of the name."""
        return self._pattern.sub(lambda _: self._code, text) if self._pattern else text


def company_names(name: str) -> tuple[str, ...]:
    """Return a company's name, and it without its legal form and without "Holdings" or "Group".

    Shortened names that are too short are left out.
    """
    core = _LEGAL_FORMS.sub("", name).strip()
    shortened = (each for each in (core, _GROUPS.sub("", core)) if len(each) >= _SHORTEST)
    return tuple(dict.fromkeys(each for each in (name.strip(), *shortened) if each))


def _pattern(name: str) -> str:
    words = r"\s*".join(re.escape(word) for word in name.split())
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{before}{words}{after}"
