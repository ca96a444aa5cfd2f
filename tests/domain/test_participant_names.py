"""Names as people type them, and as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import builders
from workshop_app.domain.participant_names import ids_by_name, name_key, split_names


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
        ("様", ("様",)),
        ("、 ,\t\u200b、", ()),
        ("", ()),
    ],
)
def test_separators_are_between_names_and_honorifics_are_no_part_of_them(text, names):
    assert split_names(text) == names


@given(st.text(max_size=60))
def test_no_name_is_blank_or_holds_a_separator(text):
    for name in split_names(text):
        assert name.strip() == name != ""
        assert not set("、，,;；\n\t") & set(name)


@given(st.lists(st.sampled_from(["青木", "井上 美咲", "O'Neil", "上田・S"]), max_size=6))
def test_names_come_back_in_order(names):
    assert list(split_names("、".join(names))) == names


def test_names_are_compared_without_honorific_width_and_spaces():
    assert name_key("青木　健 さん") == name_key("青木健様") == name_key("青木 健")
    assert name_key("Ａｏｋｉ") == name_key("aoki")


def test_the_first_of_two_people_of_a_name_has_it():
    people = [
        builders.a_participant(id="a", name="青木", code="P-1", reading="あおき"),
        builders.a_participant(id="b", name="青木", code="P-2"),
    ]
    found = ids_by_name(people)
    assert found[name_key("青木様")] == "a"
    assert found[name_key("あおき")] == "a"
    assert found[name_key("P-2")] == "b"
