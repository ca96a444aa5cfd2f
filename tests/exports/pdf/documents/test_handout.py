"""The participant's handout: actions first, then the person's own problems, and no guarantees."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.job import export
from exports.pdf.blocks.block import Anchor, NewPage
from exports.pdf.documents.handout import build
from exports.pdf.documents.how_to import step_anchor
from exports.pdf.documents.reader_actions import ActionParts, reader_actions
from exports.pdf.pages import lay_out
from exports.pdf.paper import Paper
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_theme,
    a_workshop,
    an_action,
    an_appraisal,
)
from tests.helpers.page_geometry import check_pages, pages_with
from tests.helpers.papers import has, pages_of, pdf_of, sample_state, solutions, squeezed, words_of
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import LANGUAGES, Texts

AOKI = a_participant(1, "青木 健")
INOUE = a_participant(2, "井上 美咲")


def files(state, folder, language="ja"):
    """Each handout by the code in its file name, empty for none."""
    found = {}
    for paper in export(state, solutions(), folder, ["handout"], language).papers:
        found[paper.reader] = paper.file.read_bytes()
    return found


def handouts(state, folder, language="ja"):
    return {code: words_of(pdf) for code, pdf in files(state, folder, language).items()}


def has_reference(text, language):
    """Whether a problem refers to the steps of an action."""
    return has(text, Texts(language)("papers.own.steps_above"))


def own_problems(state, who):
    return [each for each in state.votes.ranked if who in state.speakers_of(each)]


@pytest.fixture(scope="module", params=LANGUAGES)
def sample(request, tmp_path_factory):
    """The sample workshop with everybody's handout."""
    state = sample_state(request.param)
    return state, files(state, tmp_path_factory.mktemp(request.param), request.param)


def test_everybody_gets_one_and_its_file_is_named_after_its_reader(sample, tmp_path):
    state, _ = sample
    language = state.workshop.language
    papers = export(state, solutions(), tmp_path, ["handout"], language).papers
    assert {paper.reader for paper in papers} == {who.code for who in state.participants}
    for who, paper in zip(state.participants, papers, strict=True):
        assert squeezed(who.name) in words_of(paper.file.read_bytes())[:120]
        assert all(part in paper.file.name for part in who.name.split())


def test_a_handout_of_the_sample_has_at_most_four_pages(sample):
    _, found = sample
    assert max(len(pages_of(pdf)) for pdf in found.values()) <= 4


def test_nothing_leaves_the_grid_or_covers_other_words(sample):
    _, found = sample
    for pdf in found.values():
        check_pages(pdf)


def test_the_first_page_has_the_readers_actions_and_first_wordings_before_the_steps(sample):
    state, found = sample
    for who in state.participants:
        first = squeezed(pages_of(found[who.code])[0])
        mine = [each for each in state.actions if each.owner_id == who.id]
        assert has(first, *(each.text for each in mine))
        before = "課題と答え" if state.workshop.language == "ja" else "Answers"
        assert all(first.index(squeezed(each.text)) < first.index(before) for each in mine)
        assert has(first, own_problems(state, who)[0].first_wording)


def test_smaller_gaps_keep_the_problems_of_a_reader_on_the_first_page(sample):
    state, found = sample
    full = [
        who
        for who in state.participants
        if has(
            squeezed(pages_of(found[who.code])[0]),
            *(each.first_wording for each in own_problems(state, who)),
        )
    ]
    assert full == list(state.participants)
    assert max(len(own_problems(state, who)) for who in full) == 5


@pytest.mark.parametrize("reader", range(5))
def test_five_problems_are_on_the_first_page_with_answer_and_first_step(language, reader, tmp_path):
    state = sample_state(language)
    who = state.participants[reader]
    mine = own_problems(state, who)
    mine = [*mine, *(each for each in state.votes.ranked if each not in mine)][:5]
    problems = tuple(
        replace(each, speaker_id=who.id if each in mine else None) for each in state.problems
    )
    state = replace(state, problems=problems, participants=(who,))
    first = squeezed(pages_of(files(state, tmp_path, language)[who.code])[0])
    for problem in mine:
        assert has(first, problem.first_wording)
        cards = [each for each in state.cards_of(problem.id) if each.kind is CardKind.SOLUTION]
        for entry in (solutions()[card.catalogue_id].text(language) for card in cards[:1]):
            assert has(first, entry.answer_line)
            assert has(first, entry.first_steps[0]) or has_reference(first, language)


