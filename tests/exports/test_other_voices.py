"""Voices of other workshops are in the dossier and its Markdown by code, and nowhere else."""

from dataclasses import replace

import pytest

from exports.job import export
from exports.options import WritingOptions
from exports.other_voices import with_voices
from exports.protected import Guard
from exports.reading_back import passages
from exports.registry import DOCUMENTS
from tests.helpers.accessibility import conformance_faults, flat, reading_faults, said_pages
from tests.helpers.canaries import CANARY
from tests.helpers.other_voices import say_elsewhere
from tests.helpers.papers import is_file_of, pages_of, squeezed
from tests.helpers.played import played_session
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.answers import Answers
from workshop_app.services.commands.likes import RejectLike

NAMES = (f"株式会社{CANARY}商店", f"{CANARY} Freight Ltd", f"{CANARY}倉庫")
ANSWERS = Answers()
QUOTE = "、うちでも同じ"


@pytest.fixture(scope="module", params=LANGUAGES)
def told(request, tmp_path_factory):
    """The sample, whose first request three other customers made, too, and a different one."""
    session = played_session(tmp_path_factory.mktemp("told") / "w.db", request.param)
    first = session.state.problem(session.state.requests[0].problem_id)
    people = "".join(f"、{name}の人も{name}も" for name in NAMES)
    others = say_elsewhere(session, first, (*NAMES, "東の港"), confirmed=4, words=QUOTE + people)
    session.execute(RejectLike(first.id, others[3]))
    yield session, request.param
    session.store.close()


@pytest.fixture(scope="module")
def everything(told, tmp_path_factory):
    """All its documents, including the customer's own name, by the name of the file."""
    session, language = told
    folder = tmp_path_factory.mktemp("everything")
    return written(session, language, folder, tuple(DOCUMENTS), name_customer=True)


def written(session, language, folder, names=None, **options):
    state = with_voices(session, session.state, language)
    result = export(
        state, ANSWERS.entries_of(state), folder, names, language, options=WritingOptions(**options)
    )
    return {path.name: path.read_bytes() for path in result.files}


def text_of(name, data):
    return "\n".join(passage.text for passage in passages(name, data))


def test_no_paper_and_no_file_names_another_customer_or_its_people(everything):
    assert len(everything) > 20
    for name, data in everything.items():
        assert CANARY not in name + text_of(name, data), name
        assert CANARY.encode() not in data, name
        assert CANARY.encode("utf-16-be") not in data, name


def test_the_dossier_has_each_voice_with_code_day_way_and_words_and_four_counts(told, tmp_path):
    session, language = told
    words = Texts(language)
    files = written(session, language, tmp_path, ("dossier", "issues"))
    dossier = next(data for name, data in files.items() if name.endswith("pdf"))
    issue = next(text_of(n, data) for n, data in files.items() if n.endswith("md") and "R-1" in n)
    said = squeezed("".join(pages_of(dossier)))
    way = words("prepare.method.workshop.name")
    for number in (1, 2, 3):
        day = words.date(f"2026-{number + 1:02}-18")
        assert "".join(f"C-{number}{day}{way}".split()) in said
        assert f"C-{number} / {day} / {way}" in issue
    own = words("papers.head.customer_code", code="C-5")
    assert own in issue
    assert squeezed(own) in said
    assert "C-4" not in said + issue
    assert QUOTE in said
    assert QUOTE in issue
    first = session.state.problem(session.state.requests[0].problem_id)
    counts = evidence_of(with_voices(session, session.state, language), first).counts
    assert (counts.customers, counts.people) == (4, 4)
    for kind in ("customers", "people", "jobs", "ways"):
        n = getattr(counts, kind)
        unit = words(f"papers.evidence.{kind}.unit", n=n)
        assert (f"{n}{unit}".replace(" ", "") in said) == (kind != "ways")
        assert f"{n} {unit}" in issue


def test_the_cover_says_by_code_when_the_voices_of_a_request_came(told, tmp_path):
    session, language = told
    words = Texts(language)
    (dossier,) = written(session, language, tmp_path, ("dossier",)).values()
    said = squeezed(pages_of(dossier)[0])
    assert squeezed(words("papers.dossier.when.title")) in said
    state = with_voices(session, session.state, language)
    problem = state.problem(state.requests[0].problem_id)
    days = sorted(voice.date for voice in evidence_of(state, problem).voices)
    codes = "、".join if language == "ja" else ", ".join
    told_line = words(
        "papers.dossier.when.span",
        first=words.date(days[0]),
        latest=words.date(days[-1]),
        n=4,
        codes=codes(["C-1", "C-2", "C-3"]),
    )
    assert squeezed(told_line) in said
    (strip,) = [
        each.alternative
        for each in flat(said_pages(dossier)[0])
        if each.role == "Figure" and "C-1" in each.alternative
    ]
    for number in (1, 2, 3):
        assert f"{words.date(f'2026-{number + 1:02}-18')} C-{number}" in strip
    assert conformance_faults(dossier) == []
    assert reading_faults(dossier) == []
    entries = ANSWERS.entries_of(session.state)
    alone = export(session.state, entries, tmp_path / "alone", ("dossier",), language).files[0]
    cover = squeezed(pages_of(alone.read_bytes())[0])
    assert squeezed(words("papers.dossier.when.title")) not in cover


def test_no_other_document_contains_what_others_said(everything):
    for name, data in everything.items():
        if not any(is_file_of(each, name) for each in ("dossier", "mail_team", "issues")):
            assert QUOTE not in text_of(name, data), name


def test_an_export_that_finds_nothing_when_read_back_is_published(told, tmp_path):
    session, language = told
    guard = Guard(others=NAMES)
    assert written(session, language, tmp_path, ("dossier", "issues"), guard=guard)


def test_a_protected_name_in_the_words_of_others_stops_the_export(told, tmp_path):
    session, language = told
    state = with_voices(session, session.state, language)
    leaky = replace(state.voices[0], own=False, words=f"{NAMES[0]}が言った")
    state = replace(state, voices=(leaky, *state.voices[1:]))
    result = export(
        state, ANSWERS.entries_of(state), tmp_path, ("dossier",), language,
        options=WritingOptions(guard=Guard(others=NAMES)),
    )  # fmt: skip
    assert result.findings
    assert not result.files


def test_what_is_masked_for_the_customer_is_masked_in_the_words_of_others_too(told, tmp_path):
    session, language = told
    guard = Guard(masked=("うちでも",))
    for name, data in written(
        session, language, tmp_path, ("dossier", "issues"), guard=guard
    ).items():
        assert "うちでも" not in text_of(name, data)


def test_without_other_voices_papers_are_as_before(tmp_path):
    session = played_session(tmp_path / "w.db", "ja")
    state = with_voices(session, session.state, "ja")
    assert state == session.state
