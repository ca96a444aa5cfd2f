"""Every page number and section name that a paper refers to is true in the PDF."""

import re
import tempfile
from functools import cache
from pathlib import Path

import pytest

from exports.job import export
from exports.registry import DOCUMENTS, PaperDocument
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
)
from tests.helpers.papers import (
    pages_of,
    sample_state,
    solutions,
    squeezed,
    with_something_before,
)
from workshop_app.domain.action import by_day
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import Texts

ENTRIES = (
    ("notification-groups", "consecutive-attempts"),
    ("check-tcp",),
    ("filesystem-usage-monitoring", "check-tcp"),
    ("check-ping",),
    ("check-redis", "notification-groups"),
    ("downtime",),
)
"""The answers of each problem; some are those of several problems."""
PAPERS = [name for name, each in DOCUMENTS.items() if isinstance(each, PaperDocument)]
MOST_STEPS = 5
"""More steps than an answer has."""
MOST_ACTIONS = 40
"""More actions than a paper here has."""
MOST_PROBLEMS = 40
"""More problems than a workshop here has."""
NUMBERED = {"ja": r"\d+ページ", "en": r"[Pp]age\d+"}
"""A reference to a page, without spaces."""
NUMBER = r"(\d+)"


def a_workshop_with(language: str, problems: int, length: int):
    """A workshop of so many problems with answers, and one more with a request.

    `length` is the number of words in each first wording.
    """
    wordy = "長いことば" if language == "ja" else "many words "
    speakers = tuple(a_participant(n, name) for n, name in enumerate(("青木 健", "井上 美咲"), 1))
    listed = tuple(
        a_problem(n, f"始{n}{wordy * length}", speaker_id=speakers[n % 2].id, chosen=n < 5)
        for n in range(1, problems + 2)
    )
    answers = list(zip(listed[:-1], ENTRIES, strict=False))
    cards = tuple(
        a_card(problem, id=f"card-{problem.number}-{entry}", catalogue_id=entry)
        for problem, entries in answers
        for entry in entries
    )
    abilities = "\n".join(
        step
        for _, entries in answers
        for entry in entries
        for step in solutions()[entry].text(language).first_steps
    )
    able = tuple(
        a_participant(n, each.name, can_do_alone=abilities) for n, each in enumerate(speakers, 1)
    )
    actions = tuple(
        an_action(
            n, f"用事{n}", owner_id=able[n % 2].id, problem_id=problem.id, due=f"2026-12-{n + 10}"
        )
        for n, problem in enumerate(listed[: problems // 2 + 1], 1)
    )
    last = listed[-1]
    return a_state(
        workshop=a_workshop(language=language, next_date="2027-01-14"),
        participants=able,
        problems=listed,
        cards=(*cards, a_card(last, CardKind.UPDATE)),
        requests=(a_request(last),),
        appraisals=(an_appraisal(last),),
        actions=actions,
    )


STATES = {
    "sample": sample_state,
    "request_only": lambda language: a_workshop_with(language, 0, 1),
    **{
        f"{problems}_problems_{length}_words": (
            lambda language, problems=problems, length=length: a_workshop_with(
                language, problems, length
            )
        )
        for problems in (1, 3, 6)
        for length in (1, 12)
    },
    "a_long_map": lambda language: a_workshop_with(language, 24, 3),
}


@cache
def papers(name: str, language: str) -> list[tuple[str, list[str]]]:
    """Each paper about a workshop: its document, and the text of its pages without spaces."""
    state = STATES[name](language)
    made = []
    for document in PAPERS:
        with tempfile.TemporaryDirectory() as folder:
            about = with_something_before(state, document)
            result = export(about, solutions(), Path(folder), [document], language)
            made += [
                (document, [squeezed(text) for text in pages_of(paper.file.read_bytes())])
                for paper in result.papers
            ]
    return made


def pattern(words: Texts, key: str, *, count: int = 0, **fields: str) -> str:
    """A text without spaces as a pattern; the fields given are patterns, `count` is the field n."""
    marked = {name: f"\0{number}\0" for number, name in enumerate(fields)}
    counted = {"n": count} if count else {}
    found = re.escape(squeezed(words(key, **counted, **marked)))
    for number, value in enumerate(fields.values()):
        found = found.replace(re.escape(f"\0{number}\0"), value).replace(f"\0{number}\0", value)
    return found


def used():
    """The answers of these workshops; a step may end in "page" before the number of the next."""
    return [solutions()[entry] for entries in ENTRIES for entry in entries]


def second_step(language: str, before: str, page: str) -> str:
    """The second step of an answer whose first one a text ends with, the one on the page if any."""
    texts = (each.text(language).first_steps for each in solutions().values())
    found = [squeezed(one[1]) for one in texts if before.endswith(squeezed(one[0]))]
    return next((each for each in found if each in page), str(found))


def steps_by_name(language: str) -> dict[str, str]:
    """The first step of each answer by its name."""
    texts = (each.text(language) for each in solutions().values())
    return {squeezed(each.name): squeezed(each.first_steps[0]) for each in texts}


def any_of(texts) -> str:
    """A pattern of any of these texts, the longest first."""
    return f"({'|'.join(re.escape(each) for each in sorted(texts, key=len, reverse=True))})"


def pages_referred_to(words: Texts, state, pages: list[str]) -> list[tuple[int, str]]:
    """Each page number that a paper prints, with a text that must be on that page."""
    whole = "".join(pages)
    steps = steps_by_name(words.language)

    def all_of(key: str, *, count: int = 0, page: str = NUMBER, **fields: str):
        text = pattern(words, f"papers.{key}", count=count, page=page, **fields)
        return re.finditer(text, whole)

    tasks = by_day(state.actions)
    found: list[tuple[str, str]] = []
    number = "(?P<problem>[0-9]+)"
    for each in all_of("own.why_and_page", number=number):
        heading = words("papers.problem.heading", number=each["problem"])
        found.append((each[2], squeezed(heading)))
    for count in range(1, MOST_STEPS):
        for each in all_of("own.why_and_rest", count=count, number=number):
            page = pages[int(each[2]) - 1]
            found.append((each[2], second_step(words.language, whole[: each.start()], page)))
    for each in all_of("how_to.steps_on"):
        before = whole[: each.start()]
        found.append((each[1], steps[max(filter(before.endswith, steps), key=len)]))
    found += [(each[2], steps[each[1]]) for each in all_of("alone.steps_on", name=any_of(steps))]
    for count in range(1, len(tasks)):
        more = all_of("coming.more", count=count)
        found += [(each[1], squeezed(tasks[0].text)) for each in more]
    others = squeezed(words("papers.others.name"))
    for count in range(1, len(state.listed)):
        # without spaces, digits of the next heading may stand behind the number
        found += [(each[1], others) for each in all_of("map.rest", count=count, page=r"(\d)")]
    return [(int(number), text) for number, text in found]


@pytest.mark.parametrize("name", STATES)
def test_what_a_paper_refers_to_is_on_the_page_that_it_names(name, language):
    words = Texts(language)
    state = STATES[name](language)
    steps = any_of(squeezed(step) for each in used() for step in each.text(language).first_steps)
    wrong = []
    for document, pages in papers(name, language):
        found = pages_referred_to(words, state, pages)
        whole = re.sub(steps, "", "".join(pages))
        assert len(found) == len(re.findall(NUMBERED[language], whole)), document
        wrong += [
            (document, number, text)
            for number, text in found
            if number > len(pages) or text not in pages[number - 1]
        ]
    assert wrong == []


def test_these_workshops_have_each_kind_of_reference(language):
    words = Texts(language)
    whole = "".join(
        page for name in STATES for _, pages in papers(name, language) for page in pages
    )
    patterns = [
        pattern(words, "papers.own.why_and_page", number=r"\d+", page=NUMBER),
        "|".join(
            pattern(words, "papers.own.why_and_rest", count=count, number=r"\d+", page=NUMBER)
            for count in range(1, MOST_STEPS)
        ),
        pattern(words, "papers.how_to.steps_on", page=NUMBER),
        pattern(words, "papers.alone.steps_on", name=".+?", page=NUMBER),
        "|".join(
            pattern(words, "papers.coming.more", count=count, page=NUMBER)
            for count in range(1, MOST_ACTIONS)
        ),
        "|".join(
            pattern(words, "papers.map.rest", count=count, page=NUMBER)
            for count in range(1, MOST_PROBLEMS)
        ),
    ]
    assert [each for each in patterns if not re.search(each, whole)] == []
