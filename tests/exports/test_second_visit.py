"""What the first visit left open is in the papers of the second one."""

import csv
from dataclasses import replace
from email import message_from_bytes, policy
from io import StringIO

import pytest

from exports.calendar_file import build as build_calendar
from exports.job import export
from exports.mail import build as build_mails
from exports.material import Material
from exports.registry import DOCUMENTS
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
    news_of,
)
from tests.helpers.carried import everything_in
from tests.helpers.papers import pages_of, pdf_of, solutions
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.facts.commitments import carried_over
from workshop_app.domain.ids import stable_request_code
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.promises import Reader
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import Texts
from workshop_app.services.promise_words import request_words

LEFT = an_action(1, "通知先を書く", due="2027-01-20", owner_id="p-then", workshop_id="w0")
SAID = "通知先を書く（前回から）：権限を待っている"


def _visits(*, here=True, answer=ActionAnswer.NOT_YET):
    """The second visit, at which an action of the first one is answered with a remark."""
    then = a_participant(1, "青木 健", id="p-then", honorific="様", person_id="aoki")
    action = replace(LEFT.answered(answer, "2027-01-07T13:40"), answer_note="権限を待っている")
    before = a_state(
        workshop=a_workshop(id="w0", date="2026-11-26"), participants=(then,), actions=(action,)
    )
    now = a_participant(
        1, "青木 健", id="p-now", honorific="様", person_id="aoki", email="aoki@example.com"
    )
    new = an_action(2, "手順を直す", due="2027-01-20", owner_name="三谷")
    return a_state(
        workshop=a_workshop(date="2027-01-07"),
        participants=(now,) if here else (),
        actions=(new,),
        before=before,
    )


def _with_problem(state, *, taken=False):
    """The visits, the action being for a problem of the first one that was solved there."""
    old = a_problem(3, "ディスクがあふれる", id="old", workshop_id="w0")
    card = a_card(old, catalogue_id="downtime", id="answer", problem_id="old")
    (action,) = state.before.actions
    before = replace(
        state.before,
        problems=(old,),
        cards=(card,),
        actions=(replace(action, problem_id="old", card_id="answer"),),
    )
    new = (a_problem(1, "またあふれる", id="new", origin_id="old"),) if taken else ()
    return replace(state, before=before, problems=new)


def _text(state, name):
    return "".join("".join(page.split()) for page in pages_of(pdf_of(state, name)))


@pytest.mark.parametrize("name", ["summary", "follow_up", "record", "handout"])
def test_an_action_that_is_not_done_yet_is_in_the_papers_once(name):
    text = _text(_visits(), name)
    assert text.count("通知先を書く状況：権限を待っている") == 1
    if name == "summary":
        assert "アクション2件：みなさん1、Mackerel1" in text
    if name == "follow_up":  # what others promised stands apart
        assert "アクション1件：" not in text
        assert "アクション1件" in text
        assert "Mackerelからのお約束が1件" in text


def test_the_summary_says_which_problem_was_taken_over_from_which_day():
    new, old = a_problem(1, chosen=True), a_problem(2, chosen=True)
    old = replace(old, origin_id="then", origin_date="2026-11-26")
    for chosen in (True, False):
        both = (new, replace(old, chosen=chosen, not_ours_reason="社内の手順"))
        text = _text(replace(_visits(), problems=both), "summary")
        quote = "」" if chosen else ""
        assert text.count(f"{old.first_wording}{quote}11月26日(木)から引き継ぎ") == 1
        assert text.count("から引き継ぎ") == 1


def test_it_is_in_the_table_the_calendar_and_the_mail_to_its_owner(tmp_path):
    state = _visits()
    table = export(state, solutions(), tmp_path, ["actions"], "ja").files[0]
    rows = list(csv.reader(StringIO(table.read_text(encoding="utf-8-sig"))))
    assert [(row[0], row[1]) for row in rows if SAID in row] == [(SAID, "青木 健 様")]
    material = Material(state, {}, "ja")
    calendar = build_calendar(material)[0].data.decode().replace("\r\n ", "")
    assert calendar.count(LEFT.text) == 1
    assert "状況：権限を待っている" in calendar
    assert calendar.count("BEGIN:VEVENT") == 2
    *_, mail = build_mails(material)
    words = message_from_bytes(mail.data, policy=policy.default).get_body(("plain",))
    assert words is not None
    assert "通知先を書く（2027年1月20日(水)まで）　状況：権限を待っている" in words.get_content()


