"""Files are read back before they are published, and protected terms stop the export."""

from dataclasses import replace

import pytest

from exports.branding import Branding
from exports.job import export
from exports.options import WritingOptions
from exports.protected import Guard, TermKind
from exports.registry import DOCUMENTS, NAMES
from tests.helpers.builders import a_participant, a_problem, a_state, an_action
from tests.helpers.carried import everything_in
from tests.helpers.carried_table import CARRIED
from tests.helpers.papers import files_below, sample_state, solutions, words_of

OTHER = "大阪商事株式会社"

HOME = "|home|taro|memo".replace("|", "/")


def run(state, folder, names=None, language="ja", **guard):
    options = WritingOptions(guard=Guard(**guard))
    return export(state, solutions(), folder, names, language, options=options)


def with_problem(words, language="ja"):
    """The sample with a text in problems, requests and answers: in every document that quotes."""
    state = sample_state(language)
    answers = tuple(replace(each, text=words) for each in state.answers)
    problems = tuple(replace(each, first_wording=words, wording=words) for each in state.problems)
    requests = tuple(replace(each, why=words, own_words=words) for each in state.requests)
    now = replace(state, answers=answers, problems=problems, requests=requests)
    return replace(now, before=now)  # as if the previous visit had the same problem


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_sample_is_exported_without_a_finding(tmp_path, language, anonymous):
    state = sample_state(language)
    names = (*NAMES, "workshop_full")
    result = run(state, tmp_path, names, language, others=(OTHER,), anonymous=anonymous)
    assert result.findings == ()
    assert len(result.files) == len(files_below(tmp_path))


@pytest.mark.parametrize("name", NAMES)
def test_another_customer_stops_every_document_that_quotes_it(tmp_path, name):
    state = with_problem("大阪商事と同じく、夜に止まる")
    result = run(state, tmp_path, [name], others=(OTHER,))
    quoted = name not in ("calendar", "actions", "mail", "worksheets", "agenda", "follow_up")
    if quoted:
        assert result.stopped, name
        assert {held.text for held in result.findings} == {"大阪商事"}
        assert files_below(tmp_path) == []
        place = result.findings[0].places[0]
        assert place.found == "大阪商事"
        assert place.place in ("page", "row", "line", "field")


def test_a_finding_contains_the_words_around_it(tmp_path):
    state = a_state(problems=(a_problem(1, "まえがき 大阪商事 あとがき"),))
    (held,) = run(state, tmp_path, ["problems"], others=(OTHER,)).findings
    place = held.places[0]
    assert (held.kind, held.count) == (TermKind.OTHER_CUSTOMER, len(held.places))
    assert (place.place, place.at, place.found) == ("row", "2", "大阪商事")
    assert place.before.endswith("まえがき")
    assert place.after.startswith("あとがき")


def test_what_is_released_leaves_and_what_is_masked_is_masked(tmp_path):
    state = with_problem("大阪商事と同じく、夜に止まる")
    released = run(state, tmp_path / "a", ["summary"], others=(OTHER,), released=("大阪商事",))
    (file,) = released.files
    assert "大阪商事" in words_of(file.read_bytes())
    covered = run(state, tmp_path / "b", ["summary"], others=(OTHER,), masked=("大阪商事",))
    (file,) = covered.files
    assert "大阪商事" not in words_of(file.read_bytes())
    assert "〔伏せ〕と同じく" in words_of(file.read_bytes())


def test_an_earlier_file_stays_when_the_new_one_is_stopped(tmp_path):
    (file,) = run(sample_state("ja"), tmp_path, ["summary"], others=(OTHER,)).files
    before = file.read_bytes()
    assert run(with_problem("大阪商事"), tmp_path, ["summary"], others=(OTHER,)).stopped
    assert file.read_bytes() == before
    assert [each.name for each in files_below(tmp_path)] == [file.name]


