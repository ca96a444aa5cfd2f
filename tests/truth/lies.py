"""Lies to plant into files of the sample: what stands there, and what is written instead."""

from typing import NamedTuple


class Lie(NamedTuple):
    """In a file in `language` about the sample `true` becomes `false`; empty: it is lost."""

    language: str
    document: str
    part: str
    true: str
    false: str


LIES = (
    # another owner, another day, a row lost
    Lie("en", "actions", "", "Daniel Hughes,2026-12-10", "Tom Carter,2026-12-10"),
    Lie("en", "actions", "", "Emma Morgan,2026-12-24", "Emma Morgan,2026-12-17"),
    Lie("en", "actions", "", "Robin (CRE),2027-01-14", "Robin (CRE),2027-01-05"),
    Lie("ja", "actions", "", "井上 美咲 様", "青木 健 様"),
    Lie(
        "ja",
        "actions",
        "",
        "要望を製品チームに伝え、結果をお知らせする,高橋 真理（CRE）,2027-01-14,いいえ,,,,\r\n",
        "",
    ),
    # counts and numbers that are one off, a negation that is gone
    Lie(
        "en",
        "problems",
        "",
        ",Mail,2026-11-26,,,3,yes,no,Solution,Alone",
        ",Mail,2026-11-26,,,4,yes,no,Solution,Alone",
    ),
    Lie("en", "outcomes", "", "We will ask you once more before we decide.", "We decide."),
    Lie("en", "outcomes", "", "It is outside what Mackerel is for.", "It is what Mackerel is for."),
    Lie("ja", "outcomes", "", "Mackerel の対象外です。", "Mackerel の対象です。"),
    Lie("en", "requests", "", "R-1-", "R-2-"),
    Lie("ja", "requests", "", "目利き済み、まだ渡していない", "目利き済み、もう渡した"),
    # days and numbers in a calendar, and an entry of it
    Lie("en", "calendar", "", "DTSTART;VALUE=DATE:20261210", "DTSTART;VALUE=DATE:20261214"),
    Lie("ja", "calendar", "", "課題 13：", "課題 14："),
    Lie("en", "calendar", "", "(Priya Patel)", "(Emma Morgan)"),
    # what a mail promises
    Lie(
        "en",
        "mail",
        "P-1",
        "(Problem 5, by Fri 11 December 2026)",
        "(Problem 5, by Fri 18 December 2026)",
    ),
    Lie(
        "en",
        "mail",
        "P-2",
        "What we promised you\n- Article: checking a port from one host outside\n",
        "",
    ),
    Lie("ja", "mail", "P-3", "製品チームに伝えます。", "製品チームには伝えません。"),
    Lie("ja", "mail", "P-1", "2027年1月14日(木)", "2027年1月21日(木)"),
)
