"""Reads the program's icons as outlines, so that papers show the same shapes as the screen.

Understands the elements that these icons use: paths (M L H V C A Z, absolute or relative),
circles and rectangles.
"""

import math
import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from workshop_app.package_files import package_folder

_TOKENS = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_KAPPA = 0.5522847498
"""Length of the handles of a cubic curve that approximates a quarter circle of radius 1."""
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}

Segment = tuple[str, tuple[float, ...]]
"""M or L with a point, C with two handles and a point, Z; absolute, y downwards."""


@dataclass(frozen=True, slots=True)
class Outline:
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
        elif name == "A":
            end = values[5] + dx, values[6] + dy
            large = values[3] != 0
            sweep = values[4] != 0
            segments += _arc((x, y), end, values[0], large=large, sweep=sweep)
            x, y = end
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


def _arc(
    start: tuple[float, float],
    end: tuple[float, float],
    radius: float,
    *,
    large: bool,
    sweep: bool,
) -> list[Segment]:
    """Return a circular arc as cubic curves of at most a quarter circle each."""
    (x1, y1) = start
    (x2, y2) = end
    half = math.hypot(x2 - x1, y2 - y1) / 2
    radius = max(radius, half)
    rise = math.sqrt(max(0.0, radius**2 - half**2)) * (-1 if large == sweep else 1)
    cx = (x1 + x2) / 2 - rise * (y2 - y1) / (2 * half)
    cy = (y1 + y2) / 2 + rise * (x2 - x1) / (2 * half)
    angle = math.atan2(y1 - cy, x1 - cx)
    turn = (math.atan2(y2 - cy, x2 - cx) - angle) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    return [_curve(cx, cy, radius, angle + turn * i / count, turn / count) for i in range(count)]


def _curve(cx: float, cy: float, r: float, angle: float, turn: float) -> Segment:
    reach = 4 / 3 * math.tan(turn / 4) * r
    ax = math.cos(angle)
    ay = math.sin(angle)
    bx = math.cos(angle + turn)
    by = math.sin(angle + turn)
    first = cx + r * ax - reach * ay, cy + r * ay + reach * ax
    second = cx + r * bx + reach * by, cy + r * by - reach * bx
    return ("C", (*first, *second, cx + r * bx, cy + r * by))
