"""New editions of catalogues from files: compared, installed, used while newest, and withdrawn."""

import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from tests.helpers.own_catalogue import (
    ABOUT_TEXT,
    ENTRY_TEXT,
    GAP_TEXT,
    mackerel_edition,
    mackerel_text,
    own_catalogue,
    packed,
)
from workshop_app import paths
from workshop_app.catalogue import editions
from workshop_app.catalogue.loader import load
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.ids import new_id
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.services.answers import Answers
from workshop_app.services.catalogue_editions import examine, in_use, pack, take, take_back
from workshop_app.services.own_catalogues import added_editions, catalogue_folders
from workshop_app.settings import Settings

NEWER = "2099-01-31"
ENTRY = mackerel_text("mkr.toml")
SPRING = 'schema = 1\nname = "Mackerel"\nversion = "spring"\n'
GONE = next(
    entry
    for entry in load().solutions
    if not any(entry in gap.nearest for gap in load().gaps.values())
)
"""An entry that a new edition may omit, since no gap refers to it."""
CHANGED = ENTRY.replace('name = "mkr', 'name = "新mkr', 1)


@pytest.fixture(autouse=True)
def place(own_folders):
    return paths.catalogues_folder()


@pytest.fixture
def answers():
    return Answers(folders=lambda: catalogue_folders(Settings()), editions=added_editions)


def ids(found):
    return [each.id for each in found]


def card(entry, version):
    return PlayedCard(
        id=new_id(), workshop_id=new_id(), position=0, problem_id=new_id(),
        kind=CardKind.SOLUTION, title="kept", catalogue_id=entry, catalogue_version=version,
    )  # fmt: skip


def test_changed_entries_are_listed_before_anything_is_done(answers, place, tmp_path):
    fresh = ENTRY.replace('id = "mkr"', 'id = "mkr-fresh"')
    gap = mackerel_text("gaps/white-label.toml")
    new_gap = gap.replace('id = "white-label"', 'id = "darker-mode"')
    changes = {
        "mkr.toml": CHANGED, "mkr-fresh.toml": fresh, "gaps/white-label.toml": None,
        "gaps/darker-mode.toml": new_gap,
    }  # fmt: skip
    edition = examine(mackerel_edition(tmp_path / "m.zip", NEWER, changes), answers)
    assert (ids(edition.answers.new), ids(edition.answers.changed)) == (["mkr-fresh"], ["mkr"])
    assert edition.answers.gone == ()
    assert (ids(edition.gaps.new), ids(edition.gaps.gone)) == (["darker-mode"], ["white-label"])
    assert edition.gaps.changed == ()
    assert NEWER in edition.headline
    assert load().version in edition.headline
    assert [len(names) for _, names in edition.changes()] == [1, 1, 1, 1]
    assert not place.exists()


def test_a_new_day_of_checking_is_no_change(answers, tmp_path):
    again = ENTRY.replace("checked = 2", "checked = 3", 1)
    edition = examine(mackerel_edition(tmp_path / "m.zip", NEWER, {"mkr.toml": again}), answers)
    assert not edition.answers
    assert not edition.gaps


def test_an_entry_with_another_id_is_not_gone(answers, place, tmp_path):
    own_catalogue(place / "inhouse")
    about = ABOUT_TEXT.replace("2026-11-24", NEWER) + '[renamed]\nvpn = "vpn-two"\n'
    folder = own_catalogue(tmp_path / "inhouse", about, entries=("vpn-two",))
    edition = examine(pack(folder, tmp_path / "i.zip"), answers)
    assert not edition.answers
    take(edition)
    answers.forget()
    assert answers.chosen(card("inhouse/vpn", NEWER)).id == "inhouse/vpn-two"


