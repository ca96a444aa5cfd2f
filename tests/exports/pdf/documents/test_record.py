"""The facilitator's record: everything including private notes, and marked on every page."""

import re
from dataclasses import replace

import pypdfium2

from exports.job import export
from exports.pdf.page_size import page_size
from exports.pdf.styles import FOOT
from exports.registry import DOCUMENTS, NAMES, PAPERS
from tests.exports.pdf.documents.test_privacy import CANARY, with_canaries
from tests.helpers.builders import (
    a_participant,
    a_problem,
    a_state,
    a_tally,
    a_workshop,
    an_answer,
)
from tests.helpers.papers import has, pages_of, pdf_of, sample_state, squeezed, words_of
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.workshop import AgendaItem
from workshop_app.i18n import Texts


def printed(state, language="ja", **options):
    return words_of(pdf_of(state, "record", language, **options))


def without_repeated_heads(text, language):
    """Return a text without the heads between the halves of a paragraph on two pages."""
    words = Texts(language)
    numbered = re.escape(squeezed(words("papers.record.again", number="NUMBER")))
    answers = words("papers.facts.again", name=words("papers.charts.cards"))
    heads = numbered.replace("NUMBER", r"\d+") + re.escape(squeezed(answers))
    return re.sub(heads, "", text)


def test_it_is_written_only_when_it_is_asked_for():
    assert DOCUMENTS["record"].on_request
    assert "record" not in (*NAMES, *PAPERS)


def test_all_private_notes_are_there_and_every_page_says_so(language):
    pdf = pdf_of(with_canaries(sample_state(language)), "record", language)
    text = words_of(pdf)
    assert has(text, *(f"{CANARY}{number}" for number in range(1, 6)))
    notice = Texts(language)("papers.foot.private")
    assert all(notice in page for page in pages_of(pdf))


def test_all_that_was_said_is_there_with_who_said_it(language):
    state = sample_state(language)
    text = without_repeated_heads(printed(state, language), language)
    for problem in state.problems:
        assert has(text, problem.first_wording, problem.wording, problem.discussion)
        assert has(text, problem.not_ours_reason)
    assert has(text, *(who.name for who in state.participants))
    assert has(text, *(answer.text for answer in state.answers))
    assert has(text, *(card.text for card in state.cards))
    for request in state.requests:
        assert has(text, request.title, request.why, request.workaround, request.shortfall)
    for each in state.appraisals:
        grounds = [each.ground(criterion) for criterion in Criterion if each.ground(criterion)]
        assert sum(squeezed(ground) in text for ground in grounds) >= len(grounds) - 1


def test_planned_minutes_are_beside_the_minutes_spent():
    agenda = (
        AgendaItem(id="a", workshop_id="w", position=0, step="list", minutes=20, spent=1500),
        AgendaItem(id="b", workshop_id="w", position=1, step="sort", minutes=15, spent=780),
        AgendaItem(id="c", workshop_id="w", position=2, step="choose", minutes=10),
    )
    text = printed(a_state(agenda=agenda))
    assert has(text, "洗い出し 20 分（実際 25 分）、整理 15 分（実際 13 分）")
    assert has(text, "選ぶ 10 分、合計 45 分（実際 38 分）")


def test_a_plan_nobody_measured_says_so():
    agenda = (AgendaItem(id="a", workshop_id="w", position=0, step="list", minutes=20),)
    text = printed(a_state(agenda=agenda))
    assert has(text, "計画した時間 洗い出し 20 分、合計 20 分", "実際の時間は分かりません")


def test_a_problem_that_goes_on_on_the_next_page_is_named_there(language):
    text = printed(sample_state(language), language)
    again = Texts(language)("papers.record.again", number="NUMBER")
    before, after = squeezed(again).split("NUMBER")
    assert re.search(f"{re.escape(before)}[0-9]+{re.escape(after)}", text)


def test_no_band_of_a_page_before_the_last_is_left_white(language):
    document = pypdfium2.PdfDocument(pdf_of(sample_state(language), "record", language))
    for page in list(document)[:-1]:
        text = page.get_textpage()
        bottoms = [text.get_rect(number)[1] for number in range(text.count_rects())]
        # A short table is not split.
        assert min(each for each in bottoms if each > FOOT) < FOOT + 1.15 * page_size().white


def test_each_round_of_votes_has_its_column():
    problems = tuple(a_problem(n, f"ことば{n}") for n in (1, 2))
    tallies = (
        a_tally(problems[0], 5),
        replace(a_tally(problems[1], 6), id="t", round=2),
    )
    text = printed(a_state(workshop=a_workshop(round=2), problems=problems, tallies=tallies))
    assert has(text, "1 回目 票", "課題 2 ことば2 6", "課題 1 ことば1 5 0")


def test_late_arrivals_and_early_departures_are_printed():
    who = a_participant(1, arrived="2026-12-03T14:25:00", left="2026-12-03T15:40:00")
    assert has(printed(a_state(participants=(who,))), "14:25 に来た", "15:40 に出た")


def test_what_was_held_back_or_parked_is_there_and_said_to_be():
    problems = (a_problem(1, "見せていないこと", held=True), a_problem(2, "あとで", parked=True))
    text = printed(a_state(problems=problems))
    assert has(text, "「見せていないこと」 出どころ：ワークショップで まだ見せていない")
    assert has(text, "「あとで」 出どころ：ワークショップで またの機会に")


def test_a_question_of_ones_own_is_printed_as_it_was_asked():
    text = printed(a_state(answers=(an_answer(1, "はい", question="夜は眠れますか？"),)))
    assert has(text, "夜は眠れますか？ はい")


def test_the_set_up_is_given_in_numbers_without_any_name():
    state = sample_state("ja")
    setup = setup_of(state.setup)
    text = printed(state)
    part = text[text.index("お客さまの設定の数") :]
    assert has(part, f"ホスト {len(setup.hosts)}", f"監視ルール {len(setup.rules)}")
    names = {each.name for each in (*setup.hosts, *setup.rules, *setup.channels) if each.name}
    assert names
    assert [name for name in names if squeezed(name) in part] == []


def test_addresses_are_there_only_when_the_customer_is_named():
    state = sample_state("ja")
    addresses = [who.email for who in state.participants if who.email]
    assert addresses
    assert [each for each in addresses if each in printed(state)] == []
    assert [each for each in addresses if each not in printed(state, name_customer=True)] == []


def test_an_empty_workshop_has_a_short_honest_record(tmp_path):
    (file,) = export(a_state(), {}, tmp_path, ["record"]).files
    pages = pages_of(file.read_bytes())
    assert len(pages) == 1
    assert "課題は、まだ挙がっていません。" in pages[0]


def test_a_known_gap_that_was_met_without_a_request_is_named(language):
    problem = replace(a_problem(1, "自社のロゴで見せたい"), gap_id="white-label")
    text = printed(a_state(problems=(problem,)), language)
    assert has(text, Texts(language)("papers.dossier.gap"), "white-label")


def test_the_name_of_a_part_is_repeated_where_its_text_goes_on(language):
    words = Texts(language)
    told = "\n".join(f"{number}: DNS" for number in range(1, 121))
    state = a_state(problems=[a_problem(1, discussion=told)])
    pages = [squeezed(page) for page in pages_of(pdf_of(state, "record", language))]
    parts = [page for page in pages if "DNS" in page]
    again = squeezed(words("papers.facts.again", name=words("papers.dossier.discussion")))
    assert len(parts) > 2
    assert again not in parts[0]
    assert all(page.count(again) == 1 for page in parts[1:])
