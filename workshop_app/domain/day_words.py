"""Days told in words by how far away they are: "next Friday", "in two weeks", 「来週の金曜」."""

import re
from datetime import date

_ENGLISH_DAYS = ("mon(?:day)?", "tue(?:s(?:day)?)?", "wed(?:nesday)?", "thu(?:r(?:s(?:day)?)?)?",
                 "fri(?:day)?", "sat(?:urday)?", "sun(?:day)?")  # fmt: skip
_JAPANESE_DAYS = "月火水木金土日"
_NUMBERS = ("a an one 一", "two 二", "three 三", "four 四", "five 五", "six 六", "seven 七",
            "eight 八", "nine 九", "ten 十")  # fmt: skip
_NUMBER = {word: n for n, words in enumerate(_NUMBERS, start=1) for word in words.split()}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_NUMBER, key=len, reverse=True))})"
_WEEKDAY = "|".join(f"(?P<day{n}>{name})" for n, name in enumerate(_ENGLISH_DAYS))
_KANJI = rf"(?P<kanji>[{_JAPANESE_DAYS}])"
_WHOLE_DAYS = {
    "today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
    "yesterday": -1, "昨日": -1, "きのう": -1, "今日": 0, "本日": 0, "きょう": 0,
    "明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2,
}  # fmt: skip
_WEEKS = {"last": -1, "next": 1, "先週": -1, "今週": 0, "来週": 1, "再来週": 2, "さ来週": 2}
_AFTER = (
    re.compile(rf"in\s+{_COUNT}\s*(?P<unit>day|week)s?"),
    re.compile(rf"{_COUNT}\s*(?P<unit>day|week)s?\s+from\s+(?:now|today)"),
    re.compile(rf"{_COUNT}\s*(?P<unit>日|週)間?\s*後"),
)
_NAMED = re.compile(rf"(?:on\s+)?(?:(?P<which>last|this|next)\s+)?(?:{_WEEKDAY})")
_WEEK = re.compile(
    rf"(?P<week>{'|'.join(_WEEKS)})(?:(?<=[a-z])\s+week|(?<=週)(?:\s*の?\s*{_KANJI}(?:曜日?)?)?)"
)
_ALONE = re.compile(rf"(?:次の\s*|今度の\s*)?{_KANJI}曜日?")


def days_from(text: str, today: date, *, past: bool = False) -> int | None:
    """Return how many days after ``today`` a day told in words is; None for anything else.

    A weekday alone is the next such day after today, or the latest one for a ``past`` day. "next
    Friday" and 来週の金曜 are in the week that begins on the coming Monday. A week without a
    weekday is seven days.
    """
    words = " ".join(text.casefold().split())
    if words in _WHOLE_DAYS:
        return _WHOLE_DAYS[words]
    if found := next(filter(None, (pattern.fullmatch(words) for pattern in _AFTER)), None):
        return _number(found["count"]) * (7 if found["unit"] in {"week", "週"} else 1)
    if found := _NAMED.fullmatch(words):
        weekday = next(n for n in range(7) if found[f"day{n}"])
        return _in_week(_WEEKS.get(found["which"] or ""), weekday, today, past)
    if found := _WEEK.fullmatch(words):
        week = _WEEKS[found["week"]]
        if not found["kanji"]:
            return 7 * week or None
        return _in_week(week, _JAPANESE_DAYS.index(found["kanji"]), today, past)
    if found := _ALONE.fullmatch(words):
        return _in_week(None, _JAPANESE_DAYS.index(found["kanji"]), today, past)
    return None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER[word]


def _in_week(week: int | None, weekday: int, today: date, past: bool) -> int:
    """Return the days to a weekday of the week that is ``week`` ones after the present one."""
    days = weekday - today.weekday()
    if week is not None:
        return 7 * week + days
    return -(-days % 7) if past else (days - 1) % 7 + 1
