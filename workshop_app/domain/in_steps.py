"""Values that take long to compute, computed in short steps."""

from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class InSteps(Generic[T]):
    """A value that is computed in short steps, for a caller that does other things between them.

    `compute` returns a generator that yields between two steps and returns the value. It is begun
    with the first step, and again after an exception.
    """

    def __init__(self, compute: Callable[[], Generator[None, None, T]]) -> None:
        self._compute = compute
        self._running: Generator[None, None, T] | None = None
        self._values: list[T] = []

    @property
    def done(self) -> bool:
        """Whether the value is there."""
        return bool(self._values)

    def steps(self) -> Iterator[None]:
        """Compute the value; yields after each step."""
        while not self._values:
            self._step()
            yield

    @property
    def value(self) -> T:
        """The value; what is missing of it is computed at once."""
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