@pytest.mark.parametrize("taken", [False, True])
def test_it_keeps_its_problem_in_all_of_them(tmp_path, taken):
    state = _with_problem(_visits(), taken=taken)
    number, named = ("1", "課題1") if taken else ("前回の課題 3", "前回の課題3")
    title = "またあふれる" if taken else "ディスクがあふれる"
    words = named if taken else f"{named}「{title}」"
    assert (f"通知先を書く（{named}）" in _text(state, "follow_up")) is taken
    table = export(state, solutions(), tmp_path, ["actions"], "ja").files[0]
    rows = list(csv.reader(StringIO(table.read_text(encoding="utf-8-sig"))))
    assert [row[4:6] for row in rows if SAID in row] == [[number, title]]
    material = Material(state, {}, "ja")
    calendar = build_calendar(material)[0].data.decode().replace("\r\n ", "")
    assert f"{named}：{title}" in calendar.replace("課題 ", "課題")
    mail = next(each for each in build_mails(material) if each.part == "P-1")
    said = message_from_bytes(mail.data, policy=policy.default).get_body(("plain",))
    assert said is not None
    assert f"通知先を書く（{words}、" in said.get_content().replace("課題 ", "課題")


@pytest.mark.parametrize("taken", [False, True])
def test_its_owner_reads_all_first_steps_of_its_answer_again(tmp_path, taken):
    state = _with_problem(_visits(), taken=taken)
    (file,) = [
        each
        for each in export(state, solutions(), tmp_path, ["handout"], "ja").files
        if "青木" in each.name
    ]
    text = "".join("".join(page.split()) for page in pages_of(file.read_bytes()))
    for number, step in enumerate(solutions()["downtime"].ja.first_steps, 1):
        assert f"{number}{''.join(step.split())}" in text
    assert ("課題1のため" if taken else "前回の課題3「ディスクがあふれる」のため") in text


def test_the_remark_on_it_is_in_no_other_files(tmp_path):
    note = "権限を待っている"
    found = set()
    for name in DOCUMENTS:
        result = export(_visits(), solutions(), tmp_path / name, [name], "ja")
        texts = (everything_in(file.name, file.read_bytes()) for file in result.files)
        if any(note in text for text in texts):
            found.add(name)
    tables = {"actions", "workbook", "workbook_internal", "calendar", "mail"}
    assert found == {"summary", "handout", "follow_up", "record", "then_now", *tables}


def test_an_owner_who_is_not_here_today_keeps_it():
    assert "青木" in _text(_visits(here=False), "summary")


@pytest.mark.parametrize("answer", [ActionAnswer.DONE, ActionAnswer.NOT_NEEDED])
def test_what_is_done_or_not_needed_is_not_carried_over(answer):
    state = _visits(answer=answer)
    assert carried_over(state) == ()
    text = _text(state, "summary")
    done = answer is ActionAnswer.DONE
    thanks = "1件が片づきました。" if done else "済み0件、不要1件。"
    said = "通知先を書く" if done else "不要になった：通知先を書く"
    assert -1 < text.find(f"{thanks}ありがとうございました") < text.find(said)


def _told(**fields):
    """The second visit after one with three problems: one solved, one open, one of another."""
    people = [
        a_participant(number, name, id=f"{name}-then", person_id=name)
        for number, name in enumerate(("青木", "井上"), 1)
    ]
    solved = a_problem(1, "停電を知らない", id="solved", speaker_id="青木-then", chosen=True)
    left = a_problem(2, "通知が多い", id="left", speaker_id="青木-then", chosen=True)
    other = a_problem(3, "画面が重い", id="other", speaker_id="井上-then")
    problems = tuple(replace(each, **fields.get(each.id, {})) for each in (solved, left, other))
    before = a_state(
        workshop=a_workshop(id="w0", date="2026-11-26"),
        participants=tuple(people),
        problems=problems,
        cards=(a_card(solved, title="鳴らし方を変える", kind=CardKind.ANSWER),),
    )
    here = tuple(replace(each, id=f"{each.name}-now") for each in people)
    return a_state(
        workshop=a_workshop(date="2027-01-07"),
        participants=here,
        problems=fields.get("now", ()),
        before=before,
    )


def _notes(state, tmp_path):
    files = export(state, solutions(), tmp_path, ["handout"], "ja").papers
    pages = {each.reader: pages_of(each.file.read_bytes()) for each in files}
    return {
        reader: "".join("".join(page.split()) for page in each) for reader, each in pages.items()
    }


def test_the_summary_says_which_problems_of_the_visit_before_are_solved_and_open():
    text = _text(_told(), "summary")
    for said in (
        "前回お答え済み（効果は未確認）・停電を知らない",
        "未定・通知が多い",
        "取り上げていません・画面が重い",
    ):
        assert text.count(said) == 1


