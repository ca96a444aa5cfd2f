"""Checks the tables of a workshop: each row, in its order, with each of its values."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

from tests.truth.caveats import caveats
from tests.truth.entries import entries
from tests.truth.facts import ANSWERED, Facts, Record, code, handed_over, outcome, title
from tests.truth.masks import masked
from tests.truth.plain import differences, squeezed
from tests.truth.told import Told
from tests.truth.verdicts import ANSWERS
from workshop_app.i18n import Texts

_ANSWER_COLUMNS = 8
_WORDS = "promises.customer"
_SAID_BY = 2
"""Which column of the problems says who said them; the customer's tables do not have it."""
CUSTOMER = ("problems", "outcomes", "actions", "votes")
ALL = ("problems", "outcomes", "requests", "actions", "votes", "answers")


def check_csv(facts: Facts, language: str, name: str, data: bytes) -> list[str]:
    """Return the faults of the CSV file of the table `name`."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return _check(facts, language, name, rows, internal=name in ("requests", "answers"))


def check_workbook(facts: Facts, language: str, data: bytes, *, internal: bool) -> list[str]:
    """Return the faults of the workbook, which has a sheet for each table."""
    words = Texts(language)
    names = ALL if internal else CUSTOMER
    book = load_workbook(io.BytesIO(data))
    faults = differences(
        "workbook", book.sheetnames, [words(f"papers.sheet.{name}") for name in names]
    )
    if faults:
        return faults
    for name, sheet in zip(names, book.worksheets, strict=True):
        rows = [[_value(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        faults += _check(facts, language, name, rows, internal=internal, whole=False)
    return faults


def _value(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def _check(
    facts: Facts,
    language: str,
    name: str,
    rows: list[list[str]],
    *,
    internal: bool,
    whole: bool = True,
) -> list[str]:
    true = [list(map(squeezed, row)) for row in _TABLES[name](facts, Texts(language))]
    if name == "problems" and not internal:
        for row in true:
            del row[_SAID_BY]
    if internal:
        true = [[masked(facts, language, each) for each in row] for row in true]
    said = [[squeezed(each.removeprefix("'")) for each in row] for row in rows[1:]]
    if not whole:  # a sheet has no column that is empty, but those to fill in
        true, said = ([list(filter(None, row)) for row in table] for table in (true, said))
    return differences(name, list(map(" | ".join, said)), list(map(" | ".join, true)))


Cells = list[Any]


def _yes(words: Texts, said: object) -> str:
    return words(f"papers.table.{'yes' if said else 'no'}")


def _names(words: Texts, kind: str, promise: str) -> str:
    return words(f"promises.room.{promise}" if kind == "open" else f"cards.outcome.{kind}")


_SHAPES = {
    "solved": "solution",
    "solved_in_part": "solution",
    "helped": "card",
    "not_ours": "not_ours",
    **dict.fromkeys(("later", "not_sent", "enough", "ask_again", "parked"), "open"),
    **dict.fromkeys(("not_discussed", "open"), "open"),
}


def _problems(facts: Facts, words: Texts) -> list[Cells]:
    themes = {each["id"]: each["name"] for each in facts.file["themes"]}
    numbers = {each["id"]: each["number"] for each in facts.problems}
    votes = facts.votes()
    chosen = [each["id"] for each in facts.chosen]
    noun = facts.workshop["own_kind"] if facts.workshop["kind"] == "own" else ""
    noun = noun or words(f"contacts.noun.{facts.workshop['kind']}")
    rows = []
    for each in facts.problems:
        if each["held"]:
            continue
        root = facts.root(each["id"])
        is_root = root is each
        said = facts.promises(each) if is_root else {}
        kinds = [(_SHAPES.get(promise, "request"), promise) for promise in said.values()]
        helped = [pair for pair in kinds if pair[0] not in ("not_ours", "open")]
        names = dict.fromkeys(_names(words, kind, promise) for kind, promise in helped or kinds)
        way = facts.workshop["own_kind"] if each["method"] == "own" else ""
        rows.append([
            each["number"],
            each["first_wording"],
            _name(facts, words, each["speaker_id"]),
            each["wording"],
            themes.get(each["theme_id"], ""),
            words(f"papers.table.source.{each['source']}", kind=noun),
            way or words(f"prepare.method.{each['method']}.name"),
            each["heard_at"][:10],
            "" if is_root or root is None else root["number"],
            numbers.get(each["split_from"]),
            votes.get(each["id"]),
            _yes(words, each["id"] in chosen),
            _yes(words, each["parked"]),
            words("papers.head.separator").join(names),
            each["discussion"],
            words(f"solve.find.{each['found']}") if each["found"] else "",
            each["origin_date"],
            each["became"],
        ])  # fmt: skip
    return rows


def _name(facts: Facts, words: Texts, key: str | None) -> str:
    return "".join(
        words.organisation(who["name"], who["honorific"])
        for who in facts.people
        if who["id"] == key
    )


def _answers(facts: Facts, words: Texts) -> list[Cells]:
    made = {each["answer_id"]: each["number"] for each in facts.problems if not each["held"]}
    return [
        [
            Told(facts, words).question(each),
            each["text"],
            _name(facts, words, each["participant_id"]),
            words(f"context.mark.{each['mark']}") if each["mark"] else "",
            made.get(each["id"], ""),
        ]
        for each in facts.answers
    ]


def _outcomes(facts: Facts, words: Texts) -> list[Cells]:
    known = entries(words.language)
    rows = []
    for each in facts.listed:
        promises = facts.promises(each)
        for card in facts.cards(each):
            kind = outcome(card)
            if kind not in promises:
                continue
            entry = known.get(card["catalogue_id"], {})
            name = entry.get("name", card["title"])
            promise = promises[kind]
            said = _said(facts, words, each, promise, caveats(facts, words, each, card))
            request = facts.request_of_card(card) if card["kind"] == "update" else None
            if request:
                name = f"R-{request['number']} {request['title']}"
                if request is not facts.request(each):
                    promise = facts.promise_of_request(request)
                    reason = facts.told(request)
                    if promise not in ANSWERED:
                        reason = facts.reason(words, each, promise)
                    said = [words(f"{_WORDS}.{promise}"), reason]
            rows.append([
                each["number"],
                title(each),
                words(f"cards.outcome.{kind}"),
                words(f"cards.kind.{card['kind']}"),
                name,
                entry.get("what", card["text"]),
                entry.get("help_url", ""),
                card["search_words"],
                *said,
                card["owner_name"],
                card["due"],
                card["delivered_on"],
                card["link"],
                words(f"cards.helped.{card['helped']}") if card["helped"] else "",
            ])  # fmt: skip
        for kind in ("not_ours", "open"):
            if kind in promises:
                promise = promises[kind]
                name = _names(words, _SHAPES[promise], promise)
                rows.append([
                    each["number"], title(each), name, "", "", facts.not_ours(each), "", "",
                    *_said(facts, words, each, promise), "", "", "", "", "",
                ])  # fmt: skip
    return rows


def _said(
    facts: Facts, words: Texts, problem: Record, promise: str, leaves_open: Sequence[str] = ()
) -> Cells:
    reason = facts.reason(words, problem, promise)
    return [words(f"{_WORDS}.{promise}"), "".join([reason, *leaves_open])]


def role(who: Record) -> str:
    """Return team and job of a person."""
    parts = [part for part in (who["team"], who["job"]) if part]
    return (", " if "".join(parts).isascii() else " ").join(parts)


def _persona(facts: Facts, problem: Record) -> str:
    roles = dict.fromkeys(map(role, facts.speakers(problem)))
    parts = [*roles, facts.customer["industry"], facts.customer["architecture"]]
    return "/".join(part for part in parts if part)


def _requests(facts: Facts, words: Texts) -> list[Cells]:
    known = entries(words.language)
    votes = facts.votes()
    rows = []
    for each in facts.requests:
        own = next((p for p in facts.problems if p["id"] == each["problem_id"]), None)
        root = facts.root(each["problem_id"])
        if own is None or root is None:
            continue
        news = facts.news(each)
        day = words.date(news[-1]["date"]) if news else ""
        promise = facts.promise_of_request(each)
        nearest = known.get(facts.nearest(each), {})
        rows.append([
            code(facts, each),
            each["title"],
            facts.customer["name"],
            facts.workshop["date"],
            own["number"],
            own["first_wording"],
            own["wording"],
            each["own_words"],
            _persona(facts, own),
            each["why"],
            each["wished_how"],
            each["situation"],
            each["impact"],
            each["workaround"],
            each["good_enough"],
            nearest.get("name", ""),
            nearest.get("help_url", ""),
            each["shortfall"],
            each["gap_id"],
            votes.get(own["id"]),
            facts.present_at_vote,
            words(f"promises.facilitator.{promise}", day=day),
            handed_over(news),
            facts.told(each) if promise in ANSWERED else facts.reason(words, root, promise),
            _appraisal(facts, words, own),
            *[""] * _ANSWER_COLUMNS,
        ])  # fmt: skip
    return rows


def _appraisal(facts: Facts, words: Texts, problem: Record) -> str:
    """Each criterion that was answered or has to be, with its reason; a persona as roles."""
    root = facts.root(problem["id"]) or problem
    known = facts.appraisal(root)
    if known is None:
        return ""
    to_ask = () if known["override"] else facts.judged(root)[2]
    lines = []
    for name in ANSWERS:
        answer, ground = known[name], known[f"{name}_ground"]
        if not answer and not ground and name not in to_ask:
            continue
        said = words("papers.dossier.unanswered" if name in to_ask else "appraisal.not_needed")
        said = words(f"appraisal.answer.{name}.{answer}") if answer else said
        if ground and squeezed(ground) == squeezed(_persona(facts, problem)):
            ground = Told(facts, words).roles(problem)
        if ground:
            said = words("papers.dossier.answer_with_ground", answer=said, ground=ground)
        topic = words(f"appraisal.topic.{name}")
        lines.append(words("papers.table.criterion", topic=topic, said=said))
    return "\n".join(lines)


def _actions(facts: Facts, words: Texts) -> list[Cells]:
    rows = []
    for each in facts.actions:
        owner = facts.owner(each)
        about = facts.purposes(each)
        comma = words("papers.head.separator")
        number = comma.join(facts.problem_words(words, each, brief=True))
        if len(about) == 1 and about[0][0] is facts:
            number = about[0][1]["number"]
        answer = "done" if each["done"] else "not_needed" if each["not_needed"] else ""
        answer = answer or ("not_yet" if each["answered_at"] else "")
        rows.append([
            each["text"],
            words.organisation(owner["name"], owner["honorific"]) if owner else each["owner_name"],
            each["due"],
            _yes(words, each["done"]),
            number,
            comma.join(title(problem) for _, problem in about),
            words(f"last_time.answer.{answer}") if answer else "",
            each["answer_note"],
        ])  # fmt: skip
    return rows


def _votes(facts: Facts, words: Texts) -> list[Cells]:
    now = facts.workshop["round"]
    counted = [facts.votes(number) for number in facts.rounds or [now]]
    return [
        [
            words.rank(place),
            problem["number"],
            title(problem),
            *(votes.get(problem["id"]) for votes in counted),
            _yes(words, facts.is_chosen(problem)),
        ]
        for problem, place in facts.places(now)
    ]


_TABLES = {
    "problems": _problems,
    "outcomes": _outcomes,
    "requests": _requests,
    "actions": _actions,
    "votes": _votes,
    "answers": _answers,
}
