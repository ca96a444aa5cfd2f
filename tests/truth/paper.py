"""What may stand in a paper and what must: the parts that several papers have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pypdfium2

from tests.truth.cover import on_paper, unexplained
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
    title,
)
from tests.truth.messages import next_meeting, said_of_request
from workshop_app.i18n import Texts

_NEAR = range(300)
ENDS = "。."
_COUNTED = ("to_appraise", "to_send", "handed_over", "waiting", *ANSWERED, "later", "not_sent")
_COUNTED += ("ask_again",)
CHOOSING = ("workshop",)


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page without its last line, squeezed."""
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded().rstrip() for page in document]
    return [on_paper(text.rpartition("\r\n")[0]) for text in texts]


def joined(pages: list[str], head: str) -> str:
    """Return the text of all pages; from the second one on, `head` is at their end."""
    return "".join([pages[0], *(each.removesuffix(on_paper(head)) for each in pages[1:])])


def short_names(people: list[Record]) -> dict[str, str]:
    """Return the short names that mean one person each."""
    firsts = {who["id"]: (who["name"].split() or [""])[0] for who in people}
    titles = ("mr", "mrs", "ms", "dr", "prof")
    for who in people:
        parts = who["name"].split()
        if len(parts) > 1 and parts[0].rstrip(".").lower() in titles:
            firsts[who["id"]] = f"{parts[0]} {parts[-1]}"
    taken = list(map(_look, firsts.values()))
    names = [_look(who["name"]) for who in people]
    for who in people:
        if taken.count(_look(firsts[who["id"]])) > 1:
            name = who["name"]
            firsts[who["id"]] = f"{name} {who['code']}" if names.count(_look(name)) > 1 else name
    return firsts


