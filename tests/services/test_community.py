"""What the page of the community reads from the records of all customers."""

import csv
import io

import pytest

from exports.community import write_community
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers
from workshop_app.services.commands.actions import AddAction, AnswerAction
from workshop_app.services.commands.community import AddPointer, ChangePointer, EditPointer
from workshop_app.services.commands.context import AnswerQuestion, MakeProblemOfAnswer
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
    EditParticipant,
)
from workshop_app.services.commands.problems import AddProblem, RemoveProblem
from workshop_app.services.commands.searching import KeepSearch
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.visits import TakeOverProblem
from workshop_app.services.commands.workshops import CreateWorkshop, MarkExported
from workshop_app.services.community import Community
from workshop_app.services.sample import play

TODAY = "2026-12-03"
WORDS = Texts("ja")


@pytest.fixture
def session(tmp_path):
    session = new_session(tmp_path / "w.db")
    create_workshop(session, "株式会社よその社")
    return session


@pytest.fixture
def read(session):
    def of(part):
        lines = Community(session, Answers(), WORDS, TODAY).lines()
        return [each for each in lines if each.part == part]

    return of


def texts(lines):
    return [each.text for each in lines]


def again(session):
    """Open a further workshop of the same customer."""
    customer = session.state.customer.id
    new = CreateWorkshop("次の回", "2027-01-01T10:00:00", customer_id=customer)
    session.open(str(session.execute(new)))


def test_a_pointer_typed_once_is_offered_to_all_workshops_until_its_day_is_over(session, read):
    for title, day in (("終わった会", "2026-12-02"), ("今日の会", TODAY), ("記事", "")):
        session.execute(AddPointer(title, date=day))
    assert texts(read("pointers")) == ["記事", "終わった会", "今日の会"]
    create_workshop(session, "株式会社ほかの社")
    offered = read("pointers")
    assert [(each.text, each.marked) for each in offered] == [("記事", False), ("今日の会", False)]
    session.execute(AddPointer("今日の会", date=TODAY))
    assert [(each.text, each.marked) for each in read("pointers")] == [
        ("記事", False),
        ("今日の会", True),
    ]
    session.execute(EditPointer(session.state.pointers[0].id, "chosen", False))
    assert [each.marked for each in read("pointers")] == [False, False]
    session.close()
    assert {each.marked for each in read("pointers")} == {None}


def test_a_pointer_with_other_words_in_written_papers_is_offered_as_it_is_now(session, read):
    session.execute(AddPointer("読書会", date="2026-12-10"))
    session.execute(MarkExported("2026-12-01T10:00:00"))
    create_workshop(session, "株式会社つぎの社")
    session.execute(AddPointer("読書会", date="2026-12-10"))
    session.execute(ChangePointer(session.state.pointers[0].id, "読書会", date="2026-12-17"))
    for _ in range(2):
        assert [(each.text, each.day) for each in read("pointers")] == [("読書会", "2026-12-17")]
        create_workshop(session, "株式会社ほかの社")


def test_candidates_have_the_mark_or_came_twice_and_did_something(session, read):
    marked = session.execute(AddParticipant("印の人"))
    session.execute(EditParticipant(marked, "ambassador", True))
    doing = session.execute(AddParticipant("した人"))
    once = session.execute(AddParticipant("一度の人"))
    person = session.state.participant(doing).person_id
    for who in (doing, once):
        action = session.execute(AddAction("調べる", owner_id=who))
        session.execute(AnswerAction(action, ActionAnswer.DONE, "2026-12-10T10:00"))
    session.execute(AddProblem("気づけない", doing))
    assert texts(read("candidates")) == ["印の人様"]
    again(session)
    session.execute(AddKnownPerson(person))
    first, second = read("candidates")
    assert (first.text, first.marked) == ("印の人様", True)
    assert (second.text, second.marked, second.customer) == ("した人様", False, "株式会社よその社")
    assert second.said == "接点 2 回  課題 1 件  済んだアクション 1 件"


def test_words_are_counted_by_contact_and_only_if_no_answer_was_opened_anywhere(session, read):
    problem = session.execute(AddProblem("停電に気づけない"))
    for words in ("UPS 停電", "ups　停電", "ping", "SNMP"):
        session.execute(KeepSearch(problem, words))
    removed = session.execute(AddProblem("消した課題"))
    session.execute(KeepSearch(removed, "消した言葉"))
    session.execute(RemoveProblem(removed))
    create_workshop(session, "株式会社ほかの社")
    problem = session.execute(AddProblem("電源"))
    session.execute(KeepSearch(problem, "UPS 停電"))
    session.execute(KeepSearch(problem, "ping", ("check-ping",)))
    lost = read("searched")
    assert [(each.text, each.said) for each in lost] == [
        ("UPS 停電", "接点 2 回"),
        ("SNMP", "接点 1 回"),
    ]
    assert lost[0].customer == "株式会社ほかの社"


def test_given_up_features_say_what_revived_them_also_at_a_later_visit(session, read):
    plain = ("last_alert", "使うのをやめた")
    session.execute(AnswerQuestion(*plain, mark=AnswerMark.GIVEN_UP))
    session.execute(AnswerQuestion("daily_look", "まだ使っている", mark=AnswerMark.IN_USE))
    answer = session.execute(AnswerQuestion("first_screen", "通知が多い", mark=AnswerMark.GIVEN_UP))
    problem = session.execute(MakeProblemOfAnswer(answer))
    said = {each.text: each.said for each in read("given_up")}
    assert said.keys() == {"使うのをやめた", "通知が多い"}
    assert said["使うのをやめた"] == WORDS("customer.no_problem")
    assert "まとめた通知" not in said["通知が多い"]
    again(session)
    taken = session.execute(TakeOverProblem(problem))
    session.execute(PlayCard(taken, CardKind.ANSWER, "まとめた通知"))
    said = {each.text: each.said for each in read("given_up")}
    assert said["通知が多い"] == WORDS("community.revived", names="まとめた通知")


def test_a_sample_is_apart(session, read):
    session.open(play(session, "ja"))
    assert read("candidates")
    create_workshop(session, "株式会社ほかの社")
    assert [read(part) for part in ("pointers", "candidates", "searched", "given_up")] == [[]] * 4


def test_the_csv_has_every_line_and_no_formula(session, tmp_path, language):
    session.execute(AddPointer("=1+1", "https://example.com", "2027-03-05"))
    session.execute(AddPointer("<b>太字</b>\u202e", language="en"))
    words = Texts(language)
    lines = Community(session, Answers(), words, TODAY).lines()
    (file,) = write_community(lines, tmp_path / "out", words, TODAY)
    head, *rows = csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig")))
    assert len(rows) == len(lines) == 2
    assert {len(row) for row in rows} == {len(head)}
    assert [row[1] for row in rows] == [lines[0].text, "'=1+1"]
    assert rows[1][3] == "2027-03-05"
    assert rows[1][-1] == words("community.marked")
