"""The last sections of papers for the customer: abilities, requests, places to learn, notes."""

from collections.abc import Mapping

from exports.pdf.blocks.block import Block, WritingLines
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Beside, Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import day_of, passing_on
from exports.pdf.documents.own_abilities import lines_to_tick
from exports.pdf.documents.section import headed, row, section
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, bulleted, dense, heading, para, to_fill_in
from exports.pdf.styles import DENSE, SECTION, SECTION_LINE, SECTION_NAME, SMALL, Style
from exports.since import standings
from exports.web_addresses import is_safe
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.told_requests import ToldRequest, earlier_requests
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import PASSED_ON, TOLD_LATER, Promise, Reader
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import COMMUNITY_LINKS
from workshop_app.services.promise_words import (
    customer_text,
    no_guarantee,
    request_words,
    states_of,
)

COUNTED = (
    Promise.TO_APPRAISE,
    Promise.TO_SEND,
    *PASSED_ON.values(),
    Promise.LATER,
    Promise.NOT_SENT,
    Promise.ASK_AGAIN,
)
"""The promises of requests that a heading can state of all of them."""
_FEW = 6
"""The most problems that nobody took up last time of which the words are printed."""
_NOTE_LINES = 3
_CLOSE = 2.0
_LINK_NAME = 184.0
_QUESTION = 200.0
_QR = 52.0
_LINK = Style(10.5, DENSE.leading, bold=True)
_ADDRESS = Style(10.5, DENSE.leading)


def next_meeting(paper: Paper) -> list[Block]:
    """Return the section of the next meeting with its place and its note, or a line for its day."""
    words = paper.words
    day = paper.next_day
    title = words("papers.next.day", date=day) if day else words("papers.next.undecided")
    said = [each for each in (paper.next_place, paper.state.workshop.next_note) if each]
    lines = [_plain(paper, each) for each in said]
    if not day:
        lines.insert(0, Beside(para(paper, ""), to_fill_in(paper, "papers.next.fill")))
    rows = [Together(*lines)] if lines else []
    return section(paper, words("papers.next.title"), title, rows)


def abilities(paper: Paper, printed: Mapping[str, str]) -> list[Block]:
    """Return what each can do alone, with boxes to tick, and how many can do what.

    All steps of an answer are one line if they are printed: `printed` is as for `own_abilities`.
    """
    able = [who for who in paper.state.participants if who.alone]
    words = paper.words
    checks = () if paper.state.before else paper.state.can_do  # then and now compares them
    counted = [para(paper, words("papers.alone.hands", text=each.text, n=each.hands))
               for each in checks if each.hands is not None]  # fmt: skip
    if not able and not counted:
        return []
    asked = "again" if paper.state.workshop.next_date else "here"
    rows = [
        row(
            para(paper, paper.called(who)),
            Stack(*lines_to_tick(paper, who.alone, printed)),
            line=number > 0,
            pad=3,
        )
        for number, who in enumerate(able)
    ]
    if counted:
        label = para(paper, words("papers.alone.counted"))
        rows.append(row(label, Stack(*counted), line=bool(able), pad=3))
    return section(paper, words("papers.alone.name"), words(f"papers.alone.{asked}"), rows)


def requests(paper: Paper) -> list[Block]:
    """Return the requests with their promises, and the note that nothing is guaranteed."""
    return paper.once(("requests",), lambda: _requests(paper))


def _requests(paper: Paper) -> list[Block]:
    # those that are passed on come last, before the line on who does that
    found = sorted(
        paper.state.requests,
        key=lambda request: (promise_of(paper.state, request) in TOLD_LATER, request.number),
    )
    if not found:
        return []
    words = paper.words
    title, alike = requests_title(paper, found)
    rows: list[Block] = []
    for request in found:
        problem = paper.state.problem(request.problem_id)
        label = words("papers.problem.heading", number=problem.number) if problem else ""
        said = "" if alike else request_words(words, paper.state, request, Reader.CUSTOMER)
        title_row = Beside(para(paper, label), para(paper, request.title))
        rows.append(Together(title_row, *([_plain(paper, said)] if said else [])))
    last = [
        _plain(paper, said)
        for said in (
            passing_on(paper),
            no_guarantee(words, (promise_of(paper.state, each) for each in found)),
        )
        if said
    ]
    rows[-1] = Together(rows[-1], *last)
    return section(paper, words("papers.requests.name"), title, rows)