@dataclass
class Paper:
    """What may stand in a paper, and what must.

    `due` are the pieces that its reader has to find, `free` those that may be there. `days` says
    below which day each piece has to be, `labels` below which of them.
    """

    facts: Facts
    words: Texts
    has_blanks: bool = True
    """Whether a blank for a day stands for actions without one, and for nothing else."""
    order: list[tuple[str, str]] = field(default_factory=list)
    """Pieces of which the first one has to be above the second one."""
    free: list[str] = field(default_factory=list)
    due: list[str] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)
    labels: list[tuple[str, str]] = field(default_factory=list)

    def may(self, *parts: object) -> None:
        self.free.append("".join(map(on_paper, parts)))

    def must(self, *parts: object) -> None:
        self.due.append("".join(map(on_paper, parts)))

    def faults(self, text: str) -> list[str]:
        """Return what is missing, what is below another day, and what nothing explains."""
        missing = [f"missing: {each}" for each in self.due if each not in text]
        pieces = [*self.free, *self.due]
        untrue = [f"unexplained: {each}" for each in unexplained(text, pieces)]
        below = [
            f"below {above}: {piece}"
            for piece, above in self.order
            if -1 < text.find(above) < text.find(piece)
        ]
        return [
            *missing,
            *self._displaced(text, self.days),
            *self._displaced(text, self.labels),
            *below,
            *untrue,
        ]

    @staticmethod
    def _displaced(text: str, pairs: list[tuple[str, str]]) -> list[str]:
        """Return the pieces that stand below other days or labels than theirs."""
        known = {day for day, _ in pairs if day}
        pieces = dict.fromkeys(piece for _, piece in pairs)
        heads = text  # without the pieces, which may end as a day or label does
        for piece in sorted(pieces, key=len, reverse=True):
            if not any(piece in day for day in known):
                heads = heads.replace(piece, " " * len(piece))
        found = []
        for piece in pieces:
            own = Counter(day for day, each in pairs if each == piece)
            above = Counter(_last_of(known, heads[:at]) for at in _places(piece, text))
            if all(own) and not own <= above:
                found.append(f"below {[*above]} instead of {[*own]}: {piece}")
        return found

    # words

    def day(self, iso: str, *, short: bool = False) -> str:
        """Return a day, with its year if that is another one.

        In short a day not long before or after has none, and one long before has no weekday.
        """
        begin = self.facts.workshop["date"]
        away = (date.fromisoformat(iso) - date.fromisoformat(begin)).days if begin and iso else 300
        known = iso[:4] == begin[:4] or (short and abs(away) in _NEAR)
        if short and not known and "" < iso < begin:
            return self.words.day(iso, short=True)
        return self.words.date(iso, year=not known, short=short)

    def short_names(self) -> dict[str, str]:
        return short_names(self.facts.people)

    def called(self, who: Record) -> str:
        if self.words.language == "ja":
            return self.words.organisation(who["name"], who["honorific"])
        return self.short_names()[who["id"]]

    def owner(self, action: Record) -> str:
        who = self.facts.owner(action)
        if who or self.words.language == "ja":
            return self.called(who) if who else action["owner_name"]
        visits = [each for each in (self.facts, self.facts.before) if each]
        people = {who["name"]: who for visit in visits for who in visit.people}
        names = short_names([*people.values()])
        found = people.get(action["owner_name"])
        return names[found["id"]] if found else action["owner_name"]

    def number(self, problem: Record) -> str:
        return self.words("papers.problem.heading", number=problem["number"])

    def listed(self, parts: Iterable[str]) -> str:
        return self.words("papers.head.separator").join(parts)

    def numbers(self, problems: Iterable[Record], names: Mapping[int, str] | None = None) -> str:
        """Return numbers in order, as in a sentence, with what they name."""
        ordered = sorted(each["number"] for each in problems)
        *others, last = (f"{number}{(names or {}).get(number, '')}" for number in ordered)
        return self.listed(others) + (self.words("key_message.last") if others else "") + last

    def in_part(self, problems: list[Record], *, brief: bool = False) -> str:
        """Return how many of the solved problems are solved only in part."""
        solved = [each for each in problems if {*SOLVED} & {*self.facts.promises(each).values()}]
        part = [each for each in solved if self.facts.is_in_part(each)]
        if not part:
            return ""
        only = "_only" if len(solved) == 1 else ""
        return self.words(f"promises.in_part.{'brief' if brief else 'sentence'}{only}", n=len(part))

    def own_answers(self, problems: list[Record]) -> str:
        """Return how many of the solved problems only an answer of the workshop solves."""
        facts = self.facts
        solved = [each for each in problems if {*SOLVED} & {*facts.promises(each).values()}]
        own = [each for each in solved if facts.is_answered_here(each)]
        if not own:
            return ""
        key = "all" if len(own) == len(solved) else "some"
        return self.words(f"promises.own_answer.{key}", n=len(own))

    def found(self, key: str, problems: list[Record]) -> str:
        """Return the key of a text that says by what problems are solved."""
        return f"{key}_elsewhere" if self.own_answers(problems) else f"{key}_solved"

    def how_they_stand(self, problems: list[Record]) -> str:
        said = {one for each in problems for one in self.facts.promises(each).values()}
        if len(said) == 1 and said <= {"later", "ask_again", "open", "not_discussed"}:
            return self.words(f"promises.count.{said.pop()}", n=len(problems)).rstrip(ENDS)
        return self.words("papers.others.now", n=len(problems))

    def bring_up(self) -> str:
        day = self.words.date(self.facts.workshop["next_date"])
        return self.words(f"promises.bring_up.{'day' if day else 'no_day'}", day=day)

    # parts that several papers have

    def head(self, name: str) -> None:
        """The customer, the title, the workshop and its day, and who led it."""
        workshop, customer = self.facts.workshop, self.facts.customer
        by = workshop["facilitator"]
        self.must(
            self.words.organisation(customer["name"], customer["honorific"]),
            self.words("papers.mark.customer"),
            name,
            workshop["title"],
            self.words.date(workshop["date"]),
            self.words("papers.head.led_by", name=by) if by else "",
        )
        self.may(self.words("papers.notes.title"))

    def actions(self, name: str, title: str, actions: list[Record], *, fill: bool = False) -> None:
        """A section of actions: each with its problem and owner below its day."""
        self.must(name, title)
        for each in actions:
            self._action(each, fill=fill)

    def _action(self, action: Record, *, fill: bool) -> None:
        words = self.words
        said = on_own_day(action)
        if self.is_marked_late(action):
            self.may(words("papers.actions.overdue"))
        if not is_open(action):
            said = said if action["done"] else words("papers.actions.not_needed", text=said)
        said = self.with_problems(action, said, brief=fill or not is_open(action))
        said += words("papers.own.new_day") if fill and self.is_late(action) else ""
        piece = on_paper(said) + on_paper(self.owner(action) or words("papers.actions.nobody"))
        day = words("papers.actions.day_blank") if self.has_blanks else ""
        day = self.day(action["due"], short=True) if action["due"] else day
        day = on_paper(day if is_open(action) else "")
        self.due.append(piece)
        self.free.append(day)
        self.days.append((day, piece))

    def with_problems(self, action: Record, said: str, *, brief: bool = False) -> str:
        """Return the words of an action with its problem, or those whose requests it passes on."""
        facts, words = self.facts, self.words
        own = [each for visit, each in facts.purposes(action) if visit is facts]
        numbers = [facts.name(words, facts, each) for each in own]
        names = self.listed(numbers if brief else facts.problem_words(words, action))
        key = "papers.actions.with_problem"
        return self.words(key, text=said, problem=names) if names else said

    def is_late(self, action: Record) -> bool:
        return is_open(action) and "" < action["due"] < self.facts.workshop["date"]

    def all_late(self) -> bool:
        return all(map(self.is_late, filter(is_open, self.facts.actions)))

    def is_marked_late(self, action: Record) -> bool:
        return self.is_late(action) and not self.all_late()

    def count_of_actions(self, left: list[Record]) -> str:
        """Return how many actions are left, how many of them the customer's, and until when."""
        next_date = self.facts.workshop["next_date"]
        key = "overdue_all" if self.all_late() else "until_next" if next_date else "count"
        day = self.day(next_date, short=True) if next_date else ""
        said = self.words(f"papers.actions.{key}", n=len(left), day=day)
        ours = sum(each["ours"] for each in left)
        if not 0 < ours < len(left):
            return said
        return said + self.words("papers.actions.of_whom", yours=len(left) - ours, ours=ours)

    def all_actions(self, *, only_done: bool = False, apart: bool = False) -> None:
        """What is to be done, then thanks for what is done, also since the visit before."""
        words = self.words
        left = [each for each in self.facts.actions if is_open(each)]
        done = [*(each for each in self.facts.actions if not is_open(each)), *self.facts.kept]
        promised = [each for each in left if apart and each["ours"]]
        left = [each for each in left if each not in promised]
        name = words("papers.actions.name")
        count = words(f"papers.actions.{'all_done' if done else 'none'}")
        count = self.count_of_actions(left) if left else count
        if promised:
            said = words("papers.actions.promised", n=len(promised))
            said = said if left else self.count_of_actions(promised)
            self.actions(words("papers.actions.promises"), said, promised, fill=apart)
        if not only_done and (left or not promised):
            self.actions(name, count, left, fill=apart)
        if done:
            unneeded = sum(bool(each["not_needed"]) for each in done)
            key = "thanks_and_not_needed" if unneeded else "thanks"
            thanks = words(f"papers.actions.{key}", n=len(done) - unneeded, unneeded=unneeded)
            self.actions(words("papers.actions.settled"), thanks, done)

    def requests_title(self) -> tuple[str, bool]:
        promises = [self.facts.promise_of_request(each) for each in self.facts.requests]
        news = map(self.facts.news, self.facts.requests)
        told = any(each[-1]["may_be_told"] for each in news if each)
        if len(set(promises)) == 1 and promises[0] in _COUNTED and not told:
            count = self.words(f"promises.count.{promises[0]}", n=len(promises))
            return count.rstrip(ENDS), True
        return self.words("papers.requests.count", n=len(promises)), False

    def passing_on(self) -> str:
        """Return who passes the requests on, and when the customer hears of them."""
        promises = list(map(self.facts.promise_of_request, self.facts.requests))
        action = self.facts.passing_on
        if not {*TOLD_LATER} & {*promises} or (action and action["done"]):
            return ""
        who = self.owner(action) if action else ""
        day = self.day(action["due"], short=True) if action and action["due"] else ""
        key = "both" if who and day else "who" if who else "day" if day else "none"
        count = promises.count("to_send")
        part = "passing_on" if count else "telling"
        return self.words(f"promises.{part}.{key}", n=count or 1, who=who, day=day)

    def no_guarantee(self) -> str:
        return self._no_guarantee(set(map(self.facts.promise_of_request, self.facts.requests)))

    def _no_guarantee(self, promises: set[str]) -> str:
        undecided = bool(promises & {"to_send", "handed_over", "waiting"})
        planned = "planned" in promises
        if not undecided and not planned:
            return ""
        key = "some" if undecided and planned else "all" if undecided else "planned"
        return self.words(f"promises.no_guarantee.{key}")

    def requests(self) -> None:
        """The section of all requests, those of which the customer waits to hear last."""
        facts = self.facts
        if not facts.requests:
            return
        name, alike = self.requests_title()
        late = [facts.promise_of_request(each) in TOLD_LATER for each in facts.requests]
        ordered = [
            *(each for each, last in zip(facts.requests, late, strict=True) if not last),
            *(each for each, last in zip(facts.requests, late, strict=True) if last),
        ]
        parts = [self.words("papers.requests.name"), name]
        for each in ordered:
            own = next((p for p in facts.problems if p["id"] == each["problem_id"]), None)
            parts += [self.number(own) if own else "", each["title"]]
            parts += [] if alike else [self.said_of(each)]
        self.must(*parts, self.passing_on(), self.no_guarantee())

    def earlier_requests(self, reader: Record | None) -> list[Record]:
        """Return the requests of the visit before that were sent: the reader's, or all."""
        before = self.facts.before
        if before is None or (reader and self.facts.workshop["anonymous"]):
            return []
        found = []
        for each in before.requests:
            problem = before.root(each["problem_id"])
            said = before.speakers(problem) if problem else []
            own = [who for who in said if reader and who["person_id"] == reader["person_id"]]
            nobody = before.workshop["anonymous"] or (reader and not reader["person_id"])
            if before.promise_of_request(each) in SENT and (reader is None or (own and not nobody)):
                found.append(each)
        return found

    def requests_of_earlier_visits(self, reader: Record | None = None) -> None:
        """How the requests of the visit before stand that were sent: the reader's, or all."""
        before, words = self.facts.before, self.words
        found = self.earlier_requests(reader)
        if before is None or not found:
            return
        promises = {before.promise_of_request(each) for each in found}
        title_ = words("papers.requests.earlier", n=len(found))
        news = [before.news(each) for each in found]
        if reader and all(news):
            there = words("papers.requests.in_became_of", name=words("papers.name.became_of"))
            said = states_of(words, [each[-1]["state"] for each in news])
            self.must(words("papers.requests.name"), said, there)
            return
        self.must(words("papers.requests.name"), title_)
        day = words("papers.requests.said", day=self.day(before.workshop["date"], short=True))
        for each, told in zip(found, news, strict=True):
            state = words(f"request_news.state.{told[-1]['state'] if told else 'new'}")
            as_of = self.day(told[-1]["date"], short=True) if told else ""
            self.must(state, day, each["title"], as_of, said_of_request(before, words, each))
            self.may(self._page_of(told[-1]) if told else "")
        self.must(self._no_guarantee(promises))

    def _page_of(self, news: Record) -> str:
        """Return the address of the page on what was released."""
        entry = entries(self.words.language).get(news["catalogue_id"], {})
        address = news["address"] or entry.get("help_url", "")
        return str(address) if news["state"] == "released" else ""

    def said_of(self, request: Record) -> str:
        return said_of_request(self.facts, self.words, request)

    def kept_for_later(self) -> None:
        parked = self.facts.parked
        if not parked:
            return
        words = self.words
        self.must(words("papers.parked.name"), words("papers.parked.title", n=len(parked)))
        for each in parked:
            first = words("papers.others.first", text=each["first_wording"])
            self.must(
                self.number(each), title(each), first if each["wording"] else "", *self.merged(each)
            )

    def merged(self, problem: Record) -> list[str]:
        """Return the words of the problems that were merged into one."""
        return [
            self.words("papers.others.merged", number=each["number"], text=each["first_wording"])
            for each in self.facts.group(problem)[1:]
        ]

    def next_meeting(self) -> None:
        workshop = self.facts.workshop
        said = list(next_meeting(self.words, workshop, "papers.next.day"))
        if not workshop["next_date"]:
            said[:0] = map(self.words, ("papers.next.undecided", "papers.next.fill"))
        self.must(self.words("papers.next.title"), *said, workshop["next_note"])


def _places(piece: str, text: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _last_of(days: Iterable[str], text: str) -> str:
    """Return the day that ends last; the longest of several that end there."""
    known = (day for day in days if day in text)
    return max(known, key=lambda day: (text.rfind(day) + len(day), len(day)), default="")


def _look(name: str) -> str:
    return name.casefold()


def states_of(words: Texts, states: list[str]) -> str:
    """Return how many requests are in which state."""
    order = ("released", "planned", "declined", "duplicate", "waiting", "handed_over", "new")
    counts = [
        words("promises.hand_over.state", state=words(f"request_news.state.{each}").lower(), n=n)
        for each in order
        if (n := states.count(each))
    ]
    joint = words("papers.head.separator").join(counts)
    return words("promises.hand_over.states", n=len(states), states=joint)
