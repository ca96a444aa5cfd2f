"""A fixed clock, ids and random numbers; in force from the import on, before other imports.

Clocks of the whole process start at `START` and are advanced by `elapsed`. Record ids are UUIDv7
with consecutive times.
"""

import datetime as dt
import os
import random
import sys
import time
import uuid
from collections.abc import Callable

START = dt.datetime(2026, 12, 3, 13, 30)  # noqa: DTZ001 - the wall clock of the room
_ID_BEGIN = 1_796_304_600_000
"""The time of the first id, in ms."""
_real_date = dt.date
_real_datetime = dt.datetime
_random = random.Random(2026)
_ids = 0

elapsed: Callable[[], float] = float
"""Returns the seconds since `START`; replaced by the virtual time of a run."""


class _EveryDate(type):
    """Dates that were created by other modules are instances, too."""

    def __instancecheck__(cls, value: object) -> bool:
        real = _real_datetime if issubclass(cls, _real_datetime) else _real_date
        return isinstance(value, real)


class _Date(_real_date, metaclass=_EveryDate):
    @classmethod
    def today(cls):
        moment = _now()
        return cls(moment.year, moment.month, moment.day)


class _Datetime(_real_datetime, metaclass=_EveryDate):
    @classmethod
    def now(cls, tz=None):
        moment = _now()
        made = cls(*moment.timetuple()[:6], moment.microsecond)
        return made if tz is None else made.astimezone(tz)

    @classmethod
    def today(cls):
        return cls.now()


def _now() -> dt.datetime:
    return START + dt.timedelta(seconds=round(elapsed(), 3))


def _uuid7(*_unused: object) -> uuid.UUID:
    global _ids  # noqa: PLW0603 - one sequence per process
    _ids += 1
    value = (_ID_BEGIN + _ids) << 80 | 7 << 76 | _random.getrandbits(12) << 64
    return uuid.UUID(int=value | 2 << 62 | _random.getrandbits(62))


def _for_window(real: Callable[[], float]) -> Callable[[], float]:
    """Return a clock that is virtual if the window asks, and `real` for everything else."""

    def clock() -> float:
        asks = sys._getframe(1).f_globals["__name__"]
        return elapsed() if asks.partition(".")[0] == "ui" else real()

    return clock


def _fix() -> None:
    import uuid6

    dt.date = _Date
    dt.datetime = _Datetime
    time.monotonic = _for_window(time.monotonic)
    time.perf_counter = _for_window(time.perf_counter)
    uuid6.uuid7 = _uuid7
    uuid.uuid4 = lambda: uuid.UUID(int=_random.getrandbits(128), version=4)
    os.urandom = _random.randbytes
    random.seed(2026)


_fix()
