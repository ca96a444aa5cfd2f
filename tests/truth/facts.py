"""What is true of a workshop, worked out from its file: plain JSON, read once more.

This is a second opinion. It shares no code with the program's own counting and judging, so that an
error there is not repeated here; only the sentences are the program's, since they are its language.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from tests.truth.verdicts import ANSWERS, judge
from workshop_app.i18n import Texts

Record = dict[str, Any]

ANSWERED = ("planned", "released", "declined", "duplicate")
SENT = ("to_send", "handed_over", "waiting", *ANSWERED)
SOLVED = ("solved", "solved_in_part")
TOLD_LATER = ("to_send", "handed_over")
_OF_VERDICT = {
    "open": "to_appraise",
    "ask_again": "ask_again",
    "not_ours": "not_ours",
    "solution": "not_sent",
    "card": "not_sent",
    "request": "to_send",
    "request_individual": "to_send",
    "later": "later",
}
_WITHOUT_CARD = {
    "ask_again": "ask_again",
    "not_ours": "not_ours",
    "solution": "enough",
    "later": "later",
}
_REASONS = {
    "solved": ("solution",),
    "solved_in_part": ("solution",),
    "helped": ("card",),
    "later": ("later",),
    "not_sent": ("solution", "card"),
    "not_ours": ("not_ours",),
    "enough": ("solution",),
    "ask_again": ("ask_again",),
    **dict.fromkeys(("to_send", "handed_over", "waiting"), ("request", "request_individual")),
}
_SLACK = 3


class Facts:
    """The facts of one workshop; `file` is its workshop file, parsed.

    `before` are those of the customer's visit before this one, if there is one; `words` are those
    in which its open actions are carried over.
    """

    def __init__(self, file: Record, words: Texts, before: "Facts | None" = None) -> None:
        self.file = file
        self.before = before
        self.workshop: Record = file["workshop"]
        self.customer: Record = file["customer"]
        self.people: list[Record] = file["participants"]
        self.problems: list[Record] = file["problems"]
        self.answers: list[Record] = file["answers"]
        self.requests = sorted(file["requests"], key=lambda each: each["number"])
        self._by_id = {each["id"]: each for each in self.problems}
        self._people = {who["id"]: who for who in self.people}
        earlier = [*before.promised, *self._asked_again(words, before)] if before else []
        found = [self._carried(words, before, each) for each in earlier if before]
        left = [each for each in found if is_open(each)]
        self.actions = sorted([*self.promised, *left], key=_in_order_of_days)
        """What is to be done or was done, also what the visit before left."""
        kept = [each for each in found if not is_open(each)]
        self.kept = sorted(kept, key=_in_order_of_days)
        """What was promised at the visit before and is done, or not needed any more."""

    # what was promised

    @property
    def promised(self) -> list[Record]:
        """The actions of this visit, and the help for which there is none."""
        delivered = {each["card_id"] for each in self.file["actions"]}
        helps = [
            self._as_action(
                card,
                text=card["title"],
                owner_name=card["owner_name"],
                due=card["due"],
                card_id=card["id"],
                done=bool(card["delivered_on"]),
            )
            for card in self.file["cards"]
            if outcome(card) == "card"
            and card["id"] not in delivered
            and "helped" in self.promises(self.root(card["problem_id"]) or {}).values()
        ]
        actions = [each | {"ours": self._is_ours(each)} for each in self.file["actions"]]
        return [*actions, *helps]

    def _is_ours(self, action: Record) -> bool:
        """Return whether it is not for participants: help or passing on that nobody took on."""
        helps = [card["id"] for card in self.file["cards"] if outcome(card) == "card"]
        if action["owner_id"] in self._people:
            return False
        return bool(action["owner_name"] or action["passes_on"] or action["card_id"] in helps)

    @property
    def agreed(self) -> list[Record]:
        """The actions of this visit by day."""
        return sorted(self.file["actions"], key=_in_order_of_days)

    def _asked_again(self, words: Texts, before: "Facts") -> list[Record]:
        """Return the problems of the visit before about which we said that we ask again."""
        taken = {each["origin_id"] for each in self.problems}
        acted_on = {(before.root(each["problem_id"]) or {}).get("id")
                    for each in before.file["actions"]}  # fmt: skip
        visit = before.workshop
        return [
            self._as_action(
                problem,
                text=words("promises.commitment.ask_again", text=title(problem)),
                owner_name=visit["facilitator"],
                due=visit["next_date"],
                position=problem["number"],
                problem_id=problem["id"],
                asks_again=True,
            )
            for problem in before.roots
            if "ask_again" in before.promises(problem).values()
            and not problem["held"]
            and not problem["became"]
            and not {problem["id"]} & {*taken, *acted_on}
        ]

    def _as_action(self, record: Record, **fields: object) -> Record:
        """Return the fields of an action; a single person of its owner's name has it."""
        people = [who["id"] for who in self.people if who["name"] == fields["owner_name"]]
        named = len(people) == 1 and "card_id" in fields
        action = {
            "id": record["id"], "position": record["position"], "due": "", "done": False,
            "problem_id": record.get("problem_id"), "owner_id": people[0] if named else None,
            "not_needed": False, "answered_at": "", "answer_note": "", "passes_on": False,
            "card_id": None, "ours": True,
        }  # fmt: skip
        return action | fields | ({"owner_name": "", "ours": False} if named else {})

    def _carried(self, words: Texts, before: "Facts | None", action: Record) -> Record:
        """Return an action of the visit before as it is printed at this one."""
        assert before is not None
        late = is_open(action) and action["due"] and action["due"] < self.workshop["date"]
        since = words("last_time.from_last")
        key = "since_late" if late else "since"
        text, brief = words(f"last_time.{key}", text=action["text"], since=since), action["text"]
        note = action["answer_note"]
        if note:
            so_far = action["text"] + words("last_time.so_far", note=note)
            text = words("last_time.with_note", text=text, note=note)
            done = words("last_time.with_note", text=action["text"], note=note)
            brief = so_far if is_open(action) else done
        who = before.owner(action)
        person = who["person_id"] if who else ""
        here = [each for each in self.people if person and each["person_id"] == person]
        name = words.person(who["name"], who["honorific"]) if who else action["owner_name"]
        origin = before.root(action["problem_id"])
        taken = [each for each in self.problems if origin and each["origin_id"] == origin["id"]]
        asks = action.get("asks_again")  # its words are those of the problem
        about = (taken or [origin])[0]["id"] if origin else None
        return action | {
            "text": text,
            "raw": action["text"],
            "brief": brief,
            "owner_id": here[0]["id"] if here else None,
            "owner_name": "" if here else name,
            "problem_id": (taken[0]["id"] if taken else None) if asks else about,
            "passes_on": False,
        }

    # problems

    def root(self, problem_id: str | None) -> Record | None:
        """Return the problem that counts for this one, which may be merged into it."""
        found = self._by_id.get(problem_id or "")
        while found is not None and found["merged_into"]:
            found = self._by_id[found["merged_into"]]
        return found

    def purposes(self, action: Record) -> list[tuple["Facts", Record]]:
        """Return the problems that an action is for, or whose requests it passes on, with visits.

        In the visit before those are that were not taken over from there.
        """
        asked = [r for r in self.requests if self.promise_of_request(r) in TOLD_LATER]
        found: dict[str, tuple[Facts, Record]] = {}
        for each in asked if action["passes_on"] else [action]:
            for visit in filter(None, (self, self.before)):
                problem = visit.root(each["problem_id"])
                if problem:
                    found[problem["id"]] = visit, problem
        return list(found.values())

    def name(self, words: Texts, visit: "Facts", problem: Record) -> str:
        """Return the number of a problem in words, and that it is one of last time."""
        key = "papers.problem.heading" if visit is self else "last_time.problem_last"
        return words(key, number=problem["number"])

    def problem_words(self, words: Texts, action: Record, *, brief: bool = False) -> list[str]:
        """Return the problems that an action is for, one of the visit before with its words."""
        found = []
        for visit, each in self.purposes(action):
            name = self.name(words, visit, each)
            if visit is not self and not brief:
                name = words("last_time.problem", problem=name, title=title(each))
            found.append(name)
        return found

    def group(self, problem: Record) -> list[Record]:
        """Return a problem and all that were merged into it."""
        others = [one for one in self.problems if one is not problem]
        return [problem, *(one for one in others if self.root(one["id"]) is problem)]

    @property
    def roots(self) -> list[Record]:
        return [each for each in self.problems if not each["merged_into"]]

    @property
    def listed(self) -> list[Record]:
        """The problems that the room worked with."""
        return [each for each in self.roots if not each["held"] and not each["parked"]]

    @property
    def parked(self) -> list[Record]:
        return [each for each in self.roots if each["parked"] and not each["held"]]

    @property
    def chosen(self) -> list[Record]:
        return [each for each in self.ranked if self.is_chosen(each)]

    @property
    def worked_on(self) -> list[Record]:
        """The chosen problems; if nothing was chosen, those with a solution."""
        solved = [each for each in self.ranked if {*SOLVED} & {*self.promises(each).values()}]
        return self.chosen or solved

    def is_chosen(self, problem: Record) -> bool:
        return any(one["chosen"] for one in self.group(problem))

    def not_ours(self, problem: Record) -> str:
        """Return why a problem is not ours; a card for any of its group takes precedence."""
        if self.cards(problem):
            return ""
        return next(filter(None, (one["not_ours_reason"] for one in self.group(problem))), "")

    def cards(self, problem: Record) -> list[Record]:
        """Return the cards of a group, each entry of a catalogue once."""
        ids = {one["id"] for one in self.group(problem)}
        found: dict[str, Record] = {}
        for card in self.file["cards"]:
            if card["problem_id"] in ids:
                found.setdefault(card["catalogue_id"] or card["id"], card)
        return list(found.values())

    def request(self, problem: Record) -> Record | None:
        found = {each["problem_id"]: each for each in self.file["requests"]}
        return next((found[one["id"]] for one in self.group(problem) if one["id"] in found), None)

    def request_of_card(self, card: Record) -> Record | None:
        """Return the request that a card stands for: that of its own problem, else of its group."""
        own = (each for each in self.requests if each["problem_id"] == card["problem_id"])
        problem = self.root(card["problem_id"])
        return next(own, self.request(problem) if problem else None)

    def told(self, request: Record) -> str:
        """Return what customers may read of how a request stands."""
        news = self.news(request)
        told = bool(news) and news[-1]["state"] in (*ANSWERED, "waiting")
        return str(news[-1]["may_be_told"]) if told else ""

    def speakers(self, problem: Record) -> list[Record]:
        ids = dict.fromkeys(one["speaker_id"] for one in self.group(problem))
        return [self._people[each] for each in ids if each in self._people]

    # votes

    def votes(self, number: int = 0) -> dict[str, int]:
        """Return the votes of a round (default: the current one) by problem id."""
        now = self.workshop["round"]
        number = number or now
        by_dots = self.workshop["dots"] > 0
        found: dict[str, int] = {}
        if number != now or not by_dots:
            for tally in self.file["tallies"]:
                if tally["round"] == number and not tally["set_aside"]:
                    root = self._root_id(tally["problem_id"])
                    found[root] = max(found.get(root, 0), tally["votes"])
        if number != now or by_dots:
            ballots: dict[tuple[str, int], int] = {}
            for dot in self.file["dots"]:
                if dot["round"] == number and dot["voter"]:
                    key = self._root_id(dot["problem_id"]), dot["voter"]
                    ballots[key] = max(ballots.get(key, 0), dot["dots"])
            if ballots:
                found = dict.fromkeys(self.candidates(number), 0) | found
            for (root, _), dots in ballots.items():
                found[root] = found.get(root, 0) + dots
        return found

    def _root_id(self, problem_id: str) -> str:
        root = self.root(problem_id)
        return root["id"] if root else problem_id

    def candidates(self, number: int) -> list[str]:
        """Return the ids of the listed problems that people could vote for in a round."""
        listed = [each["id"] for each in self.listed]
        printed = {
            dot["problem_id"]
            for dot in self.file["dots"]
            if dot["round"] == number and not dot["voter"]
        }
        return [each for each in listed if each in printed] or listed

    @property
    def rounds(self) -> list[int]:
        votes = [*self.file["dots"], *(t for t in self.file["tallies"] if not t["set_aside"])]
        return [number for number in sorted({v["round"] for v in votes}) if self.votes(number)]

    def places(self, last: int) -> list[tuple[Record, str]]:
        """Return the listed problems with their places after round `last`, best first."""
        listed = {each["id"]: each for each in self.listed}
        whole = [n for n in range(1, last + 1) if len(self.candidates(n)) == len(listed)]
        rounds = range(whole[-1] if whole else 1, last + 1)
        groups = [list(listed)] if listed else []
        for number in rounds:
            votes, asked = self.votes(number), self.candidates(number)
            groups = [part for group in groups for part in _parted(group, votes, asked)]
        voted = {one for number in rounds for one, n in self.votes(number).items() if n}
        found: list[tuple[Record, str]] = []
        for group in groups:
            place = f"{len(found) + 1}{'=' if len(group) > 1 else ''}"
            found += [(listed[one], place if one in voted else "") for one in group]
        return found

    @property
    def ranked(self) -> list[Record]:
        """The listed problems in the order of the closed rounds."""
        closed = self.workshop["round"] - (not self.workshop["vote_closed"])
        return [problem for problem, _ in self.places(closed)]

    @property
    def present(self) -> int:
        """How many people were in the room: as counted, else by who came and did not leave."""
        came = (
            (who["attendance"] == "present" or who["arrived"]) and not who["left"]
            for who in self.people
        )
        return self.workshop["present"] or sum(map(bool, came))

    @property
    def present_at_vote(self) -> int:
        """How many people votes are compared with: those in the room, and those who left."""
        left = (
            who["left"] and (who["attendance"] == "present" or who["arrived"])
            for who in self.people
        )
        return self.present + sum(map(bool, left))

    # what may be said

    def appraisal(self, problem: Record) -> Record | None:
        found = {each["problem_id"]: each for each in self.file["appraisals"]}
        group = self.group(problem)
        return next((found[one["id"]] for one in group if one["id"] in found), None)

    def judged(self, problem: Record) -> tuple[str, str, tuple[str, ...]]:
        """Return the verdict of the rules, the rule, and the criteria still to be asked."""
        known = self.appraisal(problem) or {}
        answers = tuple(known.get(name, "") for name in ANSWERS)
        return judge(answers, solved=self.is_solved(problem))

    def verdict(self, problem: Record) -> str:
        known = self.appraisal(problem)
        overruled = known["override"] if known else None
        return str(overruled or self.judged(problem)[0])

    def is_solved(self, problem: Record) -> bool:
        return not self.not_ours(problem) and "solution" in map(outcome, self.cards(problem))

    def is_answered_here(self, problem: Record) -> bool:
        """Return whether all solutions of a problem were written during the workshop."""
        kinds = {card["kind"] for card in self.cards(problem) if outcome(card) == "solution"}
        return kinds == {"answer"}

    def is_in_part(self, problem: Record) -> bool:
        """Return whether more is asked for, or a known gap was stated and nobody overruled it."""
        request = self.request(problem)
        sent = self.promise_of_request(request) if request else ""
        if "request" in map(outcome, self.cards(problem)) and sent in {*SENT} - {"released"}:
            return True
        known = self.appraisal(problem)
        gap = any(one["gap_id"] for one in self.group(problem))
        return gap and (known is None or known["override"] != "solution")

    def nearest(self, request: Record) -> str:
        """Return the id of the answer nearest to a request: the named, else the first chosen."""
        problem = self.root(request["problem_id"])
        chosen = (each["catalogue_id"] for each in (self.cards(problem) if problem else ()))
        return request["nearest_id"] or next(filter(None, chosen), "")

    def actions_for(self, problem: Record) -> list[Record]:
        return [each for each in self.file["actions"] if self.root(each["problem_id"]) is problem]

    def news(self, request: Record) -> list[Record]:
        found = [each for each in self.file["news"] if each["request_id"] == request["id"]]
        return sorted(found, key=lambda each: (each["date"], each["position"]))

    def promise_of_request(self, request: Record) -> str:
        """Return what may be said of a request."""
        news = self.news(request)
        if news:
            return str(news[-1]["state"])
        problem = self.root(request["problem_id"])
        if problem is None:
            return "to_appraise"
        if problem["parked"]:
            return "parked"
        if self.not_ours(problem):
            return "not_ours"
        known = self.appraisal(problem)
        if not (known and known["override"]) and self.judged(problem)[2]:
            return "to_appraise"
        return _OF_VERDICT[self.verdict(problem)]

    def promises(self, problem: Record) -> dict[str, str]:
        """Return what may be said of a problem, by kind of outcome."""
        if self.not_ours(problem):
            return {"not_ours": "not_ours"}
        request = self.request(problem)
        kinds = {outcome(card) for card in self.cards(problem)}
        sent = self.promise_of_request(request) if request else "to_appraise"
        if problem["parked"]:
            known = "request" in kinds and sent in ("handed_over", "waiting", *ANSWERED)
            return {"request": sent} if known else {"open": "parked"}
        if not kinds:
            plain = "open" if self.was_discussed(problem) else "not_discussed"
            return {"open": _WITHOUT_CARD.get(self.verdict(problem), plain)}
        said = {
            "solution": "solved_in_part" if self.is_in_part(problem) else "solved",
            "card": "helped",
            "request": sent,
        }
        return {kind: text for kind, text in said.items() if kind in kinds}

    def was_discussed(self, problem: Record) -> bool:
        ids = {one["id"] for one in self.group(problem)}
        return (
            self.is_chosen(problem)
            or self.appraisal(problem) is not None
            or any(each["problem_id"] in ids for each in self.file["searches"])
            or any(one["discussion"] for one in self.group(problem))
        )

    def with_promise(self, *names: str) -> list[Record]:
        """Return the listed problems of which one of these is said, by number."""
        found = [each for each in self.listed if {*names} & {*self.promises(each).values()}]
        return sorted(found, key=lambda each: each["number"])

    @property
    def solved(self) -> list[Record]:
        return self.with_promise(*SOLVED)

    def reason(self, words: Any, problem: Record, promise: str) -> str:
        """Return the reason that may be stated with a promise: typed, or that of the rule."""
        if promise in ANSWERED:
            request = self.request(problem)
            return self.told(request) if request else ""
        if promise == "not_ours" and self.not_ours(problem):
            return self.not_ours(problem)
        if self.verdict(problem) not in _REASONS.get(promise, ()):
            return ""
        known = self.appraisal(problem)
        if known and known["override"]:
            return str(known["override_reason"])
        rule = self.judged(problem)[1]
        given = [known[name] for name in ("ours", "alternative", "general")] if known else [""]
        if rule == "request" and all(given):
            return str(words(f"appraisal.request.{'_'.join(given)}"))
        return str(words(f"appraisal.rule.{rule}"))

    # people and days

    def owner(self, action: Record) -> Record | None:
        """Return the participant who has an action."""
        return self._people.get(action["owner_id"])

    @property
    def passing_on(self) -> Record | None:
        """The action that passes the requests on."""
        found = (each for each in self.file["actions"] if each["passes_on"])
        return next((each for each in found if not is_dropped(each)), None)

    @property
    def promised_day(self) -> str:
        """The first day on which the customer is to hear of the requests."""
        action = self.passing_on
        told = action["due"] if action and is_open(action) else ""
        return min(filter(None, (told, self.workshop["next_date"])), default="")

    @property
    def reply_day(self) -> str:
        """The last working day that leaves the slack before that; empty if it would be too soon."""
        if not self.promised_day:
            return ""
        day = date.fromisoformat(self.promised_day) - timedelta(days=_SLACK)
        while day.weekday() > 4 or f"{day:%m%d}" >= "1229" or f"{day:%m%d}" <= "0103":
            day -= timedelta(days=1)
        return day.isoformat() if day.isoformat() > self.workshop["date"] else ""


