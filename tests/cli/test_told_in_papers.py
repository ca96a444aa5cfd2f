"""Exported papers state of each problem what was said of it, and name days that can be kept."""

import re

import pytest

from tests.helpers.builders import (
    a_card,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
)
from tests.helpers.papers import files_below, pages_of
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.workshop_json import to_json

ASKED_AGAIN = {
    "ja": "課題 2 は、1月15日(金)にもう一度伺います。",
    "en": "Problem 2: we will ask you once more on Fri 15 January.",
}
LEFT = {"ja": "課題 3 は、いまは見送ります。", "en": "Problem 3: set aside for now."}
NOT_OURS = {
    "ja": "課題 4 は Mackerel の対象外です。",
    "en": "Problem 4: outside what Mackerel is for.",
}
WITHOUT_OUTCOME = {
    "ja": "課題 1 と 5 は、この日は、結論まで届きませんでした。",
    "en": "Problems 1 and 5: no outcome was reached that day.",
}
NOT_DISCUSSED = {
    "ja": "39 件は、この日は、取り上げられませんでした。",
    "en": "We could not take up 39 problems that day.",
}
TO_BE_ASKED = {
    "ja": "もう一度(?:うかが|伺)|次回.{0,9}(?:うかが|伺)",
    "en": "(?i)ask (you )?(once|again)",
}
NUMBERS_NOT_DISCUSSED = {
    "ja": r"課題 ([\d、]+) は、この日は、取り上げられませんでした",
    "en": r"could not take up problems ([\d, ]+) that day",
}
ONE_LEFT = {"ja": "いまは見送ります", "en": "We set it aside for now"}
ONE_WITHOUT_OUTCOME = {"ja": "結論まで届きませんでした", "en": "did not reach an outcome"}
IN_MAP = {
    "ja": "1 1番 未定 2 2番 聞き直す 3 3番 いまは見送り 4 4番 Mackerel の対象外 5 5番 未定",
    "en": "1 1番 Still open 2 2番 Ask again 3 3番 Set aside for now 4 4番 Not Mackerel 5 5番 "
    "Still open",
}
STILL_OPEN = {"ja": "未定の課題", "en": "still open"}

MONTH_AND_DAY = {"ja": r"(\d+)月(\d+)日", "en": r"(\d+) (December|January)"}
OF_YEAR_END = {"12": 12, "December": 12, "1": 13, "January": 13}


@pytest.fixture
def exported(terminal, tmp_path):
    """Import a workshop and export one of its papers; return its text without line ends."""

    def export(state, document):
        language = state.workshop.language
        file = tmp_path / "workshop.json"
        file.write_text(to_json(state, private=True), encoding="utf-8")
        store = tmp_path / "records.db"
        taken = terminal("import", file, "--store", store, "--lang", language)
        assert (taken.code, taken.err) == (0, "")
        out = tmp_path / document
        id_given = taken.out.splitlines()[-1].replace("：", " ").split()[-1]
        written = terminal("export", id_given, "--store", store, "--out", out, "--only", document)
        assert written.code == 0, written.err
        (paper,) = files_below(out)
        pages = "\n".join(pages_of(paper.read_bytes()))
        return ("" if language == "ja" else " ").join(pages.splitlines())

    return export


def without_spaces(text):
    return "".join(text.split())


def told_apart(language):
    """44 problems without an answer: 2 is to be asked again, 3 is left, 4 is not ours.

    The group could not agree about 1 and 5, and did not talk about the others.
    """
    problems = tuple(
        a_problem(n, f"{n} 番", chosen=n <= 5, not_ours_reason="別の係" if n == 4 else "")
        for n in range(1, 45)
    )
    again = an_appraisal(problems[1], {}, override=Verdict.ASK_AGAIN, override_reason="範囲")
    later = an_appraisal(problems[2], {}, override=Verdict.LATER, override_reason="来期")
    return a_state(
        workshop=a_workshop(language=language, next_date="2027-01-15"),
        problems=problems,
        appraisals=(again, later),
    )


def test_only_what_is_to_be_asked_again_is_promised_to_be_asked_again(exported, language):
    text = without_spaces(exported(told_apart(language), "summary"))
    for said in (ASKED_AGAIN, LEFT, NOT_OURS, WITHOUT_OUTCOME, NOT_DISCUSSED):
        assert without_spaces(said[language]) in text
    # in the key message, and beside the problem; in the map it is a word
    told = text.replace("Askagain", "")
    assert len(re.findall(without_spaces(TO_BE_ASKED[language]), told)) == 2
    # the map says each outcome of those that were chosen
    assert without_spaces(IN_MAP[language]) in text


def test_the_checklist_states_of_each_problem_how_it_was_left(exported, language):
    text = exported(told_apart(language), "follow_up")
    assert STILL_OPEN[language] not in text
    (numbers,) = re.findall(NUMBERS_NOT_DISCUSSED[language], text)
    assert len(re.findall(r"\d+", numbers)) == 39
    assert text.count(ONE_LEFT[language]) == 1
    assert text.count(ONE_WITHOUT_OUTCOME[language]) == 2
    assert len(re.findall(TO_BE_ASKED[language], text)) == 1


def with_request(language, due, next_date):
    """A request of 3 December that is to be passed on, and of which the customer hears by `due`."""
    problem = a_problem(1, chosen=True)
    action = an_action(1, owner_name="三浦", due=due, passes_on=True)
    return a_state(
        workshop=a_workshop(language=language, facilitator="三浦", next_date=next_date),
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem),),
        appraisals=(an_appraisal(problem),),
        actions=(action,),
    )


def days_in(text, language):
    """The days of December and January that a paper names, as numbers that grow with time."""
    found = re.findall(MONTH_AND_DAY[language], text)
    pairs = found if language == "ja" else [(month, day) for day, month in found]
    return {OF_YEAR_END[month] * 100 + int(day) for month, day in pairs}


def test_the_product_team_is_asked_to_reply_some_days_before_the_customer_is_told(
    exported, language
):
    dossier = exported(with_request(language, "2026-12-15", "2027-01-15"), "dossier")
    assert days_in(dossier, language) == {1203, 1211, 1215}  # the workshop; Friday; Tuesday


def test_a_reply_is_needed_before_the_next_visit_even_if_the_customer_is_told_later(
    exported, language
):
    dossier = exported(with_request(language, "2027-01-29", "2027-01-15"), "dossier")
    assert days_in(dossier, language) == {1203, 1312, 1329}


def test_no_day_is_asked_for_where_it_would_come_too_late(exported, language):
    dossier = exported(with_request(language, "2026-12-04", "2027-01-15"), "dossier")
    assert days_in(dossier, language) == {1203, 1204}
