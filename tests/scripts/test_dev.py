"""The set-up script: its messages about missing software, and that nothing is installed twice."""

import importlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = (
    *("bundle", "commands", "debian", "dev", "environment", "packages", "shared_libraries"),
    "system_libraries",
)


@pytest.fixture
def scripts(monkeypatch):
    """The modules of `scripts/`, freshly imported under their own names."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        del sys.modules[name]


def test_on_an_old_python_the_required_version_is_named(scripts, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(scripts["dev"], "OLDEST", (99, 0))
    monkeypatch.setattr(scripts["dev"], "PREFERRED", (99, 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert scripts["dev"].main() == 2
    assert re.fullmatch(
        r"Workshop App needs Python 3\.11 or newer, and only Python 3\.\d+ was found\.\n",
        capsys.readouterr().err,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="programs there are no shell scripts")
def test_a_newer_python_on_the_path_is_found_past_one_that_does_not_run(
    scripts, monkeypatch, tmp_path
):
    broken = tmp_path / "python3.13"
    broken.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    broken.chmod(0o755)
    working = tmp_path / "python3.12"
    working.symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert scripts["dev"].newer_python() == str(working)


@pytest.mark.skipif(sys.platform == "win32", reason="programs there are no shell scripts")
def test_a_python_version_that_reports_errors_is_preferred(scripts, monkeypatch, tmp_path):
    newer = tmp_path / "python3.13"
    newer.write_text(f'#!/bin/sh\n[ "$1" = "-c" ] || echo "$@" > {tmp_path}/told\n', "utf-8")
    newer.chmod(0o755)
    monkeypatch.setattr(scripts["dev"], "PREFERRED", (99, 0))
    monkeypatch.setattr(sys, "argv", ["dev.py", "check", "types"])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert scripts["dev"].main() == 0
    assert (tmp_path / "told").read_text("utf-8") == "dev.py check types\n"


def test_an_unknown_command_names_the_known_ones():
    command = [sys.executable, str(ROOT / "scripts" / "dev.py"), "dance"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "run|test|check|screens|bench|faults|package|lock" in result.stderr


def test_every_make_target_is_a_command_of_the_script(scripts):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^(\w+):", makefile, flags=re.MULTILINE)
    assert set(targets) | {"lock"} == set(scripts["commands"].COMMANDS)


def test_what_is_installed_already_is_not_installed_again(scripts, monkeypatch, tmp_path):
    environment = scripts["environment"]
    installed = []
    monkeypatch.setattr(environment, "_pip", lambda *arguments: installed.append(arguments))
    monkeypatch.setattr(environment, "_usable", lambda: True)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / "installed.json")
    environment.prepare(development=True)
    assert "requirements-dev.txt" in installed[0][-1]
    assert "--require-hashes" in installed[0]
    environment.prepare(development=True)
    environment.prepare(development=False)
    assert len(installed) == 2  # the libraries and the project itself, once


@pytest.mark.skipif(sys.platform == "win32", reason="links there need a privilege")
@pytest.mark.parametrize("name", ["run", "test", "check", "lock"])
def test_a_linked_environment_is_refused_and_stays_as_it_is(tmp_path, name):
    shutil.copytree(ROOT / "scripts", tmp_path / "project" / "scripts")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("kept", encoding="utf-8")
    (tmp_path / "project" / ".venv").symlink_to(elsewhere, target_is_directory=True)
    command = [sys.executable, str(tmp_path / "project" / "scripts" / "dev.py"), name]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert re.fullmatch(
        r"\.venv is a link, .*: remove the link, then run this again\.\n", result.stderr
    )
    assert result.stdout == ""
    assert [path.name for path in elsewhere.iterdir()] == ["kept"]


def test_a_changed_lock_is_installed(scripts, monkeypatch, tmp_path):
    environment = scripts["environment"]
    stamp = tmp_path / "installed.json"
    digests = {name: environment._digest(name) for name in environment.RUN_LOCKS}
    digests["pyproject.toml"] = environment._digest("pyproject.toml")
    stamp.write_text(json.dumps(digests | {"requirements.txt": "older"}), encoding="utf-8")
    installed = []
    monkeypatch.setattr(environment, "_pip", lambda *arguments: installed.append(arguments))
    monkeypatch.setattr(environment, "_usable", lambda: True)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", stamp)
    environment.prepare(development=False)
    assert [arguments[-1] for arguments in installed] == [str(ROOT / "requirements.txt")]


def test_who_is_not_root_is_given_the_one_command(scripts, monkeypatch):
    debian = scripts["debian"]
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(debian, "can_install", lambda: False)
    with pytest.raises(debian.SetUpError, match="run: sudo apt-get install -y libegl1 libgl1"):
        debian.install(["libegl1", "libgl1"], reason="Qt")


def test_every_locked_library_has_its_hash_and_no_address():
    for name in ("requirements.txt", "requirements-build.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+==\S+(?: ;[^\n]+)? \\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 0
        assert "://" not in text


def test_the_development_lock_holds_the_versions_people_run():
    def pins(name):
        text = (ROOT / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[\w.-]+==[^\s;]+", text, re.MULTILINE))

    run_time = pins("requirements.txt") | pins("requirements-build.txt")
    assert run_time - pins("requirements-dev.txt") == set()
