"""Mail drafts: to each participant with an address, with the summary, to the product team, on news.

Mail programs open it as an editable draft (``X-Unsent``). It has no date and no sender, because the
mail program adds both.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from email import policy
from email.headerregistry import Address, HeaderRegistry
from email.message import EmailMessage
from functools import cache

from exports import calendar_file
from exports.files import OutputFile
from exports.key_message import key_message, request_to_customer
from exports.material import Attachment, Material
from exports.since import own_lines
from workshop_app.domain.action import Action
from workshop_app.domain.facts.outcomes import unsolved
from workshop_app.domain.facts.reply_day import reply_day
from workshop_app.domain.facts.requests import as_sent, in_dossier
from workshop_app.domain.facts.told_requests import earlier_requests
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.services.actions_to_do import problem_words
from workshop_app.services.promise_words import delivery_words, request_words

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
)
_SPECIALS = re.compile(r"[\"<>()\[\]\\,;:@]")
"""Characters with a special meaning in an address line (RFC 5322)."""
_NAME_LENGTH = 60
_MOST_LEFT = 12


class _Headers(HeaderRegistry):
    """Makes the type of each header once, instead of each time that it is written."""

    __getitem__ = cache(HeaderRegistry.__getitem__)


_POLICY = policy.SMTP.clone(cte_type="7bit", header_factory=_Headers())


def build(material: Material, *, team: bool = False) -> list[OutputFile]:
    """Return a draft for each participant with a valid address, including absent ones.

    For the product `team`, one draft with the dossier. A calendar of the participant's actions and
    the next meeting is attached beside the paper. If there is a problem or an earlier visit, a
    first one has the summary and no address, for those who decide and were not there.
    """
    if team:
        return _to_team(material)
    people = [who for who in material.state.participants if _ADDRESS.fullmatch(who.email)]
    drafts = [OutputFile(_to_reader(material, who), who.code) for who in people]
    if material.state.listed or material.state.before is not None:
        drafts.insert(0, OutputFile(_with_summary(material)))
    return drafts


def _to_team(material: Material) -> list[OutputFile]:
    """Return a draft to the product team with the dossier and no address; none without requests."""
    requests = in_dossier(as_sent(material.state))
    if not requests:
        return []
    words, n = material.words, len(requests)
    day = reply_day(as_sent(material.state), material.branding.reply_slack)
    parts = [
        words("papers.mail.team", n=n, customer=material.own_customer),
        words("papers.mail.team_reply", day=words.date(day)) if day else "",
        _signature(material),
    ]
    subject = words("papers.mail.team_subject", n=n)
    paper = material.attachment_of("dossier", None)
    attached = [paper] if paper is not None else []
    return [OutputFile(_draft(material, subject, _letter(material, parts), attached))]


def invalid_addresses(state: WorkshopState) -> tuple[str, ...]:
    """Return the codes of the participants whose address is not valid."""
    people = state.participants
    return tuple(who.code for who in people if who.email and not _ADDRESS.fullmatch(who.email))


def _papers(
    material: Material, who: Participant | None, *names: str
) -> tuple[str, list[Attachment]]:
    """Return which papers of a reader are attached, in words, and these."""
    made = {name: paper for name in names if (paper := material.attachment_of(name, who))}
    titles = [
        material.summary_name if name == "summary" else material.words(f"papers.name.{name}")
        for name in made
    ]
    said = material.words("papers.mail.attached", names=material.list(titles)) if made else ""
    return said, [*made.values()]


def _to_reader(material: Material, who: Participant) -> bytes:
    """Return the draft for a participant: what they do, and what they were promised."""
    subject = material.words("papers.mail.subject", title=material.state.workshop.title)
    said, papers = _papers(material, who, "handout", "became_of")
    calendar = _calendar(material, who)
    address = Address(_name(material, who), addr_spec=who.email)
    attached = [*papers, *([calendar] if calendar else [])]
    return _draft(material, subject, _body(material, who, said), attached, address)


def _with_summary(material: Material) -> bytes:
    """Return the draft with the summary: what came out, and when to meet again."""
    words = material.words
    workshop = material.state.workshop
    day = words.date(workshop.date)
    attached, papers = _papers(material, None, "summary", "then_now")
    parts = [
        words(f"papers.mail.summary{'_of' if day else ''}", title=workshop.title, date=day),
        *key_message(material),
        _list(words("papers.mail.left"), _left(material)),
        _list(words("papers.mail.requests_all"), _earlier(material, None)),
        "\n- ".join(request_to_customer(material)),
        _next_time(material),
        attached,
        words("papers.mail.summary_question"),
        _signature(material),
    ]
    body = _letter(material, parts)
    subject = words("papers.mail.summary_subject", title=workshop.title)
    return _draft(material, subject, body, papers)


def news_draft(
    material: Material, who: Participant, said: Sequence[str], told: Iterable[str]
) -> bytes:
    """Return the draft for somebody who said a request: what they said, and what became of it.

    It has no recipient if the address is not valid.
    """
    words = material.words
    subject = words("papers.mail.news_subject", words=said[-1])
    parts = [
        words("papers.mail.dear", name=words.organisation(who.name, who.honorific)),
        _list(words("papers.mail.news"), said),
        *told,
        words("papers.mail.summary_question"),
        _signature(material),
    ]
    body = _letter(material, parts)
    valid = _ADDRESS.fullmatch(who.email)
    address = Address(_name(material, who), addr_spec=who.email) if valid else None
    return _draft(material, subject, body, [], address)


def _draft(
    material: Material,
    subject: str,
    body: str,
    attached: list[Attachment],
    address: Address | None = None,
) -> bytes:
    message = EmailMessage(policy=_POLICY)
    if address is not None:
        message["To"] = address
    message["Subject"] = _one_line(material, subject)
    message["X-Unsent"] = "1"
    message.set_content(body, charset="utf-8", cte="base64")
    for number, each in enumerate(attached):
        main, sub = each.kind.split("/")
        # without a charset mail programs may take a text for ASCII (RFC 5545, 3.1.4)
        params = {"charset": "utf-8"} if main == "text" else {}
        message.add_attachment(
            _place(number), maintype=main, subtype=sub, filename=each.name, params=params
        )
    if attached:
        # a fixed boundary, for reproducible files
        message.set_boundary(f"part-{hashlib.sha256(body.encode()).hexdigest()[:32]}")
    draft = message.as_bytes()
    for number, each in enumerate(attached):
        # the library would encode and write the file line by line
        draft = draft.replace(_encoded(_place(number)), _encoded(each.data))
    return draft


def _place(number: int) -> bytes:
    """Return what stands in a draft for an attached file until the draft is complete."""
    return b"attached file no. %d stands in this place" % number


def _encoded(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def _calendar(material: Material, who: Participant) -> Attachment | None:
    """Return the calendar of a participant, or None if there is no day in it."""
    made = calendar_file.build(material, who)
    name = f"{material.words('papers.name.calendar')}.ics"
    return Attachment(name, made[0].data, "text/calendar") if made else None


def _name(material: Material, who: Participant) -> str:
    """Return the name for the address line without special characters."""
    return _one_line(material, _SPECIALS.sub(" ", who.name))[:_NAME_LENGTH].strip()


def _one_line(material: Material, text: str) -> str:
    return " ".join(material.printable(text).split())


def _body(material: Material, who: Participant, attached: str) -> str:
    words = material.words
    workshop = material.state.workshop
    name = words.organisation(who.name, who.honorific)
    day = words.date(workshop.date)
    about = _thanks(workshop) if who.attended else "sent"
    parts = [
        words("papers.mail.dear", name=name),
        words(f"papers.mail.{about}{'_of' if day else ''}", title=workshop.title, date=day),
        _actions(material, who),
        _list(words("papers.own.thanks"), (each.text for each in material.kept_by(who))),
        _list(words("papers.since.own"), own_lines(material, who)),
        _list(words("papers.mail.alone"), who.alone),
        _list(words("papers.mail.promised"), _promised(material, who)),
        _list(words("papers.mail.requests"), _requests(material, who)),
        _next_time(material),
        attached,
        words("papers.mail.question"),
        _signature(material),
    ]
    return _letter(material, parts)


def _letter(material: Material, parts: Iterable[str]) -> str:
    return material.printable("\n\n".join(filter(None, parts))) + "\n"


def _left(material: Material) -> list[str]:
    """Return the problems without a solution, of which the message has the numbers, if few."""
    left = sorted((each.number, each.title) for each in unsolved(material.state))
    said = [material.words("papers.map.problem", number=n, text=text) for n, text in left]
    return [] if len(left) > _MOST_LEFT else said


def _signature(material: Material) -> str:
    return "\n".join(filter(None, (material.facilitator, material.branding.contact)))


def _thanks(contact: Workshop) -> str:
    return "thanks" if contact.kind.is_talk else "told"


def _list(title: str, lines: Iterable[str]) -> str:
    said = [f"- {line.strip()}" for line in lines if line.strip()]
    return "\n".join((title, *said)) if said else ""


def _actions(material: Material, who: Participant) -> str:
    """Return what a participant still has to do, with a word on what is overdue."""
    words, today = material.words, material.state.workshop.date
    mine = [each for each in material.actions if each.owner_id == who.id and each.is_open]
    late = any("" < each.due < today for each in mine)
    said = _list(words("papers.mail.actions"), (_action(material, each) for each in mine))
    return "\n".join(filter(None, (said, words("papers.mail.new_day") if late else "")))


def _action(material: Material, action: Action) -> str:
    words = material.words
    state = material.state
    due, late = words.date(action.due), action.due < state.workshop.date
    facts = [
        *problem_words(state, words, action),
        words(f"papers.mail.{'overdue' if late else 'due'}", due=due) if due else "",
    ]
    about = material.list([fact for fact in facts if fact])
    text, _, remark = action.text.partition("\n")
    text = words("papers.mail.action", text=text, about=about) if about else text
    return material.gap.join(filter(None, (text, remark)))


def _said_by(material: Material, who: Participant) -> list[Problem]:
    """Return the problems that a participant said; none if nobody may be named."""
    state = material.state
    if state.workshop.anonymous:
        return []
    return [each for each in state.listed if who in state.speakers_of(each)]


def _promised(material: Material, who: Participant) -> list[str]:
    """Return the help that was promised for the participant's problems, and who delivers it."""
    cards = (
        card
        for problem in _said_by(material, who)
        for card in material.state.cards_of(problem.id)
        if card.outcome is OutcomeKind.CARD and not card.delivered_on
    )
    said = ((material.title_of(card), delivery_words(material.words, card)) for card in cards)
    return [_with_more(material, title, more) for title, more in said]


def _requests(material: Material, who: Participant) -> list[str]:
    """Return what becomes of the requests about the participant's problems."""
    state = material.state
    found = filter(None, (state.request_of(each.id) for each in _said_by(material, who)))
    ordered = sorted(found, key=lambda each: each.number)
    return [
        *(_stands(material, state, each) for each in ordered),
        *_earlier(material, who),
    ]


def _earlier(material: Material, who: Participant | None) -> list[str]:
    """Return how requests of earlier visits stand: the participant's, or all."""
    found = earlier_requests(material.state, who)
    return [_stands(material, each.state, each.request) for each in found]


def _stands(material: Material, state: WorkshopState, request: Request) -> str:
    said = request_words(material.words, state, request, Reader.CUSTOMER)
    return _with_more(material, request.title, said)


def _with_more(material: Material, title: str, more: str) -> str:
    more = " ".join(more.split())
    return material.words("papers.mail.with_more", title=title, more=more) if more else title


def _next_time(material: Material) -> str:
    day = material.next_day
    said = material.words("papers.mail.next", date=day) if day else ""
    lines = [said, material.next_place, material.state.workshop.next_note]
    return "\n".join(line for line in lines if line)
