"""A value computed in steps is the same however it is obtained."""

import pytest

from workshop_app.domain.in_steps import InSteps


def counted(to):
    found = []
    for number in range(to):
        found.append(number)
        yield
    return found


def test_it_is_there_after_the_last_step():
    numbers = InSteps(lambda: counted(3))
    done = [numbers.done for _ in numbers.steps()]
    assert done == [False, False, False, True]
    assert numbers.value == [0, 1, 2]
    assert list(numbers.steps()) == []


def test_a_value_requested_between_two_steps_is_complete():
    numbers = InSteps(lambda: counted(3))
    steps = numbers.steps()
    next(steps)
    assert numbers.value == [0, 1, 2]
    assert list(steps) == []


def test_after_an_exception_it_is_begun_again():
    faults = [OSError("the file cannot be read")]

    def reading():
        yield
        if faults:
            raise faults.pop()
        return "read"

    text = InSteps(reading)
    with pytest.raises(OSError, match="cannot be read"):
        list(text.steps())
    assert not text.done
    assert text.value == "read"
