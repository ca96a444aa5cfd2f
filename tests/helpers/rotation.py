"""A few of the combinations in which a test can run, others with another `shift`.

A parameter is rotated if its values are the languages, sizes of the window, the modes (`private`)
or the input devices: they change how the window is used, and what a test claims holds for each of
them. All other parameters are claims of their own, each value of which is always tested.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from tests.helpers.pairwise import every_value
from workshop_app.i18n import LANGUAGES

Case = TypeVar("Case")
Params = Mapping[str, Any]
"""The values of a case by the names of its parameters."""

_MODES_AND_DEVICES = ("private", "by_mouse", "by_keys", "by_key")
_SIZE = "size"
_DEVICES = ("mouse", "keys", "key")


def one_of_each(
    test: str, cases: Sequence[Case], params: Callable[[Case], Params], shift: int = 0
) -> list[Case]:
    """Return one case of each combination of claims.

    `test` is the id of the test without parameters. Its checksum selects the cases, so that tests
    differ in their combinations; with each `shift` from 0 on the next ones are selected.
    """
    kept: list[Case] = []
    for first, alike in _by_claims(test, cases, params):
        kept.append(alike[(first + shift) % len(alike)])
    return kept


def each_value(
    test: str, cases: Sequence[Case], params: Callable[[Case], Params], shift: int = 0
) -> list[Case]:
    """Return, for each combination of claims, cases with each value of each rotated parameter.

    The arguments are those of `one_of_each`.
    """
    kept: list[Case] = []
    for first, alike in _by_claims(test, cases, params):
        kept += every_value(alike, lambda case: _values(params(case)), (first + shift) % len(alike))
    return kept


def rotated(name: str, values: Sequence[Any]) -> bool:
    """Return whether a parameter with these values is rotated."""
    if name in _MODES_AND_DEVICES:
        return True
    if name == _SIZE:
        return all(isinstance(value, tuple) for value in values)
    return any(all(value in choice for value in values) for choice in (LANGUAGES, _DEVICES))


def _by_claims(
    test: str, cases: Sequence[Case], params: Callable[[Case], Params]
) -> list[tuple[int, list[Case]]]:
    """Return the cases with the same claims together, each with the checksum that selects."""
    names = [
        name
        for name in params(cases[0])
        if not rotated(name, [params(case)[name] for case in cases])
    ]
    alike: dict[str, list[Case]] = {}
    for case in cases:
        claims = repr([(name, params(case)[name]) for name in names])
        alike.setdefault(claims, []).append(case)
    return [
        (zlib.crc32(f"{test} {place}".encode()), together)
        for place, together in enumerate(alike.values())
    ]


def _values(params: Params) -> list[str]:
    return [repr(value) for _name, value in sorted(params.items())]
