"""The participant's handout: one each, their own points first, and no promise."""

from dataclasses import replace

import pytest

from exports.job import export
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_workshop,
    an_action,
    an_appraisal,
)
from tests.helpers.papers import sample_state, solutions, squeezed, words_of
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import LANGUAGES

AOKI, INOUE = a_participant(1, "青木 健"), a_participant(2, "井上 美咲")


def handouts(state, folder, language="ja"):
    """The text of each handout by the code in its file's name, empty for none."""
    found = {}
    for paper in export(state, solutions(), folder, ["handout"], language).papers:
        found[paper.reader] = words_of(paper.file.read_bytes())
    return found


def has(text, *parts):
    return [part for part in parts if squeezed(part) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_gets_one_and_its_file_is_named_after_its_reader(tmp_path, language):
    state = sample_state(language)
    papers = export(state, solutions(), tmp_path, ["handout"], language).papers
    assert {paper.reader for paper in papers} == {who.code for who in state.participants}
    for who, paper in zip(state.participants, papers, strict=True):
        assert squeezed(who.name) in words_of(paper.file.read_bytes())[:120]
        assert all(part in paper.file.name for part in who.name.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_ones_own_points_come_first_and_whole(tmp_path, language):
    state = sample_state(language)
    found = handouts(state, tmp_path, language)
    for who in state.participants:
        own = [each for each in state.ranked if who in state.speakers_of(each)]
        assert own
        group = found[who.code].index(
            "みなさんの課題" if language == "ja" else "Thegroup'sproblems"
        )
        before = found[who.code][:group]
        for problem in own:
            assert has(before, problem.first_wording, problem.wording)
            for card in state.cards_of(problem.id):
                if card.kind is CardKind.SOLUTION:
                    words = solutions()[card.catalogue_id].text(language)
                    assert has(before, words.help_url, words.help_path, *words.first_steps)


def test_nobody_elses_words_are_said_to_be_ones_own(tmp_path):
    problems = (
        a_problem(1, "青木さんのことば", speaker_id=AOKI.id),
        a_problem(2, "井上さんのことば", speaker_id=INOUE.id),
    )
    found = handouts(a_state(participants=(AOKI, INOUE), problems=problems), tmp_path)
    own = found["P-1"].partition("みなさんの課題")[0]
    assert "「青木さんのことば」" in own
    assert "井上さん" not in own


def test_words_merged_into_anothers_problem_are_followed_to_its_outcome(tmp_path):
    problem = a_problem(1, "大もと", speaker_id=AOKI.id)
    merged = a_problem(2, "足したことば", speaker_id=INOUE.id, merged_into=problem.id)
    state = a_state(
        participants=(AOKI, INOUE),
        problems=(problem, merged),
        cards=(a_card(problem, CardKind.OWN, title="調べてお返事"),),
    )
    own = handouts(state, tmp_path)["P-2"].partition("みなさんの課題")[0]
    assert has(own, "「足したことば」", "調べてお返事")


def test_an_anonymous_workshop_begins_with_the_groups_problems(tmp_path):
    problem = a_problem(1, "だれかのことば", speaker_id=AOKI.id, chosen=True)
    workshop = a_workshop(anonymous=True)
    state = a_state(workshop=workshop, participants=(AOKI,), problems=(problem,))
    text = handouts(state, tmp_path)["P-1"]
    assert "あなたの課題" not in text
    assert text.index("みなさんの課題") < text.index("「だれかのことば」")


def test_who_said_nothing_or_was_absent_can_follow_all_that_was_worked_on(tmp_path):
    absent = replace(INOUE, attendance=Attendance.ABSENT)
    problem = a_problem(1, "みんなのことば", speaker_id=AOKI.id, chosen=True)
    appraisal = an_appraisal(problem, {Criterion.OURS: "no"})
    state = a_state(participants=(AOKI, absent), problems=(problem,), appraisals=(appraisal,))
    text = handouts(state, tmp_path)["P-2"]
    assert has(text, "取り組んだ課題", "「みんなのことば」", "目利き：対象外（規則 2）")
    assert has(text, "目利きの六つの質問", "解決できるほど具体的なことば")


def test_near_ties_are_marked_and_said_in_words(tmp_path):
    problems = tuple(a_problem(n, f"ことば{n}") for n in (1, 2, 3))
    tallies = tuple(a_tally(each, votes) for each, votes in zip(problems, (7, 6, 1), strict=True))
    text = handouts(a_state(problems=problems, tallies=tallies), tmp_path)[""]
    assert has(text, "1= 1 ことば1", "1= 2 ことば2", "3 3 ことば3", "僅差です")


def test_ones_own_actions_stand_before_those_of_the_others(tmp_path):
    actions = (
        an_action(1, "井上の用事", owner_id=INOUE.id),
        an_action(2, "青木の用事", owner_id=AOKI.id, due="2026-12-10"),
    )
    found = handouts(a_state(participants=(AOKI, INOUE), actions=actions), tmp_path)
    text = found["P-1"]
    mine = text.index("あなたのアクション")
    assert mine < text.index("青木の用事") < text.index("ほかの方のアクション")
    assert text.index("ほかの方のアクション") < text.index("井上の用事")
    assert "12月10日(木)" in text
    assert (
        "受け持つアクションは、ありません"
        in handouts(a_state(participants=(AOKI,)), tmp_path)["P-1"]
    )


def test_what_one_can_do_alone_is_ones_own(tmp_path):
    people = (
        replace(AOKI, can_do_alone="通知を分ける"),
        replace(INOUE, can_do_alone="証明書を見る"),
    )
    text = handouts(a_state(participants=people), tmp_path)["P-1"]
    assert "通知を分ける" in text
    assert "証明書を見る" not in text


def test_requests_are_passed_on_without_a_promise(tmp_path):
    problem = a_problem(1, "待ち時間")
    state = a_state(
        participants=(AOKI,),
        problems=(problem,),
        requests=(a_request(problem, title="待ち時間を変えたい", why="秘めた理由"),),
    )
    text = handouts(state, tmp_path)["P-1"]
    assert has(text, "製品チームに伝えること", "お約束できません。", "待ち時間を変えたい")
    assert "秘めた理由" not in text


def test_what_was_parked_is_kept_and_what_is_held_back_is_not_there(tmp_path):
    problems = (
        a_problem(1, "あとで話すこと", parked=True, speaker_id=AOKI.id),
        a_problem(2, "まだ見せないこと", held=True, speaker_id=AOKI.id),
    )
    text = handouts(a_state(participants=(AOKI,), problems=problems), tmp_path)["P-1"]
    assert has(text, "またの機会に取り上げることにしました。", "またの機会に取り上げる課題")
    assert text.count("あとで話すこと") == 2
    assert "まだ見せないこと" not in text


def test_without_a_list_of_people_there_is_one_for_whoever_takes_it(tmp_path):
    assert list(handouts(a_state(), tmp_path)) == [""]


def test_progress_counts_the_pages_of_all_handouts_on(tmp_path):
    told = []
    state = a_state(participants=(AOKI, INOUE))
    export(state, {}, tmp_path, ["handout"], progress=told.append)
    drawn = [(each.page, each.pages) for each in told if each.pages]
    assert drawn == [(1, 2), (2, 2)]
