"""Problems: the first wording is permanent, and sorting loses nothing."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Source
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.choosing import CountHands
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


def test_correcting_to_the_same_words_marks_nothing(session, three):
    session.execute(CorrectFirstWording(three[0], " 一つ目 "))
    assert not session.state.problem(three[0]).first_wording_corrected


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
    def test_one_merged_problem_can_be_unmerged_without_the_others(self, session, three):
        session.execute(MergeProblems(three[0], (three[1], three[2])))
        session.execute(Unmerge(three[2]))
        assert listed(session) == [(1, "一つ目"), (3, "三つ目")]

    def test_nothing_is_merged_into_a_merged_one_or_itself(self, session, three):
        session.execute(MergeProblems(three[0], (three[1],)))
        with pytest.raises(InvalidInput) as refused:
            session.execute(MergeProblems(three[1], (three[2],)))
        assert refused.value.key == "errors.merge_into_merged"
        session.execute(MergeProblems(three[0], (three[0],)))
        assert session.state.problem(three[0]).merged_into is None


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
