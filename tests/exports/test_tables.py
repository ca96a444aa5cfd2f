"""The tables for spreadsheets."""

import csv
import io
from dataclasses import fields, replace

import pytest

from exports.csv_writer import to_csv
from exports.masking import with_people_as_codes
from exports.material import Material
from exports.registry import CUSTOMER_TABLES, TABLES
from exports.tables import table_of
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_theme,
    an_action,
    an_answer,
    an_appraisal,
)
from tests.helpers.papers import sample_state, solutions
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import FoundHow
from workshop_app.i18n import Texts


def as_csv(material, name):
    found = table_of(material, name, internal=name not in CUSTOMER_TABLES)
    return to_csv(found.header, found.rows)


def table(state, name, language="ja", *, masked=False):
    """The rows of a table as mappings by the texts of its header."""
    data = as_csv(Material(state, solutions(), language, masked=masked), name)
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_workshop_has_only_a_header(name, language):
    data = as_csv(Material(a_state(), {}, language), name)
    lines = data.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 2
    assert not lines[1]
    header = lines[0].split(",")
    assert len(set(header)) == len(header) > 4


def test_every_problem_has_a_row_with_both_wordings(language):
    state = sample_state(language)
    rows = [list(row.values()) for row in table(state, "problems", language)]
    assert [row[:3] for row in rows] == [
        [str(each.number), each.first_wording, each.wording] for each in state.problems
    ]


def test_a_merged_problem_names_where_it_went_and_has_no_outcome_of_its_own():
    state = a_state(problems=(a_problem(1), a_problem(2, merged_into="problem-1")))
    first, second = table(state, "problems")
    assert (first["まとめ先の課題"], first["結論"]) == ("", "取り上げていません")
    assert (second["まとめ先の課題"], second["結論"]) == ("1", "")


def test_theme_votes_and_choice_are_in_the_row_of_the_problem():
    problem = a_problem(1, theme_id="theme-1", chosen=True)
    state = a_state(problems=(problem,), themes=(a_theme(),), tallies=(a_tally(problem, 4),))
    (row,) = table(state, "problems")
    assert (row["テーマ"], row["票"], row["選んだ"]) == ("つながりの監視", "4", "はい")


def test_every_card_is_an_outcome_and_open_and_not_ours_are_rows_too():
    first = a_problem(1)
    second = a_problem(2, not_ours_reason="勤怠の話")
    third = a_problem(3)
    cards = (
        a_card(first, catalogue_id="check-tcp"),
        a_card(first, CardKind.SUPPORT, text="相談する"),
    )
    state = a_state(problems=(first, second, third), cards=cards)
    rows = table(state, "outcomes", "en")
    assert [(row["Problem no."], row["Outcome"]) for row in rows] == [
        ("1", "Solution"), ("1", "Other help"), ("2", "Not Mackerel"), ("3", "Not discussed"),
    ]  # fmt: skip
    assert rows[0]["Help"].startswith("https://")
    assert rows[1]["Content"] == "相談する"
    assert rows[2]["Content"] == "勤怠の話"


def test_a_request_keeps_why_apart_from_how_and_calls_the_customer_by_a_code():
    problem = a_problem(1, "株式会社サンプルの通知が多い")
    request = a_request(problem, 2, why="夜に起こされる", wished_how="まとめて送る")
    appraisal = an_appraisal(problem, override=Verdict.LATER, override_reason="待てる")
    state = a_state(problems=(problem,), requests=(request,), appraisals=(appraisal,))
    (row,) = table(state, "requests", masked=True)
    assert row["要望番号"] == "R-2-kshop1"
    assert (row["なぜ"], row["どうやって（利用者の案）"]) == ("夜に起こされる", "まとめて送る")
    assert (row["顧客"], row["はじめのことば"]) == ("顧客 C-1", "顧客 C-1の通知が多い")
    assert (row["状態"], row["渡した日"], row["理由"]) == ("いまは見送り", "", "待てる")
    (named,) = table(state, "requests")
    assert named["顧客"] == "株式会社サンプル"


