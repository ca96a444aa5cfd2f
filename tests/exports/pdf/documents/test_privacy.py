"""What is private is in no paper: not in its text, its metadata, nor anywhere in its bytes."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.registry import PAPERS
from tests.helpers.papers import pdf_of, sample_state, words_of
from workshop_app.domain.appraisal import Criterion
from workshop_app.i18n import LANGUAGES

CANARY = "カナリアZQ"


def with_canaries(state):
    """The sample with a token in every private field, each one different."""
    return replace(
        state,
        workshop=replace(state.workshop, private_note=f"{CANARY}1"),
        customer=replace(state.customer, private_note=f"{CANARY}2"),
        participants=tuple(
            replace(who, private_note=f"{CANARY}3", email=f"{CANARY}@example.com")
            for who in state.participants
        ),
        problems=tuple(replace(each, private_note=f"{CANARY}4") for each in state.problems),
        appraisals=tuple(replace(each, private_note=f"{CANARY}5") for each in state.appraisals),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_private_notes_and_addresses_are_in_no_paper(name, language):
    pdf = pdf_of(with_canaries(sample_state(language)), name, language, name_customer=True)
    assert CANARY not in words_of(pdf)
    document = PdfReader(BytesIO(pdf))
    everything = "".join(map(str, (document.metadata, document.outline)))
    assert CANARY not in everything
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        assert CANARY.encode(encoding) not in pdf


@pytest.mark.parametrize("language", LANGUAGES)
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