def is_open(action: Record) -> bool:
    """Return whether an action is still to be done."""
    return not action["done"] and not action["not_needed"]


def as_kept(words: Texts, action: Record) -> str:
    """Return how a paper tells its reader what became of an action of theirs."""
    text = on_own_day(action)
    return words("papers.actions.not_needed", text=text) if action["not_needed"] else text


def on_own_day(action: Record) -> str:
    """Return the text of an action beside which papers say that its day has passed."""
    return str(action.get("brief", action["text"]))


def is_dropped(action: Record) -> bool:
    """Return whether an action was dropped on purpose."""
    return bool(action["not_needed"])


def outcome(card: Record) -> str:
    """Return the kind of outcome that a card gives its problem."""
    kinds = {"solution": "solution", "answer": "solution", "update": "request"}
    return kinds.get(card["kind"], "card")


def title(problem: Record) -> str:
    """Return the words of a problem as they are now."""
    return str(problem["wording"] or problem["first_wording"])


def code(facts: Facts, request: Record) -> str:
    """Return the code of a request that is the only one of its kind in the store."""
    return f"R-{request['number']}-{facts.workshop['id'].replace('-', '')[-6:]}"


def handed_over(news: Iterable[Record]) -> str:
    """Return the first day of a hand-over."""
    return min((each["date"] for each in news if each["state"] == "handed_over"), default="")


def _in_order_of_days(action: Record) -> tuple[object, ...]:
    owned = bool(action["owner_id"] or action["owner_name"])
    return not action["due"], action["due"], owned, action["position"]


def _parted(group: list[str], votes: dict[str, int], asked: list[str]) -> list[list[str]]:
    """Part problems of one place by the votes of a round; equal votes are a tie."""
    counts = sorted({votes.get(one, 0) for one in group if one in asked}, reverse=True)
    parts = [[one for one in group if one in asked and votes.get(one, 0) == n] for n in counts]
    others = [one for one in group if one not in asked]
    return [*parts, others] if others else parts
