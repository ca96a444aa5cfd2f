"""Groups of merged problems."""

from tests.helpers.builders import a_problem
from workshop_app.domain.merging import Merging, circular, without_circles

ONE = a_problem(1)
TWO = a_problem(2, merged_into=ONE.id)
THREE = a_problem(3, merged_into=TWO.id)
ALONE = a_problem(4)


def test_a_problem_merged_with_another_counts_for_the_last_of_them():
    merging = Merging((ONE, TWO, THREE, ALONE))
    assert merging.root_ids == {
        ONE.id: ONE.id,
        TWO.id: ONE.id,
        THREE.id: ONE.id,
        ALONE.id: ALONE.id,
    }
    assert merging.merged_into(ONE.id) == (TWO, THREE)
    assert merging.merged_into(TWO.id) == (THREE,)
    assert merging.group_ids(ALONE.id) == (ALONE.id,)
    assert merging.counts[ONE.id] == 2
    assert merging.counts[ALONE.id] == 0


def test_what_is_done_for_a_merged_problem_counts_for_all_it_is_merged_into():
    merging = Merging((ONE, TWO, THREE, ALONE))
    assert merging.with_any([THREE.id]) == {ONE.id, TWO.id, THREE.id}
    assert merging.with_any([TWO.id, ALONE.id]) == {ONE.id, TWO.id, ALONE.id}
    assert merging.with_any([]) == frozenset()


def test_in_a_circle_the_first_problem_stands_for_the_others():
    first = a_problem(1, merged_into=TWO.id)
    behind = a_problem(5, merged_into=first.id)
    itself = a_problem(6, merged_into=a_problem(6).id)
    found = without_circles((first, TWO, ALONE, behind, itself))
    assert [one.merged_into for one in found] == [None, ONE.id, None, ONE.id, None]
    assert Merging(found).merged_into(ONE.id) == (TWO, behind)


def test_a_chain_of_mergings_is_no_circle():
    assert circular({TWO.id: ONE.id, THREE.id: TWO.id, "x": THREE.id}) == set()
    assert circular({"x": "a", "a": "b", "b": "c", "c": "a"}) == {"a"}
