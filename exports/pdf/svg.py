"""Reads the program's icons as outlines, so that papers show the same shapes as the screen.

Understands the elements that these icons use: paths (M L H V C Z, absolute or relative, so
round corners are cubic curves), circles and rectangles.
"""

import re
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree as ET

from workshop_app.package_files import package_folder

_TOKENS = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_KAPPA = 0.5522847498
"""Length of the handles of a cubic curve that approximates a quarter circle of radius 1."""
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}

Segment = tuple[str, tuple[float, ...]]
"""M or L with a point, C with two handles and a point, Z; absolute, y downwards."""


class Outline(NamedTuple):
    """One stroke of an icon on its grid of 24, with the lengths of its dashes."""

    segments: tuple[Segment, ...]
    dashes: tuple[float, ...] = ()


@cache
def outlines(name: str) -> tuple[Outline, ...]:
    """Return the strokes of the icon `name`."""
    source = (package_folder("icons") / f"{name}.svg").read_text(encoding="utf-8")
    root = ET.fromstring(source)  # noqa: S314 - the program's own files
    return tuple(_outline(element) for element in root)


def _outline(element: ET.Element) -> Outline:
    shape = element.tag.rpartition("}")[2]
    dashes = tuple(float(each) for each in element.get("stroke-dasharray", "").split())
    if shape == "path":
        return Outline(tuple(_path(element.get("d", ""))), dashes)
    number = {key: float(value) for key, value in element.items() if _is_number(value)}
    if shape == "circle":
        r = number["r"]
        x = number["cx"] - r
        y = number["cy"] - r
        return Outline(_rounded(x, y, 2 * r, 2 * r, r), dashes)
    size = number["width"], number["height"]
    return Outline(_rounded(number["x"], number["y"], *size, number.get("rx", 0)), dashes)


def _is_number(text: str) -> bool:
    return _TOKENS.fullmatch(text) is not None and not text.isalpha()


def _rounded(x: float, y: float, width: float, height: float, r: float) -> tuple[Segment, ...]:
    """Return a rectangle with round corners of radius `r`, or a circle."""
    k = r * (1 - _KAPPA)
    right = x + width
    bottom = y + height
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def _path(data: str) -> list[Segment]:
    tokens = _TOKENS.findall(data)
    segments: list[Segment] = []
    x = y = 0.0
    begin = (0.0, 0.0)
    command = ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        name = command.upper()
        values = [float(tokens.pop(0)) for _ in range(_ARGUMENTS[name])]
        dx, dy = (x, y) if command.islower() else (0.0, 0.0)
        if name == "Z":
            segments.append(("Z", ()))
            x, y = begin
        else:
            points = _points(name, values, (x, y), (dx, dy))
            segments.append((name if name in "MC" else "L", points))
            x, y = points[-2:]
        if name == "M":
            begin = (x, y)
            command = "l" if command == "m" else "L"
    return segments


def _points(
    name: str, values: list[float], at: tuple[float, float], origin: tuple[float, float]
) -> tuple[float, ...]:
    if name == "H":
        return (values[0] + origin[0], at[1])
    if name == "V":
        return (at[0], values[0] + origin[1])
    return tuple(value + origin[i % 2] for i, value in enumerate(values))
