"""Each request as a Markdown text, for use as an issue.

The first line is the title and begins with the code of the request, so that an issue from an
earlier export can be found. Typed texts are escaped (`markdown_escape`); addresses come from the
catalogues.
"""

from collections.abc import Iterable

from exports.evidence import customer_of, evidence, way_of
from exports.files import OutputFile
from exports.markdown_escape import escaped, escaped_lines
from exports.material import Material
from exports.verdict_lines import criterion_answers, verdict_lines
from exports.web_addresses import is_safe
from workshop_app.domain.appraisal import Appraisal, Criterion
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.facts.requests import in_dossier, nearest_of
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.domain.ids import request_code
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.domain.request_news import ANSWER_FIELDS
from workshop_app.domain.search_path import SearchAttempt, search_attempts
from workshop_app.domain.voices import Voice
from workshop_app.services.contact_words import kind_noun
from workshop_app.services.promise_words import request_words

_HARD_BREAK = "  "


def build(material: Material) -> list[OutputFile]:
    """Return a file per request that goes to the product team, in order of their numbers."""
    return [
        OutputFile(_Issue(material, request).text().encode(), request_code(request.number))
        for request in in_dossier(material.state)
    ]


class _Issue:
    def __init__(self, material: Material, request: Request) -> None:
        self._material = material
        self._state = material.state
        self._request = request
        self._problem = material.state.problem(request.problem_id)

    def text(self) -> str:
        code = self._material.request_code(self._request)
        blocks = [f"# {code} {self._typed(self._request.title)}", self._about()]
        if self._problem is not None:
            blocks += self._own_words(self._problem)
            blocks += self._other_voices(self._problem)
            blocks += self._answers(self._problem)
        blocks += self._why_and_how()
        blocks += self._situation()
        blocks += self._user_side()
        blocks += self._product_side()
        if self._problem is not None:
            blocks += self._searched(self._problem)
            blocks += self._appraisal(self._problem)
            blocks += self._other_cards(self._problem)
            blocks += self._discussion(self._problem)
        blocks += self._answer(code)
        return "\n\n".join(block for block in blocks if block) + "\n"

    def _word(self, key: str, **values: object) -> str:
        return self._material.words(f"papers.{key}", **values)

    def _typed(self, text: str) -> str:
        """Return a typed text as one line."""
        return escaped(self._material.printable(text))

    def _prose(self, text: str) -> str:
        """Return a typed text with its lines."""
        return "\n".join(self._lines(text))

    def _quote(self, text: str) -> str:
        return "\n".join(f"> {line}" if line else ">" for line in self._lines(text))

    def _lines(self, text: str) -> list[str]:
        lines = escaped_lines(self._material.printable(text).strip())
        return [
            line + _HARD_BREAK if line and after else line
            for line, after in zip(lines, (*lines[1:], ""), strict=True)
        ]

    def _about(self) -> str:
        words = self._material.words
        workshop = self._state.workshop
        date = words.date(workshop.date)
        key = "dossier.from_contact" if date else "dossier.from_undated"
        kind = self._typed(kind_noun(words, workshop, begins=True))
        votes = self._state.votes.of(self._request.problem_id)
        present = self._state.votes.present_then
        facts = [
            self._word("mark.internal"),
            request_words(words, self._state, self._request, Reader.FACILITATOR),
            self._customer(),
            self._word("issue.problem", number=self._problem.number) if self._problem else "",
            self._word(key, kind=kind, date=date),
            self._word("dossier.vote_line_of", n=votes, present=present)
            if votes is not None and present
            else "",
        ]
        return " / ".join(fact for fact in facts if fact)

    def _customer(self) -> str:
        return escaped(self._material.own_customer)

    def _own_words(self, problem: Problem) -> list[str]:
        said_by = self._material.roles(problem)
        blocks = [self._head("dossier.words"), self._quote(problem.first_wording)]
        if said_by:
            blocks.append(self._word("issue.said_by", who=self._typed(said_by)))
        for merged in self._state.merged_into(problem.id):
            blocks.append(self._word("problem.merged", number=merged.number))
            blocks.append(self._quote(merged.first_wording))
        if problem.wording:
            blocks += [self._word("problem.concrete"), self._quote(problem.wording)]
        if self._request.own_words not in {problem.first_wording, problem.wording, ""}:
            blocks += [self._word("dossier.own_words"), self._quote(self._request.own_words)]
        return blocks

    def _other_voices(self, problem: Problem) -> list[str]:
        """Return who else said it: the separate counts, then each voice with code, date and way."""
        others = evidence_of(self._state, problem).others
        if not others:
            return []
        words = self._material.words
        counted = [
            self._word(
                "evidence.counted",
                n=each.count,
                unit=words(f"papers.evidence.{each.kind}.unit", n=each.count),
            )
            for each in evidence(self._material, problem)
        ]
        lines = [f"- {self._voice(voice)}" for voice in reversed(others)]
        head = self._head("evidence.others")
        return [head, self._material.list(counted), "\n".join(lines)]

    def _voice(self, voice: Voice) -> str:
        facts = (
            customer_of(self._material, voice),
            self._material.words.date(voice.date),
            way_of(self._material, voice),
            voice.job,
        )
        about = " / ".join(self._typed(fact) for fact in facts if fact)
        return f"{about}: {self._word('evidence.quoted', words=self._typed(voice.words))}"

    def _why_and_how(self) -> list[str]:
        how = self._request.wished_how
        return [
            self._head("dossier.why"),
            self._said(self._request.why),
            *([self._head("dossier.how"), self._prose(how)] if how else []),
        ]

    def _situation(self) -> list[str]:
        request = self._request
        own = request.situation != self._state.customer.architecture
        facts = [
            ("impact", request.impact),
            ("workaround", request.workaround),
            ("good_enough", request.good_enough),
        ]
        return [
            self._head("dossier.situation"),
            self._prose(request.situation) if own else "",
            self._facts((f"dossier.{key}", text) for key, text in facts),
        ]

    def _user_side(self) -> list[str]:
        customer = self._state.customer
        facts = (
            ("dossier.industry", customer.industry),
            ("dossier.architecture", customer.architecture),
        )
        said = self._facts(facts)
        return [self._head("dossier.user_side"), said] if said else []

    def _answers(self, problem: Problem) -> list[str]:
        """Return the context answers that became the problem, with the role of who gave them."""
        made_of = {each.answer_id for each in (problem, *self._state.merged_into(problem.id))}
        lines = [f"- {self._context(each)}" for each in self._state.answers if each.id in made_of]
        return [self._head("record.answers"), "\n".join(lines)] if lines else []

    def _context(self, answer: ContextAnswer) -> str:
        who = self._state.participant(answer.participant_id)
        role = self._material.role(who) if who is not None else ""
        said = self._typed(answer.text)
        if role:
            said = self._word("issue.heard", text=said, who=self._typed(role))
        return f"**{self._typed(self._material.question_of(answer))}** {said}"

    def _product_side(self) -> list[str]:
        solution = self._material.solutions.get(nearest_of(self._state, self._request))
        nearest = f"- {self._word('dossier.no_nearest')}"
        if solution is not None:
            text = solution.text(self._material.language)
            name = self._word("dossier.nearest")
            what = f"{escaped(text.name)} / {escaped(text.what)}"
            nearest = f"- **{name}**: {what} {_address(text.help_url)}"
        shortfall = self._facts([("dossier.shortfall", self._request.shortfall)])
        return [self._head("dossier.product_side"), f"{nearest}\n{shortfall}"]

    def _searched(self, problem: Problem) -> list[str]:
        attempts = search_attempts(self._state, problem.id)
        if not attempts:
            return []
        lines = [f"- {self._attempt(attempt)}" for attempt in attempts]
        return [self._head("dossier.searched"), "\n".join(lines)]

    def _attempt(self, attempt: SearchAttempt) -> str:
        seen = [self._material.solutions.get(key) for key in attempt.looked_at]
        names = [escaped(one.text(self._material.language).name) for one in seen if one]
        key = "dossier.searched_line" if names else "dossier.searched_nothing"
        return self._word(key, words=self._typed(attempt.words), names=self._material.list(names))

    def _appraisal(self, problem: Problem) -> list[str]:
        judged = self._material.appraisal_of(problem)
        head = self._head("dossier.appraisal")
        if judged is None:
            return [head, self._word("dossier.unjudged")]
        lines = [
            f"{list(Criterion).index(each) + 1}. {self._criterion(each, answer, ground)}"
            for each, answer, ground in criterion_answers(self._material, problem, judged)
        ]
        return [head, "\n".join(lines), self._verdict(problem, judged)]

    def _criterion(self, criterion: Criterion, answer: str, ground: str) -> str:
        if ground:
            ground = self._typed(ground)
            answer = self._word("dossier.answer_with_ground", answer=answer, ground=ground)
        name = self._material.words(f"appraisal.criterion.{criterion}")
        return f"**{name}**{'' if name.endswith('?') else ':'} {answer}"

    def _verdict(self, problem: Problem, judged: Appraisal) -> str:
        head, *lines = map(self._typed, verdict_lines(self._material, problem, judged))
        return f"{_HARD_BREAK}\n".join((f"**{head}**", *lines))

    def _other_cards(self, problem: Problem) -> list[str]:
        cards = [c for c in self._state.cards_of(problem.id) if c.kind is not CardKind.UPDATE]
        if not cards:
            return []
        lines = []
        for card in cards:
            kind = self._material.words(f"cards.kind.{card.kind}")
            title = self._typed(self._material.title_of(card))
            text = self._typed(card.text)
            lines.append(f"- **{kind}**: {' / '.join(part for part in (title, text) if part)}")
        return [self._head("dossier.other_cards"), "\n".join(lines)]

    def _discussion(self, problem: Problem) -> list[str]:
        if not problem.discussion:
            return []
        return [self._head("dossier.discussion"), self._prose(problem.discussion)]

    def _answer(self, code: str) -> list[str]:
        """Return the fields that the product team fills in; `imports.answers` reads them."""
        words = self._material.words
        title = words("request_news.answer.title", code=code)
        fields = (f"### {words(f'request_news.{name}')}" for name in ANSWER_FIELDS)
        return [f"## {title}", words("request_news.answer.how"), *fields]

    def _head(self, key: str) -> str:
        return f"## {self._word(key)}"

    def _said(self, text: str) -> str:
        return self._prose(text) if text else self._word("dossier.unsaid")

    def _facts(self, facts: Iterable[tuple[str, str]]) -> str:
        """Return a line per fact; unknown facts are omitted, unless they are essential."""
        unsaid = self._word("dossier.unsaid")
        return "\n".join(
            f"- **{self._word(key)}**: {self._typed(text) or unsaid}"
            for key, text in facts
            if text or key.removeprefix("dossier.") in ESSENTIAL_FIELDS
        )


def _address(address: str) -> str:
    """Return a link if the address is safe, else its text; own catalogues may have any address."""
    plain = is_safe(address) and not set("<>") & set(address)
    return f"<{address}>" if plain else escaped(address)
