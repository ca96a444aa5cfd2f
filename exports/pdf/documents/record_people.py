"""Parts of the record about people: background, participants, answers to context questions."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.side import Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.private_note import private_note
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, bulleted, dense, facts, heading, lead
from exports.pdf.styles import LEAD, PART
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.workshop import Attendance, Participant
from workshop_app.services.contact_words import kind_name, kind_noun


def background(paper: Paper) -> list[Block]:
    """Return the method and its reason, the customer's industry and systems, and private notes."""
    words = paper.words
    workshop = paper.state.workshop
    customer = paper.state.customer
    said = {
        "papers.record.method": kind_name(words, workshop),
        "papers.record.method_reason": workshop.method_reason,
        "papers.dossier.industry": customer.industry,
        "papers.dossier.architecture": customer.architecture,
        "papers.record.present": str(paper.state.votes.present or ""),
        "papers.record.ground_rules": workshop.ground_rules,
    }
    pairs = ((words(key), dense(paper, text)) for key, text in said.items() if text.strip())
    notes = (
        ("customer", customer.private_note),
        ("workshop", workshop.private_note),
        ("contact", _of_contact(paper)),
    )
    blocks: list[Block] = [facts(paper, pairs)]
    for key, note in notes:
        if note.strip():
            blocks.append(
                lead(
                    paper,
                    Bold(words(f"papers.record.{key}", kind=kind_noun(words, workshop))),
                    style=LEAD,
                )
            )
            blocks += private_note(paper, note)
    return [Stack(heading(paper, words("papers.record.background"), PART), *blocks)]


def _of_contact(paper: Paper) -> str:
    """Return the facilitator's private notes on the contact, one line each."""
    words = paper.words
    contact = paper.state.workshop
    score = "" if contact.score is None else str(contact.score)
    expects = words(f"contacts.expectation.{contact.expectation}") if contact.expectation else ""
    following = words(f"prepare.method.{contact.next_kind}.name") if contact.next_kind else ""
    said = {
        "heard": contact.heard,
        "silent": words("contacts.silent") if contact.silent else "",
        "score": score,
        "consent": contact.consent,
        "expects": "  ".join(part for part in (expects, contact.expectation_words) if part),
        "next_way": "  ".join(part for part in (following, contact.next_reason) if part),
    }
    return "\n".join(
        words("papers.record.contact_line", name=words(f"contacts.{key}_name"), what=text)
        for key, text in said.items()
        if text
    )


def people(paper: Paper) -> list[Block]:
    """Return each participant with attendance, what they can do alone, and private fields."""
    return _part(paper, "people", [_person(paper, who) for who in paper.state.participants])


def _part(paper: Paper, key: str, blocks: list[Block]) -> list[Block]:
    title = heading(paper, paper.words(f"papers.record.{key}"), PART)
    return [Stack(title, *blocks[:1]), *blocks[1:]] if blocks else []


def _person(paper: Paper, who: Participant) -> Block:
    words = paper.words
    name = words("papers.record.person", code=who.code, name=paper.person(who))
    role = " ".join(part for part in (who.team, who.job) if part)
    late = who.attendance is Attendance.LATE
    marks = [role, words("papers.record.late" if late else f"prepare.attendance.{who.attendance}")]
    marks += [words(f"papers.record.{key}", time=_hour(text))
              for key, text in (("arrived", who.arrived), ("left", who.left)) if text]  # fmt: skip
    if who.ambassador:
        marks.append(words("papers.record.ambassador"))
    if not paper.masked:
        marks.append(who.email)
    line = paper.gap.join(mark for mark in marks if mark)
    alone = [dense(paper, words("papers.alone.title")), *bulleted(paper, who.alone)]
    noted = [check.text for check in paper.state.lines_of(who)]
    said = [dense(paper, words("papers.alone.noted")), *bulleted(paper, noted)]
    return Together(
        lead(paper, Bold(name), style=LEAD),
        dense(paper, line),
        *(alone if who.alone else []),
        *(said if noted else []),
        *private_note(paper, who.private_note),
    )


def answers(paper: Paper) -> list[Block]:
    """Return the answers to context questions, and who gave them."""
    return _part(paper, "answers", [_answer(paper, each) for each in paper.state.answers])


def _answer(paper: Paper, answer: ContextAnswer) -> Block:
    words = paper.words
    who = paper.state.participant(answer.participant_id)
    mark = words(f"context.mark.{answer.mark}") if answer.mark is not AnswerMark.NONE else ""
    said = [paper.person(who) if who else "", mark]
    about = paper.gap.join(part for part in said if part)
    return Together(
        lead(paper, Bold(paper.question_of(answer)), style=LEAD),
        dense(paper, answer.text),
        *([dense(paper, about)] if about else []),
    )


def _hour(moment: str) -> str:
    return moment[11:16] or moment
