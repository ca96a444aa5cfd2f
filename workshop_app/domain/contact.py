"""The kind of a contact with a customer, and the customer's expectation after it."""

from enum import StrEnum


class ContactKind(StrEnum):
    """How the customer was consulted.

    A contact has one kind; a problem stores that of its origin.
    """

    SUPPORT = "support"
    SURVEY = "survey"
    MAIL = "mail"
    INTERVIEW = "interview"
    WORKSHOP = "workshop"
    MEETUP = "meetup"
    OWN = "own"
    """A user-defined kind, named by `Workshop.own_kind`."""

    @property
    def is_talk(self) -> bool:
        """Whether people meet, so that there is an agenda and papers for participants."""
        return self in (ContactKind.INTERVIEW, ContactKind.WORKSHOP, ContactKind.MEETUP)


class Expectation(StrEnum):
    """What the customer expects after a contact, compared with before."""

    NOT_ASKED = ""
    WORSE = "worse"
    SAME = "same"
    BETTER = "better"
