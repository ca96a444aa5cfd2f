"""The request dossier, read back as text."""

from dataclasses import fields, replace

import pytest

from exports.branding import Branding
from tests.helpers.builders import (
    ALL_ANSWERED,
    a_card,
    a_customer,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_workshop,
    an_appraisal,
)
from tests.helpers.papers import has, pages_of, pdf_of, sample_state, solutions, squeezed, words_of
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.ids import stable_request_code, workshop_code
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.persona import describe_persona
from workshop_app.domain.request import ESSENTIAL_FIELDS
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.i18n import LANGUAGES, Texts

WHO = a_participant(1, "上田 亮", team="基盤運用", job="ネットワーク担当")
PROBLEM = a_problem(6, "短い回線断でも鳴る", wording="VPNが2分切れると36通届く", speaker_id=WHO.id)


def printed(state, language="ja", **options):
    return words_of(pdf_of(state, "dossier", language, **options))


def with_request(problem=PROBLEM, request=None, **parts):
    requests = (request or a_request(problem),)
    plain = {"problems": (problem,), "participants": (WHO,), "requests": requests}
    return a_state(**(plain | parts))


@pytest.fixture(scope="module", params=LANGUAGES)
def sample(request):
    state = sample_state(request.param)
    return state, printed(state, request.param), request.param


def test_every_field_of_every_request_is_there(sample):
    state, text, language = sample
    for request in state.requests:
        for field in fields(request):
            value = getattr(request, field.name)
            if isinstance(value, str) and field.name not in ("id", "workshop_id", "problem_id"):
                shown = (
                    solutions()[value].text(language).name if field.name == "nearest_id" else value
                )
                lines = shown.splitlines()
                assert has(text, *lines), field.name


def test_both_backgrounds_are_there(sample):
    state, text, language = sample
    assert has(text, state.customer.industry, *state.customer.architecture.splitlines())
    for request in state.requests:
        nearest = solutions()[request.nearest_id].text(language)
        assert has(text, nearest.answer_line, nearest.help_url)


def test_the_speaker_is_a_role_and_never_a_name(sample):
    state, text, language = sample
    for request in state.requests:
        for who in state.speakers_of(state.problem(request.problem_id)):
            assert has(text, f"{who.team}{'' if language == 'ja' else ','} {who.job}")
    for who in state.participants:
        assert squeezed(who.name) not in text


def test_the_customer_is_a_code_unless_it_may_be_named(sample):
    state, text, language = sample
    assert squeezed(state.customer.name) not in text
    assert has(text, Texts(language)("papers.head.customer_code", code="C-1"))
    assert squeezed(state.customer.name) in printed(state, language, name_customer=True)


def test_the_customer_is_hidden_in_what_people_said_too():
    problem = replace(PROBLEM, first_wording="みなと通販の倉庫では困る")
    state = with_request(problem, customer=a_customer(name="株式会社みなと通販"))
    text = printed(state)
    assert "みなと通販" not in text
    assert has(text, "顧客 C-1の倉庫では困る")


def test_six_answers_are_printed_with_their_grounds():
    grounds = {f"{criterion}_ground": f"{criterion}の根拠" for criterion in Criterion}
    text = printed(with_request(appraisals=(an_appraisal(PROBLEM, **grounds),)))
    words = Texts("ja")
    for criterion, answer in ALL_ANSWERED.items():
        said = words(f"appraisal.answer.{criterion}.{answer}")
        assert has(text, words(f"appraisal.topic.{criterion}"), f"{said} {criterion}の根拠")
    assert has(text, "要望として送ります。3、5、6 の答えで決まりました。")
    assert has(text, words("appraisal.request.yes_none_general"), "今回はじめてお届けする要望")


def test_the_persona_is_not_said_again_as_a_ground():
    customer = a_customer(industry="通信販売", architecture="本社と7拠点をVPNで結ぶ")
    state = with_request(customer=customer)
    ground = describe_persona(state, PROBLEM)
    text = printed(replace(state, appraisals=(an_appraisal(PROBLEM, who_ground=ground),)))
    assert text.count(squeezed(customer.architecture)) == 1
    assert has(text, "分かる 基盤運用 ネットワーク担当")


def test_an_overruling_shows_the_person_the_reason_and_the_rules_own_verdict():
    appraisal = an_appraisal(
        PROBLEM,
        {Criterion.NOW: "some_day"},
        override=Verdict.REQUEST,
        override_reason="停電は待てない",
        override_by="高橋 真理",
    )
    text = printed(with_request(appraisals=(appraisal,)))
    assert has(text, "要望として送ります。高橋 真理が決めました。 停電は待てない")
    assert has(text, "目利きの規則では「これから決める」でした")


