"""Line breaking for mixed Japanese and Latin text: kinsoku, whole words, phrases, addresses."""

import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

_NOT_FIRST = frozenset(
    "、。，．・：；？！ー～〜…‥―）」』】〕〉》］｝”’〟゛゜ヽヾゝゞ々〻％"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    ")]},.!?:;%–>"
)
"""Characters that never begin a line."""
_NOT_LAST = frozenset("（「『【〔〈《［｛“‘〝([{＃№＄￥→<")
"""Characters that never end a line."""
_INSEPARABLE = frozenset("…‥―—")
_ADDRESS_BREAKS = frozenset("/?&=_.-")
_LOOK_BACK = 24
"""Maximum number of combining characters kept with their base."""

_PAUSES = frozenset("、。，．！？：；!?,.;:　")
_OPENING = frozenset("（「『([")
_CLOSING = frozenset("）」』)]")
_HONORIFICS = ("様", "さん", "御中", "殿")
"""They belong to the name before, across a space."""
_PARTICLES = frozenset("をにのでとはがもへ")
"""They belong to the word before, even across a space, as in "mkr wrap を"."""
_PREFIXES = frozenset("おご")
"""They belong to the word that follows."""
_JOINTS = frozenset("きぎしちびみりけげせねべめれえ")
"""Between two kanji they usually join two verbs into one word, as in 書き込む and 切り替わる."""
_AFTER_I = frozenset("方合込直出物")
"""Kanji before which い is the end of a verb's stem, as in 使い方."""
_IDIOMS = ("間に合", "気に入", "手に入", "役に立", "目に見", "気が付", "身に付", "その後", "その他")
"""Words of hiragana and kanji that are read as one."""
_BEFORE_COMMON = frozenset("がはもにでと")
_COMMON = ("ある", "あり", "ない", "なく", "でき", "する", "した", "して", "いる", "なる", "なり",
           "いい")  # fmt: skip
"""Words in hiragana that begin after one of these particles."""
_MOST_LINES = 6
"""Paragraphs with more lines are filled greedily: the choice of breaks would not be noticed."""
_FEW_LINES = 3
"""A Japanese paragraph with fewer lines may have one more, so that no word is torn."""
_LEAST_LAST = 3
"""Minimum number of characters of the last line."""
_SHORT_NAME = 5
"""Maximum length of a bracket with the name and the colon in it, which lead what follows."""
_SHORT_WORD = 7
"""Maximum length of a word in katakana that is not split, as columns hold eight characters."""
_BAD = 100.0
_LONE = 0.5
"""The cost of a last line that has a single word of a language with spaces."""
_NAME = 2.0
"""The additional cost of a break within a name of several Latin words in Japanese text."""
_COST = {3: 0.0, 2: 0.55, 1: 6.0, 0: 13.0}
"""The cost of ending a line, by the value of `phrase_ends`."""
_SPACE, _LATIN, _WIDE = range(3)


