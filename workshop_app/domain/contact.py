"""What a contact with a customer is: its kind, and the expectation with which it ended."""

from enum import StrEnum


class ContactKind(StrEnum):
    """How the customer is heard. A contact has one; a problem keeps that by which it was heard."""

    SUPPORT = "support"
    SURVEY = "survey"
    MAIL = "mail"
    INTERVIEW = "interview"
    WORKSHOP = "workshop"
    MEETUP = "meetup"
    OWN = "own"
    """A kind of one's own, with a name of its own (`Workshop.own_kind`)."""

    @property
    def is_talk(self) -> bool:
        """Whether people sit together, so that it has an agenda and papers for them."""
        return self in (ContactKind.INTERVIEW, ContactKind.WORKSHOP, ContactKind.MEETUP)


class Expectation(StrEnum):
    """What the customer expects after a contact, compared with before."""

    NOT_ASKED = ""
    WORSE = "worse"
    SAME = "same"
    BETTER = "better"
