"""Checks the handout of a participant."""

from tests.truth.cover import on_paper
from tests.truth.facts import (
    SOLVED,
    TOLD_LATER,
    Facts,
    Record,
    as_kept,
    is_open,
    on_own_day,
    outcome,
    title,
)
from tests.truth.paper import CHOOSING, joined
from tests.truth.told import Told, heading, noun
from workshop_app.i18n import Texts


class Handout(Told):
    """The paper of one participant, or of everybody if nobody is known."""

    reader: Record | None = None

    @property
    def own(self) -> list[Record]:
        """The problems that the reader said."""
        facts = self.facts
        if self.reader is None or facts.workshop["anonymous"]:
            return []
        known = (*facts.ranked, *facts.parked)
        return [each for each in known if self.reader in facts.speakers(each)]

    @property
    def is_own(self) -> bool:
        """Whether the answers are those of the reader's own problems: one had to be discussed."""
        facts = self.facts
        told = (each in facts.worked_on or self._has_outcome(each) for each in self.own)
        return bool(self.own) and (any(told) or not facts.worked_on)

    @property
    def answered(self) -> list[Record]:
        """The problems whose answers are told."""
        return self.own if self.is_own else self.facts.worked_on

    def _has_outcome(self, problem: Record) -> bool:
        facts = self.facts
        return not problem["parked"] and bool(facts.cards(problem) or facts.not_ours(problem))

    @property
    def to_do(self) -> list[Record]:
        """The reader's actions that are left."""
        actions = filter(is_open, self.facts.actions)
        return [each for each in actions if self.reader and each["owner_id"] == self.reader["id"]]

    def things(self, count: int) -> str:
        return self.words(f"papers.head.{'many' if count > 9 else 'few'}", count=count)

    def answers_title(self, problems: list[Record]) -> str:
        facts = self.facts
        solved = [each for each in problems if {*SOLVED} & {*facts.promises(each).values()}]
        whose = "chosen" if facts.chosen and facts.workshop["kind"] in CHOOSING else "heard"
        kind = "all" if len(solved) == len(problems) else "some" if solved else "none"
        count = {"count": self.things(len(problems)), "solved": self.things(len(solved))}
        key = f"papers.answers.{'own' if self.is_own else whose}.{kind}"
        said = self.words(self.found(key, problems), n=len(problems), **count)
        own = self.own_answers(problems)
        return said + own + self.in_part(problems, brief=True)

    def own_problems(self, pages: int) -> None:
        """The problems of the first page, with their outcomes in brief."""
        words, problems = self.words, self.answered
        if not problems:
            return
        waiting = [each for each in problems if not self._has_outcome(each)]
        later = [each for each in self.own if each not in problems]
        later += waiting if len(problems) > 5 else []
        front = [each for each in problems if each not in later]
        if front:
            self.must(words("papers.own.problems"), self.answers_title(problems))
        if later:
            self.must(words("papers.own.problems"), self.how_they_stand(later))
        self.may(words("papers.own.steps_above"))
        for each in (*front, *later):
            lines = self.lines(each)
            quotes = self.quotes(each, front if each in front else later)
            self.may(words("papers.problem.again", number=each["number"]))
            for wording in {"", each["wording"]}:
                row = [*quotes, wording, lines[0].text]
                for head in {"", heading(lines[0].entry)}:
                    self.may(self.label(each, quotes), head, *row)
            self.must(*(quotes or [each["wording"]]))
            for line in lines:
                self.may(line.text)
                self._below(each, line, step=True)
            firsts = {line.promise: line for line in reversed(lines)}.values()
            self.due += [line.whole for line in lines if line.caveats or line in firsts]

    def own_actions(self, pages: int) -> None:
        """The reader's actions below their days, and what others do."""
        facts, words = self.facts, self.words
        if self.reader is None:
            self.all_actions()
            return
        mine, is_told = self.to_do, False
        agreed = (*facts.actions, *facts.kept)
        any_of_them = any(each["owner_id"] == self.reader["id"] for each in agreed)
        if not mine:
            title_ = words(f"papers.own.{'all_done' if any_of_them else 'nothing_to_do'}")
        elif all("" < each["due"] < facts.workshop["date"] for each in mine):
            known = {"count": self.things(len(mine)), "who": facts.workshop["facilitator"]}
            known["day"] = self.what_is_asked()[1]
            key = "overdue_to" if known["who"] and known["day"] else "overdue"
            title_ = words(f"papers.own.{key}", n=len(mine), **known)
            is_told = True
        elif all(each["due"] for each in mine) and not self._is_past(mine):
            days = sorted({each["due"] for each in mine})
            key = "until" if len(days) == 1 else "two" if len(days) == 2 else "from"
            first, last = (self.day(each, short=True) for each in (days[0], days[-1]))
            known = {"count": self.things(len(mine)), "first": first, "last": last}
            title_ = words(f"papers.own.to_do_{key}", n=len(mine), **known)
        else:
            title_ = words("papers.own.to_do", n=len(mine), count=self.things(len(mine)))
        self.must(words("papers.own.actions"), title_)
        if facts.before and self.asked_of_customer(days=not is_told):
            self.must(words("papers.own.all_of_you"))
        for key in ("ask", "choose", "choose_more"):
            self.may(words(f"papers.own.{key}"))
        for line in self.reader["can_do_alone"].splitlines():
            self.may(words("papers.own.begin", line=line.strip()))
        for each in mine:
            self._mine(each, pages)
        self._actions_of_others(self.reader)
        thanked = [each for each in facts.kept if each["owner_id"] == self.reader["id"]]
        if thanked:
            thanks = words("papers.own.thanks") if any(each["done"] for each in thanked) else ""
            thanked.sort(key=lambda each: not each["done"])
            self.must(thanks, *(as_kept(words, each) for each in thanked))

    def _actions_of_others(self, reader: Record) -> None:
        """What Mackerel promised, and what others took on."""
        facts, words, problems = self.facts, self.words, self.answered
        ids = {one["id"] for each in problems for one in facts.group(each)}
        asked = any(
            each["problem_id"] in ids and facts.promise_of_request(each) in TOLD_LATER
            for each in facts.requests
        )
        others = [
            each
            for each in facts.actions
            if is_open(each)
            and each["owner_id"] != reader["id"]
            and (self.owner(each) or not each["passes_on"])
        ]
        brought = [
            each
            for each in others
            if (each["problem_id"] in ids or (asked and each["passes_on"])) and self.owner(each)
        ]
        self.may(words("papers.actions.overdue"))
        promised = [each for each in others if each["ours"]]
        first = [each for each in promised if each in brought]
        said = [*first, *(each for each in promised if each not in first)][:5]
        if promised:
            name = words("papers.actions.promises")
            self.must(name, words("papers.actions.promised", n=len(promised)))
        theirs = [each for each in others if not each["ours"]]
        shown = [each for each in theirs if not self.is_late(each)]
        shown = shown if len(others) <= 5 else [each for each in shown if each in brought][:4]
        if theirs or len(said) < len(promised):
            self.must(words("papers.own.others"), words("papers.own.of_others") if shown else "")
        for each in (*said, *shown):
            owner = self.owner(each) or words("papers.actions.nobody")
            by = words("papers.own.by", name=owner)
            piece = on_paper(by) + on_paper(self.with_problems(each, on_own_day(each)))
            self._under_day(each, piece)
        more = len(others) - len(shown) - len(said)
        if more:
            summary = words("papers.name.summary_of", kind=noun(facts, words))
            rest = words("papers.own.more_of_others", n=more, summary=summary)
            self.must(rest)

    def _is_past(self, actions: list[Record]) -> bool:
        return max(each["due"] for each in actions) < self.facts.workshop["date"]

    def _under_day(self, action: Record, piece: str) -> None:
        self.due.append(piece)
        if action["due"]:
            self.may(self.day(action["due"], short=True))
            self.days.append((on_paper(self.day(action["due"], short=True)), piece))

    def _mine(self, action: Record, pages: int) -> None:
        words = self.words
        self._under_day(action, on_paper(on_own_day(action)))
        self.may(words("papers.own.new_day"))
        own = self.facts.root(action["problem_id"])
        names = self.listed(self.facts.problem_words(words, action))
        if own:
            self._why(own, pages)
            self._steps_to_do(action, self.facts, own)
            before = None if self.facts.cards(own) else self.facts.before
            if before and (origin := before.root(own["origin_id"])):
                self._steps_to_do(action, before, origin)
        elif names:
            self.must(words("papers.own.why_before", problem=names))
        for visit, problem in self.facts.purposes(action):
            self._steps_to_do(action, visit, problem)

    def _steps_to_do(self, action: Record, visit: Facts, problem: Record) -> None:
        """The steps of the answers to the problem of an action; all of the one of another visit."""
        words, answers = self.words, visit.cards(problem)
        solutions = [card for card in answers if outcome(card) == "solution"]
        for card in answers:
            entry = self.entry(card)
            self.may(heading(entry))
            steps = entry.get("first_steps", ()) if entry else ()
            due = visit is not self.facts and solutions == [card] and not action["card_id"]
            for n, step in enumerate(steps or card["text"].splitlines(), 1):
                (self.must if due else self.may)(n, step)
                self.may(step)
            if entry and entry.get("example"):
                self.may(words("papers.solution.example"), entry["example"])

    def _why(self, problem: Record, pages: int) -> None:
        words = self.words
        number = problem["number"]
        self.may(words("papers.own.why", number=number))
        for n in range(1, 20):
            self.may(words("papers.own.why_and_rest_in_help", number=number, n=n))
            self.may(words("papers.own.why_and_rest_below", number=number, n=n))
            for page in range(1, pages + 1):
                self.may(words("papers.own.why_and_rest", number=number, n=n, page=page))
        for page in range(1, pages + 1):
            self.may(words("papers.own.why_and_page", number=number, page=page))

    def other_answers(self, problems: list[Record]) -> None:
        """The answers of the day to other problems, by name, with the addresses of their pages."""
        words = self.words
        rows = {
            each["id"]: [x for x in self.lines(each) if x.promise in SOLVED] for each in problems
        }
        if any(rows.values()):
            self.must(words("papers.other_answers.name"), words("papers.other_answers.title"))
        for each in problems:
            for number, line in enumerate(rows[each["id"]]):
                head = [] if number else [self.number(each), title(each)]
                self.must(*head, (line.entry or {}).get("name", line.text))
                self.own_steps(line)
                if line.entry:
                    self.must(line.entry["help_url"])

    def group_map(self, text: str) -> None:
        """The map of all problems by theme in words, or only the chosen and the reader's ones."""
        facts, words = self.facts, self.words
        if not facts.listed:
            return
        self.must(words("papers.map.name"), self.headline())
        shown = [each for each in facts.listed if each in facts.worked_on or each in self.own]
        summary = words("papers.name.summary_of", kind=noun(facts, words))
        rest = len(facts.listed) - len(shown)
        rest = words("papers.map.elsewhere", n=rest, summary=summary) if rest else ""
        if len(facts.listed) <= 16 and on_paper(rest) not in text:
            shown, rest = facts.listed, ""
        solved, plain = words("promises.room.solved"), ""
        for name, problems in self.by_theme():
            self.may(name)
            for each in (each for each in problems if each in shown):
                said, outcome = title(each), self.outcome_words(each)
                if outcome == solved:
                    plain = words("papers.map.plain")
                else:
                    said = words("papers.map.said", text=said, outcome=outcome)
                self.must(each["number"], said)
        own = words("papers.map.own") if self.own else ""
        stop = "。" if words.language == "ja" else "."
        notes = (own, plain, self.merged_note(facts.listed), rest)
        self.must(stop.join(each for each in notes if each))

    def own_abilities(self, pages: int) -> None:
        if self.reader is None:
            return
        words = self.words
        lines = [each.strip() for each in self.reader["can_do_alone"].splitlines() if each.strip()]
        ticked = [
            c["text"] for c in self.facts.file["can_do"] if c["id"] in self.reader["can_do_ids"]
        ]
        if not lines and not ticked:
            return
        key = "again" if self.facts.workshop["next_date"] else "here"
        said = words("papers.alone.said")
        title_ = words(f"papers.alone.{key}") if lines else said.rstrip("。:")
        self.must(words("papers.alone.name"), title_)
        self.may(said)
        for line in lines:
            self.may(line)
        for line in ticked:
            self.must(line)
        for name in self.names_of_solutions():
            self.may(name)
            for each in self.facts.listed:
                self.may(self.number(each), name)
            self.may(words("papers.alone.steps_above", name=name))
            for page in range(1, pages + 1):
                self.may(words("papers.alone.steps_on", name=name, page=page))

    def community(self) -> None:
        words = self.words
        links = self.facts.workshop["community"]
        own = [each for each in self.facts.file["pointers"] if each["chosen"]]
        if not links and not own:
            return
        self.may(words("papers.community.name"))
        self.must(words("papers.community.title"))
        for key in links:
            self.must(words(f"community.{key}.name"), words(f"community.{key}.url"))
            self.may(words(f"community.{key}.short"))
        for each in own:
            other = each["language"] != words.language
            mark = words(f"community.in.{each['language']}") if other else ""
            day = words.brief_date(each["date"]) if each["date"] else ""
            self.must(day, each["title"], mark, each["address"])
            self.may(each["title"])


