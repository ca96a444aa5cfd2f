"""Checks the dossier for the product team: its cover, and a page for each request."""

import email
import unicodedata
from email import policy

from tests.truth.cover import on_paper
from tests.truth.facts import ANSWERED, SENT, SOLVED, Facts, Record, code, is_open
from tests.truth.masks import names
from tests.truth.plain import differences
from tests.truth.told import Told, noun, visit
from tests.truth.verdicts import ANSWERS, criteria_of
from workshop_app.i18n import Texts

_OPENINGS = ("to_send", "handed_over", "waiting", *ANSWERED, "to_appraise")
_BEHIND = ("request", "request_individual")
_NAMED = ("later", "not_sent", "ask_again", "not_ours", "enough")
_MOST = 8
_UNDECIDED = ("to_send", "to_appraise", "handed_over", "waiting")


class Dossier(Told):
    """The dossier, in which the customer is a code."""

    def _piece(self, parts: tuple[object, ...]) -> str:
        whole = "".join(map(on_paper, parts))
        for name in names(self.facts):
            whole = whole.replace(
                on_paper(name), on_paper(self.words("papers.head.customer_code", code="C-1"))
            )
        return whole

    def may(self, *parts: object) -> None:
        self.free.append(self._piece(parts))

    def must(self, *parts: object) -> None:
        self.due.append(self._piece(parts))

    @property
    def sent(self) -> list[Record]:
        """The requests that are, were or may still be sent."""
        known = (*SENT, "to_appraise")
        return [r for r in self.facts.requests if self.facts.promise_of_request(r) in known]

    def about(self) -> str:
        """The customer's code, the contact with its day, and who recorded it."""
        by = self.facts.workshop["facilitator"]
        by = self.words("papers.head.recorded_by", name=by) if by else ""
        return (
            self.words("papers.head.customer_code", code="C-1") + visit(self.facts, self.words) + by
        )

    def cover(self, pages: list[str]) -> None:
        facts, words = self.facts, self.words
        internal = words("papers.mark.internal")
        earlier = [] if self.sent else self._earlier()
        title = words("papers.dossier.status_title" if earlier else "papers.name.dossier")
        self.must(words("papers.dossier.to"), internal, title, self.about())
        promises = [facts.promise_of_request(each) for each in self.sent]
        said = [
            words(f"promises.dossier.{promise}", n=promises.count(promise))
            for promise in _OPENINGS
            if promise in promises
        ]
        day = self.day(facts.reply_day) if facts.reply_day else ""
        undecided, first = sum(map(promises.count, _UNDECIDED)), ""
        if not self.sent:
            count = len(facts.requests)
            kind = noun(facts, words, begins=False)
            said = [words(f"papers.dossier.{'none_sent' if count else 'none'}", n=count, kind=kind)]
            waiting = [each["title"] for each, promise in earlier if promise in _UNDECIDED]
            undecided, first = len(waiting), next(iter(waiting), "")
        if undecided:
            key = f"{'asked' if self.sent else 'decided'}{'_until' if day else ''}"
            to = facts.workshop["facilitator"] or words("papers.dossier.us")
            asked = words(f"papers.dossier.{key}", n=undecided, date=day, to=to, title=first)
            how = words("papers.dossier.decided_how") + (
                "" if day else words("papers.dossier.no_day")
            )
            said = [*said, asked] if self.sent else [asked, how, *said]
        self.must(*said)
        if undecided and not self.sent and facts.workshop["facilitator"]:
            self.must(words("papers.dossier.answer_to", to=facts.workshop["facilitator"]))
        if self.sent:
            self._list(pages)
            self._reply()
        else:
            self._earlier_requests()
        self._not_sent(pages[0])

    def _earlier(self) -> list[tuple[Record, str]]:
        """Return what was sent after the visit before, undecided first, with the promises."""
        before = self.facts.before
        known = before.requests if before else []
        said = [(each, before.promise_of_request(each)) for each in known if before]
        sent = [pair for pair in said if pair[1] in SENT]
        return sorted(sent, key=lambda pair: pair[1] not in _UNDECIDED)

    def _earlier_requests(self) -> None:
        """How these requests stand, where each was said, and their codes."""
        before, words, found = self.facts.before, self.words, self._earlier()
        if before is None or not found:
            return
        self.must(words("papers.requests.name"), words("papers.requests.earlier", n=len(found)))
        for each, promise in found:
            news = before.news(each)
            day = words.date(news[-1]["date"]) if news else ""
            said = words(f"promises.team.{promise}", day=day)
            told = before.told(each)
            asked = before.workshop["date"]
            day = self.day(asked, short=True) if asked else ""
            source = (noun(before, words), day, code(before, each))
            state = words(f"request_news.state.{news[-1]['state'] if news else 'new'}")
            fields, undecided = [], promise in _UNDECIDED
            for key in ("why", "impact", "workaround", "good_enough", "shortfall"):
                fields += [words(f"papers.dossier.{key}"), each[key]] if each[key] else []
            votes = before.votes().get(each["problem_id"])
            fields += [words("papers.votes.votes"), votes] if votes is not None else []
            fields += [words("papers.dossier.reported"), told] if told else []
            more = fields if undecided else [told]
            self.must(state, *source, each["title"], said, *more)
            if undecided:
                self._form(code(before, each))

    def _list(self, pages: list[str]) -> None:
        words = self.words
        votes, present = self.facts.votes(), self.facts.present_at_vote
        heads = []
        if any(votes.get(each["problem_id"]) is not None for each in self.sent):
            key = "votes_of" if present else "votes"
            heads = [words(f"papers.dossier.{key}", present=present)]
        self.must(
            words("papers.dossier.list", n=len(self.sent)), *heads, words("papers.dossier.page")
        )
        for each in self.sent:
            problem = self.problem(each)
            begin = on_paper(self.status(each))
            page = next((n for n, text in enumerate(pages, 1) if begin in text), "?")
            voted = votes.get(problem["id"])
            count = "" if voted is None else voted
            self.must(f"R-{each['number']}", each["title"], count, page, *self._stands(each))
        customer = self.facts.customer
        said = [text for text in (customer["industry"], customer["architecture"]) if text]
        if said:
            self.must(words("papers.record.customer"), *said)

    def problem(self, request: Record) -> Record:
        """Return the problem that a request was made for, which may be merged into another."""
        return next(p for p in self.facts.problems if p["id"] == request["problem_id"])

    def team(self, request: Record) -> str:
        """Return the state of a request in the words for the product team."""
        news = self.facts.news(request)
        day = self.words.date(news[-1]["date"]) if news else ""
        return self.words(f"promises.team.{self.facts.promise_of_request(request)}", day=day)

    def _reasons(self, request: Record) -> str:
        promise = self.facts.promise_of_request(request)
        if promise in ANSWERED:
            return self.facts.told(request)
        root = self.facts.root(request["problem_id"])
        return self.facts.reason(self.words, root, promise) if root else ""

    def _stands(self, request: Record) -> list[str]:
        problem = self.problem(request)
        said = [self.team(request), self._reasons(request)]
        if self.facts.promise_of_request(request) == "to_send" and request["impact"]:
            root = self.facts.root(request["problem_id"])
            known = self.facts.appraisal(root) if root else None
            overruled = known and known["override"]
            said = [request["impact"], known["override_reason"] if known and overruled else ""]
        roles = self.roles(problem)
        return [*said, self.words("papers.issue.said_by", who=roles) if roles else ""]

    def counts(self, problem: Record) -> list[tuple[str, int]]:
        """Return how many people said a problem, of how many jobs, and in how many ways."""
        group = self.facts.group(self.facts.root(problem["id"]) or problem)
        said = [who for each in group for who in self._speaker(each)]
        people = {who["person_id"] or who["id"] for who in said}
        jobs = {_folded(who["job"] or who["team"]) for who in said}
        ways = {each["method"] for each in group}
        return [("people", len(people)), ("jobs", len(jobs - {""})), ("ways", len(ways))]

    def _speaker(self, problem: Record) -> list[Record]:
        return [who for who in self.facts.people if who["id"] == problem["speaker_id"]]

    def _reply(self) -> None:
        words, workshop = self.words, self.facts.workshop
        to = workshop["facilitator"]
        how = [words("papers.dossier.answer_how")]
        if to:
            how.append(words("papers.dossier.answer_to", to=to))
        action = self.facts.passing_on
        who = self.owner(action) if action and is_open(action) else ""
        if action and who and action["due"]:
            when = self.day(action["due"])
            how.append(words("papers.dossier.told_by", who=who, date=when))
        elif workshop["next_date"]:
            when = self.day(workshop["next_date"])
            how.append(words("papers.dossier.next_visit", date=when))
        self.must(words("papers.dossier.answer"), *how)

    def called(self, who: Record) -> str:
        return self.words.organisation(who["name"], who["honorific"])

    def _not_sent(self, cover: str) -> None:
        facts, words = self.facts, self.words
        said = [(each, one) for each in facts.listed for one in facts.promises(each).values()]
        said.sort(key=lambda pair: facts.request(pair[0]) is None)
        solved = [each for each, promise in said if promise in SOLVED]
        named = [(each, promise) for each, promise in said if promise in _NAMED]
        if not named and not solved:
            return
        parts = [words("papers.dossier.not_sent")]
        if solved:
            own = self.own_answers(facts.listed)
            key = f"papers.dossier.solved{'_elsewhere' if own else ''}"
            parts.append(words(key, n=len(solved), total=len(facts.listed)))
            parts.append(self.in_part(facts.listed))
        self.must(*parts)
        most = min(_MOST, len(named))
        more = {n: words("papers.dossier.more", n=len(named) - n) for n in range(most + 1)}
        shown = next((n for n in range(most) if on_paper(more[n]) in cover), most)
        for each, promise in named[:shown]:
            request = facts.request(each)
            quote = words("papers.problem.quote", text=each["first_wording"])
            why = facts.reason(words, each, promise) or words(f"promises.team.{promise}")
            number = f"R-{request['number']}" if request else ""
            self.must(words(f"promises.row.{promise}"), number, quote, why)
        if len(named) > shown:
            self.must(more[shown])

    # the page of a request

    def status(self, request: Record) -> str:
        words = self.words
        news = self.facts.news(request)
        promise = self.facts.promise_of_request(request)
        day = words.date(news[-1]["date"]) if news else ""
        state = words(f"promises.facilitator.{promise}", day=day)
        state = words("papers.dossier.new") if promise == "to_send" else state
        return words("papers.dossier.status", code=f"R-{request['number']}", status=state)

    def page(self, request: Record) -> None:
        facts, words = self.facts, self.words
        problem = self.problem(request)
        internal = words("papers.mark.internal")
        self.must(self.status(request), internal, request["title"], self.about())
        self._evidence(problem)
        self.must(words("papers.problem.quote", text=problem["first_wording"]))
        for each in facts.group(problem)[1:]:
            quote = words("papers.problem.quote", text=each["first_wording"])
            self.must(words("papers.problem.merged", number=each["number"]), quote)
        own = request["own_words"]
        if own not in (problem["first_wording"], problem["wording"], ""):
            self.must(words("papers.dossier.own_words"), own)
        self.may(problem["wording"])
        unsaid = words("papers.dossier.unsaid")
        self.must(words("papers.dossier.why"), request["why"] or unsaid)
        if request["wished_how"]:
            self.must(words("papers.dossier.how"), request["wished_how"])
        self.may(words("papers.dossier.user_side"))
        fields = ("situation", "impact", "workaround", "good_enough")
        for key in fields:
            self.may(words(f"papers.dossier.{key}"), request[key] or unsaid)
        self.may(words("papers.dossier.discussion"), problem["discussion"])
        self._product_side(request)
        self._searched(problem)
        self._appraisal(request, problem)
        for card in facts.cards(problem):
            entry = self.entry(card)
            name = entry["name"] if entry else card["title"]
            kind = words(f"cards.kind.{card['kind']}")
            self.may(words("papers.record.card", kind=kind, title=name), card["text"])
        self.may(words("papers.dossier.other_cards"))
        self._form(code(self.facts, request))

    def _evidence(self, problem: Record) -> None:
        facts, words = self.facts, self.words
        counts = [*self.counts(problem)]
        if not counts[0][1]:
            del counts[1]  # where nobody noted who it was, that is said once
        for kind, count in counts:
            if not count:
                unsaid = words("papers.evidence.not_noted")
                self.must(words(f"papers.evidence.{kind}.name"), unsaid)
            elif kind != "ways":
                self.must(count, words(f"papers.evidence.{kind}.unit", n=count))
        self.must(words("papers.evidence.ways.name"))
        self.may(words("papers.evidence.people.here"))
        for each in facts.group(problem):
            own = facts.workshop["own_kind"] if each["method"] == "own" else ""
            self.must(own or words(f"prepare.method.{each['method']}.name"))
        for who in facts.speakers(problem):
            self.may(who["job"] or who["team"])
        self.may(words("papers.head.separator"))
        votes = facts.votes().get(problem["id"])
        if votes is not None:
            self.must(votes, words("papers.evidence.votes.unit", n=votes))
            self.may(words("papers.evidence.votes.of", n=facts.present_at_vote))
            self.may(words("papers.evidence.votes.here"))
        for number in facts.rounds:
            count = facts.votes(number).get(problem["id"])
            self.may(words("papers.dossier.vote_round", n=count, round=number))

    def _product_side(self, request: Record) -> None:
        words = self.words
        known = self.entry({"catalogue_id": self.facts.nearest(request), "kind": "solution"})
        if known is None:
            nothing = words("papers.dossier.no_nearest")
            self.must(words("papers.dossier.product_side"), nothing)
        else:
            stop = "。" if words.language == "ja" else "."
            said = (known.get("answer_line") or known["what"]).removesuffix(stop)
            name = words("papers.dossier.product_side_nearest")
            self.must(name, known["name"], stop, said, stop)
            self.may(known.get("help_url", ""))
        if request["shortfall"]:
            self.must(words("papers.dossier.shortfall"), request["shortfall"])

    def _searched(self, problem: Record) -> None:
        words = self.words
        self.may(words("papers.dossier.searched"))
        ids = [one["id"] for one in self.facts.group(problem)]
        searches = [each for each in self.facts.file["searches"] if each["problem_id"] in ids]
        cards = self.facts.cards(problem)
        said = {each["words"] for each in searches} | {card["search_words"] for card in cards}
        for each in said:
            self.may(words("papers.dossier.searched_nothing", words=each))
            self.may(words("papers.dossier.searched_line", words=each, names=""))
        seen = {one for each in searches for one in each["looked_at"]}
        for each in seen | {card["catalogue_id"] for card in cards}:
            entry = self.entry({"catalogue_id": each, "kind": "solution"})
            self.may(entry["name"] if entry else "")

    def _appraisal(self, request: Record, problem: Record) -> None:
        facts, words = self.facts, self.words
        known = facts.appraisal(problem)
        promise = facts.promise_of_request(request)
        if known is None:
            self.must(words("papers.dossier.unjudged"))
            self.must(self.team(request))
            return
        root = facts.root(problem["id"]) or problem
        verdict, rule, to_ask = facts.judged(root)
        to_ask = () if known["override"] else to_ask
        for number, name in enumerate(ANSWERS, 1):
            answer, ground = known[name], known[f"{name}_ground"]
            if not answer and not ground and name not in to_ask:
                continue
            said = words("papers.dossier.unanswered" if name in to_ask else "appraisal.not_needed")
            said = words(f"appraisal.answer.{name}.{answer}") if answer else said
            row = [number, words(f"appraisal.topic.{name}"), said]
            self.must(*row)
            for text in (ground, self.roles(problem)):
                self.may(*row, text)
        self.must(self.team(request))
        if promise in ANSWERED:
            return
        self.may(words("papers.dossier.judged_after"))
        numbers = [name for name in criteria_of(rule) if known[name]]
        places = [str([*ANSWERS].index(name) + 1) for name in numbers]
        if known["override"]:
            by = known["override_by"]
            self.must(words(f"papers.dossier.overruled_{'by' if by else 'plain'}", by=by))
            self.must(known["override_reason"])
            self.own_verdict(root, known, verdict, rule)
            return
        given = [known[name] for name in ("ours", "alternative", "general")]
        key = f"request.{'_'.join(given)}" if rule == "request" and all(given) else f"rule.{rule}"
        self.must(words(f"appraisal.{key}"))
        if verdict != "open" and places:
            self.must(words("papers.dossier.decided_by", numbers=self.listed(places)))

    def own_verdict(self, problem: Record, known: Record, verdict: str, rule: str) -> None:
        """What the rules alone would say of a problem of which a person overruled them."""
        words = self.words
        deciding = [] if verdict == "open" else [n for n in criteria_of(rule) if known[n]]
        told = [
            words(
                "papers.problem.own_answer",
                number=[*ANSWERS].index(name) + 1,
                answer=words(f"appraisal.answer.{name}.{known[name]}"),
            )
            for name in deciding
        ]
        why = self.listed(told) or words(f"appraisal.rule.{rule}").rstrip("。.")
        name = words(f"appraisal.verdict.{verdict}")
        self.must(words("papers.problem.own_verdict", verdict=name, why=why))

    def _form(self, code_: str) -> None:
        words = self.words
        form = "papers.answer_form"
        self.must(words(f"{form}.title"), code_)
        for key in ("day", "name", "reason", "until", *ANSWERED, "waiting"):
            self.may(words(f"{form}.{key}"))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def as_sent(facts: Facts, words: Texts) -> Facts:
    """Return the facts as before the hand-over, once all requests are handed over."""
    if {"to_send", "to_appraise"} & {*map(facts.promise_of_request, facts.requests)}:
        return facts
    handed = [each for each in facts.file["news"] if each["state"] == "handed_over"]
    rest = [each for each in facts.file["news"] if each not in handed]
    before = Facts(facts.file | {"news": rest}, words, facts.before)
    sent = {r["id"] for r in facts.requests if before.promise_of_request(r) == "to_send"}
    kept = [each for each in handed if each["request_id"] not in sent]
    return Facts(facts.file | {"news": [*rest, *kept]}, words, facts.before)