def test_ones_own_problems_are_whole_with_steps_search_words_and_address(sample):
    state, found = sample
    language = state.workshop.language
    for who in state.participants:
        text = words_of(found[who.code])
        for problem in own_problems(state, who):
            assert has(text, problem.first_wording)
            solved = [card for card in state.cards_of(problem.id) if card.kind is CardKind.SOLUTION]
            for card in solved[:1]:
                entry = solutions()[card.catalogue_id].text(language)
                assert has(text, entry.answer_line, entry.name, *entry.first_steps)
                assert has(text, card.search_words)


def test_the_readers_own_actions_are_printed_promises_and_those_for_their_problems(sample):
    state, found = sample
    for who in state.participants:
        text = words_of(found[who.code])
        own = {each.id for each in own_problems(state, who)} or {each.id for each in state.chosen}
        for action in state.actions:
            root = state.root_of(action.problem_id)
            of_others = root is not None and root.id in own and bool(action.owner_id)
            of_others |= bool(action.owner_name)
            is_there = has(text, action.text)
            assert is_there == (action.owner_id == who.id or of_others), (who.name, action.text)


def test_what_to_do_is_in_order_of_days(tmp_path):
    actions = (
        an_action(1, "三つめの用事", owner_id=AOKI.id),
        an_action(2, "二つめの用事", owner_id=AOKI.id, due="2026-12-20"),
        an_action(3, "一つめの用事", owner_id=AOKI.id, due="2026-12-10"),
    )
    text = handouts(a_state(participants=(AOKI,), actions=actions), tmp_path)["P-1"]
    places = [text.index(f"{n}つめの用事") for n in ("一", "二", "三")]
    assert places == sorted(places)
    assert has(text, "アクションが 3 つあります", "12月10日(木)", "___月___日")


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ((), "ご自分のアクションは、ありません"),
        (
            (an_action(1, owner_id=AOKI.id, due="2026-12-10"),),
            "12月10日(木)までに、アクションが 1 つ",
        ),
        (
            (an_action(1, owner_id=AOKI.id, done=True),),
            "お引き受けいただいたアクションは、片づきました",
        ),
        (
            tuple(an_action(n, owner_id=AOKI.id, due="2026-12-10") for n in range(1, 13)),
            "アクションが 12 件あります",
        ),
    ],
)
def test_the_heading_states_the_number_of_actions(tmp_path, actions, said):
    text = handouts(a_state(participants=(AOKI,), actions=actions), tmp_path)["P-1"]
    assert has(text, said)


@pytest.mark.parametrize("more", [0, 4])
def test_few_actions_of_others_are_all_there_and_of_many_those_for_the_readers_problem(
    tmp_path, more
):
    problem = a_problem(1, "青木さんのことば", speaker_id=AOKI.id)
    actions = (
        an_action(1, "井上の用事", owner_id=INOUE.id, problem_id=problem.id, due="2026-12-10"),
        an_action(2, "課題のない用事", owner_id=INOUE.id),
        *(an_action(n, "だれかの用事") for n in range(3, 3 + more)),
    )
    state = a_state(participants=(AOKI, INOUE), problems=(problem,), actions=actions)
    end = handouts(state, tmp_path)["P-1"].partition("ほかの方のアクション")[2]
    assert has(end, "井上の用事", "井上 美咲 様")
    assert has(end, "課題のない用事") == (not more)
    rest = Texts("ja")("papers.own.more_of_others", n=1 + more, summary="ワークショップのまとめ")
    assert has(end, rest) == bool(more)