def check_handout(facts: Facts, language: str, pages: list[str], code: str) -> list[str]:
    """Return the faults of the handout of the participant with `code`."""
    paper = Handout(facts, Texts(language), has_blanks=False)
    words = paper.words
    paper.reader = next((who for who in facts.people if who["code"] == code), None)
    name = words("papers.name.handout")
    head = words.organisation(facts.customer["name"], facts.customer["honorific"])
    if paper.reader:
        reader = words.organisation(paper.reader["name"], paper.reader["honorific"])
        name = words("papers.handout.title", name=reader)
        head += reader
    paper.head(name)
    next_date = facts.workshop["next_date"]
    if next_date and paper.reader:
        paper.may(
            words(
                "papers.head.next",
                date=f"{paper.day(next_date, short=True)} {facts.workshop['next_time']}".rstrip(),
            )
        )
    if paper.reader and not paper.is_own and not facts.workshop["anonymous"] and facts.worked_on:
        paper.must(words("papers.handout.why_you"))
    if paper.reader and paper.reader["thanks"]:
        paper.must(paper.words("papers.handout.thanks"), paper.reader["thanks"])
    paper.own_actions(len(pages))
    paper.own_problems(len(pages))
    paper.next_meeting()
    problems = paper.answered if paper.is_own or not paper.own else []
    about = [facts.root(each["problem_id"]) for each in paper.to_do]
    more = [each for each in about if each and each not in problems]
    if not all(map(facts.purposes, paper.to_do)):
        found = [each for each in facts.worked_on if each not in (*problems, *more)]
        more += [each for each in found if {*SOLVED} & {*facts.promises(each).values()}]
    # a blank for a day is drawn beside the lines of a step, between two of them
    text = joined(pages, head).replace(on_paper(words("papers.actions.day_blank")), "")
    name = words("papers.name.summary_of", kind=noun(facts, words))
    elsewhere = words("papers.elsewhere.summary", summary=name)
    is_short = on_paper(elsewhere) in text
    if is_short:
        paper.must(elsewhere)
    else:
        paper.other_answers([each for each in facts.worked_on if each not in (*problems, *more)])
        paper.group_map(text)
        paper.kept_for_later()
    paper.how_to([*problems, *more], len(pages))
    for each in (*problems, *more):
        for line in paper.lines(each):
            paper.may(line.text)
            paper.own_steps(line)
            for said in line.more:
                paper.may(said)
    paper.own_abilities(len(pages))
    paper.requests()
    paper.since_last_time(paper.reader)
    paper.community()
    return [f"handout of {code}: {each}" for each in paper.faults(text)]
