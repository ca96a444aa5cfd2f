"""Checks then and now: what the visit before left open, and how it stands."""

from dataclasses import dataclass, field

from tests.truth.facts import Facts, Record, is_open, title
from tests.truth.messages import delivery
from tests.truth.paper import short_names, states_of
from tests.truth.told import STANDINGS, Told, noun
from workshop_app.i18n import Texts


@dataclass
class ThenNow(Told):
    """Then and now, of the facts of two workshops."""

    before: Facts = field(kw_only=True)

    # problems

    def problems(self) -> list[Record]:
        """Return what to come back to, then all others with a request or any news."""
        before = self.before
        chosen = before.chosen
        open_ones = [each for each in (*before.listed, *before.parked) if self._is_left(each)]
        left = [*chosen, *(each for each in open_ones if each not in chosen)]
        others = [each for each in before.listed if each not in left and self._has_news(each)]
        return [*left, *others]

    def _is_left(self, problem: Record) -> bool:
        before = self.before
        cards = before.cards(problem)
        gap = any(one["gap_id"] for one in before.group(problem))
        no_answer = not any(card["catalogue_id"] for card in cards)
        unanswered = gap and no_answer and before.request(problem) is None
        is_open = not cards and not before.not_ours(problem)
        return bool(problem["parked"] or is_open or unanswered)

    def _has_news(self, problem: Record) -> bool:
        asked = "request" in self.before.promises(problem)
        acted = self.before.actions_for(problem)
        return bool(asked or acted or self.said_since(problem) or self._deliveries(problem))

    def _deliveries(self, problem: Record) -> list[str]:
        return [said for card in self.before.cards(problem) if (said := self._delivery(card))]

    def _delivery(self, card: Record) -> str:
        words = self.words
        if not (card["delivered_on"] or card["helped"] or card["link"]):
            return ""
        parts = delivery(words, card).splitlines()
        if card["helped"]:
            parts.append(words(f"papers.then_now.helped.{card['helped']}"))
        entry = self.entry(card)
        name = entry["name"] if entry else card["title"]
        return words("papers.then_now.card", name=name, said=" ".join(parts))

    def problem(self, problem: Record) -> list[str]:
        """Return a problem with how it stands, and with the details."""
        words, before = self.words, self.before
        since = self.said_since(problem)
        now = [f"→{each}" for each in since]
        answer, note = self.answer_of(problem)
        stands = self.standing(problem)
        if answer or stands in ("not_yet", "acted"):
            note = note if since else self.listed(self.notes_on(problem))
            label = words(f"papers.since.{stands}")
            said = words("last_time.problems.answered", answer=label, note=note)
            since = now[:1] = [said if note else label]
        for kind, promise in before.promises(problem).items():
            if kind == "request" or not since:
                now.append(words(f"promises.room.{promise}"))
            if kind == "request":
                now += self._news(problem)
        now += self._deliveries(problem)
        return [title(problem), *now]

    def _news(self, problem: Record) -> list[str]:
        request = self.before.request(problem)
        news = self.before.news(request) if request else []
        if not news:
            return []
        return [self.day(news[-1]["date"], short=True), news[-1]["may_be_told"]]

    def _new_day(self, action: Record) -> str:
        if action["done"] or action["not_needed"] or self.is_late(action):
            return ""
        if action["due"] <= self.facts.workshop["date"]:
            return self.words("papers.then_now.no_new_day")
        day = self.day(action["due"], short=True)
        return self.words("papers.then_now.until", day=day)

    # actions

    def _answer(self, action: Record) -> str:
        if action["done"]:
            return "done"
        if action["not_needed"]:
            return "not_needed"
        return "not_yet" if action["answered_at"] else "none"

    def _owner(self, action: Record) -> str:
        who = self.before.owner(action)
        if who is None:
            return str(action["owner_name"])
        short = short_names(self.before.people)[who["id"]]
        return self.words.organisation(short, who["honorific"])

    def _actions(self) -> None:
        words = self.words
        found = self.before.agreed
        if not found:
            return
        self.must(self._counted_actions())
        for each in found:
            owner = self._owner(each) or words("papers.actions.nobody")
            said = words(f"last_time.answer.{self._answer(each)}")
            if self.is_late(each):
                said = words("papers.then_now.late") + self.day(each["due"], short=True)
            note = each["answer_note"]
            note = words("last_time.so_far", note=note) if note and is_open(each) else note
            self.must(each["text"], owner, said, note, self._new_day(each))

    # what people can do

    def asked(self) -> list[tuple[str, int | None, int | None, int, int]]:
        """Return each line with the hands then and now, and how many people there were and are."""
        now = self.facts.file["can_do"]
        found = []
        for each in self.before.file["can_do"]:
            again = next((one for one in now if one["origin_id"] == each["id"]), None)
            counted = again is not None and again["hands"] is not None
            hands = again["hands"] if again and counted else None
            people = again["people"] if again and counted else 0
            there = each["people"] or (self.before.present or len(self.before.people))
            found.append((each["text"], each["hands"], hands, there, people))
        if found:
            return found
        own: dict[str, int] = {}
        for who in self.before.people:
            for line in dict.fromkeys(map(str.strip, who["can_do_alone"].splitlines())):
                if line:
                    own[line] = own.get(line, 0) + 1
        for text, n in own.items():
            again = next((one for one in now if one["text"] == text), None)
            counted = again is not None and again["hands"] is not None
            hands = again["hands"] if again and counted else None
            people = again["people"] if again and counted else 0
            found.append(
                (text, n, hands, max(n, (self.before.present or len(self.before.people))), people)
            )
        return found

    def _lines(self) -> None:
        words = self.words
        shown = self.asked()
        if not shown:
            return
        self.must(words("papers.then_now.alone_title"))
        people = max(each[4] for each in shown)
        counted = any(each[2] is not None for each in shown)
        now = words("papers.then_now.by_now_of", n=people) if counted else ""
        now = now or words("papers.then_now.by_now")
        then = words("papers.then_now.last_time_of", n=max(each[3] for each in shown))
        self.must(words("papers.then_now.alone"), then, now)
        for text, then, hands, *_ in shown:
            self.must(text, *(self._hands(each) for each in (then, hands)))

    def _hands(self, hands: int | None) -> str:
        if hands is None:
            return self.words("papers.then_now.uncounted")
        return self.words("papers.then_now.hands", n=hands)

    def message_of_change(self) -> list[str]:
        """How problems stand, two ways, and requests; how many actions, if there are none."""
        words, area = self.words, "papers.then_now.of_problems"
        all_stand = [self.standing(each) for each in (*self.before.listed, *self.before.parked)]
        if not all_stand:
            return list(filter(None, [self._counted_actions()]))
        said = self._counted("problems", all_stand, STANDINGS)
        first = self.listed([each for each, _ in said][:2])
        found = [words(f"{area}.all", n=len(all_stand), counts=first)]
        news = [self.before.news(each) for each in self.earlier_requests(None)]
        if states := [each[-1]["state"] if each else "new" for each in news]:
            found.append(states_of(words, states) + ("。" if words.language == "ja" else "."))
        return found

    def _counted_actions(self) -> str:
        if not self.before.agreed:
            return ""
        today = self.facts.workshop["date"]
        found = [
            self._answer(each)
            if not is_open(each)
            else "overdue"
            if "" < each["due"] < today
            else "open"
            for each in self.before.agreed
        ]
        said = self._counted("actions", found, ("done", "overdue", "open", "not_needed"))
        counts = self.listed(each for each, _ in said)
        return self.words("papers.then_now.of_actions.all", n=len(found), counts=counts)

    def _counted(
        self, what: str, found: list[str], order: tuple[str, ...]
    ) -> list[tuple[str, int]]:
        area = f"papers.then_now.of_{what}"
        counts = {each: found.count(each) for each in order if each in found}
        return [(self.words(f"{area}.{each}", n=n), n) for each, n in counts.items()]

    def whole(self) -> None:
        """The whole paper."""
        words = self.words
        customer, by = self.facts.customer, self.facts.workshop["facilitator"]
        then = words.date(self.before.workshop["date"], short=True)
        now = words.date(self.facts.workshop["date"], short=True)
        self.must(
            words.organisation(customer["name"], customer["honorific"]),
            words("papers.mark.customer"),
            words("papers.name.then_now"),
            words("papers.then_now.since", then=then, now=now),
            words("papers.head.led_by", name=by) if by else "",
        )
        told = self.problems()
        if since := self.message_of_change():
            self.in_two_parts(*since)
        if told:
            summary = words("papers.name.summary_of", kind=noun(self.facts, words))
            rest = sum(each not in told for each in (*self.before.ranked, *self.before.parked))
            key = f"papers.then_now.problems{'_and_more' if rest else ''}"
            self.must(words(key, n=rest, summary=summary))
            self.must(words("papers.then_now.last_time"), words("papers.then_now.by_now"))
        for each in told:
            self.must(*self.problem(each))
        self._actions()
        self._lines()


def say_message(paper: Told) -> None:
    """The conclusion: of the visit before, if nothing was said at this one."""
    facts = paper.facts
    if facts.before and not facts.listed and not facts.workshop["key_message"]:
        since = ThenNow(facts, paper.words, before=facts.before).message_of_change()
        new = [] if facts.problems or not since else [paper.words("key_message.nothing_new")]
        head, *rest = since or [paper.words("key_message.nothing")]
        paper.in_two_parts(head, *rest, *new)
    else:
        paper.message()


def check_then_now(facts: Facts, language: str, pages: list[str]) -> list[str]:
    """Return the faults of then and now."""
    assert facts.before is not None
    paper = ThenNow(facts, Texts(language), before=facts.before)
    paper.whole()
    return [f"then_now: {each}" for each in paper.faults("".join(pages))]