def test_a_request_that_is_left_for_now_is_named_with_its_reason_and_has_no_page():
    appraisal = an_appraisal(PROBLEM, override=Verdict.LATER, override_reason="来年で足りる")
    text = printed(with_request(appraisals=(appraisal,)))
    assert has(text, "送らないもの", f"いまは見送り R-1 「{PROBLEM.first_wording}」 来年で足りる")
    assert "製品チームの記入欄" not in text


def test_an_appraisal_under_way_says_what_is_left():
    appraisal = an_appraisal(PROBLEM, {Criterion.WHO: "known", Criterion.CONCRETE: "yes"})
    text = printed(with_request(appraisals=(appraisal,)))
    assert has(text, "状態：目利きの前", "未回答")
    assert has(printed(with_request()), "目利きはまだです")


def test_only_essential_fields_are_printed_as_not_asked():
    text = printed(with_request())
    assert text.count(squeezed("まだ聞いていません")) == len(ESSENTIAL_FIELDS) == 3
    for left_out in ("workaround", "shortfall", "industry", "how"):
        assert squeezed(Texts("ja")(f"papers.dossier.{left_out}")) not in text
    assert has(text, "近い答えは、まだ挙がっていません。")


def test_votes_discussion_and_other_cards_are_there():
    problem = replace(PROBLEM, discussion="当番は5分待つ癖がついた")
    state = with_request(
        problem,
        workshop=a_workshop(present=5),
        tallies=(a_tally(problem, 4),),
        cards=(
            a_card(problem, CardKind.UPDATE),
            a_card(problem, CardKind.SUPPORT, text="調べます"),
        ),
    )
    assert has(
        printed(state), "4 票 出席 5 人", "当番は5分待つ癖がついた", "技術サポート", "調べます"
    )


def test_own_words_of_the_request_are_printed_beside_the_first_wording():
    request = a_request(PROBLEM, own_words="夜中に36回も起こされた")
    assert has(printed(with_request(request=request)), "「夜中に36回も起こされた」")
    same = printed(with_request())
    assert same.count(squeezed(f"「{PROBLEM.first_wording}」")) == 1


def test_the_cover_has_the_page_of_each_request(language):
    state = sample_state(language)
    pages = pages_of(pdf_of(state, "dossier", language))
    cover = squeezed(pages[0])
    for request in state.requests:
        status = Texts(language)("papers.dossier.status", code=f"R-{request.number}", status="")
        begin = next(n for n, page in enumerate(pages, 1) if squeezed(status) in squeezed(page))
        line = cover[cover.index(squeezed(request.title)) :].partition("R-")[0]
        votes = state.votes.of(request.problem_id)
        assert f"{squeezed(request.title)}{votes}{begin}" in line


def test_a_request_of_the_sample_has_one_page_and_its_whole_code_at_the_foot(language):
    state = sample_state(language)
    pages = pages_of(pdf_of(state, "dossier", language))
    assert len(pages) == 1 + len(state.requests)
    code = workshop_code(state.workshop.id)
    for request, page in zip(state.requests, pages[1:], strict=True):
        assert squeezed(page).count(f"R-{request.number}-{code}") == 1
        assert Texts(language)("papers.answer_form.title") in page
    assert code not in pages[0]


def test_a_single_request_has_a_cover_too():
    pages = pages_of(pdf_of(with_request(appraisals=(an_appraisal(PROBLEM),)), "dossier"))
    assert "1 件の要望をお届けします。" in pages[0]
    assert "R-1" in pages[1]


def test_a_request_that_is_not_appraised_is_not_announced():
    pages = pages_of(pdf_of(with_request(), "dossier"))
    assert "お届けします" not in pages[0]
    assert "送るかどうかはまだ決まっていません" in squeezed(pages[0])


def test_voices_are_counted_separately():
    merged = a_problem(2, "まとめた声", merged_into=PROBLEM.id, speaker_id="person-2")
    other = a_participant(2, "別の人", job="開発")
    state = with_request(participants=(WHO, other))
    state = replace(state, problems=(*state.problems, merged))
    text = printed(state)
    assert has(text, "2 人", "2 職種", "ネットワーク担当、開発", "「まとめた声」")


def test_who_said_it_is_not_noted_instead_of_nobody(language):
    unknown = replace(PROBLEM, speaker_id=None)
    state = a_state(
        problems=(unknown,), requests=(a_request(unknown),), appraisals=(an_appraisal(unknown),)
    )
    text = printed(state, language)
    words = Texts(language)
    unsaid = words("papers.evidence.not_noted")
    assert has(text, f"{words('papers.evidence.people.name')}{unsaid}")
    assert text.count(squeezed(unsaid)) == 1
    assert not has(text, f"0{words('papers.evidence.people.unit', n=0)}")