@pytest.mark.parametrize("others", [5, 6, 12])
def test_many_actions_of_others_leave_room_and_say_where_the_rest_is(tmp_path, language, others):
    problem = a_problem(1, speaker_id=AOKI.id)
    actions = tuple(
        an_action(n, f"用事{n:02}終", owner_id=INOUE.id, problem_id=problem.id)
        for n in range(1, others + 1)
    )
    state = a_state(participants=(AOKI, INOUE), problems=(problem,), actions=actions)
    text = squeezed("".join(pages_of(files(state, tmp_path, language)[AOKI.code])))
    words = Texts(language)
    before, _, end = text.partition(squeezed(words("papers.own.of_others")))
    assert not any(each.text in before for each in actions)
    shown = [each for each in actions if each.text in end]
    assert len(shown) == (others if others <= 5 else 4)
    kind = words("contacts.noun.workshop").capitalize()
    summary = words("papers.name.summary_of", kind=kind)
    more = words("papers.own.more_of_others", n=others - 4, summary=summary)
    assert has(end, more) == (others > 5)


def test_words_of_others_are_not_printed_as_the_readers_own(tmp_path):
    problems = (
        a_problem(1, "青木さんのことば", speaker_id=AOKI.id),
        a_problem(2, "井上さんのことば", speaker_id=INOUE.id),
    )
    text = handouts(a_state(participants=(AOKI, INOUE), problems=problems), tmp_path)["P-1"]
    assert "「青木さんのことば」" in text
    assert "「井上さんのことば」" not in text


def test_words_from_which_two_problems_were_made_are_quoted_once(tmp_path):
    one = a_problem(1, "同じことば", wording="一つ目", speaker_id=AOKI.id)
    two = replace(one, id="two", number=2, position=1, wording="二つ目", split_from=one.id)
    text = handouts(a_state(participants=(AOKI,), problems=(one, two)), tmp_path)["P-1"]
    assert text.count("「同じことば」") == 1
    assert has(text, "二つ目")


def test_only_who_has_no_action_is_offered_a_day_for_a_first_step(tmp_path):
    day = squeezed(Texts("ja")("papers.actions.day_blank"))
    state = with_action(by=AOKI)
    found = {code: text.count(day) for code, text in handouts(state, tmp_path / "one").items()}
    assert found[AOKI.code] == 0
    done = replace(state, actions=(replace(state.actions[0], done=True, due=""),))
    assert handouts(done, tmp_path / "two")[AOKI.code].count(day) == 2


def test_ones_own_problem_without_votes_prints_no_votes(tmp_path):
    problems = a_problem(1, "票なし", speaker_id=AOKI.id), a_problem(2, "票あり")
    tallies = a_tally(problems[0], 0), a_tally(problems[1], 2)
    state = a_state(participants=(AOKI,), problems=problems, tallies=tallies)
    assert "0票" not in handouts(state, tmp_path)["P-1"].partition("みなさんの課題")[0]


def test_words_merged_into_anothers_problem_are_followed_to_its_outcome(tmp_path):
    problem = a_problem(1, "大もと", speaker_id=AOKI.id)
    merged = a_problem(2, "足したことば", speaker_id=INOUE.id, merged_into=problem.id)
    state = a_state(
        participants=(AOKI, INOUE),
        problems=(problem, merged),
        cards=(a_card(problem, CardKind.OWN, title="調べてお返事"),),
    )
    assert has(handouts(state, tmp_path)["P-2"], "「足したことば」", "調べてお返事")


def test_in_an_anonymous_workshop_it_shows_what_was_chosen(tmp_path):
    problem = a_problem(1, "だれかのことば", speaker_id=AOKI.id, chosen=True)
    workshop = a_workshop(anonymous=True)
    state = a_state(workshop=workshop, participants=(AOKI,), problems=(problem,))
    text = handouts(state, tmp_path)["P-1"]
    assert "あなたの課題" not in text
    assert has(text, "みなさんが選んだ課題", "「だれかのことば」")


