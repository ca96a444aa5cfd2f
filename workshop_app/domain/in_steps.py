"""Values whose computation is divided into short steps."""

from collections.abc import Callable, Generator, Iterator
from typing import Any, Generic, Self, TypeVar

T = TypeVar("T")


class InSteps(Generic[T]):
    """A value computed in short steps, so that the caller can do other work between them.

    `compute` returns a generator that yields after each step and returns the value. It is called at
    the first step, and again after an exception.
    """

    def __init__(self, compute: Callable[[], Generator[None, None, T]]) -> None:
        self._compute = compute
        self._running: Generator[None, None, T] | None = None
        self._values: list[T] = []

    @property
    def done(self) -> bool:
        """Whether the value is computed."""
        return bool(self._values)

    def steps(self) -> Iterator[None]:
        """Compute the value; yields after each step."""
        while not self._values:
            self._step()
            yield

    @property
    def value(self) -> T:
        """The value; remaining steps are computed immediately."""
        while not self._values:
            self._step()
        return self._values[0]

    def _step(self) -> None:
        if self._running is None:
            self._running = self._compute()
        try:
            next(self._running)
        except StopIteration as end:
            self._running = None
            self._values.append(end.value)
        except BaseException:
            self._running = None
            raise


class BuiltInSteps:
    """An object built by `fill`, whose generator yields after each step: at once, or in steps."""

    def __init__(self, *values: Any) -> None:  # noqa: ANN401 - those of `fill`
        for _step in self.fill(*values):
            pass

    @classmethod
    def in_steps(cls, *values: Any) -> Generator[None, None, Self]:  # noqa: ANN401 - the like
        """Build the object, which is returned, and yield after each step (`InSteps`)."""
        made = cls.__new__(cls)
        yield from made.fill(*values)
        return made

    def fill(self, *values: Any, **named: Any) -> Generator[None, None, None]:  # noqa: ANN401
        """Build the object; for new ones only."""
        raise NotImplementedError
