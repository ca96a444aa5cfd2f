"""Mail drafts that tell everybody who said a request, in any contact, what became of it.

Each quotes the reader's own words and has only what may be told. It names no other customer, and
nobody of the contact in which the request was made, unless that is the reader's customer.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import uuid4

from exports.branding import Branding
from exports.file_names import file_name_part
from exports.files import FileSet
from exports.leak_finding import LeakFinding, blocks_export
from exports.mail import news_draft
from exports.masking import replacing
from exports.material import Material
from exports.options import WritingOptions
from exports.protected import Guard, TermKind, person_names, terms_of
from exports.reading_back import LeakCheck, LeakScanner, WrittenFile
from exports.request_board import BoardExport
from workshop_app.domain.promises import Reader
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import Texts
from workshop_app.services.promise_words import news_words
from workshop_app.services.queries import other_customers
from workshop_app.services.request_board import BoardRequest
from workshop_app.services.session import Session

_FOREIGN = (TermKind.NOTE, TermKind.PERSON, TermKind.HOST)
"""What the contact of a request has that other customers must not read."""


def write_news_mail(
    session: Session,
    each: BoardRequest,
    entry: Solution | None,
    folder: Path,
    branding: Branding,
    *,
    masked: Iterable[str] = (),
    released: Sequence[str] = (),
) -> BoardExport:
    """Write a draft for each person who said a request that has news; raises UserError.

    `entry` is the catalogue entry that the news names. `masked` and `released` are protected terms
    found before, by the decision about them.
    """
    findings: list[LeakFinding] = []
    hidden = tuple(masked)
    with FileSet(folder, uuid4().hex) as files:
        for number, (who, words_said) in enumerate(_readers(session, each), 1):
            state = session.state_of(who.workshop_id)
            material = Material(state, {}, state.workshop.language, branding=branding)
            words = material.words
            told = _told(words, each.last, entry) if each.last is not None else ()
            mask = replacing(dict.fromkeys(hidden, words("export.mark")))
            draft = news_draft(material, who, list(map(mask, words_said)), list(map(mask, told)))
            parts = (date.today().isoformat(), words("papers.file.mail"), each.own_code,
                     str(number), file_name_part(material.person(who)))  # fmt: skip
            files.add(f"{'_'.join(parts)}.eml", draft)
            scanner = _scanner(session, each, state, who, branding, tuple(released))
            name, part = files.waiting[-1]
            scanner.read(WrittenFile(part, name, frozenset()))
            findings += scanner.findings
        stopped = blocks_export(tuple(findings))
        return BoardExport(() if stopped else files.publish(), tuple(findings))


def _readers(session: Session, each: BoardRequest) -> list[tuple[Participant, tuple[str, ...]]]:
    """Return who said a request, as in the last contact with an address, and their own words."""
    said: dict[str, list[str]] = {}
    for voice in each.said.voices:
        if voice.person:
            said.setdefault(voice.person, []).append(voice.words)
    found: dict[str, Participant] = {}
    for field in ("id", "person_id"):
        for who in session.store.some(Participant, None, field, tuple(said)):
            person = str(getattr(who, field))
            if who.email or not getattr(found.get(person), "email", ""):
                found[person] = who
    return [(found[person], tuple(dict.fromkeys(words))) for person, words in said.items()]


def _told(words: Texts, news: RequestNews, entry: Solution | None) -> tuple[str, ...]:
    text = entry.text(words.language) if entry is not None else None
    step = (text.first_steps or (text.what,))[0] if text is not None else ""
    address = news.address or (text.help_url if text is not None else "")
    use = "\n".join(filter(None, (text.name if text is not None else "", step, address)))
    return news_words(words, news, Reader.CUSTOMER), news.may_be_told, use


def _scanner(
    session: Session,
    each: BoardRequest,
    state: WorkshopState,
    who: Participant,
    branding: Branding,
    released: tuple[str, ...],
) -> LeakScanner:
    """Return what finds in a draft for a contact's participant what it must not have."""
    guard = Guard(others=other_customers(session, state.customer.id), released=released)
    check = LeakCheck(state, guard, WritingOptions(branding=branding))
    kinds = (TermKind.OTHER_CUSTOMER, TermKind.NOTE)
    terms = [term for term in terms_of(state, guard) if term.kind in kinds]
    if state.customer.id != each.customer.id:
        own = terms_of(session.state_of(each.workshop.id), Guard())
        terms += [term for term in own if term.kind in _FOREIGN]
    names = check.own_names
    people = (*names[TermKind.PERSON], *person_names(who.name))
    return LeakScanner(
        terms,
        own_names={**names, TermKind.PERSON: people},
        released=released,
        own_texts=check.own_texts,
    )
