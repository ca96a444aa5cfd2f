"""Names that can hardly be told apart by sight are taken as the same, others are not."""

import pytest

from workshop_app.domain.look_alike import looks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Аcme"),  # Cyrillic A
        ("Nova", "Nοva"),  # Greek omicron
        ("ニシダ", "二シダ"),
        ("エトウ", "工トウ"),
        ("カトウ", "力卜ウ"),
        ("ロボ", "口ボ"),
        ("へいわ", "ヘいわ"),
        ("サーバー", "サ一バー"),
        ("サーバー", "サ－バ—"),
        ("青木", "青\u200b木"),
        ("Illumi", "lllumi"),
        ("ＡＢＣ", "abc"),
        ("青木 健", "青木　健"),
        ("O2", "02"),
    ],
)
def test_these_names_look_alike(one, other):
    assert one != other
    assert looks(one) == looks(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青木", "青本"),
        ("井上", "井下"),
        ("Acme", "Acne"),
        ("ニシダ", "ニシタ"),
        ("", "a"),
        ("さとう", "さいとう"),
    ],
)
def test_these_names_do_not_look_alike(one, other):
    assert looks(one) != looks(other)
