"""The texts of both languages: equal keys, equal placeholders, and none missing."""

import ast
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from workshop_app.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "workshop_app" / "locale"
AREAS = sorted({file.stem for file in LOCALE.glob("*/*.toml")})
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
PLURAL = {"one", "other"}


def texts(language: str, area: str) -> dict[str, str | dict[str, str]]:
    """All texts of one area by key; a text with a plural stays a table of its two forms."""
    file = LOCALE / language / f"{area}.toml"
    found: dict[str, str | dict[str, str]] = {}

    def walk(key: str, value) -> None:
        if isinstance(value, dict) and not value.keys() <= PLURAL:
            for name, inner in value.items():
                walk(f"{key}.{name}", inner)
        else:
            found[key] = value

    if file.is_file():
        walk(area, tomllib.loads(file.read_text(encoding="utf-8")))
    return found


def placeholders(text: str | dict[str, str]) -> set[str]:
    """Names in braces, in any of the forms; `n` is known to every text with a plural."""
    forms = text.values() if isinstance(text, dict) else [text]
    names = {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}
    return names | ({"n"} if isinstance(text, dict) else set())


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_hold_the_same_keys(area):
    keys = {language: texts(language, area).keys() for language in LANGUAGES}
    assert keys["ja"] - keys["en"] == set(), "missing in English"
    assert keys["en"] - keys["ja"] == set(), "missing in Japanese"


@pytest.mark.parametrize("area", AREAS)
def test_placeholders_are_the_same_in_both_languages(area):
    japanese = texts("ja", area)
    english = texts("en", area)
    different = {
        key: (placeholders(japanese[key]), placeholders(english[key]))
        for key in japanese.keys() & english.keys()
        if placeholders(japanese[key]) != placeholders(english[key])
    }
    assert different == {}


@pytest.mark.parametrize("area", AREAS)
def test_every_text_is_written_and_every_plural_whole(language, area):
    for key, text in texts(language, area).items():
        forms = text if isinstance(text, dict) else {"other": text, "one": text}
        assert forms.keys() == PLURAL, key
        assert all(isinstance(form, str) and form.strip() for form in forms.values()), key


@pytest.mark.parametrize("area", AREAS)
def test_english_is_english(area):
    japanese = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
    mixed = {key: text for key, text in texts("en", area).items() if japanese.search(str(text))}
    # the names of the languages are not translated
    assert {key for key in mixed if not key.endswith((".ja", ".japanese"))} == set()


def asked_for() -> dict[str, list[str]]:
    """Maps patterns of all keys in the source to their location; placeholders match anything."""
    found: dict[str, list[str]] = {}
    for package in ("workshop_app", "ui", "exports"):
        for file in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and (key := pattern(node.args[0])):
                    place = f"{file.relative_to(ROOT).as_posix()}:{node.lineno}"
                    found.setdefault(key, []).append(place)
    return found


def pattern(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        parts = [re.escape(node.value)] if KEY.fullmatch(node.value) else []
    elif isinstance(node, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9_.]+"
            for part in node.values
        ]
    else:
        parts = []
    key = "".join(parts)
    return key if key.split(r"\.")[0] in AREAS and not key.endswith(r"\.toml") else None


def is_one_of(key: str, known: set[str]) -> bool:
    if key.replace("\\.", ".") in known:  # without placeholders
        return True
    return any(map(re.compile(key).fullmatch, known))


def test_every_text_the_source_asks_for_exists():
    known = {key for area in AREAS for key in texts("ja", area)}
    known |= {key.removeprefix("keys.") for key in known if key.startswith("keys.")}  # actions
    asked = asked_for()
    missing = {key: places for key, places in asked.items() if not is_one_of(key, known)}
    assert asked
    assert missing == {}
