"""The problems in the record: thread with names, cards, discussion, appraisal, notes."""

from exports.discussions import discussion_of
from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.side import Chapter, Ruled
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.appraisal_rows import criterion_rows
from exports.pdf.documents.private_note import private_note
from exports.pdf.documents.search_path import attempts, found_line
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    ICONS,
    Bold,
    dense,
    facts,
    heading,
    lead,
    named_mark,
    outcome_words,
    para,
)
from exports.pdf.styles import DENSE, HAIRLINE, HEADING, LEAD, PART
from exports.verdict_lines import verdict_lines
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.facts.outcomes import unanswered_gap
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.services.contact_words import kind_noun, way_name
from workshop_app.services.promise_words import caveat_words

_PAD = 8.0
_ThreadStep = tuple[str, Block]
"""The name of an icon, and the block next to it."""


def problem_chapters(paper: Paper) -> list[Block]:
    """Return all problems by number, including those in the inbox, parked and merged ones."""
    state = paper.state
    whole = state.unmerged
    if not whole:
        return []
    title = heading(paper, paper.words("papers.record.problems"), PART)
    first, *rest = (_chapter(paper, each) for each in sorted(whole, key=lambda p: p.number))
    return [Stack(title, first), *rest]


def _chapter(paper: Paper, problem: Problem) -> Block:
    name = _problem_name(paper, problem)
    entry = f"{name} {problem.title}"
    speakers = paper.list([paper.person(who) for who in paper.state.speakers_of(problem)])
    judged = paper.appraisal_of(problem)
    notes = [problem.private_note, *(each.private_note for each in _merged(paper, problem))]
    thread = _joined(paper, _wordings(paper, problem, speakers))
    for step in thread:
        step.keep_next = False
    again = lead(paper, Bold(paper.words("papers.record.again", number=problem.number)))
    return Chapter(
        heading(paper, name, HEADING, level=2, outline=entry),
        *thread,
        para(paper, _in_short(paper, problem), style=LEAD),
        facts(paper, _facts(paper, problem)),
        *([_appraisal(paper, problem, judged)] if judged else []),
        *(block for note in notes for block in private_note(paper, note)),
        *(private_note(paper, judged.private_note) if judged else []),
        again=again,
    )


def _merged(paper: Paper, problem: Problem) -> tuple[Problem, ...]:
    return paper.state.merged_into(problem.id)


def _in_short(paper: Paper, problem: Problem) -> str:
    """Return theme, source, method, status and worksheet on one line."""
    words = paper.words
    themes = [theme.name for theme in paper.state.themes if theme.id == problem.theme_id]
    named = {
        "theme": themes[0] if themes else "",
        "source": words(
            f"papers.table.source.{problem.source}", kind=kind_noun(words, paper.state.workshop)
        ),
        "heard_by": _heard_by(paper, problem),
    }
    parts = [words(f"papers.record.{key}", name=name) for key, name in named.items() if name]
    parts.append(words(f"papers.record.{_status(problem)}"))
    if problem.worksheet:
        parts.append(words("papers.record.worksheet", number=problem.worksheet))
    return paper.gap.join(parts)


def _heard_by(paper: Paper, problem: Problem) -> str:
    """Return how a problem was heard, if not like the whole workshop."""
    workshop = paper.state.workshop
    if problem.method == workshop.kind:
        return ""
    return way_name(paper.words, problem.method, workshop.own_kind)


def _facts(paper: Paper, problem: Problem) -> list[tuple[str, Block]]:
    words = paper.words
    state = paper.state
    said = {
        "dossier.discussion": discussion_of(state, problem),
        "table.column.reason": problem.not_ours_reason,
        "dossier.gap": unanswered_gap(state, problem),
    }
    pairs: list[tuple[str, Block]] = [
        (words(f"papers.{key}"), dense(paper, text)) for key, text in said.items() if text
    ]
    pairs.append((words("papers.others.outcome"), Stack(*outcome_words(paper, problem))))
    cards = [_card(paper, problem, card) for card in state.cards_of(problem.id)]
    if cards:
        pairs.append((words("papers.charts.cards"), Stack(*cards)))
    found = found_line(paper, problem)
    if found:
        pairs.append((words("papers.table.column.found"), dense(paper, found)))
    searched = [dense(paper, line) for line in attempts(paper, problem)]
    return [*pairs, (words("papers.dossier.searched"), Stack(*searched))] if searched else pairs


def _status(problem: Problem) -> str:
    if problem.held:
        return "held"
    return "parked" if problem.parked else "chosen" if problem.chosen else "listed"


def _card(paper: Paper, problem: Problem, card: PlayedCard) -> Block:
    kind = paper.words(f"cards.kind.{card.kind}")
    request = paper.state.request_of(problem.id) if card.kind is CardKind.UPDATE else None
    name = request.title if request else paper.title_of(card)
    title = paper.words("papers.record.card", kind=kind, title=name)
    caveats = caveat_words(paper.words, paper.state, card)
    return dense(paper, "\n".join(part for part in (title, card.text, *caveats) if part))


def _problem_name(paper: Paper, problem: Problem) -> str:
    """Return the name of a problem: its number, and its votes if they were counted."""
    votes = paper.state.votes.of(problem.id)
    if votes is None:
        return paper.words("papers.problem.heading", number=problem.number)
    return paper.words("papers.problem.with_votes", number=problem.number, n=votes)


def _joined(paper: Paper, steps: list[_ThreadStep]) -> list[Block]:
    """Return the steps one below the other, joined by a line."""
    last = len(steps) - 1
    return [
        Gutter(
            block,
            named_mark(paper, icon),
            thread=number < last,
            pad=_PAD if number < last else 0,
        )
        for number, (icon, block) in enumerate(steps)
    ]


def _wordings(paper: Paper, problem: Problem, said_by: str = "") -> list[_ThreadStep]:
    """Return the first wording, those of the problems merged into it, and the concrete wording."""
    words = paper.words
    steps = [_quote(paper, problem.first_wording, said_by)]
    for merged in paper.state.merged_into(problem.id):
        name = words("papers.problem.merged", number=merged.number)
        steps.append(_quote(paper, merged.first_wording, name))
    if problem.wording:
        steps.append(("pen", _kept_with_next(para(paper, Bold(problem.wording)))))
    return steps


def _kept_with_next(block: Block) -> Block:
    """Return a block that is kept on the same page as the next step."""
    words = Stack(block)
    words.keep_next = True
    return words


def _quote(paper: Paper, text: str, whose: str) -> _ThreadStep:
    """Return a wording, followed by who said it or from which problem it is."""
    said = paper.words("papers.problem.quote", text=text)
    return "speech", _kept_with_next(para(paper, said, f"{paper.gap}{whose}" if whose else ""))


def _appraisal(paper: Paper, problem: Problem, judged: Appraisal) -> Block:
    """Return the rows of the criteria and the verdict.

    Unanswered criteria that are not needed are omitted.
    """
    title = lead(paper, Bold(paper.words("papers.dossier.appraisal")))
    rows = criterion_rows(paper, problem, judged)
    return Stack(title, *rows, _verdict(paper, problem, judged))


def _verdict(paper: Paper, problem: Problem, judged: Appraisal) -> Block:
    verdict = verdict_of(paper.state, problem)
    lines = verdict_lines(paper, problem, judged)
    said = Stack(
        dense(paper, Bold(lines[0])),
        *(dense(paper, line) for line in lines[1:]),
    )
    mark = GutterMark(icon=ICONS[OUTCOME_OF[verdict]], leading=DENSE.leading)
    return Ruled(Gutter(said, mark), HAIRLINE, over=4, under=2)
