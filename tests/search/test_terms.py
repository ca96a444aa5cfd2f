import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.synonyms import synonym_classes
from workshop_app.search.terms import fold, index_words, meanings, terms

SOME = ("サーバー", "証明書", "が", "切れた", "single ", "sign on ", "SNMP", "ー", "止", "、", "2 ")


def words(text):
    return [term.text for term in terms(fold(text))]


def groups(text):
    return {term.text for term in meanings(fold(text))}


def test_a_long_vowel_at_the_end_of_a_foreign_word_makes_no_difference():
    assert words("サーバー") == words("サーバ") == words("ｻｰﾊﾞｰ")


def test_words_of_different_scripts_are_separated():
    assert words("定期メンテを止める") == ["定期", "メン", "ンテ", "を", "止", "める"]


@pytest.mark.parametrize(
    ("japanese", "english", "group"),
    [
        ("証明書が切れた", "The TLS certificates ran out", "=cert"),
        ("サーバーを退役させる", "Retiring a host", "=retire"),
        ("二要素認証", "Two-factor authentication", "=twofactor"),
        ("ｱﾗｰﾄが鳴る", "An alarm", "=alert"),
        ("シングルサインオン", "single sign on", "=sso"),
        ("夜間の当番", "Whoever is on call", "=oncall"),
        ("繋がらない", "Connectivity is gone", "=connect"),
        ("時間切れになる", "It times out", "=timeout"),
        ("ジョブがたまっている", "Jobs pile up", "=queue"),
        ("台数が増減する", "Auto scaling", "=autoscale"),
        ("コネクションが多い", "Too many connections", "=session"),
    ],
)
def test_both_languages_name_the_same_group(japanese, english, group):
    assert group in groups(japanese) & groups(english)


def test_part_of_a_phrase_is_not_the_phrase():
    assert "=sso" not in groups("a single page")


def test_a_group_is_at_the_position_of_its_word():
    (term,) = [term for term in meanings("the packet loss here") if term.text == "=ping"]
    assert (term.start, term.end) == (4, 15)


@given(st.text(max_size=40) | st.lists(st.sampled_from(SOME)).map("".join))
def test_the_fast_path_finds_the_same_words(text):
    folded = fold(text)
    slowly = [term.text for found in (terms, meanings) for term in found(folded)]
    assert index_words(folded) == slowly


def test_every_class_of_synonyms_has_several_words():
    assert all(len(each.words) > 1 for each in synonym_classes())