@pytest.mark.parametrize(
    ("language", "column", "said"),
    [
        ("ja", "目利きの答えと根拠", "{topic}：{answer}。毎晩の点検で困る"),
        ("en", "Appraisal: answers and reasons", "{topic}: {answer}. 毎晩の点検で困る"),
    ],
)
def test_a_request_has_the_typed_reasons_of_its_appraisal(language, column, said):
    problem = a_problem(1)
    judged = an_appraisal(problem, {Criterion.NOW: "urgent"}, now_ground="毎晩の点検で困る")
    state = a_state(problems=(problem,), requests=(a_request(problem),), appraisals=(judged,))
    (row,) = table(state, "requests", language)
    words = Texts(language)
    topic, answer = words("appraisal.topic.now"), words("appraisal.answer.now.urgent")
    assert said.format(topic=topic, answer=answer) in row[column].splitlines()


def test_an_action_names_its_owner_day_and_problem():
    problem = a_problem(3)
    state = a_state(
        participants=(a_participant(),),
        problems=(problem,),
        actions=(
            an_action(1, owner_id="person-1", due="2026-12-17", problem_id=problem.id, done=True),
            an_action(2, owner_name="高橋（CRE）"),
        ),
    )
    first, second = table(state, "actions")
    assert (first["だれが"], first["いつまで"], first["済んだ"]) == (
        "青木 様",
        "2026-12-17",
        "はい",
    )
    assert first["課題番号"] == "3"
    assert (second["だれが"], second["いつまで"]) == ("高橋（CRE）", "")


def test_the_action_that_passes_requests_on_names_their_problems():
    problems = (a_problem(3), a_problem(7))
    state = a_state(
        problems=problems,
        requests=tuple(a_request(each, each.number) for each in problems),
        cards=tuple(a_card(each, CardKind.UPDATE) for each in problems),
        appraisals=tuple(an_appraisal(each, override=Verdict.REQUEST) for each in problems),
        actions=(an_action(1, passes_on=True),),
    )
    (row,) = table(state, "actions")
    assert row["課題番号"] == "課題 3、課題 7"
    assert row["課題"] == "、".join(each.title for each in problems)


def test_votes_are_ranked_and_each_round_has_a_column():
    first, second, third = (a_problem(number) for number in (1, 2, 3))
    tallies = (
        a_tally(first, 2),
        a_tally(second, 5),
        replace(a_tally(second, 7), id="again", round=2),
    )
    state = a_state(problems=(first, second, third), tallies=tallies)
    rows = table(state, "votes", "en")
    assert [(row["Rank (= tied)"], row["Problem no."]) for row in rows] == [
        ("1", "2"), ("2", "1"), ("", "3"),
    ]  # fmt: skip
    assert (rows[0]["Votes (round 1)"], rows[0]["Votes (round 2)"]) == ("5", "7")
    assert (rows[2]["Votes (round 1)"], rows[2]["Votes (round 2)"]) == ("", "")


@pytest.mark.parametrize(
    ("language", "head", "places"),
    [
        ("ja", "順位（同は、同じ順位）", ["同1位", "同1位", "3位"]),
        ("en", "Rank (= tied)", ["1=", "1=", "3"]),
    ],
)
def test_a_shared_place_reads_as_the_head_of_its_column_says(language, head, places):
    first, second, third = (a_problem(number) for number in (1, 2, 3))
    tallies = (a_tally(first, 2), a_tally(second, 5), a_tally(third, 5))
    state = a_state(problems=(first, second, third), tallies=tallies)
    assert [row[head] for row in table(state, "votes", language)] == places