def test_what_became_of_a_problem_is_told_in_place_of_its_outcome():
    assert "その後・通知が多い→夜は鳴らない" in _text(
        _told(left={"became": "夜は鳴らない"}), "summary"
    )


def test_a_problem_that_was_taken_over_is_named_with_its_new_number():
    new = a_problem(4, "通知が多い", origin_id="left", origin_date="2026-11-26")
    assert "その後・通知が多い→この会の課題4にしました" in _text(_told(now=(new,)), "summary")


def test_the_notes_of_each_person_have_their_own_problems_with_the_answers(tmp_path):
    notes = _notes(_told(), tmp_path)
    assert (
        "前回お答え済み（効果は未確認）・停電を知らない→鳴らし方を変える未定・通知が多い"
        in notes["P-1"]
    )
    assert "画面が重い" not in notes["P-1"]
    assert "取り上げていません・画面が重い" in notes["P-2"]


def test_nobody_has_problems_of_an_anonymous_visit(tmp_path):
    state = _told()
    assert state.before is not None
    hidden = replace(state.before, workshop=replace(state.before.workshop, anonymous=True))
    for each in (
        replace(state, before=hidden),
        replace(state, workshop=replace(state.workshop, anonymous=True)),
    ):
        assert not any("停電を知らない" in text for text in _notes(each, tmp_path).values())


TOLD = "来年の春に出ます。"


def _asked(**news):
    """The second visit, with a request of the first one that one of two people here made."""
    people = [
        a_participant(number, name, id=f"{name}-then", person_id=name)
        for number, name in enumerate(("青木", "井上"), 1)
    ]
    here = [replace(each, id=f"{each.name}-now") for each in people]
    problem = a_problem(1, "停電を知らない", speaker_id=people[0].id, workshop_id="w0", chosen=True)
    request = a_request(problem, title="停電の通知", workshop_id="w0")
    before = a_state(
        workshop=a_workshop(id="w0", date="2026-11-26"),
        participants=tuple(people),
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(request,),
        news=(news_of(request, workshop_id="w0", **news),),
    )
    return a_state(workshop=a_workshop(date="2027-01-07"), participants=tuple(here), before=before)


@pytest.mark.parametrize("name", ["summary", "follow_up"])
@pytest.mark.parametrize(
    "state", [RequestState.HANDED_OVER, RequestState.WAITING, RequestState.PLANNED]
)
def test_a_request_of_the_first_visit_is_in_the_papers_with_its_state(name, state):
    there = _asked(state=state, may_be_told=TOLD, reason="秘めた理由")
    text = _text(there, name)
    assert "停電の通知" in text
    said = request_words(Texts("ja"), there.before, there.before.requests[0], Reader.CUSTOMER)
    assert "".join(said.split()) in text
    assert (TOLD in text) is (state is not RequestState.HANDED_OVER)
    assert "秘めた理由" not in text


def test_without_a_request_the_dossier_says_how_those_of_the_first_visit_stand():
    text = _text(_asked(state=RequestState.PLANNED, date="2027-01-06", may_be_told=TOLD), "dossier")
    assert "新しい要望は、ありません。要望これまで" in text
    assert f"停電の通知2027年1月6日(水)に、対応すると決まりました。{TOLD}" in text
    assert "要望の状況" in text


def test_of_earlier_requests_without_a_decision_the_product_team_is_asked_to_tell_it():
    visits = _asked(state=RequestState.WAITING, date="2027-01-06", may_be_told=TOLD)
    assert f"お客さまへの返事{TOLD}" in _text(visits, "dossier")
    text = _text(visits, "dossier")
    (request,) = visits.before.requests
    assert f"「{request.title}」の返事を、CREへお聞かせください。" in text
    assert text.count(stable_request_code(request.number, "w0")) == 2  # also in the box


def test_earlier_requests_of_one_number_have_their_whole_codes():
    visits = _asked(state=RequestState.WAITING, date="2027-01-06")
    (request,), (news,) = visits.before.requests, visits.before.news
    same_day = replace(
        visits.before,
        workshop=replace(visits.before.workshop, id="w1"),
        requests=(replace(request, id="r1", workshop_id="w1"),),
        news=(replace(news, id="n1", request_id="r1", workshop_id="w1"),),
    )
    text = _text(replace(visits, earlier=(same_day,)), "dossier")
    assert all(stable_request_code(1, each) in text for each in ("w0", "w1"))