def test_a_sentence_of_a_private_note_stops(tmp_path):
    state = with_problem("契約の更新は三月に決める")
    state = replace(
        state, workshop=replace(state.workshop, private_note="秘密。契約の更新は三月に決める。")
    )
    (held,) = run(state, tmp_path, ["summary"]).findings
    assert (held.kind, held.weak) == (TermKind.NOTE, False)


@pytest.mark.parametrize("heard", ["1. {0}\n2. 別のこと", "No\t要望\n9\t{0}\n", "・{0}\n以上です"])
def test_the_list_in_the_notes_of_a_contact_stops_nothing_and_what_stands_beside_it_does(
    tmp_path, heard
):
    state = with_problem("ディスクはいつ一杯になりますか？")
    notes = heard.format("ディスクはいつ一杯になりますか？") + "\n部長には予算の話をしない"
    state = replace(state, workshop=replace(state.workshop, heard=notes))
    assert run(state, tmp_path / "a", ["summary"]).findings == ()
    telling = with_problem("部長には予算の話をしない")
    telling = replace(telling, workshop=replace(telling.workshop, private_note=notes))
    assert run(telling, tmp_path / "b", ["summary"]).stopped
    said = with_problem("部長には予算の話をしない、と秘密に聞いた")
    said = replace(said, workshop=replace(state.workshop, heard=notes))
    assert run(said, tmp_path / "c", ["summary"]).stopped


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("連絡は taro@example.com まで", TermKind.EMAIL),
        (HOME.replace("/", "\\").replace("\\home", "C:\\Users") + " を見る", TermKind.HOME),
        (HOME + " を見る", TermKind.HOME),
    ],
)
def test_an_address_or_a_home_folder_stops(tmp_path, words, kind):
    (held,) = run(with_problem(words), tmp_path, ["summary"]).findings
    assert held.kind == kind
    assert run(with_problem(words), tmp_path, ["summary"], released=(held.text,)).files


def test_the_customers_own_name_stops_only_internal_papers(tmp_path):
    state = with_problem("みなと　まち通販 の web01 が止まる")
    assert run(state, tmp_path / "a", ["summary"]).findings == ()
    found = {held.kind for held in run(state, tmp_path / "b", ["dossier"]).findings}
    assert TermKind.HOST in found


TO_THE_TEAM = ("dossier", "requests", "issues")


def with_reason(words, **changes):
    """The sample with typed reasons of requests, in which somebody may be named."""
    state = replace(sample_state("ja"), **changes)
    return replace(state, requests=tuple(replace(each, why=words) for each in state.requests))


@pytest.mark.parametrize("name", TO_THE_TEAM)
def test_a_participants_name_stops_what_goes_to_the_product_team(tmp_path, name):
    state = with_reason("井上さんが急いでいる")
    result = run(state, tmp_path, [name])
    assert result.stopped
    assert {(each.text, each.kind) for each in result.findings} == {("井上", TermKind.PERSON)}
    assert run(state, tmp_path, [name], released=("井上",)).files


def test_a_participants_name_is_masked_only_where_it_may_not_be(tmp_path):
    state = with_reason("井上さんが急いでいる")
    names = [*TO_THE_TEAM, "summary", "workbook_internal"]
    result = run(state, tmp_path, names, masked=("井上",))
    assert result.findings == ()
    texts = {file: words_of(file.read_bytes()) for file in result.files if file.suffix == ".pdf"}
    (summary,) = (text for file, text in texts.items() if "まとめ" in file.name)
    assert "〔伏せ〕" not in summary
    assert "井上" in summary
    (dossier,) = (text for file, text in texts.items() if "まとめ" not in file.name)
    assert "〔伏せ〕さんが急いでいる" in dossier


