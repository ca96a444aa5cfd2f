"""Known gaps: their files, faults with line numbers, and the built-in ones."""

from collections import Counter

import pytest

from tests.helpers.near_sentences import near_pairs
from tests.helpers.own_catalogue import ABOUT_TEXT, ENTRY_TEXT, GAP_TEXT, faults, own_catalogue
from workshop_app.catalogue.loader import load, load_other
from workshop_app.domain.gap import GapEvidence
from workshop_app.domain.text import match_key
from workshop_app.i18n import LANGUAGES
from workshop_app.search.subjects import is_generic

GAP = GAP_TEXT.replace("{name}", "night")
NOT_FOUND = GAP.replace('"stated"', '"not_found"').replace(
    'source_heading = "社内ポータル → ネットワーク → 受付時間"', 'looked_for = ["夜間", "土日"]'
)


def with_gaps(folder, **gaps):
    return load_other(own_catalogue(folder / "inhouse", gaps=gaps))


def test_a_stated_gap_has_its_source_and_what_the_nearest_entry_lacks(tmp_path):
    catalogue = with_gaps(tmp_path, night=GAP)
    assert catalogue.faults == ()
    gap = catalogue.gaps["inhouse/night"]
    assert (gap.evidence, gap.checked) == (GapEvidence.STATED, "2026-11-24")
    assert gap.nearest == ("inhouse/vpn",)
    assert gap.ja.falls_short == ("開通は5営業日後で、夜間には行わない。",)
    assert gap.catalogue == "社内の答え"
    assert gap.text("en") == gap.text("ja")


def test_a_gap_that_was_not_found_names_the_words_that_were_looked_for(tmp_path):
    gap = with_gaps(tmp_path, night=NOT_FOUND).gaps["inhouse/night"]
    assert gap.evidence is GapEvidence.NOT_FOUND
    assert gap.ja.looked_for == ("夜間", "土日")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('evidence = "stated"\n', "", (1, "evidence", "missing")),
        ('"stated"', '"guessed"', (3, "evidence", "evidence")),
        ('"stated"', '"not_found"', (7, "ja.looked_for", "missing")),
        ('source_heading = "社内', 'looked_for = ["夜"]\nsource_heading = "社内',
         (15, "ja.looked_for", "not_this_evidence")),
        ('source_heading = "社内ポータル → ネットワーク → 受付時間"\n', "",
         (7, "ja.source_heading", "missing")),
        ("schema = 1", "schema = 2", (1, "schema", "newer")),
        ('id = "night"', 'id = "day"', (2, "id", "other_id")),
        ("2026-11-24", '"soon"', (4, "checked", "not_a_date")),
        ('nearest = ["vpn"]', 'nearest = "vpn"', (5, "nearest", "not_a_list")),
        ('  "工場の網を今夜のうちにつなぎたい",\n', "", (9, "ja.wishes", "count")),
        ("[ja.falls_short]", "[ja.falls]", (17, "ja.falls", "unknown")),
        ('vpn = "', 'van = "', (17, "ja.falls_short.vpn", "missing")),
        ('"開通は5営業日後で、夜間には行わない。"', f'"{"夜" * 81}"',
         (18, "ja.falls_short.vpn", "too_long")),
        ("[ja.falls_short]\nvpn = ", "falls_short = ", (17, "ja.falls_short", "not_a_table")),
        ('"夜間の開通工事"', f'"{"夜" * 33}"', (8, "ja.name", "too_long")),
        ("[ja]", "[ja", (7, "", "not_toml")),
    ],
)  # fmt: skip
def test_a_faulty_gap_is_left_out_and_named_with_its_line(tmp_path, old, new, fault):
    assert GAP.count(old) == 1
    day = GAP.replace('"night"', '"day"')
    catalogue = with_gaps(tmp_path, night=GAP.replace(old, new), day=day)
    assert ("gaps/night.toml", *fault) in faults(catalogue)
    assert list(catalogue.gaps) == ["inhouse/day"]
    assert list(catalogue.solutions) == ["inhouse/vpn"]


