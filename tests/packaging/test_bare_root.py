"""The .deb in a root with nothing but base libraries and an X server: installed, used, removed."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.papers import sample_state
from workshop_app.domain.workshop_json import to_json

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "package"
HOME = Path("home/facilitator")
"""The home of the user, inside of the root."""
KEPT = ("papers/", ".local/share/workshop-app/", ".cache/fontconfig/")
"""What stays in the home: papers, records, and the cache of a library of the system."""
IN_THE_WINDOW = """
set -e
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

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive, pytest.mark.timeout(7200)]


class BareRoot:
    """A system in a folder, in which commands run with a /proc and an empty /dev/shm."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, user: str = "root") -> str:
        """Run a command to its end and return its output; fail with the output."""
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
        if done.returncode:
            pytest.fail(f"{' '.join(command)} failed:\n{done.stdout}", pytrace=False)
        return done.stdout


@pytest.fixture(scope="module")
def package():
    """The .deb, built from the tree."""
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
    (package,) = BUILT.glob("*.deb")
    return package


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
    yield root
    shutil.rmtree(folder)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def test_the_package_is_installed_used_and_removed(package, bare):
    shutil.copy(package, bare.folder)
    state = sample_state("en")
    room = gzip.compress(to_json(state, private=True).encode())
    (bare.folder / HOME / "room.workshop").write_bytes(room)
    at_first = files(bare.folder / HOME)
    apt = ["apt-get", "-qq", "-y", "--no-install-recommends"]
    bare.run("env", "DEBIAN_FRONTEND=noninteractive", *apt, "install", f"/{package.name}")
    installed = bare.run("dpkg", "-L", "workshop-app").split()

    window = ["timeout", "120", "xvfb-run", "sh", "-c", f"cd; {IN_THE_WINDOW}"]
    bare.run(*window, user="facilitator")
    listed = bare.run("workshop-app", "list", "--json", user="facilitator")
    assert [each["title"] for each in json.loads(listed)] == [state.workshop.title]

    bare.run("workshop-app", "demo", "--out", f"/{HOME}/papers", user="facilitator")
    assert list((bare.folder / HOME / "papers").rglob("*.pdf"))

    bare.run(*apt, "purge", "workshop-app")
    assert not [each for each in installed if "workshop-app" in each and _is_there(bare, each)]
    left = files(bare.folder / HOME) - at_first
    assert not [each for each in left if not each.startswith(KEPT)]


def _is_there(bare: BareRoot, path: str) -> bool:
    return (bare.folder / path.lstrip("/")).exists()
