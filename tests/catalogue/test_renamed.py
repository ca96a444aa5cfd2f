"""Ids of earlier editions resolve to current entries."""

import pytest

from tests.helpers.own_catalogue import ABOUT_TEXT, own_catalogue
from workshop_app.catalogue.library import Entries
from workshop_app.catalogue.loader import load_other
from workshop_app.i18n import LANGUAGES, Texts


def with_renamed(folder, lines, entries=("vpn", "mail")):
    return load_other(own_catalogue(folder / "own", f"{ABOUT_TEXT}[renamed]\n{lines}", entries))


def test_an_old_id_gives_the_new_entry(tmp_path):
    catalogue = with_renamed(tmp_path, 'tunnel = "vpn"\n"old.mail" = "mail"\n')
    assert catalogue.faults == ()
    assert catalogue.get("own/tunnel") is catalogue.solutions["own/vpn"]
    assert catalogue.get("own/old.mail").id == "own/mail"
    assert catalogue.get("own/vpn").id == "own/vpn"
    assert catalogue.get("own/else") is None


def test_a_chain_of_renamed_ids_leads_to_the_last_one(tmp_path):
    catalogue = with_renamed(tmp_path, 'a = "b"\nb = "c"\nc = "vpn"\n')
    assert {old: catalogue.get(f"own/{old}").id for old in "abc"} == dict.fromkeys("abc", "own/vpn")


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        (
            'a = "b"\nb = "a"\n',
            [(6, "renamed.a", "renamed_circle"), (7, "renamed.b", "renamed_circle")],
        ),
        ('a = "a"\n', [(6, "renamed.a", "renamed_circle")]),
        ('a = "gone"\n', [(6, "renamed.a", "renamed_gone")]),
        ('vpn = "mail"\n', [(6, "renamed.vpn", "renamed_stays")]),
        ("a = 1\n", [(6, "renamed.a", "not_a_text")]),
    ],
)  # fmt: skip
def test_a_rename_that_leads_nowhere_is_reported_with_its_line(tmp_path, lines, faults):
    catalogue = with_renamed(tmp_path, f'{lines}good = "vpn"\n')
    assert [(f.line, f.key, f.problem) for f in catalogue.faults] == faults
    assert len(catalogue.solutions) == 2
    assert catalogue.get("own/good").id == "own/vpn"
    for fault in catalogue.faults:
        for language in LANGUAGES:
            assert Texts(language)(f"faults.entry.{fault.problem}", **fault.values)


def test_entries_of_several_catalogues_are_found_by_old_ids_and_listed_by_current_ones(tmp_path):
    catalogue = with_renamed(tmp_path, 'tunnel = "vpn"\n')
    entries = Entries([catalogue])
    assert set(entries) == {"own/vpn", "own/mail"}
    assert "own/tunnel" in entries
    assert entries.get("own/tunnel") == entries["own/vpn"]
    assert entries.get("own/none") is None
    assert entries.canonical_id("own/tunnel") == "own/vpn"
    assert entries.canonical_id("unknown") == "unknown"
