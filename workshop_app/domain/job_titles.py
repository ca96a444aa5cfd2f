"""Tells job titles from teams in what stands before a name, or in brackets after it."""

import re
from typing import NamedTuple

_TITLES_JA = (
    "(?:部長|次長|課長|係長|室長|所長|店長|工場長|班長|主任|主査|主事|担当|担当者|責任者|管理者|開発者"
    "|社長|会長|役員|取締役|調査役|監査役|顧問|参事|主幹|リーダー?|マネー?ジャー?|チーフ|エンジニア"
    "|オペレーター?|ディレクター?|アナリスト|スペシャリスト|コンサルタント)(?:代理|補佐)?"
)
# a middle dot is part of a team's name, except before a bare title
_BETWEEN_PARTS = re.compile(f"\\s*(?:[、，,／/]|・(?=(?:{_TITLES_JA})$))\\s*")
_ENDS_WITH_TITLE_JA = re.compile(f"(?:{_TITLES_JA})$")
_ENDS_WITH_WORD_JA = re.compile(f"(?P<team>.*\\S)[ \u3000]+(?P<job>\\S*(?:{_TITLES_JA}))$")
_BEFORE_NAME_JA = re.compile(
    f"(?P<team>.*?)[ \u3000]*(?P<job>(?:副|代理)?(?:{_TITLES_JA}))[ \u3000]+(?P<name>\\S.*)"
)
_TITLE_EN = re.compile(
    r"\b(?:manager|lead|leader|head|chief|director|engineer|operator|(?:sys|db)?admin|administrator|developer"
    r"|programmer|architect|analyst|consultant|technician|officer|president|executive|supervisor|owner|c[eit]o|vp)$"
    r"|^(?:head|director|manager|vice president|vp|chief) of\b",
    re.IGNORECASE,
)


class TeamAndJob(NamedTuple):
    """The team and the job of a person; either may be empty."""

    team: str
    job: str


class TitledName(NamedTuple):
    """A name, and the team and job before it."""

    name: str
    team: str
    job: str


def title_before(text: str) -> TitledName:
    """Return a name without the Japanese team and title before it, such as 情シス課長 大野."""
    found = _BEFORE_NAME_JA.fullmatch(text)
    if found is None:
        return TitledName(text, "", "")
    return TitledName(found["name"], found["team"], found["job"])


def title_after(name: str) -> tuple[str, str]:
    """Return a name without the Japanese title at its end, such as 大野課長, and the title."""
    found = _ENDS_WITH_TITLE_JA.search(name)
    start = found.start() if found is not None else 0
    return (name[:start].rstrip(), name[start:]) if start else (name, "")


def team_and_job(text: str) -> TeamAndJob:
    """Return what a text says about a person's team and job.

    Parts between commas are told apart; in Japanese also a team and a title with a space between
    them. A part that is no known title is a team.
    """
    parts = _BETWEEN_PARTS.split(text)
    told = [_of_part(part) for part in parts if part]
    if not any(each.job for each in told):
        return TeamAndJob(text, "")
    if not any(each.team for each in told):
        return TeamAndJob("", text)
    between = "、" if "、" in text or "，" in text else ", "
    return TeamAndJob(
        between.join(each.team for each in told if each.team),
        between.join(each.job for each in told if each.job),
    )


def _of_part(part: str) -> TeamAndJob:
    both = _ENDS_WITH_WORD_JA.fullmatch(part)
    if both is not None:
        return TeamAndJob(both["team"], both["job"])
    is_job = _ENDS_WITH_TITLE_JA.search(part) or _TITLE_EN.search(part)
    return TeamAndJob("", part) if is_job else TeamAndJob(part, "")
