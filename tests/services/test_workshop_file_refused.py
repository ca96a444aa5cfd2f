"""A damaged, nonsensical or newer workshop file is refused in a sentence and changes nothing."""

import gzip
import json
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.workshop_files import changed, file_with, refusal, take, whole
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.workshop_fields import HEADS, LISTS
from workshop_app.domain.workshop_json import VERSION, from_json, to_json
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.queries import workshops
from workshop_app.services.workshop_file import LARGEST, is_workshop_file, read_workshop_file


def put(part, number, name, value):
    def change(file):
        record = file[part] if number is None else file[part][number]
        record[name] = value

    return change


BAD = {
    "customer.name": put("customer", None, "name", None),
    "workshop.title": put("workshop", None, "title", " \u200b"),
    "workshop.date": put("workshop", None, "date", "2026-02-30"),
    "workshop.start_time": put("workshop", None, "start_time", "25:00"),
    "workshop.created_at": put("workshop", None, "created_at", "soon"),
    "workshop.language": put("workshop", None, "language", "fr"),
    "workshop.kind": put("workshop", None, "kind", "dream"),
    "workshop.score": put("workshop", None, "score", 11),
    "workshop.present": put("workshop", None, "present", -1),
    "workshop.community": put("workshop", None, "community", "help"),
    "workshop.vote_closed": put("workshop", None, "vote_closed", 1),
    "participants[1].code": put("participants", 1, "code", "../../P-1"),
    "participants[0].id": put("participants", 0, "id", "a/b"),
    "agenda[0].step": put("agenda", 0, "step", "party"),
    "agenda[0].minutes": put("agenda", 0, "minutes", 2**63),
    "problems[2].first_wording": put("problems", 2, "first_wording", "あ" * 2001),
    "problems[2].speaker_id": put("problems", 2, "speaker_id", "nobody"),
    "problems[2].theme_id": put("problems", 2, "theme_id", ["x"]),
    "problems[0].number": put("problems", 0, "number", True),
    "tallies[0].votes": put("tallies", 0, "votes", 1.5),
    "cards[0].kind": put("cards", 0, "kind", {}),
    "cards[0].problem_id": put("cards", 0, "problem_id", None),
    "appraisals[0].now": put("appraisals", 0, "now", "perhaps"),
    "appraisals[0].override": put("appraisals", 0, "override", ""),
    "actions[0].due": put("actions", 0, "due", "20261217"),
    "actions[0].card_id": put("actions", 0, "card_id", "none"),
    "setup[0].kind": put("setup", 0, "kind", "weather"),
}


@pytest.mark.parametrize("where", BAD)
def test_a_value_that_does_not_fit_is_named_by_its_place(tmp_path, where):
    assert refusal(file_with(tmp_path, changed(BAD[where]))) == (
        "workshop.misfit", {"file": "workshop.json", "where": where},
    )  # fmt: skip


def twice(part):
    return lambda file: file[part].append(dict(file[part][0]))


def merge(first, second):
    def change(file):
        problems = file["problems"]
        problems[0]["merged_into"] = problems[first]["id"]
        problems[1]["merged_into"] = problems[second]["id"]

    return change


def without(*path):
    def change(file):
        for name in path[:-1]:
            file = file[name]
        del file[path[-1]]

    return change


