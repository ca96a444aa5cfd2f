"""The catalogue as its files say, in one language: plain tables, read once more."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from workshop_app.package_files import package_folder


@cache
def entries(language: str) -> dict[str, dict[str, Any]]:
    """Return the texts of the built-in entries in a language by id."""
    found = {}
    for file in sorted(_folder().glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        if language in told and "id" in told:
            found[str(told["id"])] = told[language]
    return found


@cache
def gap(gap_id: str) -> dict[str, Any]:
    """Return a known gap; empty if the catalogue does not have it."""
    file = _folder() / "gaps" / f"{gap_id}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _folder() -> Path:
    return Path(str(package_folder("workshop_app"))) / "catalogue" / "data" / "mackerel"
