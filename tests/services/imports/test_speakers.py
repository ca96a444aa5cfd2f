"""Whom the names of a list mean: matched, asked or new, and never somebody else."""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.helpers import builders
from workshop_app.domain.participant_names import TypedPerson
from workshop_app.domain.problem import Source
from workshop_app.i18n import Texts
from workshop_app.services.imports.files import of_contact, preview_of, read_list_file
from workshop_app.services.imports.speakers import Speakers, addition
from workshop_app.services.imports.table import read_cells

DATA = tomllib.loads((Path(__file__).parent / "lists.toml").read_text(encoding="utf-8"))
LISTS = DATA["list"]
PEOPLE = tuple(
    builders.a_participant(number, name, reading=reading, team=team, person_id=f"same-{number}")
    for number, (name, reading, team) in enumerate(DATA["people"], 1)
)


def content_of(form, text, folder):
    if form == "csv":
        file = folder / "list.csv"
        file.write_text(text, encoding="utf-8")
        return read_list_file(file)
    if form == "workbook":
        file = folder / "list.xlsx"
        book = openpyxl.Workbook()
        for line in text.split("\n"):
            cells = line.split("\t")
            book.active.append(
                [date.fromisoformat(each) if each.startswith("2026-") else each for each in cells]
            )
        book.save(file)
        return read_list_file(file)
    return read_cells(text) or text


def lines_of(form, text, folder):
    lines = preview_of(content_of(form, text, folder), (), PEOPLE).lines
    return tuple(line for line in lines if not line.beside_list)


def code(line, speakers):
    who = speakers.person(line, adds_people=True)
    if isinstance(who, TypedPerson):
        return f"+{who.name}/{who.team}" if who.team else f"+{who.name}"
    if who is None:
        return "?" if line.speaker else ""
    return who.name


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("{a}\t夜中に鳴る\n{b}\t月に二度見落とす\n{a}\tディスクが足りない", 0),
        ("夜中に鳴る\t3\t{a}\n月に二度見落とす\t2\t{b} 様\nディスクが足りない\t1\t新田", 2),
        ("開発\t夜中に鳴る\n運用\t月に二度見落とす", None),
        ("{a}\t夜中に鳴る\n新田\t月に二度見落とす\n古田\tディスクが足りない", None),
    ],
)
def test_a_column_of_mostly_known_names_without_a_heading_is_that_of_speakers(cells, column):
    first, second = (who.name.split()[0] for who in (PEOPLE[0], PEOPLE[2]))
    table = read_cells(cells.format(a=first, b=second))
    assert of_contact(table, PEOPLE, of_talk=True).speaker == column
    assert of_contact(table, (), of_talk=True).speaker is None


@pytest.mark.parametrize(
    "told", LISTS, ids=[f"{number}-{each['form']}" for number, each in enumerate(LISTS, 1)]
)
def test_a_list_brings_its_wordings_and_who_said_them(told, tmp_path):
    lines = lines_of(told["form"], told["text"], tmp_path)
    speakers = Speakers(lines, PEOPLE)
    assert [[line.text, code(line, speakers)] for line in lines] == told["said"]


@pytest.mark.parametrize("here", [0, 3])
def test_it_does_not_matter_of_which_contact_people_are_known(here, tmp_path):
    for told in LISTS:
        lines = lines_of(told["form"], told["text"], tmp_path)
        speakers = Speakers(lines, PEOPLE[:here], PEOPLE[here:])
        assert [code(line, speakers) for line in lines] == [who for _, who in told["said"]]


def test_there_are_twelve_lists_of_each_form():
    forms = ("cells", "csv", "workbook", "mail", "mail table")
    assert Counter(each["form"] for each in LISTS) == dict.fromkeys(forms, 12)


def test_days_of_a_workbook_are_days(tmp_path):
    (told,) = [each for each in LISTS if "日付" in each["text"]]
    assert [line.day for line in lines_of(told["form"], told["text"], tmp_path)] == [
        "2026-11-02",
        "2026-11-03",
    ]


def test_a_space_in_the_list_tells_the_family_name_of_somebody_known_without_one():
    known = (builders.a_participant(1, "村田直美"), builders.a_participant(2, "青木"))
    content = read_cells("課題\t氏名\n一つ目\t村田 直美\n二つ目\t村田\n三つ目\t青木健")
    lines = preview_of(content, (), known).lines
    speakers = Speakers(lines, known)
    assert [speakers.person(line, adds_people=True) for line in lines] == [known[0], known[0], None]
    assert [who.name for who in speakers.options["青木健", ""]] == ["青木", "青木健"]


@pytest.mark.parametrize(
    ("adds", "noted"), [(True, ["話した人：青木健"]), (False, ["話した人：青木健"] * 2)]
)
def test_a_speaker_who_stays_open_is_kept_in_a_private_note(adds, noted):
    known = (builders.a_participant(1, "青木"),)
    lines = preview_of(read_cells("課題\t氏名\n一つ目\t青木健\n二つ目\t森"), (), known).lines
    command = addition(
        lines, Speakers(lines, known), Texts("ja"), source=Source.ADVANCE, adds_people=adds
    )
    assert [note.replace("森", "青木健") for note in command.notes if note] == noted
    unnamed = addition(lines, None, Texts("ja"), source=Source.ADVANCE)
    assert unnamed.notes == ("", "")


def test_who_is_meant_is_decided_by_a_person_and_new_people_only_if_wanted():
    content = read_cells("課題\t氏名\n一つ目\t佐藤\n二つ目\t森\n三つ目\t田中")
    lines = preview_of(content, (), PEOPLE).lines
    open_ones = Speakers(lines, PEOPLE)
    assert open_ones.asked == open_ones.undecided == (("佐藤", ""),)
    options = open_ones.options["佐藤", ""]
    assert [who.name for who in options] == ["佐藤 一郎", "佐藤 花子", "佐藤"]
    decided = Speakers(lines, PEOPLE, (), {("佐藤", ""): options[1]})
    assert decided.undecided == ()
    assert [decided.person(line, adds_people=False) for line in lines] == [
        PEOPLE[1],
        None,
        PEOPLE[2],
    ]
    assert [who.name for who in decided.newcomers] == ["森"]
    assert Speakers(lines, PEOPLE, (), {("佐藤", ""): None}).undecided == ()
