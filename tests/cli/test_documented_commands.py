"""Every command in the documents for users and contributors is executed, or at least parsed.

Commands that open the window end where it would be opened. Those of development take minutes, and
their options are only parsed.
"""

import argparse
import importlib
import json
import re
import shlex
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.helpers.own_catalogue import own_catalogue, packed
from workshop_app import paths
from workshop_app.cli.passwords import VARIABLE
from workshop_app.cli.program import program
from workshop_app.services import draft_file
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.session import Session
from workshop_app.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
FOR_USERS = [README, *(ROOT / "docs").glob("guide.*.md"), *(ROOT / "docs").glob("catalogue.*.md"),
             ROOT / "docs" / "formats.md"]  # fmt: skip
DOCUMENTS = [*FOR_USERS, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "faults.md"]
SAME = {"FILE...": "FILE", "ファイル": "FILE", "build/papers": "DIR", "build/try.db": "FILE",
        "inhouse": "FOLDER", "inhouse.zip": "FILE", "社内の答え": "FOLDER",
        "社内の答え.zip": "FILE", "NAME,…": "summary", "…": "TEXT"}  # fmt: skip
"""Words in examples, and the placeholder or value that stands for them here."""
MODULES = {"screens": "ui.screens", "faults": "tests.faults.table"}
"""What the commands of development execute whose options are documented."""
ASKS = ("restore", "catalogue add")
LONG = ("demo --out", "demo --second-visit --out")
"""Executed in `test_papers.py`; here they are only parsed, by asking for their help."""


def _examples(file: Path) -> list[str]:
    """Return the lines in fences, without their comments, and what else is marked as code."""
    text = file.read_text(encoding="utf-8")
    fenced = "\n".join(re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    inline = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition(" # ")[0].strip() for line in fenced.splitlines()]
    return [*lines, *re.findall(r"`([^`\n]+)`", inline)]


def _commands_in_rows(text: str) -> list[str]:
    """Return the commands that a row about the program names without its name."""
    rows = [line for line in text.splitlines() if line.startswith("| `workshop-app")]
    return [
        f"workshop-app {code}"
        for code in re.findall(r"`([^`]+)`", "\n".join(rows))
        if code.split()[0] in program().list_commands(None)  # type: ignore[arg-type]
    ]


def _of_the_program() -> list[str]:
    found = [code for file in DOCUMENTS for code in _examples(file)]
    found += _commands_in_rows(README.read_text(encoding="utf-8"))
    called = [re.fullmatch(r"(?:\.venv/bin/)?workshop-app( .+)?", code) for code in found]
    words = [shlex.split(call.group(1) or "") for call in called if call]
    found = [shlex.join(SAME.get(word, word) for word in each) for each in words]
    return sorted({*found} - {"import"})  # mentioned by its name alone, but needs a file


def _of_development() -> list[tuple[str, str]]:
    """Return the names after ``make`` and ``dev.py``, each with its arguments."""
    found = [code for file in DOCUMENTS for code in _examples(file)]
    call = re.compile(r"(?:\w+=\w+ )?(?:make|python3? scripts[\\/]dev\.py) (\w+)(?: ARGS=(.+))?")
    matches = [call.fullmatch(code) for code in found]
    return sorted({(m[1], (m[2] or "").strip('"')) for m in matches if m and m[1] != "NAME"})


def _modules() -> list[str]:
    found = [code for file in DOCUMENTS for code in _examples(file)]
    starts = ".venv/bin/python -m "
    return sorted({code.removeprefix(starts) for code in found if code.startswith(starts)})


@pytest.fixture
def stand_in(terminal, sample_store, sample_id, tmp_path, monkeypatch):
    """Create what the placeholders of a command stand for, and return it by placeholder."""
    monkeypatch.setenv(VARIABLE, "a long password 2026")
    monkeypatch.chdir(tmp_path)
    in_store = ("--store", sample_store)

    def exported(name: str, *options: str) -> Path:
        out = tmp_path / "exported"
        only = ("--only", name, "--out", out, *options)
        assert terminal("export", sample_id, *in_store, *only).code == 0
        return next(file for file in out.rglob("*") if file.is_file())

    def file_for(command: str) -> Path:
        if command.startswith("decrypt"):
            file = exported("workshop", "--password")
            return file.rename(tmp_path / file.name)  # the decrypted one is written beside it
        if command.startswith("import") and "--into" in command:
            (tmp_path / "list.txt").write_text("画面が遅い\n", encoding="utf-8")
            return tmp_path / "list.txt"
        if command.startswith("restore"):
            copy = tmp_path / "copy.db"
            assert terminal("backup", "--to", copy, *in_store).code == 0
            return copy
        if command.startswith("catalogue add"):
            return packed(tmp_path / "mine.zip", "2026-12-01")
        if command.startswith(("backup", "catalogue pack")):
            return tmp_path / "new.zip"
        return exported("workshop")

    def values(command: str) -> dict[str, str | Path]:
        folder = tmp_path / "inhouse"
        if command.startswith("catalogue take-back"):
            assert terminal("catalogue", "add", packed(tmp_path / "a.zip", "2026-12-01"),
                            "--yes").code == 0  # fmt: skip
            return {"FOLDER": "inhouse", "NAME": "inhouse"}
        if command.startswith(("catalogue check", "catalogue pack")):
            own_catalogue(folder)
        found: dict[str, str | Path] = {"FOLDER": folder, "ID": sample_id, "TEXT": "ping"}
        return found | {"DIR": tmp_path / "out", "FILE": file_for(command)}

    return values


