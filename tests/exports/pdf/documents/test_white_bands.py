"""However long the texts: no page has a large white band, a heading at its end, a split word."""

from dataclasses import replace
from random import Random

import pytest

from exports.job import export
from exports.pdf.blocks.text import Heading
from tests.exports.pdf.documents.test_hostile import with_sixty_problems
from tests.exports.pdf.test_whole_words import known_words, words_of_state, words_printed
from tests.helpers.page_geometry import has_ink_below, white_bands
from tests.helpers.papers import sample_state, solutions

BY_LINES = 0.012
"""What the space between lines adds at the end of a page."""
CLAUSES = {
    "ja": ("夜間に同じ内容の通知が何度も届き、", "設定を忘れることがあり、", "CPU 使用率が上がり、",
           "障害のあとで誰が何をしたかを追えず、", "担当の者が毎朝一件ずつ確かめていて、"),
    "en": ("the same notification arrives again and again at night, ", "settings are forgotten, ",
           "graphs are interrupted each time the number of containers changes, ",
           "afterwards we cannot follow who did what, ", "processor usage rises, "),
}  # fmt: skip
END = {"ja": "困っています。", "en": "and that is a problem. "}
TEXTS = {
    "problems": ("first_wording", "wording", "discussion"),
    "requests": ("title", "why", "situation", "impact", "workaround", "good_enough", "wished_how",
                 "own_words"),
    "cards": ("text",), "actions": ("text",), "answers": ("text",), "can_do": ("text",),
    "appraisals": ("who_ground", "concrete_ground", "ours_ground", "now_ground", "general_ground"),
    "participants": ("can_do_alone",),
}  # fmt: skip
LONG = 4
"""The most sentences of a text."""
SEEDS = (0, *(pytest.param(n, marks=pytest.mark.exhaustive) for n in range(1, 50)))


def with_long_texts(state, language, seed):
    """The workshop in which most typed texts are some sentences long."""
    random = Random(seed)

    def sentences():
        return "".join(
            "".join(random.choices(CLAUSES[language], k=random.randint(0, 2))) + END[language]
            for _ in range(random.randint(1, LONG))
        ).strip()

    return replace(state, **{
        name: tuple(
            replace(each, **{text: sentences() for text in texts
                             if getattr(each, text) and random.random() < 0.7})
            for each in getattr(state, name)
        )
        for name, texts in TEXTS.items()
    })  # fmt: skip


@pytest.fixture
def headings(monkeypatch):
    """Return where each heading ends: its page and foot, by the pen of its paper."""
    found = {}
    draw = Heading.draw

    def recorded(heading, pen, x, top, width):
        found.setdefault(pen, []).append((pen.page, top + heading.height(width)))
        draw(heading, pen, x, top, width)

    monkeypatch.setattr(Heading, "draw", recorded)
    return found


@pytest.mark.parametrize("seed", [None, *SEEDS])
@pytest.mark.parametrize("state_of", [sample_state, with_sixty_problems])
def test_pages_are_full_and_no_heading_or_word_is_parted(
    language, state_of, seed, headings, tmp_path
):
    names = ("summary", "handout", "follow_up", "dossier", "record")
    state = state_of(language)
    if seed is not None:
        state = with_long_texts(state, language, seed)
    papers = export(state, solutions(), tmp_path, names, language).papers
    for paper, places in zip(papers, headings.values(), strict=True):
        pdf = paper.file.read_bytes()
        assert max(white_bands(pdf)) <= 1 / 6 + BY_LINES, paper.file.name
        assert [each for each in places if not has_ink_below(pdf, *each)] == [], paper.file.name
        if language == "en":
            words = words_printed(pdf) - known_words() - words_of_state(state)
            assert words == set(), paper.file.name
