"""Rules for the files of the repository: no machine-specific data, no dead links."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# in pieces, so that this file passes its own test
REGISTRIES = (("py", "pi"), ("python", "hosted"), ("npm", "js"), ("deb", ".debian"))
REGISTRY = re.compile("|".join(f"{first}{second}[.](org|com|io)" for first, second in REGISTRIES))
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(root|work|tmp|home|Users)/\w|[A-Z]:\\Users\\\w")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
BINARY = {".ttf", ".png", ".pdf", ".db", ".xz", ".sqlite", ".ico", ".icns"}


def tracked(*patterns: str) -> list[Path]:
    command = ["git", "ls-files", "-z", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]
    assert files, f"git lists no file for {patterns}"
    return files


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    found = []
    for file in tracked():
        if file.suffix in BINARY:
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if REGISTRY.search(line) or MACHINE_PATH.search(line):
                found.append(f"{named(file)}:{number}: {line.strip()[:120]}")
    assert found == []


def test_the_patterns_match_what_they_are_for():
    slash = "/"
    assert REGISTRY.search("files." + "python" + "hosted.org")
    assert MACHINE_PATH.search(f'"{slash}root{slash}x"')
    assert MACHINE_PATH.search(f"file://{slash}home{slash}aoki")
    assert not MACHINE_PATH.search(f"~{slash}work{slash}notes")
    assert not MACHINE_PATH.search(f"docs{slash}home{slash}page")


def test_every_picture_and_page_that_a_document_names_is_there():
    missing = [
        f"{named(document)}: {target}"
        for document in tracked("*.md")
        for target in LINK.findall(document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert missing == []


NAMED = re.compile(r"`([\w./{},<>*-]+(?:/[\w{},<>*-]*|\.(?:py|toml|md|svg)))`")
"""A path, complete or, if the text names its folder, the end of one."""
GUIDES = (
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/glossary.md",
    "docs/recipes.md",
    "docs/faults.md",
)


def test_every_file_that_a_guide_for_developers_names_is_there():
    files = {file.relative_to(ROOT) for file in tracked("*")}
    there = files | {folder for file in files for folder in file.parents}
    ends = {path.parts[start:] for path in there for start in range(len(path.parts))}
    missing = []
    for guide in GUIDES:
        for name in NAMED.findall((ROOT / guide).read_text(encoding="utf-8")):
            names = [name.replace("{ja,en}", language) for language in ("ja", "en")]
            real = [one for one in names if not re.search(r"[<{*]|vN", one)]
            missing += [f"{guide}: {one}" for one in real if Path(one).parts not in ends]
    assert missing == []
