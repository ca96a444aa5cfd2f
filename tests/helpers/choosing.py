"""Helpers for the page Choose: hands, votes, visible texts."""


def count(desk, *hands):
    for number in hands:
        desk.write(str(number))
        desk.press("Return")


def votes(desk):
    return [desk.state.votes.of(problem_id) for problem_id in desk.ids]


def called(desk):
    return desk.page.hand_count.hands.field.accessibleName()


def ranking(desk):
    return [(row.rank, row.text, row.votes) for row in desk.page.closed_round.ranking]


def shown(desk):
    """Return every text that the open list could show to the room."""
    return " ".join(str(row) for row in desk.page.hand_count.rows.rows())
