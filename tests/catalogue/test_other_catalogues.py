"""Catalogues other than Mackerel's: prefixed ids, one language, optional addresses, and faults."""

import pytest

from tests.helpers.own_catalogue import ABOUT_TEXT, ENTRY_TEXT, faults, own_catalogue
from workshop_app.catalogue.library import folders_in, load_others
from workshop_app.catalogue.loader import load, load_other


def test_its_ids_begin_with_the_folders_name_and_it_is_named(tmp_path):
    catalogue = load_other(own_catalogue(tmp_path / "inhouse"))
    assert catalogue.faults == ()
    solution = catalogue.get("inhouse/vpn")
    assert solution.catalogue == "社内の答え"
    assert solution.ja.help_url == ""


def test_a_catalogue_in_one_language_is_used_for_the_other_too(tmp_path):
    solution = load_other(own_catalogue(tmp_path / "inhouse")).get("inhouse/vpn")
    assert solution.text("en") == solution.text("ja")


def test_a_second_language_may_be_there_and_is_checked(tmp_path):
    english = ENTRY_TEXT[ENTRY_TEXT.index("[ja]") :].replace("[ja]", "[en]")
    whole = load_other(own_catalogue(tmp_path / "a", extra=english.replace("監視用VPN（", "VPN (")))
    assert whole.get("a/vpn").en.name.startswith("VPN")
    wrong = load_other(own_catalogue(tmp_path / "b", extra=english.replace("limits", "limit")))
    assert {key for _, _, key, _ in faults(wrong)} == {"en.limit", "en.limits"}


def test_both_languages_are_needed_where_the_catalogue_says_so(tmp_path):
    about = ABOUT_TEXT.replace('["ja"]', '["ja", "en"]')
    assert faults(load_other(own_catalogue(tmp_path / "a", about))) == [
        ("vpn.toml", 1, "en", "missing")
    ]


@pytest.mark.parametrize(
    ("address", "fine"),
    [("https://example.com/a", True), ("http://portal.example.com/", True), ("ftp://x", False)],
)
def test_an_address_may_be_on_a_private_network(tmp_path, address, fine):
    catalogue = load_other(own_catalogue(tmp_path / "a", extra=f'help_url = "{address}"\n'))
    assert (catalogue.get("a/vpn") is not None) == fine
    assert [problem for *_, problem in faults(catalogue)] == ([] if fine else ["not_http"])


def test_mackerels_own_catalogue_requires_everything(tmp_path):
    found = load(own_catalogue(tmp_path / "a"))
    assert found.solutions == {}
    assert {(key, problem) for _, _, key, problem in faults(found)} == {
        ("ja.answer_line", "missing"),
        ("ja.help_url", "missing"),
        ("languages", "languages"),
    }


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ('name = "社内の答え"\n', "", "name", "missing"),
        ('"社内の答え"', f'"{"あ" * 25}"', "name", "too_long"),
        ('"社内の答え"', "3", "name", "not_a_text"),
        ('["ja"]', '["fr"]', "languages", "languages"),
        ('["ja"]', "[]", "languages", "languages"),
        ('["ja"]', '"ja"', "languages", "languages"),
        ("schema = 1", "schema = 2", "schema", "newer"),
        ("schema = 1", 'schema = "x"', "schema", "schema"),
        ("schema = 1", "schema = 1\ncolour = 2", "colour", "unknown"),
    ],
)
def test_faults_of_the_catalogues_own_file_are_reported(tmp_path, old, new, key, problem):
    catalogue = load_other(own_catalogue(tmp_path / "a", ABOUT_TEXT.replace(old, new)))
    assert (key, problem) in {(key, problem) for _, _, key, problem in faults(catalogue)}


def test_a_folder_without_catalogue_toml_is_no_catalogue_but_its_entries_are_read(tmp_path):
    folder = own_catalogue(tmp_path / "a")
    (folder / "catalogue.toml").unlink()
    catalogue = load_other(folder)
    assert ("catalogue.toml", 1, "", "unreadable") in faults(catalogue)


def test_an_id_of_other_letters_is_refused(tmp_path):
    catalogue = load_other(own_catalogue(tmp_path / "a", entries=("Uber_Slow",)))
    assert faults(catalogue) == [("Uber_Slow.toml", 2, "id", "bad_id")]


def test_a_folder_named_like_toml_is_a_fault(tmp_path):
    folder = own_catalogue(tmp_path / "a")
    (folder / "b.toml").mkdir()
    catalogue = load_other(folder)
    assert faults(catalogue) == [("b.toml", 1, "", "unreadable")]
    assert list(catalogue.solutions) == ["a/vpn"]


def test_each_folder_is_read_once_and_names_must_differ(tmp_path):
    first = own_catalogue(tmp_path / "one" / "own")
    second = own_catalogue(tmp_path / "two" / "own")
    others = load_others([first, first, second, tmp_path / "gone"])
    assert [other.folder for other in others] == [first, second, tmp_path / "gone"]
    counts = [len(other.catalogue.solutions) for other in others]
    assert counts == [1, 0, 0]
    assert [problem for *_, problem in faults(others[1].catalogue)] == ["same_folder"]
    assert "unreadable" in {problem for *_, problem in faults(others[2].catalogue)}


def test_the_folders_of_a_place_are_found_by_name(tmp_path):
    for name in ("b", "a"):
        own_catalogue(tmp_path / name)
    (tmp_path / "file").write_text("")
    assert [folder.name for folder in folders_in(tmp_path)] == ["a", "b"]
    assert folders_in(tmp_path / "gone") == []
