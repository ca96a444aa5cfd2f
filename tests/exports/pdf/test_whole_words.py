"""Words that are split on no paper: every word that is read back is one of its sources."""

import json
import re
from functools import cache
from importlib.resources import files

import pytest

from exports.pdf.paper import Paper
from exports.pdf.parts import para, table
from exports.registry import DOCUMENTS, PaperDocument
from tests.helpers.builders import a_state
from tests.helpers.papers import files_below, pdf_of, sample_state, solutions, text_of
from workshop_app.domain.workshop_json import to_json

_WORD = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
ELSEWHERE = ("summary", "handout", "follow_up", "dossier", "record")
"""The papers of which `documents/test_white_bands.py` says the same."""
PAPERS = [
    name
    for name, each in DOCUMENTS.items()
    if isinstance(each, PaperDocument) and name not in ELSEWHERE
]


def words_in(text):
    return set(_WORD.findall(text))


def words_printed(pdf):
    # codes of requests have letters by chance
    return words_in(re.sub(r"\bR-\d+-[0-9a-f]+", "", text_of(pdf)))


def words_of_state(state):
    typed = json.dumps(json.loads(to_json(state, private=True)))
    return words_in(typed.replace("\\n", "\n"))


@cache
def known_words():
    folder = files("workshop_app") / "locale" / "en"
    texts = [file.read_text(encoding="utf-8") for file in files_below(folder)]
    texts += [str(each.en) for each in solutions().values()]
    return words_in("\n".join(texts).replace("\\n", "\n")) | words_of_state(sample_state("en"))


@pytest.mark.parametrize("name", PAPERS)
def test_no_word_of_the_sample_is_split(name):
    assert words_printed(pdf_of(sample_state("en"), name, "en")) - known_words() == set()


def test_a_column_is_as_wide_as_its_widest_word():
    paper = Paper(a_state(), {}, "en")
    rows = [(para(paper, word), para(paper, "x")) for word in ("one", "unassigned")]
    plain, long = (table(paper, ("", ""), [row], (60, None)).height(400) for row in rows)
    assert plain == long