def test_who_said_nothing_or_was_absent_can_follow_all_that_was_worked_on(tmp_path):
    absent = replace(INOUE, attendance=Attendance.ABSENT)
    problem = a_problem(1, "みんなのことば", speaker_id=AOKI.id, chosen=True)
    appraisal = an_appraisal(problem, {Criterion.OURS: "no"})
    state = a_state(participants=(AOKI, absent), problems=(problem,), appraisals=(appraisal,))
    text = handouts(state, tmp_path)["P-2"]
    assert has(
        text,
        "みなさんが選んだ課題",
        "「みんなのことば」",
        "対象外です",
        "Mackerel の外で解くほうが合っています",
    )


def test_a_reader_without_an_action_begins_with_what_they_can_do_alone(tmp_path, language):
    people = (AOKI, replace(INOUE, can_do_alone="証明書を見る"))
    begin = Texts(language)("papers.own.begin", line="証明書を見る")
    said = handouts(a_state(participants=people, problems=(a_problem(1),)), tmp_path, language)
    assert has(said["P-2"], begin)
    assert not has(said["P-1"], "証明書を見る")
    own = an_action(owner_id=INOUE.id, text="登録する")
    state = a_state(participants=people, problems=(a_problem(1),), actions=(own,))
    assert not has(handouts(state, tmp_path, language)["P-2"], begin)


def test_what_a_reader_can_do_alone_is_their_own(tmp_path):
    people = (
        replace(AOKI, can_do_alone="通知を分ける"),
        replace(INOUE, can_do_alone="証明書を見る"),
    )
    text = handouts(a_state(participants=people), tmp_path)["P-1"]
    assert "通知を分ける" in text
    assert "証明書を見る" not in text


def test_a_can_do_line_ticked_for_a_person_is_only_in_their_handout(tmp_path, language):
    lines = tuple(
        CanDoCheck(id=text, workshop_id="w", position=number, text=text)
        for number, text in enumerate(("通知を分けられる", "証明書を見られる"))
    )
    people = (replace(AOKI, can_do_ids=("通知を分けられる",)), INOUE)
    state = a_state(participants=people, can_do=lines)
    said = squeezed(Texts(language)("papers.alone.said")).rstrip("。:")
    own, other = (handouts(state, tmp_path, language)[code] for code in ("P-1", "P-2"))
    assert said in own
    assert "通知を分けられる" in own
    assert "証明書を見られる" not in own
    assert said not in other
    record = words_of(pdf_of(state, "record", language))
    assert squeezed(Texts(language)("papers.alone.noted")) in record
    room = words_of(pdf_of(state, "summary", language))
    assert "通知を分けられる" not in room


def test_requests_are_passed_on_without_a_promise(tmp_path):
    problem = a_problem(1, "待ち時間")
    state = a_state(
        participants=(AOKI,),
        problems=(problem,),
        requests=(a_request(problem, title="待ち時間を変えたい", why="秘めた理由"),),
        appraisals=(an_appraisal(problem),),
    )
    text = handouts(state, tmp_path)["P-1"]
    assert has(text, "課題 1 待ち時間を変えたい")
    assert text.count("お約束できません。") == 1
    assert "秘めた理由" not in text


def test_what_was_parked_is_kept_and_what_is_held_back_is_not_there(tmp_path):
    problems = (
        a_problem(1, "あとで話すこと", parked=True, speaker_id=AOKI.id),
        a_problem(2, "まだ見せないこと", held=True, speaker_id=AOKI.id),
    )
    text = handouts(a_state(participants=(AOKI,), problems=problems), tmp_path)["P-1"]
    assert has(text, "またの機会に取り上げます", "1 件を、またの機会に")
    assert text.count("あとで話すこと") == 2
    assert "まだ見せないこと" not in text


def test_the_map_shows_each_problem_once_by_its_outcome(tmp_path):
    theme = a_theme()
    problems = tuple(a_problem(n, f"ことば{n}", theme_id=theme.id) for n in range(21, 25))
    tallies = tuple(a_tally(each, each.number - 20) for each in problems)
    state = a_state(themes=(theme,), problems=problems, tallies=tallies)
    text = handouts(state, tmp_path)[""].partition("みなさんの課題")[2]
    named = (f"{each.number}{each.title}（取り上げていません）" for each in problems)
    assert has(text, theme.name + "".join(named))
    assert text.count("ことば21") == 1


