"""The choices of documents on the screen follow the registry."""

from exports.registry import DOCUMENTS, FILES, PRIVATE, RECIPIENTS
from ui.actions.table import find
from ui.components.papers.selection import FILES_CHOICE, choices, viewable_papers


def test_each_document_is_one_choice_and_files_for_other_programs_are_one_together():
    assert {*choices(private=True)} == {*DOCUMENTS} - {*FILES} | {FILES_CHOICE}
    assert {*choices(private=True)} - {*choices(private=False)} == {*PRIVATE}
    recipients = [DOCUMENTS[name].recipient for name in choices(private=False)[:-1]]
    assert recipients == sorted(recipients, key=RECIPIENTS.index)


def test_keys_count_as_many_papers_as_there_are():
    assert find("hand_outs.paper").last == min(9, len(choices(private=True)))
    assert find("preview.paper").last == min(9, len(viewable_papers(private=True)))
    assert not any(DOCUMENTS[name].internal for name in viewable_papers(private=False))