TOGETHER = {
    **{f"{part} twice": (twice(part), f"{part}[") for part in LISTS},
    "merged into itself": (merge(0, 2), "problems[0].merged_into"),
    "merged in a circle": (merge(1, 0), "problems["),
    "no part": (without("themes"), "themes"),
    "no field": (without("problems", 0, "chosen"), "problems[0].chosen"),
    "a part too many": (lambda file: file.update(more=[]), "schema"),
    "a field too many": (put("problems", 0, "<b>x</b>", 1), "problems[0]"),
    "no list": (lambda file: file.update(problems={}), "problems"),
    "no record": (lambda file: file.update(problems=[1]), "problems[0]"),
    "no head": (lambda file: file.update(customer=[]), "customer"),
    "no schema": (lambda file: file.update(schema="other"), "schema"),
    "no version": (lambda file: file.update(version="1"), "version"),
    "version 0": (lambda file: file.update(version=0), "version"),
    "not said whether private": (lambda file: file.update(private=None), "private"),
    "private where it should not be": (lambda file: file.update(private=False), "customer"),
    "facts of nothing": (put("setup", -1, "facts", [{"name": 1}]), "setup["),
    "unknown facts": (put("setup", -1, "facts", [{"secret": "x"}]), "setup["),
    "left out in words": (put("setup", -1, "left_out", [["x", "y", "z"]]), "setup["),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_parts_that_do_not_fit_together_are_refused(tmp_path, name):
    change, where = TOGETHER[name]
    key, values = refusal(file_with(tmp_path, changed(change)))
    assert key == "workshop.misfit"
    assert values["where"].startswith(where)


def test_a_newer_file_is_refused_as_such(tmp_path):
    text = changed(lambda file: file.update(version=VERSION + 1, surprise=True))
    assert refusal(file_with(tmp_path, text)) == (
        "workshop.too_new",
        {"file": "workshop.json", "version": VERSION + 1, "known": VERSION},
    )


HEAD = '{"schema": "workshop-app/workshop", "version": 2, "x": '
ABSURD = {
    "deep": HEAD + "[" * 100_000,
    "deep and whole": HEAD + "[" * 100_000 + "]" * 100_000 + "}",
    "digits": HEAD + "1" * 10_000 + "}",
    "not a number": HEAD + "NaN}",
    "infinite": HEAD + "-Infinity}",
    "too large": HEAD + "1e999}",
    "key twice": HEAD + '1, "version": 1}',
    "empty": "",
    "a number": "7",
    "a text": '"workshop-app/workshop"',
    "null": "null",
    "a list": "[]",
    "half a surrogate": HEAD + '"\\ud800"}',
    "no text": b"\x00\xff\xfe\x00" * 50,
}


@pytest.mark.parametrize("name", ABSURD)
def test_absurd_files_are_refused_in_a_sentence(tmp_path, name):
    refusal(file_with(tmp_path, ABSURD[name]))


def test_lone_surrogates_become_a_visible_mark(store_of):
    text = to_json(whole(), private=True).replace("監視", "\\ud83d", 1)
    arrived = take(store_of(), from_json(text))
    assert "\ufffd" in to_json(arrived, private=True)


def test_a_file_cut_anywhere_is_refused(tmp_path):
    data = to_json(whole(), private=True).encode()
    for end in [*range(0, len(data) - 2, 997), *range(len(data) - 12, len(data) - 2)]:
        path = file_with(tmp_path, data[:end])
        refusal(path)


def test_any_damage_leaves_a_workshop_or_a_sentence_and_never_half_of_one(tmp_path):
    data = to_json(whole(), private=True).encode()
    random = Random(5)
    session = new_session(tmp_path / "w.db")
    refused = 0
    for _ in range(300):
        spoilt = bytearray(data)
        for _ in range(random.randint(1, 3)):
            spoilt[random.randrange(len(spoilt))] = random.choice(b'0x"{}[],:\\\n\xff\x00')
        path = file_with(tmp_path, bytes(spoilt))
        before = len(workshops(session))
        try:
            session.execute(ImportWorkshop(read_workshop_file(path)))
        except InvalidInput:
            refused += 1
            assert len(workshops(session)) == before
        else:
            assert len(workshops(session)) == before + 1
    assert session.store.check() == []
    session.store.close()
    assert refused > 100


_VALUES = st.sampled_from(
    [None, True, -1, 2**70, 1.5, "", "x", "あ" * 30_000, [], {}, [[]], "\u202ex\x00", "P-1"]
)


@settings(max_examples=120)
@given(st.data())
def test_any_wrong_value_in_any_field_gives_a_workshop_or_a_sentence(data):
    file = json.loads(to_json(whole(), private=True))
    part = data.draw(st.sampled_from([*HEADS, *(name for name in LISTS if file[name])]))
    record = file[part] if part in HEADS else data.draw(st.sampled_from(file[part]))
    record[data.draw(st.sampled_from(sorted(record)))] = data.draw(_VALUES)
    with tempfile.TemporaryDirectory() as folder:
        path = file_with(Path(folder), json.dumps(file))
        try:
            state = read_workshop_file(path)
        except InvalidInput:
            return
        session = new_session(Path(folder) / "w.db")
        arrived = take(session, state)
        session.store.close()
        assert arrived == state


def test_a_write_that_fails_takes_nothing_over(store_of, monkeypatch):
    session = store_of()
    create_workshop(session)
    before = session.state
    insert = session.store.insert
    left = [40]

    def failing(record):
        left[0] -= 1
        if not left[0]:
            raise InvalidInput("errors.empty")
        insert(record)

    monkeypatch.setattr(session.store, "insert", failing)
    with pytest.raises(InvalidInput):
        session.execute(ImportWorkshop(whole()))
    assert len(workshops(session)) == 1
    assert session.state == before
    assert session.store.check() == []


@pytest.mark.parametrize(
    "text",
    [
        '{"monitors": []}',
        "監視が多い\n通知が多い",
        '{"schema": "other/thing"}',
        "",
        "\x00" * 9,
        "[1]",
    ],
)
def test_other_files_are_not_taken_for_it(tmp_path, text):
    assert not is_workshop_file(file_with(tmp_path, text))
    assert not is_workshop_file(tmp_path)
    assert not is_workshop_file(tmp_path / "missing")


def test_a_broken_workshop_file_is_still_recognised(tmp_path):
    assert is_workshop_file(file_with(tmp_path, to_json(whole(), private=True)[:200]))
    assert is_workshop_file(
        file_with(tmp_path, b"\xef\xbb\xbf" + to_json(whole(), private=True).encode())
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_workshop_file_is_known_in_any_encoding_of_unicode(tmp_path, encoding):
    path = file_with(tmp_path, to_json(whole(), private=True).encode(encoding))
    assert is_workshop_file(path)
    assert read_workshop_file(path) == read_workshop_file(
        file_with(tmp_path, to_json(whole(), private=True).encode())
    )


@pytest.mark.parametrize("content", ["{}", "[]", "1", '""'])
def test_a_file_of_nothing_but_values_is_refused_before_it_is_read(tmp_path, content):
    head = to_json(whole(), private=True).rstrip().removesuffix("}")
    filler = ",".join([content] * (48_000_000 // (len(content) + 1)))
    assert refusal(file_with(tmp_path, f'{head}, "more": [{filler}]}}'.encode()))


@pytest.mark.parametrize("damage", ["cut short", "changed", "more at the end"])
def test_a_compressed_file_that_is_not_whole_is_refused(tmp_path, damage):
    data = gzip.compress(to_json(whole(), private=True).encode())
    middle = len(data) // 2
    damaged = {
        "cut short": data[:-20],
        "changed": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "more at the end": data + b"more",
    }
    path = file_with(tmp_path, damaged[damage])
    assert refusal(path)[0] == "damaged"


def test_a_small_file_that_becomes_huge_is_refused(tmp_path):
    path = file_with(tmp_path, gzip.compress(b" " * (LARGEST + 1)))
    assert refusal(path)[0] == "too_large"


def test_what_only_begins_like_a_compressed_file_is_no_workshop_file(tmp_path):
    assert not is_workshop_file(file_with(tmp_path, b"\x1f\x8b and more"))