def test_with_more_than_five_problems_those_without_an_outcome_follow_later(tmp_path):
    problems = tuple(a_problem(n, f"言ったこと{n}", speaker_id=AOKI.id) for n in range(1, 8))
    cards = tuple(a_card(each, CardKind.ANSWER, title="手立て") for each in problems[3:])
    state = a_state(participants=(AOKI,), problems=problems, cards=cards)
    text = handouts(state, tmp_path)["P-1"]
    answered = max(text.index(f"「言ったこと{n}」") for n in (4, 5, 6, 7))
    assert answered < min(text.index(f"「言ったこと{n}」") for n in (1, 2, 3))
    assert has(text, "3 件は、この日は、取り上げられませんでした")


def test_without_participants_there_is_one_handout_for_everybody(tmp_path):
    assert list(handouts(a_state(), tmp_path)) == [""]


def test_progress_counts_the_pages_of_all_handouts_on(tmp_path):
    told = []
    state = a_state(participants=(AOKI, INOUE))
    export(state, {}, tmp_path, ["handout"], progress=told.append)
    drawn = [(each.page, each.pages) for each in told if each.pages]
    assert drawn == [(1, 2), (2, 2)]


LINE = 20
"""A line of a wording has at least so many characters."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    lengths=st.lists(st.integers(1, 160), min_size=1, max_size=9),
    actions=st.integers(0, 9),
    note=st.integers(0, 300),
)
def test_answer_and_first_step_never_part_nor_from_the_end_of_the_wording(lengths, actions, note):
    entry = "check-tcp"
    problems = tuple(
        a_problem(n, f"始{n}{'語' * length}終{n}", speaker_id=AOKI.id)
        for n, length in enumerate(lengths, 1)
    )
    cards = tuple(a_card(each, catalogue_id=entry) for each in problems)
    todo = tuple(an_action(n, f"用事{n}", owner_id=AOKI.id) for n in range(1, actions + 1))
    state = a_state(
        workshop=a_workshop(next_note="次" * note),
        participants=(AOKI,),
        problems=problems,
        cards=cards,
        actions=todo,
    )
    paper = Paper(state, solutions(), "ja", reader=AOKI)
    pages = pages_with(lay_out(build(paper)))
    step = squeezed(solutions()[entry].ja.first_steps[0])
    for problem in problems:
        (page,) = [text for text in pages if f"語終{problem.number}」" in text]
        wording, answer = page.split(f"終{problem.number}」", 1)
        assert wording.endswith("語" * min(LINE, len(problem.first_wording) - 4))
        assert step in answer
    everything = "".join(pages)
    assert all(each.text in everything for each in todo)


def with_action(language="ja", *, problems=2, by=AOKI, **fields):
    """A state with Aoki's action for the first problem, whose answer is in the catalogue."""
    listed = tuple(a_problem(n, speaker_id=by.id, chosen=True) for n in range(1, problems + 1))
    cards = tuple(a_card(problem, catalogue_id="check-tcp") for problem in listed)
    action = an_action(owner_id=AOKI.id, problem_id=listed[0].id, due="2026-12-10", **fields)
    return a_state(
        workshop=a_workshop(language=language),
        participants=(AOKI, INOUE),
        problems=listed,
        cards=cards,
        actions=(action,),
    )


