"""A request as an issue: its code first, why and how separately, and no names."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from exports.markdown import build
from exports.material import Material
from tests.exports.pdf.documents.test_hostile import MARKUP, full_of
from tests.helpers.builders import (
    a_card,
    a_customer,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    an_answer,
    an_appraisal,
)
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.i18n import Texts

MARKDOWN = MarkdownIt("commonmark", {"html": True})


def issues(state, language="ja", *, masked=True):
    material = Material(state, solutions(), language, masked=masked)
    return [file.data.decode() for file in build(material)]


def one(request=None, **parts):
    """A workshop with one request, and its issue."""
    problem = a_problem(
        1, "通知が多すぎる", wording="夜間に20通届く", speaker_id="person-1", answer_id="answer-1"
    )
    person = a_participant(1, "青木 健", team="基盤運用", job="当番")
    request = request or a_request(problem, why="夜に起こされる", wished_how="まとめて送る")
    state = a_state(problems=(problem,), requests=(request,), participants=(person,), **parts)
    (text,) = issues(state)
    return text


def section(text, title):
    """The text below a heading."""
    found = re.search(
        rf"^## {re.escape(title)}\n\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
    )
    assert found, title
    return found[1].strip()


def test_each_request_is_a_file_whose_first_line_is_a_title_with_its_code(language):
    state = sample_state(language)
    texts = issues(state, language)
    assert len(texts) == len(state.requests) == 2
    code = state.workshop.id[-6:]
    for request, text in zip(state.requests, texts, strict=True):
        assert text.splitlines()[0] == f"# R-{request.number}-{code} {request.title}"


def test_the_code_is_the_same_at_a_second_hand_over():
    problem = a_problem(1)
    state = a_state(problems=(problem,), requests=(a_request(problem),))
    changed = replace(state, requests=(a_request(problem, title="言い直した題"),))
    first, second = (issues(each)[0].splitlines()[0].split()[1] for each in (state, changed))
    assert first == second == "R-1-kshop1"


def test_why_and_how_are_separate_and_the_wording_is_a_quote():
    text = one()
    assert section(text, "なぜ") == "夜に起こされる"
    assert section(text, "どうやって（利用者の案）") == "まとめて送る"
    words = section(text, "利用者のことば")
    assert "> 通知が多すぎる" in words
    assert "> 夜間に20通届く" in words


def test_who_said_it_is_given_by_team_and_job_and_never_by_name():
    text = one(appraisals=(an_appraisal(a_problem(1)),))
    assert "基盤運用 当番" in text
    assert "青木" not in text


def test_the_customer_is_a_code_wherever_its_name_occurs():
    request = a_request(a_problem(1), why="サンプルの夜間当番が困る")
    customer = a_customer(architecture="株式会社サンプルの本社に8台")
    text = one(request, customer=customer)
    assert "サンプル" not in text
    assert text.count("顧客 C-1") == 3
    state = a_state(problems=(a_problem(1),), requests=(request,), customer=customer)
    (named,) = issues(state, masked=False)
    assert "株式会社サンプル" in named


def test_all_six_criteria_are_printed_with_their_grounds_and_the_deciding_rule():
    judged = an_appraisal(a_problem(1), now_ground="春に拠点が増える")
    lines = section(one(appraisals=(judged,)), "目利き").splitlines()
    assert [line[:3] for line in lines[:6]] == [f"{number}. " for number in range(1, 7)]
    assert lines[3] == "4. **いつまでに必要か**: 半年以内。春に拠点が増える"
    assert "要望として送る" in lines[7]
    assert "ほかの会社でも起こります" in lines[8]


def test_an_overruling_is_printed_beside_the_verdict_of_the_rules():
    judged = an_appraisal(
        a_problem(1),
        {Criterion.CONCRETE: "no"},
        override=Verdict.REQUEST,
        override_reason="待てない",
        override_by="高橋",
    )
    said = section(one(appraisals=(judged,)), "目利き")
    assert "要望として送る（高橋が規則の判定を変えました）" in said
    assert "理由：待てない" in said
    assert "答えだけなら、目利きの規則では「聞き直す」でした（2 の答えが「これから」）" in said


def test_a_request_that_is_left_for_now_becomes_no_issue():
    judged = an_appraisal(a_problem(1), override=Verdict.LATER, override_reason="待てる")
    problem = a_problem(1)
    state = a_state(problems=(problem,), requests=(a_request(problem),), appraisals=(judged,))
    assert issues(state) == []


def test_what_is_not_decided_yet_is_said():
    assert "目利きはまだです" in one()
    open_still = one(appraisals=(an_appraisal(a_problem(1), {}),))
    assert "これから決める" in section(open_still, "目利き")


def test_alternatives_and_searches_are_printed():
    problem = a_problem(1)
    search = SavedSearch(
        id="s", workshop_id=problem.workshop_id, position=0, problem_id=problem.id,
        words="通知 まとめる", looked_at=("downtime", "gone-entry"),
    )  # fmt: skip
    request = a_request(problem, nearest_id="downtime", shortfall="予定できない")
    cards = (a_card(problem, CardKind.UPDATE), a_card(problem, CardKind.SUPPORT, title="相談"))
    text = one(request, searches=(search,), cards=cards)
    name = solutions()["downtime"].ja.name
    assert section(text, "探したことばと、見た答え") == f"- 「通知 まとめる」：{name}"
    today = section(text, "いまの Mackerel")
    assert name in today
    assert f"<{solutions()['downtime'].ja.help_url}>" in today
    assert "予定できない" in today
    assert "相談" in section(text, "同じ課題で約束したほかの支援")


def test_an_answer_that_was_chosen_stands_as_the_nearest_one():
    chosen = a_card(a_problem(1), id="chosen", catalogue_id="downtime")
    cards = (a_card(a_problem(1), CardKind.UPDATE), chosen)
    today = section(one(cards=cards), "いまの Mackerel")
    assert solutions()["downtime"].ja.name in today


def test_lines_of_a_text_stay_lines():
    text = one(a_request(a_problem(1), why="一行目\n- 二行目\n\n1. 三行目"))
    tokens = MARKDOWN.parse(section(text, "なぜ"))
    assert [token.type for token in tokens] == [
        *("paragraph_open", "inline", "paragraph_close"),
        *("paragraph_open", "inline", "paragraph_close"),
    ]
    assert "hardbreak" in [child.type for child in tokens[1].children]


@pytest.mark.parametrize("text", [*MARKUP, "@team fixes #1", "x\n\n# y\n```\nz", "| a |\n|---|"])
def test_hostile_words_add_no_block_no_link_and_no_html(text):
    calm, hostile = (
        [MARKDOWN.parse(issue) for issue in issues(full_of(words))] for words in ("ことば", text)
    )

    def shape(tokens):
        return [
            each.type for each in tokens if "paragraph" not in each.type and each.children is None
        ]

    def inner(tokens):
        return [child for each in tokens for child in each.children or ()]

    assert shape(hostile[0]) == shape(calm[0])
    kinds = {child.type for child in inner(hostile[0])}
    assert kinds <= {
        "text",
        "strong_open",
        "strong_close",
        "softbreak",
        "hardbreak",
        "text_special",
    }


def test_context_answers_of_the_problem_name_the_role_of_who_gave_them_and_nobody():
    answer = an_answer(1, "2か月前にCPUを見たきり", participant_id="person-1")
    other = an_answer(2, "ほかの課題のもとの答え")
    said = section(one(answers=(answer, other)), "背景の質問と回答")
    assert "2か月前にCPUを見たきり（基盤運用 当番）" in said
    assert "青木" not in said
    assert other.text not in said


def test_who_left_after_the_vote_counts_as_present_beside_the_votes(language):
    problem = a_problem(1, chosen=True)
    people = [a_participant(n, left="2026-12-03T16:00" if n == 6 else "") for n in range(1, 7)]
    state = a_state(
        problems=(problem,),
        requests=(a_request(problem),),
        participants=people,
        tallies=(a_tally(problem, 4),),
    )
    (file,) = build(Material(state, {}, language))
    said = Texts(language)("papers.dossier.vote_line_of", n=4, present=6)
    assert said in file.data.decode()
