"""Checks the Markdown text of a request."""

import re

from tests.truth.cover import on_paper
from tests.truth.dossier import Dossier
from tests.truth.facts import Facts, Record, code
from tests.truth.tables import role
from tests.truth.told import noun
from tests.truth.verdicts import ANSWERS
from workshop_app.i18n import Texts

_MARKUP = re.compile(r"^(?:#+ |> ?|- |\d\. (?=\*\*))", re.MULTILINE)
_FIELDS = ("state_name", "date", "direction", "architecture", "reason", "until_then", "same_as")


class Issue(Dossier):
    """A request as text for other tools, in which the customer is a code."""

    def whole(self, request: Record) -> None:
        """The request with who said it, why, how, the user's side, and the appraisal."""
        facts, words = self.facts, self.words
        problem = self.problem(request)
        self.must(code(facts, request), request["title"])
        self.must("/".join(map(on_paper, self._about(request, problem))))
        self.must(words("papers.dossier.words"), problem["first_wording"])
        who = self.roles(problem)
        self.must(words("papers.issue.said_by", who=who) if who else "")
        for each in facts.group(problem)[1:]:
            name = words("papers.problem.merged", number=each["number"])
            self.must(name, each["first_wording"])
        if problem["wording"]:
            self.must(words("papers.problem.concrete"), problem["wording"])
        own = request["own_words"]
        if own not in (problem["first_wording"], problem["wording"], ""):
            self.must(words("papers.dossier.own_words"), own)
        unsaid = words("papers.dossier.unsaid")
        self.must(words("papers.dossier.why"), request["why"] or unsaid)
        if request["wished_how"]:
            self.must(words("papers.dossier.how"), request["wished_how"])
        self.may(words("papers.dossier.situation"))
        self.may(request["situation"])
        for key in ("impact", "workaround", "good_enough"):
            self.may(words(f"papers.dossier.{key}"))
            self.may(request[key] or unsaid)
        self.may(words("papers.dossier.user_side"))
        for key in ("industry", "architecture"):
            self.may(words(f"papers.dossier.{key}"))
            self.may(facts.customer[key])
        made_of = {each["answer_id"] for each in facts.group(problem)}
        answers = [each for each in facts.answers if each["id"] in made_of]
        if answers:
            self.must(words("papers.record.answers"))
        for each in answers:
            who = [one for one in facts.people if one["id"] == each["participant_id"]]
            said = each["text"]
            for known in filter(None, map(role, who)):
                said = words("papers.issue.heard", text=said, who=known)
            self.must(self.question(each), said)
        self._nearest(request)
        self._searched(problem)
        self._judged(problem)
        for card in facts.cards(problem):
            entry = self.entry(card)
            self.may(words(f"cards.kind.{card['kind']}"))
            self.may(entry["name"] if entry else card["title"])
            self.may(card["text"])
        self.may(words("papers.dossier.other_cards"))
        self.may(words("papers.dossier.discussion"), problem["discussion"])
        self.must(words("request_news.answer.title", code=code(facts, request)))
        self.may(words("request_news.answer.how"))
        for key in (*_FIELDS, "may_be_told"):
            self.must(words(f"request_news.{key}"))

    def _about(self, request: Record, problem: Record) -> list[str]:
        facts, words = self.facts, self.words
        news = facts.news(request)
        day = words.date(news[-1]["date"]) if news else ""
        promise = facts.promise_of_request(request)
        date = words.date(facts.workshop["date"])
        key = "from_contact" if date else "from_undated"
        votes = facts.votes().get(problem["id"])
        voted = words("papers.dossier.vote_line_of", n=votes or 0, present=facts.present_at_vote)
        said = [
            words("papers.mark.internal"),
            words(f"promises.facilitator.{promise}", day=day),
            words("papers.head.customer_code", code="C-1"),
            words("papers.issue.problem", number=problem["number"]),
            words(f"papers.dossier.{key}", kind=noun(facts, words), date=date),
        ]
        return [*said, voted] if votes is not None and facts.present_at_vote else said

    def _nearest(self, request: Record) -> None:
        words = self.words
        self.may(words("papers.dossier.product_side"))
        entry = self.entry({"catalogue_id": self.facts.nearest(request), "kind": "solution"})
        if entry is None:
            self.must(words("papers.dossier.no_nearest"))
        else:
            self.must(words("papers.dossier.nearest"))
            self.must(entry["name"], "/", entry["what"])
            self.may(entry["help_url"])
        self.may(words("papers.dossier.shortfall"))
        self.may(request["shortfall"])
        self.may(words("papers.dossier.unsaid"))

    def _judged(self, problem: Record) -> None:
        facts, words = self.facts, self.words
        known = facts.appraisal(problem)
        self.may(words("papers.dossier.appraisal"))
        if known is None:
            self.must(words("papers.dossier.unjudged"))
            return
        root = facts.root(problem["id"]) or problem
        to_ask = () if known["override"] else facts.judged(root)[2]
        for name in ANSWERS:
            answer, ground = known[name], known[f"{name}_ground"]
            if not answer and not ground and name not in to_ask:
                continue
            said = words("papers.dossier.unanswered" if name in to_ask else "appraisal.not_needed")
            said = words(f"appraisal.answer.{name}.{answer}") if answer else said
            self.must(words(f"appraisal.criterion.{name}"))
            for each in (ground, self.roles(problem)):
                whole = words("papers.dossier.answer_with_ground", answer=said, ground=each)
                self.may(whole if each else said)
            self.may(said)
        self._verdict(root, known)

    def _verdict(self, root: Record, known: Record) -> None:
        facts, words = self.facts, self.words
        verdict, rule, _ = facts.judged(root)
        told = words(f"appraisal.verdict.{facts.verdict(root)}")
        given = [known[name] for name in ("ours", "alternative", "general")]
        key = f"request.{'_'.join(given)}" if rule == "request" and all(given) else f"rule.{rule}"
        by = known["override_by"]
        self.may(words("papers.dossier.judged_after"))
        if not known["override"]:
            self.may(words(f"appraisal.{key}"))
        if facts.verdict(root) == "open":
            self.must(told)
        elif not known["override"]:
            self.must(words("papers.dossier.by_rule", verdict=told))
        else:
            key = f"papers.dossier.by_{'person' if by else 'somebody'}"
            self.must(words(key, verdict=told, by=by))
            self.may(words("promises.reason", reason=known["override_reason"]))
            self.own_verdict(root, known, verdict, rule)


def check_issue(facts: Facts, language: str, data: bytes, part: str) -> list[str]:
    """Return the faults of the text of the request with the code `part`, such as R-3."""
    paper = Issue(facts, Texts(language))
    request = next(each for each in paper.sent if f"R-{each['number']}" == part)
    paper.whole(request)
    text = _MARKUP.sub("", data.decode()).replace("\\", "").replace("**", "")
    return [f"issue {part}: {each}" for each in paper.faults(on_paper(text))]
