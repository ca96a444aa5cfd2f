"""The steps of each answer, and how readers can find it by themselves."""

from collections.abc import Iterable, Sequence

from exports.pdf.blocks.block import Anchor, Block, PageText
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.side import Beside, Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.outcome_lines import OutcomeLine, is_plain, outcome_lines
from exports.pdf.documents.search_path import found_by_room
from exports.pdf.documents.section import following
from exports.pdf.documents.solution import catalogue_line
from exports.pdf.page_size import page_size
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    Bold,
    WebAddress,
    Whole,
    caption,
    command,
    dense,
    heading,
    lead,
    named_mark,
    para,
)
from exports.pdf.styles import (
    DENSE,
    HAIRLINE,
    SECTION,
    SECTION_LINE,
    SECTION_NAME,
    SMALL_BOLD,
    Style,
)
from exports.web_addresses import is_safe
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise
from workshop_app.domain.solution import Solution, SolutionText

_MOST_STEPS = 4
_MOST_LIMITS = 2
_MOST_WITH_ALL_STEPS = 6
"""With more solutions, those after the first one of a problem have fewer, or none at all where
their addresses are printed before; the help has all."""
_FEWER_STEPS = 2
_QR = 58.0
_STEP_INDENT = 18.0
_ADDRESS = Style(10.5, DENSE.leading)
_NAMES = {"ja": 46.0, "en": 50.0}


def anchor_of(problem: Problem) -> str:
    """Return the anchor of a problem's answers."""
    return f"answers {problem.id}"


def step_anchor(key: str, number: int = 1) -> str:
    """Return the anchor of a step of the solution or the typed answer with the id `key`."""
    return f"step {number} of {key}"


def has_steps(paper: Paper, problem: Problem) -> bool:
    """Return whether any answer of a problem has steps."""
    return any(line.solution for line in outcome_lines(paper, problem))


def has_more(paper: Paper, problem: Problem) -> bool:
    """Return whether there is more to print on a problem than its first wording and its answer."""
    return any(
        line.solution or (is_plain(line.promise) and (line.typed or line.reason))
        for line in outcome_lines(paper, problem)
    )


def has_answer(paper: Paper, problem: Problem) -> bool:
    """Return whether a problem has an answer that somebody can act on."""
    return any(
        line.named or line.own_steps or (line.typed and line.promise is not Promise.NOT_DISCUSSED)
        for line in outcome_lines(paper, problem)
    )


def _has_all_steps(paper: Paper, problems: Sequence[Problem]) -> bool:
    """Return whether the pages on `problems` have the steps of all answers, not of first ones."""
    counts = [
        sum(line.solution is not None for line in outcome_lines(paper, problem))
        for problem in problems
    ]
    return sum(counts) <= _MOST_WITH_ALL_STEPS or max(counts) == 1


def how_to(
    paper: Paper,
    problems: list[Problem],
    *,
    addresses: bool = True,
    also: Iterable[Problem] = (),
    printed: dict[str, str] | None = None,
) -> list[Block]:
    """Return the answers of each problem with steps, search path, address and limits.

    Without `addresses` only solutions are returned, for
    papers that print the rest before. The problems `also` follow with all their answers. `printed`
    maps the ids of solutions whose steps are printed to the anchors of their pages: their steps are
    referred to, and those printed here are added.
    """
    is_shown = has_more if addresses else has_steps
    shown = [problem for problem in problems if is_shown(paper, problem)] + [*also]
    if not shown:
        return []
    words = paper.words
    steps = any(has_steps(paper, problem) for problem in shown)
    title = words("papers.how_to.title" if steps else "papers.how_to.details")
    few = _has_all_steps(paper, shown)
    lead = words(f"papers.how_to.{'lead_long' if addresses and not few else 'lead'}")
    head = _kept(following(paper, title, lead if steps else ""))
    blocks: list[Block] = []
    for problem in shown:
        over = [] if blocks else head
        blocks.append(Anchor(anchor_of(problem)))
        blocks += _problem(paper, problem, over, addresses, printed, few=few)
    return blocks


