"""The base of all records."""

from dataclasses import dataclass, field
from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class _RecordType(type):
    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:  # noqa: ANN401 - a class with what `dataclass` adds
        made = super().__new__(cls, name, bases, namespace)
        if "__slots__" in namespace:  # `dataclass` makes the class once more to have slots
            return made
        return dataclass(frozen=True, slots=True, kw_only=True)(made)


class Record(metaclass=_RecordType):
    """A value that never changes: each subclass is a frozen dataclass with fields by name."""

    __slots__ = ()