def test_an_action_has_the_first_steps_of_anothers_problem(tmp_path, language):
    state = with_action(language, problems=1, by=INOUE)
    first, *_ = pages_of(files(state, tmp_path, language)[AOKI.code])
    steps = solutions()["check-tcp"].text(language).first_steps
    assert has(squeezed(first), *steps[:2])


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("棚を見直す", ""),
        ("ダウンタイムを入れておく", ""),
        ("来週やってみる", "card-2"),
        ("やる", ""),
    ],
)
def test_of_several_answers_an_action_prints_only_the_steps_of_the_one_it_names(
    tmp_path, text, own
):
    problem = a_problem(1, speaker_id=INOUE.id, chosen=True)
    titles = {"card-1": "棚を見直す", "card-2": "ダウンタイムの登録"}
    cards = tuple(
        a_card(problem, CardKind.ANSWER, id=card, title=title, text=f"{title}の手順")
        for card, title in titles.items()
    )
    action = an_action(text=text, owner_id=AOKI.id, problem_id=problem.id, card_id=own or None)
    state = replace(with_action(), problems=(problem,), cards=cards, actions=(action,))
    (first, *_) = pages_of(files(state, tmp_path)[AOKI.code])
    actions = squeezed(first).partition(squeezed(Texts("ja")("papers.own.why", number=1)))[0]
    meant = {"棚を見直す": ["card-1"], "やる": []}.get(text, ["card-2"])
    assert [card for card, title in titles.items() if f"{title}の手順" in actions] == meant


def test_ones_own_problem_refers_to_the_steps_of_ones_action(tmp_path, language):
    words = Texts(language)
    found = files(with_action(language), tmp_path, language)
    first, *_ = pages_of(found[AOKI.code])
    step = squeezed(solutions()["check-tcp"].text(language).first_steps[0])
    assert squeezed(first).count(squeezed(words("papers.own.steps_above"))) == 1
    before = squeezed(first).partition(squeezed(words("papers.how_to.title")))[0]
    assert before.count(step) == 2  # with the action, and for the other problem
    first, *_ = pages_of(found[INOUE.code])
    assert squeezed(words("papers.own.steps_above")) not in squeezed(first)


def test_the_steps_of_an_answer_that_was_written_down_are_with_its_action(tmp_path):
    problem = a_problem(1, speaker_id=INOUE.id, chosen=True)
    card = a_card(problem, CardKind.ANSWER, title="棚を見直す", text="一つ目の手順\n\n二つ目の手順")
    other = a_card(problem, CardKind.HANDS_ON, text="日を決める")
    state = a_state(
        participants=(AOKI, INOUE),
        problems=(problem,),
        cards=(card, other),
        actions=(
            an_action(1, owner_id=AOKI.id, problem_id=problem.id, card_id=card.id),
            an_action(2, owner_id=INOUE.id, problem_id=problem.id, card_id=other.id),
        ),
    )
    found = files(state, tmp_path)
    first, *_ = pages_of(found[AOKI.code])
    assert has(squeezed(first), "1一つ目の手順", "2二つ目の手順")
    first, *_ = pages_of(found[INOUE.code])
    actions, _, _ = squeezed(first).partition(squeezed(Texts("ja")("papers.own.problems")))
    assert "手順" not in actions


def test_steps_give_way_to_the_problems_of_the_first_page(tmp_path):
    steps = solutions()["check-tcp"].ja.first_steps
    shown = []
    for length in range(1, 7):
        state = with_action(problems=5)
        wording = "あの監視のことでずっと困っています。" * length
        listed = tuple(replace(each, first_wording=wording) for each in state.problems)
        pages = pages_of(files(replace(state, problems=listed), tmp_path / str(length))[AOKI.code])
        shown.append(sum(squeezed(step) in squeezed(pages[0]) for step in steps))
    assert max(shown) == len(steps)
    assert 1 <= min(shown) < len(steps)


def test_the_steps_of_ones_action_are_printed_once_and_referred_to(tmp_path, language):
    words = Texts(language)
    entry = solutions()["check-tcp"].text(language)
    state = with_action(language, problems=1)
    able = replace(AOKI, can_do_alone="\n".join(entry.first_steps))
    state = replace(state, participants=(able, INOUE))
    text = handouts(state, tmp_path, language)[AOKI.code]
    assert [text.count(squeezed(step)) for step in entry.first_steps] == [1] * len(
        entry.first_steps
    )
    assert squeezed(words("papers.own.steps_above")) in text
    on_page_1 = words("papers.alone.steps_on", name=entry.name, page=1)
    here = words("papers.alone.steps_above", name=entry.name)
    assert squeezed(on_page_1) in text or squeezed(here) in text


