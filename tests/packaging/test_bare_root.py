"""The .deb in a root with nothing but base libraries and an X server: installed, used, removed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "package"
HOME = Path("home/facilitator")
"""The home of the user, inside of the root."""

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]


class BareRoot:
    """A system in a folder, in which commands run with a /proc and an empty /dev/shm."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self, *command: str, user: str = "root") -> subprocess.Popen[str]:
        """Start a command; a user has a home, and the display of an X server of its own."""
        inside = ["chroot", f"--userspec={user}", str(self.folder), *command]
        if user != "root":
            start = ["env", "-i", f"HOME=/{HOME}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"]
            inside = [*inside[:3], *start, *command]
        mounts = 'mount -t proc proc $0/proc && mount -t tmpfs tmpfs $0/dev/shm && exec "$@"'
        return subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", mounts, str(self.folder), *inside],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command: str, user: str = "root") -> str:
        """Run a command to its end and return its output; fail with the output."""
        with self.start(*command, user=user) as program:
            said, _ = program.communicate()
        if program.returncode:
            pytest.fail(f"{' '.join(command)} failed:\n{said}", pytrace=False)
        return said


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
    command = ["debootstrap", "--variant=minbase", "--include=xvfb,xauth,xdotool,sysvinit-utils"]
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
    at_first = files(bare.folder / HOME)
    apt = ["apt-get", "-qq", "-y", "--no-install-recommends"]
    bare.run("env", "DEBIAN_FRONTEND=noninteractive", *apt, "install", f"/{package.name}")
    installed = bare.run("dpkg", "-L", "workshop-app").split()

    window = bare.start("xvfb-run", "workshop-app", "--lang", "en", user="facilitator")
    try:
        find = "export XAUTHORITY=$(ls -t /tmp/xvfb-run.*/Xauthority | head -n 1) DISPLAY=:99;"
        find += "xdotool search --sync --onlyvisible --classname '^workshop-app$'"
        bare.run("timeout", "120", "sh", "-c", find, user="facilitator")
        # closes the window as at the end of a session
        bare.run("sh", "-c", "kill $(pidof workshop-app)")
        said, _ = window.communicate(timeout=120)
    finally:
        window.kill()
    assert (said, window.returncode) == ("", 0)

    bare.run("workshop-app", "demo", "--out", f"/{HOME}/papers", user="facilitator")
    assert list((bare.folder / HOME / "papers").glob("*.pdf"))

    bare.run(*apt, "purge", "workshop-app")
    assert not [each for each in installed if "workshop-app" in each and _is_there(bare, each)]
    left = files(bare.folder / HOME) - at_first
    assert {str(Path(each).parent) for each in left} <= {
        "papers",
        ".local/share/workshop-app",
        ".cache/fontconfig",
    }


def _is_there(bare: BareRoot, path: str) -> bool:
    return (bare.folder / path.lstrip("/")).exists()
