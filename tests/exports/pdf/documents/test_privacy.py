"""Private data is in no paper: not in its text, its metadata, nor its bytes."""

from dataclasses import replace
from io import BytesIO
from itertools import count

import pytest
from pypdf import PdfReader

from exports.registry import PAPERS
from tests.helpers.papers import pdf_of, sample_state, words_of
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.workshop_fields import HEADS, LISTS

CANARY = "カナリアZQ"


def with_canaries(state):
    """The sample with a token in every private text, numbered by record, and in every address."""
    numbers = count(1)

    def filled(record):
        names = sorted(fields_with(type(record), Privacy.PRIVATE, Privacy.CONTACT))
        number = next(numbers) if names else 0
        texts = [name for name in names if type(getattr(record, name)) is str]  # no choices
        values = dict.fromkeys(texts, f"{CANARY}{number}")
        if "email" in values:
            values["email"] += "@example.com"
        return replace(record, **values)

    parts = {part: filled(getattr(state, part)) for part in HEADS}
    parts |= {part: tuple(map(filled, getattr(state, part))) for part in LISTS}
    return replace(state, **parts)


@pytest.mark.parametrize("name", PAPERS)
def test_private_notes_and_addresses_are_in_no_paper(name, language):
    pdf = pdf_of(with_canaries(sample_state(language)), name, language, name_customer=True)
    assert CANARY not in words_of(pdf)
    document = PdfReader(BytesIO(pdf))
    everything = "".join(map(str, (document.metadata, document.outline)))
    assert CANARY not in everything
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        assert CANARY.encode(encoding) not in pdf


@pytest.mark.parametrize("name", PAPERS)
def test_the_mark_of_an_ambassador_changes_no_byte(name, language):
    state = sample_state(language)
    turned = tuple(replace(who, ambassador=not who.ambassador) for who in state.participants)
    assert pdf_of(replace(state, participants=turned), name, language) == pdf_of(
        state, name, language
    )


def test_the_grounds_of_an_appraisal_stay_with_the_product_team():
    state = sample_state("ja")
    judged = tuple(
        replace(each, **{f"{criterion}_ground": f"{CANARY}6" for criterion in Criterion})
        for each in state.appraisals
    )
    state = replace(state, appraisals=judged)
    assert CANARY not in words_of(pdf_of(state, "summary"))
    assert CANARY in words_of(pdf_of(state, "dossier"))
