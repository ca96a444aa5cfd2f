"""The checker can fail: it finds lies that are planted into true files."""

import email
from email import policy
from functools import cache

from tests.truth.checks import OF_TWO, PAPERS, check, check_pages
from tests.truth.cover import on_paper
from tests.truth.lies import LIES, Lie
from tests.truth.paper import pages_of
from tests.truth.workshops import (
    WrittenFile,
    facts_of,
    random_visits,
    sample,
    second_visit_state,
    written,
)
from workshop_app.domain.state import WorkshopState

MOST_MISSED = 2
_ROWS_END_AS_LABELS = 84
"""The random visits in which they do."""


def test_nearly_all_planted_lies_are_found():
    missed = [lie for lie in LIES if not _faults(lie)]
    assert len(missed) <= MOST_MISSED, missed


def test_a_row_below_a_wrong_label_is_found():
    """Also where rows end in words that are labels, too."""
    state = random_visits(_ROWS_END_AS_LABELS)
    (summary,) = written(state, ["summary"], "ja")
    text = "".join(pages_of(summary.data))
    row = "・外形監視ができない→週に1回になった"
    assert f"：Mackerelの対象外{row}" in text
    assert check_pages(facts_of(state, "ja"), "ja", "summary", [text], "") == []
    for label in ("ほかの支援", "Mackerelの対象外"):
        at = text.replace(row, "").rindex(f"{label}・") + len(label)
        lied = text.replace(row, "")[:at] + row + text.replace(row, "")[at:]
        (found,) = check_pages(facts_of(state, "ja"), "ja", "summary", [lied], "")
        assert f"below ['{label}・'] instead of ['その後・']" in found


def _faults(lie: Lie) -> list[str]:
    file = next(f for f in _files(lie.language, lie.document) if f.part == lie.part)
    facts = facts_of(_state(lie.language, lie.document), lie.language)
    if lie.document not in (*PAPERS, OF_TWO):
        return check(facts, lie.language, _with_lie(file, lie))
    true, false = on_paper(lie.true), on_paper(lie.false)
    pages = pages_of(file.data)
    assert any(true in page for page in pages), lie
    lied = [page.replace(true, false) for page in pages]
    return check_pages(facts, lie.language, lie.document, lied, lie.part)


@cache
def _files(language: str, document: str) -> list[WrittenFile]:
    return written(_state(language, document), [document], language)


def _state(language: str, document: str) -> WorkshopState:
    return second_visit_state(language) if document == OF_TWO else sample(language)


def _with_lie(file: WrittenFile, lie: Lie) -> WrittenFile:
    if file.document == "mail":
        message = email.message_from_bytes(file.data, policy=policy.default)
        body = message.get_body()
        assert body is not None
        body.set_content(_false(body.get_content().replace("\r\n", "\n"), lie))
        return WrittenFile(file.document, file.part, message.as_bytes())
    text = file.data.decode("utf-8-sig")
    if file.document == "calendar":
        text = text.replace("\r\n ", "")
    return WrittenFile(file.document, file.part, _false(text, lie).encode())


def _false(text: str, lie: Lie) -> str:
    assert lie.true in text, lie
    return text.replace(lie.true, lie.false, 1)