def break_lines(
    text: str,
    widths: Sequence[float],
    room: float,
    first_room: float | None = None,
    joined: Collection[int] = (),
) -> list[tuple[int, int]]:
    """Return the lines of `text` as (start, end), broken at line feeds and at the width `room`.

    `widths` has the width of each character; `first_room` is the width of the first line if it
    differs. Spaces at a break belong to no line. A word is split only if it is wider than a line.
    No line ends at the positions in `joined`. Breaks at ends of phrases are preferred if this costs
    no line; a short paragraph in Japanese has one more if a word would be torn.
    """
    full = _filled(text, widths, room, first_room, joined)
    if len(full) < 2 or first_room is not None:
        return full
    lines: list[tuple[int, int]] = []
    for paragraph in _paragraphs(text, full):
        lines += _phrased(text, widths, room, paragraph, joined)
    return lines


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the lines in groups that are separated by line feeds."""
    groups: list[list[tuple[int, int]]] = []
    for start, end in lines:
        if not groups or "\n" in text[groups[-1][-1][1] : start]:
            groups.append([])
        groups[-1].append((start, end))
    return groups


def _phrased(
    text: str,
    widths: Sequence[float],
    room: float,
    lines: list[tuple[int, int]],
    joined: Collection[int],
) -> list[tuple[int, int]]:
    """Return as many lines for a paragraph, with the breaks of least cost.

    A short one in Japanese has one more if a word would be torn otherwise.
    """
    if not 1 < len(lines) <= _MOST_LINES:
        return lines
    begin = lines[0][0]
    stop = lines[-1][1]
    is_japanese = has_hiragana(text[begin:stop])
    if _reads_well(text, lines, is_japanese=is_japanese):
        return lines
    positions = [begin]
    positions += [i for i in range(begin + 1, stop) if may_break(text, i) and i not in joined]
    positions.append(stop)
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {begin: (0.0, [])}
    found: tuple[float, list[tuple[int, int]]] | None = None
    for number in range(1, len(lines) + 1 + (is_japanese and len(lines) < _FEW_LINES)):
        following: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for start, (cost, before) in best.items():
            for end in positions:
                if end <= start:
                    continue
                filled = sum(widths[start : _without_spaces(text, start, end)])
                if filled > room + 0.001:
                    break
                new = cost + _cost_of_break(text, end, stop, 1 - filled / room)
                new += _NAME if is_japanese and is_in_name(text, end) else 0
                if end == stop:
                    new += _BAD if end - start < _LEAST_LAST else 0
                    new += _LONE if _is_lone_word(text, start, end) else 0
                if end not in following or new < following[end][0]:
                    line = (start, _without_spaces(text, start, end))
                    following[end] = new, [*before, line]
        best = {_after_spaces(text, end, stop): each for end, each in following.items()}
        if number >= len(lines) and stop in best:
            found = min(found or best[stop], best[stop])
            if found[0] < _COST[0]:
                break
    return found[1] if found else lines


def _reads_well(text: str, lines: list[tuple[int, int]], *, is_japanese: bool) -> bool:
    start, end = lines[-1]
    if end - start < _LEAST_LAST or _is_lone_word(text, start, end):
        return False
    positions = [_after_spaces(text, line[1], len(text)) for line in lines[:-1]]
    if is_japanese and any(is_in_name(text, position) for position in positions):
        return False
    return all(phrase_ends(text, position) > 1 for position in positions)


def _is_lone_word(text: str, start: int, end: int) -> bool:
    """Return whether a line after a space is a single word without wide characters."""
    if text[start - 1 : start] != " ":
        return False
    return all(_kind(character) == _LATIN for character in text[start:end])


def _cost_of_break(text: str, position: int, stop: int, empty: float) -> float:
    """Return the cost of a line to `position` of which the share `empty` is left."""
    if position == stop:
        return 0.0
    return 2 * empty * empty + _COST[phrase_ends(text, _after_spaces(text, position, stop))]


def is_in_name(text: str, position: int) -> bool:
    """Return whether a break at the space before `position` is between two Latin words."""
    if position < 2 or text[position - 1] != " ":
        return False
    return all(map(_is_latin_word, (text[position - 2], text[position : position + 1])))


def _is_latin_word(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def phrase_ends(text: str, position: int) -> int:
    """Return how suitable a line break before `position` is, from 0 to 3.

    3 after a pause, 2 before a new phrase, 1 between katakana and kanji, which often belong
    together, before a number, after a name that begins brackets, after ・ and the particle の, and
    before a common word in hiragana, 0 within a word and before its particle.
    """
    before = text[position - 1]
    after = text[position : position + 1]
    if before in _PAUSES or after == "→":
        leads = before == "：" and "（" in text[max(position - _SHORT_NAME, 0) : position]
        return 1 if leads else 3
    if before == " ":
        word = text[position - 2] if position > 1 else ""
        joins = bool(after) and (after in _PARTICLES or _is_katakana(after))
        if joins and word.strip() and word.isascii() and word not in _PAUSES:
            return 0
        numbers = bool(word) and after.isdecimal() and _kind(word) == _WIDE
        return 3 if word and word in _PAUSES else 2 - numbers
    if after in _OPENING or (before in _CLOSING and not _is_hiragana(after)):
        return 2
    prefixed = after in _PREFIXES and not _is_hiragana(text[position + 1 : position + 2])
    ends = _is_hiragana(before) and before not in _PREFIXES
    if ends and (prefixed or before == "を" or not _is_hiragana(after)):
        is_within = _joins_verbs(text, position) or text[position - 2 : position + 1] in _IDIOMS
        return 0 if is_within else 2 - _begins_in_brackets(text, position)
    if before in _BEFORE_COMMON and text.startswith(_COMMON, position):
        return int(not text.startswith("として", position - 1))
    if before == "・" or (before == "の" and position > 1 and not _is_hiragana(text[position - 2])):
        return 1
    return int(_is_katakana(before) is not _is_katakana(after) and not _is_hiragana(after))


def _begins_in_brackets(text: str, position: int) -> bool:
    """Return whether brackets begin with hiragana up to `position`, as does a name in them."""
    start = position
    while start and _is_hiragana(text[start - 1]):
        start -= 1
    return text[start - 1 : start] in _OPENING


def _joins_verbs(text: str, position: int) -> bool:
    """Return whether a single hiragana before `position` joins two kanji into one word."""
    before, after = text[position - 1], text[position : position + 1]
    return (
        (before in _JOINTS or (before == "い" and after in _AFTER_I))
        and _is_kanji(after)
        and _is_kanji(text[max(position - 2, 0) : position - 1])
    )


def _is_kanji(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or letter == "々"


def _is_katakana(letter: str) -> bool:
    return "\u30a1" <= letter <= "\u30fc"


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u3096"


@lru_cache(maxsize=4096)
def has_hiragana(text: str) -> bool:
    """Return whether a text is Japanese."""
    return any(map(_is_hiragana, text))


def word_around(text: str, position: int) -> tuple[int, int]:
    """Return start and end of the letters of one script around a position, which are a word."""
    script = _script(text[position])
    start = end = position
    while start and _script(text[start - 1]) is script:
        start -= 1
    while end < len(text) and _script(text[end]) is script:
        end += 1
    return start, end


def _script(letter: str) -> object:
    scripts = (_is_hiragana, _is_katakana, _is_kanji)
    return next((one for one in scripts if one(letter)), letter.isalnum())


def _after_spaces(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] == " ":
        start += 1
    return start


def _filled(
    text: str,
    widths: Sequence[float],
    room: float,
    first_room: float | None,
    joined: Collection[int],
) -> list[tuple[int, int]]:
    """Return the lines that fill the width greedily."""
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        while True:
            space = room if lines or first_room is None else first_room
            end = _line_end(text, widths, start, stop, space, joined, whole=space < room)
            lines.append((start, _without_spaces(text, start, end)))
            start = _after_spaces(text, end, stop)
            if start >= stop:
                break
        start = stop + 1
    return lines


def _line_end(
    text: str,
    widths: Sequence[float],
    start: int,
    stop: int,
    room: float,
    joined: Collection[int],
    *,
    whole: bool,
) -> int:
    """Return the end of the line from `start`; if `whole`, no word is split for it."""
    total = 0.0
    last = start
    for i in range(start, stop):
        if i > start and may_break(text, i) and i not in joined:
            last = i
        total += widths[i]
        if total > room + 0.001 and text[i] != " ":
            if last > start:
                return last
            return start if whole else _split_word(text, start, i)
    return stop


def _split_word(text: str, start: int, end: int) -> int:
    """Return where to split a word wider than a line: after a slash or separator, else anywhere."""
    end = max(end, start + 1)
    for separators in ("/", _ADDRESS_BREAKS):
        for i in range(end, start + 1, -1):
            if text[i - 1] in separators and text[i : i + 1] not in _ADDRESS_BREAKS:
                if text[start:i].endswith("://"):
                    break
                return i
    for i in range(end, max(start, end - _LOOK_BACK), -1):
        if not (i < len(text) and unicodedata.combining(text[i])):
            return i
    return end


def may_break(text: str, i: int) -> bool:
    """Return whether a line may end before the character at `i` (1 or more)."""
    before = text[i - 1]
    after = text[i]
    if after == " ":
        return False
    if before == " ":
        if i < 2 or text.startswith(_HONORIFICS, i):
            return i < 2
        led = text[i - 2] == "→" or _is_led(text, i - 1)
        return not (led or _belongs_to(text[i - 2], after))
    kinds = _kind(before), _kind(after)
    if kinds == (_LATIN, _LATIN) or unicodedata.combining(after):
        return False
    if before != "・" and _is_katakana(before) and _is_katakana(after) and _is_short_word(text, i):
        return False
    if after in _NOT_FIRST or before in _NOT_LAST or _is_counted(before, after):
        return False
    if _is_led(text, i):
        return False
    return not (before == after and before in _INSEPARABLE)


def _is_led(text: str, end: int) -> bool:
    """Return whether the text before `end` is a number with a colon, which leads what follows."""
    return text[end - 1] in "：:" and text[max(end - 2, 0)].isdecimal()


def _is_short_word(text: str, i: int) -> bool:
    """Return whether the word in katakana around `i`, such as a part of a name, is short."""
    start = end = i
    while start and _is_katakana(text[start - 1]) and text[start - 1] != "・":
        start -= 1
    while _is_katakana(text[end : end + 1]) and text[end] != "・":
        end += 1
    return end - start <= _SHORT_WORD


def _belongs_to(before: str, after: str) -> bool:
    """Return whether a space separates a number and its counter, or a percent sign from a word."""
    return _is_counted(before, after) or after == "%"


def _is_counted(before: str, after: str) -> bool:
    """Return whether a number ends and its counter begins, as in 46台 or 46 台, or 12月 and 3日."""
    return (before.isdigit() and _kind(after) == _WIDE) or (before == "月" and after.isdigit())


@lru_cache(maxsize=4096)
def _kind(character: str) -> int:
    if character == " ":
        return _SPACE
    wide = unicodedata.east_asian_width(character) in "WF" or character in "…‥―→←↑↓×○●△▲□■◇◆☆★※"
    return _WIDE if wide else _LATIN


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
