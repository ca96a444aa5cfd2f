"""The command ``catalogue``: check, new, pack, add, and take-back."""

import json
import re
from datetime import date

import pytest

from tests.helpers.own_catalogue import (
    ABOUT_TEXT,
    GAP_TEXT,
    mackerel_edition,
    mackerel_text,
    own_catalogue,
    zipped,
)
from workshop_app.i18n import Texts


def test_a_new_catalogue_is_complete_and_never_overwrites_files(terminal, tmp_path, language):
    folder = tmp_path / "mine"
    made = terminal("catalogue", "new", folder, "--lang", language)
    assert made.code == 0
    assert made.err == ""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.toml")}
    assert files == {"catalogue.toml", "vpn-for-agents.toml", "gaps/night-connections.toml"}
    assert all(str(folder / name) in made.out for name in files)
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert (checked.code, checked.err) == (0, "")
    again = terminal("catalogue", "new", folder, "--lang", language)
    assert again.code == 2
    assert str(folder) in again.err
    assert again.out == ""


def test_each_fault_is_a_line_with_its_place(terminal, tmp_path, language):
    folder = own_catalogue(tmp_path / "mine", entries=("vpn", "mail"), extra="colour = 1\n")
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert checked.code == 2
    *lines, summary = checked.out.splitlines()
    places = [f"{folder / name}.toml:20: ja.colour: " for name in ("mail", "vpn")]
    assert [line[: len(place)] for line, place in zip(lines, places, strict=True)] == places
    assert "2" in summary


def test_gaps_are_checked_and_counted_too(terminal, tmp_path, language):
    whole = GAP_TEXT.replace("{name}", "night")
    gaps = {"night": whole, "day": whole.replace('"night"', '"day"').replace('["vpn"]', '["van"]')}
    folder = own_catalogue(tmp_path / "mine", gaps=gaps)
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert checked.code == 2
    assert f"{folder / 'gaps' / 'day.toml'}:5: nearest[1]: " in checked.out
    (folder / "gaps" / "day.toml").unlink()
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert checked.code == 0
    assert Texts(language)("cli.catalogue.gaps", n=1) in checked.out


def test_an_entry_checked_more_than_a_year_ago_is_named_without_a_fault(
    terminal, tmp_path, language
):
    gap = GAP_TEXT.replace("{name}", "night").replace("2026-11-24", "2024-02-29")
    folder = own_catalogue(tmp_path / "mine", gaps={"night": gap})
    entry = folder / "vpn.toml"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("2026-11-24", date.today().isoformat()), encoding="utf-8")
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert checked.code == 0
    old = Texts(language)("cli.catalogue.old", path=folder / "gaps/night.toml", day="2024-02-29")
    assert checked.out.splitlines()[0] == old
    assert str(entry) not in checked.out
    entry.write_text(text.replace("2026-11-24", "2020-01-01"), encoding="utf-8")
    assert str(entry) in terminal("catalogue", "check", folder).out


def test_a_folder_that_is_not_there_is_refused(terminal, tmp_path):
    refused = terminal("catalogue", "check", tmp_path / "gone")
    assert refused.code == 2
    assert "gone" in refused.err
    assert refused.out == ""


@pytest.mark.parametrize(
    "arguments", [(), ("check",), ("bake", "x"), ("check", "x", "y"), ("new", "/dev/null/x")]
)
def test_wrong_arguments_are_refused_in_one_line(terminal, arguments):
    refused = terminal("catalogue", *arguments)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "Traceback" not in refused.err


def test_suggest_check_and_export_use_user_defined_catalogues(terminal, own_folders):
    folder = own_catalogue(own_folders / "workshop-app" / "catalogues" / "inhouse")
    found = json.loads(terminal("suggest", "工場の網から外へ出られない").out)
    assert found["answers"][0]["id"] == "inhouse/vpn"
    (folder / "broken.toml").write_text("x = [", encoding="utf-8")
    found = terminal("suggest", "工場の網から外へ出られない")
    assert json.loads(found.out)["answers"][0]["id"] == "inhouse/vpn"
    assert found.err.count("\n") == 1


@pytest.fixture
def own_data(own_folders):
    return own_folders / "workshop-app" / "catalogues"


def test_an_edition_can_be_packed_added_and_taken_back(terminal, own_data, tmp_path, language):
    words = Texts(language)
    folder = own_catalogue(tmp_path / "inhouse", entries=("vpn", "mail"))
    file = tmp_path / "out.zip"
    made = terminal("catalogue", "pack", folder, "--to", file, "--lang", language)
    assert (made.code, made.err) == (0, "")
    assert str(file) in made.out
    shown = terminal("catalogue", "add", file, "--lang", language)
    assert shown.code == 2
    assert words("cli.catalogue.not_asked") in shown.err
    assert words("catalogues.edition.new.answers", n=2) in shown.out
    assert not own_data.exists()
    taken = terminal("catalogue", "add", file, "--yes", "--lang", language)
    assert (taken.code, taken.err) == (0, "")
    answers = json.loads(terminal("suggest", "工場の網から外へ出られない").out)["answers"]
    assert answers[0]["id"].startswith("inhouse/")
    again = terminal("catalogue", "add", file, "--yes", "--lang", language)
    assert again.code == 2
    assert again.err.count("\n") == 1
    back = terminal("catalogue", "take-back", "inhouse", "--lang", language)
    assert back.code == 0
    assert "2026-11-24" in back.out
    refused = terminal("catalogue", "take-back", "inhouse", "--lang", language)
    assert refused.code == 2
    assert "inhouse" in refused.err


def test_an_edition_of_mackerel_s_catalogue_is_used_by_every_command(terminal, own_data, tmp_path):
    renewed = mackerel_text("mkr.toml").replace('name = "mkr', 'name = "MKR', 2)
    file = mackerel_edition(tmp_path / "m.zip", "2099-01-31", {"mkr.toml": renewed})
    taken = terminal("catalogue", "add", file, "--yes", "--lang", "en")
    assert "2099-01-31" in taken.out
    assert "1 answer changes" in taken.out
    assert (own_data / "mackerel 2099-01-31.zip").exists()
    back = terminal("catalogue", "take-back", "mackerel", "--lang", "en")
    assert "2099-01-31" in back.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "x", "--yes"), ("add", "x", "--to", "y"), ("add", "nowhere.zip"),
        ("pack", "nowhere"), ("take-back", "nowhere"),
    ],
)  # fmt: skip
def test_an_unusable_file_is_refused_in_one_line(terminal, own_data, arguments):
    refused = terminal("catalogue", *arguments)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "Traceback" not in refused.err
    assert not own_data.exists()


@pytest.mark.every_value
@pytest.mark.parametrize("name", ["Mackerel", "\u041cackerel", "mackerel"])
def test_another_catalogue_does_not_take_the_name_of_the_built_in_one(
    terminal, own_data, tmp_path, name, language
):
    about = re.sub(r'name = ".*"', f'name = "{name}"', ABOUT_TEXT)
    folder = own_catalogue(tmp_path / "inhouse", about)
    packed = zipped(
        tmp_path / "i.zip",
        {f"inhouse/{each.name}": each.read_text(encoding="utf-8") for each in folder.iterdir()},
    )
    for command, file in (("pack", folder), ("add", packed)):
        told = terminal("catalogue", command, file, "--lang", language).refusal
        assert told == Texts(language)("errors.edition_name", file=file.name, name=name)