def test_no_page_is_titled_as_that_of_an_answer(tmp_path, language):
    words = Texts(language)
    short = with_action(language, problems=1)
    long = with_action(language, problems=5)
    told = {}
    for name, state in (("short", short), ("long", long)):
        pages = pages_of(files(state, tmp_path / name, language)[AOKI.code])
        told[name] = [
            page
            for page in range(1, len(pages) + 1)
            if squeezed(words("papers.own.why_and_page", number=1, page=page)) in squeezed(pages[0])
        ]
    assert told == {"short": [], "long": [2]}


def test_what_one_can_do_is_below_the_name_of_its_answer(tmp_path, language):
    """Lines of one answer stand together; those of no answer come first."""
    problem, other = (a_problem(n, speaker_id=AOKI.id, chosen=True) for n in (1, 2))
    card = a_card(problem, catalogue_id="check-tcp")
    typed = a_card(other, CardKind.ANSWER, title="棚を見直す", text="一つ目の手順\n二つ目の手順")
    entry = solutions()["check-tcp"].text(language)
    some = entry.first_steps[:2]
    lines = [some[0], "一つ目の手順", some[1], "自分の一行", "二つ目の手順"]
    state = a_state(
        workshop=a_workshop(language=language),
        participants=(replace(AOKI, can_do_alone="\n".join(lines)), INOUE),
        problems=(problem, other),
        cards=(card, typed),
    )
    text = handouts(state, tmp_path, language)[AOKI.code]
    part = text[text.rindex(squeezed(Texts(language)("papers.alone.name"))) :]
    expected = ["自分の一行", entry.name, *some, "棚を見直す", "一つ目の手順", "二つ目の手順"]
    places = [part.index(squeezed(each)) for each in expected]
    assert places == sorted(places)


def test_no_group_of_what_one_can_do_is_broken_across_pages(tmp_path):
    entry = solutions()["check-tcp"].ja
    for count in range(0, 40, 3):
        loose = [f"自分の行{number}番" for number in range(count)]
        problem = a_problem(1, speaker_id=INOUE.id, chosen=True)
        able = replace(AOKI, can_do_alone="\n".join([*loose, *entry.first_steps]))
        state = a_state(
            participants=(able, INOUE),
            problems=(problem,),
            cards=(a_card(problem, catalogue_id="check-tcp"),),
        )
        pages = pages_of(files(state, tmp_path / str(count))[AOKI.code])
        on = [has(squeezed(page), entry.name, *entry.first_steps) for page in pages]
        assert any(on)


def test_the_first_page_counts_the_problems_of_later_pages_too(tmp_path, language):
    problems = tuple(
        a_problem(n, f"Problem no. {n} hurts", speaker_id=AOKI.id, chosen=True) for n in range(1, 9)
    )
    cards = tuple(a_card(each) for each in problems[:4])
    state = a_state(participants=(AOKI, INOUE), problems=problems, cards=cards)
    words = Texts(language)
    many = {
        each: words(
            f"papers.answers.{each}.some_solved",
            n=8,
            count=Paper(state, {}, language).things(8),
            solved=Paper(state, {}, language).things(4),
        )
        for each in ("own", "chosen")
    }
    said = handouts(state, tmp_path, language)
    assert has(said[AOKI.code], many["own"])
    assert has(said[INOUE.code], many["chosen"])


def test_ones_own_problem_has_its_first_and_its_concrete_wording(tmp_path, language):
    problem = a_problem(1, "眠れない", wording="夜に 20 通届いて眠れない", speaker_id=AOKI.id)
    state = a_state(participants=(AOKI,), problems=(problem,))
    first, *_ = pages_of(files(state, tmp_path, language)[AOKI.code])
    assert has(squeezed(first), "眠れない", "夜に 20 通届いて眠れない")


def of_several_answers(language, **action):
    """A workshop with a problem of a reader, and two with answers to other people's problems."""
    own, disk, night = (a_problem(n, chosen=True) for n in range(1, 4))
    own = replace(own, speaker_id=AOKI.id)
    return a_state(
        workshop=a_workshop(language=language),
        participants=(AOKI, INOUE),
        problems=(own, disk, night),
        cards=(
            a_card(disk, catalogue_id="disk-full-forecast"),
            a_card(night, CardKind.ANSWER, title="夜は重大なものだけ", text="一覧を作る"),
        ),
        actions=(an_action(1, owner_id=AOKI.id, **action),),
    )


