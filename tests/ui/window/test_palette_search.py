"""The search of the palette: words of both languages, readings, Latin letters, initials."""

import re

import pytest

from ui.actions import readings
from ui.actions.table import ACTIONS
from ui.components.places import FACILITATOR, PLACES
from ui.pages.prepare.page import PreparePage
from ui.pages.wrap_up.page import WrapUpPage
from ui.window.palette_search import search
from ui.window.palette_table import NO_ACTIONS, PaletteOffer, offers
from workshop_app.domain.kana import latin, spelling
from workshop_app.domain.steps import Step


def of(place):
    """The items of a place, as if they could all be done now."""
    return [offer for offer in offers() if offer.place == place]


def first(query, **options):
    found = search(offers(), query, **options)
    return (found[0].place, found[0].name or found[0].section) if found else None


def test_no_key_of_the_table_and_no_place_is_forgotten():
    declared = {
        one.id for place, some in ACTIONS.items() if place not in NO_ACTIONS for one in some
    }
    read = {f"{p}.{name}" for p, names in readings._data()["actions"].items() for name in names}
    assert declared - read == {"everywhere.step"}
    assert read - declared == set()
    offered = {offer.action for offer in offers() if offer.action}
    assert offered == declared - {"everywhere.step", "everywhere.palette"}
    assert {offer.place for offer in offers() if not offer.name} >= {"start", *Step}
    assert {*readings._data()["places"]} == {*PLACES}
    assert {offer.place for offer in offers()} <= {*PLACES, "everywhere"}
    prepare = {*PreparePage.SECTIONS, "customer", FACILITATOR, "background"} - {"lines"}
    assert set(readings.sections()["prepare"]) == prepare
    wrap_up = list(WrapUpPage.SECTIONS)
    assert list(readings.sections()["wrap_up"]) == wrap_up


def test_english_offers_are_in_english():
    assert [
        offer.words[1] for offer in offers() if re.search(r"[ぁ-ヿ一-鿿]", offer.words[1])
    ] == []


def test_every_reading_is_kana_that_can_be_written_in_latin_letters():
    names = readings._data()["actions"].items()
    for reading in [readings.of_action(place, name) for place, of in names for name in of]:
        assert re.fullmatch(r"[ぁ-ゔー ]+", reading), reading
        assert latin(reading.replace(" ", "")).isascii(), reading


@pytest.mark.parametrize("query", ["はじめ", "ハジメ", "hajime"])
@pytest.mark.parametrize("here", ["prepare", "list", "start"])
def test_a_page_is_found_first_by_its_whole_name_wherever_one_is(query, here):
    assert search(offers(), query, fitting=of(here))[0].words[0] == "はじめ"


FIRST_PAGE = 8


@pytest.mark.parametrize("way", ["ja", "en", "kana", "words", "latin", "latin words"])
def test_every_offer_is_found_in_every_way_to_say_it(way):
    missed = []
    for offer in offers():
        kana = offer.reading.split()
        query = {
            "ja": offer.words[0],
            "en": offer.words[1],
            "kana": "".join(kana),
            "words": " ".join(kana),
            "latin": "".join(latin(part) for part in kana),
            "latin words": " ".join(latin(part) for part in kana),
        }[way]
        if offer not in search(offers(), query, fitting=of(offer.place))[:FIRST_PAGE]:
            missed.append(query)
    assert missed == []


@pytest.mark.parametrize(
    "query", ["元に戻す", "もとにもどす", "モトニ", "motoni", "undo", "ｕｎｄｏ", "ctrl+z"]
)
def test_an_action_is_found_in_many_ways(query):
    assert first(query) == ("everywhere", "undo")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("カードを切る", ("solve", "card")),
        ("play a card", ("solve", "card")),
        ("other help", ("solve", "card")),
        ("hokanoshien", ("solve", "card")),
        ("ka-do wo kiru", ("solve", "card")),
        ("mojiwoookiku", ("everywhere", "text_size")),
        ("解決 カード", ("solve", "card")),
        ("solve card", ("solve", "card")),
        ("kaiketsu カード", ("solve", "card")),
        ("きゅうけい", ("everywhere", "rest")),
        ("break", ("everywhere", "rest")),
        ("進行表", ("prepare", "agenda")),
        ("しんこう", ("prepare", "agenda")),
        ("agenda", ("prepare", "agenda")),
        ("目利き", ("appraise", "appraise")),
        ("めきき", ("appraise", "appraise")),
        ("はじめ", ("start", "start")),
        ("hajime", ("start", "start")),
        ("7", ("appraise", "appraise")),
        ("てじゅん", ("wrap_up", "insert")),
        ("shichi no nai mono", None),
    ],
)
def test_words_readings_initials_and_places(query, found):
    expected = found if found is None else (found[0], found[1])
    result = first(query)
    if result and result[1] == "":
        result = (result[0], result[0])
    assert result == expected


