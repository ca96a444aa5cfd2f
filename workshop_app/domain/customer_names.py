"""Normalises names of customers for comparison."""

import re
import unicodedata

from workshop_app.domain.text import clean, match_key

_FORMS = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社|\([株有同資名]\)")
_ENGLISH_FORMS = re.compile(r"(?:[\s,]+(?:co|company|corp|corporation|inc|llc|ltd|limited)\.?)+$")
_HONORIFIC = re.compile(r"(?<=.)(?:御中|様)$")


def customer_key(name: str) -> str:
    """Return a name in the form used for comparison; empty if nothing remains.

    Width, case and spaces are ignored, and so are the legal form (株式会社, （株）, Ltd), anywhere
    in Japanese and at the end in English, and an honorific at the end.
    """
    text = unicodedata.normalize("NFKC", clean(name)).casefold().strip()
    key = match_key(_ENGLISH_FORMS.sub("", text))
    return _FORMS.sub("", _HONORIFIC.sub("", key))