def test_a_nearest_entry_must_exist_in_this_or_in_mackerels_catalogue(tmp_path):
    ours = GAP.replace('["vpn"]', '["check-tcp"]').replace("vpn =", "check-tcp =")
    assert with_gaps(tmp_path / "a", night=ours).gaps["inhouse/night"].nearest == ("check-tcp",)
    gone = GAP.replace('["vpn"]', '["vpn", "gone"]') + 'gone = "もうない。"\n'
    assert faults(with_gaps(tmp_path / "b", night=gone)) == [
        ("gaps/night.toml", 5, "nearest[2]", "no_entry")
    ]
    without = GAP[: GAP.index("[ja.falls")].replace('["vpn"]', "[]")
    assert with_gaps(tmp_path / "c", night=without).gaps["inhouse/night"].nearest == ()


def test_the_nearest_entry_of_a_broken_file_counts_as_missing(tmp_path):
    folder = own_catalogue(tmp_path / "a", extra="colour = 1\n", gaps={"night": GAP})
    assert [problem for *_, problem in faults(load_other(folder))] == ["unknown", "no_entry"]


def test_an_entry_may_be_named_by_the_id_of_an_earlier_version(tmp_path):
    about = ABOUT_TEXT + '[renamed]\nold = "vpn"\n'
    gap = GAP.replace('["vpn"]', '["old"]').replace("vpn =", "old =")
    catalogue = load_other(own_catalogue(tmp_path / "a", about, gaps={"night": gap}))
    assert catalogue.gaps["a/night"].nearest == ("a/vpn",)


def test_related_gaps_are_known_and_an_unknown_one_hides_nothing(tmp_path):
    related = GAP.replace("[ja]\n", 'related = ["day", "gone"]\n\n[ja]\n')
    day = GAP.replace('"night"', '"day"')
    catalogue = with_gaps(tmp_path, night=related, day=day)
    assert catalogue.gaps["inhouse/night"].related == ("inhouse/day",)
    assert faults(catalogue) == [("gaps/night.toml", 7, "related[2]", "no_gap")]


def test_mackerels_gaps_are_in_both_languages_with_a_page_of_https(tmp_path):
    entry = ENTRY_TEXT.replace("{name}", "vpn") + 'help_url = "https://example.com/"\n'
    entry += 'answer_line = "監視できます"\n'
    entry += entry[entry.index("[ja]") :].replace("[ja]", "[en]")
    about = ABOUT_TEXT.replace('["ja"]', '["ja", "en"]')
    folder = own_catalogue(tmp_path / "a", about, gaps={"night": GAP})
    (folder / "vpn.toml").write_text(entry, encoding="utf-8")
    assert faults(load(folder)) == [
        ("gaps/night.toml", 1, "en", "missing"),
        ("gaps/night.toml", 7, "ja.source_url", "missing"),
    ]


@pytest.fixture(scope="module")
def gaps():
    return load().gaps.values()


def test_every_gap_of_ours_is_whole(gaps):
    assert load().faults == ()
    assert load().version >= max((gap.checked for gap in gaps), default="")
    for gap in gaps:
        assert all(
            gap.text(each).says and len(gap.text(each).falls_short) == len(gap.nearest)
            for each in LANGUAGES
        )


def test_no_wish_and_no_name_is_in_two_gaps(gaps, language):
    wishes = Counter(match_key(wish) for gap in gaps for wish in gap.text(language).wishes)
    names = Counter(gap.text(language).name for gap in gaps)
    assert [text for text, times in (wishes + names).items() if times > 1] == []


def test_no_wish_is_a_problem_that_an_entry_solves(gaps, language):
    wishes = [(gap.id, wish) for gap in gaps for wish in gap.text(language).wishes]
    problems = [
        (solution.id, problem)
        for solution in load().solutions.values()
        for problem in solution.text(language).problems
    ]
    own = {row[0] for row in wishes}
    near = near_pairs([*wishes, *problems], language, 0.75)
    assert [pair for pair in near if (pair[0][0] in own) != (pair[1][0] in own)] == []


def test_a_gap_that_was_only_not_found_is_never_called_impossible(gaps):
    for gap in gaps:
        if gap.evidence is GapEvidence.NOT_FOUND:
            assert "できない。" not in gap.ja.says, gap.id
            assert "Mackerel cannot" not in gap.en.says, gap.id


def test_each_of_mackerels_gaps_has_a_subject_of_more_than_generic_words():
    for gap in load().gaps.values():
        assert gap.ja.subject, gap.id
        assert gap.en.subject, gap.id
        assert [term for term in (*gap.ja.subject, *gap.en.subject) if is_generic(term)] == []
