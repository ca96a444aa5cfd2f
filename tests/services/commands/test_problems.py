"""Problems: the first wording is permanent, and sorting loses nothing."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Source
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.choosing import CountHands
from workshop_app.services.commands.contacts import SetKind
from workshop_app.services.commands.context import (
    AnswerQuestion,
    EditAnswer,
    MakeProblemOfAnswer,
    RemoveAnswer,
)
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    CorrectFirstWording,
    EditProblem,
    RemoveProblem,
)
from workshop_app.services.commands.sorting import (
    AddTheme,
    JoinThemes,
    MergeProblems,
    PlaceInTheme,
    PutInTheme,
    RemoveTheme,
    SplitProblem,
    Unmerge,
)


def ids_in(session, theme_id):
    return [problem.id for problem in session.state.in_theme(theme_id)]


def listed(session):
    return [(problem.number, problem.title) for problem in session.state.listed]


@pytest.fixture
def three(session):
    return session.execute(AddProblems(("一つ目", "二つ目", "三つ目"), Source.ADVANCE))


def test_a_pasted_list_is_one_action(session, three):
    assert listed(session) == [(1, "一つ目"), (2, "二つ目"), (3, "三つ目")]
    assert {problem.source for problem in session.state.problems} == {Source.ADVANCE}
    session.undo()
    assert session.state.problems == ()


def test_a_paste_with_one_bad_line_adds_none(session):
    with pytest.raises(InvalidInput):
        session.execute(AddProblems(("良い行", "あ" * 2_001)))
    assert session.state.problems == ()


def test_a_problem_remembers_by_which_method_it_was_heard(session):
    session.execute(SetKind(ContactKind.SURVEY))
    session.execute(AddProblem("アンケートで", heard_at="2026-12-03T14:20"))
    problem = session.state.problems[0]
    assert (problem.method, problem.heard_at) == (ContactKind.SURVEY, "2026-12-03T14:20")


def test_restating_never_touches_the_first_wording(session, three):
    session.execute(EditProblem(three[0], "wording", "VPNが月に4回切れる"))
    problem = session.state.problem(three[0])
    assert (problem.first_wording, problem.title) == ("一つ目", "VPNが月に4回切れる")
    assert not problem.first_wording_corrected
    with pytest.raises(KeyError):
        session.execute(EditProblem(three[0], "first_wording", "別のことば"))


def test_a_corrected_typing_error_is_marked_and_can_be_taken_back(session, three):
    session.execute(CorrectFirstWording(three[0], "ひとつ目"))
    corrected = session.state.problem(three[0])
    assert (corrected.first_wording, corrected.first_wording_corrected) == ("ひとつ目", True)
    session.undo()
    original = session.state.problem(three[0])
    assert (original.first_wording, original.first_wording_corrected) == ("一つ目", False)


def test_correcting_to_the_same_words_marks_nothing(session, three):
    session.execute(CorrectFirstWording(three[0], " 一つ目 "))
    assert not session.state.problem(three[0]).first_wording_corrected


def test_numbers_stay_when_a_problem_goes(session, three):
    session.execute(RemoveProblem(three[0]))
    assert listed(session) == [(2, "二つ目"), (3, "三つ目")]
    session.execute(AddProblem("四つ目"))
    assert listed(session)[-1] == (4, "四つ目")


def test_an_answer_becomes_a_problem_in_its_own_words(session):
    who = session.execute(AddParticipant("江藤"))
    mark = AnswerMark.GIVEN_UP
    answer = session.execute(AnswerQuestion("given_up", "印を付けるのをやめた", who, mark))
    made = session.execute(MakeProblemOfAnswer(answer))
    problem = session.state.problem(made)
    assert problem.first_wording == "印を付けるのをやめた"
    assert (problem.speaker_id, problem.source, problem.answer_id) == (who, Source.CONTEXT, answer)
    session.execute(EditAnswer(answer, "text", "もう一度始めたい"))
    assert session.state.problems[0].first_wording == "印を付けるのをやめた"
    session.execute(RemoveAnswer(answer))
    assert session.state.problems[0].answer_id is None


def test_an_answer_needs_words_and_keeps_its_lines(session):
    for nothing in ("", " \n ", "\u200b\n"):
        with pytest.raises(InvalidInput):
            session.execute(AnswerQuestion("last_login", nothing))
    session.execute(AnswerQuestion("自分の質問です", "一行目\n二行目"))
    assert session.state.answers[0].text == "一行目\n二行目"


class TestMerging:
    def test_merged_problems_keep_words_and_come_back(self, session, three):
        before = session.state
        session.execute(MergeProblems(three[0], (three[1], three[2])))
        assert listed(session) == [(1, "一つ目")]
        merged = session.state.merged_into(three[0])
        assert [problem.first_wording for problem in merged] == ["二つ目", "三つ目"]
        session.execute(Unmerge(three[0]))
        assert session.state == before

    def test_one_merged_problem_can_be_unmerged_without_the_others(self, session, three):
        session.execute(MergeProblems(three[0], (three[1], three[2])))
        session.execute(Unmerge(three[2]))
        assert listed(session) == [(1, "一つ目"), (3, "三つ目")]

    def test_what_was_merged_moves_along(self, session, three):
        session.execute(MergeProblems(three[1], (three[2],)))
        session.execute(MergeProblems(three[0], (three[1],)))
        assert listed(session) == [(1, "一つ目")]
        assert len(session.state.merged_into(three[0])) == 2

    def test_nothing_is_merged_into_a_merged_one_or_itself(self, session, three):
        session.execute(MergeProblems(three[0], (three[1],)))
        with pytest.raises(InvalidInput) as refused:
            session.execute(MergeProblems(three[1], (three[2],)))
        assert refused.value.key == "errors.merge_into_merged"
        session.execute(MergeProblems(three[0], (three[0],)))
        assert session.state.problem(three[0]).merged_into is None

    def test_removing_the_head_of_a_merge_separates_the_others(self, session, three):
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(RemoveProblem(three[0]))
        assert listed(session) == [(2, "二つ目"), (3, "三つ目")]


class TestSplitting:
    def test_the_first_part_stays_itself_and_the_others_keep_its_story(self, session, three):
        who = session.execute(AddParticipant("青木"))
        session.execute(EditProblem(three[0], "speaker_id", who))
        theme = session.execute(AddTheme("質", (three[0],)))
        (part,) = session.execute(SplitProblem(three[0], ("数が多い", "相手が違う")))
        assert listed(session)[0] == (1, "数が多い")
        assert listed(session)[-1] == (4, "相手が違う")
        fresh = session.state.problem(part)
        assert fresh.first_wording == "一つ目"
        assert (fresh.speaker_id, fresh.theme_id, fresh.split_from) == (who, theme, three[0])
        session.execute(RemoveProblem(three[0]))
        assert session.state.problem(part).split_from is None

    @pytest.mark.parametrize("parts", [(), ("一つだけ",), ("一つ", " ")])
    def test_splitting_requires_two_wordings(self, session, three, parts):
        before = session.state
        with pytest.raises(InvalidInput):
            session.execute(SplitProblem(three[0], parts))
        assert session.state == before


class TestThemes:
    def test_problems_of_a_removed_theme_are_unsorted_again(self, session, three):
        theme = session.execute(AddTheme("つながり", (three[0], three[1])))
        session.execute(PutInTheme((three[2],), theme))
        assert len(session.state.in_theme(theme)) == 3
        session.execute(RemoveTheme(theme))
        assert session.state.themes == ()
        assert len(session.state.in_theme(None)) == 3

    def test_a_name_that_is_there_names_that_theme(self, session, three):
        theme = session.execute(AddTheme("Alerts", (three[0],)))
        assert session.execute(AddTheme(" alerts ", (three[1],))) == theme
        assert [one.name for one in session.state.themes] == ["Alerts"]
        assert ids_in(session, theme) == [three[0], three[1]]

    def test_joined_themes_are_one_and_undone_they_are_two_again(self, session, three):
        first = session.execute(AddTheme("一", (three[0],)))
        second = session.execute(AddTheme("二", (three[1],)))
        before = session.state
        session.execute(JoinThemes(second, first))
        assert [one.name for one in session.state.themes] == ["一"]
        assert ids_in(session, first) == [three[0], three[1]]
        session.undo()
        assert session.state == before
        session.execute(JoinThemes(first, first))
        assert session.state == before

    def test_a_theme_needs_a_name(self, session):
        with pytest.raises(InvalidInput):
            session.execute(AddTheme(" "))


class TestOrderInAThemeIs:
    def test_problems_are_in_order_of_entry_until_somebody_places_one(self, session, three):
        theme = session.execute(AddTheme("一"))
        session.execute(PutInTheme((three[2],), theme))
        session.execute(PutInTheme((three[0], three[1]), theme))
        assert ids_in(session, theme) == list(three)

    def test_problems_are_in_the_order_in_which_they_are_placed(self, session, three):
        theme = session.execute(AddTheme("一", three))
        session.execute(PlaceInTheme((three[2],), theme, three[0]))
        assert ids_in(session, theme) == [three[2], three[0], three[1]]
        session.execute(PlaceInTheme((three[2], three[0]), theme))
        assert ids_in(session, theme) == [three[1], three[2], three[0]]
        assert [one.id for one in session.state.listed] == list(three)

    def test_an_order_is_kept_when_another_problem_comes_or_goes(self, session, three):
        theme = session.execute(AddTheme("一", three[:2]))
        session.execute(PlaceInTheme((three[1],), theme, three[0]))
        session.execute(PutInTheme((three[2],), theme))
        assert ids_in(session, theme) == [three[1], three[0], three[2]]
        session.execute(PlaceInTheme((three[2],), None))
        assert ids_in(session, theme) == [three[1], three[0]]
        session.execute(RemoveTheme(theme))
        assert ids_in(session, None) == [three[2], three[0], three[1]]

    def test_the_second_part_of_a_split_follows_the_first(self, session, three):
        theme = session.execute(AddTheme("一", three))
        session.execute(PlaceInTheme((three[2],), theme, three[0]))
        (part,) = session.execute(SplitProblem(three[2], ("こちら", "あちら")))
        assert ids_in(session, theme) == [three[2], part, three[0], three[1]]

    def test_an_order_changed_in_one_step_is_undone_in_one_step(self, session, three):
        theme = session.execute(AddTheme("一", three))
        before = session.state
        session.execute(PlaceInTheme((three[1],), theme, three[0]))
        session.undo()
        assert session.state == before


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_placing_changes_the_order_of_the_others_never(tmp_path_factory, data):
    """Wherever problems are placed, the others keep their order."""
    session = new_session(tmp_path_factory.mktemp("order") / "w.db")
    with closing(session.store):
        create_workshop(session)
        ids = session.execute(AddProblems(tuple("abcdef")))
        themes = [None, session.execute(AddTheme("一")), session.execute(AddTheme("二"))]
        for _ in range(data.draw(st.integers(1, 5))):
            moved = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
            into = data.draw(st.sampled_from(themes))
            before_id = data.draw(st.sampled_from([*ids, ""]))
            orders = {theme: ids_in(session, theme) for theme in themes}
            session.execute(PlaceInTheme(tuple(moved), into, before_id))
            for theme in themes:
                now = [one for one in ids_in(session, theme) if one not in moved]
                assert now == [one for one in orders[theme] if one not in moved]
            order = ids_in(session, into)
            first = order.index(moved[0])
            assert order[first : first + len(moved)] == moved
            if before_id in orders[into] and before_id not in moved:
                assert order.index(before_id) == first + len(moved)


def test_a_removed_problem_takes_its_votes_and_leaves_its_actions(session, three):
    session.execute(CountHands(three[0], 3))
    session.execute(AddAction("やること", problem_id=three[0]))
    session.execute(RemoveProblem(three[0]))
    assert session.state.tallies == ()
    assert session.state.actions[0].problem_id is None


def test_the_number_of_a_removed_problem_never_comes_back(session):
    first, second = (session.execute(AddProblem(words)) for words in ("一つ目", "二つ目"))
    session.execute(RemoveProblem(str(second)))
    session.execute(RemoveProblem(str(first)))
    session.execute(AddProblem("三つ目"))
    assert [problem.number for problem in session.state.problems] == [3]
    session.undo()
    session.undo()
    assert [problem.number for problem in session.state.problems] == [1]
    session.execute(AddProblem("四つ目"))
    assert [problem.number for problem in session.state.problems] == [1, 3]
