"""Consistent terms in user texts: words that are not used, and their replacements."""

import re

import pytest

from tests.test_translations import AREAS, texts

JAPANESE = {
    "さがす": "探す",
    "さがし": "探し",
    "もどる": "戻る",
    "もどす": "戻す",
    "もどし": "戻し",
    "もどり": "戻り",
    "えら[ぶんびば]": "選ぶ",
    "ぜんぶ": "すべて",
    "誰": "だれ",
    "つづ[きくけ]": "続く",
    "くわしく": "詳しく",
    "部屋": "会場",
    "進行役": "ファシリテーター",
    "足(す|し(ます|ました|て)|せます)": "追加する",
    "あつま": "集ま",
    "ちが[うっい]": "違う",
    "わか[るりら]": "分かる",
    "打(つ|ちま|って)": "入力する",
    "下さい": "ください",
    "出来(る|な|ま)": "できる",
    "担当なし": "担当未定",
    "しきい値": "閾値",
    "カード": "ほかの支援, 約束した支援",
    "前の \\{n\\} 件": "前へ",
    "はじめ(る|ます|られ)": "始める",
    "くらべ": "比べる",
    "いっしょ": "一緒",
    "(?<!ど)うかが": "伺う",
    "言葉": "ことば",
    "符号": "記号",
    "回り道": "代わりの手段",
    "ひとり[でず]": "一人, 自分",
    "一人でできる": "自分でできる",
    "宿題": "アクション",
    "結果(を変|にする|の規則)|規則の結果": "判定",
    "[0-9}](件|台|分|回|人|つ|版)": "a blank before the counter",
    "[ぁ-んァ-ヶ一-龠）」}]: ": "：",
}
"""Pattern of a rejected wording → the wording to use instead.

だれ is written in kana because the questions are read aloud. 閾値 is the term in Mackerel's help,
so a search there finds it.
"""

ENGLISH = {
    r"\be-mails?\b": "email",
    r"\bmail address": "email address",
    r"\bset-up\b": "setup",
    r"\banew\b": "again",
    r"\b(taken|took|take) over\b": "imported, applied",
    r"\bin hand\b": "current",
    r"\bmend\b": "fix",
    r"\bletters\b.*\b(room|wall)": "text",
    r"\btyping error": "typo",
    r"^nobody yet$": "no owner",
    r"\bkept nowhere\b": "not stored",
    r"\bwhat troubles\b": "what is troubling",
    r"\bnot ours\b": "not Mackerel",
    r"\bmark(ed)? as out of scope\b": "not Mackerel",
    r"\bsolved? (it )?elsewhere\b": "not Mackerel",
    r"\bhomework\b": "open actions",
    r"\bshared? a? ?places?\b": "tie",
    r"\bundecided\b.*\d|\d.*\bundecided\b": "still open",
    r"\blike voices?\b": "similar problems",
    r"^\{\w+\} of \{n\} \w+": "a label before both numbers",
    r"\blogin\b": "log in",
    r"\bcards?\b": "other help, promised help",
    r"\bsheets?\b": "worksheet, ballot, page",
    r"^use these$": "what it does with them",
    r"\bready to hand over\b": "not handed over yet",
}
"""A pattern, in small letters → what is written instead."""


def flat(language: str) -> list[tuple[str, str]]:
    """Each text of a language with its key, plural forms one by one."""
    found = []
    for area in AREAS:
        for key, text in texts(language, area).items():
            forms = text.values() if isinstance(text, dict) else [text]
            found += [(key, form) for form in forms]
    return found


@pytest.mark.parametrize(("pattern", "instead"), JAPANESE.items())
def test_japanese_has_one_word_for_one_meaning(pattern, instead):
    used = [(key, text) for key, text in flat("ja") if re.search(pattern, text)]
    assert used == [], f"write {instead}"


@pytest.mark.parametrize(("pattern", "instead"), ENGLISH.items())
def test_english_has_one_word_for_one_meaning(pattern, instead):
    used = [(key, text) for key, text in flat("en") if re.search(pattern, text.lower())]
    assert used == [], f"write {instead}"


def test_english_quotes_and_dashes_are_typographic():
    straight = [(key, text) for key, text in flat("en") if re.search(r'(^|\s)"\w', text)]
    assert [key for key, _ in straight if not key.startswith(("cli.", "faults."))] == []


def test_names_have_a_space_before_the_honorific():
    glued = [(key, text) for key, text in flat("ja") if re.search(r"\}(様|さん)", text)]
    assert glued == []