@pytest.mark.parametrize("command", _of_the_program())
def test_a_command_of_the_program_does_what_it_is_named_for(
    terminal, stand_in, sample_store, command
):
    values = stand_in(command)
    words = [values.get(word, word) for word in shlex.split(command)]
    own_store = "--store" in words or command.startswith(("FILE", "demo"))
    needed: tuple[object, ...] = () if own_store else ("--store", sample_store)
    if command.startswith(ASKS):
        needed = (*needed, "--yes")
    if command.startswith(LONG):
        needed = (*needed, "-h")
    answer = terminal(*words, *needed)
    assert answer.code == 0, answer
    assert answer.out or terminal.windows


def test_readme_names_every_command_of_the_program():
    named = {shlex.split(command)[0] for command in _of_the_program() if command}
    assert {*program().list_commands(None)} <= named  # type: ignore[arg-type]


@pytest.mark.parametrize("file", FOR_USERS, ids=lambda file: file.name)
def test_every_option_for_users_exists(terminal, file):
    names = program().list_commands(None)  # type: ignore[arg-type]
    helps = [terminal("-h").out, *(terminal(name, "-h").out for name in names)]
    helps += [terminal("catalogue", name, "-h").out for name in ("pack", "add")]
    known = {*re.findall(r"--[a-z-]+", "".join(helps))}
    used = {option for code in _examples(file) if not code.startswith("make")
            for option in re.findall(r"(?<!\S)--[a-z-]+", code)}  # fmt: skip
    assert used - known == set()


@pytest.mark.parametrize(("name", "arguments"), _of_development())
def test_a_command_of_development_exists_with_its_arguments(name, arguments, monkeypatch):
    assert re.search(rf"^{name}: ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    commands = (ROOT / "scripts" / "commands.py").read_text("utf-8")
    assert re.search(rf"^def {name}\(", commands, re.MULTILINE)
    words = shlex.split(arguments)
    if name in MODULES:
        _parse(MODULES[name], words, monkeypatch)
        return
    files = [word for word in words if "/" in word]
    assert [file for file in files if not (ROOT / file).exists()] == []
    options = re.sub(r"-k \w+|-s\b|--exhaustive", "", arguments).split()
    assert [option for option in options if option not in files] == []


@pytest.mark.parametrize("call", _modules())
def test_a_module_takes_its_arguments(call, monkeypatch):
    module, *words = shlex.split(call)
    has_main = (ROOT / module.replace(".", "/")).is_dir()
    _parse(f"{module}.__main__" if has_main else module, words, monkeypatch)


class _Parsed(BaseException):
    """Ends a command after its arguments were parsed."""


def _parse(module: str, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    parse = argparse.ArgumentParser.parse_args

    def parse_only(parser: argparse.ArgumentParser) -> None:
        parse(parser)
        raise _Parsed

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", parse_only)
    monkeypatch.setattr("sys.argv", [module, *words])
    with pytest.raises(_Parsed):
        importlib.import_module(module).main()


def test_readme_names_all_that_is_written_beside_the_records(terminal, sample_store, sample_id,
                                                             tmp_path):  # fmt: skip
    out = ("--only", "workshop", "--out", tmp_path / "out")
    assert terminal("export", sample_id, "--store", sample_store, *out).code == 0
    file = next(each for each in (tmp_path / "out").rglob("*") if each.is_file())
    assert terminal("import", file).code == 0
    assert terminal("backup").code == 0
    store = paths.store_path()
    written = {each.name for each in store.parent.iterdir()}
    copy = next((store.parent / "backups").glob("*.db"))
    assert terminal("restore", copy, "--yes").code == 0
    draft = draft_file.Draft("", "list", "entry", "", "", "typed", private=False)
    draft_file.write(draft_file.draft_path(store), [draft])
    (imported,) = json.loads(terminal("list", "--json").out)
    session = Session(Store(store))
    session.execute(DeleteWorkshop(imported["id"]))
    session.store.close()

    section = README.read_text("utf-8").partition("## What is written where")[2]
    section = section.partition("\n## ")[0]
    named = [code.rstrip("/").replace("…", "*") for code in re.findall(r"`([^`\n]+)`", section)]
    written |= {each.name for each in store.parent.iterdir()}
    assert [name for name in written if not any(fnmatch(name, each) for each in named)] == []
    rows = [line.split("`")[1].rstrip("/").replace("…", "*") for line in section.splitlines()
            if line.startswith("| `")]  # fmt: skip
    unseen = [each for each in rows if not any(fnmatch(name, each) for name in written)]
    assert unseen == ["catalogues"]
