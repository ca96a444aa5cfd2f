"""The texts that can be shown as a message in the top bar, found in the source of the window."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

UI = Path(__file__).resolve().parent.parent.parent / "ui"
_ANY = r"[a-z_]+"
_SAYS = {"toast", "_say"}
_SAYERS = ("pages/sort/commands.py",)
"""The files in which ``_say`` shows a message, with its undo button."""


class ToastText(NamedTuple):
    """A key of a text, or a pattern of keys, and whether the message has an undo button."""

    key: str
    undo: bool


def toast_texts() -> list[ToastText]:
    """Return every key that is passed to ``toast``, directly or through a variable."""
    found: set[ToastText] = set()
    for path in sorted(UI.rglob("*.py")):
        own = path.relative_to(UI).as_posix() in _SAYERS
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                found.update(_texts_of(function, own=own))
    return sorted(found)


def _texts_of(function: ast.FunctionDef, *, own: bool) -> Iterator[ToastText]:
    for call in ast.walk(function):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        name = call.func.attr
        if name not in _SAYS or (name == "_say" and not own) or not call.args:
            continue
        undo = name == "_say" or any(
            one.arg == "undo" and not (isinstance(one.value, ast.Constant) and not one.value.value)
            for one in call.keywords
        )
        sources: list[ast.AST] = [call.args[0]]
        if isinstance(call.args[0], ast.Name):
            sources = _assigned(function, call.args[0].id)
        for source in sources:
            yield from (ToastText(key, undo) for key in _keys(source, function))


def _assigned(function: ast.FunctionDef, name: str) -> list[ast.AST]:
    """Return the expressions assigned to a variable; of a tuple's, those at its position."""
    found: list[ast.AST] = []
    for one in ast.walk(function):
        if not isinstance(one, ast.Assign):
            continue
        for target in one.targets:
            if isinstance(target, ast.Name) and target.id == name:
                found.append(one.value)
            elif isinstance(target, ast.Tuple):
                found += _at(target, one.value, name)
    return found


def _at(target: ast.Tuple, value: ast.AST, name: str) -> list[ast.AST]:
    if isinstance(value, ast.IfExp):
        return _at(target, value.body, name) + _at(target, value.orelse, name)
    if not isinstance(value, ast.Tuple):
        return []
    names = [one.id if isinstance(one, ast.Name) else "" for one in target.elts]
    return [value.elts[names.index(name)]] if name in names else []


def _keys(source: ast.AST, function: ast.FunctionDef) -> Iterator[str]:
    for call in ast.walk(source):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "tr":
            yield from _patterns(call.args[0], function)


def _patterns(key: ast.AST, function: ast.FunctionDef) -> set[str]:
    """Return regular expressions for the values that an expression can have."""
    if isinstance(key, ast.Constant):
        return {re.escape(key.value)} if isinstance(key.value, str) else set()
    if isinstance(key, ast.IfExp):
        return _patterns(key.body, function) | _patterns(key.orelse, function)
    if isinstance(key, ast.JoinedStr):
        parts = [_patterns(one, function) for one in key.values]
        return {"".join(each) for each in product(*parts)}
    if isinstance(key, ast.FormattedValue):
        return _patterns(key.value, function)
    if isinstance(key, ast.Name):
        values = _assigned(function, key.id)
        return set().union(*(_patterns(one, function) for one in values)) or {_ANY}
    return {_ANY}
