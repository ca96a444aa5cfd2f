"""What kinds of things a command changed, so that each screen knows whether it is concerned."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of things that changed; a screen refreshes when it shows one of them."""

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
    OPENED = auto()
    """Another workshop was opened, or the open one was closed."""
    ALL = (
        WORKSHOP | CUSTOMER | PARTICIPANTS | AGENDA | ANSWERS | PROBLEMS | THEMES
        | TALLIES | CARDS | REQUESTS | APPRAISALS | ACTIONS
        | SEARCHES | SETUP | OPENED
    )  # fmt: skip
