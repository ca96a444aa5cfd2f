"""The bank of context questions and the community links have texts in both languages."""

from urllib.parse import urlsplit

import pytest

from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.workshop import COMMUNITY_LINKS
from workshop_app.i18n import Texts


def test_there_are_enough_questions_and_none_twice():
    assert len(QUESTIONS) >= 16
    assert len(set(QUESTIONS)) == len(QUESTIONS)


def test_every_question_asks_and_says_what_it_is_good_for(language):
    texts = Texts(language)
    asked = [texts(f"questions.ask.{question}") for question in QUESTIONS]
    reasons = [texts(f"questions.why.{question}") for question in QUESTIONS]
    assert all(text.endswith(("?", "？")) for text in asked)
    assert len(set(asked)) == len(set(reasons)) == len(QUESTIONS)


@pytest.mark.parametrize("pointer", COMMUNITY_LINKS)
def test_every_pointer_has_a_name_one_sentence_and_a_secure_address(language, pointer):
    texts = Texts(language)
    assert texts(f"community.{pointer}.name")
    what = texts(f"community.{pointer}.what")
    assert what.count("。") + what.count(". ") + what.endswith(".") == 1
    address = urlsplit(texts(f"community.{pointer}.url"))
    assert address.scheme == "https"
    assert address.hostname