def check_team_mail(facts: Facts, language: str, data: bytes) -> list[str]:
    """Return the faults of the draft to the product team, which is to nobody."""
    words = Texts(language)
    facts = as_sent(facts, words)
    message = email.message_from_bytes(data, policy=policy.default)
    n = len(Dossier(facts, words).sent)
    customer = words("papers.head.customer_code", code="C-1")
    day = words.date(facts.reply_day) if facts.reply_day else ""
    true = [
        words("papers.mail.team_subject", n=n),
        words("papers.mail.team", n=n, customer=customer),
        words("papers.mail.team_reply", day=day) if day else "",
        facts.workshop["facilitator"],
    ]
    body = message.get_body()
    assert body is not None
    said = [message["Subject"], *body.get_content().splitlines()]
    return differences("mail to the team", list(filter(None, said)), list(filter(None, true)))


def check_dossier(facts: Facts, language: str, pages: list[str]) -> list[str]:
    """Return the faults of the dossier."""
    words = Texts(language)
    facts = as_sent(facts, words)
    paper = Dossier(facts, words)
    paper.cover(pages)
    for each in paper.sent:
        paper.page(each)
    text = "".join(pages)
    named = [each for each in names(facts) if on_paper(each) in text]
    return [
        *(f"dossier: names the customer: {each}" for each in named),
        *(f"dossier: {each}" for each in paper.faults(text)),
    ]
