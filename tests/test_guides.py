"""The documents for users: no repetition, and equally complete in both languages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
PAPERS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
PAIRS = ["guide", "catalogue"]


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
