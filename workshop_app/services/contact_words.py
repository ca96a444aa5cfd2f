"""Texts that name contacts and ways of listening."""

import re
from collections.abc import Iterable

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.text import LINE_LIMIT
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import Texts


def way_name(words: Texts, way: ContactKind, own: str = "") -> str:
    """Return the name of a way of listening; `own` is the name of a user-defined one."""
    if way is ContactKind.OWN and own:
        return own
    return words(f"prepare.method.{way}.name")


def kind_name(words: Texts, contact: Workshop) -> str:
    """Return the name of the kind of a contact."""
    return way_name(words, contact.kind, contact.own_kind)


def kind_noun(words: Texts, contact: Workshop, *, begins: bool = False) -> str:
    """Return the kind of a contact as a noun; capitalised if it `begins` a sentence."""
    own = contact.own_kind if contact.kind is ContactKind.OWN else ""
    noun = own or words(f"contacts.noun.{contact.kind}")
    return noun[:1].upper() + noun[1:] if begins else noun


def title_as(words: Texts, contact: Workshop, kind: ContactKind) -> str:
    """Return the title of a contact that becomes one of this kind; a typed title stays."""
    names = (words("start.untitled"), kind_name(words, contact))
    if contact.title not in names:
        return contact.title
    return names[0] if kind is ContactKind.WORKSHOP else way_name(words, kind)


def came_from(words: Texts, problem: Problem) -> str:
    """Return the visit from which a problem was taken over; empty for a new one."""
    if problem.origin_id is None:
        return ""
    if not problem.origin_date:
        return words("contacts.came_from.earlier")
    day = words.date(problem.origin_date, year=False, short=True)
    return words("contacts.came_from.day", day=day)


def title_of_next(words: Texts, kind: ContactKind, contacts: Iterable[Workshop]) -> str:
    """Return the title of a customer's next contact; `contacts` are the earlier ones, oldest first.

    A further workshop has the title of the first one with the next number; other contacts are named
    after their kind.
    """
    name = way_name(words, kind)
    earlier = [each for each in contacts if each.kind is kind]
    if kind is not ContactKind.WORKSHOP or not earlier:
        return name
    title = earlier[0].title
    nth = words.nth_time(len(earlier) + 1)
    for n in range(1, len(earlier) + 1):  # of several on one day a later one may come first
        numbered = re.sub(rf"(?<!\d){words.nth_time(n)}", nth, title, count=1)
        if numbered != title:
            return numbered
    title = words("customer.nth_title", title=title, nth=nth)
    return title if len(title) <= LINE_LIMIT else name
