"""What papers tell of the problems: outcomes, map, what comes next, ways to the help."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.truth.caveats import caveats
from tests.truth.cover import on_paper
from tests.truth.entries import entries
from tests.truth.facts import (
    ANSWERED,
    SENT,
    SOLVED,
    TOLD_LATER,
    Facts,
    Record,
    is_open,
    on_own_day,
    outcome,
    title,
)
from tests.truth.messages import delivery
from tests.truth.paper import CHOOSING, ENDS, Paper
from workshop_app.i18n import Texts

_KINDS = ("solution", "card", "request", "not_ours", "open")
_SHAPES = {
    **dict.fromkeys(("solved", "solved_in_part"), "solution"),
    "helped": "card",
    "not_ours": "not_ours",
    **dict.fromkeys(("later", "not_sent", "enough", "ask_again", "parked"), "open"),
    **dict.fromkeys(("not_discussed", "open"), "open"),
}
_MESSAGE = ("to_send", "handed_over", "waiting", *ANSWERED, "helped", "not_ours", "enough")
_LEFT = ("to_appraise", "later", "not_sent", "ask_again", "open", "not_discussed")
_FEW = 4
_PROMISES = (
    *("solved", "solved_in_part", "helped", "to_appraise", "to_send", "handed_over", "waiting"),
    *("planned", "released", "declined", "duplicate", "later", "not_sent", "not_ours", "enough"),
    *("ask_again", "parked", "not_discussed", "open"),
)
_TOLD = ("done", "not_yet", "acted", "answered", "not_needed", "told")
STANDINGS = (*_TOLD, *_PROMISES)
_TO_COME = ("open", "not_discussed", "to_appraise")


@dataclass
class Line:
    """One outcome of a problem as papers tell it: the statement and what stands below it."""

    promise: str
    text: str
    more: list[str]
    card: Record | None = None
    entry: dict[str, Any] | None = None
    caveats: list[str] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """The statement with what its own answer leaves open, which follows at once."""
        steps = _own_steps(self.card) if self.card else []
        return on_paper("".join([self.text, *([] if steps else self.caveats)]))


class Told(Paper):
    """A paper that tells what became of the problems."""

    def kinds(self, problem: Record) -> list[str]:
        """Return the kinds of outcome that a problem is counted with."""
        said = self.facts.promises(problem).values()
        found = {_SHAPES.get(promise, "request") for promise in said}
        helped = found - {"not_ours", "open"}
        return [kind for kind in _KINDS if kind in (helped or found)]

    def entry(self, card: Record) -> dict[str, Any] | None:
        known = entries(self.words.language)
        return known.get(card["catalogue_id"]) if card["kind"] == "solution" else None

    def lines(self, problem: Record) -> list[Line]:
        """Return the outcomes of a problem, solutions first."""
        facts = self.facts
        promises = facts.promises(problem)
        cards = [card for card in facts.cards(problem) if outcome(card) in promises]
        cards.sort(key=lambda card: _KINDS.index(outcome(card)))
        with_card = set(map(outcome, cards))
        found = [self._of_card(problem, card, promises[outcome(card)]) for card in cards]
        found += [
            self._said(problem, promise)
            for kind, promise in promises.items()
            if kind not in with_card
        ]
        for line in found:
            if line.card is not None:
                line.caveats = caveats(facts, self.words, problem, line.card)
        return found

    def _of_card(self, problem: Record, card: Record, promise: str) -> Line:
        words = self.words
        if card["kind"] == "update":
            return self._said(problem, promise, card)
        entry = self.entry(card)
        more = [card["text"], delivery(words, card)]
        if card["kind"] == "answer":
            more = [delivery(words, card)]
        if promise == "helped":
            more.append(self._reason(problem, promise))
        if entry is None:
            text = card["title"] or words(f"cards.kind.{card['kind']}")
            text = words("promises.help", title=text) if promise == "helped" else text
            return Line(promise, text, more, card)
        return Line(promise, entry.get("answer_line") or entry["name"], more, card, entry)

    def _said(self, problem: Record, promise: str, card: Record | None = None) -> Line:
        facts, words = self.facts, self.words
        more: list[str] = []
        request = facts.request_of_card(card) if card else None
        if request:
            promise = facts.promise_of_request(request)
            if request["title"] != title(problem):
                more.append(words("papers.problem.quote", text=request["title"]))
        if promise == "not_discussed":
            more.append(self.bring_up())
        told = facts.told(request) if request and promise in ANSWERED else ""
        more.append(told or self._reason(problem, promise))
        text = words(f"promises.customer.{promise}").rstrip(ENDS)
        return Line(promise, text, more, card)

    def _reason(self, problem: Record, promise: str) -> str:
        reason = self.facts.reason(self.words, problem, promise)
        if not reason or promise == "not_ours" or promise in ANSWERED:
            return reason
        return self.words("promises.reason", reason=reason)

    def votes(self, problem: Record) -> str:
        count = self.facts.votes().get(problem["id"])
        return self.words("papers.votes.count", n=count) if count else ""

    def message(self) -> None:
        """The conclusion, as somebody wrote it, or of what became of all problems."""
        facts, words = self.facts, self.words
        if facts.workshop["key_message"]:
            self.in_two_parts(*facts.workshop["key_message"].split("\n\n", 1))
            return
        if not facts.listed:
            self.must(words("key_message.nothing"))
            return
        told = {}
        for promise in (*_MESSAGE, *_LEFT):
            found = facts.with_promise(promise)
            if promise == "helped":
                found = [each for each in found if self.kinds(each) == ["card"]]
            if _SHAPES.get(promise) in ("not_ours", "open"):
                found = [each for each in found if _SHAPES[promise] in self.kinds(each)]
            told[promise] = found
        most = 60 if words.language == "ja" else 120
        short = all(len(title(each)) <= most for found in told.values() for each in found)
        named = short and sum(map(len, told.values())) <= _FEW
        said = []
        for promise, found in told.items():
            if len(found) > _FEW and promise in _LEFT:
                said.append(words(f"promises.count.{promise}", n=len(found)))
            elif found:
                names = {each["number"]: self._name(each) for each in found if named}
                known = {"numbers": self.numbers(found, names), "by": self._by(promise)}
                said.append(words(f"key_message.{promise}", n=len(found), **known))
        self.in_two_parts(self.headline(), *said)

    def _by(self, promise: str) -> str:
        """Return when the customer hears of requests, or is asked again."""
        action, day, key = self.facts.passing_on, "", "told"
        if promise in TOLD_LATER and action and is_open(action):
            day = action["due"]
        if promise == "ask_again":
            day, key = self.facts.workshop["next_date"], "asked"
        day = self.words.date(day, year=False)
        return self.words(f"key_message.by.{key}", day=day) if day else ""

    def _name(self, problem: Record) -> str:
        """Return the title of a problem in quotation marks."""
        text = title(problem)
        closing = "」" if self.words.language == "ja" else "”"
        return "" if closing in text else self.words("papers.problem.quote", text=text)

    def in_two_parts(self, large: str, *rest: str) -> None:
        """What is printed large, and the rest, which need not be just below."""
        self.must(large)
        for line in "\n".join(rest).split("\n"):
            self.must(line)

    def asked_of_customer(self, *, days: bool = True) -> bool:
        """What the customer still has to settle, a line each if it is several things."""
        said, day = self.what_is_asked(days=days)
        who = self.facts.workshop["facilitator"]
        if said:
            several = said if len(said) > 1 else []
            what = self.words("key_message.asked.several") if several else said[0]
            lead = f"key_message.asked.lead{'_to' if who and day else ''}"
            self.must(self.words(lead, who=who, day=day, what=what))
            for number, each in enumerate(several, 1):
                self.must(each)
                self.may(number, each)
                self.may("-", each)
        return bool(said)

    def what_is_asked(self, *, days: bool = True) -> tuple[list[str], str]:
        """Return what the customer settles: `days`, owners, when to meet again; and by when."""
        facts, words = self.facts, self.words
        left = [each for each in facts.actions if is_open(each)]
        theirs = [each for each in left if not each["ours"]]
        today = facts.workshop["date"]
        undated = [each for each in theirs if each["due"] <= today]
        ownerless = [each for each in theirs if not self.owner(each)]
        said = []
        if undated and days:
            key = "overdue" if all("" < each["due"] < today for each in undated) else "days"
            said.append(words(f"key_message.asked.{key}", n=len(undated)))
        if ownerless:
            text = ownerless[0].get("raw", ownerless[0]["text"])
            is_long = len(text) > (40 if words.language == "ja" else 80)
            text = self.with_problems(ownerless[0], text, brief=True)
            key = "owner" if is_long and len(ownerless) == 1 else "owners"
            said.append(words(f"key_message.asked.{key}", n=len(ownerless), text=text))
        if left and not facts.workshop["next_date"]:
            said.append(words("key_message.asked.meeting"))
        until = [str(date.fromisoformat(today) + timedelta(days=7))] if today else []
        until += [facts.workshop["next_date"], *(each["due"] for each in ownerless)]
        today = today if undated or ownerless else ""  # alone the next meeting has no day
        day = min((each for each in until if each > today), default="") if today else ""
        return said, words.date(day, year=False)

    # the visit before

    def known_before(self, reader: Record | None) -> list[Record]:
        """Return the problems of the visit before: the reader's, or all."""
        before = self.facts.before
        anonymous = before is None or self.facts.workshop["anonymous"]
        known = [*before.ranked, *before.parked] if before else []
        if before and reader:
            nobody = anonymous or before.workshop["anonymous"] or not reader["person_id"]
            same = reader["person_id"]
            known = [
                each
                for each in known
                if not nobody and same in [who["person_id"] for who in before.speakers(each)]
            ]
        return known

    def since_last_time(self, reader: Record | None = None) -> None:
        """How the problems of the visit before stand: the reader's with the answers, or all."""
        words = self.words
        known = self.known_before(reader)
        if known:
            key = "own" if reader else "problems"
            self.must(words("papers.since.name"), words(f"papers.since.{key}"))
        nobody = words("promises.room.not_discussed")
        silent = [each for each in known if self._since_label(each)[0] == nobody]
        if reader or len(silent) <= 6:
            silent = []
        for each in known:
            if each not in silent:
                self._since(each, with_answers=reader is not None)
        if silent:
            self.must(nobody, words("papers.since.more", n=len(silent)))
        self.requests_of_earlier_visits(reader)

    def _since(self, problem: Record, *, with_answers: bool) -> None:
        """One problem of the visit before."""
        label, line = self._since_line(problem, with_answers=with_answers)
        piece = on_paper(line)
        self.due.append(piece)
        again = self.words("papers.facts.again", name=label)  # on the next page
        self.free += [on_paper(label), on_paper(again)]
        bullet = "・" if self.words.language == "ja" else "•"  # a label may be in a piece, too
        self.labels.append((f"{on_paper(label)}{bullet}", piece))

    def _since_line(self, problem: Record, *, with_answers: bool) -> tuple[str, str]:
        """Return how a problem of the visit before stands, and the line on it."""
        label, said = self._since_label(problem)
        noted = self.notes_on(problem)
        said = said or noted or self._answers_of(problem)
        said = said if with_answers or noted or self.said_since(problem) else said[:1]
        answer, rest = self.answer_of(problem)
        if answer:  # it is the label
            said = [each for each in (rest, *said[1:]) if each]
        asked = self._request_since(problem)
        *others, last = [title(problem), *said]
        last = self.words("last_time.since", text=last, since=asked) if asked else last
        return label, " → ".join([*others, last])

    def _request_since(self, problem: Record) -> str:
        """Return how the request of a problem stands of which anything was told since."""
        assert self.facts.before is not None
        promises = self.facts.before.promises(problem)
        told = "request" in promises and self.said_since(problem)
        return self.words(f"promises.room.{promises['request']}") if told else ""

    def _since_label(self, problem: Record) -> tuple[str, list[str]]:
        standing = self.standing(problem)
        area = "papers.since" if standing in _TOLD else "promises.room"
        return self.words(f"{area}.{standing}"), self.said_since(problem)

    def standing(self, problem: Record) -> str:
        """Return how a problem of the visit before stands."""
        before = self.facts.before
        assert before is not None
        answer, _ = self.answer_of(problem)
        promises = before.promises(problem)
        first = next(promises[kind] for kind in _KINDS if kind in promises)
        if self.said_since(problem):
            return answer or "told"
        if first in SOLVED and self._is_worked_on(problem):
            return "not_yet"
        acted = any(each["done"] for each in before.actions_for(problem))
        return first if first not in SOLVED else "acted" if acted else "answered"

    def _is_worked_on(self, problem: Record) -> bool:
        """Return whether somebody has an open action, a request is planned, or help was a part."""
        before = self.facts.before
        assert before is not None
        return (
            any(
                is_open(each) and (each["owner_id"] or each["owner_name"])
                for each in before.actions_for(problem)
            )
            or "planned" in before.promises(problem).values()
            or any(card["helped"] == "partly" for card in before.cards(problem))
        )

    def answer_of(self, problem: Record) -> tuple[str, str]:
        """Return the answer with which the words on a problem begin, and the rest."""
        became = problem["became"]
        for each in ("done", "not_yet", "not_needed"):
            word = self.words(f"last_time.problems.answer.{each}")
            if became.startswith(word):
                return each, became.removeprefix(word).lstrip("。、．.:：, \u3000")
        return "", became

    def notes_on(self, problem: Record) -> list[str]:
        """Return what was noted on the actions for a problem of the visit before."""
        assert self.facts.before is not None
        found = self.facts.before.actions_for(problem)
        return [each["answer_note"] for each in found if each["answer_note"]]

    def _answers_of(self, problem: Record) -> list[str]:
        assert self.facts.before is not None
        cards = self.facts.before.cards(problem)
        solutions = [each for each in cards if outcome(each) == "solution"]
        entries = [(self.entry(each) or {}, each["title"]) for each in solutions]
        return [entry.get("answer_line") or entry.get("name", title_) for entry, title_ in entries]

    def own_since(self, reader: Record) -> list[str]:
        """A line for each problem that a reader said at the visit before."""
        lines = []
        for each in self.known_before(reader):
            label, line = self._since_line(each, with_answers=True)
            line = self.words("last_time.with_note", text=label, note=line)
            lines.append((STANDINGS.index(self.standing(each)), line))
        return [line for _, line in sorted(lines, key=lambda pair: pair[0])]

    def came_from(self, problem: Record) -> str:
        """Return from which visit a problem was taken over."""
        if not problem["origin_id"]:
            return ""
        day = self.words.date(problem["origin_date"], year=False, short=True)
        return self.words("contacts.came_from.day", day=day)

    def said_since(self, problem: Record) -> list[str]:
        """Return what became of a problem of the visit before, and how it goes on in this one."""
        said = [problem["became"]] if problem["became"] else []
        found = (p for p in self.facts.problems if p["origin_id"] == problem["id"])
        taken = next(found, None)
        return [*said, self._went_on(taken)] if taken else said

    def _went_on(self, problem: Record) -> str:
        root = self.facts.root(problem["id"]) or problem
        known = [p for p in self.facts.promises(root).values() if p not in _TO_COME]
        if not known:
            return self.words("papers.then_now.taken_over", number=problem["number"])
        said = self.listed(self.words(f"promises.room.{each}") for each in known)
        return self.words("papers.then_now.went_on", number=problem["number"], said=said)

    # the map

    def headline(self) -> str:
        facts, words = self.facts, self.words
        listed, solved = facts.listed, facts.solved
        if not solved:
            return words("key_message.none_solved", n=len(listed))
        part = self.in_part(listed, brief=True)
        if len(solved) == len(listed):
            return words("key_message.all_solved", n=len(solved), all=len(listed)) + part
        return words("key_message.solved", n=len(solved), all=len(listed)) + part

    def by_theme(self) -> list[tuple[str, list[Record]]]:
        facts = self.facts
        words = self.words
        themes = facts.file["themes"]
        themes = [(words("papers.record.theme", name=t["name"]), t["id"]) for t in themes]
        ids = [key for _, key in themes]
        found = [(name, [p for p in facts.ranked if p["theme_id"] == key]) for name, key in themes]
        rest = [p for p in facts.ranked if p["theme_id"] not in ids]
        name = words("papers.map.no_theme") if themes else ""
        return [(name, problems) for name, problems in (*found, (name, rest)) if problems]

    def merged_note(self, problems: list[Record]) -> str:
        pairs = sorted(
            (one["number"], each["number"])
            for each in problems
            for one in self.facts.group(each)[1:]
        )
        if len(pairs) > 2:
            numbers = self.listed(str(number) for number, _ in pairs)
            return self.words("papers.map.merged_several", numbers=numbers)
        stop = "。" if self.words.language == "ja" else "."
        return stop.join(
            self.words("papers.map.merged", number=number, into=into) for number, into in pairs
        )

    def outcome_words(self, problem: Record) -> str:
        """Return the promises of a problem in a few words."""
        promises = self.facts.promises(problem).values()
        said = [f"promises.room.{promise}" for promise in promises if promise != "helped"]
        cards = [each for each in self.facts.cards(problem) if outcome(each) == "card"]
        keys = dict.fromkeys(said or [f"cards.kind.{each['kind']}" for each in cards])
        return self.words("papers.map.join").join(map(self.words, keys))

    def outcome_map(self, pages: int) -> None:
        """The map of the summary: each problem by number or in words, and the counts."""
        facts, words = self.facts, self.words
        if not facts.listed:
            return
        votes = facts.votes()
        written = facts.workshop["key_message"]
        self.must(self.headline() if written else words("papers.map.title"))
        chosen = len(facts.chosen)
        choosing = facts.workshop["kind"] in CHOOSING
        some = choosing and 0 < chosen < len(facts.listed)
        present = facts.present_at_vote
        heads = words("papers.votes.votes") if choosing else "", words("papers.others.outcome")
        self.may(words(f"papers.map.{'bold' if some else 'all_words'}", n=chosen), *heads)
        if some and present:
            self.may(words("papers.map.ranked", present=present), *heads)
            self.may(words("papers.map.worked", n=chosen, present=present), *heads)
        for name, problems in self.by_theme():
            self.may(name)
            for each in problems:
                said = self.outcome_words(each)
                first = self.lines(each)[0]
                answers = ["", f"→{first.text}"] if first.promise in SOLVED else [""]
                wishes = first.more[:1] if first.promise in SENT else []
                answers += [f"→{wish}" for wish in wishes]
                for answer in answers:
                    self.may(each["number"], title(each), answer, votes.get(each["id"], ""), said)
        stop = "。" if words.language == "ja" else "."
        worked_on = facts.worked_on or facts.ranked[:5]
        more = [p for p in facts.listed if p not in worked_on and p not in facts.solved]
        note = self.merged_note(facts.listed)
        self.may(note)
        for shown in (worked_on, [*worked_on, *more]):
            rest = len(facts.listed) - len(shown)
            self.may(note, stop if note else "", words("papers.map.rest_here", n=rest))
            for page in range(1, pages + 1):
                self.may(note, stop if note else "", words("papers.map.rest", n=rest, page=page))

    # what comes next

    def coming(self, text: str, pages: int) -> bool:
        """The actions that are left by day, those without an owner at least; whether it is all."""
        words = self.words
        left = [each for each in self.facts.actions if is_open(each)]
        next_date = self.facts.workshop["next_date"]
        if left:
            self.must(self.count_of_actions(left))
        if next_date and (not left or self.all_late()):
            self.must(words("papers.coming.meet", day=self.day(next_date)))
        rows: list[list[str]] = []
        for each in left:
            day = self.day(each["due"], short=True) if each["due"] else ""
            said = on_own_day(each)
            owner = self.owner(each)
            row = [
                day or words("papers.actions.day_blank"),
                owner or words("papers.actions.nobody"),
                words("papers.actions.overdue") if self.is_marked_late(each) else "",
                said,
            ]
            rows.append(row)
        whole = bool(left) and not any(
            on_paper(words(key, n=n, page=page)) in text
            for key in ("papers.coming.more", "papers.coming.more_here")
            for n in range(1, len(left))
            for page in range(1, pages + 1)
        )
        for row in rows:
            (self.must if whole else self.may)(*row)
        for n in range(1, len(left)):
            self.may(words("papers.coming.more_here", n=n))
            for page in range(1, pages + 1):
                self.may(words("papers.coming.more", n=n, page=page))
        return whole

    # problems in words

    def _below(self, problem: Record, line: Line, *, step: bool) -> None:
        """What may stand below the statement of an outcome."""
        words = self.words
        for each in (*line.caveats, *line.more):
            self.may(each)
        entry = line.entry
        if line.card is not None and line.card["kind"] == "solution" and entry is None:
            self.may(words("papers.solution.gone"))
        self.own_steps(line)
        if entry is None:
            return
        self.may(entry["help_url"])
        self.may(heading(entry))
        self.may(words("papers.figure.code"), heading(entry))
        if step and entry.get("first_steps"):
            self.may(words("papers.solution.first_step"))
            self.may(entry["first_steps"][0])
            self.may("→", entry["first_steps"][0])

    def own_steps(self, line: Line) -> None:
        """The steps of an answer of the workshop: one after its name, or several with numbers."""
        steps = _own_steps(line.card) if line.card else []
        name = "papers.solution.first_steps" if steps[1:] else "papers.solution.first_step"
        if len(steps) == 1:
            self.may(self.words(name), steps[0])
        elif steps:
            self.may(self.words(name))
            for number, step in enumerate(steps, 1):
                self.may(number, step)

    def quotes(self, problem: Record, problems: list[Record]) -> list[str]:
        """Return first wordings of a problem: its own one unless it is that of one above, too."""
        above = [one["first_wording"] for one in problems[: problems.index(problem)]]
        is_repeated = problem["wording"] and problem["first_wording"] in above
        return [
            self.words("papers.problem.quote", text=one["first_wording"]) + self.came_from(one)
            for one in self.facts.group(problem)
            if not (one is problem and is_repeated)
        ]

    def label(self, problem: Record, quotes: list[str]) -> str:
        """Return number and votes, and without a first wording that of the problem it is from."""
        origins = [each for each in self.facts.problems if each["id"] == problem["split_from"]]
        known = {"number": origins[0]["number"]} if origins and not quotes else {}
        said = self.words("papers.problem.split_from", **known) if known else ""
        return self.number(problem) + self.votes(problem) + said

    def chosen_rows(self, problems: list[Record]) -> None:
        """A row for each chosen problem: votes, all its wordings, its outcomes."""
        facts, words = self.facts, self.words
        for each in problems:
            lines = self.lines(each)
            quotes = self.quotes(each, problems)
            row = [*quotes, each["wording"], lines[0].text]
            heads = [heading(lines[0].entry), ""]
            self.may(words("papers.problem.again", number=each["number"]))
            self.may(words("papers.dossier.discussion"))
            for one in facts.group(each):
                self.may(one["discussion"])
            for head in heads:
                self.may(self.label(each, quotes), head, *row)
            self.must(*row)
            for line in lines:
                self.due.append(line.whole)
                self._below(each, line, step=True)
                for step in _own_steps(line.card) if line.card else []:
                    self.must(step)

    def other_rows(self, problems: list[Record]) -> None:
        """A row for each other problem; those that nobody took up share a sentence."""
        facts, words = self.facts, self.words
        if not problems:
            return
        name = words("papers.others.title") if facts.chosen else self.how_they_stand(problems)
        self.must(words("papers.others.name"), name)
        silent = self.silent(problems)
        for each in silent:
            self.may(each["number"], title(each))
        answered = [each for each in problems if each not in silent]
        for each in answered:
            first = words("papers.problem.quote", text=each["first_wording"])
            first = first if title(each) != each["first_wording"] else ""
            self.must(self.number(each), self.votes(each), title(each), self.came_from(each), first,
                      *self.merged(each))  # fmt: skip
            self.may(words("papers.problem.again", number=each["number"]))
            self.may(words("papers.dossier.discussion"))
            for one in facts.group(each):
                self.may(one["discussion"])
            for line in self.lines(each):
                self.due.append(line.whole)
                self._below(each, line, step=False)

    def silent(self, problems: Iterable[Record]) -> list[Record]:
        """Return the problems that nobody took up, which share a sentence with their numbers."""
        facts = self.facts
        for name, _ in self.by_theme():
            self.may(name)
        found = [
            each
            for each in problems
            if set(facts.promises(each).values()) == {"not_discussed"}
            and len(facts.group(each)) == 1
        ]
        found.sort(key=lambda each: each["number"])
        if found:
            numbers = self.listed(str(each["number"]) for each in found)
            said = self.words("papers.others.not_discussed", n=len(found), numbers=numbers)
            self.must(said, self.bring_up())
        return found

    # how to find it

    def how_to(self, problems: list[Record], pages: int) -> None:
        """The steps of the answers, and how readers find them in the help."""
        words = self.words
        for key in ("title", "details", "lead", "lead_long", "steps_above"):
            self.may(words(f"papers.how_to.{key}"))
        for page in range(1, pages + 1):
            self.may(words("papers.how_to.steps_on", page=page))
        for each in problems:
            found = each["found"]
            found = words(f"papers.solution.found.{found}") if found and found != "shown" else ""
            self.may(self.number(each), title(each), found)
            self.may(words("papers.problem.again", number=each["number"]))
            for line in self.lines(each):
                if line.entry:
                    self._steps(line.entry, line.card)

    def _steps(self, entry: dict[str, Any], card: Record | None) -> None:
        words = self.words
        self.may(entry["name"])
        for number, step in enumerate(entry.get("first_steps", ())[:4], 1):
            self.may(number, step)
        if entry.get("example"):
            self.may(words("papers.solution.example"), entry["example"])
        searched = (card or {}).get("search_words") or " ".join(entry.get("search_words", ()))
        path = _path(entry)
        if path and path[0] == words("papers.solution.help"):
            del path[0]
        quote = words("papers.problem.quote", text=searched)
        self.may(words("papers.solution.search"), quote, "→".join(path))
        self.may(words("papers.solution.search"), quote, "→".join(path[:-1]))
        self.may(words("papers.solution.help"), entry["help_url"])
        self.may(heading(entry))
        self.may(words("papers.solution.limit"))
        for limit in entry.get("limits", ()):
            self.may(limit)

    def abilities(self, pages: int) -> None:
        """How many can do what, and what each participant can do alone."""
        words = self.words
        able = [who for who in self.facts.people if who["can_do_alone"].strip()]
        checks = [] if self.facts.before else self.facts.file["can_do"]
        counted = [each for each in checks if each["hands"] is not None]
        if not able and not counted:
            return
        for each in counted:
            self.must(words("papers.alone.hands", text=each["text"], n=each["hands"]))
        if counted:
            self.must(words("papers.alone.counted"))
        key = "again" if self.facts.workshop["next_date"] else "here"
        self.must(words("papers.alone.name"), words(f"papers.alone.{key}"))
        for who in able:
            lines = [line.strip() for line in who["can_do_alone"].splitlines() if line.strip()]
            self.may(self.called(who), lines[0])
            self.may(self.called(who))
            for line in lines:
                self.may(line)
        for name in self.names_of_solutions():
            self.may(words("papers.alone.steps_above", name=name))
            for page in range(1, pages + 1):
                self.may(words("papers.alone.steps_on", name=name, page=page))

    def names_of_solutions(self) -> set[str]:
        cards = (card for each in self.facts.listed for card in self.facts.cards(each))
        return {(self.entry(c) or {}).get("name", c["title"]) for c in cards}

    def heard_at_start(self) -> None:
        """The context answers, with who gave them only if speakers are shown."""
        workshop = self.facts.workshop
        shown = workshop["show_speakers"] and not workshop["anonymous"]
        found = self.facts.answers
        if found:
            self.must(self.words("papers.at_start.name"), self.words("papers.at_start.title"))
        for each in found:
            people = [who for who in self.facts.people if who["id"] == each["participant_id"]]
            said = each["text"]
            if shown and people:
                who = self.called(people[0])
                said = self.words("papers.issue.heard", text=said, who=who)
            self.must(self.question(each), said)

    def roles(self, problem: Record) -> str:
        """Return the teams and jobs of those who said a problem."""
        people = self.facts.speakers(problem)
        space = " " if self.words.language == "ja" else ", "
        known = [space.join(part for part in (who["team"], who["job"]) if part) for who in people]
        known = list(dict.fromkeys(filter(None, known)))
        return self.listed(known) or (self.words("papers.dossier.no_role") if people else "")

    def question(self, answer: Record) -> str:
        """Return the question of a context answer."""
        asked = answer["question"]
        from_bank = re.fullmatch("[a-z_]+", asked) is not None
        return self.words(f"questions.ask.{asked}") if from_bank else asked

    def present(self) -> None:
        """Who took part, by team, with the day and the place."""
        facts, words = self.facts, self.words
        here = [who for who in facts.people if who["attendance"] != "absent" or who["arrived"]]
        if not here:
            return
        teams: dict[str, list[str]] = {}
        for who in here:
            name = words.organisation(who["name"], who["honorific"])
            if who["team"] and who["job"]:
                name = words("papers.head.job", name=name, job=who["job"])
            teams.setdefault(who["team"] or who["job"], []).append(name)
        others = teams.pop("", [])
        lines = [
            words("papers.head.team", team=team, names=self.listed(names))
            for team, names in teams.items()
        ]
        if others:
            rest = "papers.head.others" if lines else "papers.head.people"
            lines.append(words(rest, names=self.listed(others)))
        workshop = facts.workshop
        times = [each for each in (workshop["start_time"], workshop["end_time"]) if each]
        self.must(
            words("papers.present.name"),
            words("papers.present.title", n=len(here)),
            words.date(workshop["date"]),
            "–".join(times),
            workshop["place"],
            *lines,
        )


def noun(facts: Facts, words: Texts, *, begins: bool = True) -> str:
    """Return what a contact is called; with a capital if it `begins` a sentence."""
    workshop = facts.workshop
    own = workshop["own_kind"] if workshop["kind"] == "own" else ""
    name = own or words(f"contacts.noun.{workshop['kind']}")
    return name[:1].upper() + name[1:] if begins else name


def visit(facts: Facts, words: Texts) -> str:
    """Return the kind of a contact with its day."""
    kind, day = noun(facts, words), facts.workshop["date"]
    key = f"papers.dossier.from_{'contact' if day else 'undated'}"
    return words(key, kind=kind, date=words.date(day) if day else "")


def _own_steps(card: Record) -> list[str]:
    lines = card["text"].splitlines() if card["kind"] == "answer" else []
    return [line.strip() for line in lines if line.strip()]


def _path(entry: dict[str, Any]) -> list[str]:
    """Return the headings that lead to the help page of an entry."""
    return [part.strip() for part in entry.get("help_path", "").split("→") if part.strip()]


def heading(entry: dict[str, Any] | None) -> str:
    """Return the heading that the address of an entry opens."""
    return (entry.get("help_heading") or (_path(entry) or [""])[-1]) if entry else ""
