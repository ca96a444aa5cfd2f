"""The customer's summary: key message, one map, what follows; then each problem."""

from exports.key_message import key_message, names_problems
from exports.pdf.blocks.block import Anchor, Block, NewPage
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.actions import actions_of_all
from exports.pdf.documents.closing_sections import (
    abilities,
    closing_words,
    elsewhere,
    heard_at_start,
    kept_for_later,
    next_meeting,
    notes,
    requests,
    since_last_time,
)
from exports.pdf.documents.coming import ACTIONS, MOST_ROWS, coming, open_actions
from exports.pdf.documents.document_head import asked_of_customer, head, message, present_section
from exports.pdf.documents.how_to import how_to
from exports.pdf.documents.other_problems import other_rows
from exports.pdf.documents.problem_map import in_brief, outcome_map
from exports.pdf.documents.problem_rows import (
    COMPACT,
    NORMAL,
    CodedAddresses,
    RowParts,
    problem_rows,
)
from exports.pdf.documents.replaced_note import replaced_note
from exports.pdf.documents.section import headed, in_any_order
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import bulleted, dense, heading
from exports.pdf.styles import DENSE, FOLLOWING
from exports.registry import has_many_problems

_OTHERS = "others"
_ROWS = (MOST_ROWS, 9, 8, 7, 6, 5, 4, 3, 2)
"""How many actions are on the first page, the most that fit."""
_ROW = 1.3
"""What the first problem needs with its heading, in white bands."""


def build(paper: Paper) -> list[Block]:
    """Return the blocks of the summary."""
    chosen = list(paper.worked_on)
    others = [each for each in paper.state.votes.ranked if each not in chosen]
    coded = CodedAddresses(coded=paper.shorter < 2)
    front, brief, most = paper.once(("front",), lambda: _front(paper, _OTHERS if others else ""))
    steps: dict[str, str] = {}
    is_short = paper.shorter > 1
    answers = [] if is_short else how_to(paper, chosen, addresses=False, printed=steps)
    return [
        *front,
        NewPage(page_size().white),
        *_chosen(paper, coded),
        Anchor(_OTHERS),
        *other_rows(paper, others, coded, in_words=brief),
        *requests(paper),
        *since_last_time(paper),
        *([elsewhere(paper, "handout")] if is_short else answers),
        Anchor(ACTIONS),
        *actions_of_all(paper, only_done=0 < len(open_actions(paper)) <= most),
        *in_any_order(
            [] if is_short else abilities(paper, steps),
            kept_for_later(paper),
            next_meeting(paper),
            present_section(paper),
            closing_words(paper),
        ),
        *heard_at_start(paper),
        *replaced_note(paper),
        *notes(paper),
    ]


def _front(paper: Paper, others: str) -> tuple[list[Block], bool, int]:
    """Return the message, the map and the actions.

    With them it is returned whether the map has few of the words, and how many actions there are at
    most.

    The map is a brief one if all would not fit on the page, with answers if these do; then there
    are fewer actions. No white
    band is left if that can be avoided: neither less than a row needs nor as much as one may leave.
    """
    top = [*head(paper, paper.summary_name), _message(paper)]
    all_left, brief = (in_brief(paper, left=left) for left in (True, False))
    named = not paper.state.workshop.key_message and names_problems(paper)
    maps = [
        *([] if has_many_problems(paper.state) else [((), MOST_ROWS, False)]),
        (all_left, MOST_ROWS, True),
        *([(brief, MOST_ROWS, True)] if named else []),
        (all_left, MOST_ROWS, False),
        *((brief, most, False) for most in _ROWS),
    ]
    size = page_size()
    fitting: list[tuple[list[Block], bool, int]] = []
    for shown, most, answers in maps:
        if fitting and most < MOST_ROWS:
            break
        found = outcome_map(paper, others, shown, answers=answers)
        blocks = [*top, *found, *coming(paper, most)]
        free = size.height - Stack(*blocks).height(size.width, size.height)
        if free >= 0 or most == _ROWS[-1]:
            fitting.append((blocks, bool(shown), most))
        if 0 <= free <= size.white or free > _ROW * size.white:
            return fitting[-1]
    return fitting[0]


def _message(paper: Paper) -> Block:
    large, rest = key_message(paper)
    lines = [each for each in rest.split("\n") if each.strip()]
    below = [dense(paper, each) for each in lines]
    if len(lines) > 1:
        below = bulleted(paper, lines, DENSE)
    asked = asked_of_customer(paper)
    # without problems of this visit the rest goes on with the first sentence
    both = [*asked, *below] if paper.state.listed else [*below, *asked]
    return message(paper, [large], asked=both)


def _chosen(paper: Paper, coded: CodedAddresses) -> list[Block]:
    """Return the problems worked on, most votes first; the addresses are added to those `coded`."""
    problems = list(paper.worked_on)
    if not problems:
        return []
    fit = COMPACT if paper.shorter > 1 else NORMAL
    parts = RowParts(help=True, notes=not paper.shorter, fit=fit)
    rows = problem_rows(paper, problems, parts, coded)
    chosen = "title" if paper.is_choice else "all"
    title = paper.words(f"papers.chosen.{chosen}", n=len(problems))
    return headed(heading(paper, title, FOLLOWING), rows)
