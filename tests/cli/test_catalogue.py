"""``catalogue check`` and ``catalogue new``."""

import json

import pytest

from tests.helpers.own_catalogue import own_catalogue
from workshop_app.i18n import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_catalogue_is_whole_and_is_never_written_over(terminal, tmp_path, language):
    folder = tmp_path / "mine"
    made = terminal("catalogue", "new", folder, "--lang", language)
    assert made.code == 0
    assert made.err == ""
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["catalogue.toml", "vpn-for-agents.toml"]
    assert all(str(folder / name) in made.out for name in files)
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert (checked.code, checked.err) == (0, "")
    again = terminal("catalogue", "new", folder, "--lang", language)
    assert again.code == 2
    assert str(folder) in again.err
    assert again.out == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fault_stands_on_a_line_with_its_place(terminal, tmp_path, language):
    folder = own_catalogue(tmp_path / "mine", entries=("vpn", "mail"), extra="colour = 1\n")
    checked = terminal("catalogue", "check", folder, "--lang", language)
    assert checked.code == 2
    *lines, summary = checked.out.splitlines()
    places = [f"{folder / name}.toml:20: ja.colour: " for name in ("mail", "vpn")]
    assert [line[: len(place)] for line, place in zip(lines, places, strict=True)] == places
    assert "2" in summary


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


def test_suggest_check_and_export_know_catalogues_of_ones_own(terminal, monkeypatch, tmp_path):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    folder = own_catalogue(tmp_path / "data" / "workshop-app" / "catalogues" / "inhouse")
    found = json.loads(terminal("suggest", "工場の網から外へ出られない").out)
    assert found["answers"][0]["id"] == "inhouse/vpn"
    (folder / "broken.toml").write_text("x = [", encoding="utf-8")
    found = terminal("suggest", "工場の網から外へ出られない")
    assert json.loads(found.out)["answers"][0]["id"] == "inhouse/vpn"
    assert found.err.count("\n") == 1
