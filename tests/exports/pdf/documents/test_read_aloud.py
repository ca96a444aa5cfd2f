"""What a person hears who listens to a paper: outcomes, votes, criteria, boxes, the title."""

from functools import cache

import pypdfium2
import pytest

from exports.job import export
from tests.helpers.accessibility import flat, said_pages
from tests.helpers.papers import pdf_of, sample_state, solutions
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.promises import Promise
from workshop_app.i18n import Texts


@cache
def heard(name, language):
    """All elements of a paper of the sample, in reading order."""
    pages = said_pages(pdf_of(sample_state(language), name, language))
    return [each for page in pages for each in flat(page)]


def spoken(element):
    """The words of an element and of what it contains, figures by their alternative text."""
    if element.alternative:
        return element.alternative
    inner = (spoken(kid) for kid in element.kids if kid.role != "Link")
    return " ".join(" ".join((element.text, *inner)).split())


def rows(name, language):
    """The rows of all tables of a paper, cell by cell."""
    found = [each for each in heard(name, language) if each.role == "TR"]
    return [[spoken(cell) for cell in row.kids] for row in found]


def outcome_of(words, state, problem):
    promises = promises_of(state, problem).values()
    said = (words(f"promises.room.{each}") for each in promises if each is not Promise.HELPED)
    return words("papers.map.join").join(said)


def test_the_map_of_the_summary_says_votes_and_outcomes_of_each_chosen_problem(language):
    words, state = Texts(language), sample_state(language)
    said = {cells[0]: [each for each in cells[1:] if each] for cells in rows("summary", language)}
    assert len(state.chosen) > 1
    for problem in state.chosen:
        beginning = f"{problem.number} {problem.title}"
        cells = next(each for key, each in said.items() if key.startswith(beginning))
        assert cells == [str(state.votes.of(problem.id)), outcome_of(words, state, problem)]


def test_the_map_of_the_takeaway_notes_is_a_table_by_theme(language):
    words, state = Texts(language), sample_state(language)
    said = rows("handout", language)
    for theme in state.themes:
        at = said.index([words("papers.record.theme", name=theme.name)])
        below = said[at + 1 :]
        for problem in (each for each in state.listed if each.theme_id == theme.id):
            told = outcome_of(words, state, problem)
            text = words("papers.map.said", text=problem.title, outcome=told)
            solved = told == words("promises.room.solved")
            assert [str(problem.number), problem.title if solved else text] in below


def test_the_criteria_of_a_request_are_a_table(language):
    words, state = Texts(language), sample_state(language)
    said = rows("dossier", language)
    judged = state.appraisal_of(state.requests[0].problem_id)
    for number, criterion in enumerate(Criterion, 1):
        if answer := judged.answer(criterion):
            cells = words(f"appraisal.answer.{criterion}.{answer}")
            row = [str(number), words(f"appraisal.topic.{criterion}"), cells]
            assert row in [cells[:3] for cells in said]


@pytest.mark.parametrize("name", ["handout", "summary"])
def test_each_box_to_tick_and_each_outcome_has_a_name(name, language):
    words = Texts(language)
    named = [each.alternative for each in heard(name, language) if each.role == "Figure"]
    assert named.count(words("papers.figure.box")) > 2
    assert words("cards.outcome.solution") in named
    assert (words("papers.problem.first") in named) == (name == "summary")  # notes have no icon


def test_the_title_of_takeaway_notes_names_their_reader(language, tmp_path):
    state = sample_state(language)
    files = export(state, solutions(), tmp_path, ["handout"], language).files
    titles = [pypdfium2.PdfDocument(file).get_metadata_dict()["Title"] for file in files]
    words = Texts(language)
    people = [words.organisation(who.name, who.honorific) for who in state.participants]
    assert titles == [f"{words('papers.name.handout')} {name}" for name in people]
