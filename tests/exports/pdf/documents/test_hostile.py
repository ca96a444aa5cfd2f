"""Typed text is printed literally: markup, endless words, unusual characters."""

from dataclasses import fields, replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.job import export
from exports.registry import PAPERS
from tests.helpers.builders import (
    a_card,
    a_customer,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_theme,
    a_workshop,
    an_action,
    an_appraisal,
)
from tests.helpers.page_geometry import check_pages
from tests.helpers.papers import (
    pages_of,
    pdf_of,
    replaced_in,
    sample_state,
    solutions,
    squeezed,
    words_of,
)
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import Texts

MARKUP = (
    "<b>太字</b>",
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<img src="secret.txt">',
    '<font color="[[[].append for x in ()]]">x</font>',
    '<a href="javascript:alert(1)">押す</a>',
    '<onDraw name="x" label="y"/>',
    "R&D <b &amp; &lt;",
    "{0} {name} %s $x",
)


TOLD = (*(name for name in PAPERS if name != "worksheets"), "record")
"""The papers that contain typed text; a worksheet only has a title."""


def full_of(text):
    """A workshop in which every user text is `text`."""
    problem = a_problem(1, text, wording=text, discussion=text, chosen=True, speaker_id="person-1")
    other = a_problem(2, text, theme_id="theme-1", not_ours_reason=text)
    merged = a_problem(3, text, merged_into="problem-1")
    request = a_request(problem)
    kept = ("id", "workshop_id", "problem_id", "nearest_id", "handed_over_at")
    texts = {field.name: text for field in fields(request) if field.name not in (*kept, "number")}
    grounds = {f"{name}_ground": text for name in ("who", "concrete", "ours", "now", "general")}
    return a_state(
        workshop=a_workshop(
            title=text,
            place=text,
            facilitator=text,
            next_note=text,
            ground_rules=f"{text}\n{text}",
        ),
        customer=a_customer(name="株式会社サンプル", industry=text, architecture=text),
        participants=(a_participant(1, text, team=text, job=text, can_do_alone=text),),
        problems=(problem, other, merged),
        themes=(a_theme(1, text),),
        tallies=(a_tally(problem, 2),),
        cards=(
            a_card(problem, CardKind.UPDATE),
            a_card(problem, CardKind.OWN, title=text, text=text),
        ),
        requests=(replace(request, **texts),),
        appraisals=(an_appraisal(problem, **grounds),),
        actions=(an_action(1, text, owner_name=text),),
    )


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_typed(name, text):
    pdf = pdf_of(full_of(text), name)
    assert words_of(pdf).count(squeezed(text)) >= 5
    links = [
        str(note.get_object()["/A"])
        for page in PdfReader(BytesIO(pdf)).pages
        for note in page.get("/Annots", ())
    ]
    assert [link for link in links if "https://" not in link] == []


@pytest.mark.parametrize("name", TOLD)
def test_strange_characters_are_shown_and_reported(name):
    strange = "𠮷田と髙橋と﨑山 🔥 👩\u200d👧 e\u0301 \u202eabc\u202c \u05e9\u05dc"
    state = full_of(strange)
    text = words_of(pdf_of(state, name))
    shown = squeezed("吉田と髙橋と﨑山 [U+1F525] [U+1F469 U+1F467] é abc [U+05E9 U+05DC]")
    assert text.count(shown) >= 5
    assert "■" not in text
    reported = {each.character for each in replaced_in(state, name)}
    assert reported == {"𠮷", "🔥", "👩", "👧", "\u05e9", "\u05dc"}
    assert "[U+1F525]のような文字番号" in text
    assert "いちばん近い字で示しています：吉" in text


def test_a_paper_without_strange_characters_says_nothing_of_them():
    state = full_of("ふつうの字")
    assert replaced_in(state) == ()
    assert "文字について" not in words_of(pdf_of(state))


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("text", ["長" * 5_000, "x" * 5_000, "e\u0301\u0302" * 2_000])
def test_endless_words_are_printed_whole(name, text):
    pdf = pdf_of(full_of(text), name)
    letter = "é" if text[0] == "e" else text[0]
    assert words_of(pdf).count(letter) >= 5 * text.count(text[0])


@pytest.mark.parametrize("name", ["handout", "summary"])
@pytest.mark.parametrize(
    "text",
    ["<b>太字</b>", "長い文、" * 60, "x" * 900, "一行め\n二行め", "https://a.example/" + "b/" * 90],
)
def test_nothing_leaves_the_grid_or_covers_other_words(name, text):
    check_pages(pdf_of(full_of(text), name))


@pytest.mark.parametrize("text", MARKUP)
def test_a_worksheet_prints_the_title_as_typed(text):
    assert squeezed(text) in words_of(pdf_of(full_of(text), "worksheets"))
    assert replaced_in(full_of("火🔥"), "worksheets")


@pytest.mark.parametrize("text", ["x", "長い文、"])
def test_the_longest_note_is_printed_whole(text):
    text *= NOTE_LIMIT // len(text)
    state = full_of("ふつうの字")
    state = replace(state, requests=(replace(state.requests[0], why=text),))
    assert words_of(pdf_of(state, "dossier")).count(text[0]) >= text.count(text[0])


def with_sixty_problems(language):
    """The sample workshop with twelve people and as many further problems, nearly all untouched."""
    state = sample_state(language)
    said = {"ja": ("通知が多い", "夜に気づけない"), "en": ("Too many alerts", "Unseen at night")}
    people = [replace(state.participants[n % 5], id=f"more-{n}", name=f"{n} Person", code=f"P-{n}",
                      person_id=f"more-{n}") for n in range(6, 13)]  # fmt: skip
    themes = state.themes
    problems = [
        a_problem(n, f"{said[language][n % 2]} {n}", theme_id=themes[n % len(themes)].id,
                  speaker_id=people[n % len(people)].id)
        for n in range(18, 61)
    ]  # fmt: skip
    return replace(
        state,
        participants=(*state.participants, *people),
        problems=(*state.problems, *problems),
    )


def test_papers_about_sixty_problems_stay_short_and_have_every_first_wording(language, tmp_path):
    state = with_sixty_problems(language)
    names = ["summary", "handout", "follow_up"]
    *papers, checklist = export(state, solutions(), tmp_path, names, language).papers
    assert checklist.pages <= 2
    for paper in papers:
        pdf = paper.file.read_bytes()
        check_pages(pdf)
        text = words_of(pdf)
        reader = {who.id for who in state.participants if who.code == paper.reader}
        due = [each for each in state.listed if not reader or each.speaker_id in reader]
        assert [each for each in due if squeezed(each.first_wording) not in text] == []
        assert len(pages_of(pdf)) <= (4 if paper.document == "handout" else 7), paper.reader
    words = Texts(language)
    summary = words_of(
        next(each for each in papers if each.document == "summary").file.read_bytes()
    )
    rest = squeezed(words("papers.elsewhere.handout"))
    assert (rest in summary) is not (squeezed(words("papers.alone.again")) in summary)
    assert all(squeezed(each.answer_line) in summary for each in answers_of(state, language))


def answers_of(state, language):
    """The entries that answer the chosen problems."""
    found = (solutions().get(card.catalogue_id) for each in state.chosen
             for card in state.cards_of(each.id))  # fmt: skip
    return [entry.text(language) for entry in found if entry is not None]