def since_last_time(paper: Paper) -> list[Block]:
    """Return how problems of the previous visit and earlier requests stand now.

    They are the reader's, or all of them.
    """
    return [*_problems_of_last_time(paper), *requests_of_earlier_visits(paper)]


def _problems_of_last_time(paper: Paper) -> list[Block]:
    words = paper.words
    rows: list[Block] = []
    silent = words(f"promises.room.{Promise.NOT_DISCUSSED}")
    for label, lines in standings(paper, paper.reader):
        if label == silent and paper.reader is None and len(lines) > _FEW:
            said = [dense(paper, words("papers.since.more", n=len(lines)))]
        else:
            said = bulleted(paper, lines, DENSE)
        name = dense(paper, label)
        again = dense(paper, words("papers.facts.again", name=label))
        rows.append(row(name, Stack(*said), line=bool(rows), again=again, pad=_CLOSE))
    if not rows:
        return []
    title = words("papers.since.problems" if paper.reader is None else "papers.since.own")
    return section(paper, words("papers.since.name"), title, rows)


def requests_of_earlier_visits(paper: Paper) -> list[Block]:
    """Return how requests of earlier visits stand now, by the days on which they were said.

    They are all of them, or the reader's, which "your requests" has if all of those have news.
    """
    words = paper.words
    found = sorted(earlier_requests(paper.state, paper.reader), key=lambda each: each.day)
    if not found:
        return []
    name, title = words("papers.requests.name"), words("papers.requests.earlier", n=len(found))
    if paper.reader is not None and all(each.last for each in found):
        there = words("papers.requests.in_became_of", name=words("papers.name.became_of"))
        return section(paper, name, states_of(words, found), [_plain(paper, there)])
    rows = [_earlier(paper, each, line=each is not found[0]) for each in found]
    note = no_guarantee(words, (promise_of(each.state, each.request) for each in found))
    rows[-1] = Together(rows[-1], *([_plain(paper, note)] if note else []))
    return section(paper, name, title, rows)


def _earlier(paper: Paper, told: ToldRequest, *, line: bool) -> Block:
    """Return how a request of an earlier visit stands, when it was said, and where it is used."""
    words, (state, request, _) = paper.words, told
    label = Stack(
        para(paper, Bold(words(f"request_news.state.{state.state_of_request(request)}"))),
        para(
            paper,
            words("papers.requests.said", day=day_of(paper, told.day, short=True)),
            style=SMALL,
        ),
    )
    last = told.last
    day = day_of(paper, last.date, short=True) if last else ""
    stands = request_words(words, state, request, Reader.CUSTOMER)
    said = para(paper, paper.gap.join(filter(None, (day, stands))))
    lines = [para(paper, Bold(request.title)), said]
    entry = paper.solutions.get(last.catalogue_id) if last else None
    address = last.address or (entry.text(paper.language).help_url if entry else "") if last else ""
    if last and last.state is RequestState.RELEASED and is_safe(address):
        lines.append(para(paper, WebAddress(address), style=SMALL))
    return row(label, Stack(*lines), line=line)


def requests_title(paper: Paper, requests: list[Request]) -> tuple[str, bool]:
    """Return the heading of requests, and whether it tells how each of them stands."""
    words = paper.words
    promises = [promise_of(paper.state, request) for request in requests]
    told = any(customer_text(paper.state, request) for request in requests)
    if len(set(promises)) == 1 and promises[0] in COUNTED and not told:
        return words(f"promises.count.{promises[0]}", n=len(requests)).rstrip("。."), True
    return words("papers.requests.count", n=len(requests)), False


def kept_for_later(paper: Paper) -> list[Block]:
    """Return the parked problems with their first wordings."""
    return paper.once(("kept for later",), lambda: _kept_for_later(paper))


def _kept_for_later(paper: Paper) -> list[Block]:
    problems = paper.state.parking_lot
    if not problems:
        return []
    words = paper.words
    rows = [
        row(para(paper, words("papers.problem.heading", number=each.number)), _parked(paper, each),
            line=number > 0)
        for number, each in enumerate(problems)
    ]  # fmt: skip
    title = words("papers.parked.title", n=len(problems))
    return section(paper, words("papers.parked.name"), title, rows)


