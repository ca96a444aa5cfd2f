"""A mail draft for each participant with an address: their actions, and what they can do alone.

Mail programs open it as an editable draft (``X-Unsent``). It has no date and no sender, because the
mail program adds both.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

from exports.files import OutputFile
from exports.material import Material
from workshop_app.domain.action import Action, by_day
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance, Participant, Workshop

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
)
_SPECIALS = re.compile(r"[\"<>()\[\]\\,;:@]")
"""Characters with a special meaning in an address line (RFC 5322)."""
_PLACE = b"the attached file stands in this place of the draft"
_NAME_LENGTH = 60
_POLICY = policy.SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that is attached to a draft."""

    name: str
    data: bytes


def build(
    material: Material, attachment_of: Callable[[Participant], Attachment | None]
) -> list[OutputFile]:
    """Return a draft for each participant with a valid address, including absent ones."""
    return [
        OutputFile(_draft(material, who, attachment_of(who)), who.code)
        for who in material.state.participants
        if _ADDRESS.fullmatch(who.email)
    ]


def invalid_addresses(state: WorkshopState) -> tuple[str, ...]:
    """Return the codes of the participants whose address is not valid."""
    people = state.participants
    return tuple(who.code for who in people if who.email and not _ADDRESS.fullmatch(who.email))


def _draft(material: Material, who: Participant, attachment: Attachment | None) -> bytes:
    message = EmailMessage(policy=_POLICY)
    message["To"] = Address(_name(material, who), addr_spec=who.email)
    subject = material.words("papers.mail.subject", title=material.state.workshop.title)
    message["Subject"] = _one_line(material, subject)
    message["X-Unsent"] = "1"
    body = _body(material, who, attached=attachment is not None)
    message.set_content(body, charset="utf-8", cte="base64")
    if attachment is not None:
        message.add_attachment(
            _PLACE, maintype="application", subtype="pdf", filename=attachment.name
        )
        # a fixed boundary, for reproducible files
        message.set_boundary(f"part-{hashlib.sha256(body.encode()).hexdigest()[:32]}")
    draft = message.as_bytes()
    if attachment is None:
        return draft
    # the library would encode and write the file line by line
    content = base64.encodebytes(attachment.data).replace(b"\n", b"\r\n")
    return draft.replace(base64.encodebytes(_PLACE).replace(b"\n", b"\r\n"), content)


def _name(material: Material, who: Participant) -> str:
    """Return the name for the address line without special characters."""
    return _one_line(material, _SPECIALS.sub(" ", who.name))[:_NAME_LENGTH].strip()


def _one_line(material: Material, text: str) -> str:
    return " ".join(material.printable(text).split())


def _body(material: Material, who: Participant, *, attached: bool) -> str:
    words = material.words
    workshop = material.state.workshop
    name = words.organisation(who.name, who.honorific)
    day = words.date(workshop.date)
    about = "sent" if who.attendance is Attendance.ABSENT else _thanks(workshop)
    parts = [
        words("papers.mail.dear", name=name),
        words(f"papers.mail.{about}{'_of' if day else ''}", title=workshop.title, date=day),
        _list(words("papers.mail.actions"), _actions(material, who)),
        _list(words("papers.mail.alone"), who.can_do_alone.splitlines()),
        _next_time(material),
        words("papers.mail.attached") if attached else "",
        "\n".join(filter(None, (material.facilitator, material.branding.contact))),
    ]
    return material.printable("\n\n".join(part for part in parts if part)) + "\n"


def _thanks(contact: Workshop) -> str:
    return "thanks" if contact.kind.is_talk else "told"


def _list(title: str, lines: list[str]) -> str:
    said = [f"- {line.strip()}" for line in lines if line.strip()]
    return "\n".join((title, *said)) if said else ""


def _actions(material: Material, who: Participant) -> list[str]:
    mine = (action for action in by_day(material.state.actions) if action.owner_id == who.id)
    return [_action(material, action) for action in mine if action.is_open]


def _action(material: Material, action: Action) -> str:
    words = material.words
    state = material.state
    problem = state.root_of(action.problem_id)
    facts = [
        words("papers.problem.heading", number=problem.number) if problem is not None else "",
        words("papers.mail.due", due=words.date(action.due)) if action.due else "",
    ]
    about = material.list([fact for fact in facts if fact])
    return words("papers.mail.action", text=action.text, about=about) if about else action.text


def _next_time(material: Material) -> str:
    words = material.words
    workshop = material.state.workshop
    day = words.date(workshop.next_date)
    lines = [words("papers.mail.next", date=day) if day else "", workshop.next_note]
    return "\n".join(line for line in lines if line)
