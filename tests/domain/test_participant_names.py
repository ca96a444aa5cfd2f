"""Parsing and comparing names of participants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import builders
from workshop_app.domain.participant_names import (
    name_key,
    short_names,
    split_people,
)
from workshop_app.domain.text import clean


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青木", ("青木",)),
        ("青木 健", ("青木 健",)),
        ("青木　健様", ("青木　健",)),
        ("青木、井上", ("青木", "井上")),
        ("青木さん，井上さん, 上田様", ("青木", "井上", "上田")),
        ("青木 健\t井上 美咲\r\n上田\n", ("青木 健", "井上 美咲", "上田")),
        ("Baker; Clark, Dr. Evans", ("Baker", "Clark", "Dr. Evans")),
        ("Ann Lee, Bob Ray, and Carl Day", ("Ann Lee", "Bob Ray", "Carl Day")),
        ("Andy Sand and Sandy Andrews", ("Andy Sand", "Sandy Andrews")),
        ('"Smith, John", “Doe, Jane”', ("Smith, John", "Doe, Jane")),
        ('Say "hi", Bob', ('Say "hi"', "Bob")),
        ("青木 課長", ("青木 課長",)),
        ("様", ("様",)),
        ("、 ,\t\u200b、", ()),
        ("", ()),
    ],
)
def test_separators_are_between_names_and_honorifics_are_no_part_of_them(text, names):
    assert split_people(text) == tuple((name, "", "") for name in names)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "山本 由美 (情報システム)、佐々木 亮 (店舗運営)",
            [("山本 由美", "情報システム"), ("佐々木 亮", "店舗運営")],
        ),
        (
            "山本様（情報システム、運用）\n中村（IT）様",
            [("山本", "情報システム、運用"), ("中村", "IT")],
        ),
        ("Ann Lee (IT, ops), Bob Ray", [("Ann Lee", "IT, ops"), ("Bob Ray", "")]),
        ("Ann Lee and Bob Ray (IT and ops)", [("Ann Lee", ""), ("Bob Ray", "IT and ops")]),
        ("山本（やまもと）、青木（3）", [("山本（やまもと）", ""), ("青木（3）", "")]),
        (
            "(株)青木、Bob (Rob) Ray、井上（A（B））",
            [("(株)青木", ""), ("Bob (Rob) Ray", ""), ("井上（A（B））", "")],
        ),
        ("青木（情報、井上", [("青木（情報", ""), ("井上", "")]),
    ],
)
def test_brackets_after_a_name_hold_the_team(text, people):
    assert [person[:2] for person in split_people(text)] == people


def test_a_title_in_brackets_is_the_job():
    text = "青木 健（情報システム部長）、井上（運用 課長）\nAnn Lee (IT manager), Bob (Ops team)"
    assert split_people(text) == (
        ("青木 健", "", "情報システム部長"),
        ("井上", "運用", "課長"),
        ("Ann Lee", "", "IT manager"),
        ("Bob", "Ops team", ""),
    )


@given(st.text(st.sampled_from("青a3あ様 、,\n()（）"), max_size=40) | st.text(max_size=60))
def test_no_name_is_blank_or_holds_a_separator(text):
    people = split_people(text)
    letters = {each for each in clean(text) if each.isalnum()} - set("様さんま")
    assert letters <= set("".join(map("".join, people)))
    for name, *_ in people:
        assert name.strip() == name != ""
        assert not set("、，,;；\n\t") & set(name)


@given(st.lists(st.sampled_from(["青木", "井上 美咲", "O'Neil", "上田・S"]), max_size=6))
def test_names_come_back_in_order(names):
    assert [person.name for person in split_people("、".join(names))] == names


def test_names_are_compared_without_honorific_width_and_spaces():
    assert name_key("青木　健 さん") == name_key("青木健様") == name_key("青木 健")
    assert name_key("Ａｏｋｉ") == name_key("aoki")


def test_people_whose_names_look_alike_are_distinguished_by_their_codes():
    names = ["ニシダ 健", "二シダ 健", "青木 優", "青木 由美", "井上 亮"]
    people = [builders.a_participant(number, name) for number, name in enumerate(names, 1)]
    codes = [who.code for who in people]
    assert list(short_names(people).values()) == [
        f"ニシダ 健 {codes[0]}",
        f"二シダ 健 {codes[1]}",
        "青木 優",
        "青木 由美",
        "井上",
    ]


def test_a_title_is_not_the_short_name_of_a_person():
    names = ["Mr. Hill", "Dr Ann Smith", "Kate Baker", "Mrs. Hill"]
    people = [builders.a_participant(number, name) for number, name in enumerate(names, 1)]
    assert list(short_names(people).values()) == ["Mr. Hill", "Dr Smith", "Kate", "Mrs. Hill"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("情シス課長 大野", ("大野", "情シス", "課長")),
        ("課長　大野さん", ("大野", "", "課長")),
        ("開発部 副部長 大野 健", ("大野 健", "開発部", "副部長")),
    ],
)
def test_a_japanese_title_before_a_name_is_no_part_of_it(text, person):
    assert split_people(text) == (person,)
