"""The subjects of documents, and whether a query names them."""

import pytest

from workshop_app.search.subjects import Subjects, is_generic, is_mentioned
from workshop_app.search.synonyms import synonym_classes
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


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("スレッド 返信", "返信はSlackのスレッドにまとめて"),
        ("slackスレッド", "ＳＬＡＣＫでスレッドに"),
        ("元に戻", "元に戻したい"),
        ("ブラウザー", "ブラウザで動かす"),
        ("snmp trap", "Traps of SNMP devices"),
        ("SNMP-trap", "the trap (snmp) is lost"),
        ("保存 期間", "保存の期間"),
    ],
)
def test_a_term_is_mentioned_by_all_of_its_words_in_any_order(term, line):
    assert is_mentioned([term], fold(line))


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("スレッド 返信", "スレッドを分ける"),
        ("trap", "entrapment"),
        ("再起動", "再起動を繰り返す"),
        ("restart server", "The server restarts"),
        ("サーバー 再起動", "サーバーの再起動"),
        ("", "anything"),
    ],
)
def test_a_part_of_a_term_or_generic_words_mention_nothing(term, line):
    assert not is_mentioned([term], fold(line))


def test_words_of_an_exact_class_of_synonyms_mention_each_other():
    exact = [each.words for each in synonym_classes() if each.exact]
    assert len(exact) > 40
    for words in exact:
        lines = [fold(f"{word.replace('_', ' ')} xyz") for word in words]
        for word in (word for word in words if "_" not in word):
            assert all(is_mentioned([f"{word} xyz"], line) for line in lines), word


def test_generic_words_are_known_by_their_stems():
    assert is_generic("restarting servers")
    assert is_generic("サーバー")
    assert not is_generic("コンテナ 中止")
