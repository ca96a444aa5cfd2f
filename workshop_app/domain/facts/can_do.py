"""What people can do alone at the end of a workshop."""

from workshop_app.domain.state import WorkshopState


def counted_checks(state: WorkshopState) -> int:
    """Return for how many lines of the can-do check hands were counted."""
    return sum(check.hands is not None for check in state.can_do)


def people_with_lines(state: WorkshopState) -> int:
    """Return how many participants wrote what they can do alone."""
    return sum(bool(who.alone) for who in state.participants)
