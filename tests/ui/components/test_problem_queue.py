"""Which problem of a step comes next."""

from hypothesis import given
from hypothesis import strategies as st

from ui.components.problem_queue import ProblemQueue
from workshop_app.domain.problem import Problem


def problem(name: str) -> Problem:
    return Problem(id=name, workshop_id="w", number=1, first_wording=name, position=1)


ALL = tuple(problem(name) for name in "abcdefg")


@st.composite
def queues(draw):
    """A queue with some of its problems open, and one of its problems."""
    problems = tuple(draw(st.permutations(ALL))[: draw(st.integers(1, len(ALL)))])
    still_open = draw(st.sets(st.sampled_from(problems)))
    return ProblemQueue(problems, still_open.__contains__), draw(st.sampled_from(problems))


@given(queues())
def test_the_next_one_is_open_and_all_between_are_not(made):
    queue, after = made
    place = queue.problems.index(after)
    round_trip = queue.problems[place + 1 :] + queue.problems[:place]
    found = queue.next_after(after)
    if found is None:
        assert not any(queue.is_open(each) for each in round_trip)
    else:
        assert queue.is_open(found)
        assert not any(queue.is_open(each) for each in round_trip[: round_trip.index(found)])


@given(queues())
def test_going_on_reaches_every_open_problem_once_before_it_comes_back(made):
    queue, start = made
    reached = []
    here = queue.next_after(start)
    while here is not None and here not in reached and here != start:
        reached.append(here)
        here = queue.next_after(here)
    others = [each for each in queue.problems if queue.is_open(each) and each != start]
    assert sorted(each.id for each in reached) == sorted(each.id for each in others)


@given(queues())
def test_work_begins_with_the_first_open_problem_or_with_the_first(made):
    queue, _ = made
    still_open = [each for each in queue.problems if queue.is_open(each)]
    assert queue.first == (still_open[0] if still_open else queue.problems[0])


def test_an_empty_queue_has_no_problem():
    queue = ProblemQueue((), lambda _problem: True)
    assert queue.first is None
    assert queue.next_after(ALL[0]) is None


def test_a_problem_of_no_queue_is_followed_by_the_first_open_one():
    queue = ProblemQueue(ALL[:3], lambda each: each.id != "a")
    assert queue.next_after(problem("z")) == ALL[1]