def _parked(paper: Paper, problem: Problem) -> Block:
    words = paper.words
    lines: list[Block] = [para(paper, problem.title)]
    if problem.wording:
        lines.append(para(paper, words("papers.others.first", text=problem.first_wording)))
    for merged in paper.state.merged_into(problem.id):
        said = words("papers.others.merged", number=merged.number, text=merged.first_wording)
        lines.append(para(paper, said))
    return Stack(*lines)


def community(paper: Paper) -> list[Block]:
    """Return the pointers to the community that were chosen for the papers, in rows."""
    return paper.once(("community",), lambda: _community(paper))


def _community(paper: Paper) -> list[Block]:
    state, words = paper.state, paper.words
    links = [key for key in COMMUNITY_LINKS if key in state.workshop.community]
    shown = [
        (
            words(f"community.{key}.name"),
            words(f"community.{key}.url"),
            words(f"community.{key}.short"),
        )
        for key in links
    ]
    own = sorted((each for each in state.pointers if each.chosen), key=lambda each: each.date)
    shown += [(_pointer_name(paper, each), each.address, each.title) for each in own]
    if not shown:
        return []
    rows: list[Block] = []
    for name, address, _ in shown:
        cells = (para(paper, name, style=_LINK), para(paper, WebAddress(address), style=_ADDRESS))
        rows.append(CellRow(cells, (_LINK_NAME, None)))
    coded = [each for each in shown if is_safe(each[1])]
    side: list[Block] = [para(paper, words("papers.community.name"), style=SECTION_NAME)]
    if coded:
        _, address, short = coded[-1]
        code = QrCodeBlock(address, _QR)
        code.above = 2
        side += [code, para(paper, short, style=SMALL)]
    said = heading(paper, words("papers.community.title"), SECTION)
    return headed(Beside(Stack(*side), Stack(said, *rows)), [])


def _pointer_name(paper: Paper, pointer: Pointer) -> str:
    """Return the day and the title, and the language if it is not that of the paper."""
    words = paper.words
    day = words.brief_date(pointer.date) if pointer.date else ""
    other = pointer.language != words.language
    said = words(f"community.in.{pointer.language}") if other else ""
    return " ".join(part for part in (day, pointer.title, said) if part)


def heard_at_start(paper: Paper) -> list[Block]:
    """Return the context answers, with who gave them only if speakers are shown."""
    found = paper.state.answers
    if not found:
        return []
    words = paper.words
    rows: list[Block] = []
    for each in found:
        question = para(paper, paper.question_of(each), style=SMALL)
        who = paper.state.participant(each.participant_id) if paper.state.speakers_shown else None
        said = words("papers.issue.heard", text=each.text, who=paper.called(who)) if who else None
        answer = para(paper, said or each.text, style=SMALL)
        rows.append(CellRow((question, answer), (_QUESTION, None)))
        rows[-1].above = 2
    name, title = words("papers.at_start.name"), words("papers.at_start.title")
    return section(paper, name, title, rows)


def thanks(paper: Paper) -> list[Block]:
    """Return the line that thanks the reader."""
    said = paper.reader.thanks if paper.reader is not None else ""
    label = para(paper, paper.words("papers.handout.thanks"), style=SECTION_NAME)
    line = Beside(label, para(paper, said))
    line.above = 4
    return [line] if said else []


def elsewhere(paper: Paper, document: str) -> Block:
    """Return in which `document` readers find what this one leaves out to be short."""
    return Ruled(
        _plain(paper, paper.words(f"papers.elsewhere.{document}", summary=paper.summary_name)),
        SECTION_LINE,
        8,
        4,
    )


def closing_words(paper: Paper) -> list[Block]:
    """Return the facilitator's closing sentence."""
    said = paper.branding.closing
    return [Ruled(_plain(paper, said), SECTION_LINE, over=8, under=4)] if said else []


def notes(paper: Paper) -> list[Block]:
    """Return ruled lines for notes down to the foot of the page, if there is enough space."""
    title = Ruled(
        heading(paper, paper.words("papers.notes.title"), SECTION_NAME), SECTION_LINE, over=8
    )
    title.above = 12
    return [WritingLines(title, _NOTE_LINES, optional=True)]


def _plain(paper: Paper, text: str) -> Block:
    return Beside(para(paper, ""), para(paper, text))
