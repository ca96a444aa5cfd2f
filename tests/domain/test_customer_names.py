"""Customer names are compared as a whole, ignoring width and legal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.customer_names import customer_key


@pytest.mark.parametrize(
    "name",
    [
        "株式会社サンプル",
        "サンプル株式会社",
        "㈱サンプル",
        "（株）サンプル",
        "(株) サンプル",
        "株式会社 サンプル 御中",
        "ｻﾝﾌﾟﾙ",
        "サンプル",
    ],
)
def test_legal_form_width_spaces_and_honorific_do_not_count(name):
    assert customer_key(name) == customer_key("サンプル")


@pytest.mark.parametrize(
    "name", ["Example Trading Ltd", "EXAMPLE trading, Co., Ltd.", "Example Trading"]
)
def test_english_forms_do_not_count_at_the_end(name):
    assert customer_key(name) == customer_key("example trading")


@pytest.mark.parametrize(
    ("one", "other"),
    [("サンプル", "サンプル商事"), ("Costco", "Costs"), ("Inco", "In"), ("サンプ", "サンプル")],
)
def test_other_names_are_other_customers(one, other):
    assert customer_key(one) != customer_key(other)


@pytest.mark.parametrize("name", ["", "  ", "株式会社", "（株）", "\u3000"])
def test_without_a_name_there_is_nothing_to_compare(name):
    assert customer_key(name) == ""


@given(st.text(max_size=40))
def test_any_text_has_a_key_without_spaces(name):
    assert not any(character.isspace() for character in customer_key(name))