def test_the_newest_edition_is_used_and_the_program_s_own_again_once_it_is_newer(
    answers, monkeypatch, place, tmp_path
):
    own = load()
    take(examine(mackerel_edition(tmp_path / "m.zip", NEWER, {"mkr.toml": CHANGED}), answers))
    answers.forget()
    assert answers.version == NEWER
    assert answers.solution("mkr").ja.name.startswith("新mkr")
    assert answers.edition is not None
    later = replace(own, version="2099-02-01")
    monkeypatch.setattr("workshop_app.services.answers.load", lambda: later)
    answers.forget()
    assert answers.catalogue is later
    assert answers.edition is None
    assert [path.name for path in place.iterdir()] == [f"mackerel {NEWER}.zip"]


def test_taking_back_leads_to_the_edition_before(answers, tmp_path):
    for day in ("2099-01-01", NEWER):
        take(examine(mackerel_edition(tmp_path / "m.zip", day), answers))
        answers.forget()
    for expected in ("2099-01-01", load().version):
        take_back("mackerel")
        answers.forget()
        assert answers.version == expected
    with pytest.raises(InvalidInput, match="edition_none"):
        take_back("mackerel")
    take(examine(mackerel_edition(tmp_path / "m.zip", NEWER), answers))
    answers.forget()
    assert answers.version == NEWER


@pytest.mark.parametrize("day", ["2020-01-01", "own"])
def test_an_edition_that_is_no_newer_is_refused(answers, place, tmp_path, day):
    day = load().version if day == "own" else day
    with pytest.raises(InvalidInput, match="edition_not_newer"):
        examine(mackerel_edition(tmp_path / "m.zip", day), answers)
    assert not place.exists()


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"mkr.toml": "x = ["}, "edition_faults"),
        ({"mkr.toml": ENTRY.replace("schema = 1", "schema = 2")}, "edition_faults"),
        ({"extra.toml": ENTRY}, "edition_faults"),
        ({"catalogue.toml": SPRING}, "edition_no_day"),
        ({"catalogue.toml": SPRING.replace("spring", "9999-99-99")}, "edition_no_day"),
        ({"catalogue.toml": "no toml"}, "edition_faults"),
    ],
)  # fmt: skip
def test_an_edition_that_is_not_whole_is_refused(answers, place, tmp_path, changes, key):
    with pytest.raises(InvalidInput, match=key):
        examine(mackerel_edition(tmp_path / "m.zip", NEWER, changes), answers)
    assert not place.exists()


def test_an_edition_of_ones_own_catalogue_goes_over_its_folder(answers, place, tmp_path):
    folder = own_catalogue(place / "inhouse")
    path = packed(tmp_path / "i.zip", NEWER, entries=("vpn", "mail"))
    edition = examine(path, answers)
    assert (ids(edition.answers.new), edition.answers.gone) == (["inhouse/mail"], ())
    take(edition)
    answers.forget()
    assert "inhouse/mail" in answers.entries
    assert [other.folder for other in answers.others] == [folder]
    assert (folder / "vpn.toml").read_text(encoding="utf-8") == ENTRY_TEXT.replace("{name}", "vpn")
    take_back("inhouse")
    answers.forget()
    assert "inhouse/mail" not in answers.entries
    assert "inhouse/vpn" in answers.entries


def test_a_catalogue_without_a_folder_comes_as_a_file(answers, tmp_path):
    gaps = {"night": GAP_TEXT.replace("{name}", "night")}
    take(examine(packed(tmp_path / "i.zip", NEWER, key="窓口", gaps=gaps), answers))
    answers.forget()
    assert answers.search("工場の網から外へ出られない", "ja")[0].solution.id == "窓口/vpn"
    assert "窓口/night" in answers.gaps
    assert in_use("窓口", answers).version == NEWER
    take_back("窓口")
    answers.forget()
    assert in_use("窓口", answers) is None


def test_a_gap_may_name_an_entry_that_only_the_new_edition_has(answers, place, tmp_path):
    fresh = ENTRY.replace('id = "mkr"', 'id = "mkr-fresh"')
    take(examine(mackerel_edition(tmp_path / "m.zip", NEWER, {"mkr-fresh.toml": fresh}), answers))
    gap = GAP_TEXT.replace("{name}", "night").replace('["vpn"]', '["mkr-fresh"]')
    gap = gap.replace("\nvpn =", "\nmkr-fresh =")
    own_catalogue(place / "inhouse", gaps={"night": gap})
    answers.forget()
    assert answers.faults == ()
    assert answers.gaps["inhouse/night"].nearest == ("mkr-fresh",)


