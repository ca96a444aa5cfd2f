"""The archive for any Linux: its script installs, updates and removes the app of one user."""

import importlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the archive is for Linux")


@pytest.fixture
def packages(monkeypatch):
    before = set(sys.modules)
    monkeypatch.syspath_prepend(ROOT / "scripts")
    yield importlib.import_module("packages")
    for name in set(sys.modules) - before:
        del sys.modules[name]


@pytest.fixture
def home(tmp_path):
    """The home of a user with records."""
    records = tmp_path / "home" / ".local" / "share" / "workshop-app" / "workshops.db"
    records.parent.mkdir(parents=True)
    records.write_text("records", encoding="utf-8")
    return tmp_path / "home"


@pytest.fixture
def unpacked(packages, tmp_path):
    """Unpack an archive with a small program in place of the app, and return its folder."""

    def unpack(content: str) -> Path:
        place = tmp_path / content
        app = place / "app"
        app.mkdir(parents=True)
        shutil.copy(shutil.which("sleep"), app / "workshop-app")
        (app / content).write_text(content, encoding="utf-8")
        with tarfile.open(packages.archive(app, ROOT / "packaging" / "share", place)) as file:
            file.extractall(place, filter="data")
        return next(place.glob("*/install.sh")).parent

    return unpack


def install(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {"HOME": str(home), "PATH": os.environ["PATH"]}
    command = [str(folder / "install.sh"), *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)


def files(home: Path) -> dict[str, bytes]:
    """What is in a home, without what the desktop's own tools write there."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and "cache" not in path.name and path.parent.name != "mime"
    }


def test_the_app_is_found_by_menus_and_leaves_nothing_but_the_records(unpacked, home):
    before = files(home)
    folder = unpacked("first")
    result = install(folder, home)
    assert (result.returncode, result.stderr) == (0, "")
    app = home / ".local" / "lib" / "workshop-app"
    entry = home / ".local" / "share" / "applications" / "workshop-app.desktop"
    assert f'Exec="{app}/workshop-app"' in entry.read_text(encoding="utf-8")
    started = subprocess.run([home / ".local" / "bin" / "workshop-app", "0"], check=False)
    assert started.returncode == 0
    assert install(app, home, "uninstall").returncode == 0
    assert files(home) == before


def test_an_update_replaces_the_app_and_keeps_the_records(unpacked, home):
    before = files(home)
    install(unpacked("first"), home)
    assert install(unpacked("second"), home).returncode == 0
    app = home / ".local" / "lib" / "workshop-app"
    assert (app / "second").exists()
    assert not (app / "first").exists()
    assert before.items() <= files(home).items()


@pytest.mark.parametrize("damage", ["changed", "missing", "no checksums"])
def test_a_package_that_is_not_whole_is_refused_and_changes_nothing(unpacked, home, damage):
    install(unpacked("first"), home)
    before = files(home)
    folder = unpacked("second")
    if damage == "changed":
        (folder / "app" / "second").write_text("seconds", encoding="utf-8")
    else:
        (folder / ("SHA256SUMS" if damage == "no checksums" else "app/second")).unlink()
    result = install(folder, home)
    assert result.returncode == 1
    assert result.stderr.startswith("This package is not whole")
    assert files(home) == before


def test_nothing_is_replaced_while_the_app_is_running(unpacked, home):
    install(unpacked("first"), home)
    before = files(home)
    with subprocess.Popen([home / ".local" / "bin" / "workshop-app", "60"]) as program:
        try:
            result = install(unpacked("second"), home)
        finally:
            program.kill()
    assert (result.returncode, result.stderr) == (1, "Please close Workshop App first.\n")
    assert files(home) == before