def test_the_checklist_has_a_line_for_the_new_day_of_what_is_overdue():
    visits = _visits()
    assert "新しい期日：" not in _text(visits, "follow_up")
    late = replace(visits.before.actions[0], due="2026-12-24")
    late_one = replace(visits, before=replace(visits.before, actions=(late,)))
    assert _text(late_one, "follow_up").count("新しい期日：") == 1
    assert "新しい期日：" not in _text(late_one, "summary")


def test_a_request_of_the_first_visit_is_in_the_takeaway_of_who_made_it(tmp_path):
    state = _asked(state=RequestState.PLANNED, may_be_told=TOLD)
    files = export(state, solutions(), tmp_path, ["handout"], "ja").files
    found = ["".join("".join(pages_of(file.read_bytes())).split()) for file in files]
    assert ["要望1件：対応予定1" in text for text in found] == [True, False]
    assert not any(TOLD in text for text in found)  # "your requests" has it


def test_in_an_anonymous_workshop_no_takeaway_says_who_made_it(tmp_path):
    state = _asked(state=RequestState.PLANNED, may_be_told=TOLD)
    state = replace(state, workshop=replace(state.workshop, anonymous=True))
    files = export(state, solutions(), tmp_path, ["handout"], "ja").files
    assert all(TOLD not in "".join(pages_of(file.read_bytes())) for file in files)


def _promised(*, by_action=False, delivered="", asked=False, became="", today="2027-01-07"):
    """A visit at which help was promised; it is the previous one unless that is today."""
    problem = a_problem(1, chosen=True)
    vague = a_problem(2, "画面が使いにくい", chosen=True, became=became)
    card = a_card(
        problem,
        CardKind.HANDS_ON,
        title="棚卸しの会",
        owner_name="三谷",
        due="2026-12-20",
        delivered_on=delivered,
    )
    action = an_action(1, "棚卸しの会の日を決める", owner_name="三谷", card_id=card.id)
    first = a_state(
        workshop=a_workshop(
            id="w0", date="2026-11-26", next_date="2027-01-07", facilitator="石田 健"
        ),
        problems=(problem, vague) if asked else (problem,),
        cards=(card,),
        actions=(action,) if by_action else (),
        appraisals=(an_appraisal(vague, {Criterion.CONCRETE: "no"}),) if asked else (),
    )
    if today == first.workshop.date:
        return first
    return a_state(workshop=a_workshop(date=today), before=first)


@pytest.mark.parametrize("name", ["summary", "follow_up", "record"])
def test_promised_help_is_in_the_papers_of_both_visits_and_thanked_for_once_delivered(name):
    first = _text(_promised(today="2026-11-26"), name)
    assert "棚卸しの会" in first
    assert "三谷" in first
    second = _text(_promised(), name)
    assert second.count("棚卸しの会") == 1
    assert "期日を過ぎたアクション1件" in second
    delivered = _text(_promised(delivered="2026-12-18"), name)
    assert delivered.index("ありがとうございました") < delivered.index("棚卸しの会")


def test_promised_help_is_in_the_calendar_of_both_visits():
    for today in ("2026-11-26", "2027-01-07"):
        calendar = build_calendar(Material(_promised(today=today), {}, "ja"))[0].data.decode()
        assert "DTSTART;VALUE=DATE:20261220" in calendar
        assert "棚卸しの会" in calendar.replace("\r\n ", "")


def test_an_action_stands_for_the_help_that_it_delivers():
    for today in ("2026-11-26", "2027-01-07"):
        actions = Material(_promised(by_action=True, today=today), {}, "ja").actions
        assert ["日を決める" in each.text for each in actions] == [True]


@pytest.mark.parametrize("became", ["", "画面の名前を聞きました"])
def test_what_is_asked_again_goes_on_to_the_next_checklist_until_it_is_answered(became):
    text = _text(_promised(asked=True, became=became), "follow_up")
    assert ("もう一度伺う：画面が使いにくい" in text) is (not became)
    assert ("石田健" in text) is (not became)


def test_what_somebody_did_since_the_last_visit_is_thanked_for_in_the_own_paper_and_mail():
    state = _visits(answer=ActionAnswer.DONE)
    thanks = "".join(Texts("ja")("papers.own.thanks").split())
    assert f"{thanks}{LEFT.text}" in _text(state, "handout")
    assert LEFT.text in _text(state, "follow_up")
    *_, mail = build_mails(Material(state, {}, "ja"))
    words = message_from_bytes(mail.data, policy=policy.default).get_body(("plain",))
    assert words is not None
    assert Texts("ja")("papers.own.thanks") in words.get_content()
    assert thanks not in _text(_visits(), "handout")
