"""System packages of Debian and Ubuntu: installed by root, otherwise only named."""

from __future__ import annotations

import os
import shutil
import subprocess


class SetUpError(Exception):
    """Something on this machine is missing; the text is one sentence for the user."""


def can_install() -> bool:
    """Return whether packages can be installed without a password."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install(packages: list[str], *, reason: str) -> bool:
    """Install packages as root; for another user raise with the command to run.

    Returns False on systems without apt-get.
    """
    if not shutil.which("apt-get"):
        return False
    names = " ".join(packages)
    if not can_install():
        raise SetUpError(f"{reason} needs system packages; run: sudo apt-get install -y {names}")
    print(f"Installing system packages for {reason}: {names}", flush=True)
    # another installation may be running, such as the system's own upgrades
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # an outdated list is only a problem if the installation then fails
    subprocess.run([*quiet, "update"], env=environment, check=False)
    command = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    result = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    if result.returncode:
        raise SetUpError(f"apt-get could not install {names}; its reason stands above.")
    return True