def _kept(blocks: list[Block]) -> list[Block]:
    for block in blocks:
        block.keep_next = True
    return blocks


def _problem(
    paper: Paper,
    problem: Problem,
    over: list[Block],
    addresses: bool,
    printed: dict[str, str] | None,
    *,
    few: bool,
) -> list[Block]:
    """Return the answers of a problem below its heading and what is printed `over` that."""
    words = paper.words
    name = words("papers.problem.heading", number=problem.number)
    entry = f"{name} {problem.title}"
    style = SMALL_BOLD if paper.shorter > 1 else SECTION
    title = heading(paper, problem.title, style, level=2, outline=entry)
    found = found_by_room(paper, problem)
    said = Stack(title, *([para(paper, found)] if found else []))
    label = para(paper, Bold(name), style=SECTION_NAME)
    head = Ruled(Beside(label, said), SECTION_LINE, over=7)
    head.above = 5
    head.keep_next = True
    top = Stack(*over, head)
    top.keep_next = True
    again = para(paper, words("papers.problem.again", number=problem.number))
    lines = outcome_lines(paper, problem)
    if not addresses:
        solved = [line for line in lines if line.solution]
        lines = solved if few else solved[:1]
    is_short = paper.shorter > addresses
    rows: list[Block] = []
    for number, line in enumerate(lines):
        steps: list[Block] = []
        if line.solution is not None:
            most = None if few or not number else 0 if is_short else _FEWER_STEPS
            steps = _steps(paper, line.solution, printed, most)
        rows.append(_answer(paper, line, addresses, again, steps, None if number else top))
    return [Stack(top, rows[0]), *rows[1:]]


def _answer(
    paper: Paper,
    line: OutcomeLine,
    addresses: bool,
    again: Block,
    steps: list[Block],
    head: Block | None,
) -> Block:
    name = paper.title_of(line.card) if line.solution and line.card else line.text
    title = Gutter(lead(paper, Bold(name)), named_mark(paper, line.icon), indent=_STEP_INDENT)
    blocks: list[Block] = [title]
    label: Block = para(paper, "")
    if line.solution is not None:
        text = line.solution.text(paper.language)
        address = text.help_url
        if addresses and is_safe(address):
            code = QrCodeBlock(address, _QR)
            code.below = 4
            label = Stack(code, caption(paper, line.solution))
        blocks += catalogue_line(paper, line.solution)
        blocks = [
            Together(*_kept(blocks), *steps, head=head),
            path_to_help(paper, line, text, addresses=addresses),
        ]
    else:
        blocks = [Together(*_kept(blocks), *own_steps(paper, line), head=head)]
        blocks += [para(paper, said) for said in (line.typed, line.reason) if said]
    row = Beside(label, Stack(*blocks), again=again, follows=True)
    return Ruled(row, 0 if head else HAIRLINE, over=3 if head else 6, under=5)


def _steps(
    paper: Paper, solution: Solution, printed: dict[str, str] | None, most: int | None
) -> list[Block]:
    """Return the steps of a solution, `most` of them, or where they are `printed`."""
    if printed is not None and solution.id in printed:
        return [_where(paper, printed[solution.id])]
    text = solution.text(paper.language)
    steps = text.first_steps
    if most is not None:
        return numbered_steps(paper, steps[:most], solution.id)
    if printed is not None and 0 < len(steps) <= _MOST_STEPS:
        printed[solution.id] = step_anchor(solution.id)

    def blocks() -> list[Block]:
        *others, last = numbered_steps(paper, steps[:_MOST_STEPS], solution.id)
        return [*others, Together(last, *example(paper, text))]

    return paper.once(("steps", solution.id), blocks) if steps else []


def example(paper: Paper, text: SolutionText) -> list[Block]:
    """Return the line to type of an answer with its name; empty if the answer has none."""
    if not text.example:
        return []
    name = dense(paper, Bold(paper.words("papers.solution.example")))
    width = _NAMES[paper.language]
    return [CellRow((name, command(paper, text.example)), (width, None), gap=8)]