def test_a_new_text_of_a_record_gets_into_no_table_unless_a_column_names_it():
    """Every text of every record is a token; the visible ones are exactly these fields."""
    token = iter(f"T{number:03}" for number in range(1000))
    shown = {}

    def marked(record, *kept):
        worded = fields_with(
            type(record), Privacy.PUBLIC, Privacy.PERSONAL, Privacy.CONTACT, Privacy.PRIVATE
        )
        texts = {
            each.name: next(token)
            for each in fields(record)
            if each.name in worded - set(kept) and isinstance(getattr(record, each.name), str)
        }
        shown.update({text: f"{type(record).__name__}.{name}" for name, text in texts.items()})
        return replace(record, **texts)

    problem = marked(a_problem(1, speaker_id="person-1"), "not_ours_reason")
    base = a_state()
    state = a_state(
        workshop=marked(base.workshop),
        customer=marked(base.customer),
        participants=(marked(a_participant()),),
        problems=(problem,),
        themes=(marked(a_theme()),),
        cards=(marked(a_card(problem, CardKind.OWN)),),
        requests=(marked(a_request(problem)),),
        appraisals=(an_appraisal(problem),),
        actions=(marked(an_action(owner_id="person-1")),),
    )
    found = {
        place
        for name in TABLES
        for row in table(state, name, masked=name == "requests")
        for text, place in shown.items()
        if text in " ".join(row.values())
    }
    request = {
        f"Request.{name}"
        for name in (
            "title", "why", "situation", "impact", "workaround", "good_enough", "wished_how",
            "own_words", "shortfall",
        )
    }  # fmt: skip
    assert found == request | {
        "Problem.first_wording", "Problem.wording", "PlayedCard.title", "PlayedCard.text",
        "PlayedCard.search_words", "Participant.name", "Participant.honorific", "Participant.job",
        "Participant.team", "Customer.industry", "Customer.architecture", "Action.text",
        "Action.answer_note", "Problem.became", "PlayedCard.owner_name", "PlayedCard.link",
        "Problem.discussion",
    }  # fmt: skip


def test_how_the_room_found_an_answer_is_in_the_row_of_the_problem():
    problems = (a_problem(1, found=FoundHow.WITH_HINT), a_problem(2))
    first, second = table(a_state(problems=problems), "problems")
    assert (first["見つけ方"], second["見つけ方"]) == ("ヒントで", "")


def test_who_said_a_problem_is_in_the_table_of_our_own_company_only():
    who = a_participant(1, "青木 健", honorific="様")
    state = a_state(problems=(a_problem(speaker_id=who.id),), participants=(who,))
    own, theirs = (
        table_of(Material(state, {}, "ja"), "problems", internal=internal)
        for internal in (True, False)
    )
    (row,) = own.rows
    assert row[own.header.index("話した人")] == "青木 健 様"
    assert "青木 健 様" not in theirs.rows[0]
    assert [each for each in own.header if each != "話した人"] == theirs.header


def test_each_context_answer_has_its_question_its_speaker_and_the_problem_made_of_it(language):
    who = a_participant(1, "青木 健", honorific="様")
    words = Texts(language)
    answers = (
        an_answer(1, "2か月前です", participant_id=who.id, mark=AnswerMark.GIVEN_UP),
        an_answer(2, "夜の当番が見ます", question="夜はだれが見ますか"),
    )
    problem = a_problem(7, answer_id=answers[1].id)
    state = a_state(answers=answers, participants=(who,), problems=(problem,))
    name = words.organisation(who.name, who.honorific)
    assert [[*row.values()] for row in table(state, "answers", language)] == [
        [
            words("questions.ask.last_login"),
            "2か月前です",
            name,
            words("context.mark.given_up"),
            "",
        ],
        ["夜はだれが見ますか", "夜の当番が見ます", "", "", "7"],
    ]


def test_a_speaker_is_a_code_where_names_are_codes():
    who = a_participant(1, "青木 健")
    state = with_people_as_codes(
        a_state(answers=(an_answer(1, participant_id=who.id),), participants=(who,))
    )
    (row,) = table(state, "answers")
    assert row["話した人"] == who.code


def test_notes_of_a_discussion_are_in_the_row_of_their_problem(language):
    problem = a_problem(1, discussion="=one\ntwo", private_note="CANARY")
    (row,) = table(a_state(problems=(problem,)), "problems", language)
    assert row[Texts(language)("papers.table.column.discussion")] == "'=one\ntwo"
    assert "CANARY" not in str(row)


def test_who_left_after_the_vote_counts_as_present_beside_the_votes():
    problem = a_problem(1, chosen=True)
    people = (a_participant(1), a_participant(2, left="2026-12-03T16:00"))
    state = a_state(
        problems=(problem,),
        requests=(a_request(problem),),
        participants=people,
        tallies=(a_tally(problem, 2),),
    )
    (row,) = table(state, "requests")
    assert (row["票"], row["出席"]) == ("2", "2")