@pytest.mark.parametrize(
    ("participant", "words"),
    [("高橋 健二", "高橋 真理が伝える"), ("Will Young", "They will wait for young teams")],
)
def test_the_facilitators_name_and_english_words_are_nobodys_name(tmp_path, participant, words):
    people = (a_participant(1, participant),)
    problems = (a_problem(1, "止まる"),)
    request = replace(sample_state("ja").requests[0], problem_id="problem-1", own_words=words)
    state = a_state(participants=people, problems=problems, requests=(request,))
    state = replace(state, workshop=replace(state.workshop, facilitator="高橋 真理"))
    assert run(state, tmp_path, ["issues"]).findings == ()


def test_a_name_of_one_character_only_warns(tmp_path):
    state = a_state(
        participants=(a_participant(1, "原 由香"),),
        problems=(a_problem(1, "原さんは原因を見つけられない"),),
    )
    result = run(state, tmp_path, ["summary"], anonymous=True)
    assert [(held.text, held.weak) for held in result.findings] == [("原", True)]
    assert not result.stopped
    assert result.files


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_left_when_people_are_codes(tmp_path, name):
    state = sample_state("ja")
    result = run(state, tmp_path, [name], anonymous=True)
    assert result.findings == ()
    for file in result.files:
        text = everything_in(file.name, file.read_bytes())
        assert all(who.name.split()[0] not in text for who in state.participants), file.name


def test_all_kinds_of_files_are_read(tmp_path):
    endings = {DOCUMENTS[name].ending for name in NAMES}
    assert endings == {"pdf", "csv", "md", "ics", "eml", "workshop", "xlsx"}
    sample = sample_state("ja")
    state = replace(
        sample,
        workshop=replace(sample.workshop, title="大阪商事の件", next_date="2027-01-15"),
        requests=tuple(replace(each, why="大阪商事の件") for each in sample.requests),
    )
    result = run(state, tmp_path, NAMES, others=(OTHER,))
    (held,) = result.findings
    found = {place.file.rpartition(".")[2] for place in held.places}
    for name in NAMES:
        one = run(state, tmp_path / name, [name], others=(OTHER,))
        carries = [*CARRIED["workshop.title"].split(), *CARRIED["requests.why"].split()]
        assert one.stopped == (name in carries), name
    assert {"pdf", "xlsx"} <= found


def test_the_facilitators_own_address_may_leave_and_no_other(tmp_path):
    own = Branding(facilitator="高橋", contact="cre@example.org", closing="cre@example.org まで")
    options = WritingOptions(guard=Guard(), branding=own)
    result = export(sample_state("ja"), solutions(), tmp_path, None, "ja", options=options)
    assert result.findings == ()
    assert any(
        "cre@example.org" in words_of(f.read_bytes()) for f in result.files if f.suffix == ".pdf"
    )
    state = with_problem("cre@example.com に聞く")
    result = export(state, solutions(), tmp_path, ["summary"], "ja", options=options)
    assert [held.text for held in result.findings] == ["cre@example.com"]


def test_another_customers_name_inside_the_customers_own_stops_nothing(tmp_path):
    state = sample_state("ja")
    state = replace(state, customer=replace(state.customer, name="大阪商事東京株式会社"))
    assert run(state, tmp_path, ["summary"], others=(OTHER,)).findings == ()
    state = replace(state, workshop=replace(state.workshop, title="大阪商事の件"))
    assert run(state, tmp_path, ["summary"], others=(OTHER,)).stopped


@pytest.mark.parametrize("before", range(20, 60, 3))
def test_a_name_in_the_calendar_of_a_draft_is_found_wherever_its_line_is_folded(tmp_path, before):
    who = a_participant(email="a@example.com")
    action = an_action(text=f"{'x' * before} Northwind Traders", owner_id=who.id, due="2026-12-10")
    state = a_state(participants=(who,), actions=(action,))
    result = run(state, tmp_path, ["mail"], "en", others=("Northwind Traders",))
    assert result.stopped
    parts = {place.file for held in result.findings for place in held.places}
    assert parts
    assert sum(held.count for held in result.findings) >= 3  # body, paper and calendar
