"""Rules for the code of papers: one path from text to page, and lazy import of PDF libraries."""

import ast
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "exports").rglob("*.py"))


def calls(file):
    """Names of all functions called in a file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func
            yield name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        ("Paragraph", set()),
        ("Preformatted", set()),
        ("XPreformatted", set()),
        ("TextBlock", {"exports/pdf/parts.py"}),
        ("Heading", {"exports/pdf/parts.py"}),
        ("drawString", set()),
        ("string", {"exports/pdf/pen.py"}),
        ("drawImage", {"exports/pdf/pen.py"}),
        ("linkURL", set()),
        ("add_link", {"exports/pdf/pen.py"}),
        ("textOut", set()),
    ],
)
def test_text_becomes_a_block_and_a_block_a_page_in_one_function(call, allowed):
    found = {file.relative_to(ROOT).as_posix() for file in SOURCES if call in calls(file)}
    assert found == allowed


@pytest.mark.parametrize("module", ["exports.registry", "exports.process", "exports.progress"])
def test_the_pdf_library_is_not_loaded_before_an_export(module):
    code = f"import sys, {module}; print('reportlab' in sys.modules, 'segno' in sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_reportlab_is_newer_than_its_known_vulnerabilities():
    """CVE-2019-19450 and CVE-2020-28463 (3.5), CVE-2023-33733 (up to 3.6.12)."""
    assert tuple(map(int, version("reportlab").split(".")[:3])) > (3, 6, 12)
    assert '"reportlab>=4"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
