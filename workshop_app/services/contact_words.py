"""Says ways of hearing in words."""

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import Texts


def way_name(words: Texts, way: ContactKind, own: str = "") -> str:
    """Return the name of a way of hearing; `own` is that of one of one's own."""
    if way is ContactKind.OWN and own:
        return own
    return words(f"prepare.method.{way}.name")


def kind_name(words: Texts, contact: Workshop) -> str:
    """Return the name of the kind of a contact."""
    return way_name(words, contact.kind, contact.own_kind)
