"""Whom the names of a list mean: matched, asked or new, and never somebody else."""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.helpers import builders
from workshop_app.domain.participant_names import TypedPerson
from workshop_app.services.imports.files import preview_of, read_list_file
from workshop_app.services.imports.speakers import Speakers
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
