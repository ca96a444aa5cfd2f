"""Answers chosen in earlier workshops rank higher, without revealing those workshops."""

from itertools import pairwise

import pytest

from tests.helpers.sessions import Clock, new_session
from workshop_app.domain.outcome import CardKind
from workshop_app.services.answers import Answers, EarlierChoices, Suggestion, ranked_with
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.workshops import CreateWorkshop, DeleteWorkshop
from workshop_app.services.experience import Experience

SAID = "夜間バッチの終了時刻が読めず翌朝に障害票を書いている"
AGAIN = "夜間バッチの終了時刻が読めないので困っている"
ANSWER = "mkr-wrap"
SECRET = "株式会社ひみつ工業"


@pytest.fixture
def session(tmp_path):
    return new_session(tmp_path / "w.db", Clock())


@pytest.fixture
def answers(session):
    return Answers(Experience(lambda: session))


def held_workshop(session, day="2026-05-14", words=(SAID,), answer=ANSWER, searched=""):
    """Hold a workshop in which each problem got `answer`; return its id. It stays open."""
    made = CreateWorkshop(
        f"{SECRET}の会", f"{day or '2026-02-03'}T10:00:00", customer_name=SECRET, date=day
    )
    workshop_id = str(session.execute(made))
    session.open(workshop_id)
    for text in words:
        problem = str(session.execute(AddProblem(text)))
        session.execute(
            PlayCard(problem, CardKind.SOLUTION, "答え", catalogue_id=answer, search_words=searched)
        )
    return workshop_id


def begin_another(session):
    session.close()
    session.open(str(session.execute(CreateWorkshop("今日", "2026-12-03T10:00:00"))))


def chosen_for(answers, text=AGAIN, answer=ANSWER):
    found = answers.search(text, "ja", 40)
    return next((each.chosen for each in found if each.solution.id == answer), None)


def test_it_says_how_often_and_when_last(session, answers):
    held_workshop(session, "2026-03-02")
    held_workshop(session, "2026-05-14", words=(SAID, "夜間バッチの終了時刻が遅れる"))
    held_workshop(session, "2025-11-20")
    begin_another(session)
    assert chosen_for(answers) == EarlierChoices(4, "2026-05-14")


def test_a_workshop_without_a_date_counts_by_the_day_it_was_made(session, answers):
    held_workshop(session, day="")
    begin_another(session)
    assert chosen_for(answers) == EarlierChoices(1, "2026-02-03")


def test_what_was_chosen_comes_before_what_fits_as_well(session, answers):
    query = "アラートが多すぎて大事なものを見落とす"
    before = answers.search(query, "ja", 10)
    alike = (pair for pair in pairwise(before) if pair[0].fit == pair[1].fit)
    first, other = min(alike, key=lambda pair: pair[0].score - pair[1].score)
    for day in ("2026-01-05", "2026-02-05", "2026-03-05"):
        held_workshop(session, day, words=(query,), answer=other.solution.id)
    begin_another(session)
    ids = [each.solution.id for each in answers.search(query, "ja", 10)]
    assert ids.index(other.solution.id) < ids.index(first.solution.id)


def test_fit_and_belief_stay_what_the_words_say(session, answers):
    held_workshop(session)
    begin_another(session)
    plain = {each.solution.id: each for each in Answers().search(AGAIN, "ja", 40)}
    for each in answers.search(AGAIN, "ja", 40):
        same = plain[each.solution.id]
        assert (each.fit, each.confidence, each.score) == (same.fit, same.confidence, same.score)


def test_other_problems_do_not_match(session, answers):
    held_workshop(session, words=("請求書の宛名を変えたい",))
    begin_another(session)
    assert chosen_for(answers) is None


@pytest.mark.parametrize("common", ["監視", "サーバーのアラート", "通知", "alert"])
def test_a_common_word_does_not_match(session, answers, common):
    held_workshop(session, words=(f"{common}のことで{SAID}", f"{common}が分からない"))
    begin_another(session)
    assert all(each.chosen is None for each in answers.search(common, "ja", 40))


