"""Actions stand by day, and of one day those that somebody still has to take come first."""

from tests.helpers.builders import an_action
from workshop_app.domain.action import by_day


def test_actions_are_sorted_by_day_and_unassigned_ones_come_first_on_a_day():
    actions = (
        an_action(1, "b", due="2026-12-17", owner_id="person-1"),
        an_action(2, "e", owner_name="高橋"),
        an_action(3, "c", due="2026-12-17", owner_name="高橋"),
        an_action(4, "a", due="2026-12-17"),
        an_action(5, "0", due="2026-12-10", owner_id="person-1"),
        an_action(6, "d"),
    )
    assert [each.text for each in by_day(actions)] == ["0", "a", "b", "c", "d", "e"]