def _where(paper: Paper, anchor: str) -> Block:
    words = paper.words
    return PageText(
        anchor,
        lambda page: dense(paper, words("papers.how_to.steps_on", page=page)),
        here=dense(paper, words("papers.how_to.steps_above")),
    )


def numbered_steps(paper: Paper, texts: Sequence[str], key: str = "") -> list[Block]:
    """Return steps as a numbered list, whose last one is on no page of its own.

    A single one has no number. Each has its anchor if `key` is the id of their answer.
    """
    steps: list[Block] = [
        Gutter(
            dense(paper, step),
            GutterMark(word=str(number), leading=DENSE.leading),
            indent=_STEP_INDENT,
        )
        for number, step in enumerate(texts, 1)
    ]
    if len(texts) == 1:
        steps = [dense(paper, texts[0])]
    for step in steps[-2:-1]:
        step.keep_next = True
    if not key:
        return steps
    anchors = (Anchor(step_anchor(key, number)) for number in range(1, len(steps) + 1))
    return [block for pair in zip(anchors, steps, strict=True) for block in pair]


def own_steps(paper: Paper, line: OutcomeLine, style: Style = DENSE) -> list[Block]:
    """Return the steps of an answer that was written during the workshop, with their name."""
    if not line.own_steps:
        return []
    first, *rest = line.own_steps
    if rest:
        name = para(paper, paper.words("papers.solution.first_steps"), style=style)
        name.keep_next = True
        steps = numbered_steps(paper, line.own_steps, line.card.id if line.card else "")
        for step in steps:
            step.keep_next = isinstance(step, Anchor)  # typed steps may take more than a page
        return [name, *steps]
    return [para(paper, paper.words("papers.solution.first_step") + paper.gap, first, style=style)]


def path_to_help(paper: Paper, line: OutcomeLine, text: SolutionText, *, addresses: bool) -> Block:
    """Return the lines with the search words, the headings, the address and the limits.

    Without `addresses` no address is returned, and with them a shorter paper has no limits.
    """
    words = paper.words
    width = _NAMES[paper.language]
    searched = line.card.search_words if line.card else ""
    quoted = words("papers.problem.quote", text=searched or " ".join(text.search_words))
    headings = [part.strip() for part in text.help_path.split("→") if part.strip()]
    if headings and headings[0] == words("papers.solution.help"):
        del headings[0]
    if addresses and len(headings) > 1 and headings[-1] == text.help_heading:
        del headings[-1]  # it is the caption of the QR code
    first, *rest = headings or [""]
    path = [f"  {first}", *(part for each in rest for part in (" ", Whole(f"→ {each}")))]
    said: dict[str, Block] = {"search": dense(paper, Bold(quoted), *path)}
    if addresses and text.help_url:
        said["help"] = para(paper, WebAddress(text.help_url), style=_ADDRESS)
    told = line.card.limit_number if line.card else 0
    key = "limits", text.help_url, text.name, told
    limits = paper.once(key, lambda: _limits(paper, text, told))
    if limits and not (addresses and paper.shorter > 1):
        said["limit"] = Stack(*limits)
    rows: list[Block] = []
    for key, block in said.items():
        name = dense(paper, Bold(words(f"papers.solution.{key}")))
        rows.append(CellRow((name, block), (width, None), gap=8))
        rows[-1].above = 2
    return Together(*rows)


def _limits(paper: Paper, text: SolutionText, told: int) -> list[Block]:
    """Return those of the first two limits that take a line each, else the shorter one.

    They are the same for every reader and however much else there is to say. The one with the
    number `told` is printed with the problem.
    """
    others = [limit for number, limit in enumerate(text.limits, 1) if number != told]
    said: list[Block] = [dense(paper, limit) for limit in others[:_MOST_LIMITS]]
    room = page_size().text_width - _NAMES[paper.language] - 8
    short = [each for each in said if each.height(room) <= DENSE.leading]
    return short or sorted(said, key=lambda each: each.height(room))[:1]