def test_a_long_page_leaves_out_what_was_searched_before_it_breaks():
    search = SavedSearch(
        id="s", workshop_id=PROBLEM.workshop_id, position=0, problem_id=PROBLEM.id,
        words="探したことばの印",
    )  # fmt: skip
    long = "行\n" * 9
    request = a_request(PROBLEM, why="なぜの印", workaround=long, good_enough="足りる印")
    appraisals = (an_appraisal(PROBLEM),)
    short = with_request(searches=(search,), appraisals=appraisals)
    assert has(printed(short), "探したことばの印")
    state = with_request(request=request, searches=(search,), appraisals=appraisals)
    assert "探したことばの印" not in printed(state)
    assert len(pages_of(pdf_of(state, "dossier"))) == 2
    longer = replace(request, why=f"なぜの印{long * 5}")
    everything = printed(with_request(request=longer, searches=(search,), appraisals=appraisals))
    assert has(everything, "なぜの印", "探したことばの印", "足りる印")


def test_no_request_is_said_in_one_honest_sentence():
    said = "このワークショップからの新しい要望は、ありません。"
    assert has(printed(a_state()), said, "社内用")


def test_a_request_of_a_removed_problem_is_still_printed():
    state = replace(with_request(), problems=())
    assert has(printed(state), PROBLEM.title)


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "1月11日(月)までに"), ("en", "tell us by Mon 11 January")]
)
def test_the_first_lines_say_what_is_asked_and_by_when(language, said):
    state = with_request(
        appraisals=(an_appraisal(PROBLEM),),
        workshop=a_workshop(date="2026-12-03", next_date="2027-01-14"),
    )
    assert has(squeezed(pages_of(pdf_of(state, "dossier", language))[0]), said)


def test_the_reply_is_asked_for_by_name_with_the_code_in_the_box(language):
    state = with_request(
        appraisals=(an_appraisal(PROBLEM),),
        workshop=a_workshop(facilitator="高橋 真理", next_date="2027-01-14"),
    )
    cover, page = (squeezed(text) for text in pages_of(pdf_of(state, "dossier", language)))
    words = Texts(language)
    asked, visit = (words.date(day) for day in ("2027-01-11", "2027-01-14"))
    assert has(
        cover,
        words("papers.dossier.asked_until", n=1, date=asked, to="高橋 真理"),
        words("papers.dossier.next_visit", date=visit),
    )
    title = Texts(language)("papers.answer_form.title")
    assert has(page, title + stable_request_code(1, state.workshop.id))


def test_an_appraisal_without_any_answer_is_printed_as_its_conclusion():
    judged = an_appraisal(PROBLEM, {}, override=Verdict.REQUEST, override_reason="急ぐため")
    assert has(printed(with_request(appraisals=(judged,))), "急ぐため")


@pytest.mark.parametrize(("slack", "asked"), [(7, "2026-12-15"), (0, "2026-12-22")])
def test_the_reply_is_asked_for_as_long_before_as_the_facilitator_set(language, slack, asked):
    state = with_request(workshop=a_workshop(date="2026-12-01", next_date="2026-12-22"))
    text = words_of(pdf_of(state, "dossier", language, branding=Branding(reply_slack=slack)))
    words = Texts(language)
    day, us = words.date(asked, year=False), words("papers.dossier.us")
    assert has(text, words("papers.dossier.asked_until", n=1, date=day, to=us))


def test_the_day_of_the_reply_is_named_and_when_the_customer_is_told(language):
    workshop = a_workshop(date="2026-12-01", next_date="2026-12-22")
    words = Texts(language)
    text = printed(with_request(workshop=workshop), language)
    day, told = (words.date(each, year=False) for each in ("2026-12-18", "2026-12-22"))
    us = words("papers.dossier.us")
    assert has(text, words("papers.dossier.asked_until", n=1, date=day, to=us))
    assert has(text, words("papers.dossier.next_visit", date=told))


@pytest.mark.parametrize("counted", [0, 5])
def test_who_left_after_the_vote_counts_as_present_beside_the_votes(language, counted):
    people = [a_participant(n, left="2026-12-03T16:00" if n == 6 else "") for n in range(1, 7)]
    state = with_request(
        workshop=a_workshop(present=counted), participants=people, tallies=(a_tally(PROBLEM, 4),)
    )
    assert has(printed(state, language), Texts(language)("papers.evidence.votes.of", n=6))
