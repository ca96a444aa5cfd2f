"""The import contracts in pyproject.toml, and proof that they catch a breach."""

import ast
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.facts.then_now import AskedLine
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.workshop import AgendaItem, Participant

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("workshop_app", "ui", "exports", "icons")
LINT = (
    "import sys; from importlinter.cli import lint_imports as lint; sys.exit(lint(no_cache=True))"
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_import_contracts_are_kept():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


BREACHES = (
    ("workshop_app.domain", "import PySide6", "Only ui imports Qt"),
    ("workshop_app.domain", "import time", "The domain is pure"),
    ("workshop_app.domain", "from workshop_app import store", "Each layer"),
    ("workshop_app.services", "def f():\n    import ui", "Each layer"),
    ("workshop_app.services", "import sqlite3", "Only store opens SQLite"),
    ("workshop_app.search", "import sqlite3", "Only store opens SQLite"),
    ("workshop_app.search", "import sqlite_utils", "Only store imports sqlite-utils"),
    ("workshop_app.store", "from workshop_app import search", "Each layer"),
    ("ui", "import reportlab", "Only exports imports ReportLab"),
    ("ui.widgets", "import ui.components.page", "In ui, each layer"),
    ("ui.pages", "import workshop_app.store.store", "Pages, components, rows and widgets"),
    ("ui.rows", "import ui.actions.binding", "In ui, each layer"),
    ("ui.rows", "import workshop_app.domain.problem", "A row of a list"),
    ("ui.rows", "import workshop_app.services.queries", "A row of a list"),
    ("ui.audience", "import workshop_app.domain.state", "The audience display"),
    ("ui.audience", "import ui.actions.table", "The audience display"),
    ("ui.audience", "import ui.components.people", "The audience display"),
    ("exports", "from workshop_app import store", "Exports use the snapshot"),
    ("exports", "import workshop_app.domain.verdict_rules", "Exports neither decide"),
    ("workshop_app", "", "Every module of workshop_app belongs"),
)
"""A package, the content of a new module in it, and the beginning of the broken contract."""


@pytest.fixture(scope="module")
def broken_contracts(tmp_path_factory):
    """What is reported of a copy of the source with all breaches, by contract."""
    folder = tmp_path_factory.mktemp("source")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in PACKAGES:
        only_code = shutil.ignore_patterns("__pycache__", "*.ttf", "*.svg", "*.toml")
        shutil.copytree(ROOT / package, folder / package, ignore=only_code)
    for number, (package, content, _) in enumerate(BREACHES):
        breach = folder.joinpath(*package.split("."), f"breach_{number}.py")
        breach.write_text(content + "\n", encoding="utf-8")
    result = lint(folder)
    assert result.returncode == 1, result.stdout + result.stderr
    _, heading, report = result.stdout.partition("Broken contracts\n")
    assert heading, result.stdout
    parts = re.split(r"^(.+)\n-+\n", report, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("number", range(len(BREACHES)))
def test_a_breach_is_caught(broken_contracts, number):
    package, _, contract = BREACHES[number]
    found = [told for name, told in broken_contracts.items() if name.startswith(contract)]
    assert any(re.search(rf"\b{package}\.breach_{number}\b", told) for told in found)


def test_no_modules_import_each_other_in_a_circle():
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imported = {one: graph.find_modules_directly_imported_by(one) for one in graph.modules}
    TopologicalSorter(imported).prepare()  # raises if there is one, and names it


def test_the_window_reads_the_store_only_through_queries():
    """Only tools that end a window close its store themselves."""
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for folder in ("components", "pages", "rows", "widgets", "window")
        for file in sorted((ROOT / "ui" / folder).rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if "session.store" in line
    ]
    assert found == [], "add a function to workshop_app/services/queries.py"


def libraries_after(code: str) -> set[str]:
    """Top-level modules that a new Python has imported after running `code`."""
    report = "import sys; print('\\n' + ' '.join({name.split('.')[0] for name in sys.modules}))"
    command = [sys.executable, "-c", f"{code}\n{report}"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines()[-1].split())


FACTS = ROOT / "workshop_app" / "domain" / "facts"
JUDGED = {"is_open", "outcomes_of", "SHAPE", "WITH_SOLUTION", "state"}.union(
    *(
        re.findall(r"(?m)^def (\w+)", file.read_text(encoding="utf-8"))
        for file in FACTS.glob("*.py")
    )
)
"""Names of what follows from records; how many records it holds for is a fact, too."""
GENERAL = {"id", "workshop_id", "position", "number", "title", "text", "kind", "name"}
"""Names of fields that values of any layer may have."""
RECORDED = {"alone", "answer", "attended", "came", "here"}.union(
    *(
        {field.name for field in fields(record)} - GENERAL
        for record in (
            Action, AgendaItem, Appraisal, AskedLine, CanDoCheck, Participant, PlayedCard, Problem,
            Request,
        )
    )
)  # fmt: skip
"""Names of what a record says."""


def counts_in(source: str) -> list[str]:
    """Return where records are counted by what they say or what was judged of them."""
    return [
        ast.unparse(call)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("sum", "len", "Counter")
        for one in call.args
        if isinstance(one, ast.GeneratorExp | ast.ListComp | ast.Call)
        and (not isinstance(one, ast.Call) or ast.unparse(one.func) in ("map", "filter"))
        and (
            JUDGED.intersection(re.findall(r"\w+", ast.unparse(one)))
            or RECORDED.intersection(re.findall(r"\.(\w+)", ast.unparse(one)))
        )
    ]


@pytest.mark.parametrize(
    "part",
    ["exports", "workshop_app/cli", "ui", "ui/window", "ui/pages", "ui/components", "ui/audience"],
)
def test_what_states_facts_does_not_count_them(part):
    """Widgets and rows know no workshop."""
    find = ROOT.joinpath(part).glob if part == "ui" else ROOT.joinpath(part).rglob
    files = {file.stem: file.read_text(encoding="utf-8") for file in find("*.py")}
    assert files
    found = {name: counts_in(source) for name, source in files.items()}
    assert {name: counts for name, counts in found.items() if counts} == {}


@pytest.mark.parametrize(
    "count",
    [
        "sum(promise_of(state, each) in SENT for each in found)",
        "len([each for each in actions if each.is_open])",
        "sum(problem.speaker_id is None for problem in listed)",
        "len(state.listed) - sum(map(state.is_open, state.listed))",
        "Counter(request_state(state, each) for each in ordered)",
    ],
)
def test_a_count_of_records_is_found(count):
    assert counts_in(count)


def test_the_window_starts_without_what_only_papers_need():
    loaded = libraries_after("import ui.app")
    assert "PySide6" in loaded
    others = {"reportlab", "pypdfium2", "segno", "PIL", "numpy", "sqlite_utils", "dateutil"}
    assert loaded & others == set()


def test_the_command_line_works_without_the_window(tmp_path):
    store = tmp_path / "workshops.db"
    command = f"from workshop_app.cli import run; run(['--store', {str(store)!r}, 'list'], None)"
    loaded = libraries_after(command)
    assert "sqlite3" in loaded
    assert "PySide6" not in loaded
