"""Everything that `make package` builds, in `build/package`.

On Linux a .deb and an archive with `install.sh`, on Windows an installer, on macOS an image of a
disk; everywhere the wheel and the source, and the checksums of all.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bundle
import shared_libraries
import system_libraries
from debian import SetUpError
from environment import PYTHON, ROOT

FOLDER = bundle.FOLDER.parent
SOURCE = ROOT / "packaging"
NAME = "workshop-app"
CHECKSUMS = "SHA256SUMS"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Debian's names of the machines for which there are libraries of Qt."""
# without these the app starts, too: printing, and Wayland
RECOMMENDED = ("libcups2", "libwayland-client0", "libwayland-cursor0")
# the C library's own files; its version is stated instead
_C_LIBRARY = ("ld-linux", "libc.", "libdl.", "libm.", "libpthread.", "libresolv.", "librt.")


def build(arguments: list[str]) -> None:
    """Build everything for this system; `arguments` are passed on to PyInstaller."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    share = FOLDER / "share"
    icons = FOLDER / "icons"
    _run(PYTHON, "scripts/desktop_files.py", share, icons)
    shutil.copytree(SOURCE / "share", share, dirs_exist_ok=True)
    bundle.build(icons, arguments)
    made = [*_of_this_system(share), *_wheel_and_source()]
    sums = [f"{_sha256(path)}  {path.name}\n" for path in sorted(made)]
    (FOLDER / CHECKSUMS).write_text("".join(sums), encoding="utf-8", newline="\n")
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}")
    print(f"{_size(bundle.FOLDER) / 1e6:8.1f} MB  installed")


def _of_this_system(share: Path) -> list[Path]:
    if sys.platform == "win32":
        return [_installer()]
    if sys.platform == "darwin":
        return [_disk_image()]
    packages = [archive(bundle.FOLDER, share, FOLDER)]
    if shutil.which("dpkg-deb"):
        packages.append(_deb(share))
    else:
        print("Without dpkg-deb no .deb is built.")
    return packages


def _deb(share: Path) -> Path:
    """Return the package for Debian and Ubuntu, with the app below /opt."""
    root = FOLDER / "deb"
    shutil.copytree(bundle.FOLDER, root / "opt" / NAME, symlinks=True)
    shutil.copytree(share, root / "usr" / "share")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"/opt/{NAME}/{NAME}")
    documents = root / "usr" / "share" / "doc" / NAME
    documents.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", documents / "copyright")
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    about = root / "DEBIAN"
    about.mkdir()
    sums = [f"{_digest(path, 'md5')}  {path.relative_to(root)}\n" for path in sorted(files)]
    (about / "md5sums").write_text("".join(sums), encoding="utf-8")
    (about / "control").write_text(_control(_size(root)), encoding="utf-8")
    package = FOLDER / f"{NAME}_{_version()}_{ARCHITECTURES[platform.machine()]}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package)
    shutil.rmtree(root)
    return package


def _control(size: int) -> str:
    needed = shared_libraries.needed_elsewhere(bundle.FOLDER)
    needed = {name for name in needed if not name.startswith(_C_LIBRARY)}
    unknown = sorted(needed - system_libraries.PACKAGES.keys())
    if unknown:
        raise SetUpError(f"No package is known for these libraries: {', '.join(unknown)}.")
    packages = {system_libraries.PACKAGES[name] for name in needed}
    oldest = shared_libraries.oldest_c_library(bundle.FOLDER)
    depends = [f"libc6 (>= {oldest})", *sorted(packages - set(RECOMMENDED))]
    fields = {
        "Package": NAME,
        "Version": _version(),
        "Architecture": ARCHITECTURES[platform.machine()],
        "Maintainer": _project()["authors"][0]["name"],
        "Installed-Size": size // 1024,
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(sorted(packages & set(RECOMMENDED))),
        "Section": "misc",
        "Priority": "optional",
        "Description": _project()["description"],
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def archive(app: Path, share: Path, folder: Path) -> Path:
    """Return an archive in `folder` with `install.sh`, the app, and what desktops read of it."""
    name = f"{NAME}-{_version()}-linux-{platform.machine()}"
    oldest = shared_libraries.oldest_c_library(app)
    script = (SOURCE / "install.sh").read_text(encoding="utf-8")
    script = script.replace("@MACHINE@", platform.machine()).replace("@C_LIBRARY@", oldest)
    package = folder / f"{name}.tar.xz"
    with TemporaryDirectory() as temporary:
        install = Path(temporary) / "install.sh"
        install.write_text(script, encoding="utf-8")
        install.chmod(0o755)
        contents = {"install.sh": install, "share": share, "app": app}
        sums = Path(temporary) / CHECKSUMS
        sums.write_text("".join(_sums_inside(contents)), encoding="utf-8")
        with tarfile.open(package, "w:xz") as file:
            for inside, place in {CHECKSUMS: sums, **contents}.items():
                file.add(place, f"{name}/{inside}", filter=_of_nobody)
    return package


def _sums_inside(contents: dict[str, Path]) -> Iterator[str]:
    for inside, place in contents.items():
        for path in sorted((place, *place.rglob("*"))):
            if path.is_file():
                yield f"{_sha256(path)}  {Path(inside) / path.relative_to(place)}\n"


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Give a file of the archive to no particular user."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _installer() -> Path:
    """Return the installer for Windows, made by Inno Setup; not run yet."""
    compiler = shutil.which("iscc")
    if not compiler:
        raise SetUpError("The installer needs Inno Setup 6, with its iscc on PATH.")
    _run(compiler, f"/DVersion={_version()}", f"/O{FOLDER}", SOURCE / "windows.iss")
    return FOLDER / f"{NAME}-{_version()}-setup.exe"


def _disk_image() -> Path:
    """Return the image with the bundle for macOS; not run yet."""
    import plistlib

    about = bundle.BUNDLE / "Contents" / "Info.plist"
    values = plistlib.loads(about.read_bytes())
    values |= plistlib.loads((SOURCE / "macos.plist").read_bytes())
    values |= {
        "CFBundleShortVersionString": _version(),
        "CFBundleVersion": _version(),
    }
    about.write_bytes(plistlib.dumps(values))
    # what was changed invalidates the signature, without which Apple's processors run nothing
    _run("codesign", "--force", "--deep", "--sign", "-", bundle.BUNDLE)
    image = FOLDER / f"{NAME}-{_version()}-macos-{platform.machine()}.dmg"
    options = ("-volname", "Workshop App", "-format", "UDZO", "-srcfolder")
    _run("hdiutil", "create", *options, bundle.BUNDLE, image)
    return image


def _wheel_and_source() -> list[Path]:
    folder = FOLDER / "python"
    _run(PYTHON, "-m", "hatchling", "build", "-d", folder)
    made = [path.replace(FOLDER / path.name) for path in folder.iterdir()]
    folder.rmdir()
    return made


def _run(*command: str | Path) -> None:
    words = [str(word) for word in command]
    # hatchling says on standard error what it makes
    if subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
        raise SetUpError(f"{Path(words[0]).name} failed; its reason stands above.")


@cache
def _project() -> dict[str, Any]:
    """Return what pyproject.toml says of the app."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _version() -> str:
    return _project()["version"]


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*"))


def _sha256(path: Path) -> str:
    return _digest(path, "sha256")


def _digest(path: Path, kind: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()
