"""Checks the paper on what became of a reader's requests."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.truth.cover import on_paper
from tests.truth.facts import Facts, Record, outcome
from tests.truth.paper import joined, states_of
from tests.truth.told import Told, heading, visit
from workshop_app.i18n import Texts

_USE = {"released": "use", "declined": "instead"}


@dataclass
class BecameOf(Told):
    """The paper of a reader, or of everybody whose name is not known."""

    reader: Record | None = None
    as_of: str = ""
    rows: list[list[str]] = field(default_factory=list)
    """For each request the forms of its row, of which one has to be there."""

    def told(self) -> list[tuple[Facts, Record]]:
        """Return the requests with news that the reader said, with their workshops."""
        known = [self.facts]
        if self.facts.before is not None and not self.facts.workshop["anonymous"]:
            known.append(self.facts.before)
        return [
            (facts, request)
            for facts in known
            for request in facts.requests
            if facts.news(request) and self._is_for_reader(facts, request)
        ]

    def _is_for_reader(self, facts: Facts, request: Record) -> bool:
        root = facts.root(request["problem_id"])
        people = facts.speakers(root) if root else []
        if self.facts.workshop["anonymous"]:
            people = []
        if self.reader is None:
            return not people and facts is self.facts
        return any(self._is_reader(who) for who in people)

    def _is_reader(self, who: Record) -> bool:
        assert self.reader is not None
        person = self.reader["person_id"]
        return who["id"] == self.reader["id"] or (person and who["person_id"] == person)

    def front(self, found: list[tuple[Facts, Record]]) -> None:
        """The reader, the day of the workshop or of later news, and how requests stand."""
        words, customer = self.words, self.facts.customer
        name = words("papers.name.became_of")
        if self.reader:
            who = words.organisation(self.reader["name"], self.reader["honorific"])
            name = words("papers.became_of.title", name=who)
        workshop = self.facts.workshop
        held = workshop["date"] or workshop["created_at"][:10]
        self.as_of = day = max(held, *(facts.news(each)[-1]["date"] for facts, each in found))
        by = self.facts.workshop["facilitator"]
        self.must(
            words.organisation(customer["name"], customer["honorific"]),
            words("papers.mark.customer"),
            name,
            words("papers.became_of.until", day=words.date(day)) if day else "",
            words("papers.became_of.by", name=by) if by else "",
        )
        states = [facts.news(request)[-1]["state"] for facts, request in found]
        undecided = bool({*states} & {"waiting", "handed_over"})
        key = "planned" if "planned" in states else ""
        key = ("some" if key else "all") if undecided else key
        said = words(f"promises.customer.{states[0]}")
        said = words("papers.became_of.message", state=said, title=found[0][1]["title"])
        if len(found) > 1:
            said = states_of(words, states)
        guarantee = words(f"promises.no_guarantee.{key}") if key else ""
        nothing = words("papers.became_of.nothing_to_do", n=len(found))
        self.in_two_parts(said, nothing, guarantee)

    def request_of_reader(self, facts: Facts, request: Record) -> None:
        """What was said and how it was heard, what became of it, and what may be told of that."""
        words = self.words
        last = facts.news(request)[-1]
        root = facts.root(request["problem_id"])
        said: list[str] = [request["title"]]
        own = self._own(facts, root) if root else []
        said += [words("papers.problem.quote", text=each["first_wording"]) for each in own]
        said.append(words("papers.became_of.heard", visit=visit(facts, words)))
        said.append("" if last["date"] == self.as_of else self.day(last["date"], short=True))
        said += [words(f"promises.customer.{last['state']}"), last["may_be_told"]]
        label = [self._state(last["state"])]
        captions = [words("papers.became_of.page"), *self._use(facts, request, root, last)]
        whole = ["".join(map(on_paper, (*label, each, *said))) for each in ("", *captions)]
        self.free += whole
        self.must(*said)
        self.may(self._state(last["state"]))
        self.rows.append(whole)

    def _state(self, state: str) -> str:
        return self.words(f"request_news.state.{state}")

    def without_again(self, pages: list[str], head: str) -> str:
        """Return the text of all pages without labels that are repeated beside parted rows."""
        found = joined(pages, head)
        for number, page in enumerate(pages):
            for news in ("released", "planned", "declined", "duplicate", "waiting", "handed_over"):
                rest = page.removeprefix(on_paper(self.words(f"request_news.state.{news}")))
                other = joined([*pages[:number], rest, *pages[number + 1 :]], head)
                if any(found.count(each) < other.count(each) for each in self.due):
                    found, pages = other, [*pages[:number], rest, *pages[number + 1 :]]
        return found

    def _own(self, facts: Facts, root: Record) -> list[Record]:
        group = facts.group(root)
        if self.reader is None:
            return group
        ids = [who["id"] for who in facts.people if self._is_reader(who)]
        return [each for each in group if each["speaker_id"] in ids] or [root]

    def _use(
        self, facts: Facts, request: Record, root: Record | None, last: Record
    ) -> Iterator[str]:
        """Yield the headings of the pages that may help; their names and steps may be said."""
        words = self.words
        cards = facts.cards(root) if root else []
        others = [card["catalogue_id"] for card in cards if outcome(card) != "request"]
        self.may(last["address"])
        for each in (last["catalogue_id"], *others, request["nearest_id"]):
            entry = self.entry({"catalogue_id": each, "kind": "solution"})
            if entry is None:
                continue
            key = _USE.get(last["state"], "until_then")
            step = [entry["what"]]
            if entry.get("first_steps"):
                step = ["→", entry["first_steps"][0]]
            self.may(
                words(f"papers.became_of.{key}"), entry.get("answer_line") or entry["name"], *step
            )
            for limit in entry.get("limits", ()) if last["state"] == "released" else ():
                self.may(words("papers.became_of.limits"))
                self.may(limit, limit + ("。" if words.language == "ja" else "."))
            self.may(entry["help_url"])
            yield heading(entry)


def check_became_of(facts: Facts, language: str, pages: list[str], code: str) -> list[str]:
    """Return the faults of the paper of the participant with `code`."""
    reader = next((who for who in facts.people if who["code"] == code), None)
    paper = BecameOf(facts, Texts(language), reader=reader)
    found = paper.told()
    if not found:
        return [f"became_of {code}: there is nothing to tell"]
    paper.front(found)
    for each in found:
        paper.request_of_reader(*each)
    head = paper.words.organisation(facts.customer["name"], facts.customer["honorific"])
    if paper.reader:
        head += paper.words.organisation(paper.reader["name"], paper.reader["honorific"])
    text = paper.without_again(pages, head)
    lost = [row[0] for row in paper.rows if not any(each in text for each in row)]
    faults = [*(f"missing: {each}" for each in lost), *paper.faults(text)]
    return [f"became_of {code}: {each}" for each in faults]
