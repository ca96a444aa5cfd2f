"""The subjects of documents, and whether a query names them."""

import pytest

from workshop_app.search.subjects import Subjects
from workshop_app.search.terms import fold
from workshop_app.services.answers import Answers


@pytest.mark.parametrize(
    ("said", "not_said"),
    [
        ("ディレクトリの検索が遅い", {2}),
        ("LDAP is slow", {2}),
        ("メールの送信がたまる", {1}),
        ("the mails pile up", {1}),
        ("遅い", {1, 2}),
        ("directories", {1, 2}),
        ("", {1, 2}),
    ],
)
def test_a_document_without_a_subject_is_always_meant(said, not_said):
    subjects = Subjects([(), ("LDAP", "ディレクトリ"), ("mail", "メール", "Active Directory")])
    assert subjects.not_said(fold(said)) == not_said


def test_all_words_of_a_term_have_to_be_said():
    subjects = Subjects([("Active Directory",)])
    assert subjects.not_said("a directory") == {0}
    assert subjects.not_said("our active directory") == set()


@pytest.mark.parametrize(
    ("everyday", "named", "entry", "language"),
    [
        ("サーバーが遅いと言われても、どこが悪いのか分からない",
         "LDAPが遅いと言われても、どこが悪いのか分からない", "check-ldap", "ja"),
        ("Logging in takes ages and nobody knows why",
         "Logging in over LDAP takes ages and nobody knows why", "check-ldap", "en"),
    ],
)  # fmt: skip
def test_an_entry_about_a_product_is_no_answer_to_everyday_words(everyday, named, entry, language):
    answers = Answers()
    assert answers.search(named, language)[0].solution.id == entry
    assert answers.search(everyday, language)[0].solution.id != entry
