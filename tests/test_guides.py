"""The documents for users: no repetition, and equally complete in both languages."""

import re
from itertools import product
from pathlib import Path

import pytest

from ui.actions.table import ACTIONS

ROOT = Path(__file__).resolve().parent.parent
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
PAPERS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
PAIRS = ["guide", "catalogue", "handbook"]
GUIDES = [*ROOT.glob("docs/guide.*.md"), *ROOT.glob("docs/handbook.*.md")]
TYPED_OR_HEARD = {
    *(
        "(Operations)",
        "(manager)",
        "（山本）",
        "青木（情報システム）、井上",
        "情シス課長 大野",
        "部長",
        "リーダー",
    ),
    *("隠れている", "拡張", "カード", "いまはない"),
}
"""What people type, say or see elsewhere, which the guides quote, too."""
PATHS_IN = [
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "docs/guide.ja.md",
    "docs/guide.en.md",
]
FOLDERS = [r"\.ci", "benchmarks", "docs", "exports", "packaging", "scripts", "tests", "ui"]
FOLDERS += ["workshop_app"]


def headings(file: Path) -> list[str]:
    text = re.sub(
        r"^```.*?^```", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    return HEADING.findall(text)


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.name)
def test_no_section_is_repeated(file):
    found = headings(file)
    within = [f"{number} {heading}" for number, heading in enumerate(found)]
    if file.name != "CHANGELOG.md":  # each version has its own "Added"
        assert len(found) == len(set(found)), within


@pytest.mark.parametrize("name", PAIRS)
def test_both_languages_have_the_same_sections(name):
    ja, en = (headings(ROOT / "docs" / f"{name}.{words}.md") for words in ("ja", "en"))
    assert [head.count("#") for head in ja] == [head.count("#") for head in en]


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.name)
def test_every_link_and_picture_leads_to_a_file(file):
    text = file.read_text(encoding="utf-8")
    found = re.findall(r"\]\(([^)#\s]+)|src=\"([^\"]+)", text)
    targets = [link or picture for link, picture in found]
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (file.parent / target).exists()] == []


def test_every_picture_is_shown():
    texts = "".join(file.read_text(encoding="utf-8") for file in PAPERS)
    pictures = [file.name for file in (ROOT / "docs" / "pictures").iterdir()]
    assert [name for name in pictures if f"pictures/{name}" not in texts] == []


@pytest.mark.parametrize("name", PATHS_IN)
def test_every_path_in_the_project_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    below = re.findall(rf"(?<![\w~./-])(?:{'|'.join(FOLDERS)})(?:/[\w.{{}},-]+)+", text)
    beside = re.findall(r"`([\w-]+\.txt)`", text)
    paths = [path.rstrip(".,") for path in below] + beside
    assert [path for path in paths for one in variants(path) if not (ROOT / one).exists()] == []


def variants(path: str) -> list[str]:
    """Return the paths that one with alternatives in braces stands for."""
    parts = re.split(r"\{([^}]*)\}", path)
    choices = [part.split(",") if number % 2 else [part] for number, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.name)
def test_every_key_with_control_or_alt_belongs_to_an_action(file):
    actions = [each for place in ACTIONS.values() for each in place]
    declared = {key for each in actions for one in each.arguments() for key in each.keys_for(one)}
    text = file.read_text(encoding="utf-8").replace("→", "Right").replace("↑", "Up")
    named = re.findall(r"`((?:Ctrl|Alt)\+[^`]+|F\d+)`", text)
    assert {*named} - declared == set()


@pytest.mark.parametrize("name", ["guide", "handbook"])
def test_what_the_guides_quote_is_said_by_the_program(name, language):
    text = (ROOT / "docs" / f"{name}.{language}.md").read_text(encoding="utf-8")
    quoted = re.findall(r"「([^」\n]+)」|[\"“]([^\"”\n]+)[\"”]", text)
    words = {(ja or en).rstrip(".,") for ja, en in quoted}
    folder = ROOT / "workshop_app" / "locale" / language
    said = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.toml"))
    strange = {each for each in words if each not in said and not re.search(r"\d", each)}
    assert strange - TYPED_OR_HEARD == set()
