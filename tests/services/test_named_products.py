"""Answers that differ only by product, once a product was named."""

import pytest

from workshop_app.services.judging import judge
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.named_products import asked_of


@pytest.mark.parametrize(
    ("texts", "language", "product"),
    [
        (["RDS の MySQL で DB の接続数が上限に当たった"], "ja", "MySQL"),
        (["DB の接続数が上限に当たった(Aurora MySQL)"], "ja", "MySQL"),
        (["PostgreSQL の接続数が上限に当たった"], "ja", "PostgreSQL"),
        (
            ["The database hit its limit", "MySQL on RDS hit its limit of connections"],
            "en",
            "MySQL",
        ),
    ],
)
def test_the_product_that_was_named_comes_first_and_no_other_fits(
    answers, texts, language, product
):
    judgement = judge(answers, texts, language)
    assert product in judgement.answers[0].solution.ja.products
    assert judgement.quality is MatchQuality.ANSWER
    assert judgement.question == ""
    siblings = [hit for hit in judgement.answers if asked_of(hit) == "どのデータベースですか"]
    others = [hit.fit for hit in siblings if product not in hit.solution.ja.products]
    assert set(others) <= {1}


def test_no_product_changes_nothing(answers):
    text = "DB の接続数が上限に当たった"
    judged = judge(answers, (text,), "ja").answers
    assert [hit.solution.id for hit in judged] == [
        hit.solution.id for hit in answers.find(text, "ja").answers
    ]