def test_kana_initials_find_too():
    names = [(offer.place, offer.name) for offer in search(offers(), "もにも")]
    assert ("everywhere", "undo") in names


@pytest.mark.parametrize(
    ("kana", "letters"),
    [("しゃしん", "syasin"), ("ちゅうい", "tyui"), ("けっか", "kekka"), ("ふぉるだー", "horuda")],
)
def test_kana_in_latin_letters(kana, letters):
    assert latin(kana) == letters


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("shashin", "syasin"),
        ("chuui", "tyui"),
        ("jikan", "zikan"),
        ("fuda", "huda"),
        ("tsuki", "tuki"),
    ],
)
def test_spelling_variants_are_equal(written, compared):
    assert spelling(written) == compared


def test_recent_actions_come_first_and_then_those_of_the_current_page():
    assert first("新しいテーマ", fitting=of("sort")) == ("sort", "new")
    skip = [offer for offer in offers() if offer.name == "skip"]
    assert first("skip this step", fitting=of("sort")) == ("sort", "skip")
    assert first("skip this step", fitting=of("context")) == ("context", "skip")
    assert search(skip, "skip", fitting=of("sort"), recent=[skip[0]])[0] == skip[0]


def test_a_whole_word_comes_before_the_beginning_of_one():
    words = ["Keyboard", "The key", "Keys", "A monkey"]
    some = [PaletteOffer("everywhere", word, "", ("", word), "") for word in words]
    found = [offer.words[1] for offer in search(some, "key")]
    assert found == ["The key", "Keyboard", "Keys", "A monkey"]


EVERYDAY = {
    ("everywhere", "settings"): "language dark sound 言語 英語 音 げんご eigo oto",
    ("everywhere", "papers"): "export print worksheet 書き出し 印刷 ワークシート insatsu",
    ("everywhere", "black"): "blank blackout ブラック 暗転 あんてん anten",
    ("everywhere", "freeze"): "release 凍結 とうけつ touketsu toketsu",
    ("everywhere", "later"): "reveal release 公開 隠す",
    ("everywhere", "longer"): "extend 延長 えんちょう enchou",
    ("prepare", "anonymous"): "anonymous 匿名 とくめい tokumei",
    ("sort", "merge"): "merge combine duplicate 結合 統合 重複 とうごう ketsugou",
    ("choose", ""): "vote voting 投票 とうひょう touhyou tohyo",
    ("choose", "again"): "revote 再投票",
    ("list", "park"): "park postpone 保留 後回し",
    ("list", "sheet"): "worksheet ワークシート",
    ("list", "inbox"): "inbox 受信箱 保留",
    ("list", "release"): "release 公開",
}
"""What users type who do not know our terms, and the item that they mean."""


def test_every_line_with_everyday_words_is_there():
    data = readings._data()
    called = {(place, "") for place, entry in data["places"].items() if "also" in entry}
    for kind in ("actions", "sections"):
        for place, names in data[kind].items():
            called |= {(place, name) for name, entry in names.items() if "also" in entry}
    assert called
    offered = {(o.place, o.name or o.section) for o in offers()}
    elsewhere = {(one.page, one.name): (one.place, one.name) for one in _done_elsewhere()}
    assert called <= {elsewhere.get(each, each) for each in offered}


def _done_elsewhere():
    return [one for definitions in ACTIONS.values() for one in definitions if one.page]


def _is_private(meant):
    return any(offer.private for offer in offers() if offer.action == ".".join(meant))


@pytest.mark.parametrize("here", ["start", "list", "choose"])
@pytest.mark.parametrize("meant", EVERYDAY, ids=":".join)
def test_everyday_words_lead_to_what_they_mean(meant, here, private):
    possible = [offer for offer in offers() if private or _is_private(meant) or not offer.private]
    for word in EVERYDAY[meant].split():
        found = search(possible, word, fitting=of(here))[:FIRST_PAGE]
        assert meant in [(offer.place, offer.name or offer.section) for offer in found], word


def test_with_nothing_typed_everything_is_listed():
    assert len(search(offers(), " ")) == len(offers())


@pytest.mark.parametrize("query", ["product team", "request answer", "製品チーム", "要望 返事"])
def test_in_projected_mode_the_answer_to_a_request_is_found_in_last_time(query):
    found = next(offer for offer in search(offers(), query) if not offer.private)
    assert (found.place, found.section) == ("last_time", "requests")
