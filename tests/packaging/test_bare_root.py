"""The packages in a root with nothing but base libraries and an X server.

Each is installed, used, updated and removed.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.helpers.papers import sample_state
from workshop_app.domain.workshop_json import to_json

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "package"
HOME = Path("home/facilitator")
"""The home of the user, inside of the root."""
KEPT = ("papers/", ".local/share/workshop-app/", ".config/workshop-app/", ".cache/fontconfig/")
"""What stays in the home: papers, records, settings, and the cache of a library of the system."""
APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y", "--no-install-recommends")
IN_THE_WINDOW = """
set -e
cd
PATH=$HOME/.local/bin:$PATH
workshop-app --lang en &
program=$!
window=$(xdotool search --sync --onlyvisible --classname '^workshop-app$')
workshop-app room.workshop
xdotool windowfocus --sync "$window" key --delay 500 Return ctrl+shift+p
until ls .local/share/workshop-app/workshops.db.journals/*; do sleep 0.5; done
kill $program
wait $program
"""
"""The window opens and takes over the file of a second start, once in private mode."""
WINDOW = ("timeout", "120", "xvfb-run", "sh", "-c", IN_THE_WINDOW)

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive, pytest.mark.timeout(7200)]


class BareRoot:
    """A system in a folder, in which commands run with a /proc and an empty /dev/shm."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, user: str = "root", refused: bool = False) -> str:
        """Run a command to its end and return its output; fail with it unless it is `refused`."""
        inside = ["chroot", f"--userspec={user}", str(self.folder)]
        if user != "root":
            inside += ["env", "-i", f"HOME=/{HOME}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"]
        mounts = 'mount -t proc proc $0/proc && mount -t tmpfs tmpfs $0/dev/shm && exec "$@"'
        done = subprocess.run(
            ["unshare", "--mount", "sh", "-c", mounts, str(self.folder), *inside, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if bool(done.returncode) != refused:
            pytest.fail(f"{' '.join(command)}: {done.returncode}\n{done.stdout}", pytrace=False)
        return done.stdout

    @property
    def records(self) -> bytes:
        """The records of the user."""
        return (self.folder / HOME / ".local/share/workshop-app/workshops.db").read_bytes()


@pytest.fixture(scope="module")
def packages():
    """The folder of the packages, built from the tree."""
    if (ROOT / ".venv").is_symlink():
        pytest.skip(".venv is a link, and nothing is built with that of another tree.")
    built = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "dev.py"), "package"],
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        pytest.fail(built.stdout + built.stderr, pytrace=False)
    return BUILT


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    if sys.platform != "linux" or os.geteuid() or not shutil.which("debootstrap"):
        pytest.skip("A bare root needs root and debootstrap.")
    folder = tmp_path_factory.mktemp("bare") / "root"
    os_release = dict(
        line.split("=", 1) for line in Path("/etc/os-release").read_text("utf-8").splitlines()
    )
    command = ["debootstrap", "--variant=minbase", "--include=xvfb,xauth,xdotool"]
    made = subprocess.run(
        [*command, os_release["VERSION_CODENAME"].strip('"'), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"No bare root without network: {made.stdout.splitlines()[-1:]}")
    root = BareRoot(folder)
    root.run("useradd", "--create-home", "facilitator")
    room = gzip.compress(to_json(sample_state("en"), private=True).encode())
    (folder / HOME / "room.workshop").write_bytes(room)
    yield root
    shutil.rmtree(folder)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def older(package: Path, folder: Path) -> Path:
    """Return the same package as an earlier version."""
    subprocess.run(["dpkg-deb", "-R", package, folder / "older"], check=True)
    control = folder / "older" / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = ["Version: 0.0.1\n" if line.startswith("Version:") else line for line in lines]
    control.write_text("".join(changed), encoding="utf-8")
    made = folder / "older.deb"
    subprocess.run(["dpkg-deb", "-Znone", "--build", folder / "older", made], check=True)
    return made


def test_the_package_is_installed_used_updated_and_removed(packages, bare, tmp_path):
    (package,) = packages.glob("*.deb")
    shutil.copy(older(package, tmp_path), bare.folder)
    shutil.copy(package, bare.folder)
    (bare.folder / "part.deb").write_bytes(package.read_bytes()[:-1_000_000])
    at_first = files(bare.folder / HOME)
    bare.run(*APT, "install", "/older.deb")
    bare.run(*WINDOW, user="facilitator")
    records = bare.records

    bare.run(*APT, "install", "/part.deb", refused=True)
    version = ("dpkg-query", "--show", "--showformat=${db:Status-Abbrev}${Version}", "workshop-app")
    assert bare.run(*version) == "ii 0.0.1"
    bare.run(*APT, "install", f"/{package.name}")
    assert bare.run(*version) == f"ii {package.name.split('_')[1]}"
    assert bare.records == records
    listed = bare.run("workshop-app", "list", "--json", user="facilitator")
    assert [each["title"] for each in json.loads(listed)] == [sample_state("en").workshop.title]
    bare.run("workshop-app", "demo", "--out", f"/{HOME}/papers", user="facilitator")
    assert list((bare.folder / HOME / "papers").rglob("*.pdf"))

    installed = bare.run("dpkg", "-L", "workshop-app").split()
    bare.run(*APT, "purge", "workshop-app")
    assert not [each for each in installed if "workshop-app" in each and _is_there(bare, each)]
    left = files(bare.folder / HOME) - at_first
    assert not [each for each in left if not each.startswith(KEPT)]


def test_the_archive_is_installed_used_updated_and_removed_by_one_user(packages, bare):
    (package,) = packages.glob("*.deb")
    shutil.copy(package, bare.folder)
    bare.run(*APT, "install", f"/{package.name}")
    bare.run(*APT, "purge", "workshop-app")  # the libraries of the system stay
    (archive,) = packages.glob("*.tar.xz")
    with tarfile.open(archive) as file:
        file.extractall(bare.folder, filter="data")
    unpacked = bare.folder / archive.name.removesuffix(".tar.xz")
    script = f"/{unpacked.name}/install.sh"
    at_first = files(bare.folder / HOME)
    assert "libraries" not in bare.run(script, user="facilitator")
    bare.run(*WINDOW, user="facilitator")
    records = bare.records
    (bare.folder / HOME / ".local/lib/workshop-app/of-an-older-version").touch()
    installed = files(bare.folder / HOME)

    program = unpacked / "app" / "workshop-app"
    whole = program.read_bytes()
    program.write_bytes(whole[:-1])
    said = bare.run(script, user="facilitator", refused=True)
    assert said.startswith("This package is not whole")
    assert files(bare.folder / HOME) == installed
    program.write_bytes(whole)
    bare.run(script, user="facilitator")
    assert installed - files(bare.folder / HOME) == {".local/lib/workshop-app/of-an-older-version"}
    assert bare.records == records
    own = f"/{HOME}/.local/bin/workshop-app"
    assert json.loads(bare.run(own, "list", "--json", user="facilitator"))

    bare.run(f"/{HOME}/.local/lib/workshop-app/install.sh", "uninstall", user="facilitator")
    left = files(bare.folder / HOME) - at_first
    assert not [each for each in left if not each.startswith(KEPT)]


def _is_there(bare: BareRoot, path: str) -> bool:
    return (bare.folder / path.lstrip("/")).exists()
