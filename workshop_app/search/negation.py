"""The parts of a query that it names only to say that they are not enough, or not what is meant.

「pingだけでは気づけない」 names ping, but another answer is asked for.
"""

import re

_PAUSE = "けど|ので|から、|ですが|いが|るが|たが"
_CLAUSE = f"(?:(?!{_PAUSE})[^、。，．,.!?！？\n「」()（）]){{0,40}}?"
_BEFORE = re.compile(
    f"(?:{_PAUSE})?({_CLAUSE})"
    "(?:だけ(?:では|じゃ|だと|でなく)|ではなく|じゃなく|でなく(?=て|、)|のみならず|以外(?=[のにはをも])"
    "|しか(?=(?:来|飛|届|出|見て|通知|対応)[^、。]{0,6}(?:な[いくか]|ず|ません))"
    "|(?:(?<=通る)|(?<=応答する)|(?<=いる)|(?<=てる)|(?<=正常な)|(?<=復旧した)|(?<=回復した)"
    "|(?<=直った)|(?<=つながる)|(?<=開く))のに(?!気|時間|使|必要|便利|役))"
)
"""What stands before the words that reject it, in Japanese."""
_AFTER = re.compile(
    r"\b(?:not (?:only|just|merely)|even though|although|instead of|rather than|other than"
    r"|apart from|without|except(?: for)?)\b([^,.;:!?\n]{1,40}?)"
    r"(?=[,.;:!?\n]|$| but | and | or | so | when | if )"
)
"""What stands after the words that reject it, in English."""
_ALONE = re.compile(r"((?:[a-z0-9'-]+ ){1,2})alone\b(?= (?:is|does|do|are|will|can|won))")


def rejected(folded: str) -> list[tuple[int, int]]:
    """Return the start and end of each part of a folded query that it rejects."""
    return [
        found.span(1)
        for pattern in (_BEFORE, _AFTER, _ALONE)
        for found in pattern.finditer(folded)
        if found[1].strip()
    ]
