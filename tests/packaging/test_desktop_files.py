"""What desktops and shells read of the app: menu entry, icons, file type, man pages, completion."""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from workshop_app.cli.program import program

ROOT = Path(__file__).resolve().parents[2]
SHARE = ROOT / "packaging" / "share"
ENTRY = SHARE / "applications" / "workshop-app.desktop"
METAINFO = SHARE / "metainfo" / "workshop-app.metainfo.xml"
KNOWN = "cid-desktopapp-is-not-rdns=info,url-homepage-missing=info"
"""The app has no domain and no home page."""
VALIDATORS = {
    "desktop-file-validate": [ENTRY],
    "appstreamcli": ["validate", "--no-net", f"--override={KNOWN}", METAINFO],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folders with what is made of the program itself."""
    folder = tmp_path_factory.mktemp("made")
    script = ROOT / "scripts" / "desktop_files.py"
    command = [sys.executable, str(script), str(folder / "share"), str(folder / "icons")]
    subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
    return folder


@pytest.mark.parametrize("validator", VALIDATORS)
def test_the_desktops_own_programs_find_no_fault(validator):
    if shutil.which(validator) is None:
        pytest.skip(f"{validator} is not installed.")
    command = [validator, *map(str, VALIDATORS[validator])]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_entry_opens_the_type_of_file_that_is_declared():
    entry = ConfigParser(interpolation=None)
    entry.read(ENTRY, encoding="utf-8")
    (declared,) = ET.parse(SHARE / "mime" / "packages" / "workshop-app.xml").getroot()
    provided = ET.parse(METAINFO).getroot().findtext("provides/mediatype")
    assert entry["Desktop Entry"]["MimeType"] == f"{declared.get('type')};"
    assert provided == declared.get("type")
    assert entry["Desktop Entry"]["Exec"].endswith(" %f")


def test_every_icon_has_the_size_of_its_folder(made):
    pictures = list((made / "share" / "icons" / "hicolor").rglob("workshop-app.png"))
    assert len(pictures) == 9
    for picture in pictures:
        size = QImage(str(picture)).size()
        assert f"{size.width()}x{size.height()}" == picture.parents[1].name
    assert not QImage(str(made / "icons" / "workshop-app.ico")).isNull()


@pytest.mark.parametrize("place", ["man", "man/ja"])
def test_each_man_page_has_every_command(made, place):
    page = (made / "share" / place / "man1" / "workshop-app.1").read_text(encoding="utf-8")
    top = program()
    assert all(f"\n.SS {name}\n" in page for name in top.list_commands(top.make_context("", [])))
    assert "cli." not in page


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_commands_and_options(made, tmp_path):
    script = made / "share" / "bash-completion" / "completions" / "workshop-app"
    app = tmp_path / "workshop-app"
    app.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m workshop_app "$@"\n', encoding="utf-8")
    app.chmod(0o755)
    words = "workshop-app export --rea"
    asked = f"""
        PATH="{tmp_path}:$PATH"; . "{script}"
        COMP_WORDS=({words}); COMP_CWORD=2
        $(complete -p workshop-app | sed 's/.*-F \\([^ ]*\\).*/\\1/') workshop-app
        echo "${{COMPREPLY[@]}}"
    """
    said = subprocess.run(
        ["bash", "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["--readers"]
