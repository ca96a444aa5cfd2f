"""The kinds of records that a command changed."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of changed records, passed to the listeners of the session after each command."""

    NONE = 0
    WORKSHOP = auto()
    CUSTOMER = auto()
    PARTICIPANTS = auto()
    AGENDA = auto()
    ANSWERS = auto()
    PROBLEMS = auto()
    THEMES = auto()
    TALLIES = auto()
    CARDS = auto()
    REQUESTS = auto()
    APPRAISALS = auto()
    ACTIONS = auto()
    SEARCHES = auto()
    SETUP = auto()
    CAN_DO = auto()
    LIKES = auto()
    OPENED = auto()
    """A workshop was opened or closed."""
    ALL = (
        WORKSHOP | CUSTOMER | PARTICIPANTS | AGENDA | ANSWERS | PROBLEMS | THEMES
        | TALLIES | CARDS | REQUESTS | APPRAISALS | ACTIONS
        | SEARCHES | SETUP | CAN_DO | LIKES | OPENED
    )  # fmt: skip
