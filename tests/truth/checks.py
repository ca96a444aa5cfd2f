"""Checks a written file against the facts of its workshop."""

from typing import Protocol

from tests.truth import messages, tables
from tests.truth.became_of import check_became_of
from tests.truth.dossier import check_dossier, check_team_mail
from tests.truth.facts import Facts
from tests.truth.follow_up import check_follow_up
from tests.truth.handout import check_handout
from tests.truth.issue import check_issue
from tests.truth.paper import pages_of
from tests.truth.record import check_record
from tests.truth.summary import check_summary
from tests.truth.summary_mail import check_summary_mail
from tests.truth.then_now import check_then_now

PAPERS = ("handout", "summary", "follow_up", "dossier", "became_of", "record", "issues")
"""Documents in which all typed texts can be found as they are, if no character is hostile."""
OF_TWO = "then_now"
"""The paper of two visits."""
FILES = (*tables.ALL, "workbook", "workbook_internal", "calendar", "mail", "mail_team")


class Written(Protocol):
    """A written file: its document, the code of its reader or request, its bytes."""

    @property
    def document(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def data(self) -> bytes: ...


def check(facts: Facts, language: str, file: Written) -> list[str]:
    """Return what is untrue in a file, and what its reader should find there and does not."""
    if file.document == "issues":
        return check_issue(facts, language, file.data, file.part)
    if file.document in (*PAPERS, OF_TWO):
        pages = pages_of(file.data)
        return check_pages(facts, language, file.document, pages, file.part)
    if file.document in tables.ALL:
        return tables.check_csv(facts, language, file.document, file.data)
    if file.document.startswith("workbook"):
        internal = file.document == "workbook_internal"
        return tables.check_workbook(facts, language, file.data, internal=internal)
    if file.document == "calendar":
        return messages.check_calendar(facts, language, file.data)
    if file.document == "mail" and not file.part:
        return check_summary_mail(facts, language, file.data)
    if file.document == "mail_team":
        return check_team_mail(facts, language, file.data)
    if file.document == "mail":
        return messages.check_mail(facts, language, file.data, file.part)
    raise ValueError(file.document)


def check_pages(
    facts: Facts, language: str, document: str, pages: list[str], part: str
) -> list[str]:
    """Return the faults of a paper; `pages` are as of `paper.pages_of`."""
    if document == "handout":
        return check_handout(facts, language, pages, part)
    if document == "summary":
        return check_summary(facts, language, pages)
    if document == "became_of":
        return check_became_of(facts, language, pages, part)
    if document == "record":
        return check_record(facts, language, pages)
    if document == "then_now":
        return check_then_now(facts, language, pages)
    if document == "dossier":
        return check_dossier(facts, language, pages)
    return check_follow_up(facts, language, pages)