def test_a_file_that_was_damaged_later_is_passed_over_and_named(answers, place, tmp_path):
    path = take(examine(mackerel_edition(tmp_path / "m.zip", NEWER), answers))
    path.write_bytes(path.read_bytes()[:5000])
    (place / "notes.zip").write_bytes(b"x")
    answers.forget()
    assert answers.version == load().version
    assert [fault.file for fault in answers.faults] == [path.name]
    assert answers.search("ディスクの空きが減っている", "ja")


def test_what_was_chosen_stays_as_it_was_in_its_edition(answers, tmp_path):
    chosen = card("mkr", load().version)
    gone = card(GONE, load().version)
    unnamed = {"mkr.toml": CHANGED, f"{GONE}.toml": None}
    newer = mackerel_edition(tmp_path / "m.zip", NEWER, unnamed)
    before = {each: load().get(each) for each in ("mkr", GONE)}
    take(examine(newer, answers))
    answers.forget()
    assert answers.solution(GONE) is None
    assert answers.solution("mkr").ja.name.startswith("新mkr")
    assert answers.chosen(chosen) == before["mkr"]
    assert answers.chosen(gone) == before[GONE]
    assert answers.chosen(card("mkr", NEWER)) is answers.solution("mkr")
    assert answers.chosen(card("mkr", "2001-01-01")) is answers.solution("mkr")
    take_back("mackerel")
    answers.forget()
    assert answers.chosen(card("mkr", NEWER)).ja.name.startswith("新mkr")


def test_what_no_edition_in_use_has_is_still_known(answers, place, tmp_path):
    take(examine(packed(tmp_path / "i.zip", "2099-01-01", entries=("vpn", "mail")), answers))
    answers.forget()
    take(examine(packed(tmp_path / "i.zip", NEWER), answers))
    answers.forget()
    assert answers.solution("inhouse/mail") is None
    assert answers.chosen(card("inhouse/mail", "2099-01-01")).id == "inhouse/mail"
    assert answers.as_chosen("inhouse/mail").id == "inhouse/mail"
    assert answers.chosen(card("nowhere/at-all", "2099-01-01")) is None
    assert answers.chosen(card("", "")) is None


def test_a_folder_is_packed_whole_or_not_at_all(tmp_path, answers):
    folder = own_catalogue(tmp_path / "inhouse")
    made = pack(folder, tmp_path / "out.zip")
    assert examine(made, answers).catalogue.solutions.keys() == {"inhouse/vpn"}
    with pytest.raises(InvalidInput, match="packed_there"):
        pack(folder, made)
    (folder / "broken.toml").write_text("x = [", encoding="utf-8")
    with pytest.raises(InvalidInput, match="edition_faults"):
        pack(folder, tmp_path / "two.zip")
    assert not (tmp_path / "two.zip").exists()
    with pytest.raises(InvalidInput, match="no_folder"):
        pack(tmp_path / "nowhere", None)


def test_killed_in_the_middle_the_edition_before_is_used(answers, place, tmp_path):
    path = mackerel_edition(tmp_path / "m.zip", NEWER)
    script = textwrap.dedent("""
        import os, sys, zipfile
        from pathlib import Path
        from workshop_app.services.answers import Answers
        from workshop_app.services.catalogue_editions import examine, take
        written = zipfile.ZipFile.writestr
        def dying(self, info, data, *rest):
            if info.filename.endswith("/mkr.toml"):
                os._exit(9)
            return written(self, info, data, *rest)
        edition = examine(Path(sys.argv[1]), Answers())
        zipfile.ZipFile.writestr = dying
        take(edition)
    """)
    killed = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert killed.returncode == 9
    assert editions.edition_files(place) == ()
    assert list(place.iterdir()), "it was in the middle"
    assert answers.version == load().version
    take(examine(path, answers))
    answers.forget()
    assert answers.version == NEWER
