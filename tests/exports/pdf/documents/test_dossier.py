"""The request dossier, read back as text the way the product team reads it."""

from dataclasses import fields, replace

import pytest

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
from tests.helpers.papers import pages_of, pdf_of, sample_state, solutions, squeezed, words_of
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.persona import describe_persona
from workshop_app.domain.request import ESSENTIAL_FIELDS
from workshop_app.i18n import LANGUAGES, Texts

WHO = a_participant(1, "上田 亮", team="基盤運用", job="ネットワーク担当")
PROBLEM = a_problem(6, "短い回線断でも鳴る", wording="VPNが2分切れると36通届く", speaker_id=WHO.id)


def printed(state, language="ja", **options):
    return words_of(pdf_of(state, "dossier", language, **options))


def has(text, *parts):
    return [part for part in parts if squeezed(part) not in text] == []


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
        assert has(text, nearest.what, nearest.help_url)


def test_the_speaker_is_a_role_and_never_a_name(sample):
    state, text, _ = sample
    for request in state.requests:
        for who in state.speakers_of(state.problem(request.problem_id)):
            assert has(text, f"{who.team} {who.job}")
    for who in state.participants:
        assert squeezed(who.name) not in text


def test_the_customer_is_a_code_unless_it_may_be_named(sample):
    state, text, language = sample
    assert squeezed(state.customer.name) not in text
    assert has(text, Texts(language)("papers.head.customer_code"))
    assert squeezed(state.customer.name) in printed(state, language, name_customer=True)


def test_the_customer_is_hidden_in_what_people_said_too():
    problem = replace(PROBLEM, first_wording="みなと通販の倉庫では困る")
    state = with_request(problem, customer=a_customer(name="株式会社みなと通販"))
    text = printed(state)
    assert "みなと通販" not in text
    assert has(text, "顧客 C-1の倉庫では困る")


def test_six_answers_stand_with_their_grounds():
    grounds = {f"{criterion}_ground": f"{criterion}の根拠" for criterion in Criterion}
    text = printed(with_request(appraisals=(an_appraisal(PROBLEM, **grounds),)))
    words = Texts("ja")
    for criterion, answer in ALL_ANSWERED.items():
        said = words(f"appraisal.answer.{criterion}.{answer}")
        assert has(text, words(f"appraisal.criterion.{criterion}"), f"{said}。{criterion}の根拠")
    assert has(
        text, "判定：要望として送る", words("appraisal.rule.request"), "目利き済み、伝える前"
    )


def test_the_persona_is_not_said_again_as_a_ground():
    customer = a_customer(industry="通信販売", architecture="本社と7拠点をVPNで結ぶ")
    state = with_request(customer=customer)
    ground = describe_persona(state, PROBLEM)
    text = printed(replace(state, appraisals=(an_appraisal(PROBLEM, who_ground=ground),)))
    assert text.count(squeezed(customer.architecture)) == 1
    assert has(text, "分かる。基盤運用 ネットワーク担当")


def test_an_overruling_shows_the_person_the_reason_and_the_rules_own_verdict():
    appraisal = an_appraisal(
        PROBLEM,
        {Criterion.NOW: "some_day"},
        override=Verdict.REQUEST,
        override_reason="停電は待てない",
        override_by="高橋 真理",
    )
    text = printed(with_request(appraisals=(appraisal,)))
    assert has(
        text, "判定：要望として送る（高橋 真理が規則の判定を変えました）", "理由：停電は待てない"
    )
    assert has(text, "規則による判定は「まだ決まらない」")


def test_a_request_that_is_left_for_now_is_named_with_its_reason_and_has_no_page():
    appraisal = an_appraisal(PROBLEM, override=Verdict.LATER, override_reason="来年で足りる")
    text = printed(with_request(appraisals=(appraisal,)))
    assert has(text, "送らないもの", "いまは見送ります（理由：来年で足りる）。")
    assert "判定：" not in text


def test_an_appraisal_under_way_says_what_is_left():
    appraisal = an_appraisal(PROBLEM, {Criterion.WHO: "known", Criterion.CONCRETE: "yes"})
    text = printed(with_request(appraisals=(appraisal,)))
    assert has(text, "状態：目利きの前", "未回答")
    assert has(printed(with_request()), "目利きはまだです")


def test_of_what_was_not_asked_only_the_essential_is_said():
    text = printed(with_request())
    assert text.count(squeezed("まだ聞いていません")) == len(ESSENTIAL_FIELDS) == 3
    for left_out in ("workaround", "shortfall", "industry", "how"):
        assert squeezed(Texts("ja")(f"papers.dossier.{left_out}")) not in text
    assert has(text, "近い手段は、まだ挙がっていません。")


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
        printed(state), "4 票（出席 5 人）", "当番は5分待つ癖がついた", "技術サポート", "調べます"
    )


def test_words_of_one_s_own_are_shown_apart_from_the_first_wording():
    request = a_request(PROBLEM, own_words="夜中に36回も起こされた")
    assert has(printed(with_request(request=request)), "「夜中に36回も起こされた」")
    same = printed(with_request())
    assert same.count(squeezed(f"「{PROBLEM.first_wording}」")) == 1


def test_several_requests_have_an_index_that_tells_their_pages():
    state = sample_state("ja")
    pages = pages_of(pdf_of(state, "dossier"))
    starts = {
        request.number: 1
        + next(i for i, page in enumerate(pages) if f"要望 R-{request.number}" in page)
        for request in state.requests
    }
    index = [line for line in pages[0].splitlines() if line.strip().isdigit() or "伝える前" in line]
    assert [int(line.split()[-1]) for line in index] == list(starts.values())


def test_one_request_needs_no_index():
    pages = pages_of(pdf_of(with_request(), "dossier"))
    assert "要望の一覧" not in pages[0]
    assert "R-1" in pages[0]


def test_no_request_is_said_in_one_honest_sentence():
    text = printed(a_state())
    assert has(text, "このワークショップから、製品チームに伝える要望は出ませんでした。", "社内用")


def test_a_request_of_a_removed_problem_is_still_printed():
    state = replace(with_request(), problems=())
    assert has(printed(state), PROBLEM.title)
