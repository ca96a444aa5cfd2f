"""The choices of documents on the screen follow the registry."""

from exports.registry import DOCUMENTS, FILES, PRIVATE, RECIPIENTS
from tests.helpers.two_visits import second_visit
from ui.actions.table import find
from ui.components.papers.selection import (
    FILES_CHOICE,
    PaperSelection,
    choices,
    viewable_papers,
)
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.request_news import RequestState
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.solving import MakeRequest, PlayCard


def test_each_document_is_one_choice_and_files_for_other_programs_are_one_together():
    assert {*choices(private=True)} == {*DOCUMENTS} - {*FILES} | {FILES_CHOICE}
    assert {*choices(private=True)} - {*choices(private=False)} == {*PRIVATE}
    recipients = [DOCUMENTS[name].recipient for name in choices(private=False)[:-1]]
    assert recipients == sorted(recipients, key=RECIPIENTS.index)


def test_keys_count_as_many_papers_as_there_are():
    assert find("hand_outs.paper").last == min(9, len(choices(private=True)))
    assert find("preview.paper").last == min(9, len(viewable_papers(private=True)))
    assert not any(DOCUMENTS[name].internal for name in viewable_papers(private=False))


def test_papers_that_are_too_late_or_say_nothing_are_written_only_if_they_are_chosen(desk):
    one = desk(page="hand_outs")
    selection = PaperSelection(one.window, False)
    assert "agenda" in selection.names
    assert "dossier" not in selection.names
    problem = one.do(AddProblem("画面が重い"))
    one.do(PlayCard(problem, CardKind.ANSWER, "見る"))
    assert "agenda" not in selection.names
    request = one.do(MakeRequest(problem))
    assert request
    assert "dossier" in selection.names
    saved = one.window.settings.papers_left_out
    for name in ("agenda", "worksheets"):
        selection.select(name, True)
    assert "agenda" in selection.names
    assert one.window.settings.papers_left_out == saved
    selection.select("agenda", False)
    assert "agenda" not in selection.names


def test_at_a_later_visit_the_dossier_is_for_requests_that_are_undecided(desk):
    one = desk(filled=second_visit, page="hand_outs")
    selection = PaperSelection(one.window, False)
    assert "dossier" in selection.names
    for each in one.state.before.requests:
        news = News(request_id=each.id, state=RequestState.DECLINED, date="2026-12-10")
        one.do(AddRequestNews((news,)))
    assert "dossier" not in selection.names
