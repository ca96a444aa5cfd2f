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
    Lie("en", "actions", "", "Robin Hayes,2027-01-13", "Robin Hayes,2027-01-05"),
    Lie(
        "ja",
        "actions",
        "",
        "要望を製品チームに伝え、結果をお知らせする,高橋 真理,2027-01-13,いいえ",
        "",
    ),
    # counts and numbers that are one off, a negation that is gone
    Lie(
        "en",
        "problems",
        "",
        ",Mail,2026-11-26,,,3,yes,no,Solution,Only graphs",
        ",Mail,2026-11-26,,,4,yes,no,Solution,Only graphs",
    ),
    Lie("en", "outcomes", "", "We will ask you once more before we decide.", "We decide."),
    Lie("en", "outcomes", "", "It is outside what Mackerel is for.", "It is what Mackerel is for."),
    Lie("en", "requests", "", "R-1-", "R-2-"),
    Lie("ja", "requests", "", "目利き済み、まだ渡していない", "目利き済み、もう渡した"),
    # days and numbers in a calendar, and an entry of it
    Lie("en", "calendar", "", "DTSTART;VALUE=DATE:20261210", "DTSTART;VALUE=DATE:20261214"),
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
    # the summary: counts, numbers, days, owners, a row, promises
    Lie("en", "summary", "", "12 of the 16 problems", "13 of the 16 problems"),
    Lie("en", "summary", "", "owner, “Find out which", "owner, “Find out what"),
    Lie("en", "summary", "", "Problem 11 “It would", "Problem 12 “It would"),
    Lie("en", "summary", "", "Problem 13 “The", "Problem 14 “The"),
    Lie("en", "summary", "", "Wed 13 Jan Robin Hayes", "Wed 20 Jan Robin Hayes"),
    Lie("en", "summary", "", "Mon 14 Dec Tom", "Mon 14 Dec Emma"),
    Lie(
        "en",
        "summary",
        "",
        "Problem 9 1 vote Every month we switch monitors off for maintenance",
        "",
    ),
    Lie("en", "summary", "", "5 people took part", "6 people took part"),
    Lie("en", "summary", "", "We cannot promise that", "We promise that"),
    Lie("en", "summary", "", "Fri 11 Dec Sarah", "Fri 11 Dec Tom"),
    Lie("ja", "summary", "", "16 件の課題のうち 12 件", "16 件の課題のうち 11 件"),
    Lie("ja", "summary", "", "」は Mackerel の対象外です", "」は Mackerel の対象です"),
    Lie("ja", "summary", "", "6「本社", "7「本社"),
    # the handouts of two people
    Lie("en", "handout", "P-3", "1 of your 3 problems", "2 of your 3 problems"),
    Lie("en", "handout", "P-3", "action, by Thu 17 Dec", "action, by Thu 24 Dec"),
    Lie("en", "handout", "P-3", "reports by Wed 13 Jan", "reports by Thu 21 Jan"),
    Lie("ja", "handout", "P-3", "製品チームに伝えます", "製品チームには伝えません"),
    Lie(
        "ja",
        "handout",
        "P-3",
        "9月例メンテのたびに監視を止めて、終わると戻し忘れる",
        "",
    ),
    # the checklist for the next time
    Lie("en", "follow_up", "", "Tue 5 Jan Write the article", "Thu 14 Jan Write the article"),
    Lie("en", "follow_up", "", "more about 1 problem before", "more about 2 problems before"),
    Lie(
        "en",
        "follow_up",
        "",
        "We will ask you once more before we decide.",
        "We set it aside for now.",
    ),
    Lie("ja", "follow_up", "", "（課題 5） 青木 健 様", "（課題 5） 井上 美咲 様"),
    Lie("ja", "summary", "", "1月13日(水)までに結果をお知らせ", "1月15日(金)までに結果をお知らせ"),
    # the dossier: its days in the wrong order, counts, another request
    Lie(
        "en",
        "dossier",
        "",
        "tell Robin Hayes by Fri 8 January",
        "tell Robin Hayes by Fri 15 January",
    ),
    Lie("en", "dossier", "", "12 of the 16", "11 of the 16"),
    Lie("ja", "dossier", "", "R-2 UPS", "R-3 UPS"),
    Lie("ja", "dossier", "", "出席 5 人", "出席 6 人"),
    # then and now, of the visit after the sample
    Lie("en", "then_now", "", "9 actions: 9 overdue", "9 actions: 8 overdue"),
    Lie("en", "then_now", "", "actions of Thu 26 Nov 2026", "actions of Thu 19 Nov 2026"),
    Lie("ja", "then_now", "", "井上 様 期日すぎ", "青木 様 期日すぎ"),
    Lie("ja", "then_now", "", "要望：伝えます", "要望：伝えません"),
)
