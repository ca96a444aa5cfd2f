"""The catalogue as its files say, in one language: plain tables, read once more."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from workshop_app.package_files import package_folder


@cache
def entries(language: str) -> dict[str, dict[str, Any]]:
    """Return the texts of the built-in entries in a language by id."""
    folder = Path(str(package_folder("workshop_app"))) / "catalogue" / "data" / "mackerel"
    found = {}
    for file in sorted(folder.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        if language in told and "id" in told:
            found[str(told["id"])] = told[language]
    return found
