"""A wheel built from the tree, installed in an empty environment, contains all the app needs."""

import json
import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path

import pytest

from workshop_app.catalogue import loader

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow

FACTS = Path(__file__).with_name("installed_facts.py")


def clean_environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return clean | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def started(*command: str | Path, cwd: Path) -> subprocess.Popen[str]:
    """A program that runs outside the tree, without a screen and without input."""
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def call(*command: str | Path, cwd: Path) -> str:
    """Run a program to its end and return its output; fail with its complete output."""
    with started(*command, cwd=cwd) as program:
        said, _ = program.communicate()
    if program.returncode:
        pytest.fail(f"{Path(command[0]).name} failed:\n{said}", pytrace=False)
    return said


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def installed(tmp_path_factory, elsewhere):
    """Folder of the programs of an environment with the wheel and its locked libraries."""
    folder = tmp_path_factory.mktemp("installed")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("workshop_app-*.whl")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / SCRIPTS
    pip = [programs / "python", "-m", "pip", "install", "-q", "--no-compile"]
    call(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", cwd=elsewhere)
    call(*pip, "--no-deps", wheel, cwd=elsewhere)
    return programs


@pytest.fixture(scope="module")
def facts(installed, elsewhere):
    return json.loads(call(installed / "python", "-I", FACTS, cwd=elsewhere))


def test_the_packages_come_from_the_wheel(facts, installed):
    home = installed.parent.resolve()
    assert all(Path(place).resolve().is_relative_to(home) for place in facts["places"])


def in_tree(folder: str, ending: str) -> dict[str, bool]:
    return {file.name: True for file in (ROOT / folder).glob(f"*{ending}")}


def test_every_icon_is_inside_and_can_be_drawn(facts):
    assert facts["platform"] == "offscreen"
    assert facts["icons"] == in_tree("icons", ".svg") != {}


def test_the_fonts_are_inside_with_their_licence(facts):
    assert facts["fonts"] == {
        "WorkshopGothicMono-Regular.ttf": ["Workshop Gothic Mono"],
        "WorkshopGothic-Bold.ttf": ["Workshop Gothic"],
        "WorkshopGothic-Regular.ttf": ["Workshop Gothic"],
    }
    assert facts["font licence"] == ["OFL.txt"]


def test_both_languages_are_inside(facts, language):
    assert facts["locales"][language] == in_tree(f"workshop_app/locale/{language}", ".toml") != {}


def test_the_documents_are_inside_with_all_that_they_lead_to(facts):
    inside = {ROOT / "docs" / name for name in facts["documents"] if name.endswith(".md")}
    assert inside >= {*ROOT.glob("docs/guide.*.md"), *ROOT.glob("docs/handbook.*.md")}
    texts = "".join(file.read_text(encoding="utf-8") for file in inside)
    links = re.findall(r"\]\(([^)#\s]+)", texts)
    names = {Path(link).name for link in links if "://" not in link}
    assert names <= {*facts["documents"]}


def test_the_catalogue_is_inside_and_without_faults(facts):
    entries = in_tree("workshop_app/catalogue/data/mackerel", ".toml")
    assert facts["solutions"] == sorted(name[:-5] for name in entries if name != loader.ABOUT) != []
    assert facts["faults"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no signal asks a window to close there")
def test_the_window_opens_and_stays_until_it_is_closed(installed, elsewhere):
    store = elsewhere / "window.db"
    with started(installed / "workshop-app", "--store", store, cwd=elsewhere) as program:
        try:
            while not store.exists() and program.poll() is None:
                time.sleep(0.1)
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(timeout=4)
            program.terminate()
            said, _ = program.communicate(timeout=120)
        finally:
            program.kill()
    assert (said, program.returncode) == ("", 0)


def test_the_command_line_answers(installed, elsewhere):
    assert "demo" in call(installed / "workshop-app", "--lang", "en", "--help", cwd=elsewhere)


def test_the_sample_is_carried_through_to_its_papers(installed, elsewhere):
    call(installed / "workshop-app", "demo", "--out", elsewhere / "papers", cwd=elsewhere)
    papers = list((elsewhere / "papers").rglob("*.pdf"))
    assert papers
    assert all(paper.read_bytes().startswith(b"%PDF-") for paper in papers)