def test_the_words_by_which_it_was_found_count_too(session, answers):
    held_workshop(session, words=("月末になるといつも慌てる",), searched="ジョブ管理 異常終了")
    begin_another(session)
    assert chosen_for(answers, "ジョブ管理の異常終了") == EarlierChoices(1, "2026-05-14")


def test_english_words_are_known_by_their_stem(session, answers):
    held_workshop(session, words=("Nightly settlement jobs finish unnoticed",))
    begin_another(session)
    found = answers.search("a nightly settlement job finished unnoticed", "en", 40)
    assert [each.solution.id for each in found if each.chosen] == [ANSWER]


def test_the_open_workshop_does_not_count(session, answers):
    held_workshop(session)
    assert chosen_for(answers) is None
    begin_another(session)
    assert chosen_for(answers) == EarlierChoices(1, "2026-05-14")


def test_what_was_chosen_after_the_last_search_counts_once_another_workshop_is_open(
    session, answers
):
    first = held_workshop(session, words=())
    assert chosen_for(answers) is None
    held_workshop(session)
    session.open(first)
    assert chosen_for(answers) == EarlierChoices(1, "2026-05-14")


def test_the_sample_does_not_count(session, answers):
    workshop_id = held_workshop(session)
    with session.store.action():
        session.store.database["workshop"].update(workshop_id, {"is_sample": 1})
    begin_another(session)
    assert chosen_for(answers) is None


def test_a_deleted_workshop_is_forgotten_at_once(session, answers):
    workshop_id = held_workshop(session)
    begin_another(session)
    assert chosen_for(answers) is not None
    session.close()
    session.execute(DeleteWorkshop(workshop_id))
    assert chosen_for(answers) is None


def test_no_word_and_no_name_of_another_workshop_is_in_a_suggestion(session, answers):
    held_workshop(session, words=(SAID, AGAIN), searched="翌朝の障害票")
    begin_another(session)
    found = answers.search(AGAIN, "ja", 40)
    assert any(each.chosen for each in found)
    told = repr(found)
    assert SECRET not in told
    assert "障害票" not in told
    assert SAID not in told


@pytest.mark.parametrize(
    "text", ["", " ", "？", '"', 'a" OR "b', "*", "NEAR(", "\x00", "é" * 3_000]
)
def test_any_text_can_be_asked(session, answers, text):
    held_workshop(session)
    begin_another(session)
    assert all(each.chosen is None for each in answers.search(text, "ja", 5))


def test_a_store_that_cannot_be_read_hides_no_answer(session, answers):
    held_workshop(session)
    begin_another(session)
    session.store.close()
    found = answers.search(AGAIN, "ja", 5)
    assert [each.solution.id for each in found] == [
        each.solution.id for each in Answers().search(AGAIN, "ja", 5)
    ]


def suggestion(answers, solution_id, score, fit):
    solution = answers.solution(solution_id)
    return Suggestion(solution=solution, score=score, confidence=(fit - 0.5) / 4, matched=())


def test_habit_never_displaces_a_better_fit():
    answers = Answers()
    strong = suggestion(answers, "check-tcp", 5.0, 4)
    weaker = suggestion(answers, "check-http", 4.9, 3)
    ranked = ranked_with({"check-http": EarlierChoices(1_000, "2026-05-14")}, [strong, weaker])
    assert [each.solution.id for each in ranked] == ["check-tcp", "check-http"]


def test_the_bonus_has_a_bound():
    answers = Answers()
    strong = suggestion(answers, "check-tcp", 10.0, 4)
    other = suggestion(answers, "check-http", 7.4, 4)
    near = suggestion(answers, "check-dns", 9.0, 4)
    often = EarlierChoices(1_000, "2026-05-14")
    found = ranked_with({"check-http": often, "check-dns": often}, [strong, near, other])
    assert [each.solution.id for each in found] == ["check-dns", "check-tcp", "check-http"]
