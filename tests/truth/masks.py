"""The customer's name is a code in what is for the facilitator's own company."""

import re

from tests.truth.facts import Facts
from tests.truth.plain import squeezed
from workshop_app.i18n import Texts

_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|（株）|\(株\)|,?\s+(?:Inc|Ltd|LLC|PLC|Corp|Co|GmbH)\b\.?"
)

_GROUPS = re.compile(r"\s*(?:ホールディングス|グループ|HD|\b(?:Holdings?|Group))$")


def names(facts: Facts) -> list[str]:
    """Return the forms of the customer's name that a paper by code must not have."""
    name = facts.customer["name"].strip()
    core = _FORMS.sub("", name).strip()
    short = _GROUPS.sub("", core)
    return [each for each in dict.fromkeys((name, core, short)) if len(each) > 2]


def masked(facts: Facts, language: str, text: str) -> str:
    """Return a squeezed text with the code in place of the customer's name."""
    code = squeezed(Texts(language)("papers.head.customer_code", code="C-1"))
    for name in names(facts):
        text = text.replace(squeezed(name), code)
    return text
