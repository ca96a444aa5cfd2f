"""Entries are worded individually: no sentence equals another entry's with a word replaced.

Problems are in the words of users, so each occurs once. A limit may be a fact shared by a family of
entries (a plugin is not available for Windows); it is then worded alike, and each entry also has a
limit of its own. First steps repeat more, since everybody installs the same packages; each entry
also has a step of its own.
"""

from collections import defaultdict

import pytest

from tests.helpers.near_sentences import moulds, near_pairs
from workshop_app.catalogue.loader import load

FAMILY = 8
"""Maximum number of entries that share a fact: a good part of the plugins, but not all."""


@pytest.fixture(scope="module")
def solutions():
    return load().solutions.values()


def sentences(solutions, part, language):
    return [(s.id, line) for s in solutions for line in getattr(s.text(language), part)]


def test_no_problem_says_nearly_the_same_as_another(solutions, language):
    assert list(near_pairs(sentences(solutions, "problems", language), language, 0.5)) == []


def test_no_problem_is_another_with_a_word_replaced(solutions, language):
    cast = defaultdict(set)
    for owner, sentence in sentences(solutions, "problems", language):
        for mould in moulds(sentence, language):
            cast[mould].add((owner, sentence))
    assert [found for found in cast.values() if len(found) > 1] == []


@pytest.mark.parametrize(("part", "near"), [("limits", 0.7), ("first_steps", 0.8)])
def test_every_entry_has_limits_and_steps_of_its_own(solutions, part, near, language):
    rows = sentences(solutions, part, language)
    shared = {row for pair in near_pairs(rows, language, near) for row in pair}
    own = {owner for owner, sentence in rows if (owner, sentence) not in shared}
    assert {solution.id for solution in solutions} - own == set()


def test_no_step_is_an_alternative_to_the_one_before(solutions, language):
    """Steps are numbered, so a choice between two ways is within one step."""
    begins = {"ja": ("または", "もしくは", "あるいは", "その場合"), "en": ("Or", "Alternatively")}
    rows = sentences(solutions, "first_steps", language)
    first = {"ja": lambda step: step, "en": lambda step: step.replace(",", " ").split()[0]}
    assert [
        row
        for row in rows
        if first[language](row[1]).startswith(begins["ja"])
        or first[language](row[1]) in begins["en"]
    ] == []


def test_a_limit_is_a_row_without_a_full_stop(solutions, language):
    rows = sentences(solutions, "limits", language)
    assert [row for row in rows if row[1].endswith(("。", "."))] == []


def test_the_catalogues_own_texts_use_the_terms_of_mackerels_help():
    """Quoted statements may use any word: they are searched, but never printed."""
    catalogue = load()
    said = [
        (each.id, line)
        for each in catalogue.solutions.values()
        for line in (
            each.ja.name, each.ja.what, each.ja.answer_line, each.ja.asks,
            each.ja.help_path, each.ja.help_heading, *each.ja.limits, *each.ja.first_steps,
        )
    ] + [
        (each.id, line)
        for each in catalogue.gaps.values()
        for line in (each.ja.name, each.ja.says, each.ja.way_round, *each.ja.falls_short)
    ]  # fmt: skip
    assert [row for row in said if "しきい値" in row[1]] == []


def test_only_entries_of_one_family_share_a_limit(solutions, language):
    owners = defaultdict(set)
    for first, second in near_pairs(sentences(solutions, "limits", language), language, 0.7):
        owners[first] |= {first[0], second[0]}
        owners[second] |= {first[0], second[0]}
    assert [row for row, family in owners.items() if len(family) > FAMILY] == []


@pytest.mark.parametrize("part", ["problems", "limits", "first_steps"])
def test_no_entry_repeats_a_sentence(solutions, part, language):
    rows = sentences(solutions, part, language)
    assert [pair for pair in near_pairs(rows, language, 0.7) if pair[0][0] == pair[1][0]] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "サーバーの証明書の期限を知りたい", "サーバーの証明書の期限が知りたい"),
        ("en", "We cannot watch the disks of our servers", "We cannot watch disks of our servers"),
    ],
)
def test_a_sentence_with_small_changes_is_detected(language, one, other):
    assert list(near_pairs([("a", one), ("b", other)], language, 0.5))
    assert not list(near_pairs([("a", one), ("b", "Unrelated, 別のこと")], language, 0.5))


def test_a_sentence_with_a_name_replaced_is_detected():
    assert set(moulds("Nginxを見たい", "ja")) == set(moulds("Redisを見たい", "ja"))
    assert set(moulds("watch nginx now", "en")) & set(moulds("watch redis now", "en"))