def test_an_action_without_a_problem_brings_the_steps_of_the_answers(tmp_path, language):
    text = handouts(of_several_answers(language), tmp_path, language)[AOKI.code]
    entry = solutions()["disk-full-forecast"].text(language)
    assert has(text, *entry.first_steps[:4], "夜は重大なものだけ", "一覧を作る")
    assert not has(text, Texts(language)("papers.other_answers.title"))


def test_the_other_answers_of_the_day_are_named_with_their_help_pages(tmp_path, language):
    state = of_several_answers(language, problem_id="problem-1")
    text = handouts(state, tmp_path, language)[AOKI.code]
    title = squeezed(Texts(language)("papers.other_answers.title"))
    others = text[text.rindex(title) :]
    entry = solutions()["disk-full-forecast"].text(language)
    assert has(others, entry.name, entry.help_url, "夜は重大なものだけ", "一覧を作る")
    assert not has(text, entry.first_steps[1])


def test_who_said_only_what_was_not_discussed_has_the_chosen_answers_first(tmp_path, language):
    state = of_several_answers(language)
    waiting = replace(state.problems[0], chosen=False, first_wording="本棚の鍵")
    state = replace(state, problems=(waiting, *state.problems[1:]))
    mine, others = (pages_of(files(state, tmp_path, language)[who.code]) for who in (AOKI, INOUE))
    chosen = "夜は重大なものだけ"
    assert all(chosen in squeezed(pages[0]) for pages in (mine, others))
    assert squeezed("".join(mine)).count("本棚の鍵") == 2, "quoted, and in the map"


def test_own_pointers_are_printed_with_day_and_language_and_only_where_chosen(tmp_path):
    one = Pointer(
        id="1", workshop_id="workshop", position=0, title="<b>Meetup</b>",
        address="https://example.com/20", date="2027-03-05", language="en",
    )  # fmt: skip
    script = replace(one, id="2", title="危ない入口", address="javascript:alert(1)", date="")
    out = replace(one, id="3", title="載せない入口", chosen=False)
    state = a_state(participants=(AOKI,), pointers=(one, script, out))
    (pdf,) = files(state, tmp_path).values()
    text = words_of(pdf)
    assert has(text, "3/5(金) <b>Meetup</b>（英語）", one.address, "危ない入口", script.address)
    assert "載せない入口" not in text
    with pikepdf.open(BytesIO(pdf)) as paper:
        notes = [note for page in paper.pages for note in page.get("/Annots", ())]
        links = {str(note.A.URI) for note in notes if "/URI" in note.get("/A", {})}
    assert links == {one.address}


def test_thanks_are_one_line_in_that_persons_paper_only(tmp_path):
    thanked = replace(AOKI, thanks="記事を書いてくださり、ありがとうございました")
    found = handouts(a_state(participants=(thanked, INOUE)), tmp_path)
    assert [squeezed(thanked.thanks) in found[code] for code in ("P-1", "P-2")] == [True, False]


def test_steps_that_go_on_on_the_same_page_are_said_to_be_below(language):
    state = with_action(language, problems=1, by=INOUE)
    problem = state.problems[0]
    paper = Paper(state, solutions(), language, reader=AOKI)
    action = reader_actions(paper, AOKI, {}, ActionParts(1, codes=False))
    second = Anchor(step_anchor("check-tcp", 2))
    (here,) = pages_with(lay_out([*action, second]))
    away = pages_with(lay_out([*action, NewPage(1e6), second, *action]))
    left = len(solutions()["check-tcp"].text(language).first_steps) - 1
    words = Texts(language)
    below = words("papers.own.why_and_rest_below", number=problem.number, n=left)
    assert has(here, below)
    assert has(away[0], words("papers.own.why_and_rest", number=problem.number, n=left, page=2))
